"""Registers: time limits, terms, successions of agencies, topics."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.lineage import Lineage, lineages
from kb.guidance import Provision
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.shelves import Row, Section, shelves


def put_terms(renderer: Renderer) -> list[GeneratedPage]:
    """The pages of terms. They come early: others link to where each term stands."""
    base = renderer.compiled.base
    rows = tuple(
        Row(record=f"term:{term.id}", anchor=term.id, html=renderer.fragment("parts/term.html.j2", term=term))
        for term in sorted(base.terms, key=lambda term: (term.label.casefold(), term.id))
    )
    section = Section(anchor="terms", heading="Terms and what became of them", rows=rows)
    found = shelves(section, "terms/")
    for shelf in found:
        for row in shelf.section.rows:
            renderer.links.put(row.record, f"{shelf.where}#{row.anchor}")
    return [
        renderer.page(
            "terms.html.j2",
            shelf.where,
            section.heading + (f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""),
            description="Words of the guidance, what they mean in each edition, and what replaced them.",
            shelf=shelf,
            shelves=found,
        )
        for shelf in found
    ]


def register_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Time limits, successions of agencies, and topics."""
    base = renderer.compiled.base
    lines = lineages(renderer.compiled)
    limited = [line for line in lines if any(each.timescales for each in line.members)]
    rows = tuple(
        Row(
            record="",
            anchor="",
            html=renderer.fragment("parts/limits.html.j2", line=line, cells=_by_edition(line)),
        )
        for line in sorted(limited, key=lambda line: (line.members[-1].topics[0], line.title.casefold(), line.slug))
    )
    found = shelves(Section(anchor="limits", heading="Time limits", rows=rows), "timescales/")
    for shelf in found:
        yield renderer.page(
            "timescales.html.j2",
            shelf.where,
            "Time limits" + (f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""),
            description="Every time limit by edition: which were shortened, lengthened, dropped or set.",
            shelf=shelf,
            shelves=found,
            total=len(limited),
        )
    yield renderer.page(
        "successions.html.j2",
        "successions/",
        "Bodies and what became of them",
        description="Which body took over from which, and when: LSCBs, primary care trusts, CCGs and others.",
    )
    by_topic: dict[str, list[Lineage]] = {}
    for line in lines:
        for name in dict.fromkeys(name for member in line.members for name in member.topics):
            by_topic.setdefault(name, []).append(line)
    yield renderer.page(
        "topics.html.j2",
        "topics/",
        "Topics",
        description="The subjects that duties are filed under.",
        by_topic=by_topic,
    )
    for topic in base.topics:
        if topic.id in by_topic:
            yield renderer.page(
                "topic.html.j2",
                address.topic_address(topic.id),
                topic.label,
                description=f"Every duty about {topic.label}, edition by edition.",
                topic=topic,
                lines=by_topic[topic.id],
            )


def _by_edition(line: Lineage) -> dict[str, list[Provision]]:
    found: dict[str, list[Provision]] = {}
    for member in line.members:
        found.setdefault(member.edition, []).append(member)
    return found
