"""Zip packages with nothing in them that depends on when or where they were made."""

from __future__ import annotations

import io
import re
import zipfile

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can hold."""


def with_fixed_dates(package: bytes) -> bytes:
    """The same *package* (DOCX, PPTX) with every entry dated alike, so that equal content gives equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, _content(name, old.read(name)))
    return out.getvalue()


def _content(name: str, content: bytes) -> bytes:
    """The content of an entry; a workbook inside a deck, as charts have one, is treated likewise."""
    if not name.endswith(".xlsx"):
        return content
    inner = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            part = old.read(each)
            new.writestr(each, _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", part) if each == _PROPERTIES else part)
    return with_fixed_dates(inner.getvalue())


_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
