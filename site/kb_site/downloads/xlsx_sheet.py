"""What the sheets of a workbook have in common: looks of cells, heads that stay, filters, widths, print layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb_site.downloads.summary import Summary
from kb_site.downloads.wording import DRAFT, footer_words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NONE = "None recorded."
"""What an empty sheet says."""

LINE, TALLEST = 13, 405
"""Height of a line of text and of the tallest row, in points."""

LONGEST = 32_767
"""How many characters a cell holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a sheet."""

    head: str
    """What stands above it."""

    width: float
    """Its width in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """The formats of cells."""

    title: Format
    """Name of the sheet."""

    head: Format
    """Head of a column."""

    cell: Format
    """Plain cell, lines broken, top aligned."""

    number: Format
    """Running number."""

    entry: Format
    """Cell to be filled in."""

    day: Format
    """Cell for a date to be filled in."""

    warning: Format
    """Notice that something is a draft or not known to stand."""


def make_looks(workbook: Workbook) -> Looks:
    """The formats of *workbook*."""
    base = {"font_name": "Arial", "font_size": 10}
    cell = {**base, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#CCD5DD"}
    head = {**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": "#12436D", "valign": "vcenter"}
    entry = {**cell, "bg_color": "#FFFDF2"}
    return Looks(
        title=workbook.add_format({**base, "bold": True, "font_size": 14, "font_color": "#12436D"}),
        head=workbook.add_format(head),
        cell=workbook.add_format(cell),
        number=workbook.add_format({**cell, "align": "center"}),
        entry=workbook.add_format(entry),
        day=workbook.add_format({**entry, "num_format": "dd/mm/yyyy"}),
        warning=workbook.add_format({**base, "bold": True, "font_color": "#8E1B12", "text_wrap": False}),
    )


def add_sheet(
    workbook: Workbook,
    looks: Looks,
    summary: Summary,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str | int]],
) -> tuple[Worksheet, int]:
    """A sheet with a title, frozen and filtered head and the rows; tells how many rows."""
    sheet = workbook.add_worksheet(name)
    sheet.write_string(0, 0, f"{name}: {summary.title}, {summary.span}", looks.title)
    if summary.drafts:
        sheet.write_string(1, 0, f"{DRAFT} ({', '.join(summary.drafts)})", looks.warning)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(2, place, column.head, looks.head)
    count = 0
    for count, row in enumerate(rows, start=1):
        sheet.set_row(count + 2, row_height(list(zip(row, (column.width for column in columns), strict=False))))
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(count + 2, place, cell, looks.number)
            else:
                sheet.write_string(count + 2, place, cell[:LONGEST], looks.cell)
    if not count:
        sheet.write_string(3, 0, NONE)
    sheet.freeze_panes(3, 2)
    sheet.autofilter(2, 0, 2 + count, len(columns) - 1)
    sheet.repeat_rows(2)
    set_print(sheet, summary, landscape=True)
    return sheet, count


def row_height(cells: Sequence[tuple[str | int, float]]) -> float:
    """Height of a row in points, for cells given with the widths of their columns.

    Not every program works it out when it opens a file; a row that is too low hides its text.
    """
    lines = max(
        (sum(1 + int(len(line) * 0.92 / width) for line in str(cell).split("\n")) for cell, width in cells), default=1
    )
    return min(TALLEST, LINE * lines + 3)


def set_print(sheet: Worksheet, summary: Summary, *, landscape: bool) -> None:
    """As wide as the page, A3 where there are many columns, with what it is at the foot of each."""
    sheet.set_paper(8 if landscape else 9)
    if landscape:
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    draft = f"&L{DRAFT}" if summary.drafts else ""
    sheet.set_header(f"{draft}&R&A")
    sheet.set_footer(f"&L{footer_words(summary).replace('&', '&&')}&R&P / &N")
