"""The deck: a PowerPoint file that a trainer can edit, with what to say and every source in the notes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from kb_site.downloads.archive import with_fixed_dates
from kb_site.downloads.slides import Layout, Slide, make_deck
from kb_site.downloads.summary import Summary

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_SOFT, _BLUE, _WHITE = "4A5763", "12436D", "FFFFFF"


def write_pptx(summary: Summary) -> bytes:
    """*summary* as a PowerPoint deck. Equal summaries give equal bytes.

    Titles and texts stand in real placeholders, so that outline view, screen readers and other programs find them.
    """
    from kb_site.downloads.slide_master import empty_deck

    deck = empty_deck(summary)
    for slide in make_deck(summary):
        _add(deck, slide)
    out = io.BytesIO()
    deck.save(out)
    return with_fixed_dates(out.getvalue())


def _add(deck: Presentation, slide: Slide) -> None:
    from kb_site.downloads.slide_master import BARE_LAYOUT, TEXT_LAYOUT, TITLE_LAYOUT

    layouts = {Layout.TITLE: TITLE_LAYOUT, Layout.TEXT: TEXT_LAYOUT}
    page: Any = deck.slides.add_slide(deck.slide_layouts[layouts.get(slide.layout, BARE_LAYOUT)])
    page.shapes.title.text = slide.title
    _shrink(page.shapes.title, slide.title)
    if slide.layout is Layout.TITLE:
        page.placeholders[1].text = "\n".join(slide.text)
    elif slide.layout is Layout.TEXT:
        _fill(page.placeholders[1].text_frame, slide.text)
    elif slide.layout is Layout.TABLE:
        _add_table(page, slide)
    else:
        _add_chart(page, slide)
    if slide.kicker:
        _add_small(page, slide.kicker, (0.7, 0.45, 11.9, 0.35), "Step and theme")
    if slide.sources:
        _add_small(page, f"Sources: {slide.sources}", (0.7, 6.3, 11.9, 0.6), "Sources")
    page.notes_slide.notes_text_frame.text = slide.notes


def _shrink(shape: Any, title: str) -> None:
    from pptx.util import Pt

    if len(title) > 70:
        shape.text_frame.paragraphs[0].font.size = Pt(24 if len(title) < 120 else 20)


def _fill(frame: Any, text: tuple[str, ...]) -> None:
    """Put the paragraphs in: what begins with ``- `` keeps the bullet of the layout, the rest goes without."""
    from pptx.util import Pt

    longest = sum(map(len, text))
    for number, words in enumerate(text):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        is_item = words.startswith("- ")
        paragraph.text = words.removeprefix("- ")
        paragraph.space_after = Pt(8)
        if longest > 420:
            paragraph.font.size = Pt(18)
        if not is_item:
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.insert_element_before(
                properties.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}buNone", {}),
                "a:tabLst", "a:defRPr", "a:extLst",
            )  # fmt: skip


def _add_small(page: Any, words: str, box: tuple[float, float, float, float], name: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Inches, Pt

    shape = page.shapes.add_textbox(*map(Inches, box))
    shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    frame.text = words
    font = frame.paragraphs[0].font
    font.size, font.color.rgb = Pt(12), RGBColor.from_string(_SOFT)


def _add_table(page: Any, slide: Slide) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Inches, Pt

    rows, columns = len(slide.table), len(slide.table[0])
    frame = page.shapes.add_table(rows, columns, Inches(0.7), Inches(2.0), Inches(11.9), Inches(0.5 * rows))
    _describe(frame, f"{slide.title}: table with {rows - 1} rows and the columns {', '.join(slide.table[0])}")
    size = Pt(16 if sum(map(len, (cell for row in slide.table for cell in row))) < 500 else 13)
    for across, cells in enumerate(slide.table):
        for down, words in enumerate(cells):
            cell = frame.table.cell(across, down)
            cell.text = words
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = size if down < columns - 1 or across == 0 else Pt(12)
                if across == 0:
                    paragraph.font.color.rgb = RGBColor.from_string(_WHITE)
    widths = (3.5, 3.3, 3.3, 1.8) if slide.table[0][0] == "Duty" else (3.6, 3.8, 1.5, 3.0)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Inches(width)


def _add_chart(page: Any, slide: Slide) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    rows = slide.table[:0:-1]
    data: Any = CategoryChartData()
    data.categories = [words for words, _ in rows]
    data.add_series("Rows", [int(number) for _, number in rows])
    box = (Inches(0.7), Inches(1.95), Inches(11.9), Inches(4.8))
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    told = "; ".join(f"{words} {number}" for words, number in slide.table[1:])
    _describe(frame, f"Bar chart of rows by kind of change: {told}")
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(14)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 40, True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = RGBColor.from_string(_BLUE)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.category_axis.format.line.fill.background()


def _describe(frame: Any, words: str) -> None:
    """Say what a table or chart shows, for readers who hear it."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", words)
