"""Choosing changes: for an agency, between editions, of some kinds, strengths and topics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from diffing.change import Change, Step
from diffing.compiled import Compiled
from kb.base import KnowledgeBase
from kb.errors import NotFoundError, SelectionError
from kb.guidance import ChangeKind, Edition, Strength
from kb.lookup import Audience, Reach

KIND_GROUPS: dict[str, tuple[ChangeKind, ...]] = {
    "new": (ChangeKind.INTRODUCED, ChangeKind.FIRST_RECORDED),
    "gone": (ChangeKind.REMOVED, ChangeKind.NOT_RECORDED_AFTER),
    "stronger": (ChangeKind.STRENGTHENED,),
    "weaker": (ChangeKind.WEAKENED,),
    "timescale": tuple(kind for kind in ChangeKind if kind.value.startswith("timescale")),
    "same": (ChangeKind.UNCHANGED, ChangeKind.CARRIED_ON),
}
"""Words that stand for several kinds at once."""

SILENT = (ChangeKind.FIRST_RECORDED, ChangeKind.NOT_RECORDED_AFTER, ChangeKind.CARRIED_ON)
"""Kinds that tell no change: counted, and listed only when asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What was asked for; an empty filter lets everything through."""

    audience: Audience | None = None
    """Whom it must concern."""

    from_edition: str = ""
    """Oldest edition of the before; empty for the oldest there is."""

    to_edition: str = ""
    """Newest edition of the after; empty for the latest issued one."""

    kinds: tuple[ChangeKind, ...] = ()
    """Kinds of change."""

    strengths: tuple[Strength, ...] = ()
    """Strengths of the provision after (or before, where none is after)."""

    topics: tuple[str, ...] = ()
    """Topic ids."""

    named_only: bool = False
    """Whether to leave out what concerns the audience only through a wider group."""

    with_silent: bool = False
    """Whether to list what tells no change, see :data:`SILENT`; asking for such a kind lists it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """One change that was asked for."""

    step: Step
    """The step it belongs to."""

    change: Change
    """The change."""

    reach: Reach | None
    """How it concerns the agency asked about; ``None`` when none was asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The answer: what was found and what was looked through."""

    filters: Filters
    """What was asked."""

    steps: tuple[Step, ...]
    """The steps that were looked through, oldest first."""

    found: tuple[Selected, ...]
    """By step and in-place update, oldest first; then what names the agency itself before wider groups, then
    weightiest kind first."""

    silent: tuple[Selected, ...]
    """What was left out because it tells no change, in the same order."""

    @property
    def compared(self) -> int:
        """How many provisions were compared, both sides of every step together."""
        return sum(step.compared_old + step.compared_new for step in self.steps)

    @property
    def partial(self) -> tuple[str, ...]:
        """Ids of the chapters looked through that the corpus carries only in part."""
        return tuple(dict.fromkeys(chapter for step in self.steps for chapter in step.partial))


def find_edition(base: KnowledgeBase, name: str) -> Edition:
    """The edition that people call *name*: ``2018``, ``WT18``, ``wt2018``, ``latest``, the id of a draft.

    Raises:
        NotFoundError: there is none; the message lists those there are.
    """
    wanted = name.strip().casefold().removeprefix("wt").strip()
    if wanted == "latest":
        return base.issued[-1]
    if len(wanted) == 2 and wanted.isdigit():
        wanted = f"20{wanted}"
    for edition in base.editions:
        if edition.id == wanted:
            return edition
    raise NotFoundError("edition", name, [edition.id for edition in base.editions])


def find_kinds(names: Iterable[str]) -> tuple[ChangeKind, ...]:
    """The kinds that *names* stand for: a kind itself, or a word of :data:`KIND_GROUPS`.

    Raises:
        NotFoundError: a name stands for none; the message lists all.
    """
    found: list[ChangeKind] = []
    for name in names:
        wanted = " ".join(name.casefold().replace("-", " ").split())
        if wanted in KIND_GROUPS:
            found += KIND_GROUPS[wanted]
        elif wanted in set(ChangeKind):
            found.append(ChangeKind(wanted))
        else:
            raise NotFoundError("kind", name, [*KIND_GROUPS, *(kind.value for kind in ChangeKind)])
    return tuple(dict.fromkeys(found))


def select(compiled: Compiled, filters: Filters) -> Selection:
    """The changes that *filters* let through.

    Raises:
        NotFoundError: an edition does not exist.
        SelectionError: ``from`` is not earlier than ``to``, or a draft is asked for with nothing to compare it with.
    """
    steps = _steps(compiled, filters)
    found = [
        Selected(step=step, change=change, reach=reach)
        for step in steps
        for change in step.changes
        for reach in [_reach(filters.audience, change)]
        if _concerns(filters, reach) and _passes(compiled.base, filters, change)
    ]
    found.sort(key=_nearness(steps))
    listed = [each for each in found if filters.with_silent or filters.kinds or not _is_silent(each.change)]
    silent = [] if len(listed) == len(found) else [each for each in found if _is_silent(each.change)]
    return Selection(filters=filters, steps=steps, found=tuple(listed), silent=tuple(silent))


def _is_silent(change: Change) -> bool:
    return set(change.kinds) <= set(SILENT)


def _steps(compiled: Compiled, filters: Filters) -> tuple[Step, ...]:
    base = compiled.base
    first = base.edition(filters.from_edition) if filters.from_edition else base.issued[0]
    last = base.edition(filters.to_edition) if filters.to_edition else base.issued[-1]
    order = {edition.id: number for number, edition in enumerate(base.editions)}
    if order[first.id] > order[last.id]:
        raise SelectionError(f"--from {first.id} is later than --to {last.id}; old is on the left: swap them")
    ends = (first.id, last.id)
    if first.is_draft or last.is_draft:
        if ends in compiled.steps_by_ends:
            return (compiled.steps_by_ends[ends],)
        draft = first if first.is_draft else last
        pairs = [
            f"--from {before} --to {after}" for before, after in compiled.steps_by_ends if draft.id in (before, after)
        ]
        raise SelectionError(f"{draft.id} is a draft and is only compared with its neighbours: {'; '.join(pairs)}")
    inside = {edition.id for edition in base.issued if order[first.id] <= order[edition.id] <= order[last.id]}
    steps = [step for step in compiled.steps if {step.from_edition, step.to_edition} <= inside]
    if first is not last:
        steps = [step for step in steps if step.from_edition != step.to_edition or step.to_edition != first.id]
    return tuple(sorted(steps, key=lambda step: (order[step.to_edition], order[step.from_edition])))


def _reach(audience: Audience | None, change: Change) -> Reach | None:
    return None if audience is None else audience.nearest(change.who)


def _concerns(filters: Filters, reach: Reach | None) -> bool:
    if filters.audience is None:
        return True
    return reach is not None and not (filters.named_only and reach is Reach.WIDER)


def _passes(base: KnowledgeBase, filters: Filters, change: Change) -> bool:
    if filters.kinds and not set(filters.kinds) & set(change.kinds):
        return False
    if filters.topics and not set(filters.topics) & set(change.topics):
        return False
    shown = change.new or change.old
    return not filters.strengths or any(base.provision(name).strength in filters.strengths for name in shown)


def _nearness(steps: tuple[Step, ...]) -> Callable[[Selected], tuple[int, str, int]]:
    place = {id(step): number for number, step in enumerate(steps)}
    reaches = list(Reach)
    return lambda each: (
        place[id(each.step)],
        each.change.revision,
        reaches.index(each.reach) if each.reach else 0,
    )
