"""The handout as a tagged PDF with bookmarks, by way of HTML. Works where WeasyPrint finds its system libraries."""

from __future__ import annotations

import contextlib
import io
import logging
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from kb.errors import KbError
from kb_site.downloads.summary import Line, Purpose, Side, Summary
from kb_site.downloads.wording import (
    DRAFT,
    EMPTY,
    NOT_STANDING,
    bearers_differ,
    day_words,
    facts,
    footer_words,
    groups_heading,
    how_known,
    reach_words,
    says_the_same,
    side_heading,
    values,
)

NEEDED = (
    "PDF needs the libraries Pango and HarfBuzz; on Debian or Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
    "Or choose --format docx and print that"
)
"""What is said where WeasyPrint cannot load."""


@lru_cache(maxsize=1)
def can_write_pdf() -> bool:
    """True where the system libraries that PDF needs can be loaded."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints a long notice when it cannot load
            import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def write_pdf(summary: Summary) -> bytes:
    """*summary* as a tagged PDF (PDF/UA-1) with bookmarks. Equal summaries give equal bytes.

    Raises:
        KbError: the libraries that it needs are not there; the message says what to install.
    """
    if not can_write_pdf():
        raise KbError(NEEDED)
    from weasyprint import HTML

    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    content = HTML(string=handout_html(summary), url_fetcher=_refuse).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(content)


def handout_html(summary: Summary) -> str:
    """The page that is printed: no script, nothing that is fetched, every word escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    environment.filters |= {"blocks": _blocks, "whole": _whole, "css": _css}
    return environment.get_template("handout.html.j2").render(
        s=summary,
        head=f"{summary.title}, {summary.span}",
        foot=footer_words(summary),
        day=day_words(summary.date),
        draft=DRAFT,
        empty=EMPTY,
        not_standing=NOT_STANDING,
        with_duties=summary.purpose is Purpose.CHANGES,
        groups=_groups(summary),
        facts=facts,
        values=values,
        same=says_the_same,
        differ=bearers_differ,
        reach=reach_words,
        how_known=how_known,
        side_heading=side_heading,
    )


def _groups(summary: Summary) -> list[tuple[str, list[tuple[str, list[Line]]]]]:
    return [
        (heading, [(theme, list(lines)) for theme, lines in groupby(found, key=lambda line: line.theme)])
        for heading, found in groupby(summary.lines, key=lambda line: groups_heading(line, summary))
    ]


def _blocks(text: str) -> list[tuple[bool, list[str]]]:
    """Runs of lines that are items of a list, and runs that are not."""
    lines = filter(None, map(str.strip, text.split("\n")))
    return [
        (is_list, [line.removeprefix("- ") if is_list else line for line in run])
        for is_list, run in groupby(lines, key=lambda line: line.startswith("- "))
    ]


def _whole(side: Side) -> str:
    return "\n".join((side.text, *(f"- {part}" for part in side.parts)))


def _css(text: str) -> str:
    """*text* inside a string of a style sheet."""
    return "".join(char if char.isalnum() or char in " ,.:" else f"\\{ord(char):x} " for char in text)


def _refuse(address: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"nothing is fetched: {address}")
