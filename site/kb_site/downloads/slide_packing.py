"""Sharing text out over slides, so that none holds more than can be read from the back of a room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

WORDS = 45
"""About how many words a slide holds, its title counted; what is more goes to a next slide."""

LEAST_WORDS = 12
"""A slide takes so many words of text however long its title is."""

LABEL_WORDS = 4
"""Room that is left for the kind of change."""

Piece = TypeVar("Piece")


def packed(pieces: Sequence[tuple[str, Piece]], title: str) -> list[list[tuple[str, Piece]]]:
    """*pieces* in order on as few slides as hold them; a piece that is too long alone has a slide of its own."""
    groups: list[list[tuple[str, Piece]]] = []
    left = 0
    for words, more in pieces:
        need = count_words(words)
        if not groups or need > left:
            groups.append([])
            left = WORDS - count_words(title)
        groups[-1].append((words, more))
        left -= need
    return groups


def pieces_of(paragraph: str, budget: int) -> Iterator[str]:
    """*paragraph* in pieces of at most *budget* words, broken at the ends of sentences where there are any."""
    if count_words(paragraph) <= budget:
        yield from filter(None, [paragraph.strip()])
        return
    held: list[str] = []
    for sentence in re.split(r"(?<=[.;:!?])\s+", paragraph.strip()):
        words = sentence.split()
        if held and len(held) + len(words) > budget:
            yield " ".join(held)
            held = []
        held += words
        while len(held) > budget:
            yield " ".join(held[:budget])
            held = held[budget:]
    if held:
        yield " ".join(held)


def numbered(title: str, number: int) -> str:
    """The title of the slide with that number among those that go on with the same."""
    return title if number == 1 else f"{title} ({number})"


def count_words(words: str) -> int:
    """How many words there are."""
    return len(words.split())
