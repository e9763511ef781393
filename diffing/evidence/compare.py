"""Type the change from an old to a new text that belong together, each kind with its words and their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from diffing.evidence.alignment import cut, pair_sentences
from diffing.evidence.bearer_changes import find_bearer_changes
from diffing.evidence.folding import fold
from diffing.evidence.limit_changes import find_limit_changes
from diffing.evidence.model import Place, TextFinding
from diffing.evidence.reading import read
from diffing.evidence.strength_changes import find_strength_changes
from diffing.evidence.term_changes import find_redefinitions, find_renamings
from diffing.pairing import Unit
from diffing.pairing.normal import identity_words
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind

_ORDER = {kind: number for number, kind in enumerate(ChangeKind)}


def type_pair(
    base: KnowledgeBase, old: Unit | str, new: Unit | str, editions: tuple[str, str] | None = None
) -> tuple[TextFinding, ...]:
    """Every kind of change from *old* to *new* that their words show, weightiest first, then in the order of *new*.

    Typography, bullets and printed numbers are no change. Equal texts give one finding, ``unchanged``, or, when
    *editions* are given and a term they use means something else by then, ``redefined``. Otherwise ``reworded`` is
    among the findings as soon as words differ that no other finding has as its evidence. What cannot be told is not
    told. Equal input gives equal output.

    Args:
        base: Vocabulary, with its successions.
        old: The earlier text; of a unit only its text is read.
        new: The later text.
        editions: Ids of the editions they stand in, for ``redefined``.

    Raises:
        NotFoundError: an edition is unknown.

    Example:
        >>> from kb.corpus import corpus_root
        >>> from kb.reading.whole import read_corpus
        >>> base = read_corpus(corpus_root())
        >>> [(each.kind.value, each.was, each.now) for each in type_pair(base, "Staff should act.", "Staff must act.")]
        [('strengthened', 'should', 'must')]
    """
    before, after = (side if isinstance(side, str) else side.text for side in (old, new))
    if _bare(before) == _bare(after):
        redefined = tuple(find_redefinitions(base, before, after, editions)) if editions else ()
        return redefined or (TextFinding(kind=ChangeKind.UNCHANGED, why="the words are the same"),)
    found = list(_typed(base, before, after))
    rest = [_without(text, places) for text, places in ((before, _was(found)), (after, _now(found)))]
    if rest[0] != rest[1]:
        found.append(_reworded(before, after))
    return tuple(sorted(found, key=lambda each: (_ORDER[each.kind], each.now_at or each.was_at or (0, 0))))


def _typed(base: KnowledgeBase, old: str, new: str) -> Iterator[TextFinding]:
    ours, theirs = cut(old), cut(new)
    pairs = pair_sentences(ours, theirs)
    yield from find_strength_changes(pairs, ours, theirs)
    yield from find_limit_changes(pairs, old, new, ours, theirs)
    bearers = tuple(find_bearer_changes(base, pairs, old, new))
    yield from bearers
    told = [each.now_at for each in bearers if each.kind is ChangeKind.HANDED_OVER and each.now_at]
    yield from find_renamings(base, pairs, old, new, told)


def _bare(text: str) -> tuple[str, ...]:
    """The words of *text* without typography, bullets, numbers and footnote marks."""
    return identity_words(read(text).folded.text)


def _was(found: Iterable[TextFinding]) -> list[Place]:
    return [each.was_at for each in found if each.was_at]


def _now(found: Iterable[TextFinding]) -> list[Place]:
    return [each.now_at for each in found if each.now_at]


def _without(text: str, places: Sequence[Place]) -> tuple[str, ...]:
    """The words of *text* that are no finding's evidence."""
    signs = list(text)
    for start, end in places:
        signs[start:end] = " " * (end - start)
    return identity_words(fold("".join(signs)).text)


def _reworded(old: str, new: str) -> TextFinding:
    """The finding with the shortest stretch on each side that holds every difference."""
    ours, theirs = _word_places(old), _word_places(new)
    left = _shared(ours, theirs)
    right = min(_shared(ours[::-1], theirs[::-1]), len(ours) - left, len(theirs) - left)
    was_at, now_at = (_stretch(side[left : len(side) - right]) for side in (ours, theirs))
    return TextFinding(
        kind=ChangeKind.REWORDED,
        was=old[slice(*was_at)] if was_at else "",
        now=new[slice(*now_at)] if now_at else "",
        was_at=was_at,
        now_at=now_at,
        why="words differ beyond the evidence of other findings",
    )


_Word = tuple[str, int, int]


def _word_places(text: str) -> list[_Word]:
    reading = read(text)
    tokens = [token for token in reading.doc if token.text[0].isalnum()]
    return [(token.lower_, *reading.place(reading.doc[token.i : token.i + 1])) for token in tokens]


def _shared(old: Sequence[_Word], new: Sequence[_Word]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], zip(old, new, strict=False)))


def _stretch(words: Sequence[_Word]) -> Place | None:
    return (words[0][1], words[-1][2]) if words else None
