"""Named values of one record, read with typed getters that report what is wrong and where.

A getter never raises: it notes the problem and returns an empty value, so that one run tells everything.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kb.errors import Problem, shortened
from kb.vocabulary import Citation, Place

Value = str | list["Entry"] | dict[str, "Entry"]
"""A scalar, a list or a mapping, as YAML or a Markdown field holds it."""

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value and the line it stands on."""

    value: Value
    """The value."""

    line: int
    """Line number, counted from 1."""


@dataclass(slots=True)
class Problems:
    """Collects what is wrong in all files of a corpus."""

    root: Path
    """The corpus folder, as the user named it."""

    found: list[Problem] = field(default_factory=list)
    """In the order of discovery."""

    def add(self, place: Place, what: str, fix: str) -> None:
        """Note one problem at a place of the corpus."""
        path = str(self.root / place.path)
        self.found.append(Problem(path=path, line=place.line, what=shortened(what), fix=shortened(fix)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A way out for a misspelt *word*: the likeliest of *known*, or the whole list when none is near."""
    options = sorted(known)
    likely = difflib.get_close_matches(word, options, n=3, cutoff=0.6)
    if likely:
        return "did you mean " + " or ".join(repr(each) for each in likely) + "?"
    return "known: " + ", ".join(options[:40]) if options else "there is none yet"


_CITATION = re.compile(r"""(?P<source>[a-z0-9][a-z0-9-]*)(?:/(?P<statement>\d+))?(?:\s+(?P<locator>.+))?""", re.DOTALL)


_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


class Fields:
    """The named values of one record."""

    def __init__(self, problems: Problems, place: Place, entries: Sequence[tuple[str, Entry]], record: str) -> None:
        self.problems, self.place, self.record = problems, place, record
        self._entries: dict[str, list[Entry]] = {}
        self._known: set[str] = set()
        for name, entry in entries:
            self._entries.setdefault(name, []).append(entry)

    def at(self, line: int) -> Place:
        """The place of *line* in the file of this record."""
        return Place(path=self.place.path, line=line)

    def many(self, name: str) -> list[Entry]:
        """Every value of a field that may be repeated."""
        self._known.add(name)
        return self._entries.get(name, [])

    def one(self, name: str) -> Entry | None:
        """The value of a field that stands at most once."""
        entries = self.many(name)
        for extra in entries[1:]:
            self.problems.add(self.at(extra.line), f"second '{name}' in {self.record}", "keep one of them")
        return entries[0] if entries else None

    def text(self, name: str, *, required: bool = False) -> str:
        """One plain text; empty when absent."""
        entry = self.one(name)
        if entry is None or entry.value == "":
            if required:
                self.problems.add(self.place, f"{self.record} has no '{name}'", f"add '{name}'")
            return ""
        return self.plain(entry, name)

    def plain(self, entry: Entry, name: str) -> str:
        """The text of *entry* on one line; notes a problem and gives an empty one when it is a list or a mapping."""
        if isinstance(entry.value, str):
            return " ".join(entry.value.split())
        self.problems.add(self.at(entry.line), f"'{name}' of {self.record} is not a plain text", "write one text")
        return ""

    def date(self, name: str, *, required: bool = False) -> str:
        """A day, month or year that the calendar has; empty when absent."""
        date = self.text(name, required=required)
        if date and not _is_date(date):
            self.problems.add(self.place, f"'{name}' is '{date}'", "write a date as 2013, 2013-03 or 2013-03-21")
        return date

    def words(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """Values parted by commas, or a YAML list of them; empty when absent."""
        found: list[str] = []
        for entry in self.many(name):
            if isinstance(entry.value, dict):
                self.problems.add(self.at(entry.line), f"'{name}' of {self.record} is not a list", "write a list")
            elif isinstance(entry.value, list):
                found += filter(None, (self.plain(each, name) for each in entry.value))
            else:
                found += [" ".join(word.split()) for word in entry.value.split(",") if word.strip()]
        if required and not found:
            self.problems.add(self.place, f"{self.record} has no '{name}'", f"add '{name}'")
        for word in sorted({word for word in found if found.count(word) > 1}):
            self.problems.add(self.place, f"'{word}' stands twice in '{name}' of {self.record}", "keep one")
        return tuple(found)

    def choice(self, name: str, kinds: type[Choice], default: Choice | None = None) -> Choice | None:
        """One word out of a closed list; *default* when absent, ``None`` when wrong or missing."""
        word = self.text(name, required=default is None)
        if not word:
            return default
        return self.pick(word, kinds, name)

    def pick(self, word: str, kinds: type[Choice], name: str) -> Choice | None:
        """*word* as a member of *kinds*; notes a problem and gives ``None`` when it is not one."""
        try:
            return kinds(word)
        except ValueError:
            line = self._entries[name][0].line if name in self._entries else self.place.line
            fix = nearest(word, [kind.value for kind in kinds])
            self.problems.add(self.at(line), f"unknown {name} '{word}' in {self.record}", fix)
            return None

    def flag(self, name: str) -> bool:
        """``true`` or ``false``; false when absent."""
        word = self.text(name) or "false"
        if word not in ("true", "false"):
            self.problems.add(self.place, f"'{name}' of {self.record} is '{word}'", "write true or false")
        return word == "true"

    def mappings(self, name: str) -> list[Fields]:
        """The records of a YAML list of mappings, each with getters of its own."""
        entry = self.one(name)
        if entry is None or entry.value == "":
            return []
        items = entry.value if isinstance(entry.value, list) else [entry]
        found = []
        for item in items:
            if isinstance(item.value, dict):
                inner = list(item.value.items())
                found.append(Fields(self.problems, self.at(item.line), inner, f"{name} of {self.record}"))
            else:
                self.problems.add(
                    self.at(item.line),
                    f"'{name}' of {self.record} is not a list of records",
                    "write 'key: value' lines",
                )
        return found

    def mapping(self, name: str) -> dict[str, Entry]:
        """A YAML mapping with free keys; empty when absent."""
        entry = self.one(name)
        if entry is None or entry.value == "":
            return {}
        if isinstance(entry.value, dict):
            return entry.value
        self.problems.add(
            self.at(entry.line),
            f"'{name}' of {self.record} is not a mapping",
            "write 'key: value' lines",
        )
        return {}

    def citations(self, name: str = "source", *, required: bool = True) -> tuple[Citation, ...]:
        """Citations parted by semicolons, repeated fields joined."""
        found: list[Citation] = []
        for entry in self.many(name):
            values = entry.value if isinstance(entry.value, list) else [entry]
            for value in values:
                found += self.parse_citations(self.plain(value, name), value.line)
        if required and not found:
            self.problems.add(
                self.place,
                f"{self.record} cites nothing",
                f"add '{name}: source-id \"place in it\"'; no record without one",
            )
        return tuple(found)

    def parse_citations(self, text: str, line: int) -> list[Citation]:
        """Read ``id/12 "place"; other "place"``; notes a problem for each part that is no citation."""
        found = []
        for part in re.split(r""";(?=(?:[^"]*"[^"]*")*[^"]*$)""", text):
            words = " ".join(part.split())
            if not words:
                continue
            match = _CITATION.fullmatch(words)
            if match is None or words.count('"') % 2:
                self.problems.add(
                    self.at(line),
                    f"cannot read citation '{words}'",
                    "write: source-id \"place in it\", parted by ';'",
                )
                continue
            locator = (match["locator"] or "").strip().strip('"').strip()
            found.append(Citation(source=match["source"], statement=match["statement"] or "", locator=locator))
        return found

    def finish(self) -> None:
        """Report every field that no getter asked for."""
        for name, entries in self._entries.items():
            if name not in self._known:
                self.problems.add(
                    self.at(entries[0].line),
                    f"unknown field '{name}' in {self.record}",
                    nearest(name, self._known),
                )
