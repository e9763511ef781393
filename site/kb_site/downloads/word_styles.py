"""The empty Word document of a handout: A4, styles, header and footer."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from kb_site.downloads.summary import Summary
from kb_site.downloads.word_xml import NAMESPACE
from kb_site.downloads.wording import DRAFT, footer_words

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Arial"
W = f"{{{NAMESPACE}}}"
INK, BLUE, SOFT, RED = "16202A", "12436D", "4A5763", "8E1B12"

_STYLES = (
    # id, name, based on, size in half points, colour, bold, space before and after in twentieths of a point, more
    ("Kind", "Kind of change", "Normal", 20, BLUE, True, 0, 60, "<w:keepNext/>"),
    ("SourceLine", "Source line", "Normal", 17, SOFT, False, 40, 200, ""),
    (
        "Notice",
        "Notice",
        "Normal",
        21,
        INK,
        False,
        120,
        120,
        '<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" '
        'w:color="12436D"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F4F7F9"/>',
    ),
    (
        "DraftNotice",
        "Draft notice",
        "Normal",
        24,
        RED,
        True,
        120,
        120,
        '<w:pBdr><w:left w:val="single" w:sz="48" '
        'w:space="8" w:color="8E1B12"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FBE6E4"/>',
    ),
    ("TableHead", "Table head", "Normal", 19, "FFFFFF", True, 40, 40, "<w:keepNext/>"),
    ("TableText", "Table text", "Normal", 19, INK, False, 30, 30, ""),
    ("TableFact", "Table fact", "Normal", 17, SOFT, False, 20, 40, ""),
    ("AfterTable", "After a table", "Normal", 12, INK, False, 0, 60, ""),
)

_LINK = """<w:style xmlns:w="{ns}" w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="0B5394"/></w:rPr></w:style>"""

_TABLE = """<w:style xmlns:w="{ns}" w:type="table" w:customStyle="1" w:styleId="WTTable"><w:name w:val="WT table"/>
<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>
<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="12436D"/></w:tcPr></w:tblStylePr>
</w:style>"""


def styled_document(summary: Summary) -> Document:
    """An empty document for *summary* with real styles, named parts and page numbers."""
    import docx

    document = docx.Document(io.BytesIO(_template()))
    _set_properties(document, summary)
    _set_margins_text(document, summary)
    return document


@cache
def _template() -> bytes:
    """What is alike in all documents, made once."""
    import docx

    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    _drop_ballast(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document) -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.0)
    section.header_distance = section.footer_distance = Cm(1.0)


def _set_styles(document: Document) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Pt, RGBColor

    styles = document.styles
    for name, size, before, after, colour in (
        ("Normal", 10.5, 0, 6, INK),
        ("Title", 26, 60, 8, BLUE),
        ("Subtitle", 14, 0, 14, SOFT),
        ("Heading 1", 18, 20, 8, BLUE),
        ("Heading 2", 14, 14, 6, BLUE),
        ("Heading 3", 12, 12, 3, INK),
        ("List Bullet", 10.5, 0, 3, INK),
    ):
        style: Any = styles[name]
        style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.font.italic = False
        _set_font(style)
    title: Any = styles["Title"]
    for border in title.element.pPr.findall(f"{W}pBdr"):
        title.element.pPr.remove(border)
    for entry in _STYLES:
        styles.element.append(parse_xml(_style_xml(*entry)))
    styles.element.append(parse_xml(_bullet_xml()))
    styles.element.append(parse_xml(_LINK.format(ns=NAMESPACE)))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B4C0CB"/>' for side in sides)
    styles.element.append(parse_xml(_TABLE.format(ns=NAMESPACE, borders=borders)))
    _set_language(styles.element)


def _set_font(style: Any) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(f"{W}{script}", FONT)


def _set_language(styles: Any) -> None:
    for language in styles.iter(f"{W}lang"):
        language.set(f"{W}val", "en-GB")


def _style_xml(
    name: str, words: str, based: str, size: int, colour: str, bold: bool, before: int, after: int, more: str
) -> str:
    keep = more if "keepNext" in more else ""
    frame = "" if keep else more
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="paragraph" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{words}"/><w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{keep}{frame}'
        f'<w:spacing w:before="{before}" w:after="{after}"/></w:pPr>'
        f'<w:rPr>{"<w:b/>" if bold else ""}<w:color w:val="{colour}"/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _bullet_xml() -> str:
    return (
        f'<w:style xmlns:w="{NAMESPACE}" w:type="paragraph" w:customStyle="1" w:styleId="TableBullet"><w:name '
        'w:val="Table bullet"/><w:basedOn w:val="ListBullet"/><w:pPr><w:spacing w:before="0" w:after="20"/></w:pPr>'
        '<w:rPr><w:sz w:val="19"/></w:rPr></w:style>'
    )


def _set_properties(document: Document, summary: Summary) -> None:
    moment = datetime.fromisoformat(summary.date).replace(tzinfo=UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title = f"{summary.title}, {summary.span}"
    properties.subject = summary.work
    properties.author = properties.last_modified_by = "working-together-kb"
    properties.comments = summary.disclaimer
    properties.language = "en-GB"
    properties.created = properties.modified = moment
    properties.revision = 1


def _set_margins_text(document: Document, summary: Summary) -> None:
    from docx.oxml import parse_xml

    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.text = f"{summary.title}, {summary.span}"
    if summary.drafts:
        header.text += "\n" + DRAFT
        header.style = document.styles["Draft notice"]
    else:
        header.style = document.styles["Table fact"]
    footer.style = document.styles["Table fact"]
    footer.text = f"{footer_words(summary)}  ·  page "
    for piece in ("begin", " PAGE ", "end"):
        inside = f'<w:fldChar w:fldCharType="{piece}"/>' if piece.isalpha() else f"<w:instrText>{piece}</w:instrText>"
        footer._p.append(parse_xml(f'<w:r xmlns:w="{NAMESPACE}">{inside}</w:r>'))


def _drop_ballast(document: Document) -> None:
    """Take out what the template of python-docx has too much: a picture of another document, styles of an old Word.

    Its hundred table styles go too: they are nine tenths of the file and make each document three times slower.
    """
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]
    parts = document.part.rels
    for key in [key for key, relation in parts.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del parts[key]
    styles: Any = document.styles.element
    for style in list(styles):
        if style.get(f"{W}type") == "table" and style.get(f"{W}styleId") not in ("TableNormal", "WTTable"):
            styles.remove(style)
