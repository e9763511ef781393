"""How much a record tells about a question: words first, then what sort of record answers what sort of question."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from diffing.asking.index import Index
from diffing.asking.lexicon import INTENT_WORDS, KIND_WORDS, SYNONYMS
from diffing.asking.question import Intent, Reading
from diffing.asking.records import RecordKind
from diffing.asking.words import stem
from kb.base import KnowledgeBase

PAIR, SYNONYM, HELPFUL, TOPIC, TERM, HEIR, AGENCY = 0.6, 0.4, 0.25, 0.5, 1.2, 0.5, 0.8
"""Weights of a pair of words, a stand-in, a helpful word, a topic, a term, its successor, an agency; a word has 1."""

SUITS: dict[Intent, dict[RecordKind, float]] = {
    Intent.WHAT_CHANGED: {
        RecordKind.ANNOUNCED: 1.7,
        RecordKind.COMPARED: 1.1,
        RecordKind.PROVISION: 0.3,
        RecordKind.TERM: 0.4,
    },
    Intent.DUTIES_NOW: {RecordKind.PROVISION: 1.3, RecordKind.ANNOUNCED: 0.8, RecordKind.COMPARED: 0.6},
    Intent.WHO_DOES: {RecordKind.PROVISION: 1.2, RecordKind.ANNOUNCED: 1.0, RecordKind.AGENCY: 0.9},
    Intent.HOW_LONG: {
        RecordKind.PROVISION: 1.2,
        RecordKind.ANNOUNCED: 1.2,
        RecordKind.NOTE: 1.0,
        RecordKind.DISPUTE: 0.8,
    },
    Intent.WHAT_REPLACED: {
        RecordKind.ANNOUNCED: 1.2,
        RecordKind.TERM: 1.2,
        RecordKind.AGENCY: 1.1,
        RecordKind.NOTE: 1.2,
        RecordKind.EDITION: 1.2,
    },
    Intent.IS_IT_STILL: {RecordKind.ANNOUNCED: 1.2, RecordKind.TERM: 1.1, RecordKind.PROVISION: 1.0},
    Intent.HISTORY: {RecordKind.ANNOUNCED: 1.2, RecordKind.PROVISION: 1.1, RecordKind.TERM: 1.0},
    Intent.DEFINE: {RecordKind.TERM: 1.5, RecordKind.PROVISION: 1.0, RecordKind.NOTE: 0.9},
    Intent.COMPARE_TWO: {RecordKind.ANNOUNCED: 1.1, RecordKind.TERM: 1.2, RecordKind.PROVISION: 1.1},
    Intent.LIST_EDITIONS: {RecordKind.EDITION: 2.0, RecordKind.DISPUTE: 1.5},
    Intent.SEARCH: {RecordKind.ANNOUNCED: 1.1, RecordKind.PROVISION: 1.1, RecordKind.NOTE: 1.0},
}
"""How well each kind of record answers each sort of question; what is not listed counts as in :data:`_OTHERWISE`."""

_OTHERWISE = {
    RecordKind.ANNOUNCED: 0.9,
    RecordKind.COMPARED: 0.7,
    RecordKind.PROVISION: 0.9,
    RecordKind.NOTE: 0.7,
    RecordKind.CHAPTER: 0.5,
    RecordKind.TERM: 0.75,
    RecordKind.DISPUTE: 0.6,
    RecordKind.EDITION: 0.6,
    RecordKind.AGENCY: 0.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing a question looks for: a word, or words that name something together."""

    keys: tuple[str, ...]
    """Keys of the index that show it wholly: tags of the agencies, terms and chapters that are named."""

    topics: tuple[str, ...]
    """Keys that show it in part: tags of topics that are named beside something else."""

    stems: tuple[str, ...]
    """Stems of its words."""

    rarity: float
    """How much it tells that a record has it."""


def suits(intent: Intent, kind: RecordKind) -> float:
    """How well a record of *kind* answers a question that asks for *intent*."""
    return SUITS[intent].get(kind, _OTHERWISE[kind])


def concepts_of(index: Index, reading: Reading) -> tuple[Concept, ...]:
    """What the question looks for, in its own order."""
    found: list[Concept] = []
    named: set[str] = set()
    for placed in reading.placed:
        stems = tuple(dict.fromkeys(stem(word) for word in placed.words.split() if word in reading.words))
        named.update(stems)
        keys = tuple(f"@{meaning.replace('unsure:', 'agency:')}" for meaning in placed.meanings)
        topics = tuple(key for key in keys if key.startswith("@topic:"))
        keys = tuple(key for key in keys if key not in topics) or topics
        if stems:
            found.append(Concept(keys=keys, topics=topics, stems=stems, rarity=_rarity(index, stems)))
    for word in reading.words:
        each = stem(word)
        if each not in named:
            named.add(each)
            found.append(Concept(keys=(), topics=(), stems=(each,), rarity=_rarity(index, (each,))))
    return tuple(found)


