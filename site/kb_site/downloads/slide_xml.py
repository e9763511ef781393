"""A slide and its notes as PresentationML text.

Written as text and parsed once: python-pptx looks through the whole package for each part that it adds, which makes a
deck of two hundred slides take ten seconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from kb_site.downloads.slides import Layout, Slide

INCH = 914_400
_NAMESPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_TONES = {
    "new": "0B5A33", "gone": "8E1B12", "stronger": "43289B", "weaker": "6D4008", "time": "674700", "bearers": "0B4F66",
}  # fmt: skip
_CALM = "3A4650"
_TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The medium table style with the first accent, which every program of slides has."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


def slide_xml(slide: Slide) -> str:
    """*slide* as a ``p:sld`` element; the chart of a chart slide is added by other means."""
    shapes = [_title(slide)]
    if slide.kicker:
        shapes.append(_box(10, "Step and theme", (0.7, 0.42, 11.9, 0.35), slide.kicker, size=1400, colour="4A5763"))
    if slide.layout in (Layout.TITLE, Layout.TEXT):
        shapes.append(_text(slide))
    if slide.label:
        width = min(11.9, 0.5 + 0.125 * len(slide.label))
        tone = _TONES.get(slide.tone, _CALM)
        shapes.append(_box(11, "Kind of change", (0.7, 1.98, width, 0.45), slide.label, fill=tone, colour="FFFFFF"))
    shapes += _panels(slide)
    if slide.layout is Layout.TABLE:
        shapes.append(_table(slide))
    if slide.sources:
        words = f"Sources: {slide.sources}"
        shapes.append(_box(14, "Sources", (0.7, 6.25, 11.9, 0.62), words, size=1200, colour="4A5763"))
    return (
        f"<p:sld {_NAMESPACES}><p:cSld><p:spTree>{_GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def notes_xml(notes: str) -> str:
    """What the speaker reads, as a ``p:notes`` element."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>{_body(notes.split(chr(10)))}</p:sp>'
    )
    return (
        f"<p:notes {_NAMESPACES}><p:cSld><p:spTree>{_GROUP}{image}{text}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _title(slide: Slide) -> str:
    length = len(slide.title)
    size = 3600 if slide.layout is Layout.TITLE else 0
    size = size or (0 if length <= 64 else 2400 if length <= 110 else 2000)
    kind = "ctrTitle" if slide.layout is Layout.TITLE else "title"
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:spPr/>{_body([slide.title], size=size)}</p:sp>'
    )


def _text(slide: Slide) -> str:
    """The text in its placeholder; less high where a label stands above it or panels below."""
    kind = 'type="subTitle" idx="1"' if slide.layout is Layout.TITLE else 'idx="1"'
    place = ""
    if slide.label or slide.was or slide.now:
        top = 2.65 if slide.label else 1.95
        place = _frame((0.7, top, 11.9, (4.25 if slide.was or slide.now else 6.15) - top), "a:xfrm")
    letters = sum(map(len, slide.text))
    size = (
        0
        if slide.layout is Layout.TITLE
        else 2800
        if letters < 150 and not slide.was
        else 2600
        if letters < 170
        else 2200
        if letters < 420
        else 1800
    )
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Text"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f"<p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>{_body(slide.text, size=size)}</p:sp>"
    )


def _body(paragraphs: Iterable[str], *, size: int = 0) -> str:
    """Paragraphs of a placeholder: what begins with ``- `` keeps the bullet of the layout, the rest goes without."""
    look = f' sz="{size}"' if size else ""
    found = []
    for words in paragraphs:
        is_item = words.startswith("- ")
        style = "<a:pPr/>" if is_item else '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'
        run = f'<a:r><a:rPr lang="en-GB"{look}/><a:t>{escape(words.removeprefix("- "))}</a:t></a:r>' if words else ""
        found.append(f"<a:p>{style}{run}</a:p>")
    return f"<p:txBody><a:bodyPr/><a:lstStyle/>{''.join(found)}</p:txBody>"


def _panels(slide: Slide) -> list[str]:
    """The old value on the left, the new one on the right."""
    found = []
    top = 4.4 if slide.text else 2.7
    for number, (head, words, left, fill) in enumerate(
        (("Was", slide.was, 0.7, "EEF1F4"), ("Now", slide.now, 6.75, "DFF0F6")), start=12
    ):
        if words:
            size = 2000 if len(words) < 110 else 1600 if len(words) < 260 else 1300
            found.append(
                _box(number, head, (left, top, 5.85, 1.7), words, fill=fill, head=head, size=size, colour="16202A")
            )
    return found


def _box(
    number: int, name: str, box: Box, words: str, *, size: int = 1600, colour: str, fill: str = "", head: str = ""
) -> str:
    look = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    margin = 'lIns="144000" rIns="144000" tIns="72000" bIns="72000"' if fill else 'lIns="0" rIns="0"'
    ink = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    above = (
        f'<a:p><a:r><a:rPr lang="en-GB" sz="1300" b="1">{ink}</a:rPr><a:t>{escape(head)}</a:t></a:r></a:p>'
        if head
        else ""
    )
    bold = ' b="1"' if fill and not head else ""
    anchor = "t" if head or not fill else "ctr"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(name)}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_frame(box, "a:xfrm")}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" {margin} anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>{above}<a:p><a:r>'
        f'<a:rPr lang="en-GB" sz="{size}"{bold}>{ink}</a:rPr><a:t>{escape(words)}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def _frame(box: Box, tag: str) -> str:
    left, top, width, height = (round(side * INCH) for side in box)
    return f'<{tag}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def _table(slide: Slide) -> str:
    """A table with a marked head, described for readers who hear it."""
    head = slide.table[0]
    told = quoteattr(f"{slide.title}: table with {len(slide.table) - 1} rows and the columns {', '.join(head)}")
    widths = [round(width * INCH) for width in ((3.5, 3.2, 3.2, 2.0) if head[0] == "Duty" else (3.6, 3.8, 1.5, 3.0))]
    size = 1600 if sum(len(cell) for row in slide.table for cell in row) < 500 else 1300
    rows = "".join(
        f'<a:tr h="{round(0.45 * INCH)}">'
        + "".join(
            _cell(words, size if place < len(head) - 1 or not number else 1200) for place, words in enumerate(row)
        )
        + "</a:tr>"
        for number, row in enumerate(slide.table)
    )
    box = (0.7, 2.05, 11.9, 0.45 * len(slide.table))
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="15" name="Table" descr={told}/><p:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{_frame(box, "p:xfrm")}'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{_TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(words: str, size: int) -> str:
    run = f'<a:r><a:rPr lang="en-GB" sz="{size}"/><a:t>{escape(words)}</a:t></a:r>' if words else ""
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{run}</a:p></a:txBody><a:tcPr/></a:tc>"
