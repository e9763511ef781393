"""Pages and files as plain data: the generator knows nothing of MkDocs, so that either can be replaced."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "title"
"""Id of the heading of the first level on every page: where the skip link leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading that the table of contents of a page shows."""

    anchor: str
    """Id of the heading, e.g. ``time-limits``."""

    words: str
    """What it says, as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """One page of the site."""

    src_uri: str
    """Where its source would lie below ``docs_dir``, e.g. ``editions/2013.md``."""

    title: str
    """Title, as plain text."""

    description: str
    """One sentence for search engines and cards, as plain text; may be empty."""

    html: str
    """The body: finished HTML in which every word of the corpus is escaped."""

    headings: tuple[Heading, ...] = ()
    """The sections, in order."""

    json_ld: str = ""
    """What the page is about for machines, as JSON-LD; may be empty."""

    edit_uri: str = ""
    """Corpus file it was made from, e.g. ``editions/2013/edition.md``; empty when there is no single one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedFile:
    """A file of the site that is no page: data, a schema, a feed."""

    uri: str
    """Where it lies on the site, e.g. ``data/editions.json``."""

    content: str | bytes
    """The whole content."""

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return len(self.content.encode() if isinstance(self.content, str) else self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file to take away that a page offers."""

    path: str
    """Where it lies on the site, e.g. ``downloads/schools/2023-2026.docx``."""

    label: str
    """What a reader is offered, e.g. ``Word handout: 2023 → 2026``."""

    size: str
    """How large it is, e.g. ``48 kB``."""

    agency: str
    """Id of the agency on whose page it stands; empty for a comparison of two editions."""

    ends: tuple[str, str]
    """The two editions."""
