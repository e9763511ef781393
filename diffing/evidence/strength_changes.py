"""Say where a sentence binds more or less strongly than it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from diffing.evidence.alignment import MODAL, Sentence, SentencePair, pair_modals
from diffing.evidence.model import TextFinding
from diffing.evidence.strengths import FoundStrength
from kb.guidance import ChangeKind, Strength

_REQUIRED = (Strength.MUST, Strength.SHOULD, Strength.MAY)
_FORBIDDEN = (Strength.MUST_NOT, Strength.SHOULD_NOT)
"""Strengths whose order is settled. An expectation is not put on the scale, and a duty is not compared with a ban."""


def find_strength_changes(
    pairs: Sequence[SentencePair], old: Sequence[Sentence], new: Sequence[Sentence]
) -> Iterator[TextFinding]:
    """A finding for each modal that became stronger or weaker, with the sentences it stands in.

    A point of a list that has no modal of its own has that of its lead-in; where both points hang on lead-ins that are
    paired with each other the lead-ins tell it, once.
    """
    leads = {pair.old.segment.number: pair.new.segment.number for pair in pairs}
    before, after = ({each.segment.number: each for each in side} for side in (old, new))
    for pair in pairs:
        if pair.old.strengths and pair.new.strengths:
            for was, now in pair_modals(pair):
                yield from _compare(was, now, pair)
        elif _told_apart(pair, leads):
            was_lead, now_lead = _effective(pair.old, before), _effective(pair.new, after)
            if was_lead is not None and now_lead is not None:
                yield from _compare(was_lead, now_lead, pair)


def _told_apart(pair: SentencePair, leads: Mapping[int, int]) -> bool:
    """Whether the lead-ins are not already compared with each other."""
    lead = pair.old.segment.lead
    return not (lead and leads.get(lead) == pair.new.segment.lead)


def _effective(sentence: Sentence, known: Mapping[int, Sentence]) -> FoundStrength | None:
    """The one modal that rules *sentence*: its own, or the last of its lead-in; ``None`` where several could."""
    if sentence.strengths:
        own = [each for each in sentence.strengths if each.is_main]
        return own[0] if len(own) == 1 and sentence.keys.index(MODAL) <= 4 else None
    if not sentence.segment.lead:
        return None
    lead = [each for each in known[sentence.segment.lead].strengths if each.is_main]
    return lead[-1] if len(lead) == 1 else None


def _compare(was: FoundStrength, now: FoundStrength, pair: SentencePair) -> Iterator[TextFinding]:
    if not any({was.strength, now.strength} <= set(scale) for scale in (_REQUIRED, _FORBIDDEN)):
        return
    if was.strength.rank == now.strength.rank:
        return
    stronger = now.strength.rank > was.strength.rank
    numbers = pair.old.segment.number, pair.new.segment.number
    yield TextFinding(
        kind=ChangeKind.STRENGTHENED if stronger else ChangeKind.WEAKENED,
        was=was.words,
        now=now.words,
        was_at=(was.start, was.end),
        now_at=(now.start, now.end),
        was_sentence=numbers[0],
        now_sentence=numbers[1],
        why=f"{was.strength} (rank {was.strength.rank}) became {now.strength} (rank {now.strength.rank}): "
        f"sentence {numbers[0]} of the old text, {numbers[1]} of the new",
    )
