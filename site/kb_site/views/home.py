"""The home page: choose your role, choose two editions."""

from __future__ import annotations

from collections.abc import Iterator

from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.views.agencies import agencies_with_rows

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
    listed = {agency.id for agency in agencies_with_rows(compiled)}
    roles = [compiled.base.agency(name) for name in ROLES if name in listed]
    yield renderer.page(
        "home.md.j2",
        "",
        compiled.base.work.title + ", edition by edition",
        roles=roles,
        steps=[step for step in compiled.steps if step.from_edition != step.to_edition],
    )
