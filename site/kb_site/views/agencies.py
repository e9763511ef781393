"""Agencies: what each must do now, and what changed for it at each step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from diffing.change import Change, Step
from diffing.rows import step_name
from diffing.selection import Filters, Selected, Selection, select
from kb.lookup import Reach, audience
from kb.vocabulary import Agency
from kb_site import address
from kb_site.bearers import agencies_with_rows
from kb_site.current import Current, current_of
from kb_site.kinds import is_quiet
from kb_site.page import GeneratedPage, Offer
from kb_site.render import Renderer
from kb_site.shelves import Shelf, shelve
from kb_site.views.agency_parts import agency_duties, agency_step

SHOWN = 25
"""How many of the changes that are told in one line a step shows; the rest are a link away."""


def agency_pages(renderer: Renderer, offers: tuple[Offer, ...]) -> Iterator[GeneratedPage]:
    """The list of agencies, and one page an agency with more for long lists."""
    compiled = renderer.compiled
    agencies = agencies_with_rows(compiled.base)
    selections = {}
    for agency in agencies:
        selections[agency.id] = select(compiled, Filters(audience=audience(compiled.base, agency), with_silent=True))
    counts = {name: _counts(selection) for name, selection in selections.items()}
    steps = list({id(step): step for selection in selections.values() for step in selection.steps}.values())
    yield renderer.page(
        "agencies.html.j2",
        "agencies/",
        "Agencies",
        description="Everybody on whom an edition lays a duty, with what changed for them.",
        agencies=agencies,
        counts=counts,
        last=selections[agencies[0].id].steps[-1] if agencies else None,
    )
    yield renderer.page(
        "matrix.html.j2",
        "matrix/",
        "Who was touched, and when",
        description="How many changes each step brought to each agency.",
        agencies=agencies,
        counts=counts,
        steps=steps,
    )
    current = current_of(compiled)
    for agency in agencies:
        mine = [each for each in offers if each.agency == agency.id]
        yield from _agency_pages(renderer, agency, selections[agency.id], current, mine)


def _counts(selection: Selection) -> Counter[tuple[str, str]]:
    """By the two ends of a step: how many changes that are more than a record touch the agency or its members."""
    found: Counter[tuple[str, str]] = Counter()
    for each in selection.found:
        if each.reach is not Reach.WIDER and not is_quiet(each.change):
            found[each.step.from_edition, each.step.to_edition] += 1
    return found


def _agency_pages(
    renderer: Renderer, agency: Agency, selection: Selection, current: Current, offers: list[Offer]
) -> Iterator[GeneratedPage]:
    base = renderer.compiled.base
    asked = selection.filters.audience
    assert asked is not None  # the selection was made for one
    where = address.agency_address(agency.id)
    near = [each for each in selection.found if each.reach is not Reach.WIDER]
    wider = [each for each in selection.found if each.reach is Reach.WIDER and not is_quiet(each.change)]
    duties = agency_duties(renderer, "duties", f"Duties in {current.latest}", current.provisions, asked)
    heading = f"Duties in {current.before}, open in {current.latest}"
    still = agency_duties(renderer, "still", heading, current.open, asked)
    steps = [agency_step(renderer, step, near) for step in reversed(selection.steps)]
    by_step = _by_step(wider, selection.steps)
    limits = [each for group in (duties, still) for found in group.groups.values() for each in found if each.timescales]
    taken = sum(len(renderer.change_line(each)) for _, changes in by_step for each in changes[:SHOWN])
    taken += 220 * len(limits) + 160 * sum(min(len(each.quiet), SHOWN) for each in steps)
    sections = [*[each.loud for each in steps[:1]], duties.section, still.section, *[each.loud for each in steps[1:]]]
    stay, apart = shelve(sections, where, taken)
    yield renderer.page(
        "agency.html.j2",
        where,
        agency.name,
        description=f"What Working Together asks of {agency.name}, and what changed for them edition by edition.",
        agency=agency,
        asked=asked,
        steps=steps,
        wider=by_step,
        selection=selection,
        partial=[base.chapter(name) for name in selection.partial],
        duties=duties,
        still=still,
        current=current,
        offers=offers,
        stay={section.anchor for section in stay},
        apart=apart,
        limits=limits,
        shown=SHOWN,
    )
    for shelf in (each for shelves in apart.values() for each in shelves):
        yield _shelf_page(renderer, agency, shelf)


def _shelf_page(renderer: Renderer, agency: Agency, shelf: Shelf) -> GeneratedPage:
    part = f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""
    return renderer.page(
        "agency-part.html.j2",
        shelf.where,
        f"{agency.name}: {shelf.section.heading}{part}",
        agency=agency,
        shelf=shelf,
    )


def _by_step(found: Iterable[Selected], steps: tuple[Step, ...]) -> list[tuple[str, list[Change]]]:
    """Changes under the name of their step, newest step first, steps without one left out."""
    groups = [
        (step_name(step.from_edition, step.to_edition), [each.change for each in found if each.step is step])
        for step in reversed(steps)
    ]
    return [(name, changes) for name, changes in groups if changes]
