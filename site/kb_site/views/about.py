"""How far the knowledge base reaches: coverage, sources, disputes, methods, and what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.coverage import coverage_of
from kb.guidance import AnnouncedChange, Note, Provision
from kb.vocabulary import Evidence
from kb_site.measured import CORPORA, Measured
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.shelves import Row, Section, shelves


def put_sources(renderer: Renderer) -> list[GeneratedPage]:
    """The pages of sources. They come first of all: everything cites them."""
    base = renderer.compiled.base
    records: list[Provision | AnnouncedChange | Note] = [*base.provisions, *base.changes]
    records += [note for edition in base.editions for note in edition.notes]
    cited = Counter(name for record in records for name in {citation.source for citation in record.citations})
    pages = []
    for evidence, where, heading in (
        (Evidence.OFFICIAL, "sources/", "Sources: official"),
        (Evidence.SECONDARY, "sources/secondary/", "Sources: what others report"),
    ):
        rows = tuple(
            Row(
                record=f"source:{source.id}",
                anchor=source.id,
                html=renderer.fragment("parts/source.html.j2", source=source, cited=cited[source.id]),
            )
            for source in sorted(base.sources, key=lambda source: (source.title.casefold(), source.id))
            if source.evidence is evidence
        )
        found = shelves(Section(anchor=evidence.value, heading=heading, rows=rows), where)
        for shelf in found:
            for row in shelf.section.rows:
                renderer.links.put(row.record, f"{shelf.where}#{row.anchor}")
        pages += [
            renderer.page(
                "sources.html.j2",
                shelf.where,
                heading + (f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""),
                description="The documents that everything here cites.",
                shelf=shelf,
                shelves=found,
                evidence=evidence,
            )
            for shelf in found
        ]
    return pages


def about_pages(renderer: Renderer, corrections: str, measured: Measured) -> Iterator[GeneratedPage]:
    """Coverage, disputes, methods, corrections, data, about."""
    compiled = renderer.compiled
    base = compiled.base
    yield renderer.page(
        "coverage.html.j2",
        "coverage/",
        "Coverage",
        description="How much of each chapter is recorded, and on what evidence.",
        chapters=coverage_of(base),
    )
    yield renderer.page(
        "disputes.html.j2",
        "disputes/",
        "Where sources disagree",
        description="Points on which sources contradict each other, with all sides and how this site decides.",
    )
    yield renderer.page(
        "methods.html.j2",
        "methods/",
        "How this is made",
        description="How editions are compared, what each kind of change means, and who vouches for it.",
        steps=compiled.steps,
        measured=measured,
        corpora=CORPORA,
    )
    yield renderer.page(
        "corrections.html.j2",
        "corrections/",
        "Corrections of this site",
        description="Mistakes of ours that were mended. They are no changes of the guidance.",
        corrections=corrections,
    )
    yield renderer.page(
        "about.html.j2",
        "about/",
        "About this site",
        description="What this site is, what it is not, and whom to call if a child is in danger.",
        sources=len(base.sources),
    )
