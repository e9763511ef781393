"""Sentences and points inside units, and which unit of the other side each of them chooses.

A split unit is seldom like any of its parts as a whole, but each of its sentences is like a sentence
of one part. So every sentence votes for the unit that holds the sentence most like it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from diffing.pairing.candidates import keep_rare
from diffing.pairing.normal import bare_words, wording
from diffing.pairing.vectors import Floats, Ints, Runs, count_runs, number_words

_BREAK = re.compile(r"(?<=[.;:!?])\s+|(?<=[.;:])(?=\(|\d{1,2}\.\s)|\s(?=\([A-Za-z0-9]{1,3}\)\s)")
"""Where a sentence or a point ends; also where the space after the stop was lost."""

_LEAST_WORDS = 5
"""A shorter piece joins the one before it: it says too little to vote."""

_ROWS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What the sentences of a pair say about it."""

    old_share: Floats
    """Share of the old unit's words in sentences that chose the new unit, times how alike they are."""

    new_share: Floats
    """The same from the new unit's side."""

    mutual: Floats
    """Likeness of the best two sentences that chose each other, or 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    owner: Ints
    weight: Floats
    words: list[list[str]]


def split_segments(text: str) -> list[list[str]]:
    """Return the wording of each sentence or point of *text*, short ones joined to the one before."""
    parts: list[list[str]] = []
    for piece in _BREAK.split(text):
        words = wording(bare_words(piece))
        if parts and min(len(words), len(parts[-1])) < _LEAST_WORDS:
            parts[-1] = parts[-1] + words
        elif words:
            parts.append(words)
    return parts


def count_votes(old: Sequence[str], new: Sequence[str], i: Ints, j: Ints) -> Votes:
    """Let the sentences of the texts *old* and *new* vote on the pairs ``(i[k], j[k])``."""
    a, b = _side(old), _side(new)
    chosen, likeness, chosen_back, likeness_back = _choices(a, b)
    width = len(new)
    forth = _tally(a, chosen, likeness, len(old), a.owner * width, b.owner)
    back = _tally(b, chosen_back, likeness_back, len(new), b.owner, a.owner * width)
    rows = np.flatnonzero(chosen >= 0)
    rows = rows[chosen_back[chosen[rows]] == rows]
    both = _highest(a.owner[rows] * width + b.owner[chosen[rows]], likeness[rows])
    keys = i * width + j
    return Votes(old_share=_look_up(forth, keys), new_share=_look_up(back, keys), mutual=_look_up(both, keys))


def _side(texts: Sequence[str]) -> _Side:
    pieces = [split_segments(text) for text in texts]
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), [len(each) for each in pieces])
    words = [words for each in pieces for words in each]
    return _Side(owner=owner, weight=np.array([len(w) for w in words], dtype=float), words=words)


def _choices(a: _Side, b: _Side) -> tuple[Ints, Floats, Ints, Floats]:
    ours, theirs = number_words([a.words, b.words])
    single, double = count_runs(ours, theirs, 1), count_runs(ours, theirs, 2)
    both = Runs(
        old=sp.hstack([single.old, double.old]).tocsr(),
        new=sp.hstack([single.new, double.new]).tocsr(),
        rarity=np.concatenate([single.rarity, double.rarity]),
    )
    rows, others = keep_rare(*both.cosines())
    return *_best_in_row(rows, others), *_best_in_row(others, rows)


def _best_in_row(a: sp.csr_array, b: sp.csr_array) -> tuple[Ints, Floats]:
    """Return for each row of *a* the row of *b* most like it (-1 when none) and how alike they are."""
    other = b.T.tocsr()
    best, likeness = np.full(a.shape[0], -1, dtype=np.int64), np.zeros(a.shape[0])
    for start in range(0, a.shape[0], _ROWS_AT_ONCE):
        product = (a[start : start + _ROWS_AT_ONCE] @ other).tocsr()
        filled = np.flatnonzero(np.diff(product.indptr))
        if not len(filled):
            continue
        highest = np.maximum.reduceat(product.data, product.indptr[filled])
        sizes = np.diff(product.indptr)[filled]
        hits = np.flatnonzero(product.data >= np.repeat(highest, sizes) - 1e-9)
        owner = np.repeat(filled, sizes)[hits]
        order = np.lexsort((product.indices[hits], owner))
        first = hits[order[np.flatnonzero(np.diff(owner[order], prepend=-1))]]
        best[filled + start], likeness[filled + start] = product.indices[first], highest
    return best, likeness


def _tally(side: _Side, chosen: Ints, likeness: Floats, size: int, own: Ints, other: Ints) -> tuple[Ints, Floats]:
    """Return the keys of the pairs voted for (*own* of the voter plus *other* of its choice) and their shares."""
    rows = np.flatnonzero(chosen >= 0)
    total = np.maximum(1.0, np.bincount(side.owner, side.weight, minlength=size))
    votes: Ints = own[rows] + other[chosen[rows]]
    keys, inverse = np.unique(votes, return_inverse=True)
    share = side.weight[rows] * likeness[rows] / total[side.owner[rows]]
    return keys, np.bincount(inverse, share, minlength=len(keys)).astype(np.float64)


def _highest(keys: Ints, values: Floats) -> tuple[Ints, Floats]:
    unique, inverse = np.unique(keys, return_inverse=True)
    best = np.zeros(len(unique))
    np.maximum.at(best, inverse, values)
    return unique, best


def _look_up(table: tuple[Ints, Floats], keys: Ints) -> Floats:
    known, values = table
    if not len(known):
        return np.zeros(len(keys))
    place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[place] == keys, values[place], 0.0)
