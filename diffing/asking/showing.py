"""An answer as text: for a terminal of 80 columns, and as Markdown in which nothing typed is taken for markup."""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Iterable, Sequence

from diffing.asking.answer import Answer, AnswerRow

WIDTH = 80
"""Widest line for a terminal."""

SOURCES = 3
"""How many sources of a row a terminal shows."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$-])")


def text_lines(answer: Answer) -> list[str]:
    """*answer* for a terminal: how it was read, the rows by edition, what was looked through."""
    lines: list[str] = []
    for line in answer.safety:
        lines += _wrapped(line, "")
    if answer.safety:
        return lines
    lines += _wrapped(f"Read as: {answer.echo}", "", "  ")
    lines += _wrapped_all(_mended(answer), "", "  ")
    lines += _wrapped_all(answer.says, "", "")
    lines += _wrapped_all(answer.succession, "* ", "  ")
    for group in answer.groups:
        lines += ["", *_wrapped(group.heading, ""), "=" * min(len(group.heading), WIDTH)]
        for row in group.rows:
            lines += _row(_shortened(row))
    if answer.related:
        lines += ["", "Near, but no answer", "==================="]
        for row in answer.related:
            lines += _row(_shortened(row))
    lines.append("")
    lines += _wrapped_all(closing(answer), "", "")
    return lines


def closing(answer: Answer) -> list[str]:
    """What is said after the rows."""
    shown = len(answer.rows)
    lines = []
    if answer.found > shown:
        lines.append(f"{shown} of {answer.found} records shown, the best first chosen; --limit gives more.")
    lines += [line for line in (answer.compared, answer.partly) if line]
    lines += [f"In dispute: {each.title} {each.decision}" for each in answer.disputes]
    if answer.nearest:
        lines.append("Ask also: " + "; ".join(answer.nearest) + ".")
    lines.append("Not the official text: read the edition in force before you act.")
    return lines


def markdown(answer: Answer) -> str:
    """*answer* as Markdown; every character of a question or a record that could be markup is escaped."""
    if answer.safety:
        return "\n\n".join(map(escape, answer.safety)) + "\n"
    parts = [f"Read as: {escape(answer.echo)}", *map(escape, (*_mended(answer), *answer.says))]
    parts += [f"- {escape(line)}" for line in answer.succession]
    groups = [(group.heading, group.rows) for group in answer.groups]
    if answer.related:
        groups.append(("Near, but no answer", answer.related))
    for heading, rows in groups:
        parts.append(f"## {escape(heading)}")
        for row in rows:
            parts.append(f"### {escape(_title(row))}")
            parts += [escape(line.removeprefix("- ")) for line in row.text.split("\n") if line]
            parts += [f"- {escape(fact)}" for fact in _facts(row)]
    parts += map(escape, closing(answer))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    r"""*text* so that Markdown and HTML show it as it stands.

    Example:
        >>> escape("<b>*x*</b>")
        '\\<b\\>\\*x\\*\\</b\\>'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def as_data(answer: Answer) -> object:
    """*answer* as lists and dictionaries, for JSON."""
    import msgspec

    return msgspec.to_builtins(answer)


def columns() -> tuple[str, ...]:
    """Names of the cells of a row of CSV."""
    return ("answers", *(field.name for field in dataclasses.fields(AnswerRow)))


def cells(answer: Answer) -> Iterable[tuple[str, ...]]:
    """The rows of *answer* as cells; the first cell tells whether a row answers or only lies near."""
    for answers, rows in (("yes", answer.rows), ("no, near only", answer.related)):
        for row in rows:
            yield (answers, *(_cell(value) for value in dataclasses.astuple(row)))


def _cell(value: str | bool) -> str:
    return value if isinstance(value, str) else ("yes" if value else "no")


def _mended(answer: Answer) -> tuple[str, ...]:
    words = ", ".join(f"{each.typed} as {each.read}" for each in answer.reading.mended)
    return (f"Spelling: read {words}.",) if words else ()


def _title(row: AnswerRow) -> str:
    sort = row.kinds or row.record
    return f"{sort.upper()}: {row.title}"


def _row(row: AnswerRow) -> Iterable[str]:
    yield ""
    yield from _wrapped(_title(row), "", "  ")
    for line in row.text.split("\n"):
        yield from _wrapped(line, "  ", "    " if line.startswith("- ") else "  ")
    for fact in _facts(row):
        yield from _wrapped(fact, "  ", "    ")


def _shortened(row: AnswerRow) -> AnswerRow:
    """*row* with its first sources only: a terminal is for reading, the other forms have them all."""
    sources = row.sources.split("; ")
    if len(sources) <= SOURCES:
        return row
    rest = f"and {len(sources) - SOURCES} more, listed in the other formats"
    return dataclasses.replace(row, sources="; ".join((*sources[:SOURCES], rest)))


def _facts(row: AnswerRow) -> Sequence[str]:
    draft = "DRAFT: a proposal, never in force" if row.draft else ""
    reach = f" [{row.reach}]" if row.reach not in ("", "named") else ""
    basis = f"; {row.basis}" if row.basis else ""
    facts = (
        draft,
        f"was: {row.was}" if row.was else "",
        f"now: {row.now}" if row.now else "",
        f"strength: {row.strength}" if row.strength else "",
        f"limit: {row.timescale}" if row.timescale else "",
        f"who: {row.who}{reach}" if row.who else "",
        f"place: {row.place}" if row.place else "",
        f"note: {row.note}" if row.note else "",
        f"source ({row.evidence}{basis}): {row.sources}",
        f"id: {row.id}" + ("; found by words alone" if row.as_text else ""),
    )
    return tuple(fact for fact in facts if fact)


def _wrapped_all(texts: Iterable[str], first: str, rest: str) -> list[str]:
    return [line for text in texts for line in _wrapped(text, first, rest)]


def _wrapped(text: str, first: str, rest: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
