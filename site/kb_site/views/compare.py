"""Comparisons of two editions: what changed, by kind, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diffing.change import Change, Step
from diffing.rows import step_name
from kb_site import address
from kb_site.kinds import FAMILIES, FAMILY_OF, Family, is_quiet
from kb_site.page import GeneratedPage, Offer
from kb_site.render import Renderer
from kb_site.shelves import Row, Section, Shelf, shelve


def compare_pages(renderer: Renderer, further: tuple[Step, ...], offers: tuple[Offer, ...]) -> Iterator[GeneratedPage]:
    """The list of comparisons and one page for each pair, with more pages for long lists.

    Neighbouring pairs come first: that is where a change stands. *further* are the other pairs of issued editions.
    """
    compiled = renderer.compiled
    yield renderer.page(
        "compare-list.html.j2",
        "compare/",
        "Compare editions",
        description="Choose two editions and see what changed between them.",
        steps={(step.from_edition, step.to_edition): step for step in (*compiled.steps, *further)},
        neighbours={(step.from_edition, step.to_edition) for step in compiled.steps},
        told=_told,
    )
    for step in compiled.steps:
        yield from _step_pages(renderer, step, (), offers)
    for step in further:
        yield from _step_pages(renderer, step, _between(renderer, step), offers)


def step_title(step: Step) -> str:
    """What a comparison is called."""
    if step.from_edition == step.to_edition:
        return f"Updates of {step.to_edition}"
    return f"What changed from {step.from_edition} to {step.to_edition}"


def by_family(changes: tuple[Change, ...]) -> dict[Family, list[Change]]:
    """Every change once, in the family of its weightiest kind; families without one are left out."""
    groups: dict[Family, list[Change]] = {family: [] for family in FAMILIES}
    for change in changes:
        groups[FAMILY_OF[change.kinds[0]]].append(change)
    return {family: found for family, found in groups.items() if found}


def _told(step: Step) -> int:
    return sum(not is_quiet(change) for change in step.changes)


def _between(renderer: Renderer, step: Step) -> tuple[Step, ...]:
    """The neighbouring steps that lead from one end of *step* to the other."""
    base = renderer.compiled.base
    order = {edition.id: number for number, edition in enumerate(base.issued)}
    first, last = order[step.from_edition], order[step.to_edition]
    return tuple(
        each
        for each in renderer.compiled.steps
        if {each.from_edition, each.to_edition} <= order.keys()
        and first <= order[each.from_edition] <= order[each.to_edition] <= last
        and each.from_edition != each.to_edition
    )


def _step_pages(
    renderer: Renderer, step: Step, between: tuple[Step, ...], offers: tuple[Offer, ...]
) -> Iterator[GeneratedPage]:
    base = renderer.compiled.base
    where = address.step_address(step)
    groups = by_family(step.changes)
    sections = [
        Section(
            anchor=family.id,
            heading=family.heading,
            rows=tuple(_row(renderer, change, in_full=not between or not family.quiet) for change in changes),
        )
        for family, changes in groups.items()
    ]
    stay, apart = shelve(sections, where)
    for section in stay:
        _put(renderer, section, where)
    for shelf in (each for shelves in apart.values() for each in shelves):
        _put(renderer, shelf.section, shelf.where)
    drafts = [name for name in (step.from_edition, step.to_edition) if base.edition(name).is_draft]
    title = step_title(step)
    yield renderer.page(
        "compare.html.j2",
        where,
        title,
        description=f"{title}: {len(step.changes)} rows with sources, by kind and by agency.",
        step=step,
        drafts_here=drafts,
        between=between,
        groups=groups,
        stay={section.anchor: section for section in stay},
        apart=apart,
        matrix=_matrix(step.changes),
        partial=[base.chapter(name) for name in step.partial],
        offers=[each for each in offers if not each.agency and each.ends == (step.from_edition, step.to_edition)],
    )
    for shelf in (each for shelves in apart.values() for each in shelves):
        yield _shelf_page(renderer, step, shelf, drafts)


def _shelf_page(renderer: Renderer, step: Step, shelf: Shelf, drafts: list[str]) -> GeneratedPage:
    name = step_name(step.from_edition, step.to_edition)
    part = f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""
    return renderer.page(
        "compare-part.html.j2",
        shelf.where,
        f"{shelf.section.heading}: {name}{part}",
        step=step,
        shelf=shelf,
        drafts_here=drafts,
    )


def _row(renderer: Renderer, change: Change, *, in_full: bool) -> Row:
    """A change in full; else in one line, where it would repeat what the steps between say."""
    html = renderer.change_row(change) if in_full else renderer.fragment("parts/quiet.html.j2", change=change)
    return Row(record=f"change:{change.id}", anchor=change.id.split("/")[1], html=html)


def _put(renderer: Renderer, section: Section, where: str) -> None:
    for row in section.rows:
        renderer.links.put(row.record, f"{where}#{row.anchor}")


def _matrix(changes: tuple[Change, ...]) -> list[tuple[str, Counter[str]]]:
    """For each agency, how many of *changes* in each family name it; the most concerned first."""
    found: dict[str, Counter[str]] = {}
    for change in changes:
        for name in change.who:
            found.setdefault(name, Counter())[FAMILY_OF[change.kinds[0]].id] += 1
    loud = {family.id for family in FAMILIES if not family.quiet}
    return sorted(found.items(), key=lambda item: (-sum(item[1][name] for name in loud), -item[1].total(), item[0]))
