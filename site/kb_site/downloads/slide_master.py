"""The empty deck: wide slides, three layouts with real placeholders, colours, the words at the foot."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from kb_site.downloads.summary import Summary
from kb_site.downloads.wording import DRAFT, footer_words

if TYPE_CHECKING:
    from pptx.presentation import Presentation

INCH = 914_400
WIDTH, HEIGHT = 13.333, 7.5
"""Size of a slide in inches, 16 to 9."""

_KEPT = (0, 1, 5)
"""Layouts of the template that stay: title slide, title and text, title only."""

_BOXES = {
    # place of the layout: index of the placeholder: left, top, width, height in inches
    0: {0: (0.9, 1.7, 11.5, 1.9), 1: (0.9, 3.8, 11.5, 2.2)},
    1: {0: (0.7, 0.75, 11.9, 1.1), 1: (0.7, 1.95, 11.9, 4.2)},
    2: {0: (0.7, 0.75, 11.9, 1.1)},
}
_COLOURS = {"dk2": "12436D", "accent1": "12436D", "accent2": "0B5394", "accent3": "4A5763", "hlink": "0B5394"}
_NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def empty_deck(summary: Summary) -> Presentation:
    """A deck without slides, made for *summary*."""
    import pptx
    from pptx.oxml import parse_xml

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = round(WIDTH * INCH), round(HEIGHT * INCH)  # type: ignore[assignment]
    _keep_layouts(deck)
    _place(deck)
    _set_theme(deck)
    _set_properties(deck, summary)
    tree = deck.slide_master.shapes._spTree
    for number, shape in enumerate(_foot(summary)):
        tree.insert(2 + number, parse_xml(shape))
    return deck


def _keep_layouts(deck: Presentation) -> None:
    layouts = list(deck.slide_layouts)
    for number, layout in enumerate(layouts):
        if number not in _KEPT:
            deck.slide_layouts.remove(layout)


def _place(deck: Presentation) -> None:
    """Put the placeholders where a wide slide wants them, and take out those for date, foot and number."""
    for number, layout in enumerate(deck.slide_layouts):
        boxes = _BOXES[number]
        for shape in list(layout.placeholders):
            place = shape.placeholder_format.idx
            if place in boxes:
                _move(shape, boxes[place])
            else:
                shape._element.getparent().remove(shape._element)
    master: Any = deck.slide_master
    for shape in list(master.placeholders):
        place = shape.placeholder_format.idx
        kind = shape.placeholder_format.type
        if "TITLE" in str(kind):
            _move(shape, _BOXES[1][0])
        elif "BODY" in str(kind):
            _move(shape, _BOXES[1][1])
        else:
            shape._element.getparent().remove(shape._element)
    _set_text_styles(deck)


def _move(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (round(side * INCH) for side in box)


def _set_text_styles(deck: Presentation) -> None:
    """Sizes, colours and alignment of titles and texts, once for all slides."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    presentation = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
    master: Any = deck.slide_master
    styles: Any = master._element.find(f"{presentation}txStyles")
    for part, size, colour in (("titleStyle", 3000, "12436D"), ("bodyStyle", 2200, "16202A")):
        for level in styles.find(f"{presentation}{part}"):
            if not level.tag.startswith(f"{drawing}lvl"):
                continue
            level.set("algn", "l")
            run = level.find(f"{drawing}defRPr")
            run.set("sz", str(size))
            fill = run.find(f"{drawing}solidFill")
            for old in list(fill):
                fill.remove(old)
            fill.append(fill.makeelement(f"{drawing}srgbClr", {"val": colour}))
            if part == "titleStyle":
                run.set("b", "1")
    layouts: list[Any] = list(deck.slide_layouts)
    for shape in (*master.placeholders, *(each for layout in layouts for each in layout.placeholders)):
        for own in shape._element.txBody.iter(f"{drawing}lstStyle"):
            for level in list(own):
                own.remove(level)
        inside = shape._element.txBody.find(f"{drawing}bodyPr")
        for old in list(inside):
            inside.remove(old)
        if shape.placeholder_format.idx == 0:
            inside.set("anchor", "b")


def _set_theme(deck: Presentation) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme: Any = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode()
    for name, colour in _COLOURS.items():
        text = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', text, flags=re.DOTALL)
    text = re.sub(r'(<a:(?:majorFont|minorFont)>\s*<a:latin typeface=")[^"]*', r"\1Arial", text)
    theme._blob = text.encode()


def _set_properties(deck: Presentation, summary: Summary) -> None:
    made = date.fromisoformat(summary.date)
    properties = deck.core_properties
    properties.title = f"{summary.title}, {summary.span}"
    properties.subject = summary.work
    properties.author = properties.last_modified_by = "working-together-kb"
    properties.comments = summary.disclaimer
    properties.language = "en-GB"
    properties.created = properties.modified = datetime(made.year, made.month, made.day)  # noqa: DTZ001  the format has no zone
    properties.revision = 1
    relations = deck.part.package._rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        relations.pop(key)


def _foot(summary: Summary) -> list[str]:
    """A band of colour, the words at the foot, the number of the slide, and a loud mark on drafts."""
    red = bool(summary.drafts)
    shapes = [
        _shape(901, "Band", (0, 0, WIDTH, 0.14), "", fill="8E1B12" if red else "12436D"),
        _shape(902, "Foot", (0.7, 6.98, 10.4, 0.35), escape(footer_words(summary))),
        _shape(903, "Slide number", (11.4, 6.98, 1.2, 0.35), "", number=True),
    ]
    if red:
        shapes.append(_shape(904, "Draft mark", (0.7, 0.17, 11.9, 0.3), escape(DRAFT), colour="8E1B12", size=1300))
    return shapes


def _shape(
    number_of_shape: int,
    name: str,
    box: tuple[float, float, float, float],
    words: str,
    *,
    fill: str = "",
    colour: str = "4A5763",
    size: int = 1100,
    number: bool = False,
) -> str:
    left, top, width, height = (round(side * INCH) for side in box)
    look = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    properties = (
        f'lang="en-GB" sz="{size}" b="{int(size > 1100)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    )
    inside = f"<a:r><a:rPr {properties}</a:rPr><a:t>{words}</a:t></a:r>" if words else ""
    if number:
        field = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        inside = f'<a:fld id="{field}" type="slidenum"><a:rPr {properties}</a:rPr><a:t>0</a:t></a:fld>'
    align = ' algn="r"' if number else ""
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{number_of_shape}" name="{name}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" rIns="0" tIns="0" bIns="0" anchor="ctr"/><a:p><a:pPr{align}/>{inside}</a:p>'
        "</p:txBody></p:sp>"
    )
