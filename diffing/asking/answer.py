"""An answer as a value: the same for the terminal, JSON, Markdown, CSV and every page."""

from __future__ import annotations

from dataclasses import dataclass

from diffing.asking.question import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One record that answers the question. The order of the fields is the order of the columns."""

    id: str
    """Id of the record."""

    record: str
    """What it is, e.g. ``announced change``, ``provision``, ``term``."""

    edition: str
    """``2013``, or ``2010 → 2013`` for a change; empty when it belongs to none."""

    draft: bool
    """Whether it is of a proposal that was never in force."""

    title: str
    """Short name."""

    text: str
    """What it says, in our own words."""

    kinds: str
    """For a change: what sort, weightiest first."""

    was: str
    """For a change: old values."""

    now: str
    """For a change: new values."""

    strength: str
    """How strongly it binds, ``(inferred)`` where no source says."""

    timescale: str
    """Its time limits."""

    who: str
    """Names of the bearers."""

    reach: str
    """How it concerns the agencies asked about; empty when none was."""

    place: str
    """Chapter and printed place."""

    sources: str
    """Every citation, in words."""

    evidence: str
    """``official`` or ``secondary``."""

    basis: str
    """Who vouches for a change: ``announced``, ``asserted``, ``computed``."""

    note: str
    """A word to the reader."""

    as_text: bool
    """Whether it was found by words alone: nothing in the question names what it is filed under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGroup:
    """Rows of one edition or of one step."""

    heading: str
    """``2010 → 2013``, ``2018``, ``2017-draft (DRAFT: proposed, never in force)`` or ``Any edition``."""

    rows: tuple[AnswerRow, ...]
    """Best first; in a list of changes the weightiest kind first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedDispute:
    """A dispute that touches a row."""

    id: str
    """Its id."""

    title: str
    """The question in dispute."""

    decision: str
    """How the corpus decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that can be said to a question."""

    reading: Reading
    """How it was read."""

    echo: str
    """The reading as one line that can be edited and asked again."""

    nothing_found: bool
    """Whether no record answers it; :attr:`says` then begins with ``nothing found``."""

    says: tuple[str, ...]
    """What is told before the rows, in whole sentences."""

    groups: tuple[AnswerGroup, ...]
    """The rows; no edition is in it that was not asked about, no draft that is not marked."""

    related: tuple[AnswerRow, ...]
    """What lies near but does not answer the question, e.g. of another edition; only when nothing was found."""

    found: int
    """How many records bear on the question; the groups have the best of them."""

    compared: str
    """What was looked through, in a sentence."""

    partly: str
    """What of it the corpus has only in part; empty when nothing."""

    succession: tuple[str, ...]
    """Who or what took over from what the question names."""

    disputes: tuple[TouchedDispute, ...]
    """Disputes that touch a row."""

    nearest: tuple[str, ...]
    """Questions that may be asked next."""

    safety: tuple[str, ...]
    """Where to turn when a child may be in danger; empty unless the question reads as somebody's own account."""

    @property
    def rows(self) -> tuple[AnswerRow, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)
