"""Registers: time limits, terms and successions, topics."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.lineage import Lineage, lineages
from kb.guidance import Provision
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def register_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Time limits, terms, successions of agencies, and topics."""
    base = renderer.compiled.base
    limited = [line for line in lineages(renderer.compiled) if any(each.timescales for each in line.members)]
    yield renderer.page(
        "timescales.md.j2",
        "timescales/",
        "Time limits",
        rows=[(line, _by_edition(line)) for line in limited],
        editions=base.editions,
    )
    yield renderer.page("terms.md.j2", "terms/", "Terms and successions")
    yield renderer.page("topics.md.j2", "topics/", "Topics")
    for topic in base.topics:
        found = [each for each in base.provisions if topic.id in each.topics]
        if found:
            yield renderer.page(
                "topic.md.j2", address.topic_address(topic.id), topic.label, topic=topic, provisions=found
            )


def _by_edition(line: Lineage) -> dict[str, list[Provision]]:
    found: dict[str, list[Provision]] = {}
    for member in line.members:
        found.setdefault(member.edition, []).append(member)
    return found
