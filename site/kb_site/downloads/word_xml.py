"""WordprocessingML as text: paragraphs, tables and links for the body of a document.

The body of a long handout is written as one text and parsed once; python-docx makes the styles and the package. Its
own calls for cells and runs are some twenty times slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG_ROW = 700
"""Above so many characters a row of a table may be torn at the end of a page."""

PAGE_WIDTH = 9638
"""Width between the margins of an A4 page, in twentieths of a point: 17 cm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text of one look."""

    text: str
    """The text; a line end starts a new line."""

    bold: bool = False
    """Whether it is bold."""

    style: str = ""
    """Id of a character style; may be empty."""

    anchor: str = ""
    """Bookmark that it links to; may be empty."""


Inline = str | Sequence[Run]
"""The content of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its style."""

    inline: Inline
    """What it says."""

    style: str = ""
    """Id of its style; empty for the normal one."""

    bookmark: str = ""
    """Name by which links find it; may be empty."""


Cell = Sequence[Paragraph]
"""The content of a table cell: at least one paragraph."""


class Body:
    """Collects the blocks of a document in order."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._bookmarks = 0

    def add(self, inline: Inline, style: str = "", bookmark: str = "") -> None:
        """Add a paragraph."""
        self._blocks.append(self._paragraph(Paragraph(inline=inline, style=style, bookmark=bookmark)))

    def add_text(self, text: str, style: str = "") -> None:
        """Add *text*, where each line is a paragraph and lines that begin with ``- `` are a list."""
        for paragraph in text_paragraphs(text, style):
            self._blocks.append(self._paragraph(paragraph))

    def add_table(
        self, caption: str, widths: Sequence[int], header: Sequence[str], rows: Iterable[Sequence[Cell]]
    ) -> None:
        """Add a table whose header is repeated on each page and whose rows are never torn.

        Args:
            caption: What it holds, for readers who hear it.
            widths: Widths of the columns, in parts of their sum.
            header: The heads of the columns.
            rows: The cells, as many in each row as there are columns.
        """
        widths = [PAGE_WIDTH * width // sum(widths) for width in widths]
        head = [[Paragraph(inline=words, style="TableHead")] for words in header]
        lines = [self._row(widths, head, header=True), *(self._row(widths, row) for row in rows)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self._blocks.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="WTTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={_value(caption[:200])}/><w:tblDescription w:val={_value(caption)}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
            + self._paragraph(Paragraph(inline="", style="AfterTable"))
        )

    def xml(self) -> str:
        """The whole as a ``w:body`` element."""
        return f'<w:body xmlns:w="{NAMESPACE}">{"".join(self._blocks)}</w:body>'

    def _row(self, widths: Sequence[int], cells: Sequence[Cell], *, header: bool = False) -> str:
        kind = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
        if not header and sum(len(_text(each)) for cell in cells for each in cell) > LONG_ROW:
            kind = ""
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(map(self._paragraph, cell))}</w:tc>'
            for width, cell in zip(widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr>{kind}</w:trPr>{inside}</w:tr>"

    def _paragraph(self, paragraph: Paragraph) -> str:
        style = f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>' if paragraph.style else ""
        inline = paragraph.inline
        runs = _run(Run(text=inline)) if isinstance(inline, str) else "".join(map(_run, inline))
        if paragraph.bookmark:
            self._bookmarks += 1
            number = self._bookmarks
            name = _value(paragraph.bookmark)
            runs = f'<w:bookmarkStart w:id="{number}" w:name={name}/>{runs}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p>{style}{runs}</w:p>"


def text_paragraphs(text: str, style: str = "") -> list[Paragraph]:
    """*text* as paragraphs, a line each; lines that begin with ``- `` as items of a list."""
    found = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        is_item = line.startswith("- ")
        look = ("TableBullet" if style == "TableText" else "ListBullet") if is_item else style
        found.append(Paragraph(inline=line.removeprefix("- ") if is_item else line, style=look))
    return found or [Paragraph(inline="", style=style)]


def _run(run: Run) -> str:
    look = f'<w:rStyle w:val="{run.style}"/>' if run.style else ""
    look += "<w:b/>" if run.bold else ""
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in run.text.split("\n"))
    xml = f"<w:r>{look}{pieces}</w:r>"
    return f'<w:hyperlink w:anchor={_value(run.anchor)} w:history="1">{xml}</w:hyperlink>' if run.anchor else xml


def _text(paragraph: Paragraph) -> str:
    return paragraph.inline if isinstance(paragraph.inline, str) else "".join(run.text for run in paragraph.inline)


def _value(text: str) -> str:
    return quoteattr(text.replace("\n", " "))
