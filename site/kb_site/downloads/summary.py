"""What every download is made from: one answer with its rows, duties, limits, sources and reservations, as values.

All formats show the same summary, so their counts can never differ. Everything is in words that a reader can be
shown; ids are kept so that a row can be found again on the site and on the command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diffing.rows import Row


class Purpose(StrEnum):
    """What a summary is about."""

    CHANGES = "what changed"
    UNCHANGED = "what is recorded the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A numbered source and the place in it."""

    number: int
    """Number in the list of sources, from 1."""

    place: str
    """Place in the source, e.g. ``paragraph 76``; may be empty."""

    def __str__(self) -> str:
        """Tell it as it stands in a text, e.g. ``[3] paragraph 76``."""
        return f"[{self.number}] {self.place}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedSource:
    """A source that something in the summary refers to."""

    number: int
    """Its number, in the order of first use."""

    words: str
    """Publisher, title and year."""

    address: str
    """Web address; may be empty."""

    evidence: str
    """``official`` or ``secondary``."""

    note: str
    """What a reader must know of it; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one edition says: the before or the after of a change, or a duty."""

    id: str
    """Id of the provision."""

    edition: str
    """Edition id."""

    draft: bool
    """True when it stands in a consultation text."""

    title: str
    """Short name."""

    text: str
    """What it says, in our own words."""

    parts: tuple[str, ...]
    """The items of its list."""

    strength: str
    """e.g. ``must`` or ``should (inferred)``."""

    limits: tuple[str, ...]
    """Its time limits, e.g. ``within 1 working day of receiving the referral``."""

    who: str
    """Names of the bearers."""

    place: str
    """Chapter and printed place in the edition."""

    law: str
    """Legal basis as stated; may be empty."""

    evidence: str
    """``official`` or ``secondary``."""

    references: tuple[Reference, ...]
    """Who says so; at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One kind of change with the values that show it."""

    kind: str
    """The kind, e.g. ``timescale shortened``."""

    sign: str
    """The sign that stands before it."""

    was: str
    """The old value; may be empty."""

    now: str
    """The new value; may be empty."""

    announced: bool
    """True when a source reports it; else it was seen by comparing."""

    vouched: str
    """Who vouches, in plain words."""

    inferred: bool
    """True when the source lists the change without saying which kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the answer."""

    id: str
    """Id of the change."""

    step: str
    """``2010 → 2013``, or ``2018, update of 2020-12-09``."""

    draft: bool
    """True when either side is a consultation text."""

    theme: str
    """What it is about: the heading it stands under inside its step."""

    reach: str
    """How it concerns the agency asked about; empty when none was."""

    near: bool
    """True unless it concerns the agency only through a wider group."""

    told: tuple[Told, ...]
    """What sort of change, weightiest first; at least one."""

    title: str
    """Short name."""

    text: str
    """What changed, in our own words; lines of a list begin with ``- ``."""

    who: str
    """Names of the bearers."""

    before: tuple[Side, ...]
    """What was said before; may be empty."""

    after: tuple[Side, ...]
    """What is said after; may be empty."""

    references: tuple[Reference, ...]
    """Who says so; at least one."""

    evidence: str
    """``official`` or ``secondary``; both, before and after, where the two sides differ."""

    note: str
    """A word to the reader; may be empty."""

    row: Row
    """The same as a flat row, as the command line prints it."""

    @property
    def kinds(self) -> str:
        """The kinds with their signs, e.g. ``▲ strengthened · t< timescale shortened``."""
        return " · ".join(dict.fromkeys(f"{each.sign} {each.kind}" for each in self.told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit on both sides of a step."""

    line: str
    """Id of the change that shows it."""

    step: str
    """The step in words."""

    title: str
    """The duty."""

    before: str
    """The limit before; empty when there was none or none is recorded."""

    after: str
    """The limit after; empty when there is none or none is recorded."""

    what: str
    """The kind of change, or ``recorded the same`` or ``not put in order``."""

    who: str
    """Names of the bearers."""

    near: bool
    """True unless it concerns the agency only through a wider group."""

    references: tuple[Reference, ...]
    """Who says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that the later edition asks."""

    side: Side
    """What it says."""

    theme: str
    """What it is about."""

    reach: str
    """How it concerns the agency asked about; empty when none was."""

    near: bool
    """True unless it concerns the agency only through a wider group."""

    history: str
    """Since when, and what changed it, e.g. ``[2013, strengthened 2018]``."""

    standing: bool
    """False when it is of the edition before, and the later edition is recorded too thinly to tell if it stands."""

    note: str
    """A word to the reader; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A body or a term that gave way to another between the two editions."""

    was: str
    """Old name."""

    now: str
    """New name."""

    since: str
    """Edition or date from which; may be empty."""

    note: str
    """How and why; may be empty."""

    references: tuple[Reference, ...]
    """Who says so; at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A point on which sources disagree."""

    title: str
    """The question."""

    claims: tuple[str, ...]
    """What each side says, with its references."""

    decision: str
    """How our record decides, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A chapter of which our record carries only a part."""

    edition: str
    """Edition id."""

    chapter: str
    """Number and title."""

    missing: str
    """What is lacking; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are of a kind."""

    words: str
    """The kind, or the heading of a family of kinds."""

    number: int
    """How many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An answer, ready to be put into any format."""

    purpose: Purpose
    """What changed, or what is recorded the same."""

    title: str
    """e.g. ``What changed for Schools``."""

    span: str
    """The two editions, e.g. ``2018 → 2023``."""

    work: str
    """Title of the guidance."""

    audience: str
    """Name of the agency asked about; empty for everybody."""

    asked: tuple[str, ...]
    """The question as it was understood, one filter a line."""

    remarks: tuple[str, ...]
    """What was compared and what must not be concluded, one sentence or two each."""

    drafts: tuple[str, ...]
    """Ids of the consultation texts in it; whatever comes from one was never in force."""

    steps: tuple[str, ...]
    """The steps looked through, in words, oldest first."""

    from_edition: str
    """Edition id of the before."""

    to_edition: str
    """Edition id of the after."""

    lines: tuple[Line, ...]
    """The rows: by step, then by theme, then as the command line lists them."""

    counts: tuple[Count, ...]
    """How many rows of each family of kinds, by the weightiest kind of each row; families without one left out."""

    silent: tuple[Count, ...]
    """What was left out because it tells no change, by kind."""

    compared: int
    """How many provisions were compared, both sides of every step together."""

    duties: tuple[Duty, ...]
    """What the later edition asks, strongest first; empty for a draft."""

    limits: tuple[Limit, ...]
    """Time limits before and after."""

    renamings: tuple[Renaming, ...]
    """Bodies and terms that gave way to others."""

    disagreements: tuple[Disagreement, ...]
    """Where sources disagree on something in it."""

    gaps: tuple[Gap, ...]
    """Chapters looked through that are only partly recorded."""

    sources: tuple[NumberedSource, ...]
    """Every source referred to, by number."""

    disclaimer: str
    """That this is not the official text."""

    licence: str
    """Licence of our record."""

    date: str
    """ISO date on which it was made, e.g. ``2026-11-25``."""

    @property
    def near_duties(self) -> tuple[Duty, ...]:
        """The duties that name the agency, its members or its line: none when no agency was asked about."""
        return tuple(duty for duty in self.duties if duty.near) if self.audience else ()

    def source(self, reference: Reference) -> NumberedSource:
        """The source that *reference* numbers."""
        return self.sources[reference.number - 1]
