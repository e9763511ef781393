"""The formats of a summary: what each is called, how its file ends, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module

from kb_site.downloads.summary import Summary


class Format(StrEnum):
    """A format; the value is the ending of its files and the name on the command line."""

    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"
    MD = "md"
    JSON = "json"

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return _LABELS[self]

    @property
    def is_text(self) -> bool:
        """True when it can be shown in a terminal."""
        return self in (Format.CSV, Format.MD, Format.JSON)


_LABELS = {
    Format.DOCX: "Word handout",
    Format.PPTX: "PowerPoint slides",
    Format.XLSX: "Excel workbook",
    Format.CSV: "CSV rows",
    Format.PDF: "PDF handout",
    Format.MD: "Markdown",
    Format.JSON: "JSON",
}

_MODULES = {
    Format.DOCX: "docx_file",
    Format.PPTX: "pptx_file",
    Format.XLSX: "xlsx_file",
    Format.CSV: "text_files",
    Format.PDF: "pdf_file",
    Format.MD: "text_files",
    Format.JSON: "text_files",
}


def render(summary: Summary, form: Format) -> bytes:
    """*summary* as a file of *form*. Equal summaries give equal bytes; a library is loaded only when it is needed.

    Raises:
        KbError: PDF was asked for, and the libraries that it needs are not there.
    """
    write: Callable[[Summary], bytes] = getattr(import_module(f"kb_site.downloads.{_MODULES[form]}"), f"write_{form}")
    return write(summary)
