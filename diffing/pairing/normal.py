"""Turn text into the words that pairing compares.

What a printer decides (quotes, dashes, spaces, bullets, numbers of paragraphs) is taken away here and
nowhere else, so that no later step can mistake it for a change. Words keep their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, zero-width signs and direction marks: they carry no word."""

_GLUED = re.compile(r"(?<=[^\W\d_A-Z]{2})(?=[A-Z][^\W\d_A-Z])")
"""A heading that lost the space before its text: "Single opinionFor trials"."""

_LABEL = r"(?:\d{1,3}|[A-Za-z]{1,2}|[ivxlIVXL]{1,6})"
_ENUMERATOR = re.compile(
    rf"(?<![\w.])\({_LABEL}(?:\.\d{{1,3}})*\)"  # (a) (12) (iv), anywhere
    rf"|(?:^|(?<=[.;:])\s?)(?:\d{{1,3}}(?:\.\d{{1,3}})*[.)\]]|(?:{_LABEL})[.)\]])(?=\s|$)"  # 2. b)
    r"|^(?:(?:Art(?:icle)?|Para(?:graph)?|Section|Chapter)\s)?\d{1,3}(?:\.\d{1,3})*[:.]?(?=\s[\W_]?[^\W\da-z])"
)
"""A printed number of a paragraph or point: in brackets, at the start, or after a stop."""

_REFERENCES = frozenset(
    [
        "article",
        "articles",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "point",
        "points",
        "subparagraph",
        "section",
        "sections",
        "chapter",
        "chapters",
        "annex",
        "annexes",
        "appendix",
        "part",
        "parts",
        "page",
        "pages",
    ]
)
"""A number after one of these points at a place; it is left out when wording is compared."""

_WIDE = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_WIDE}]|\d+(?:[.,/]\d+)*|[^\W_{_WIDE}]+(?:'[^\W\d_]+)*")
"""A number, a word with its apostrophe, or one sign of a script that writes no spaces."""

_QUOTES = str.maketrans({c: "'" for c in "‘’‚‛′`´"} | {c: '"' for c in "“”„‟″«»"})
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]+")
_BULLET = re.compile(r"(?:^|(?<=\s))[•●▪▫■□◦‣⁃∙·*–—\-o](?=\s)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def fold_typography(text: str) -> str:
    """Return *text* with one kind of quote, dash and space, and without invisible signs.

    Example:
        >>> fold_typography("“Early  help”, re‑read")
        '"Early help", re read'
    """
    text = unicodedata.normalize("NFKC", _GLUED.sub(" ", text))
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text)).translate(_QUOTES)
    return " ".join(_BULLET.sub(" ", _DASHES.sub(" - ", text)).split())


def identity_words(text: str) -> tuple[str, ...]:
    """Return all words of *text* without its printed numbers: equal words mean the same text.

    Example:
        >>> identity_words("1.2 Keep a “record”.") == identity_words('(b) Keep a "record".')
        True
    """
    return tuple(bare_words(text)) or tuple(_WORD.findall(fold_typography(text))) or (text,)


def bare_words(text: str) -> list[str]:
    """Return the words of *text* in small letters without its printed numbers; there may be none."""
    return _WORD.findall(_ENUMERATOR.sub(" ", fold_typography(text)).casefold())


def wording(words: Iterable[str]) -> list[str]:
    """Return *words* stemmed, for comparing wording; numbers after "paragraph" and the like go.

    Example:
        >>> wording(["records", "under", "paragraph", "4", "and", "10", "days"])
        ['record', 'under', 'paragraph', 'and', '10', 'day']
    """
    kept, is_reference = [], False
    for word in words:
        if not (is_reference and word[:1].isdigit()):
            kept.append(stem(word))
            is_reference = word in _REFERENCES
    return kept


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return *word* without its common English endings, so that "records" meets "recorded".

    It is made to be quick and never to join words of different roots, not to please a linguist.

    Example:
        >>> [stem(word) for word in ("policies", "assessing", "assessed", "children's", "is")]
        ['policy', 'assess', 'assess', 'children', 'is']
    """
    word = word.split("'")[0] or word
    if len(word) < 4 or not word.isascii():
        return word
    for ending, least, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: len(word) - len(ending)] + put
    return word


_ENDINGS = (
    ("isations", 3, "is"),
    ("izations", 3, "is"),
    ("isation", 3, "is"),
    ("ization", 3, "is"),
    ("ising", 3, "is"),
    ("izing", 3, "is"),
    ("ised", 3, "is"),
    ("ized", 3, "is"),
    ("ies", 3, "y"),
    ("ied", 3, "y"),
    ("sses", 2, "ss"),
    ("ations", 3, ""),
    ("ation", 3, ""),
    ("ating", 3, ""),
    ("ated", 3, ""),
    ("ates", 3, ""),
    ("ate", 3, ""),
    ("ments", 4, ""),
    ("ment", 4, ""),
    ("ing", 4, ""),
    ("ed", 3, ""),
    ("es", 4, ""),
    ("ss", 2, "ss"),
    ("us", 2, "us"),
    ("s", 3, ""),
    ("ly", 4, ""),
    ("e", 4, ""),
)
"""Ending, least letters that must stay before it, and what stands in its place; first match counts."""
