"""The workbook: rows, duties, time limits, an audit checklist to fill in, sources."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kb_site.downloads.summary import Duty, Line, Purpose, Side, Summary
from kb_site.downloads.wording import (
    DRAFT,
    EMPTY,
    NOT_STANDING,
    footer_words,
    how_known,
    reach_words,
    reference_words,
    values,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

RATINGS = ("Red", "Amber", "Green", "Not applicable")
"""What the column of ratings of the checklist allows."""

LONGEST = 32_767
"""How many characters a cell holds."""

_COLOURS = {"Red": "#FBE6E4", "Amber": "#FFF1CF", "Green": "#E0F3E8", "Not applicable": "#E9EDF1"}


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

    entry: Format
    """Cell to be filled in."""

    day: Format
    """Cell for a date to be filled in."""

    warning: Format
    """Notice that something is a draft or not known to stand."""


def write_xlsx(summary: Summary) -> bytes:
    """*summary* as an Excel workbook. Equal summaries give equal bytes.

    Every cell is written as text or number: nothing in it can run as a formula or be taken for a link.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(out, options)
    made = date.fromisoformat(summary.date)
    workbook.set_properties(
        {
            "title": f"{summary.title}, {summary.span}",
            "subject": summary.work,
            "author": "working-together-kb",
            "comments": summary.disclaimer,
            "created": datetime(made.year, made.month, made.day, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    looks = _looks(workbook)
    _add_about(workbook, looks, summary)
    _add_changes(workbook, looks, summary)
    if summary.purpose is Purpose.CHANGES and not summary.drafts:
        _add_duties(workbook, looks, summary)
    _add_limits(workbook, looks, summary)
    if summary.purpose is Purpose.CHANGES and not summary.drafts:
        _add_checklist(workbook, looks, summary)
    _add_sources(workbook, looks, summary)
    workbook.close()
    return out.getvalue()


def _looks(workbook: Workbook) -> Looks:
    base = {"font_name": "Arial", "font_size": 10}
    cell = {**base, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#CCD5DD"}
    head = {**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": "#12436D", "valign": "vcenter"}
    entry = {**cell, "bg_color": "#FFFDF2"}
    return Looks(
        title=workbook.add_format({**base, "bold": True, "font_size": 14, "font_color": "#12436D"}),
        head=workbook.add_format(head),
        cell=workbook.add_format(cell),
        entry=workbook.add_format(entry),
        day=workbook.add_format({**entry, "num_format": "dd/mm/yyyy"}),
        warning=workbook.add_format({**base, "bold": True, "font_color": "#8E1B12", "text_wrap": False}),
    )


def _add_about(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    sheet = workbook.add_worksheet("About")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, f"{summary.title}, {summary.span}", looks.title)
    lines = [summary.work, summary.disclaimer, *summary.asked, *summary.remarks]
    lines += [f"{count.words}: {count.number} rows" for count in summary.counts] or [EMPTY]
    lines += [f"Partly recorded: {gap.edition}, {gap.chapter}. {gap.missing}".rstrip() for gap in summary.gaps]
    lines += [
        f"Sources disagree: {each.title}. {' / '.join(each.claims)}. {each.decision}" for each in summary.disagreements
    ]
    lines += [f"Our own words, {summary.licence}.", footer_words(summary)]
    if summary.drafts:
        sheet.write_string(1, 0, f"{DRAFT} ({', '.join(summary.drafts)})", looks.warning)
    for number, line in enumerate(lines, start=2):
        sheet.write_string(number, 0, line[:LONGEST], looks.cell)
    _set_print(sheet, summary, landscape=False)


def _sheet(
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
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(count + 2, place, cell, looks.cell)
            else:
                sheet.write_string(count + 2, place, cell[:LONGEST], looks.cell)
    if not count:
        sheet.write_string(3, 0, EMPTY)
    sheet.freeze_panes(3, 2)
    sheet.autofilter(2, 0, 2 + count, len(columns) - 1)
    sheet.repeat_rows(2)
    _set_print(sheet, summary, landscape=True)
    return sheet, count


def _set_print(sheet: Worksheet, summary: Summary, *, landscape: bool) -> None:
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    draft = f"&L{DRAFT}" if summary.drafts else ""
    sheet.set_header(f"{draft}&R&A")
    sheet.set_footer(f"&L{footer_words(summary).replace('&', '&&')}&R&P / &N")


def _add_changes(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    heads = (
        ("No.", 5), ("Change", 30), ("Kind", 20), ("What changed", 50), ("Was", 24), ("Now", 24), ("Before", 45),
        ("After", 45), ("Who", 28), ("Reach", 12), ("Step", 18), ("Theme", 20), ("Sources", 30), ("How known", 28),
        ("Note", 25), ("Row", 30), ("Status", 12),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    name = "Changes" if summary.purpose is Purpose.CHANGES else "Recorded the same"
    rows = (_change(number, line) for number, line in enumerate(summary.lines, start=1))
    _sheet(workbook, looks, summary, name, columns, rows)


def _change(number: int, line: Line) -> tuple[str | int, ...]:
    told = values(line)
    return (
        number,
        line.title,
        line.kinds,
        line.text,
        "; ".join(filter(None, (was for was, _ in told))),
        "; ".join(filter(None, (now for _, now in told))),
        _sides(line.before),
        _sides(line.after),
        line.who,
        line.reach,
        line.step,
        line.theme,
        reference_words(line.references),
        how_known(line),
        line.note,
        line.id,
        "DRAFT" if line.draft else "issued",
    )


def _sides(sides: tuple[Side, ...]) -> str:
    return "\n\n".join(
        f"{side.edition}, {side.place}, {side.strength}: {_whole(side)} {reference_words(side.references)} "
        f"({side.evidence})"
        for side in sides
    )


def _whole(side: Side) -> str:
    return "\n".join((side.text, *(f"- {part}" for part in side.parts)))


def _add_duties(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    heads = (
        ("No.", 5), ("Duty", 32), ("What it asks", 60), ("Strength", 14), ("Time limit", 28), ("Who", 30),
        ("Reach", 14), ("Edition", 9), ("Stands", 16), ("Place", 30), ("Theme", 22), ("Law", 25), ("History", 26), ("Sources", 30),
        ("Evidence", 11), ("Note", 25), ("Provision", 32),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    rows = (_duty(number, duty) for number, duty in enumerate(summary.duties, start=1))
    _sheet(workbook, looks, summary, "Duties now", columns, rows)


def _duty(number: int, duty: Duty) -> tuple[str | int, ...]:
    side = duty.side
    return (
        number,
        side.title,
        _whole(side),
        side.strength,
        "; ".join(side.limits),
        side.who,
        duty.reach,
        side.edition,
        _stands(duty),
        side.place,
        duty.theme,
        side.law,
        duty.history,
        reference_words(side.references),
        side.evidence,
        duty.note,
        side.id,
    )


def _stands(duty: Duty) -> str:
    return "yes, as recorded" if duty.standing else "not known: check"


def _add_limits(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    heads = (
        ("No.", 5), ("Duty", 36), ("Before", 36), ("After", 36), ("What is told", 22), ("Who", 32), ("Step", 14),
        ("Sources", 36), ("Row", 34),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    rows = (
        (
            number,
            each.title,
            each.before,
            each.after,
            each.what,
            each.who,
            each.step,
            reference_words(each.references),
            each.line,
        )
        for number, each in enumerate(summary.limits, start=1)
    )
    _sheet(workbook, looks, summary, "Timescales", columns, rows)


def _add_checklist(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    """The duties with columns to fill in: what shows it, how well it is met, who does what by when."""
    heads = (
        ("No.", 5), ("Standard", 36), ("What it asks", 55), ("Strength", 12), ("Time limit", 24),
        ("Place and source", 30), ("Evidence held", 36), ("Rating", 14), ("Action needed", 36), ("Owner", 18), ("Due", 12), ("Reviewed", 12),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    duties = summary.near_duties or summary.duties
    rows = [_standard(number, duty) for number, duty in enumerate(duties, start=1)]
    sheet, count = _sheet(workbook, looks, summary, "Audit checklist", columns, rows)
    if not count:
        return
    last = 2 + count
    for number in range(3, last + 1):
        for place in (6, 7, 8, 9):
            sheet.write_blank(number, place, None, looks.entry)
        for place in (10, 11):
            sheet.write_blank(number, place, None, looks.day)
    wrong = {"error_title": "Rating", "error_message": f"Choose one of: {', '.join(RATINGS)}."}
    sheet.data_validation(3, 7, last, 7, {"validate": "list", "source": list(RATINGS), **wrong})
    day = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1), "error_title": "Date"}
    sheet.data_validation(3, 10, last, 11, {**day, "error_message": "Write a date, e.g. 30/09/2026."})
    for rating, colour in _COLOURS.items():
        look = workbook.add_format({"bg_color": colour})
        sheet.conditional_format(
            3, 7, last, 7, {"type": "cell", "criteria": "==", "value": f'"{rating}"', "format": look}
        )
    if any(not duty.standing for duty in duties):
        sheet.write_string(1, 2, f"'Check' = {NOT_STANDING}", looks.warning)


def _standard(number: int, duty: Duty) -> tuple[str | int, ...]:
    side = duty.side
    title = side.title if duty.standing else f"Check: {side.title}"
    where = " · ".join(
        filter(None, (side.edition, side.place, reference_words(side.references), reach_words(duty.reach)))
    )
    return number, title, _whole(side), side.strength, "; ".join(side.limits), where


def _add_sources(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    heads = (("No.", 6), ("Source", 80), ("Evidence", 12), ("Address", 60), ("Note", 60))
    columns = [Column(head=head, width=width) for head, width in heads]
    rows = ((each.number, each.words, each.evidence, each.address, each.note) for each in summary.sources)
    _sheet(workbook, looks, summary, "Sources", columns, rows)
    if summary.renamings:
        rows_of_names = (
            (each.was, each.now, each.since, each.note, reference_words(each.references)) for each in summary.renamings
        )
        names = [
            Column(head=head, width=width)
            for head, width in (("Was", 36), ("Now", 36), ("Since", 12), ("Note", 60), ("Sources", 40))
        ]
        _sheet(workbook, looks, summary, "Names that changed", names, rows_of_names)
