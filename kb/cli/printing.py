"""Listings in four forms. The cells are the same in all of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import click

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that make a spreadsheet run a cell as a formula."""


def print_listing(form: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print *rows* to stdout as ``table``, ``json``, ``csv`` or ``md``.

    Args:
        form: One of :data:`kb.cli.options.FORMATS`.
        columns: Names of the cells.
        rows: The cells, as many in each row as there are columns.
    """
    forms = {"table": _table, "json": _json, "csv": _csv, "md": _markdown}
    click.echo(forms[form](columns, rows), nl=False)


def as_json(value: Any) -> str:
    """*value* as JSON that people can read, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _json(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return as_json([dict(zip(columns, row, strict=True)) for row in rows])


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def safe_cell(cell: str) -> str:
    """*cell* so that no spreadsheet takes it for a formula.

    Example:
        >>> safe_cell("=1+1")
        "'=1+1"
    """
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    for mark in ("\\", "|", "<", "*", "_", "[", "`"):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "<br>")


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = _width()
    keep_whole = max((len(row[0]) for row in rows), default=0) <= width // 2
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=keep_whole and place == 0)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    text = io.StringIO()
    Console(file=text, width=width, color_system=None, force_terminal=False, highlight=False).print(table)
    lines = (line.rstrip() for line in text.getvalue().splitlines())
    return "\n".join(lines) + "\n"


def _width() -> int:
    import shutil

    return max(60, shutil.get_terminal_size((100, 24)).columns)
