"""The index over all records: for every stem, pair of stems and tag, the records that have it and how heavily.

It is made in memory and kept beside the snapshot, not in SQLite: with a few thousand records a question looks at some
twenty short lists, which takes less time than opening a database, and weights of fields, tags and pairs of words are
ours to set.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from diffing.asking.lexicon import STOP
from diffing.asking.matching import Matcher
from diffing.asking.records import Record, RecordKind, Searched
from diffing.asking.words import stem, tokens

_FIELDS = (("title", 3.0), ("body", 1.0), ("facts", 1.2), ("labels", 0.8), ("context", 0.5))
_TAGGED, _MENTIONED = 2.0, 1.5
_GRAIN = 10
"""Weights are kept as whole tenths."""

_SATURATION, _LENGTH = 1.2, 0.4
"""The two constants of BM25."""


@dataclass(frozen=True, kw_only=True)
class Index:
    """Records and their words."""

    records: tuple[Record, ...]
    """In a stable order; a number in a list below is a place in it."""

    lists: dict[str, bytes]
    """For each stem, pair or tag: places and weights by turns, 16 bits each."""

    lengths: tuple[int, ...]
    """Length of each record in weighted words."""

    @cached_property
    def usual_length(self) -> float:
        """Mean length of a record."""
        return sum(self.lengths) / max(len(self.lengths), 1)

    def places(self, key: str) -> dict[int, float]:
        """The records that have *key*, each with how well, 0 to 1, long records less."""
        data = self.lists.get(key)
        if data is None:
            return {}
        numbers = memoryview(data).cast("H").tolist()
        usual = self.usual_length
        found = {}
        for place, tenths in zip(numbers[::2], numbers[1::2], strict=True):
            weight = tenths / _GRAIN
            damper = _SATURATION * (1 - _LENGTH + _LENGTH * self.lengths[place] / usual)
            found[place] = weight / (weight + damper)
        return found

    def having(self, key: str) -> list[int]:
        """The records that have *key*."""
        return memoryview(self.lists.get(key, b"")).cast("H").tolist()[::2]

    def rarity(self, key: str) -> float:
        """How much it tells that a record has *key*; greatest for what no record has."""
        count, having = len(self.records), len(self.lists.get(key, b"")) // 4
        return math.log(1 + (count - having + 0.5) / (having + 0.5))


def compile_index(matcher: Matcher, records: Iterator[tuple[Record, Searched]]) -> Index:
    """Index *records*; agencies, terms and topics that their words name are tagged too."""
    lists: dict[str, array[int]] = defaultdict(lambda: array("H"))
    kept, lengths = [], []
    for place, (record, text) in enumerate(records):
        weights: dict[str, float] = defaultdict(float)
        length = _weigh_words(weights, text)
        mentions = _weigh_tags(weights, matcher, text)
        for key, weight in sorted(weights.items()):
            lists[key].extend((place, round(weight * _GRAIN)))
        kept.append(replace(record, mentions=mentions))
        lengths.append(round(length))
    return Index(
        records=tuple(kept),
        lists={key: lists[key].tobytes() for key in sorted(lists)},
        lengths=tuple(lengths),
    )


def corpus_words(records: Iterator[tuple[Record, Searched]]) -> set[str]:
    """Every word that the records use, without those of aliases: some of these keep common misspellings."""
    found: set[str] = set()
    for record, text in records:
        fields = ("body",) if record.kind in (RecordKind.TERM, RecordKind.AGENCY) else ("title", "body", "context")
        found.update(word for name in fields for word in tokens(getattr(text, name)))
    return found


def _weigh_words(weights: dict[str, float], text: Searched) -> float:
    length = 0.0
    for name, factor in _FIELDS:
        stems = [stem(word) for word in tokens(getattr(text, name)) if word not in STOP]
        for each in stems:
            weights[each] += factor
        length += len(stems) * min(factor, 1.0)
        if name in ("title", "body"):
            for pair in pairwise(stems):
                weights[" ".join(pair)] += factor
    return length


def _weigh_tags(weights: dict[str, float], matcher: Matcher, text: Searched) -> tuple[str, ...]:
    mentions: dict[str, None] = {}
    for tag in text.tags:
        weights[tag] += _TAGGED
    for words in (tokens(text.title), tokens(text.body), tokens(text.facts)):
        for span in matcher.spans(words):
            for meaning in span.meanings:
                kind, _, name = meaning.partition(":")
                if kind in ("agency", "term"):
                    weights[f"@{kind}:{name}"] += _MENTIONED
                if kind == "agency":
                    mentions[name] = None
    return tuple(mentions)
