"""What an edition says: provisions with their strength and links."""

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
