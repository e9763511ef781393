"""Find which tokens stayed, in blocks a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffing.words.tokens import Token, cut_sentences

ALIKE = 0.6
"""From here two sentences in changed text are compared with each other alone."""

_MOST_CELLS = 4_000_000_000
"""Above this many token pairs a block is shown as replaced; it would take gigabytes to compare."""

_MOST_SENTENCE_PAIRS = 10_000
"""Above this many sentence pairs the words alone decide."""

_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "with",
    ]
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of tokens that stayed, or that was replaced."""

    old: Sequence[Token]
    """Tokens of the old text; empty for a pure insertion."""

    new: Sequence[Token]
    """Tokens of the new text; empty for a pure deletion."""

    is_equal: bool
    """Whether the keys of both are the same."""


def find_edits(old: Sequence[Token], new: Sequence[Token]) -> list[Edit]:
    """Return the edits that turn *old* into *new*; joined they hold every token once."""
    edits: list[Edit] = []
    for ours, theirs in _sentence_blocks(old, new):
        if _keys(ours) == _keys(theirs):
            edits.append(Edit(ours, theirs, is_equal=True))
        else:
            edits += _join_islands(list(_word_edits(ours, theirs)))
    return [edit for edit in edits if edit.old or edit.new]


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens]


_Block = tuple[Sequence[Token], Sequence[Token]]


def _sentence_blocks(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Block]:
    """Cut both texts at equal sentences, and what lies between at sentences that are alike."""
    from rapidfuzz.distance import Indel

    ours, theirs = ([side[a:b] for a, b in cut_sentences(side)] for side in (old, new))
    keys = [[" ".join(_keys(sentence)) for sentence in side] for side in (ours, theirs)]
    block_old: list[Sequence[Token]] = []
    block_new: list[Sequence[Token]] = []
    for step in Indel.opcodes(keys[0], keys[1]):
        sentences = ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield from _alike_blocks(block_old, block_new)
            block_old, block_new = [], []
            yield _flat(sentences[0]), _flat(sentences[1])
        else:
            block_old += sentences[0]
            block_new += sentences[1]
    yield from _alike_blocks(block_old, block_new)


def _flat(sentences: Sequence[Sequence[Token]]) -> list[Token]:
    return [token for sentence in sentences for token in sentence]


def _alike_blocks(old: list[Sequence[Token]], new: list[Sequence[Token]]) -> Iterator[_Block]:
    start_old = start_new = 0
    for i, j in _alike_sentences(old, new):
        yield _flat(old[start_old:i]), _flat(new[start_new:j])
        yield old[i], new[j]
        start_old, start_new = i + 1, j + 1
    yield _flat(old[start_old:]), _flat(new[start_new:])


def _alike_sentences(old: list[Sequence[Token]], new: list[Sequence[Token]]) -> list[tuple[int, int]]:
    """Return pairs of alike sentences that keep their order and are together most alike."""
    from rapidfuzz.distance import Indel

    if (len(old) < 2 and len(new) < 2) or len(old) * len(new) > _MOST_SENTENCE_PAIRS:
        return []
    keys = [[_keys(sentence) for sentence in side] for side in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[Indel.normalized_similarity(a, b, score_cutoff=ALIKE) for b in keys[1]] for a in keys[0]]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            taken = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _word_edits(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Edit]:
    from rapidfuzz.distance import Indel

    if len(old) * len(new) > _MOST_CELLS:
        yield Edit(old, new, is_equal=False)
        return
    gone: list[Token] = []
    come: list[Token] = []
    for step in Indel.opcodes(_keys(old), _keys(new)):
        ours, theirs = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield Edit(gone, come, is_equal=not gone and not come)
            gone, come = [], []
            yield Edit(ours, theirs, is_equal=True)
        else:
            gone += ours
            come += theirs
    yield Edit(gone, come, is_equal=not gone and not come)


def _join_islands(edits: list[Edit]) -> list[Edit]:
    """Join changes that only a few small equal words keep apart: shreds cannot be read."""
    joined: list[Edit] = []
    edits = [edit for edit in edits if edit.old or edit.new]
    for place, edit in enumerate(edits):
        after = edits[place + 1] if place + 1 < len(edits) else None
        if (joined and not joined[-1].is_equal and not edit.is_equal) or (
            edit.is_equal and joined and after and _is_island(joined[-1], edit, after)
        ):
            joined[-1] = _sum(joined[-1], edit)
        else:
            joined.append(edit)
    return joined


def _sum(first: Edit, second: Edit) -> Edit:
    return Edit([*first.old, *second.old], [*first.new, *second.new], is_equal=False)


def _is_island(before: Edit, equal: Edit, after: Edit) -> bool:
    size = sum(0.5 if token.key in _SMALL_WORDS else 1.0 for token in equal.new if token.is_word)
    around = min(_size(before), _size(after))
    return size <= 1.5 and size <= around / 2


def _size(edit: Edit) -> int:
    return max(sum(token.is_word for token in edit.old), sum(token.is_word for token in edit.new))
