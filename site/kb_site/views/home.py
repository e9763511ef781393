"""The home page: choose your role, choose two editions."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.lineage import lineages
from kb_site.bearers import agencies_with_rows
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.views.compare import by_family

ROLES = (
    "schools",
    "colleges",
    "early-years",
    "childrens-social-care",
    "social-workers",
    "gps",
    "health",
    "police",
    "probation",
    "youth-justice",
    "sports",
    "voluntary-faith-private",
    "housing",
    "safeguarding-partners",
    "lscb",
)
"""Agencies offered first; the page of all agencies has the rest."""


def home_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The home page."""
    compiled = renderer.compiled
    base = compiled.base
    agencies = agencies_with_rows(base)
    listed = {agency.id for agency in agencies}
    steps = [
        step
        for step in compiled.steps
        if step.from_edition != step.to_edition
        and not base.edition(step.from_edition).is_draft
        and not base.edition(step.to_edition).is_draft
    ]
    yield renderer.page(
        "home.html.j2",
        "",
        base.work.title + ", edition by edition",
        description="What each edition of Working Together to Safeguard Children asks, of whom, and what changed.",
        roles=[base.agency(name) for name in ROLES if name in listed],
        agencies=sorted(agencies, key=lambda agency: agency.name.casefold()),
        steps=steps,
        last=by_family(steps[-1].changes) if steps else {},
        duties=len(lineages(compiled)),
    )
