"""The guidance itself: editions, their chapters, what these say, and what sources say changed.

Words and rules are those of the project's design: an edition is one whole replacement of the guidance, a provision
is one thing it says somebody must, should or may do, a link says that one provision carries on another.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.timescale import Timescale
from kb.vocabulary import Citation, Place


class Strength(StrEnum):
    """Deontic strength of a provision."""

    MUST = "must"
    MUST_NOT = "must not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    EXPECTED = "expected"
    MAY = "may"
    STATES = "states"

    @property
    def rank(self) -> int:
        """How strongly it binds, 1 to 5; equal ranks are never told as stronger or weaker."""
        return _RANK[self]


_RANK = {
    Strength.MUST: 5,
    Strength.MUST_NOT: 5,
    Strength.SHOULD: 4,
    Strength.SHOULD_NOT: 4,
    Strength.EXPECTED: 3,
    Strength.MAY: 2,
    Strength.STATES: 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An asserted link: the provision that holds it carries on an earlier one."""

    earlier: str
    """Id of the earlier provision, e.g. ``2010/initial-response``."""

    why: str
    """Why they are the same duty."""

    citations: tuple[Citation, ...]
    """Sources that say so; empty when it is the editor's judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One thing an edition says that somebody must, should or may do, or that it defines."""

    id: str
    """``<edition>/<slug>``, e.g. ``2013/referral-response``; never a printed number."""

    edition: str
    """Edition id."""

    chapter: str
    """Chapter id, e.g. ``2013/01-assessing-need-and-providing-help``."""

    section: str
    """Heading it stands under in the chapter; may be empty."""

    title: str
    """Short name to show."""

    text: str
    """What it says, in our own words."""

    parts: tuple[str, ...]
    """The items of a list that belongs to it."""

    who: tuple[str, ...]
    """Ids of the bearers; empty only for what merely ``states``."""

    strength: Strength
    """How strongly it binds."""

    strength_inferred: bool
    """True when no source gives the strength; such a strength is never compared."""

    timescales: tuple[Timescale, ...]
    """Its time limits."""

    topics: tuple[str, ...]
    """Topic ids; at least one."""

    terms: tuple[str, ...]
    """Ids of terms whose meaning it leans on."""

    paragraph: str
    """Printed place in the edition, e.g. ``1.24`` or ``48-50``; empty when no source gives it."""

    law: str
    """Legal basis as stated, e.g. ``Children Act 1989 section 47``; may be empty."""

    revision: str
    """Date of the in-place update that brought it; empty when it was there from the start."""

    until: str
    """Date of the in-place update that took it out; empty when it stands as long as its edition."""

    continues: tuple[Link, ...]
    """Asserted links to earlier provisions."""

    distinct: tuple[str, ...]
    """Ids of provisions that look like the same duty and are not: never linked by the program."""

    alone: str
    """Why it has neither a predecessor nor a successor; may be empty."""

    note: str
    """Editor's note to the reader; may be empty."""

    citations: tuple[Citation, ...]
    """At least one."""

    place: Place
    """Where it stands in the corpus."""


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


class ChangeKind(StrEnum):
    """What sort of change, the weightiest first.

    ``carried on`` says that a duty goes on and that nothing recorded of it differs: in a paraphrase nobody can see
    whether the wording stayed, so ``unchanged`` and ``reworded`` are left to sources and to compared official texts.
    ``replaced``, ``restructured``, ``clarified`` and ``corrected`` are only ever announced by a source.
    """

    INTRODUCED = "introduced"
    REMOVED = "removed"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    WIDENED = "widened"
    NARROWED = "narrowed"
    HANDED_OVER = "handed over"
    TIMESCALE_SET = "timescale set"
    TIMESCALE_SHORTENED = "timescale shortened"
    TIMESCALE_LENGTHENED = "timescale lengthened"
    TIMESCALE_DROPPED = "timescale dropped"
    TIMESCALE_RESTARTED = "timescale restarted"
    RENAMED = "renamed"
    REDEFINED = "redefined"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    REWORDED = "reworded"
    REPLACED = "replaced"
    RESTRUCTURED = "restructured"
    CLARIFIED = "clarified"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"
    FIRST_RECORDED = "first recorded"
    NOT_RECORDED_AFTER = "not recorded after"
    CARRIED_ON = "carried on"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncedChange:
    """A change that a source reports."""

    id: str
    """``<from>-<to>/<slug>``, e.g. ``2010-2013/one-assessment``."""

    from_edition: str
    """Edition id of the before."""

    to_edition: str
    """Edition id of the after; the same as the before for an in-place update."""

    revision: str
    """Date of the in-place update it belongs to; empty for a change between editions."""

    title: str
    """Short name to show."""

    kinds: tuple[ChangeKind, ...]
    """What sort of change the source reports; at least one."""

    kind_inferred: bool
    """True when the source lists the change without saying which kind."""

    who: tuple[str, ...]
    """Ids of the agencies it concerns."""

    text: str
    """What the source reports, in our own words."""

    parts: tuple[str, ...]
    """The items of a list that belongs to it."""

    before: tuple[str, ...]
    """Ids of the provisions it starts from."""

    after: tuple[str, ...]
    """Ids of the provisions it leads to."""

    was: str
    """The old value, e.g. a time limit; may be empty."""

    now: str
    """The new value; may be empty."""

    topics: tuple[str, ...]
    """Topic ids; at least one."""

    terms: tuple[str, ...]
    """Ids of terms it concerns."""

    note: str
    """Editor's note to the reader; may be empty."""

    citations: tuple[Citation, ...]
    """At least one."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One side of a dispute."""

    text: str
    """What is claimed, in our own words."""

    citations: tuple[Citation, ...]
    """Who claims it; at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which sources disagree."""

    id: str
    """Stable id."""

    title: str
    """The question in dispute."""

    claims: tuple[Claim, ...]
    """All sides; at least two."""

    decision: str
    """How the corpus decides, and why."""

    records: tuple[str, ...]
    """Ids of editions, provisions, notes, terms or agencies it touches."""

    place: Place
    """Where it stands in the corpus."""
