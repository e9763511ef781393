"""The files that the site offers ready-made, built only when what they show has changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import msgspec
import platformdirs

from diffing.change import Step
from diffing.compiled import Compiled
from diffing.selection import Filters, select
from kb.lookup import Reach, audience
from kb.vocabulary import Agency
from kb_site.bearers import agencies_with_rows
from kb_site.downloads.formats import Format, render
from kb_site.downloads.making import make_summary
from kb_site.downloads.summary import Summary

SINCE = "2010"
"""The edition from which the long files of an agency tell."""

LATEST_FORMATS = (Format.DOCX, Format.PPTX, Format.XLSX)
"""What an agency's latest step is offered as."""

SINCE_FORMATS = (Format.DOCX, Format.XLSX)
"""What an agency's long time is offered as, without what concerns it only through a wider group."""

STEP_FORMATS = (Format.DOCX, Format.PPTX, Format.XLSX, Format.CSV)
"""What the comparison of two neighbouring editions is offered as."""

MANY = 60
"""Above so many rows a comparison is not offered as slides."""

KEPT_DAYS = 30
"""After so many days without use a kept file is thrown away."""

_PRODUCERS = {
    Format.DOCX: ("python-docx",), Format.PPTX: ("python-pptx", "XlsxWriter"), Format.XLSX: ("XlsxWriter",),
    Format.CSV: (), Format.PDF: ("weasyprint",), Format.MD: (), Format.JSON: ("msgspec",),
}  # fmt: skip
"""Libraries whose version shows in the bytes of a format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that the site offers."""

    path: str
    """Where it lies on the site, e.g. ``downloads/schools/2023-2026.docx``."""

    label: str
    """What a reader is offered, e.g. ``Word handout: 2023 → 2026``."""

    content: bytes
    """The whole content."""

    form: Format
    """Its format."""

    agency: str
    """Id of the agency on whose page it is offered; empty for a comparison of two editions."""

    ends: tuple[str, str]
    """The two editions."""

    rows: int
    """How many rows it shows."""

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return len(self.content)

    @property
    def size_words(self) -> str:
        """Its size as a reader says it, e.g. ``48 kB``."""
        return f"{max(1, round(self.size / 1000))} kB"


def site_files(compiled: Compiled, *, date: str, cache_folder: Path | None = None) -> Iterator[SiteFile]:
    """Every file that the site offers, by agency and then by step.

    Files come from the cache as long as rows, writers, libraries and date are the same; equal input gives equal bytes
    with and without a cache. An agency gets no file for a time in which no row names it, its members or its line: what
    concerns it through a wider group stands in the files of that group.

    Args:
        compiled: The knowledge base.
        date: ISO date that the files carry.
        cache_folder: Where files are kept; ``None`` for the user's cache. A folder that cannot be used is passed over.
    """
    folder = cache_folder or Path(platformdirs.user_cache_dir("wtkb", appauthor=False)) / "downloads"
    issued = [edition.id for edition in compiled.base.issued]
    for agency in agencies_with_rows(compiled.base):
        yield from _of_agency(compiled, agency, issued, date, folder)
    for step in compiled.steps:
        yield from _of_step(compiled, step, date, folder)
    _throw_away(folder)


def _of_agency(compiled: Compiled, agency: Agency, issued: list[str], date: str, folder: Path) -> Iterator[SiteFile]:
    asked = audience(compiled.base, agency)
    start = SINCE if SINCE in issued else issued[0]
    spans: dict[tuple[str, str], tuple[Format, ...]] = {}
    if len(issued) > 1:
        spans[issued[-2], issued[-1]] = LATEST_FORMATS
    spans[start, issued[-1]] = spans.get((start, issued[-1]), SINCE_FORMATS)
    near = {name for name, reach in asked.reach.items() if reach is not Reach.WIDER}
    for (before, after), formats in spans.items():
        if not near & _named(compiled, before, after):
            continue
        is_long = formats is SINCE_FORMATS
        filters = Filters(audience=asked, from_edition=before, to_edition=after, named_only=is_long)
        summary = make_summary(compiled, filters, date=date)
        if summary.lines:
            stem = f"downloads/{agency.id}/{before}-{after}"
            remark = ", without wider groups" if is_long else ""
            yield from _files(summary, formats, stem, agency.id, folder, remark=remark)


@lru_cache(maxsize=8)
def _named(compiled: Compiled, before: str, after: str) -> frozenset[str]:
    """The bearers that are named in a row between two editions."""
    selection = select(compiled, Filters(from_edition=before, to_edition=after))
    return frozenset(name for each in selection.found for name in each.change.who)


def _of_step(compiled: Compiled, step: Step, date: str, folder: Path) -> Iterator[SiteFile]:
    filters = Filters(from_edition=step.from_edition, to_edition=step.to_edition)
    summary = make_summary(compiled, filters, date=date)
    formats = [form for form in STEP_FORMATS if form is not Format.PPTX or len(summary.lines) <= MANY]
    stem = f"downloads/{step.from_edition}-{step.to_edition}"
    if summary.lines:
        yield from _files(summary, formats, stem, "", folder)


def _files(
    summary: Summary, formats: Sequence[Format], stem: str, agency: str, folder: Path, *, remark: str = ""
) -> Iterator[SiteFile]:
    key = _digest(msgspec.msgpack.encode(summary))
    for form in formats:
        yield SiteFile(
            path=f"{stem}.{form}",
            label=f"{form.label}: {summary.span}{remark}",
            content=_kept(folder / f"{key}-{_writers(form)}.{form}", summary, form),
            form=form,
            agency=agency,
            ends=(summary.from_edition, summary.to_edition),
            rows=len(summary.lines),
        )


def _kept(path: Path, summary: Summary, form: Format) -> bytes:
    """The file from the cache, or made and kept."""
    with contextlib.suppress(OSError):
        content = path.read_bytes()
        os.utime(path)
        return content
    content = render(summary, form)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    return content


@cache
def _writers(form: Format) -> str:
    """What else shows in the bytes: the modules of this package and the libraries of the format."""
    here = Path(__file__).parent
    modules = sorted(path for path in here.rglob("*") if path.suffix in (".py", ".j2"))
    parts = [_digest(path.read_bytes()) for path in (*modules, here.parent / "kinds.py")]
    parts += [f"{name} {version(name)}" for name in _PRODUCERS[form]]
    return _digest("\n".join(parts).encode())[:12]


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _throw_away(folder: Path) -> None:
    """Remove what was not used for long; another build may be doing the same."""
    oldest = time.time() - KEPT_DAYS * 24 * 3600
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
