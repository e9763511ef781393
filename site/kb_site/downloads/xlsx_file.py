"""The workbook: rows, duties, time limits, an audit checklist to fill in, sources."""

from __future__ import annotations

import io
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
from kb_site.downloads.xlsx_sheet import LONGEST, Column, Looks, add_sheet, make_looks, row_height, set_print

if TYPE_CHECKING:
    from xlsxwriter import Workbook

RATINGS = ("Red", "Amber", "Green", "Not applicable")
"""What the column of ratings of the checklist allows."""

ABOUT_WIDTH = 85
"""Width of the sheet that tells what the workbook is, in characters."""

_COLOURS = {"Red": "#FBE6E4", "Amber": "#FFF1CF", "Green": "#E0F3E8", "Not applicable": "#E9EDF1"}


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
    looks = make_looks(workbook)
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


def _add_about(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    sheet = workbook.add_worksheet("About")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, ABOUT_WIDTH)
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
        sheet.set_row(number, row_height([(line, ABOUT_WIDTH)]))
    set_print(sheet, summary, landscape=False)


def _add_changes(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    heads = (
        ("No.", 5), ("Change", 26), ("Kind", 16), ("What changed", 40), ("Was", 16), ("Now", 16), ("Before", 36),
        ("After", 36), ("Who", 20), ("Reach", 10), ("Step", 12), ("Theme", 16), ("Sources", 22), ("How known", 22),
        ("Note", 18), ("Row", 22), ("Status", 8),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    name = "Changes" if summary.purpose is Purpose.CHANGES else "Recorded the same"
    rows = (_change(number, line) for number, line in enumerate(summary.lines, start=1))
    add_sheet(workbook, looks, summary, name, columns, rows)


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
        ("No.", 5), ("Duty", 26), ("What it asks", 46), ("Strength", 10), ("Time limit", 20), ("Who", 22),
        ("Reach", 10), ("Edition", 8), ("Stands", 10), ("Place", 24), ("Theme", 16), ("Law", 18),
        ("History", 18), ("Sources", 22), ("Evidence", 9), ("Note", 18), ("Provision", 22),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    rows = (_duty(number, duty) for number, duty in enumerate(summary.duties, start=1))
    add_sheet(workbook, looks, summary, "Duties now", columns, rows)


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
        ("No.", 5), ("Duty", 32), ("Before", 30), ("After", 30), ("What is told", 18), ("Who", 28), ("Step", 14),
        ("Sources", 30), ("Row", 28),
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
    add_sheet(workbook, looks, summary, "Timescales", columns, rows)


def _add_checklist(workbook: Workbook, looks: Looks, summary: Summary) -> None:
    """The duties with columns to fill in: what shows it, how well it is met, who does what by when."""
    heads = (
        ("No.", 5), ("Standard", 26), ("What it asks", 44), ("Strength", 9), ("Time limit", 18),
        ("Place and source", 24), ("Evidence held", 30), ("Rating", 11), ("Action needed", 30),
        ("Owner", 14), ("Due", 11), ("Reviewed", 11),
    )  # fmt: skip
    columns = [Column(head=head, width=width) for head, width in heads]
    duties = summary.near_duties or summary.duties
    rows = [_standard(number, duty) for number, duty in enumerate(duties, start=1)]
    sheet, count = add_sheet(workbook, looks, summary, "Audit checklist", columns, rows)
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
    add_sheet(workbook, looks, summary, "Sources", columns, rows)
    if summary.renamings:
        rows_of_names = (
            (each.was, each.now, each.since, each.note, reference_words(each.references)) for each in summary.renamings
        )
        names = [
            Column(head=head, width=width)
            for head, width in (("Was", 36), ("Now", 36), ("Since", 12), ("Note", 60), ("Sources", 40))
        ]
        add_sheet(workbook, looks, summary, "Names that changed", names, rows_of_names)
