"""What sources say changed, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kb.vocabulary import Citation, Place


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
