"""The folders of the corpus: an edition with its chapters, and the files of announced changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    names = []
    for path in _entries("editions", problems):
        if path.is_dir():
            names.append(path.name)
        else:
            problems.add(Place(path=f"editions/{path.name}", line=1), "not a folder", "put it into that of its edition")
    if not names:
        problems.add(Place(path="editions", line=1), "no edition", "add editions/<year>/edition.md")
    found = [_read_folder(name, problems) for name in names]
    return tuple(sorted(found, key=lambda each: (each.edition.published, each.edition.id)))


def read_changes(problems: Problems) -> tuple[AnnouncedChange, ...]:
    """Every announced change, by file name."""
    found: list[AnnouncedChange] = []
    for name in _markdown_files("changes", problems):
        page = _page(f"changes/{name}", problems)
        from_edition = page.front.text("from", required=True)
        to_edition = page.front.text("to", required=True)
        page.front.finish()
        if name != f"{from_edition}-{to_edition}.md" and from_edition and to_edition:
            problems.add(
                page.place,
                "the file name does not tell the step",
                f"name it {from_edition}-{to_edition}.md",
            )
        found += [read_change(record, from_edition, to_edition) for record in page.records]
    return tuple(found)


def _entries(name: str, problems: Problems) -> list[Path]:
    """What stands in a folder of the corpus, by name, without hidden files; empty when there is no such folder."""
    folder = problems.root / name
    if not folder.exists():
        return []
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.add(Place(path=name, line=1), f"cannot be read: {error.strerror}", "put a folder there")
        return []


def _markdown_files(name: str, problems: Problems) -> Iterator[str]:
    """The names of the Markdown files in a folder; what an editor may have meant to be one is noted."""
    for path in _entries(name, problems):
        if path.suffix == ".md":
            yield path.name
        elif path.is_dir() or path.suffix.lower() in (".md", ".markdown"):
            problems.add(Place(path=f"{name}/{path.name}", line=1), "is not read", "only files that end in .md are")


def _page(name: str, problems: Problems) -> Page:
    """One file; of a file that cannot be read only that is told, not all that it lacks."""
    text = read_text(problems.root / name, name, problems)
    if text is None:
        return read_page("---\n---\n", name, Problems(problems.root))
    return read_page(text, name, problems)


def _read_folder(name: str, problems: Problems) -> EditionFolder:
    file = f"editions/{name}/edition.md"
    if (problems.root / file).is_file():
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
    for file_name in _markdown_files(f"editions/{name}", problems):
        if file_name == "edition.md":
            continue
        chapter_page = _page(f"editions/{name}/{file_name}", problems)
        chapter = _chapter(name, file_name.removesuffix(".md"), chapter_page)
        chapters.append(chapter)
        provisions += [read_provision(record, name, chapter.id) for record in chapter_page.records]
    return EditionFolder(edition, tuple(chapters), tuple(provisions))


def _edition(name: str, page: Page) -> Edition:
    front = page.front
    edition = Edition(
        id=name,
        title=front.text("title", required=True),
        kind=front.choice("kind", EditionKind) or EditionKind.EDITION,
        published=front.date("published", required=True),
        in_force=front.date("in_force"),
        superseded=front.date("superseded"),
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
        date=fields.date("date", required=True),
        title=fields.text("title", required=True),
        citations=fields.citations(),
    )
    fields.finish()
    return revision


def _chapter(edition: str, stem: str, page: Page) -> Chapter:
    front = page.front
    coverage = front.choice("coverage", Coverage)
    chapter = Chapter(
        id=f"{edition}/{stem}",
        edition=edition,
        number=front.text("chapter"),
        title=front.text("title", required=True),
        theme=front.text("theme", required=True),
        status=front.text("status"),
        document=front.text("document"),
        coverage=coverage or Coverage.PARTIAL,
        missing=front.text("missing"),
        paragraphs=front.text("paragraphs"),
        narrative=front.words("narrative"),
        alone=front.text("alone"),
        summary=page.introduction,
        citations=front.citations(),
        place=page.place,
    )
    front.finish()
    if coverage is Coverage.PARTIAL and not chapter.missing:
        front.problems.add(page.place, "partial coverage without saying what is missing", "add 'missing: ...'")
    return chapter
