"""Finding the phrases of the grammar in a question, and mending its misspelt words.

The same two steps stand in ``reading.js``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from diffing.asking.grammar import Grammar

LEAST_LETTERS = 5
"""Shorter words are never mended: too many words are one letter apart."""

TWO_SLIPS = 8
"""From this many letters on a word may be two slips away from one that names something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A phrase found in a question."""

    start: int
    """Number of its first word, counted from 0."""

    end: int
    """Number of the word after its last."""

    meanings: tuple[str, ...]
    """What it can mean."""


@dataclass(frozen=True, eq=False)
class Matcher:
    """A grammar made ready for looking things up."""

    grammar: Grammar
    """The grammar."""

    @cached_property
    def meanings(self) -> dict[str, tuple[str, ...]]:
        """Every phrase with what it means."""
        return {each.words: each.meanings for each in self.grammar.phrases}

    @cached_property
    def reach(self) -> dict[str, int]:
        """For each word that begins a phrase, the most words of such a phrase."""
        found: dict[str, int] = {}
        for each in self.grammar.phrases:
            words = each.words.split()
            found[words[0]] = max(found.get(words[0], 0), len(words))
        return found

    @cached_property
    def known(self) -> frozenset[str]:
        """Words that are never mended."""
        return frozenset(self.grammar.known.split())

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that carry nothing."""
        return frozenset(self.grammar.stop.split())

    @cached_property
    def naming(self) -> frozenset[str]:
        """Words of the phrases that name something: of two mendings they are the likelier."""
        named = (each.words for each in self.grammar.phrases if any(":" in meaning for meaning in each.meanings))
        return frozenset(word for words in named for word in words.split())

    @cached_property
    def by_length(self) -> dict[int, tuple[str, ...]]:
        """Words that a misspelt one can be mended to."""
        groups: dict[int, list[str]] = {}
        for word in sorted(self.known):
            if len(word) >= LEAST_LETTERS - 1 and word.isalpha():
                groups.setdefault(len(word), []).append(word)
        return {length: tuple(group) for length, group in groups.items()}

    @cached_property
    def names(self) -> dict[str, str]:
        """Names to show."""
        return {each.id: each.name for each in self.grammar.names}

    def mend(self, word: str) -> str:
        """The one known word that *word* is nearest to; *word* itself when there is none or more than one."""
        if len(word) < LEAST_LETTERS or not word.isalpha() or word in self.known:
            return word
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= TWO_SLIPS else 1
        found: dict[int, list[str]] = {}
        for length in range(len(word) - slips, len(word) + slips + 1):
            for other in self.by_length.get(length, ()):
                distance = OSA.distance(word, other, score_cutoff=slips)
                if distance <= slips and self._can_be_meant(word, other, distance):
                    found.setdefault(distance, []).append(other)
        nearest = found.get(1) or found.get(2) or []
        if len(nearest) > 1:
            nearest = [other for other in nearest if other in self.naming] or nearest
        return nearest[0] if len(nearest) == 1 else word

    def _can_be_meant(self, word: str, other: str, distance: int) -> bool:
        """Short words and words with two slips are taken only for words that name something."""
        if distance == 1 and len(word) > LEAST_LETTERS:
            return True
        return abs(len(word) - len(other)) < 2 and other in self.naming and other not in self.stop

    def mend_all(self, words: Sequence[str]) -> list[str]:
        """*words* with each misspelt one mended; two that are one known word when put together become it."""
        mended: list[str] = []
        place = 0
        while place < len(words):
            both = "".join(words[place : place + 2])
            apart = {*words[place : place + 2]} - self.known
            if apart and both in self.known and place + 1 < len(words):
                mended.append(both)
                place += 2
            else:
                mended.append(self.mend(words[place]))
                place += 1
        return mended

    def spans(self, words: Sequence[str]) -> tuple[Span, ...]:
        """The phrases in *words*, in order; where two overlap the longer stands, of equal ones the earlier."""
        found = []
        for start, word in enumerate(words):
            for length in range(1, min(self.reach.get(word, 0), len(words) - start) + 1):
                meanings = self.meanings.get(" ".join(words[start : start + length]))
                if meanings is not None:
                    found.append(Span(start=start, end=start + length, meanings=meanings))
        found.sort(key=lambda span: (span.start - span.end, span.start))
        taken: set[int] = set()
        kept = []
        for span in found:
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                kept.append(span)
        return tuple(sorted(kept, key=lambda span: span.start))
