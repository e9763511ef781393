"""Units as sparse vectors of words, word pairs and letters, weighted by rarity.

All counting is done on whole arrays; nothing here loops over pairs of units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The same kind of token runs counted in both documents."""

    old: sp.csr_array
    """One row an old unit: how often each run occurs."""

    new: sp.csr_array
    """One row a new unit, same columns."""

    rarity: Floats
    """Inverse document frequency of each column over the units of both documents."""

    def cosines(self) -> tuple[sp.csr_array, sp.csr_array]:
        """Return both sides as rows of length one, weighted by rarity and damped count."""
        return _unit_rows(self.old, self.rarity), _unit_rows(self.new, self.rarity)

    def shared_rarity(self, i: Ints, j: Ints) -> Floats:
        """Return the rarity of all runs that the two units of each pair share."""
        old, new = _present(self.old), _present(self.new)
        return row_products((old @ sp.diags_array(self.rarity)).tocsr(), new, i, j)

    def total_rarity(self) -> tuple[Floats, Floats]:
        """Return the rarity of all runs of each old and of each new unit."""
        return _present(self.old) @ self.rarity, _present(self.new) @ self.rarity


def count_runs(old: Sequence[Ints], new: Sequence[Ints], length: int) -> Runs:
    """Count every run of *length* tokens in the units of both documents."""
    rows, keys = _windows([*old, *new], length)
    columns, inverse = np.unique(keys, return_inverse=True)
    shape = (len(old) + len(new), max(1, len(columns)))
    counts = sp.csr_array((np.ones(len(rows)), (rows, inverse)), shape=shape)
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=shape[1])
    rarity = np.log((shape[0] + 1) / (frequency + 0.5))
    return Runs(old=counts[: len(old)], new=counts[len(old) :], rarity=rarity)


def number_words(sides: Sequence[Sequence[Sequence[str]]]) -> list[list[Ints]]:
    """Return the words of each unit of each side as numbers, the same number for the same word."""
    known: dict[str, int] = {}
    return [
        [np.array([known.setdefault(w, len(known)) for w in words], dtype=np.int64) for words in units]
        for units in sides
    ]


def row_products(a: sp.csr_array, b: sp.csr_array, i: Ints, j: Ints) -> Floats:
    """Return the product of row ``i[k]`` of *a* with row ``j[k]`` of *b* for every k."""
    result = np.zeros(len(i))
    step = 20_000
    for start in range(0, len(i), step):
        part = slice(start, start + step)
        result[part] = a[i[part]].multiply(b[j[part]]).sum(axis=1)
    return result


def _windows(units: Sequence[Ints], length: int) -> tuple[Ints, NDArray[np.uint64]]:
    """Return row number and key of every run of *length* tokens that stays within one unit."""
    sizes = np.array([len(unit) for unit in units], dtype=np.int64)
    tokens = np.concatenate([*units, np.zeros(0, dtype=np.int64)]).astype(np.uint64)
    owner = np.repeat(np.arange(len(units), dtype=np.int64), sizes)
    count = max(0, len(tokens) - length + 1)
    keys = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        keys = keys * _MIX + (tokens[offset : offset + count] + np.uint64(1))
        keys ^= keys >> np.uint64(29)
    whole = owner[:count] == owner[length - 1 : length - 1 + count]
    return owner[:count][whole], keys[whole]


def _present(counts: sp.csr_array) -> sp.csr_array:
    return sp.csr_array((np.ones_like(counts.data), counts.indices, counts.indptr), shape=counts.shape)


def _unit_rows(counts: sp.csr_array, rarity: Floats) -> sp.csr_array:
    data = (1 + np.log(counts.data)) * rarity[counts.indices]
    weighted = sp.csr_array((data, counts.indices, counts.indptr), shape=counts.shape)
    lengths = np.sqrt(weighted.multiply(weighted).sum(axis=1))
    lengths[lengths == 0] = 1
    return (sp.diags_array(1 / lengths) @ weighted).tocsr()
