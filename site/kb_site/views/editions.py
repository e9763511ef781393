"""Editions, drafts and their chapters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.guidance import Chapter, Edition, Provision, Strength
from kb_site import address
from kb_site.json_ld import edition_json_ld
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.shelves import Row, pack


def edition_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The list of editions, one page an edition, one page a chapter."""
    base = renderer.compiled.base
    counts = Counter(provision.edition for provision in base.provisions)
    yield renderer.page(
        "editions.html.j2",
        "editions/",
        "Editions and drafts",
        description="Every edition of the guidance with its dates, and the drafts that were consulted on.",
        counts=counts,
    )
    for edition in base.editions:
        yield _edition_page(renderer, edition)
        for chapter in base.chapters_of(edition.id):
            yield from _chapter_pages(renderer, edition, chapter)


def _edition_page(renderer: Renderer, edition: Edition) -> GeneratedPage:
    base = renderer.compiled.base
    provisions = base.provisions_of(edition.id)
    name = edition.id.removesuffix("-draft")
    return renderer.page(
        "edition.html.j2",
        address.edition_address(edition.id),
        f"Draft of {name}" if edition.is_draft else f"Edition {name}",
        description=f"{edition.title} ({name}): dates, chapters and what it asks, in our own words.",
        edit_uri=edition.place.path,
        json_ld=edition_json_ld(base, edition),
        edition=edition,
        chapters=base.chapters_of(edition.id),
        counts=Counter(provision.chapter for provision in provisions),
        strengths=[(each, sum(p.strength is each for p in provisions)) for each in Strength],
        steps=[step for step in renderer.compiled.steps if edition.id in (step.from_edition, step.to_edition)],
    )


def _chapter_pages(renderer: Renderer, edition: Edition, chapter: Chapter) -> Iterator[GeneratedPage]:
    provisions = [each for each in renderer.compiled.base.provisions_of(edition.id) if each.chapter == chapter.id]
    rows = [
        Row(
            record=f"provision:{each.id}",
            anchor=each.id.split("/")[1],
            html=renderer.fragment("parts/provision.html.j2", provision=each),
        )
        for each in provisions
    ]
    by_name = {each.id: each for each in provisions}
    number = f"{chapter.number}. " if chapter.number else ""
    packs = pack(rows)
    for part, mine in enumerate(packs, start=1):
        where = address.chapter_address(chapter) + ("" if part == 1 else f"{part}/")
        for row in mine:
            renderer.links.put(row.record, f"{where}#{row.anchor}")
        yield renderer.page(
            "chapter.html.j2",
            where,
            f"{edition.id}: {number}{chapter.title}" + (f", part {part}" if part > 1 else ""),
            description=f"What this chapter of {edition.id} asks, in our own words, with the history of each duty.",
            edit_uri=chapter.place.path,
            edition=edition,
            chapter=chapter,
            part=part,
            parts=len(packs),
            total=len(rows),
            sections=_sections([(by_name[row.record.partition(":")[2]], row) for row in mine]),
        )


def _sections(rows: list[tuple[Provision, Row]]) -> dict[str, list[Row]]:
    sections: dict[str, list[Row]] = {}
    for provision, row in rows:
        sections.setdefault(provision.section, []).append(row)
    return sections
