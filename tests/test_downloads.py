"""What a download says: the same rows in every format, every line with its sources, honest when there is little."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import re
import time

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from diffing.compiled import Compiled
from diffing.selection import Filters, select
from kb.errors import SelectionError
from kb.guidance import ChangeKind
from kb.lookup import audience, find_agency
from kb_site.downloads import Format, Purpose, Summary, can_write_pdf, make_summary, render
from kb_site.downloads.pdf_file import handout_html

DATE = "2026-11-25"
FORMATS = [form for form in Format if form is not Format.PDF or can_write_pdf()]


def summary_of(
    compiled: Compiled, agency: str = "", start: str = "", end: str = "", purpose: Purpose = Purpose.CHANGES
) -> Summary:
    """A summary for an agency (or everybody) between two editions."""
    asked = audience(compiled.base, find_agency(compiled.base, agency)) if agency else None
    filters = Filters(audience=asked, from_edition=start, to_edition=end)
    return make_summary(compiled, filters, date=DATE, purpose=purpose)


def rows_in(content: bytes, form: Format) -> list[str]:
    """The ids of the rows that a file shows, read back by another library than the one that wrote it where possible."""
    if form is Format.DOCX:
        return re.findall(r"Row (\S+)", "\n".join(each.text for each in Document(io.BytesIO(content)).paragraphs))
    if form is Format.PPTX:
        notes = [slide.notes_slide.notes_text_frame for slide in Presentation(io.BytesIO(content)).slides]
        return re.findall(r"(?m)^Row (\S+)$", "\n".join(frame.text for frame in notes if frame is not None))
    if form is Format.XLSX:
        sheet = load_workbook(io.BytesIO(content)).worksheets[1]
        return [str(cell.value) for cell in sheet["P"][3:]]
    if form is Format.CSV:
        return [row["id"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    if form is Format.JSON:
        return [line["id"] for line in json.loads(content)["lines"]]
    return re.findall(r"Row `(\S+)`", content.decode())


def test_every_format_shows_the_same_rows(small: Compiled) -> None:
    """A trainer's slides and a board's sheet never differ in what they tell."""
    summary = summary_of(small)
    ids = [line.id for line in summary.lines]

    assert len(ids) == len(select(small, Filters()).found) > 3
    for form in Format:
        if form is not Format.PDF:
            assert rows_in(render(summary, form), form) == ids, form
    assert re.findall(r"Row (\S+)</p>", handout_html(summary)) == ids


def test_the_same_input_gives_the_same_bytes(small: Compiled) -> None:
    """In every format, whatever the clock says."""
    before = {form: render(summary_of(small, "schools"), form) for form in FORMATS}
    time.sleep(2.1)  # the clock inside a zip goes in steps of two seconds

    for form, content in before.items():
        assert render(summary_of(small, "schools"), form) == content, form


@pytest.mark.skipif(not os.environ.get("CI"), reason="only CI must have what PDF needs")
def test_ci_can_write_pdf() -> None:
    """Where CI runs, PDF is tested and not skipped."""
    assert can_write_pdf()


def test_every_line_has_a_source_and_every_number_leads_to_one(small: Compiled) -> None:
    """Nothing without a citation; sources are numbered from 1 in the order of first use."""
    summary = summary_of(small, "schools")
    used = [each.number for line in summary.lines for each in line.references]

    assert all(line.references for line in summary.lines)
    assert all(duty.side.references for duty in summary.duties)
    assert [source.number for source in summary.sources] == list(range(1, len(summary.sources) + 1))
    assert list(dict.fromkeys(used)) == sorted(set(used))
    assert {each.place for each in summary.lines[0].references} == {"page 4"}


def test_what_tells_no_change_is_counted_and_left_out(small: Compiled) -> None:
    """Silent rows are not listed, and the reader is told how many and that they prove nothing."""
    summary = summary_of(small, "schools")

    assert {count.words: count.number for count in summary.silent} == {
        "carried on": 2,
        "first recorded": 1,
        "not recorded after": 1,
    }
    assert any("No link recorded does not mean new or dropped" in remark for remark in summary.remarks)
    assert any(remark.startswith("Only partly recorded: 1 chapter of 2004.") for remark in summary.remarks)


def test_an_empty_answer_says_what_was_looked_through(small: Compiled) -> None:
    """Never a blank file: every format says how many provisions were compared."""
    filters = Filters(kinds=(ChangeKind.WEAKENED,))
    summary = make_summary(small, filters, date=DATE)

    assert summary.lines == ()
    for form in (Format.DOCX, Format.PPTX, Format.XLSX, Format.MD, Format.JSON):
        assert rows_in(render(summary, form), form) in ([], ["None"]), form
    assert "No change recorded among 12 provisions compared" in render(summary, Format.MD).decode()
    text = "\n".join(each.text for each in Document(io.BytesIO(render(summary, Format.DOCX))).paragraphs)
    assert "No change recorded among 12 provisions compared" in text


def test_a_draft_is_marked_in_every_format(small: Compiled) -> None:
    """Nobody can take a proposal for guidance, and nothing of it is told as a duty."""
    summary = summary_of(small, "", "2001", "2003-draft")
    mark = "DRAFT FOR CONSULTATION"

    assert summary.drafts == ("2003-draft",)
    assert summary.duties == ()
    assert summary.title == "What the draft proposes"
    document = Document(io.BytesIO(render(summary, Format.DOCX)))
    assert mark in document.sections[0].header.paragraphs[0].text
    assert mark in document.paragraphs[2].text
    deck = Presentation(io.BytesIO(render(summary, Format.PPTX)))
    assert any(mark in shape.text_frame.text for shape in deck.slide_master.shapes if shape.has_text_frame)
    book = load_workbook(io.BytesIO(render(summary, Format.XLSX)))
    assert all(mark in str(sheet["A2"].value) for sheet in book)
    assert "Audit checklist" not in book.sheetnames
    for row in csv.DictReader(io.StringIO(render(summary, Format.CSV).decode("utf-8-sig"))):
        assert mark in row["status"]
    assert mark in render(summary, Format.MD).decode()
    assert mark in handout_html(summary)


def test_the_certificate_lists_what_is_recorded_the_same(small: Compiled) -> None:
    """Only duties without any difference, how many were compared, and that a paraphrase proves no wording."""
    summary = summary_of(small, "", "2004", "2007", Purpose.UNCHANGED)

    assert [line.id for line in summary.lines] == ["2004-2007/answer-as-it-stands"]
    assert "It cannot prove that the wording is identical" in summary.remarks[0]
    assert re.match(r"1 duty is recorded the same among \d+ provisions compared", summary.remarks[1])
    assert "not proved identical" in render(summary, Format.MD).decode()


def test_a_certificate_compares_editions_that_do_not_follow_each_other(small: Compiled) -> None:
    """The first edition is held against the last, not step by step."""
    summary = summary_of(small, "", "2001", "2007", Purpose.UNCHANGED)

    assert summary.steps == ("2001 → 2007",)
    assert all({told.kind for told in line.told} <= {"carried on", "unchanged"} for line in summary.lines)


def test_a_certificate_of_one_edition_is_refused(small: Compiled) -> None:
    """Two different editions are needed to say that something is the same in both."""
    with pytest.raises(SelectionError, match="both are 2004"):
        summary_of(small, "", "2004", "2004", Purpose.UNCHANGED)


def test_an_inferred_strength_is_told_as_inferred(small: Compiled) -> None:
    """In the row, on paper and in the sheet."""
    summary = summary_of(small, "schools", "2004", "2007")

    assert [side.strength for side in summary.lines[-1].before] == ["must (inferred)"]
    assert "must (inferred)" in handout_html(summary)


def test_duties_are_those_that_stand_in_the_later_edition(small: Compiled) -> None:
    """What the agency must do now, strongest first, with limits and places."""
    summary = summary_of(small, "schools")

    assert [(duty.side.title, duty.side.strength) for duty in summary.near_duties] == [
        ("Answer a call for help", "must"),
        ("Teach new staff", "must"),
        ("Teach old staff", "should"),
    ]
    assert summary.near_duties[0].side.limits == ("within 3 days of the call",)


def test_limits_stand_before_and_after(small: Compiled) -> None:
    """A limit on both sides of a link is told even where nothing changed."""
    limits = summary_of(small, "schools").limits

    assert [(limit.before, limit.after, limit.what) for limit in limits] == [
        ("within 3 days of the call", "within 3 days of the call", "recorded the same")
    ]


def test_a_summary_holds_only_values(small: Compiled) -> None:
    """No list or dict in it, so that no format can change what the next one shows."""

    def check(value: object) -> None:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            for field in dataclasses.fields(value):
                check(getattr(value, field.name))
        elif isinstance(value, tuple):
            for each in value:
                check(each)
        else:
            assert isinstance(value, (str, int, bool)), type(value)

    check(summary_of(small))
