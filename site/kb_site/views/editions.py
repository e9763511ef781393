"""Editions, drafts and their chapters."""

from __future__ import annotations

from collections.abc import Iterator

from kb.guidance import Provision
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def edition_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The list of editions, one page an edition, one page a chapter."""
    base = renderer.compiled.base
    yield renderer.page("editions.md.j2", "editions/", "Editions and drafts")
    for edition in base.editions:
        steps = [step for step in renderer.compiled.steps if edition.id in (step.from_edition, step.to_edition)]
        yield renderer.page(
            "edition.md.j2",
            address.edition_address(edition.id),
            f"{'Draft' if edition.is_draft else 'Edition'} {edition.id.removesuffix('-draft')}",
            edit_uri=edition.place.path,
            edition=edition,
            chapters=base.chapters_of(edition.id),
            steps=steps,
        )
        for chapter in base.chapters_of(edition.id):
            provisions = [each for each in base.provisions_of(edition.id) if each.chapter == chapter.id]
            number = f"{chapter.number}. " if chapter.number else ""
            yield renderer.page(
                "chapter.md.j2",
                address.chapter_address(chapter),
                f"{edition.id}: {number}{chapter.title}",
                edit_uri=chapter.place.path,
                edition=edition,
                chapter=chapter,
                sections=_sections(provisions),
            )


def _sections(provisions: list[Provision]) -> dict[str, list[Provision]]:
    sections: dict[str, list[Provision]] = {}
    for provision in provisions:
        sections.setdefault(provision.section, []).append(provision)
    return sections
