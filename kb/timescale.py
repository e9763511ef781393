"""Time limits of provisions: a value, a unit, a relation and the moment from which it runs.

In a chapter file the relation is the name of the field: ``within: 15 working days of the strategy discussion``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How a limit binds; the value is the name of the field in a chapter file."""

    WITHIN = "within"
    EVERY = "every"
    AT_LEAST = "at least"
    NOT_BEFORE = "not before"
    BY = "by"
    STARTING = "starting"
    PROMPTLY = "promptly"


class Unit(StrEnum):
    """What a limit is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """One time limit as an edition states it."""

    relation: Relation
    """``within`` is the most, ``every`` an interval, ``at least`` the least, ``by`` a day of the calendar,
    ``starting`` the day from which it holds, ``promptly`` has no figure."""

    value: int | None = None
    """The figure, e.g. 15; ``None`` for dates and ``promptly``."""

    unit: Unit | None = None
    """The unit of the figure; ``None`` for dates and ``promptly``."""

    start: str = ""
    """What the clock starts at, e.g. ``of the strategy discussion``; empty when no source says."""

    words: str
    """The limit as written after the field's name, e.g. ``15 working days of the strategy discussion``."""

    def __str__(self) -> str:
        """Tell the limit as a reader would say it, e.g. ``within 15 working days of ...``."""
        return self.words if self.relation is Relation.PROMPTLY else f"{self.relation} {self.words}"

    @property
    def days(self) -> float | None:
        """The figure in calendar days, to put limits of different units in order.

        A working day counts as 7/5 of a day, a month as 365/12, a year as 365: good for telling shorter from
        longer, never for computing a date.
        """
        if self.value is None or self.unit is None:
            return None
        return self.value * _DAYS[self.unit]


_DAYS = {
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1.0,
    Unit.WORKING_DAY: 7 / 5,
    Unit.WEEK: 7.0,
    Unit.MONTH: 365 / 12,
    Unit.YEAR: 365.0,
}

_COUNTED = re.compile(
    r"(?P<value>[1-9][0-9]{0,3})\s+(?P<unit>working day|hour|day|week|month|year)s?\b\s*(?P<start>.*)",
    re.DOTALL,
)
_INTERVAL = re.compile(r"(?P<unit>hour|day|week|month|year)\b\s*(?P<start>.*)", re.DOTALL)
_DATE = re.compile(
    r"(?:(?:\d{1,2}|end of|end|early|late)\s+)?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?:\s+\d{4})?\b\s*(?P<start>.*)",
    re.DOTALL,
)
_YEAR = re.compile(r"\d{4}\b\s*(?P<start>.*)", re.DOTALL)

EXPECTED_FORMS = (
    "write e.g. 'within: 15 working days of the strategy discussion', 'every: 6 months after the first review', "
    "'at least: 12 months from publication', 'not before: 3 working days after ...', 'by: 29 September 2019', "
    "'starting: 1 April 2008' or 'promptly: as soon as possible after ...'"
)
"""The way out that a message gives for a limit that cannot be read."""


def parse_timescale(relation: Relation, words: str) -> Timescale:
    """Read the words after a timescale field.

    Returns:
        The typed limit; *words* is kept as written.

    Raises:
        ValueError: the words have no figure with a unit (or no date for ``by`` and ``starting``).

    Example:
        >>> parse_timescale(Relation.WITHIN, "1 working day of receiving the referral").unit
        <Unit.WORKING_DAY: 'working day'>
    """
    text = " ".join(words.split())
    if not text:
        raise ValueError("a timescale needs a value")
    if relation is Relation.PROMPTLY:
        return Timescale(relation=relation, words=text)
    if relation in (Relation.BY, Relation.STARTING):
        dated = _DATE.fullmatch(text) or _YEAR.fullmatch(text)
        if dated is None:
            raise ValueError(f"no date in {text!r}")
        return Timescale(relation=relation, start=dated["start"], words=text)
    counted = _COUNTED.fullmatch(text)
    if counted is not None:
        value, unit = int(counted["value"]), Unit(counted["unit"])
        return Timescale(relation=relation, value=value, unit=unit, start=counted["start"], words=text)
    interval = _INTERVAL.fullmatch(text) if relation is Relation.EVERY else None
    if interval is not None:
        unit = Unit(interval["unit"])
        return Timescale(relation=relation, value=1, unit=unit, start=interval["start"], words=text)
    raise ValueError(f"no figure with a unit in {text!r}")
