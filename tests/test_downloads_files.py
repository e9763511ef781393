"""Each kind of file: opens as what it is, with real styles, heads and notes, and survives any text."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
import zipfile
import zlib

import pytest
from docx import Document
from docx.document import Document as WordDocument
from openpyxl import load_workbook
from pptx import Presentation
from test_downloads import DATE, FORMATS, rows_in, summary_of

from diffing.compiled import Compiled
from diffing.selection import Filters
from kb.errors import KbError
from kb_site.downloads import (
    Format,
    Summary,
    can_write_pdf,
    make_deck,
    make_quiz,
    make_summary,
    pdf_file,
    render,
    write_pdf,
)
from kb_site.downloads.slide_packing import WORDS, count_words

NASTY = (
    "=cmd|'/c calc'!A1",
    "+1+1",
    "@SUM(A1)",
    "a\x00b\x07c\x1bd\x9fe\ufffef",
    "عربي ثم English ثم עברית",
    "\u202eturned round",
    "family 👨‍👩‍👧‍👦 and flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "<b>&amp; ]]> | `code` *star* [link](x)",
    "- a list\n- of items",
    "word " * 1000,
    "W" * 5000,
    "",
)
"""Texts that break careless writers."""


@pytest.fixture(scope="module")
def nasty(small: Compiled) -> Summary:
    """A summary whose rows carry every nasty text, as title and as text."""
    step = small.steps[0]
    changes = tuple(
        dataclasses.replace(
            step.changes[0], id=f"{step.changes[0].id}-{number}", title=text[:200] or "-", text=text, note=text
        )
        for number, text in enumerate(NASTY)
    )
    spoilt = Compiled(base=small.base, steps=(dataclasses.replace(step, changes=changes),))
    filters = Filters(from_edition=step.from_edition, to_edition=step.to_edition, with_silent=True)
    return make_summary(spoilt, filters, date=DATE)


@pytest.mark.parametrize("form", FORMATS)
def test_any_text_survives(nasty: Summary, form: Format) -> None:
    """Control characters go; everything else stays, in as many rows as there were."""
    content = render(nasty, form)

    assert len(nasty.lines) == len(NASTY)
    if form is not Format.PDF:
        assert len(rows_in(content, form)) == len(NASTY)
    assert nasty.lines[3].text == "abcdef"
    assert nasty.lines[4].text == NASTY[4]
    assert nasty.lines[6].text == NASTY[6]


def test_no_cell_of_the_csv_runs_as_a_formula(nasty: Summary) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    rows = list(csv.reader(io.StringIO(render(nasty, Format.CSV).decode("utf-8-sig"))))

    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert any("'=cmd|" in cell for row in rows for cell in row)


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(nasty: Summary) -> None:
    """Everything is text or a number."""
    content = render(nasty, Format.XLSX)

    cells = [cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert "=cmd|'/c calc'!A1" in [cell.value for cell in cells]


def test_a_long_text_goes_over_several_slides(nasty: Summary) -> None:
    """Thousands of words end up on many slides of few words each, none lost."""
    slides = [slide for slide in make_deck(nasty) if slide.title.startswith("word word")]

    assert sum(count_words(words) for slide in slides for words in slide.text) == 1000
    assert all(sum(map(count_words, slide.text)) <= WORDS for slide in slides)


def opened(summary: Summary) -> WordDocument:
    """The handout, read back."""
    return Document(io.BytesIO(render(summary, Format.DOCX)))


def test_the_handout_is_built_of_real_styles(small: Compiled) -> None:
    """A4, headings that an outline finds, table heads repeated on each page, tables that are described."""
    document = opened(summary_of(small, "schools"))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None

    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "Heading 3", "Source line"} <= set(styles)
    assert document.tables
    for table in document.tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblDescription/@w:val")
    assert document.core_properties.title == "What changed for Schools, 2001 → 2007"
    assert document.core_properties.language == "en-GB"


def test_every_link_of_the_handout_leads_somewhere(small: Compiled) -> None:
    """Numbers lead to sources and the list at the front leads to rows."""
    body = opened(summary_of(small, "schools")).element.body

    names = set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= names
    assert {"row_1", "source_1"} <= names


def test_slides_hold_few_words_and_say_the_rest_in_notes(shipped: Compiled) -> None:
    """No slide is a page; each row has a slide with sources on it and everything in its notes."""
    summary = summary_of(shipped, "local authority", "2015", "2023")
    slides = make_deck(summary)

    assert [slide.row for slide in slides if slide.row] == [line.id for line in summary.lines]
    assert all(slide.sources and slide.notes for slide in slides if slide.row)
    for slide in slides:
        told = sum(map(count_words, (slide.title, *slide.text, slide.was, slide.now)))
        assert told <= WORDS + 15 or not slide.text, slide


def test_the_deck_has_one_chart_that_is_described(small: Compiled) -> None:
    """Placeholders, notes on every slide, alternative text for what is not text."""
    deck = Presentation(io.BytesIO(render(summary_of(small, "schools"), Format.PPTX)))

    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert sum(shape.has_chart for shape in frames) == 1
    assert all(shape._element.xpath(".//p:cNvPr/@descr") for shape in frames)
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text
        assert slide.has_notes_slide


def test_questions_are_sound(shipped: Compiled) -> None:
    """Five at most; one right answer among those offered, recorded as a value, with its source in the notes."""
    for agency in ("early years", "local authority", "police", "gps"):
        summary = summary_of(shipped, agency, "2018", "2023")
        values = {told.now for line in summary.lines for told in line.told}
        values |= {each.now for each in summary.renamings}
        values |= {value for duty in summary.duties for value in (*duty.side.limits, duty.side.strength)}

        questions = make_quiz(summary)

        assert 0 < len(questions) <= 5
        assert len({question.subject for question in questions}) == len(questions)
        for question in questions:
            assert question.options.count(question.answer) == 1
            assert len(set(question.options)) == len(question.options) >= 2
            assert question.answer in values
            assert question.references
            assert "inferred" not in question.answer


def test_nothing_is_asked_about_a_draft_or_nothing(small: Compiled) -> None:
    """Where there is no sound question there is none."""
    assert make_quiz(summary_of(small, "", "2001", "2003-draft")) == ()


def test_answers_stand_in_the_notes_only(shipped: Compiled) -> None:
    """The slide asks; the notes answer and cite."""
    slides = [slide for slide in make_deck(summary_of(shipped, "police", "2018", "2023")) if slide.kicker == "Quiz"]

    assert slides
    for slide in slides:
        assert slide.notes.startswith("Answer: ")
        assert "Answer" not in " ".join(slide.text)
        assert "[" in slide.notes.split("Sources:")[1]


def test_the_workbook_can_be_filtered_and_filled_in(small: Compiled) -> None:
    """Frozen and filtered heads on every list; the checklist takes a rating from a list and a date."""
    book = load_workbook(io.BytesIO(render(summary_of(small, "schools"), Format.XLSX)))

    assert book.sheetnames[:5] == ["About", "Changes", "Duties now", "Timescales", "Audit checklist"]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "C4"
        assert sheet.auto_filter.ref
    checklist = book["Audit checklist"]
    kinds = {each.type: str(each.sqref) for each in checklist.data_validations.dataValidation}
    assert kinds == {"list": "H4:H6", "date": "K4:L6"}
    assert [cell.value for cell in checklist["B"][3:]] == [
        "Answer a call for help",
        "Teach new staff",
        "Teach old staff",
    ]


@pytest.mark.parametrize("form", [Format.DOCX, Format.PPTX, Format.XLSX])
def test_no_entry_of_a_package_tells_when_it_was_made(small: Compiled, form: Format) -> None:
    """Every entry has the same old date, also inside the workbook of a chart."""
    with zipfile.ZipFile(io.BytesIO(render(summary_of(small, "schools"), form))) as package:
        assert {entry.date_time[:3] for entry in package.infolist()} == {(1980, 1, 1)}
        for name in package.namelist():
            assert b"2026-11-2" not in package.read(name).replace(b"2026-11-25T00:00:00Z", b""), name


@pytest.mark.skipif(not can_write_pdf(), reason="the system libraries of PDF are not here")
def test_the_pdf_is_tagged_and_has_bookmarks(small: Compiled) -> None:
    """Readable aloud, with an outline."""
    content = write_pdf(summary_of(small, "schools"))

    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    objects = b"".join(zlib.decompress(stream) for stream in streams if stream.startswith(b"x"))

    assert content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in objects
    assert b"/Outlines" in objects


def test_without_its_libraries_pdf_says_what_to_install(small: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message with the way out, never a traceback of a loader."""
    monkeypatch.setattr(pdf_file, "can_write_pdf", lambda: False)

    with pytest.raises(KbError, match="apt-get install libpango"):
        write_pdf(summary_of(small, "schools"))
