"""``wtkb changes``: what changed, for whom, and who says so."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli.asking import filter_options, read_filters
from kb.cli.options import corpus_option, format_option

if TYPE_CHECKING:
    from diffing.compiled import Compiled
    from diffing.rows import Row
    from diffing.selection import Selection


@click.command()
@filter_options
@click.option("--named", "named_only", is_flag=True, help="Leave out what only concerns wider groups.")
@click.option("--all", "with_silent", is_flag=True, help="Also list what tells no change: only counted otherwise.")
@format_option
@corpus_option
def changes(
    agency: str | None,
    from_edition: str | None,
    to_edition: str | None,
    kinds: Sequence[str],
    strengths: Sequence[str],
    topics: Sequence[str],
    named_only: bool,
    with_silent: bool,
    form: str,
    corpus: Path | None,
) -> None:
    """List what changed, step by step, each line with its sources.

    \b
    Example:
        wtkb changes --for schools --from 2018
        wtkb changes --for "sports clubs" --kind new --format csv
    """
    from diffing.compiled import load
    from diffing.rows import Row, make_rows
    from diffing.selection import select
    from kb.cli.printing import print_listing

    compiled = load(corpus)
    asked = read_filters(compiled, agency, from_edition, to_edition, kinds, strengths, topics)
    filters = dataclasses.replace(asked, with_silent=with_silent, named_only=named_only)
    selection = select(compiled, filters)
    rows = make_rows(compiled.base, selection.found)
    if form == "table":
        click.echo(_as_text(compiled, selection, rows), nl=False)
        return
    columns = [field.name for field in dataclasses.fields(Row)]
    print_listing(form, columns, [dataclasses.astuple(row) for row in rows])
    click.echo("\n".join(_remarks(compiled, selection)), err=True)


def _as_text(compiled: Compiled, selection: Selection, rows: Sequence[Row]) -> str:
    from kb.lookup import Reach

    lines: list[str] = []
    draft = "  DRAFT: a proposal, never in force" if _with_draft(compiled, selection) else ""
    for step in dict.fromkeys(row.step for row in rows):
        mine = [row for row in rows if row.step == step]
        lines += ["", f"{step}  ({len(mine)}){draft}", "=" * len(step)]
        wider = next((row for row in mine if row.reach == Reach.WIDER), None)
        for row in mine:
            if row is wider:
                lines += ["", f"-- for wider groups ({sum(row.reach == Reach.WIDER for row in mine)})"]
            lines += _row_as_text(row)
    return "\n".join([*lines, "", *_remarks(compiled, selection)]).lstrip("\n") + "\n"


def _row_as_text(row: Row) -> Iterable[str]:
    yield ""
    yield from _wrapped(f"{row.kinds.upper()}: {row.title}", "", "  ")
    yield from _wrapped(row.text, "  ", "  ")
    facts = [
        f"was: {row.was}" if row.was else "",
        f"now: {row.now}" if row.now else "",
        f"strength: {row.strength}" if row.strength else "",
        f"limit: {row.timescale}" if row.timescale else "",
        f"who: {row.who}" + (f" [{row.reach}]" if row.reach and row.reach != "named" else "") if row.who else "",
        f"place: {row.paragraph}" if row.paragraph else "",
        f"note: {row.note}" if row.note else "",
        f"source ({row.evidence}; {row.basis}): {row.sources}",
        f"id: {row.id}",
    ]
    for fact in facts:
        if fact:
            yield from _wrapped(fact, "  ", "    ")


def _wrapped(text: str, first: str, rest: str) -> Iterable[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(line, 80, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _silent(selection: Selection) -> list[str]:
    from collections import Counter

    counts = Counter(kind.value for each in selection.silent for kind in each.change.kinds)
    if not counts:
        return []
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return [f"Not listed, since no change is told: {told}. List them with --all."]


def _looked_through(selection: Selection) -> str:
    asked, steps = selection.filters.audience, selection.steps
    whom = f" for {asked.agency.name}" if asked else ""
    shown = f"{len(selection.found)} change(s){whom}" if selection.found else f"No change recorded{whom}"
    spans = ", ".join(f"{step.from_edition} → {step.to_edition}" for step in steps if step.compared_old)
    if spans:
        return f"{shown} among {selection.compared} provisions compared ({spans})."
    if steps:
        return f"{shown} in the in-place updates of {steps[0].to_edition}, told by sources; nothing was compared."
    return f"{shown}: nothing lies between the editions asked for, and no in-place update is recorded."


def _with_draft(compiled: Compiled, selection: Selection) -> bool:
    """A draft is looked at only when it is named, and then alone with one neighbour."""
    ends = {name for step in selection.steps for name in (step.from_edition, step.to_edition)}
    return any(compiled.base.edition(name).is_draft for name in ends)


def _remarks(compiled: Compiled, selection: Selection) -> list[str]:
    """What was compared and what a reader must not conclude."""
    from kb.lookup import Reach

    base = compiled.base
    asked = selection.filters.audience
    lines = list(asked.notes) if asked else []
    lines += [_looked_through(selection), *_silent(selection)]
    if asked and selection.filters.named_only:
        wider = [base.agency(name).name for name, reach in asked.reach.items() if reach is Reach.WIDER]
        if wider:
            lines.append(f"Left out by --named: what only concerns {', '.join(wider)}.")
    if selection.partial:
        editions = dict.fromkeys(base.chapter(name).edition for name in selection.partial)
        count = len(selection.partial)
        lines.append(
            f"Partly covered: {count} chapter(s) of {', '.join(editions)}; there 'first recorded' is not 'new', "
            "and 'not recorded after' is not 'removed'. See 'wtkb coverage'."
        )
    if _with_draft(compiled, selection):
        lines.append("A draft is a proposal: nothing of it was in force.")
    lines.append("Not the official text: read the edition in force before you act.")
    return [line for each in lines for line in textwrap.wrap(each, 80)]
