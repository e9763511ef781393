"""The controlled words of the knowledge base: sources, agencies, terms, topics, themes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the corpus a value was read."""

    path: str
    """The file, relative to the corpus folder, e.g. ``editions/2013/edition.md``."""

    line: int
    """Line number, counted from 1."""

    def __str__(self) -> str:
        """Tell it as ``path:line``."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source and a place in it."""

    source: str
    """Id of the source, e.g. ``leicester-2010``."""

    statement: str = ""
    """Number of the statement in the project's ledger of its seed documents, e.g. ``73``; mostly empty."""

    locator: str = ""
    """Place in the source as its reader finds it, e.g. ``paragraph 3.4`` or ``What's Changed, chapter 1``."""

    def __str__(self) -> str:
        """Tell it as it is written in a corpus file."""
        number = f"/{self.statement}" if self.statement else ""
        locator = f' "{self.locator}"' if self.locator else ""
        return f"{self.source}{number}{locator}"


class Evidence(StrEnum):
    """How near a source is to the guidance itself."""

    OFFICIAL = "official"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that says something about an edition."""

    id: str
    """Stable id, e.g. ``e-academy-2013``."""

    title: str
    """Title as its publisher gives it."""

    publisher: str
    """Who issued it."""

    date: str
    """Date as far as known: ``2013``, ``2013-03`` or ``2013-03-21``; may be empty."""

    kind: str
    """What sort of document, e.g. ``council report``."""

    evidence: Evidence
    """``official`` when it shows the text of the guidance or an official statement, else ``secondary``."""

    address: str
    """Web address; empty when none may be published."""

    note: str
    """What a reader must know of it; may be empty."""

    citations: tuple[Citation, ...]
    """Ledger statements that describe the document itself."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One thing giving way to another."""

    id: str
    """Id of the successor."""

    since: str
    """Edition id or date from which the successor stands; may be empty."""

    note: str
    """How and why; may be empty."""

    citations: tuple[Citation, ...]
    """Who says so."""


class AgencyKind(StrEnum):
    """What sort of bearer an agency is."""

    BODY = "body"
    ROLE = "role"
    GROUP = "group"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """Somebody who can bear a duty: a body, a role, a partnership or a group of them."""

    id: str
    """Stable id, e.g. ``gps``."""

    name: str
    """Name to show, e.g. ``GPs and general practice``."""

    kind: AgencyKind
    """Body, role, group or partnership."""

    aliases: tuple[str, ...]
    """What people type for it; search aids that carry no claim."""

    broader: tuple[str, ...]
    """Ids of the groups it belongs to."""

    valid_from: str
    """Edition, year or date from which it existed; empty when unknown or always."""

    valid_to: str
    """Edition, year or date up to which it existed; empty when unknown or still."""

    succeeded_by: tuple[Succession, ...]
    """Who took over from it."""

    note: str
    """What a reader must know; may be empty."""

    citations: tuple[Citation, ...]
    """Where the dates come from."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a term means in one edition."""

    edition: str
    """Edition id."""

    text: str
    """The meaning, in our own words."""


class Validity(StrEnum):
    """Whether a text that uses a term today is right."""

    YES = "yes"
    NO = "no"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the guidance with its meaning edition by edition."""

    id: str
    """Stable id, e.g. ``core-assessment``."""

    label: str
    """The word itself."""

    aliases: tuple[str, ...]
    """Other ways of writing it."""

    meanings: tuple[Meaning, ...]
    """In the order of the editions."""

    still_valid: Validity
    """Whether a text that uses it today is right; ``changed``: the word lives on with another content or name."""

    replaced_by: tuple[Succession, ...]
    """Terms that took its place."""

    stale_patterns: tuple[str, ...]
    """Phrases that give an out-of-date use away; whole words."""

    case_sensitive: bool
    """Whether the patterns heed case."""

    caution: str
    """When a hit is no error; may be empty."""

    note: str
    """What a reader must know; may be empty."""

    citations: tuple[Citation, ...]
    """Who says so."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that provisions are filed under."""

    id: str
    """Stable id, e.g. ``referrals``."""

    label: str
    """Name to show."""

    group: str
    """Heading it is listed under."""

    description: str
    """What belongs in it."""

    aliases: tuple[str, ...]
    """What people type for it."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a chapter is about, whatever its number: chapters of one theme are compared with each other."""

    id: str
    """Stable id, e.g. ``child-death``."""

    label: str
    """Name to show."""

    place: Place
    """Where it stands in the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousAlias:
    """A name that people use for more than one agency."""

    alias: str
    """The name, e.g. ``DSP``."""

    ids: tuple[str, ...]
    """The agencies it can mean."""

    note: str
    """How to tell; may be empty."""
