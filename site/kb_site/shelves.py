"""Sharing long lists out over pages, so that no page is too heavy for a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

BUDGET = 92_000
"""How many characters of rows a page holds at most; what stands around them comes on top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry of a list."""

    record: str
    """Name of the record it shows, e.g. ``change:2010-2013/one-assessment``; empty when none links to it."""

    anchor: str
    """Id of its element; empty when it has none."""

    html: Markup
    """The finished entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries under one heading."""

    anchor: str
    """Id of the heading, and part of the address of a page of its own."""

    heading: str
    """The heading."""

    rows: tuple[Row, ...]
    """The entries, in order."""

    @property
    def weight(self) -> int:
        """How many characters its entries take."""
        return sum(len(row.html) for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A page of its own for a section, or for a part of a long one."""

    section: Section
    """The section; its rows are only those of this part."""

    where: str
    """Address of the page."""

    part: int
    """Which part, from 1."""

    parts: int
    """How many parts the section has."""


def shelve(sections: Iterable[Section], where: str, taken: int = 0) -> tuple[list[Section], dict[str, list[Shelf]]]:
    """What stays on the page at *where*, and by anchor the sections that get pages of their own below it.

    Sections stay in their order as long as they fit; *taken* is what already stands on the page. A section that does
    not fit moves out whole, the next may still fit. Equal input gives equal output.
    """
    stay: list[Section] = []
    apart: dict[str, list[Shelf]] = {}
    for section in sections:
        if taken + section.weight <= BUDGET:
            taken += section.weight
            stay.append(section)
        else:
            apart[section.anchor] = shelves(section, f"{where}{section.anchor}/")
    return stay, apart


def shelves(section: Section, where: str) -> list[Shelf]:
    """The pages that *section* needs: the first at *where*, more at ``2/``, ``3/`` below it."""
    packs = pack(section.rows)
    return [
        Shelf(
            section=Section(anchor=section.anchor, heading=section.heading, rows=tuple(rows)),
            where=where if number == 1 else f"{where}{number}/",
            part=number,
            parts=len(packs),
        )
        for number, rows in enumerate(packs, start=1)
    ]


def pack(rows: Sequence[Row]) -> list[list[Row]]:
    """*rows* in order, as few packs as hold them without one above the budget; never an empty pack but the first."""
    packs: list[list[Row]] = [[]]
    weight = 0
    for row in rows:
        if packs[-1] and weight + len(row.html) > BUDGET:
            packs.append([])
            weight = 0
        packs[-1].append(row)
        weight += len(row.html)
    return packs
