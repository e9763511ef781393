"""Take away what a printer decides, and remember where every sign stood.

The finders of this package look at folded text: one kind of quote, of dash, of space and of bullet, no footnote marks,
no Markdown emphasis. Whatever they find is then told at its place in the text as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

BULLET = "•"
"""Stands for any bullet or printed number at the head of a point."""

BREAK = "¶"
"""Stands for an empty line."""

_DASH = r"\u2010-\u2015\u2212\ufe58\ufe63\uff0d-"
_NUMBER = r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?)"
_SIGN = re.compile(
    r"(?P<gone>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # soft hyphens, zero-width and direction signs
    r"|(?:\\?\*){2,}|__+|\]\([^)\s]*\)|\[(?=[^\]\n]*\]\()"  # Markdown: **MUST**, [Rule 1](address)
    r"|(?<=[a-z)][.,;:])\d{1,3}(?=\s|$)|(?<=[a-z]{3})\d{1,3}(?=[\s.,;:)]|$))"  # footnote marks: area59. needs.63
    r"|(?P<bullet>(?:(?<!\S)[●▪▫■□◦‣⁃∙·•]"
    rf"|(?:\A|(?<=\n))[ \t]*(?:[*{_DASH}]|{_NUMBER})"
    rf"|(?<=[.;:]\s)(?:[*{_DASH}]|{_NUMBER})"
    r"|(?<!\S)\((?:\d{1,2}|[a-z]{1,2}|[ivx]{1,5})\)"
    r"|\A\s*\d{1,3}(?:\.\d{1,3})*(?=\s+[“\"']?[A-Z]))(?=\s))"
    rf"|(?P<hyphen>(?<=\w)[{_DASH}](?=\w))|(?P<dash>[{_DASH}]+)"
    r"|(?P<single>[‘’‚‛′`´])|(?P<double>[“”„‟″«»])|(?P<space>\s+)"
)
_PUT = {"gone": "", "bullet": BULLET, "hyphen": " ", "dash": "-", "single": "'", "double": '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text without typography."""

    text: str
    """The folded text."""

    places: tuple[int, ...]
    """For each sign of ``text`` its place in the text as written."""

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch ``text[start:end]`` stands in the text as written; it must hold a sign."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Return *text* folded; every kept sign knows its place.

    Example:
        >>> fold("• a 45‑working‑day “limit”").text
        '• a 45 working day "limit"'
    """
    signs: list[str] = []
    places: list[int] = []
    done = 0
    for found in (*_SIGN.finditer(text), None):
        start = found.start() if found else len(text)
        signs.extend(map(_plain, text[done:start]))
        places.extend(range(done, start))
        if found:
            put = _replacement(found)
            signs.extend(put)
            places.extend([start] * len(put))
            done = found.end()
    return Folded(text="".join(signs), places=tuple(places))


def _replacement(found: re.Match[str]) -> str:
    if found.lastgroup == "space":
        return f" {BREAK} " if found.group().count("\n") > 1 else " "
    return _PUT[str(found.lastgroup)]


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign
