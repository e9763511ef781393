"""The line of provisions that are the same duty through the editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from diffing.change import Basis, Tie
from diffing.compiled import Compiled
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One duty through the editions; it can split and join."""

    slug: str
    """Name of the line: the slug that most of it has among its members of the latest issued edition."""

    title: str
    """Title of that member."""

    members: tuple[Provision, ...]
    """Oldest edition first, in the order of their files."""

    ties: tuple[Tie, ...]
    """The links between members: the asserted ones as written, and the computed ones."""


@dataclass(frozen=True, slots=True)
class _Joined:
    members: list[str]
    ties: list[Tie]


@lru_cache(maxsize=2)
def lineages(compiled: Compiled) -> tuple[Lineage, ...]:
    """Every line, in the order of its oldest member; a provision that stands alone is a line of one.

    Each provision is in exactly one line.
    """
    base = compiled.base
    ties = _direct_ties(compiled)
    group_of: dict[str, _Joined] = {each.id: _Joined([each.id], []) for each in base.provisions}
    for tie in ties:
        left, right = group_of[tie.old], group_of[tie.new]
        left.ties.append(tie)
        if left is not right:
            left.members.extend(right.members)
            left.ties.extend(right.ties)
            for name in right.members:
                group_of[name] = left
    groups = {id(group): group for group in group_of.values()}.values()
    order = {each.id: number for number, each in enumerate(base.provisions)}
    return _with_own_slugs([_lineage(base, group, order) for group in groups])


def lineage_of(compiled: Compiled, provision: Provision) -> Lineage:
    """The line that *provision* belongs to."""
    return _line_by_member(compiled)[provision.id]


@lru_cache(maxsize=2)
def _line_by_member(compiled: Compiled) -> dict[str, Lineage]:
    return {member.id: line for line in lineages(compiled) for member in line.members}


def find_provision(base: KnowledgeBase, name: str) -> Provision:
    """The provision with id *name*, or the latest issued one with that slug.

    Raises:
        NotFoundError: there is none; carries the nearest ids.
    """
    if "/" not in name:
        drafts = {edition.id for edition in base.editions if edition.is_draft}
        found = [each for each in base.provisions if each.id.split("/")[1] == name]
        issued = [each for each in found if each.edition not in drafts]
        if found:
            return (issued or found)[-1]
    return base.provision(name)


def badge(compiled: Compiled, provision: Provision) -> str:
    """A short history of a provision in one bracket, e.g. ``[2013, strengthened 2018]``.

    Begins with the edition in which the duty is first recorded; then each later step that changed it, up to the
    edition of *provision*. Told is what led to this provision, not what became of others that split off on the way,
    and nothing that only a draft shows. ``carried on``, ``unchanged`` and ``reworded`` are not told.
    """
    drafts = {edition.id for edition in compiled.base.editions if edition.is_draft}
    behind = _led_to(compiled, provision)
    editions = {name.split("/")[0] for name in behind}
    order = [edition.id for edition in compiled.base.editions if edition.id in editions]
    words = [next((name for name in order if name not in drafts), order[0])]
    kinds_of = _told_kinds(compiled)
    for edition in order:
        found = {kind for name in behind if name.startswith(f"{edition}/") for kind in kinds_of.get(name, ())}
        if found:
            words.append(f"{', '.join(kind for kind in ChangeKind if kind in found)} {edition}")
    return f"[{'; '.join(words)}]"


def _led_to(compiled: Compiled, provision: Provision) -> set[str]:
    """Ids of *provision* and of all that it continues, one step after the other."""
    earlier: dict[str, list[str]] = {}
    for tie in lineage_of(compiled, provision).ties:
        earlier.setdefault(tie.new, []).append(tie.old)
    found = {provision.id}
    queue = [provision.id]
    while queue:
        for name in earlier.get(queue.pop(), []):
            if name not in found:
                found.add(name)
                queue.append(name)
    return found


@lru_cache(maxsize=2)
def _told_kinds(compiled: Compiled) -> dict[str, set[ChangeKind]]:
    """Id of each provision to what a badge tells of the steps from one issued edition to the next that led to it."""
    drafts = {edition.id for edition in compiled.base.editions if edition.is_draft}
    found: dict[str, set[ChangeKind]] = {}
    for step in compiled.steps:
        if step.from_edition == step.to_edition or {step.from_edition, step.to_edition} & drafts:
            continue
        for change in step.changes:
            told = set(change.kinds) - _QUIET
            if told and change.old:
                for name in change.new:
                    found.setdefault(name, set()).update(told)
    return found


_QUIET = frozenset(
    {
        ChangeKind.CARRIED_ON,
        ChangeKind.UNCHANGED,
        ChangeKind.REWORDED,
        ChangeKind.FIRST_RECORDED,
        ChangeKind.INTRODUCED,
        ChangeKind.NOT_RECORDED_AFTER,
        ChangeKind.CLARIFIED,
        ChangeKind.RESTRUCTURED,
    }
)
"""Kinds that a badge does not tell: the line itself shows them, or nothing in it changed."""


def _direct_ties(compiled: Compiled) -> list[Tie]:
    asserted = [
        Tie(old=link.earlier, new=each.id, basis=Basis.ASSERTED, why=link.why, score=1.0, citations=link.citations)
        for each in compiled.base.provisions
        for link in each.continues
    ]
    computed = [
        tie for step in compiled.steps for change in step.changes for tie in change.ties if tie.basis is Basis.COMPUTED
    ]
    return [*asserted, *computed]


def _with_own_slugs(lines: list[Lineage]) -> tuple[Lineage, ...]:
    """*lines*, where the same slug was taken twice the older line gets its last edition added."""
    keeper: dict[str, Lineage] = {}
    for line in lines:
        rival = keeper.get(line.slug)
        if rival is None or (len(line.members), line.members[-1].edition) > (
            len(rival.members),
            rival.members[-1].edition,
        ):
            keeper[line.slug] = line
    return tuple(
        line if keeper[line.slug] is line else replace(line, slug=f"{line.slug}-{line.members[-1].edition}")
        for line in lines
    )


def _lineage(base: KnowledgeBase, group: _Joined, order: dict[str, int]) -> Lineage:
    members = sorted((base.provision(name) for name in group.members), key=lambda each: order[each.id])
    ties = sorted(group.ties, key=lambda tie: (order[tie.new], order[tie.old]))
    head = _name_giver(base, members)
    return Lineage(slug=head.id.split("/")[1], title=head.title, members=tuple(members), ties=tuple(ties))


def _name_giver(base: KnowledgeBase, members: list[Provision]) -> Provision:
    """Of the latest issued edition in the line the member whose slug most of the line has, else the first."""
    drafts = {edition.id for edition in base.editions if edition.is_draft}
    issued = [each for each in members if each.edition not in drafts] or members
    latest = [each for each in issued if each.edition == issued[-1].edition]
    slugs = Counter(each.id.split("/")[1] for each in members)
    return max(latest, key=lambda each: slugs[each.id.split("/")[1]])
