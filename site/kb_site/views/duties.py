"""One page for each duty: its line through the editions."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.lineage import lineages
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def duty_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """A page for each line of provisions."""
    for line in lineages(renderer.compiled):
        yield renderer.page("duty.md.j2", address.lineage_address(line), line.title, line=line)
