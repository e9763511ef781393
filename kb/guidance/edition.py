"""Editions and drafts, their chapters, and what sources say about them beside their provisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.vocabulary import Citation, Place


class Coverage(StrEnum):
    """How much of a chapter the corpus carries."""

    COMPLETE = "complete"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter of an edition, or a companion document issued with it."""

    id: str
    """``<edition>/<file name>``, e.g. ``2013/01-assessing-need-and-providing-help``."""

    edition: str
    """Edition id."""

    number: str
    """Printed number, e.g. ``1`` or ``Appendix A``; empty when it has none. Shown, never identity."""

    title: str
    """Title as printed."""

    theme: str
    """Theme id: what the chapter is about."""

    status: str
    """Status of this part where the edition has several, e.g. ``statutory``; may be empty."""

    document: str
    """Title of the companion document it belongs to; empty for a chapter of the edition itself."""

    coverage: Coverage
    """``complete`` or ``partial``."""

    missing: str
    """What a partial chapter lacks."""

    paragraphs: str
    """Printed paragraphs it spans, e.g. ``114-219``; may be empty."""

    narrative: tuple[str, ...]
    """Printed paragraphs that say nothing anyone must, should or may do, so carry no provision."""

    alone: str
    """Why its provisions without a link have none, unless they give a reason of their own; may be empty."""

    summary: str
    """What the chapter deals with, in our own words; may be empty."""

    citations: tuple[Citation, ...]
    """At least one."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An in-place update of an edition."""

    date: str
    """ISO date, e.g. ``2020-12-09``."""

    title: str
    """What it was, in a few words."""

    citations: tuple[Citation, ...]
    """Who says so."""


class Subject(StrEnum):
    """What a note of an edition is about."""

    STATUS = "status"
    DATE = "date"
    DOCUMENT = "document"
    LEGISLATION = "legislation"
    BACKGROUND = "background"
    STRUCTURE = "structure"
    TERM = "term"
    IMPLEMENTATION = "implementation"
    RECEPTION = "reception"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something a source says about an edition that is no provision: a date, an Act behind it, how it was met."""

    id: str
    """``<edition>/<slug>``; shares its name space with provisions."""

    edition: str
    """Edition id."""

    title: str
    """Short name to show."""

    about: Subject
    """What it is about."""

    text: str
    """In our own words."""

    parts: tuple[str, ...]
    """The items of a list that belongs to it."""

    who: tuple[str, ...]
    """Ids of agencies it concerns; may be empty."""

    terms: tuple[str, ...]
    """Ids of terms it concerns; may be empty."""

    topics: tuple[str, ...]
    """Topic ids; may be empty."""

    citations: tuple[Citation, ...]
    """At least one."""

    place: Place
    """Where it stands in the corpus."""


class EditionKind(StrEnum):
    """Whether a text was issued or only consulted on."""

    EDITION = "edition"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One whole replacement of the guidance, or a draft of one."""

    id: str
    """Name of its folder, e.g. ``2013`` or ``2017-draft``."""

    title: str
    """Title as printed."""

    kind: EditionKind
    """``edition`` or ``draft``; nothing of a draft is shown as guidance."""

    published: str
    """Date, e.g. ``2013-03-21``; shorter when less is known. Editions stand in this order."""

    in_force: str
    """Date from which it applied; empty when no source gives one."""

    superseded: str
    """Date on which the next edition took its place; empty for the latest or when unknown."""

    publisher: str
    """Issuing department; may be empty."""

    reference: str
    """Official reference or ISBN; may be empty."""

    pages: str
    """Number of pages as sources give it, with doubts; may be empty."""

    status: str
    """How far it binds, in our own words; may be empty."""

    replaces: tuple[str, ...]
    """Ids of the editions whose place it takes (for a draft: would have taken)."""

    replaces_documents: tuple[str, ...]
    """Titles of other documents it replaced."""

    draft_of: str
    """For a draft: id of the edition that came of it; empty when none has yet."""

    revisions: tuple[Revision, ...]
    """In-place updates, oldest first."""

    introduction: str
    """A short introduction in our own words."""

    notes: tuple[Note, ...]
    """What sources say about it beside its provisions."""

    citations: tuple[Citation, ...]
    """At least one."""

    place: Place
    """Where it stands in the corpus."""

    @property
    def is_draft(self) -> bool:
        """True for a consultation text."""
        return self.kind is EditionKind.DRAFT