def _rarity(index: Index, stems: tuple[str, ...]) -> float:
    rarest: float = min(max(map(index.rarity, stems)), RAREST)
    return rarest * math.sqrt(rarest)


RAREST = 6.0
"""Most that one thing counts for: else a single word that no record has would outweigh all the others."""


def relevance(index: Index, base: KnowledgeBase, reading: Reading) -> dict[int, float]:
    """Every record that has something the question looks for, with how much."""
    scores: dict[int, float] = {}
    for key, weight in _keys(base, reading).items():
        factor = weight * index.rarity(key)
        for place, fit in index.places(key).items():
            scores[place] = scores.get(place, 0.0) + factor * fit
    return scores


def coverage(index: Index, concepts: tuple[Concept, ...]) -> dict[int, float]:
    """How much of what the question looks for each record has; rare things count for more.

    1 is all of it. A long question is taken to look for no more than its :data:`ENOUGH` rarest things, so that telling
    the whole case does not make an answer harder to find; it can then be above 1.
    """
    total = sum(sorted((each.rarity for each in concepts), reverse=True)[:ENOUGH])
    rarest = max(concepts, key=lambda each: each.rarity)
    covered: dict[int, float] = {}
    with_rarest: set[int] = set()
    for each in concepts:
        parts: dict[int, float] = {}
        for one in each.stems:
            for place in index.having(one):
                parts[place] = parts.get(place, 0.0) + 1 / len(each.stems)
            for other in synonyms().get(one, ()):
                for place in index.having(other):
                    parts[place] = max(parts.get(place, 0.0), 0.4 / len(each.stems))
        for key in each.topics:
            for place in index.having(key):
                parts[place] = max(parts.get(place, 0.0), FILED)
        for key in each.keys:
            for place in index.having(key):
                parts[place] = 1.0
        for place, part in parts.items():
            covered[place] = covered.get(place, 0.0) + min(part, 1.0) * each.rarity / total
        if each is rarest:
            with_rarest.update(parts)
    if len(concepts) > ENOUGH:
        return covered
    return {place: part if place in with_rarest else part * WITHOUT_RAREST for place, part in covered.items()}


WITHOUT_RAREST = 0.87
"""What a record keeps of its part when it has nothing of the rarest thing that a short question looks for."""

FILED = 0.6
"""How far a record has what is looked for when it is only filed under its topic."""

ENOUGH = 4
"""How many of the things that a question looks for an answer has to be measured by."""


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """For each stem the stems that can stand in for it."""
    found: dict[str, list[str]] = {}
    for line in SYNONYMS:
        group = [stem(word) for word in line.split()]
        for each in group:
            found.setdefault(each, []).extend(other for other in group if other != each)
    return {each: tuple(dict.fromkeys(others)) for each, others in found.items()}


def _keys(base: KnowledgeBase, reading: Reading) -> dict[str, float]:
    """The keys to look up, each with its weight."""
    stems = list(dict.fromkeys(stem(word) for word in reading.words))
    keys = dict.fromkeys(stems, 1.0)
    for pair in pairwise(stems):
        keys[" ".join(pair)] = PAIR
    for each in stems:
        for other in synonyms().get(each, ()):
            keys.setdefault(other, SYNONYM)
    helpful = [INTENT_WORDS.get(reading.intent.value, ""), *(KIND_WORDS.get(kind, kind) for kind in reading.kinds)]
    for word in " ".join(helpful).split():
        keys.setdefault(stem(word), HELPFUL)
    _add(keys, (f"@topic:{name}" for name in reading.topics), TOPIC)
    alone = (each.meanings for each in reading.placed if all(meaning.startswith("topic:") for meaning in each.meanings))
    _add(keys, (f"@{meaning}" for meanings in alone for meaning in meanings), TERM)
    _add(keys, (f"@chapter:{number}" for number in reading.chapters), 2.0)
    _add(keys, (f"@term:{name}" for name in reading.terms), TERM)
    heirs = (step.id for name in reading.terms for step in base.term(name).replaced_by)
    _add(keys, (f"@term:{name}" for name in heirs), HEIR)
    _add(keys, (f"@agency:{name}" for name in reading.agencies if name not in reading.unsure), AGENCY)
    _add(keys, (f"@agency:{name}" for name in reading.unsure), AGENCY / 2)
    return keys


def _add(keys: dict[str, float], names: Iterable[str], weight: float) -> None:
    for name in names:
        keys[name] = max(keys.get(name, 0.0), weight)
