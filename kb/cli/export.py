"""``wtkb export``: handouts, slides, workbooks and data for trainers and for machines."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kb.cli.asking import filter_options, read_filters
from kb.cli.options import corpus_option

FORMATS = ("docx", "pptx", "xlsx", "csv", "pdf", "md", "json")
"""Formats of a summary, as :class:`kb_site.downloads.Format` has them; here so that help loads nothing."""

GRAPH_FORMATS = ("graphml", "gexf", "jsonld", "json")
"""Formats of the graph, as :class:`kb_site.downloads.GraphFormat` has them."""


def output_option(command: Any) -> Any:
    """Add ``-o FILE`` and ``--force``."""
    command = click.option("--force", is_flag=True, help="Replace the file when it is there already.")(command)
    place = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=place, metavar="FILE", help="File to write.")(command)


@click.group(invoke_without_command=True)
@filter_options
@click.option("--named", "named_only", is_flag=True, help="Leave out what only concerns wider groups.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write; else the ending of FILE decides.")
@click.option("--unchanged", is_flag=True, help="The certificate: what both editions are recorded to have alike.")
@click.option("--fail-empty", is_flag=True, help="Write nothing and fail when no row fits.")
@output_option
@corpus_option
@click.pass_context
def export(
    context: click.Context,
    agency: str | None,
    from_edition: str | None,
    to_edition: str | None,
    kinds: Sequence[str],
    strengths: Sequence[str],
    topics: Sequence[str],
    named_only: bool,
    form: str | None,
    unchanged: bool,
    fail_empty: bool,
    output: Path | None,
    force: bool,
    corpus: Path | None,
) -> None:
    """Write what changed as a handout, slides, a workbook or data, with sources.

    CSV, Markdown and JSON go to the terminal when no FILE is named.

    \b
    Example:
        wtkb export --for "early years" --from 2018 --to 2023 --format pptx -o early-years.pptx
        wtkb export --for schools --from 2018 -o schools.docx
        wtkb export --from 2018 --to 2023 --unchanged --format md
    """
    if context.invoked_subcommand is not None:
        return
    from diffing.compiled import load
    from kb.errors import SelectionError
    from kb_site.downloads import Purpose, make_summary, render

    chosen = _chosen_format(form, output, force=force)
    compiled = load(corpus)
    asked = read_filters(compiled, agency, from_edition, to_edition, kinds, strengths, topics)
    filters = dataclasses.replace(asked, named_only=named_only)
    purpose = Purpose.UNCHANGED if unchanged else Purpose.CHANGES
    summary = make_summary(compiled, filters, date=_date(), purpose=purpose)
    if fail_empty and not summary.lines:
        raise SelectionError("\n".join(("nothing was written, since no row fits:", *summary.remarks)))
    _give(render(summary, chosen), output, remark=f"{len(summary.lines)} rows, {len(summary.sources)} sources")


@export.command()
@click.option(
    "--format", "form", type=click.Choice(GRAPH_FORMATS), default="graphml", show_default=True, help="What to write."
)
@output_option
@corpus_option
def graph(form: str, output: Path | None, force: bool, corpus: Path | None) -> None:
    """Write everything as one graph: what says what, who bears it, what became of it.

    \b
    Example:
        wtkb export graph --format jsonld -o wt.jsonld
    """
    from diffing.compiled import load
    from kb_site.downloads import GraphFormat, write_graph

    _check(output, force=force)
    _give(write_graph(load(corpus), GraphFormat(form), date=_date()), output, remark=form)


@export.command()
@click.option(
    "--metadata",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write what Datasette shows.",
)
@output_option
@corpus_option
def sqlite(metadata: Path | None, output: Path | None, force: bool, corpus: Path | None) -> None:
    """Write everything as a SQLite file with full-text search.

    \b
    Example:
        wtkb export sqlite -o wt.db --metadata metadata.json
        datasette wt.db --metadata metadata.json
    """
    from diffing.compiled import load
    from kb.errors import KbError
    from kb_site.downloads import write_database, write_metadata

    if output is None:
        raise KbError("name the file to write with -o, e.g. -o wt.db")
    _check(output, force=force)
    _check(metadata, force=force)
    compiled = load(corpus)
    _give(write_database(compiled, date=_date()), output, remark="tables, views what_changed and duties_now")
    if metadata is not None:
        _give(write_metadata(compiled, name=output.stem), metadata, remark="for datasette --metadata")


def _chosen_format(form: str | None, output: Path | None, *, force: bool) -> Any:
    """The format asked for by name or by the ending of the file.

    Raises:
        KbError: neither says which, the file is there already, or the format is no text and no file is named.
    """
    from kb.errors import KbError
    from kb_site.downloads import Format

    ending = output.suffix.removeprefix(".").lower() if output else ""
    name = form or (ending if ending in FORMATS else "")
    if not name:
        raise KbError(f"say what to write with --format {'|'.join(FORMATS)}, or by the ending of the file after -o")
    chosen = Format(name)
    if output is None and not chosen.is_text:
        raise KbError(f"name the file to write with -o, e.g. -o summary.{chosen}")
    _check(output, force=force)
    return chosen


def _check(output: Path | None, *, force: bool) -> None:
    from kb.files import refuse_existing

    if output is not None:
        refuse_existing(output, force=force)


def _give(content: bytes, output: Path | None, *, remark: str) -> None:
    """Put *content* into its file in one move, or print it; say so on stderr."""
    from kb.files import write_whole_bytes

    if output is None:
        click.echo(content, nl=False)
        return
    write_whole_bytes(output, content)
    click.echo(f"wrote {output} ({len(content) / 1000:.0f} kB; {remark})", err=True)


def _date() -> str:
    from kb_site.downloads import date_to_print

    return date_to_print()
