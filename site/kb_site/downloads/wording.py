"""Sentences that every format says alike."""

from __future__ import annotations

from datetime import date

from kb_site.downloads.summary import Line, Purpose, Reference, Side, Summary, Told

DRAFT = "DRAFT FOR CONSULTATION: a proposal, nothing of it was in force"
"""Stands on every page of a download that has a consultation text in it."""

EMPTY = "Nothing was found that fits the question; the remarks say what was looked through."
"""What a download without rows says."""

NOT_STANDING = (
    "These are recorded in the edition before. Our record of the latest edition is too thin to tell whether they still "
    "stand: read that edition before you rely on them."
)
"""Stands above duties that are not known to stand."""

SAME_HEADING = "Recorded the same in both editions (not proved identical)"
"""Heading of a certificate."""


def day_words(iso: str) -> str:
    """A date as a reader says it.

    Example:
        >>> day_words("2026-11-05")
        '5 November 2026'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def footer_words(summary: Summary) -> str:
    """What stands at the foot of every page."""
    return f"Working Together, edition by edition  ·  not the official text  ·  {day_words(summary.date)}"


def reference_words(references: tuple[Reference, ...]) -> str:
    """The references in one line."""
    return "; ".join(map(str, references))


def how_known(line: Line) -> str:
    """Who vouches for a row, on what evidence, and what of it is inferred."""
    vouched = ", ".join(dict.fromkeys(each.vouched for each in line.told))
    inferred = "; the kind of change is inferred" if any(each.inferred for each in line.told) else ""
    return f"Known because: {vouched}{inferred}. Evidence: {line.evidence}."


def reach_words(reach: str) -> str:
    """How a row concerns the agency, as a remark; empty where it names the agency itself or nobody was asked about."""
    return "" if reach in ("", "named") else f"through a {reach}"


def facts(side: Side, *, with_who: bool = True) -> str:
    """Strength, limits, bearers, place and law of a provision in one line."""
    limits = "; ".join(side.limits)
    return " · ".join(filter(None, (side.strength, limits, side.who if with_who else "", side.place, side.law)))


def bearers_differ(line: Line) -> bool:
    """True when the two sides of a row do not name the same bearers, so that each side has to tell its own."""
    return len({side.who for side in (*line.before, *line.after)}) > 1


def values(line: Line) -> tuple[tuple[str, str], ...]:
    """The old and new values that were told, each pair once; titles of what was split or merged stand beside anyway."""
    told = [each for each in line.told if (each.was or each.now) and each.kind not in _SHOWN_ANYWAY]
    return tuple(dict.fromkeys((_value(each, each.was), _value(each, each.now)) for each in told))


_SHOWN_ANYWAY = ("split", "merged")


def _value(told: Told, words: str) -> str:
    return f"Chapter: {words}" if words and told.kind == "moved" and not told.announced else words


def says_the_same(line: Line) -> bool:
    """True when the text of a row is only what the provision after (else before) says, which is shown anyway."""
    return any(line.text.startswith(side.text) for side in (*line.after, *line.before)) and not any(
        each.announced for each in line.told
    )


def side_heading(sides: tuple[Side, ...], *, is_after: bool) -> str:
    """The head of a column, e.g. ``Before: 2018``."""
    editions = ", ".join(dict.fromkeys(f"{side.edition}{' DRAFT' if side.draft else ''}" for side in sides))
    word = "After" if is_after else "Before"
    return f"{word}: {editions}" if editions else word


def groups_heading(line: Line, summary: Summary) -> str:
    """The heading that a row stands under: its step, and whether it concerns the agency through a wider group."""
    draft = " (DRAFT)" if line.draft else ""
    heading = SAME_HEADING if summary.purpose is Purpose.UNCHANGED else f"What changed: {line.step}"
    return f"{heading}{draft}" if line.near else f"{heading}{draft}: wider groups"
