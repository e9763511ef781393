"""A summary as CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec

from diffing.rows import Row
from kb.cli.printing import safe_cell
from kb_site.downloads.summary import Duty, Line, Side, Summary
from kb_site.downloads.wording import (
    DRAFT,
    EMPTY,
    NOT_STANDING,
    day_words,
    facts,
    groups_heading,
    how_known,
    reach_words,
    reference_words,
    says_the_same,
    values,
)

COLUMNS = (*(field.name for field in dataclasses.fields(Row)), "status")
"""Columns of the CSV: those of ``wtkb changes``, then whether a draft is in it."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LIST = re.compile(r"(?m)^(\s*)([-+]|\d+[.)])(\s)")


def cells(line: Line) -> tuple[str, ...]:
    """The row of *line* in the order of :data:`COLUMNS`."""
    return (*dataclasses.astuple(line.row), DRAFT if line.draft else "issued")


def write_csv(summary: Summary) -> bytes:
    """The rows of *summary* as CSV: UTF-8 with a mark by which Excel knows it, no cell that runs as a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in cells(line)] for line in summary.lines)
    return text.getvalue().encode("utf-8-sig")


def write_json(summary: Summary) -> bytes:
    """All of *summary* as JSON; the names are those of :class:`~kb_site.downloads.summary.Summary`."""
    return msgspec.json.format(msgspec.json.encode(summary), indent=1) + b"\n"


def write_md(summary: Summary) -> bytes:
    """*summary* as Markdown, in the order of the handout."""
    blocks = [
        *_cover(summary),
        *_duties(summary),
        *_rows(summary),
        *_limits(summary),
        *_renamings(summary),
        *_reservations(summary),
        *_sources(summary),
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def _cover(summary: Summary) -> Iterator[str]:
    yield f"# {_safe(summary.title)}"
    yield f"{_safe(summary.work)}: {summary.span}. Made on {day_words(summary.date)}."
    if summary.drafts:
        yield f"**{DRAFT} ({', '.join(summary.drafts)}).**"
    yield f"> {_safe(summary.disclaimer)}"
    yield "\n".join(f"- {_safe(line)}" for line in (*summary.asked, *summary.remarks))
    if not summary.lines:
        yield EMPTY


def _duties(summary: Summary) -> Iterator[str]:
    if not summary.near_duties:
        return
    yield f"## What {summary.to_edition} asks of you"
    for stands, found in groupby(summary.near_duties, key=lambda duty: duty.standing):
        if not stands:
            yield f"**Not known to stand.** {NOT_STANDING}"
        yield _table(("Duty", "Strength", "Time limit", "Place", "Sources"), map(_duty, found))


def _duty(duty: Duty) -> tuple[str, ...]:
    side = duty.side
    title = f"**{_safe(side.title)}** {_safe(_whole(side))}"
    sources = f"{reference_words(side.references)} ({side.evidence})"
    return title, side.strength, _safe("; ".join(side.limits)), _safe(side.place), _safe(sources)


def _rows(summary: Summary) -> Iterator[str]:
    for heading, found in groupby(summary.lines, key=lambda line: groups_heading(line, summary)):
        yield f"## {_safe(heading)}"
        for theme, lines in groupby(found, key=lambda line: line.theme):
            yield f"### {_safe(theme)}"
            for line in lines:
                yield from _row(line)


def _row(line: Line) -> Iterator[str]:
    yield f"#### {_safe(line.title)}"
    yield f"**{_safe(line.kinds)}** — {_safe(' — '.join(filter(None, (line.who, reach_words(line.reach)))))}"
    if not says_the_same(line):
        yield _safe(line.text)
    told = [
        f"- Was: {_safe(was or 'none recorded')}. Now: {_safe(now or 'none recorded')}." for was, now in values(line)
    ]
    told += [f"- Before ({side.edition}): {_side(side)}" for side in line.before]
    told += [f"- After ({side.edition}): {_side(side)}" for side in line.after]
    told += [f"- Note: {_safe(line.note)}"] if line.note else []
    told.append(f"- Sources: {_safe(reference_words(line.references))}. {how_known(line)} Row `{line.id}`")
    yield "\n".join(told)


def _side(side: Side) -> str:
    known = f"{facts(side)} {reference_words(side.references)} ({side.evidence})"
    return f"**{_safe(side.title)}** {_safe(_whole(side))} ({_safe(known)})"


def _whole(side: Side) -> str:
    return " ".join((side.text, *(f"– {part}" for part in side.parts))).replace("\n", " ")


def _limits(summary: Summary) -> Iterator[str]:
    if summary.limits:
        yield "## Time limits before and after"
        rows = [
            (each.title, each.step, each.before, each.after, each.what, reference_words(each.references))
            for each in summary.limits
        ]
        yield _table(
            ("Duty", "Step", "Before", "After", "What is told", "Sources"), [tuple(map(_safe, row)) for row in rows]
        )


def _renamings(summary: Summary) -> Iterator[str]:
    if summary.renamings:
        yield "## Names that changed"
        rows = [
            tuple(map(_safe, (each.was, each.now, each.since, each.note, reference_words(each.references))))
            for each in summary.renamings
        ]
        yield _table(("Was", "Now", "Since", "Note", "Sources"), rows)


def _reservations(summary: Summary) -> Iterator[str]:
    if summary.disagreements:
        yield "## Where sources disagree"
        for each in summary.disagreements:
            yield f"### {_safe(each.title)}"
            yield "\n".join(f"- {_safe(claim)}" for claim in each.claims)
            yield f"How our record decides: {_safe(each.decision)}"
    if summary.gaps:
        yield "## What our record does not cover"
        yield "\n".join(
            f"- {gap.edition}, {_safe(gap.chapter)}: {_safe(gap.missing or 'partly recorded')}" for gap in summary.gaps
        )


def _sources(summary: Summary) -> Iterator[str]:
    if summary.sources:
        yield "## Sources"
        yield "\n".join(
            f"- \\[{source.number}\\] {_safe(source.words)} ({source.evidence})"
            + (f" <{source.address}>" if source.address else "")
            for source in summary.sources
        )
    yield f"Our own words, {_safe(summary.licence)}. {_safe(summary.disclaimer)}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    return "\n".join([*lines, *("| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in rows)])


def _safe(text: str) -> str:
    """*text* with every mark escaped that Markdown would take for its own; lines that are lists stay lists."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    return "\n".join(line if line.startswith("- ") else _LIST.sub(r"\1\\\2\3", line) for line in escaped.split("\n"))
