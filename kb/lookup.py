"""Finding an agency by what people call it, and everything that such a question reaches.

Asking for a group includes its members; predecessors and successors are followed; wider groups that include the
agency are kept apart, since a duty on everybody is also a duty on a school.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kb.base import KnowledgeBase
from kb.errors import AmbiguousNameError, NotFoundError
from kb.vocabulary import Agency, Succession

NEAR = 86.0
"""Least likeness (rapidfuzz ratio, 0 to 100) at which a misspelt name is taken for a known one."""

CLEAR = 4.0
"""How much likelier the best must be than the next other agency; nearer than that is a guess."""


class Reach(StrEnum):
    """How a bearer comes into a question about an agency."""

    NAMED = "named"
    MEMBER = "member"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    WIDER = "wider group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """An agency as asked for, with every bearer that concerns it."""

    agency: Agency
    """Whom the question is about."""

    reach: dict[str, Reach]
    """Agency id to the nearest way in which it concerns *agency*."""

    notes: tuple[str, ...]
    """What a reader must know of members and successions, e.g. who took over."""

    def nearest(self, who: Iterable[str]) -> Reach | None:
        """The nearest way in which any of the bearers *who* concerns the agency; ``None`` for none."""
        found = {self.reach[name] for name in who if name in self.reach}
        return next(reach for reach in Reach if reach in found) if found else None


def find_agency(base: KnowledgeBase, name: str) -> Agency:
    """The agency that people call *name*: id, name, alias, plural or near spelling.

    Raises:
        AmbiguousNameError: the name is used for more than one agency.
        NotFoundError: nothing is near enough; carries the three nearest names.

    Example:
        >>> from kb.corpus import corpus_root
        >>> from kb.reading.whole import read_corpus
        >>> find_agency(read_corpus(corpus_root()), "GP").id
        'gps'
    """
    wanted = _plain(name)
    for each in base.ambiguous:
        if _plain(each.alias) == wanted:
            raise AmbiguousNameError(name, [f"{base.agency(i).name} ({i})" for i in each.ids])
    names = _names(base)
    for variant in (wanted, wanted.removesuffix("s"), f"{wanted}s"):
        if variant in names:
            return base.agency(names[variant])
    return base.agency(_nearest(base, name, wanted, names))


def audience(base: KnowledgeBase, agency: Agency) -> Audience:
    """Everything that a question about *agency* reaches, nearest way first."""
    members = _closure([agency.id], _members(base))
    after = {each.id: [step.id for step in each.succeeded_by] for each in base.agencies}
    before: dict[str, list[str]] = {}
    for earlier, later in after.items():
        for each in later:
            before.setdefault(each, []).append(earlier)
    wider = _closure([agency.id], {each.id: list(each.broader) for each in base.agencies})
    reach: dict[str, Reach] = {agency.id: Reach.NAMED}
    for group, how in (
        (members, Reach.MEMBER),
        (_closure([agency.id], before), Reach.PREDECESSOR),
        (_closure([agency.id], after), Reach.SUCCESSOR),
        (wider, Reach.WIDER),
    ):
        for each in group:
            reach.setdefault(each, how)
    return Audience(agency=agency, reach=reach, notes=tuple(_notes(base, agency, reach)))


def agency_successors(base: KnowledgeBase, name: str) -> set[str]:
    """Ids of all agencies that took over from the agency *name*, directly or one after the other."""
    return _followers(name, lambda each: base.agency(each).succeeded_by)


def term_successors(base: KnowledgeBase, name: str) -> set[str]:
    """Ids of all terms that took the place of the term *name*, directly or one after the other."""
    return _followers(name, lambda each: base.term(each).replaced_by)


def agency_names(base: KnowledgeBase, ids: Iterable[str]) -> str:
    """The names of agencies, parted by commas, in the order of *ids*."""
    return ", ".join(base.agency(name).name for name in ids)


def _followers(name: str, steps: Callable[[str], tuple[Succession, ...]]) -> set[str]:
    found: set[str] = set()
    queue = [name]
    while queue:
        fresh = [step.id for step in steps(queue.pop()) if step.id not in found]
        found.update(fresh)
        queue += fresh
    return found


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").replace("-", " ").split())


def _names(base: KnowledgeBase) -> dict[str, str]:
    """Every way to spell an agency to its id; its own name goes before another's alias."""
    names: dict[str, str] = {}
    for agency in base.agencies:
        names |= {_plain(agency.id): agency.id, _plain(agency.name): agency.id}
    for agency in base.agencies:
        for alias in agency.aliases:
            names.setdefault(_plain(alias), agency.id)
    return names


def _nearest(base: KnowledgeBase, name: str, wanted: str, names: dict[str, str]) -> str:
    from rapidfuzz import fuzz, process

    ranked: dict[str, float] = {}
    for found, score, _ in process.extract(wanted, list(names), scorer=fuzz.ratio, limit=40):
        ranked.setdefault(names[found], score)
    best = list(ranked.items())[:3]
    clear = len(best) < 2 or best[0][1] - best[1][1] >= CLEAR
    if best and best[0][1] >= NEAR and clear and len(wanted) > 3:
        return best[0][0]
    raise NotFoundError("agency", name, [base.agency(each).name for each, _ in best])


def _members(base: KnowledgeBase) -> dict[str, list[str]]:
    members: dict[str, list[str]] = {}
    for agency in base.agencies:
        for group in agency.broader:
            members.setdefault(group, []).append(agency.id)
    return members


def _closure(start: list[str], edges: dict[str, list[str]]) -> list[str]:
    found: list[str] = []
    queue = list(start)
    while queue:
        for each in edges.get(queue.pop(0), []):
            if each not in found:
                found.append(each)
                queue.append(each)
    return found


def _notes(base: KnowledgeBase, agency: Agency, reach: dict[str, Reach]) -> list[str]:
    notes = []
    line = [agency.id, *(name for name, how in reach.items() if how in (Reach.PREDECESSOR, Reach.SUCCESSOR))]
    for each in (base.agency(name) for name in line):
        for step in each.succeeded_by:
            if step.id in line:
                since = f" from {step.since}" if step.since else ""
                notes.append(f"{each.name}: succeeded by {base.agency(step.id).name}{since}")
    members = [base.agency(name).name for name, how in reach.items() if how is Reach.MEMBER]
    if members:
        shown = ", ".join(members[:6]) + (f" and {len(members) - 6} more" if len(members) > 6 else "")
        notes.append(f"{agency.name} includes: {shown}")
    return notes
