"""First look: what the two units of a candidate pair have in common, as one column a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffing.pairing.candidates import find_candidates
from diffing.pairing.model import Unit
from diffing.pairing.normal import bare_words, wording
from diffing.pairing.segments import count_votes
from diffing.pairing.vectors import Floats, Ints, count_runs, number_words, row_products

Words = Sequence[Sequence[str]]

_FIRST_WORDS = 10
"""How a unit begins: long enough for a heading run into the text."""

_MOST_WORDS = 3_000
"""Word order is compared up to here; one endless paragraph must not stop the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Candidate pairs and what was measured on each."""

    i: Ints
    """Old unit of each candidate."""

    j: Ints
    """New unit of each candidate."""

    size: tuple[int, int]
    """Number of old and of new units."""

    old_is_shorter: NDArray[np.bool_]
    """Whether the old unit of each candidate has fewer words than the new one."""

    measures: dict[str, Floats]
    """Name of a measure to its value for every candidate; larger means more alike, but for distances."""


def measure_candidates(
    old: Sequence[Unit], new: Sequence[Unit], words: tuple[Words, Words], free: tuple[Ints, Ints]
) -> Candidates:
    """Find the candidates among the *free* units and measure each; *words* are all words of each unit."""
    ours, theirs = number_words([_with_headings(*side) for side in ((old, words[0]), (new, words[1]))])
    single, double = count_runs(ours, theirs, 1), count_runs(ours, theirs, 2)
    a, b = single.cosines()
    i, j = find_candidates(a, b, *free)
    found: dict[str, Floats] = {"words": row_products(a, b, i, j), "pairs": row_products(*double.cosines(), i, j)}
    shared, (of_old, of_new) = double.shared_rarity(i, j), double.total_rarity()
    found["pairs_shared"] = np.log1p(shared)
    found["held"] = shared / np.maximum(np.minimum(of_old[i], of_new[j]), 1e-9)
    votes = count_votes([unit.text for unit in old], [unit.text for unit in new], i, j)
    found["votes_most"] = np.maximum(votes.old_share, votes.new_share)
    found["votes_least"] = np.minimum(votes.old_share, votes.new_share)
    found["mutual"] = votes.mutual
    found |= _sequences(ours, theirs, i, j)
    found |= {"heading": _headings(old, new, i, j), "bearers": _bearers(old, new, i, j)}
    for name in ("words", "pairs"):
        found |= _rivals(name, found[name], i, j, (len(old), len(new)))
    count_old, count_new = (np.array([len(unit) for unit in side]) for side in (ours, theirs))
    shorter = count_old[i] < count_new[j]
    return Candidates(i=i, j=j, size=(len(old), len(new)), old_is_shorter=shorter, measures=found)


def _with_headings(units: Sequence[Unit], words: Words) -> list[list[str]]:
    """Return the wording of each unit, its heading first: a heading often says what a terse text leaves out."""
    return [wording([*bare_words(unit.heading), *each]) for unit, each in zip(units, words, strict=True)]


def _sequences(old: list[Ints], new: list[Ints], i: Ints, j: Ints) -> dict[str, Floats]:
    """Return the measures that need the order of words."""
    from rapidfuzz.distance import Indel, LCSseq

    ours, theirs = ([unit[:_MOST_WORDS].tolist() for unit in side] for side in (old, new))
    common = np.array([LCSseq.similarity(ours[x], theirs[y]) for x, y in zip(i, j, strict=True)], dtype=float)
    start = [
        Indel.normalized_similarity(ours[x][:_FIRST_WORDS], theirs[y][:_FIRST_WORDS]) for x, y in zip(i, j, strict=True)
    ]
    a, b = (np.array([len(unit) for unit in side], dtype=float) for side in (ours, theirs))
    return {
        "in_order": common / np.maximum(1, np.minimum(a[i], b[j])),
        "beginning": np.array(start, dtype=float),
        "length_ratio": np.abs(np.log((a[i] + 1) / (b[j] + 1))),
        "length": np.log1p(np.minimum(a[i], b[j])),
    }


def _headings(old: Sequence[Unit], new: Sequence[Unit], i: Ints, j: Ints) -> Floats:
    from rapidfuzz.distance import Indel

    ours, theirs = ([wording(bare_words(unit.heading)) for unit in side] for side in (old, new))
    return np.array(
        [
            Indel.normalized_similarity(ours[x], theirs[y]) if ours[x] and theirs[y] else 0.0
            for x, y in zip(i, j, strict=True)
        ],
        dtype=float,
    )


def _bearers(old: Sequence[Unit], new: Sequence[Unit], i: Ints, j: Ints) -> Floats:
    """Return 1 where both units name a bearer in common; no bearer in common says nothing (bodies are replaced)."""
    ours, theirs = ([frozenset(unit.bearers) for unit in side] for side in (old, new))
    return np.array([float(bool(ours[x] & theirs[y])) for x, y in zip(i.tolist(), j.tolist(), strict=True)])


def _rivals(name: str, value: Floats, i: Ints, j: Ints, size: tuple[int, int]) -> dict[str, Floats]:
    """Return by how much a pair leads the best other pair of its old and of its new unit."""
    old, new = value - best_other(value, i, size[0]), value - best_other(value, j, size[1])
    return {f"{name}_lead_most": np.maximum(old, new), f"{name}_lead_least": np.minimum(old, new)}


def best_other(value: Floats, unit: Ints, size: int) -> Floats:
    """Return for each pair the highest value among the other pairs of the same unit, or 0."""
    first, second, holder = np.zeros(size), np.zeros(size), np.full(size, -1, dtype=np.int64)
    order = np.lexsort((np.arange(len(value)), value, unit))
    ends = np.flatnonzero(np.diff(unit[order], append=-1))
    first[unit[order[ends]]], holder[unit[order[ends]]] = value[order[ends]], order[ends]
    before = ends[(ends > 0)] - 1
    has = unit[order[before]] == unit[order[before + 1]]
    second[unit[order[before[has]]]] = value[order[before[has]]]
    return np.where(holder[unit] == np.arange(len(value)), second[unit], first[unit])
