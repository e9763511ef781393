"""What can go wrong, and how it is told: where, what, and the way out.

Everything a user can cause derives from :class:`KbError`; the command line turns it into a message and exit 1.
Anything else is a bug and may crash.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one file, with the way to mend it."""

    path: str
    """The file as the user named it, e.g. ``corpus/editions/2013/edition.md``."""

    line: int
    """Line number, counted from 1."""

    what: str
    """What is wrong, e.g. ``unknown agency 'scools'``."""

    fix: str
    """What to do about it, e.g. ``did you mean 'schools'?``."""

    def __str__(self) -> str:
        """Tell it as ``path:line: what`` with the fix on a line of its own."""
        return f"{self.path}:{self.line}: {self.what}\n  fix: {self.fix}"


class KbError(Exception):
    """Something the user can mend."""


class InputError(KbError):
    """A file given to the program breaks its format; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        count = len(self.problems)
        ending = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([*map(str, self.problems), ending]))


class CorpusError(InputError):
    """The corpus breaks its rules; nothing is built from it."""


LONGEST = 400
"""Most characters of what a user gave that a message repeats."""


def shortened(text: str) -> str:
    """*text*, cut where it is too long to read.

    Example:
        >>> len(shortened("x" * 10_000))
        400
    """
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 4]} ..."


class NotFoundError(KbError):
    """A name that the knowledge base does not have."""

    def __init__(self, what: str, name: str, nearest: Sequence[str]) -> None:
        self.name, self.nearest = name, tuple(nearest)
        name = shortened(name)
        known = "\n".join(f"  {each}" for each in nearest)
        super().__init__(f"unknown {what} {name!r}; nearest:\n{known}" if nearest else f"unknown {what} {name!r}")


class AmbiguousNameError(KbError):
    """A name that means more than one thing."""

    def __init__(self, name: str, meanings: Sequence[str]) -> None:
        self.name, self.meanings = name, tuple(meanings)
        choices = "\n".join(f"  {each}" for each in meanings)
        super().__init__(f"{name!r} can mean more than one thing; say which:\n{choices}")


class SelectionError(KbError):
    """A choice of editions or filters that cannot be answered, e.g. from later than to."""
