"""Agencies: what each must do now, and what changed for it at each step."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.compiled import Compiled
from diffing.selection import Filters, select
from kb.guidance import Provision, Strength
from kb.lookup import Audience, Reach, audience
from kb.vocabulary import Agency
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def agencies_with_rows(compiled: Compiled) -> list[Agency]:
    """The agencies that bear a provision, or are named in a change, themselves or through a member."""
    base = compiled.base
    named = {name for provision in base.provisions for name in provision.who}
    named |= {name for change in base.changes for name in change.who}
    return [agency for agency in base.agencies if _reaches(audience(base, agency), named)]


def _reaches(asked: Audience, named: set[str]) -> bool:
    return any(name in named for name, how in asked.reach.items() if how in (Reach.NAMED, Reach.MEMBER))


def agency_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The list of agencies, and one page an agency."""
    compiled = renderer.compiled
    base = compiled.base
    agencies = agencies_with_rows(compiled)
    yield renderer.page("agencies.md.j2", "agencies/", "Agencies", agencies=agencies)
    latest = base.issued[-1].id
    for agency in agencies:
        asked = audience(base, agency)
        selection = select(compiled, Filters(audience=asked))
        yield renderer.page(
            "agency.md.j2",
            address.agency_address(agency.id),
            agency.name,
            agency=agency,
            asked=asked,
            near=[each for each in selection.found if each.reach is not Reach.WIDER],
            wider=[each for each in selection.found if each.reach is Reach.WIDER],
            steps=selection.steps,
            partial=[base.chapter(name) for name in selection.partial],
            compared=selection.compared,
            latest=latest,
            duties=_duties(base.provisions_of(latest), asked),
        )


def _duties(provisions: tuple[Provision, ...], asked: Audience) -> dict[Strength, list[Provision]]:
    """What falls to the agency itself or its members in the latest edition, strongest first."""
    duties: dict[Strength, list[Provision]] = {strength: [] for strength in Strength}
    for provision in provisions:
        if asked.nearest(provision.who) in (Reach.NAMED, Reach.MEMBER) and not provision.until:
            duties[provision.strength].append(provision)
    return {strength: found for strength, found in duties.items() if found}
