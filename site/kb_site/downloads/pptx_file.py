"""The deck: a PowerPoint file that a trainer can edit, with what to say and every source in the notes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from kb_site.downloads.archive import with_fixed_dates
from kb_site.downloads.slide_xml import notes_xml, slide_xml
from kb_site.downloads.slides import Layout, Slide, make_deck
from kb_site.downloads.summary import Summary

if TYPE_CHECKING:
    from pptx.parts.slide import NotesMasterPart, SlideLayoutPart, SlidePart
    from pptx.presentation import Presentation

_BLUE = "12436D"
_PLACES = {Layout.TITLE: 0, Layout.TEXT: 1, Layout.TABLE: 2, Layout.CHART: 2}
"""Which layout of :mod:`~kb_site.downloads.slide_master` a slide has."""


def write_pptx(summary: Summary) -> bytes:
    """*summary* as a PowerPoint deck. Equal summaries give equal bytes.

    Titles and texts stand in real placeholders, so that outline view, screen readers and other programs find them.
    """
    from kb_site.downloads.slide_master import empty_deck

    deck = empty_deck(summary)
    layouts = [layout.part for layout in deck.slide_layouts]
    notes_master = deck.part.notes_master_part
    for number, slide in enumerate(make_deck(summary), start=1):
        part = _add(deck, number, slide, layouts[_PLACES[slide.layout]], notes_master)
        if slide.layout is Layout.CHART:
            _add_chart(part.slide, slide)
    out = io.BytesIO()
    deck.save(out)
    return with_fixed_dates(out.getvalue())


def _add(
    deck: Presentation, number: int, slide: Slide, layout: SlideLayoutPart, notes_master: NotesMasterPart
) -> SlidePart:
    """Add a slide with its notes to the package and to the order of slides."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.oxml import parse_xml
    from pptx.parts.slide import NotesSlidePart, SlidePart

    package: Any = deck.part.package
    element: Any = parse_xml(slide_xml(slide))
    part = SlidePart(PackURI(f"/ppt/slides/slide{number}.xml"), CONTENT_TYPE.PML_SLIDE, package, element)
    part.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    said: Any = parse_xml(notes_xml(slide.notes))
    uri = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    notes = NotesSlidePart(uri, CONTENT_TYPE.PML_NOTES_SLIDE, package, said)
    notes.relate_to(notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
    notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
    part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    order: Any = deck.slides
    order._sldIdLst.add_sldId(deck.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
    return part


def _add_chart(page: Any, slide: Slide) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    rows = slide.table[:0:-1]
    data: Any = CategoryChartData()
    data.categories = [words for words, _ in rows]
    data.add_series("Rows", [int(number) for _, number in rows])
    height = min(4.8, 0.5 + 0.75 * len(rows))
    box = (Inches(0.7), Inches(1.95), Inches(11.9), Inches(height))
    frame = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    told = "; ".join(f"{words} {number}" for words, number in slide.table[1:])
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"Bar chart of rows by kind of change: {told}")
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(16)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 40, True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = RGBColor.from_string(_BLUE)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.category_axis.format.line.fill.background()
