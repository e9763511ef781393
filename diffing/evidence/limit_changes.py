"""Say where a time limit was set, dropped, made shorter or longer, or made to run from another moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from diffing.evidence.alignment import Sentence, SentencePair
from diffing.evidence.limits import FoundLimit, find_limits
from diffing.evidence.model import TextFinding
from diffing.evidence.word_sets import SMALL_WORDS, word_set
from diffing.pairing.normal import stem
from kb.guidance import ChangeKind
from kb.timescale import Relation, Timescale

_BEFORE = ("before", "prior")
_DATED = frozenset((Relation.BY, Relation.STARTING))
"""A date of the calendar passes from edition to edition without any limit changing, so dates are never compared."""

_EMPTY = SMALL_WORDS | word_set("after before following once upon since prior begin start date day point time")


def find_limit_changes(
    pairs: Sequence[SentencePair], old_text: str, new_text: str, old: Sequence[Sentence], new: Sequence[Sentence]
) -> Iterator[TextFinding]:
    """A finding for each limit that changed, with the sentences it stands in.

    ``set`` and ``dropped`` need a sentence that is on both sides and a limit that is nowhere else in the other text;
    in a sentence without a counterpart they need that the other text has no limit at all.
    """
    before, after = (
        [each for each in find_limits(text) if each.timescale.relation not in _DATED] for text in (old_text, new_text)
    )
    for pair in pairs:
        yield from _in_pair(pair, before, after)
    if before and after:
        return
    paired_old, paired_new = {pair.old.start for pair in pairs}, {pair.new.start for pair in pairs}
    for sentence in old:
        if sentence.start not in paired_old:
            for each in _inside(sentence, before):
                yield _one_sided(ChangeKind.TIMESCALE_DROPPED, each, sentence, 0)
    for sentence in new:
        if sentence.start not in paired_new:
            for each in _inside(sentence, after):
                yield _one_sided(ChangeKind.TIMESCALE_SET, each, sentence, 0)


def _inside(sentence: Sentence, limits: Sequence[FoundLimit]) -> list[FoundLimit]:
    return [each for each in limits if sentence.start <= each.start < sentence.end]


def _in_pair(pair: SentencePair, before: Sequence[FoundLimit], after: Sequence[FoundLimit]) -> Iterator[TextFinding]:
    ours, theirs = _without_equal(_inside(pair.old, before), _inside(pair.new, after))
    for relation in Relation:
        was = [each for each in ours if each.timescale.relation is relation]
        now = [each for each in theirs if each.timescale.relation is relation]
        if len(was) == len(now) == 1:
            yield from _compare(was[0], now[0], pair)
            ours.remove(was[0])
            theirs.remove(now[0])
    if ours and not theirs:
        for each in ours:
            if not _stands_in(each, after):
                yield _one_sided(ChangeKind.TIMESCALE_DROPPED, each, pair.old, pair.new.segment.number)
    elif theirs and not ours:
        for each in theirs:
            if not _stands_in(each, before):
                yield _one_sided(ChangeKind.TIMESCALE_SET, each, pair.new, pair.old.segment.number)
    elif len(ours) == len(theirs) == 1:
        yield from _vague(ours[0], theirs[0], pair)


def _without_equal(old: list[FoundLimit], new: list[FoundLimit]) -> tuple[list[FoundLimit], list[FoundLimit]]:
    """Both sides without the limits that stand on both; a start point counts where both tell one."""
    left = list(new)
    kept = []
    for each in old:
        same = next((other for other in left if _is_same(each.timescale, other.timescale)), None)
        if same is None:
            kept.append(each)
        else:
            left.remove(same)
    return kept, left


def _is_same(old: Timescale, new: Timescale) -> bool:
    if old.relation is not new.relation or old.days is None or new.days is None:
        return old.relation is new.relation and old.words.casefold() == new.words.casefold()
    return isclose(old.days, new.days, rel_tol=0.01) and not _is_restarted(old, new)


def _stands_in(limit: FoundLimit, others: Sequence[FoundLimit]) -> bool:
    """Whether a limit of the same length is anywhere among *others*: then it only moved."""
    return any(_is_same(limit.timescale, each.timescale) for each in others)


def _is_restarted(old: Timescale, new: Timescale) -> bool:
    """Whether both tell their start and nothing of it is the same, or one runs before and the other after."""
    if not old.start or not new.start:
        return False
    if old.start.lower().startswith(_BEFORE) != new.start.lower().startswith(_BEFORE):
        return True
    ours, theirs = _content(old.start), _content(new.start)
    return bool(ours and theirs) and not ours & theirs


def _content(words: str) -> set[str]:
    """Content words cut to five letters, so that ``referral`` and ``referred`` meet."""
    plain = "".join(sign if sign.isalnum() else " " for sign in words.lower()).split()
    return {stem(word)[:5] for word in plain if word not in _EMPTY and len(word) > 1}


def _compare(was: FoundLimit, now: FoundLimit, pair: SentencePair) -> Iterator[TextFinding]:
    before, after = was.timescale, now.timescale
    if before.days is None or after.days is None:
        return
    if not isclose(before.days, after.days, rel_tol=0.01):
        shorter = after.days < before.days
        kind = ChangeKind.TIMESCALE_SHORTENED if shorter else ChangeKind.TIMESCALE_LENGTHENED
        yield _two_sided(kind, was, now, pair, f"{before} became {after}")
    if _is_restarted(before, after):
        yield _two_sided(
            ChangeKind.TIMESCALE_RESTARTED,
            was,
            now,
            pair,
            f"the clock started “{before.start}” and starts “{after.start}”",
        )


def _vague(was: FoundLimit, now: FoundLimit, pair: SentencePair) -> Iterator[TextFinding]:
    """A figure in place of "promptly" is a limit set; "promptly" in place of a figure is a limit dropped."""
    relations = was.timescale.relation, now.timescale.relation
    if relations == (Relation.PROMPTLY, Relation.WITHIN):
        why = f"a figure, {now.timescale}, stands where only “{was.timescale}” was asked"
        yield _two_sided(ChangeKind.TIMESCALE_SET, was, now, pair, why)
    elif relations == (Relation.WITHIN, Relation.PROMPTLY):
        why = f"only “{now.timescale}” is asked where a figure, {was.timescale}, was set"
        yield _two_sided(ChangeKind.TIMESCALE_DROPPED, was, now, pair, why)


def _two_sided(kind: ChangeKind, was: FoundLimit, now: FoundLimit, pair: SentencePair, why: str) -> TextFinding:
    return TextFinding(
        kind=kind,
        was=was.words,
        now=now.words,
        was_at=(was.start, was.end),
        now_at=(now.start, now.end),
        was_sentence=pair.old.segment.number,
        now_sentence=pair.new.segment.number,
        why=why,
    )


def _one_sided(kind: ChangeKind, limit: FoundLimit, sentence: Sentence, other: int) -> TextFinding:
    place, number = (limit.start, limit.end), sentence.segment.number
    if kind is ChangeKind.TIMESCALE_SET:
        why = f"{limit.timescale} is in sentence {number} of the new text and nowhere in the old"
        return TextFinding(kind=kind, now=limit.words, now_at=place, was_sentence=other, now_sentence=number, why=why)
    why = f"{limit.timescale} was in sentence {number} of the old text and is nowhere in the new"
    return TextFinding(kind=kind, was=limit.words, was_at=place, was_sentence=number, now_sentence=other, why=why)
