"""What stands on an agency's page: its duties, and what each step brought it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from diffing.change import Change, Step
from diffing.rows import step_name
from diffing.selection import Selected
from kb.guidance import Provision, Strength
from kb.lookup import Audience, Reach
from kb_site.kinds import FAMILIES, FAMILY_OF, is_quiet
from kb_site.render import Renderer
from kb_site.shelves import Row, Section

MANY = 250
"""Above so many changes the page of a group tells those of its members in one line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyStep:
    """What one step brought an agency."""

    step: Step
    """The step."""

    anchor: str
    """Id of its heading, e.g. ``2018-2023``."""

    name: str
    """The step in words."""

    counts: tuple[tuple[str, int], ...]
    """Id of a family and how many changes of it, in the order of the families."""

    loud: Section
    """What changed, in full."""

    quiet: tuple[Change, ...]
    """What is recorded without a change, or without a link to compare across."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What an edition lays on an agency."""

    groups: dict[Strength, list[Provision]]
    """By strength, strongest first."""

    section: Section
    """The same as a list."""


def agency_step(renderer: Renderer, step: Step, near: list[Selected]) -> AgencyStep:
    """What *step* brought, of the changes *near*: what names the agency before what names a member, by family."""
    mine = [each for each in near if each.step is step]
    places = {family.id: number for number, family in enumerate(FAMILIES)}
    loud = sorted(
        (each for each in mine if not is_quiet(each.change)),
        key=lambda each: (places[FAMILY_OF[each.change.kinds[0]].id], each.reach is not Reach.NAMED),
    )
    many = sum(not is_quiet(each.change) for each in near) > MANY
    counts = Counter(FAMILY_OF[each.change.kinds[0]].id for each in mine)
    anchor = f"{step.from_edition}-{step.to_edition}"
    rows = tuple(
        Row(
            record="",
            anchor="",
            html=renderer.change_line(each.change)
            if many and each.reach is Reach.MEMBER
            else renderer.change_copy(each.change),
        )
        for each in loud
    )
    name = step_name(step.from_edition, step.to_edition)
    return AgencyStep(
        step=step,
        anchor=anchor,
        name=name,
        counts=tuple((family.id, counts[family.id]) for family in FAMILIES if counts[family.id]),
        loud=Section(anchor=anchor, heading=name, rows=rows),
        quiet=tuple(each.change for each in mine if is_quiet(each.change)),
    )


def agency_duties(
    renderer: Renderer, anchor: str, heading: str, provisions: tuple[Provision, ...], asked: Audience
) -> Duties:
    """What of *provisions* falls to the agency itself or its members, strongest first."""
    groups: dict[Strength, list[Provision]] = {strength: [] for strength in Strength}
    for provision in provisions:
        if asked.nearest(provision.who) in (Reach.NAMED, Reach.MEMBER):
            groups[provision.strength].append(provision)
    rows = tuple(
        Row(record="", anchor="", html=renderer.fragment("parts/duty-line.html.j2", provision=each, asked=asked))
        for found in groups.values()
        for each in found
    )
    return Duties(
        groups={strength: found for strength, found in groups.items() if found},
        section=Section(anchor=anchor, heading=heading, rows=rows),
    )
