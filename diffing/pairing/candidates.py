"""Which pairs are looked at: a few for each unit, found through its rarest words.

Comparing all with all is never done. A word that stands in very many units finds nothing and costs
much, so it is left out here (it still counts when a candidate is scored). Units near the same place
are always candidates, because a short or rewritten unit may share no rare word at all.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from diffing.pairing.vectors import Ints

MOST_PRODUCTS = 20_000_000
"""How many meetings of a word on both sides are worth looking at; the rarest words come first."""

NEAREST = 20
"""Candidates kept for each unit of either side, best first."""

PLACES = 2
"""Units this near to the same relative place are candidates whatever they say."""

LEAST_LIKENESS = 0.04
"""A cosine this low finds no candidate."""

_ROWS_AT_ONCE = 1_000


def find_candidates(old: sp.csr_array, new: sp.csr_array, free_old: Ints, free_new: Ints) -> tuple[Ints, Ints]:
    """Return the pairs worth scoring as two arrays of equal length, sorted by old, then new.

    *old* and *new* are rows of length one; only the units in *free_old* and *free_new* take part.
    """
    keys = np.unique(
        np.concatenate([*_by_words(old, new, free_old, free_new), _by_place(old, new, free_old, free_new)])
    )
    return keys // new.shape[0], keys % new.shape[0]


def _by_words(old: sp.csr_array, new: sp.csr_array, free_old: Ints, free_new: Ints) -> list[Ints]:
    a, b = keep_rare(old[free_old], new[free_new])
    width = new.shape[0]
    found = [free_old[i] * width + free_new[j] for i, j in best_columns(a, b, NEAREST)]
    found += [free_old[i] * width + free_new[j] for j, i in best_columns(b, a, NEAREST)]
    return found


def keep_rare(a: sp.csr_array, b: sp.csr_array) -> tuple[sp.csr_array, sp.csr_array]:
    """Return both without the commonest columns, so that their product stays affordable."""
    use = [np.bincount(side.indices, minlength=a.shape[1]).astype(np.int64) for side in (a, b)]
    spread = np.maximum(*use)
    cost = np.cumsum(np.bincount(spread, use[0] * use[1]))
    is_rare = spread <= np.searchsorted(cost, MOST_PRODUCTS, side="right") - 1
    number = np.where(is_rare, np.cumsum(is_rare) - 1, -1)
    return _keep_columns(a, number), _keep_columns(b, number)


def _keep_columns(rows: sp.csr_array, number: Ints) -> sp.csr_array:
    column = number[rows.indices]
    kept = column >= 0
    starts = np.concatenate([[0], np.cumsum(kept)])[rows.indptr]
    return sp.csr_array(
        (rows.data[kept], column[kept], starts), shape=(rows.shape[0], max(1, number.max(initial=0) + 1))
    )


def best_columns(a: sp.csr_array, b: sp.csr_array, most: int) -> list[tuple[Ints, Ints]]:
    """Return row and column numbers of the *most* highest products of each row of *a* with *b*."""
    other, found = b.T.tocsr(), []
    for start in range(0, a.shape[0], _ROWS_AT_ONCE):
        product = (a[start : start + _ROWS_AT_ONCE] @ other).tocsr()
        kept = np.flatnonzero(product.data > LEAST_LIKENESS)
        rows = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))[kept]
        columns, likeness = product.indices[kept], np.round(product.data[kept], 9)
        order = np.lexsort((columns, -likeness, rows))
        begin = np.searchsorted(rows, np.arange(product.shape[0]))
        best = order[np.arange(len(order)) - begin[rows[order]] < most]
        found.append((rows[best].astype(np.int64) + start, columns[best].astype(np.int64)))
    return found


def _by_place(old: sp.csr_array, new: sp.csr_array, free_old: Ints, free_new: Ints) -> Ints:
    if not len(free_old) or not len(free_new):
        return np.zeros(0, dtype=np.int64)
    centre = ((free_old + 0.5) / old.shape[0] * new.shape[0]).astype(np.int64)
    near = np.searchsorted(free_new, centre)[:, None] + np.arange(-PLACES, PLACES + 1)[None, :]
    near = np.clip(near, 0, len(free_new) - 1)
    keys: Ints = (free_old[:, None] * new.shape[0] + free_new[near]).ravel()
    return keys
