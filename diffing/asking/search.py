"""Finding the records that answer a question, best first.

Editions are never guessed at: a record of an edition that was not asked about is not in the list, and one of a draft
only where a draft may stand. Agencies are as strict where the question is about what somebody has to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log1p

from diffing.asking.index import Index
from diffing.asking.question import Intent, Reading
from diffing.asking.records import Record, RecordKind
from diffing.asking.scoring import concepts_of, coverage, relevance, suits
from diffing.selection import KIND_GROUPS, find_kinds
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Coverage, Strength
from kb.lookup import Reach, audience

FLOOR = 0.51
"""Least part of what a question looks for that a record must have; below it nothing is found."""

STRICT = (Intent.WHAT_CHANGED, Intent.DUTIES_NOW)
"""Questions about what somebody has to do: a record must concern an agency asked about."""

PRESENT = (Intent.DUTIES_NOW, Intent.WHO_DOES, Intent.HOW_LONG, Intent.DEFINE, Intent.SEARCH)
"""Questions in which ``now`` means what stands today and no older edition."""

NEARNESS = {
    Reach.NAMED: 1.0,
    Reach.MEMBER: 0.9,
    Reach.PREDECESSOR: 0.75,
    Reach.SUCCESSOR: 0.75,
    Reach.WIDER: 0.35,
}
"""How far a record counts for an agency that it reaches in this way."""

MENTIONED = 0.7
"""The same for a record whose words name the agency without making it a bearer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A record that bears on the question."""

    record: Record
    """The record."""

    score: float
    """How much it tells; only to put hits in order."""

    covered: float
    """How much of what the question looks for it has, 0 to 1."""

    reach: str
    """How it concerns the agencies asked about; empty when none was or when only its words name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which records may be in the answer at all."""

    base: KnowledgeBase
    """The corpus."""

    reading: Reading
    """How the question was read."""

    near: dict[str, tuple[float, str]] = field(default_factory=dict)
    """For every bearer that the agencies asked about reach: how far it counts, and in which way it is reached."""

    barred: frozenset[str] = frozenset()
    """Bearers that were ruled out."""

    editions: tuple[str, ...] = ()
    """Editions that may be told of; empty for all issued ones."""

    kinds: tuple[ChangeKind, ...] = ()
    """Kinds of change asked for."""

    order: dict[str, int] = field(default_factory=dict)
    """Place of each edition in time."""

    def admits(self, record: Record) -> bool:
        """Whether *record* is of an edition, a draft and a strength that was asked for."""
        if self.reading.intent is Intent.LIST_EDITIONS and record.kind not in (RecordKind.EDITION, RecordKind.DISPUTE):
            return False
        return self._in_time(record) and self._of_strength(record)

    def _in_time(self, record: Record) -> bool:
        reading = self.reading
        if record.draft and not reading.drafts and (self.editions or reading.intent is Intent.WHAT_CHANGED):
            return False
        if reading.from_edition and record.before:
            start, end = self.order[reading.from_edition], self.order[reading.to_edition]
            return start <= self.order[record.before] and self.order[record.editions[0]] <= end
        if not self.editions or not set(self.editions).isdisjoint(record.editions):
            return True
        return record.before in self.editions and self.base.edition(record.before).is_draft

    def _of_strength(self, record: Record) -> bool:
        asked = self.reading.strengths
        if not self.reading.strictly or not asked or not record.strengths:
            return True
        return not set(asked).isdisjoint(record.strengths)

    def nearness(self, record: Record) -> tuple[float, str]:
        """How far *record* concerns the agencies asked about, 0 to 1, and in which way; 1 when none was asked about."""
        if not self.near:
            bearers = set(record.who) or set(record.mentions)
            return (0.0, "") if bearers and bearers <= self.barred else (1.0, "")
        best = max((self.near[name] for name in record.who if name in self.near), default=(0.0, ""))
        if best[0] < MENTIONED and any(self.near.get(name, _NOT)[0] > MENTIONED for name in record.mentions):
            best = (MENTIONED, "")
        return (0.0, "") if best[0] <= MENTIONED and not self.barred.isdisjoint(record.who) else best


_NOT = (0.0, "")


def scope_of(base: KnowledgeBase, reading: Reading) -> Scope:
    """The records that a question read like this may be answered with."""
    order = {edition.id: place for place, edition in enumerate(base.editions)}
    editions = reading.editions
    if reading.from_edition:
        start, end = order[reading.from_edition], order[reading.to_edition]
        ends = (reading.from_edition, reading.to_edition)
        editions = tuple(each.id for each in base.editions[start : end + 1] if not each.is_draft or each.id in ends)
    elif reading.now and not editions and reading.intent in PRESENT:
        editions = standing_editions(base)
    names = [name for name in reading.kinds if name in KIND_GROUPS or name in set(ChangeKind)]
    barred = (audience(base, base.agency(name)).reach.items() for name in reading.excluded)
    return Scope(
        base=base,
        reading=reading,
        near=_near(base, reading.agencies),
        barred=frozenset(name for reach in barred for name, how in reach if how is not Reach.WIDER),
        editions=editions,
        kinds=find_kinds(names),
        order=order,
    )


def standing_editions(base: KnowledgeBase) -> tuple[str, ...]:
    """What can tell of today: the latest edition and, where the corpus has it only in part, the last whole one too."""
    latest = base.issued[-1]
    known = [edition.id for edition in base.issued if _is_whole(base, edition.id)]
    return (latest.id,) if not known or known[-1] == latest.id else (known[-1], latest.id)


def _is_whole(base: KnowledgeBase, edition: str) -> bool:
    chapters = [chapter for chapter in base.chapters_of(edition) if not chapter.document]
    return bool(chapters) and all(chapter.coverage is Coverage.COMPLETE for chapter in chapters)


def _near(base: KnowledgeBase, agencies: tuple[str, ...]) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}
    for name in agencies:
        for other, how in audience(base, base.agency(name)).reach.items():
            found[other] = max(found.get(other, _NOT), (NEARNESS[how], how.value))
    return found


def find_hits(index: Index, scope: Scope, floor: float = FLOOR) -> tuple[Hit, ...]:
    """Every record that bears on the question, best first; equal questions give equal lists."""
    reading = scope.reading
    strict = bool(scope.near) and reading.intent in STRICT and set(reading.agencies) != set(reading.unsure)
    concepts = concepts_of(index, reading)
    if strict:
        concepts = tuple(each for each in concepts if not any(key.startswith("@agency:") for key in each.keys))
    scores = relevance(index, scope.base, reading)
    covered = coverage(index, concepts) if concepts else {}
    places: Iterable[int] = sorted(scores) if concepts else range(len(index.records))
    hits = []
    for place in places:
        part = covered.get(place, 0.0) if concepts else 1.0
        if part < floor or not scope.admits(index.records[place]):
            continue
        record = index.records[place]
        near, reach = scope.nearness(record)
        if near == 0.0 and (strict or not scope.near):
            continue
        score = (scores.get(place, 0.0) + 1.0) * (0.2 + 0.8 * part**1.5) * _fitness(scope, record)
        hits.append(Hit(record=record, score=score * (near if strict else 0.7 + 0.3 * near), covered=part, reach=reach))
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.record.id, hit.record.kind)))


def _fitness(scope: Scope, record: Record) -> float:
    """How well a record of this kind, age and support answers, whatever its words."""
    reading = scope.reading
    factor = suits(reading.intent, record.kind) * (1 + 0.06 * log1p(record.citations))
    if scope.kinds:
        factor *= 1.5 if set(scope.kinds) & set(record.changes) else 0.7
    elif reading.intent is Intent.WHAT_CHANGED and record.before and set(record.changes) <= QUIET:
        factor *= 0.7
    if reading.intent is Intent.HOW_LONG and record.kind in _LIMITED:
        factor *= 1.4 if record.has_limit else 0.7
    if reading.strengths and set(reading.strengths) & set(record.strengths):
        factor *= 1.2
    if reading.intent is Intent.DEFINE and Strength.STATES in record.strengths:
        factor *= 1.15
    if reading.intent in (*PRESENT, Intent.WHAT_CHANGED) and not scope.editions and record.editions:
        factor *= 1 + 0.25 * max(scope.order.get(name, 0) for name in record.editions) / len(scope.order)
    if reading.from_edition and record.before == reading.from_edition == record.editions[0]:
        factor *= 0.6
    return factor * (0.75 if record.draft and not reading.drafts else 1.0)


QUIET = frozenset(
    {
        ChangeKind.UNCHANGED,
        ChangeKind.CARRIED_ON,
        ChangeKind.CLARIFIED,
        ChangeKind.CORRECTED,
        ChangeKind.MOVED,
        ChangeKind.REWORDED,
        ChangeKind.RESTRUCTURED,
    }
)
"""Kinds that change nothing of what anybody has to do: told after those that do."""

_LIMITED = (RecordKind.ANNOUNCED, RecordKind.COMPARED, RecordKind.PROVISION)
"""Records that a time limit can stand in."""

SPREAD = 0.85
"""What a further hit of the same edition or step counts for, when no edition was asked for."""


def is_close(hit: Hit) -> bool:
    """Whether a hit concerns an agency asked about by more than a wider group."""
    return hit.reach != Reach.WIDER.value


def spread_hits(hits: tuple[Hit, ...], limit: int) -> tuple[Hit, ...]:
    """The first *limit* hits, chosen so that one edition does not crowd out the others."""
    pool = list(hits[: limit * 6])
    seen: dict[tuple[str, ...], int] = {}
    chosen: list[Hit] = []
    while pool and len(chosen) < limit:
        best = max(pool, key=lambda hit: hit.score * SPREAD ** seen.get((hit.record.before, *hit.record.editions), 0))
        pool.remove(best)
        chosen.append(best)
        where = (best.record.before, *best.record.editions)
        seen[where] = seen.get(where, 0) + 1
    return tuple(chosen)
