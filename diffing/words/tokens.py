"""Cut text into words and sentences without losing a sign.

A token keeps its raw text with the space after it, and a key for comparing. Keys ignore what a
printer decides: quotes, dashes, spaces, capitals, and which label a point has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_LABEL = r"\((?:\d{1,3}|[A-Za-z]{1,2}|[ivxlIVXL]{1,6})\)"
_TOKEN = re.compile(rf"(?:{_LABEL}|\d+(?:[.,/]\d+)*|[^\W_]+(?:['’][^\W\d_]+)*|[^\w\s]|_)\s*")
_IS_LABEL = re.compile(rf"{_LABEL}\s*")
_LEADING = re.compile(
    r"\s*(?:(?:[•●▪▫■□◦‣⁃∙·*–—-]|\(?\d{1,3}(?:\.\d{1,3})*[.)\]]|\(?(?:[A-Za-z]|[ivx]{1,5})\)|\d{1,3}(?:\.\d{1,3})+)\s+)+"
)
"""Bullet or number before the first word."""

_ENDS = frozenset(".;:!?")
_SAME = str.maketrans({c: "'" for c in "‘’‚‛′`´"} | {c: '"' for c in "“”„‟″«»"} | {c: "-" for c in "‐‑‒–—―−"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign."""

    raw: str
    """As written, with the space after it."""

    key: str
    """What is compared."""

    @property
    def is_word(self) -> bool:
        """Whether it is more than punctuation."""
        return self.key[0].isalnum()


def cut_leading(text: str) -> tuple[str, str]:
    """Return the bullet, number and space before the first word, and the rest.

    Example:
        >>> cut_leading("1.2 Keep a record.")
        ('1.2 ', 'Keep a record.')
    """
    found = _LEADING.match(text)
    end = found.end() if found and found.end() < len(text) else len(text) - len(text.lstrip())
    return text[:end], text[end:]


def cut_tokens(text: str) -> list[Token]:
    """Return the tokens of *text*, which starts with no space; joined they give it back."""
    return [Token(found.group(), _key(found.group())) for found in _TOKEN.finditer(text)]


def _key(raw: str) -> str:
    if _IS_LABEL.fullmatch(raw):
        return "(#)"
    return unicodedata.normalize("NFKC", raw.rstrip()).translate(_SAME).casefold() or raw


def cut_sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return where each sentence or point of *tokens* begins and ends."""
    bounds, start = [], 0
    for place, token in enumerate(tokens):
        is_end = token.raw[0] in _ENDS and token.raw[-1].isspace()
        if is_end or token.raw.count("\n") > 1 or place == len(tokens) - 1:
            bounds.append((start, place + 1))
            start = place + 1
    return bounds
