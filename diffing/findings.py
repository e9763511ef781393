"""What differs between the two ends of a link, told only as far as the sources carry it.

An inferred strength is never compared. That a bearer or a limit is absent counts only between chapters that the corpus
carries whole: a summary that leaves something out proves nothing.
"""

from __future__ import annotations

import re
from math import isclose

from diffing.change import Basis, Finding
from kb.base import KnowledgeBase
from kb.guidance import AnnouncedChange, ChangeKind, Coverage, Provision, Strength
from kb.lookup import agency_names, agency_successors
from kb.timescale import Relation, Timescale

_COMPARED = frozenset(Strength) - {Strength.EXPECTED, Strength.STATES}
"""Strengths whose order is settled; an expectation or a description is not put on the scale."""

_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and any at by for from in into is it its latest most of on or that the their this to when which with",
    )
)
"""Words that say nothing of what a clock starts at."""


def compare(base: KnowledgeBase, old: Provision, new: Provision, basis: Basis) -> tuple[Finding, ...]:
    """Every typed difference between *old* and *new*; empty when nothing recorded differs.

    Args:
        base: The knowledge base both belong to.
        old: The earlier end of a link.
        new: The later end.
        basis: How the link is known; each finding carries it.
    """
    found = [
        *_strength(old, new, basis),
        *_bearers(base, old, new, basis),
        *_timescales(base, old, new, basis),
        *_terms(base, old, new, basis),
        *_chapter(base, old, new, basis),
    ]
    return tuple(sorted(found, key=lambda finding: list(ChangeKind).index(finding.kind)))


def redefinitions(base: KnowledgeBase, from_edition: str, to_edition: str) -> dict[str, AnnouncedChange]:
    """Terms whose meaning a source says changed on the way, with the first announced change that says so.

    Counted are the step itself and the in-place updates of the new edition. That the meanings recorded for two editions
    differ in our words proves nothing, so only what a source announces is taken.
    """
    found: dict[str, AnnouncedChange] = {}
    for change in base.changes:
        ends = (change.from_edition, change.to_edition)
        if ChangeKind.REDEFINED in change.kinds and ends in ((from_edition, to_edition), (to_edition, to_edition)):
            for term in change.terms:
                found.setdefault(term, change)
    return found


def meaning_finding(base: KnowledgeBase, name: str, from_edition: str, to_edition: str) -> Finding:
    """The finding that a duty means something else because the term *name* does."""
    term = base.term(name)
    meanings = {meaning.edition: meaning.text for meaning in term.meanings}
    was, now = (
        f"{term.label}: {meanings.get(edition, 'meaning not recorded')}" for edition in (from_edition, to_edition)
    )
    return Finding(kind=ChangeKind.REDEFINED, basis=Basis.ANNOUNCED, was=was, now=now)


def _strength(old: Provision, new: Provision, basis: Basis) -> list[Finding]:
    if old.strength_inferred or new.strength_inferred:
        return []
    if not {old.strength, new.strength} <= _COMPARED or old.strength.rank == new.strength.rank:
        return []
    kind = ChangeKind.STRENGTHENED if new.strength.rank > old.strength.rank else ChangeKind.WEAKENED
    return [Finding(kind=kind, basis=basis, was=old.strength.value, now=new.strength.value)]


def _bearers(base: KnowledgeBase, old: Provision, new: Provision, basis: Basis) -> list[Finding]:
    gone = [name for name in old.who if name not in new.who]
    come = [name for name in new.who if name not in old.who]
    successors = {name: agency_successors(base, name) for name in gone}
    taken = {name for name in come if any(name in heirs for heirs in successors.values())}
    handed = [name for name in gone if successors[name] & set(come)]
    found = []
    if handed:
        was, now = agency_names(base, handed), agency_names(base, [name for name in come if name in taken])
        found.append(Finding(kind=ChangeKind.HANDED_OVER, basis=basis, was=was, now=now))
    if not _both_whole(base, old, new):
        return found
    lost = [name for name in gone if name not in handed]
    added = [name for name in come if name not in taken]
    was, now = agency_names(base, old.who), agency_names(base, new.who)
    if added and not lost:
        found.append(Finding(kind=ChangeKind.WIDENED, basis=basis, was=was, now=now))
    elif lost and not added and new.who:
        found.append(Finding(kind=ChangeKind.NARROWED, basis=basis, was=was, now=now))
    elif lost and added:
        found.append(Finding(kind=ChangeKind.HANDED_OVER, basis=basis, was=was, now=now))
    return found


def _both_whole(base: KnowledgeBase, old: Provision, new: Provision) -> bool:
    """Both stand in chapters that the corpus carries whole, so that what is absent was really left out."""
    return all(base.chapter(each.chapter).coverage is Coverage.COMPLETE for each in (old, new))


def _timescales(base: KnowledgeBase, old: Provision, new: Provision, basis: Basis) -> list[Finding]:
    found = []
    for relation in Relation:
        before = [each for each in old.timescales if each.relation is relation]
        after = [each for each in new.timescales if each.relation is relation]
        if len(before) == 1 and len(after) == 1:
            found += _limit(before[0], after[0], basis)
    whole = _both_whole(base, old, new)
    if whole and new.timescales and not old.timescales:
        now = "; ".join(map(str, new.timescales))
        found.append(Finding(kind=ChangeKind.TIMESCALE_SET, basis=basis, now=now))
    if whole and old.timescales and not new.timescales:
        was = "; ".join(map(str, old.timescales))
        found.append(Finding(kind=ChangeKind.TIMESCALE_DROPPED, basis=basis, was=was))
    return found


def _limit(old: Timescale, new: Timescale, basis: Basis) -> list[Finding]:
    if old.days is None or new.days is None:
        return []
    was, now = str(old), str(new)
    if not isclose(old.days, new.days, rel_tol=0.01):
        shorter = new.days < old.days
        kind = ChangeKind.TIMESCALE_SHORTENED if shorter else ChangeKind.TIMESCALE_LENGTHENED
        return [Finding(kind=kind, basis=basis, was=was, now=now)]
    if old.start and new.start and not _words(old.start) & _words(new.start):
        return [Finding(kind=ChangeKind.TIMESCALE_RESTARTED, basis=basis, was=was, now=now)]
    return []


def _words(text: str) -> set[str]:
    """Content words cut to five letters, so that ``referral`` and ``referred`` meet."""
    return {word[:5] for word in re.findall(r"[a-z]+", text.lower()) if word not in _COMMON}


def _terms(base: KnowledgeBase, old: Provision, new: Provision, basis: Basis) -> list[Finding]:
    found = []
    for name in old.terms:
        heirs = [step.id for step in base.term(name).replaced_by if step.id in new.terms and step.id not in old.terms]
        if heirs and name not in new.terms:
            now = ", ".join(base.term(heir).label for heir in heirs)
            found.append(Finding(kind=ChangeKind.RENAMED, basis=basis, was=base.term(name).label, now=now))
    return found


def _chapter(base: KnowledgeBase, old: Provision, new: Provision, basis: Basis) -> list[Finding]:
    before, after = base.chapter(old.chapter), base.chapter(new.chapter)
    if before.theme == after.theme or not (old.paragraph and new.paragraph):
        return []
    was, now = (f"{each.number} {each.title}".strip() for each in (before, after))
    return [Finding(kind=ChangeKind.MOVED, basis=basis, was=was, now=now)]
