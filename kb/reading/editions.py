"""The folders of the corpus: an edition with its chapters, and the files of announced changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.guidance import (
    AnnouncedChange,
    Chapter,
    Coverage,
    Edition,
    EditionKind,
    Provision,
    Revision,
)
from kb.reading.fields import Fields, Problems
from kb.reading.markdown import Page, read_page
from kb.reading.records import read_change, read_note, read_provision
from kb.reading.yaml_text import read_text
from kb.vocabulary import Place

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class EditionFolder:
    """What one folder of ``editions/`` holds."""

    edition: Edition
    """The edition itself."""

    chapters: tuple[Chapter, ...]
    """Its chapters, in file order."""

    provisions: tuple[Provision, ...]
    """All that its chapters say."""


def read_editions(problems: Problems) -> tuple[EditionFolder, ...]:
    """Every edition, oldest first."""
    folder = problems.root / "editions"
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not names:
        problems.add(Place(path="editions", line=1), "no edition", "add editions/<year>/edition.md")
    found = [_read_folder(name, problems) for name in names]
    return tuple(sorted(found, key=lambda each: (each.edition.published, each.edition.id)))


def read_changes(problems: Problems) -> tuple[AnnouncedChange, ...]:
    """Every announced change, by file name."""
    found: list[AnnouncedChange] = []
    for path in sorted((problems.root / "changes").glob("*.md")):
        page = _page(f"changes/{path.name}", problems)
        from_edition = page.front.text("from", required=True)
        to_edition = page.front.text("to", required=True)
        page.front.finish()
        if path.stem != f"{from_edition}-{to_edition}":
            problems.add(
                page.place,
                "the file name does not tell the step",
                f"name it {from_edition}-{to_edition}.md",
            )
        found += [read_change(record, from_edition, to_edition) for record in page.records]
    return tuple(found)


def _page(name: str, problems: Problems) -> Page:
    text = read_text(problems.root / name, name, problems)
    return read_page(text or "---\n---\n", name, problems)


def _read_folder(name: str, problems: Problems) -> EditionFolder:
    folder = problems.root / "editions" / name
    file = f"editions/{name}/edition.md"
    if (folder / "edition.md").is_file():
        page = _page(file, problems)
    else:
        problems.add(
            Place(path=file, line=1),
            "the file is missing",
            "add it; corpus/README.md tells its form",
        )
        page = read_page("---\n---\n", file, Problems(problems.root))
    edition = _edition(name, page)
    chapters: list[Chapter] = []
    provisions: list[Provision] = []
    for path in sorted(folder.glob("*.md")):
        if path.name == "edition.md":
            continue
        chapter_page = _page(f"editions/{name}/{path.name}", problems)
        chapter = _chapter(name, path.stem, chapter_page)
        chapters.append(chapter)
        provisions += [read_provision(record, name, chapter.id) for record in chapter_page.records]
    return EditionFolder(edition, tuple(chapters), tuple(provisions))


def _edition(name: str, page: Page) -> Edition:
    front = page.front
    edition = Edition(
        id=name,
        title=front.text("title", required=True),
        kind=front.choice("kind", EditionKind) or EditionKind.EDITION,
        published=_date(front, "published", required=True),
        in_force=_date(front, "in_force"),
        superseded=_date(front, "superseded"),
        publisher=front.text("publisher"),
        reference=front.text("reference"),
        pages=front.text("pages"),
        status=front.text("status"),
        replaces=front.words("replaces"),
        replaces_documents=front.words("replaces_documents"),
        draft_of=front.text("draft_of"),
        revisions=tuple(_revision(each) for each in front.mappings("revisions")),
        introduction=page.introduction,
        notes=tuple(read_note(record, name) for record in page.records),
        citations=front.citations(),
        place=page.place,
    )
    front.finish()
    return edition


def _revision(fields: Fields) -> Revision:
    revision = Revision(
        date=_date(fields, "date", required=True),
        title=fields.text("title", required=True),
        citations=fields.citations(),
    )
    fields.finish()
    return revision


def _date(fields: Fields, name: str, *, required: bool = False) -> str:
    date = fields.text(name, required=required)
    if date and not _DATE.fullmatch(date):
        fields.problems.add(fields.place, f"'{name}' is '{date}'", "write a date as 2013, 2013-03 or 2013-03-21")
    return date


def _chapter(edition: str, stem: str, page: Page) -> Chapter:
    front = page.front
    chapter = Chapter(
        id=f"{edition}/{stem}",
        edition=edition,
        number=front.text("chapter"),
        title=front.text("title", required=True),
        theme=front.text("theme", required=True),
        status=front.text("status"),
        document=front.text("document"),
        coverage=front.choice("coverage", Coverage) or Coverage.PARTIAL,
        missing=front.text("missing"),
        paragraphs=front.text("paragraphs"),
        narrative=front.words("narrative"),
        alone=front.text("alone"),
        summary=page.introduction,
        citations=front.citations(),
        place=page.place,
    )
    front.finish()
    if chapter.coverage is Coverage.PARTIAL and not chapter.missing:
        front.problems.add(page.place, "partial coverage without saying what is missing", "add 'missing: ...'")
    return chapter
