"""How far the knowledge base reaches: coverage, sources, disputes, and what it is not."""

from __future__ import annotations

from collections.abc import Iterator

from kb.coverage import coverage_of
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def about_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Coverage, sources, disputes, about."""
    base = renderer.compiled.base
    yield renderer.page("coverage.md.j2", "coverage/", "Coverage", chapters=coverage_of(base))
    yield renderer.page("sources.md.j2", "sources/", "Sources")
    yield renderer.page("disputes.md.j2", "disputes/", "Where sources disagree")
    yield renderer.page("about.md.j2", "about/", "About this site")
