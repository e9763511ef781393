"""Second look: a pair is likelier beside a likely pair, and less likely beside a likelier rival."""

from __future__ import annotations

import numpy as np

from diffing.pairing.features import Candidates, best_other
from diffing.pairing.vectors import Floats, Ints

_REACH = 4
"""How many units away a neighbour can be."""

_LIKELY = 0.5
"""From here a pair that leads on both sides serves as an anchor."""


def measure_neighbours(found: Candidates, likely: Floats, settled: tuple[Ints, Ints]) -> dict[str, Floats]:
    """Return the measures that need the first look's probabilities *likely*.

    *settled* are pairs known already (equal text); they count as neighbours with certainty.
    """
    i, j = found.i, found.j
    return {
        "first_look": np.log(np.clip(likely, 1e-4, 1 - 1e-4) / np.clip(1 - likely, 1e-4, 1)),
        **_support(found, likely, settled),
        **_chains(found, likely, settled),
        **_shares(likely, i, j, found.size),
    }


def _support(found: Candidates, likely: Floats, settled: tuple[Ints, Ints]) -> dict[str, Floats]:
    width = found.size[1] + 2 * _REACH
    keys = np.concatenate([found.i * width + found.j, settled[0] * width + settled[1]])
    values = np.concatenate([likely, np.ones(len(settled[0]))])
    order = np.argsort(keys, kind="stable")
    keys, values = keys[order], values[order]
    beside, above, below, around = (np.zeros(len(likely)) for _ in range(4))
    here = found.i * width + found.j
    for down in range(-_REACH, _REACH + 1):
        for right in range(-_REACH, _REACH + 1):
            if not down and not right:
                continue
            near = _value_at(keys, values, here + down * width + right)
            around += near * np.exp(-(down * down + right * right) / 8)
            if abs(down) == 1:
                beside = np.maximum(beside, near * _closeness(down, right))
            if (down, right) in ((-1, -1), (-1, -2), (-2, -1)):
                above = np.maximum(above, near * (1.0 if down == right else 0.8))
            if (down, right) in ((1, 1), (1, 2), (2, 1)):
                below = np.maximum(below, near * (1.0 if down == right else 0.8))
    return {"beside": beside, "both_beside": above + below, "around": np.log1p(around)}


def _closeness(down: int, right: int) -> float:
    if not right:
        return 0.7
    if (right > 0) != (down > 0):
        return 0.4
    return 1.0 if abs(right - down) <= 1 else 0.8


def _value_at(keys: Ints, values: Floats, wanted: Ints) -> Floats:
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], 0.0)


def _chains(found: Candidates, likely: Floats, settled: tuple[Ints, Ints]) -> dict[str, Floats]:
    """Return how far a pair is from where the nearest anchors would put it, seen from both sides."""
    i, j = found.i, found.j
    leads = (likely >= best_other(likely, i, found.size[0])) & (likely >= best_other(likely, j, found.size[1]))
    anchor = leads & (likely > _LIKELY)
    a, b = np.concatenate([i[anchor], settled[0]]), np.concatenate([j[anchor], settled[1]])
    forth, back = _off_chain(i, j, a, b), _off_chain(j, i, b, a)
    return {"off_chain_most": np.maximum(forth, back), "off_chain_least": np.minimum(forth, back)}


def _off_chain(i: Ints, j: Ints, a: Ints, b: Ints) -> Floats:
    far = np.full(len(i), 3.0)
    if not len(a):
        return far
    order = np.lexsort((b, a))
    a, b = a[order], b[order]
    before, after = np.searchsorted(a, i, side="left") - 1, np.searchsorted(a, i, side="right")
    for place in (before - 1, before, after, after + 1):
        known = (place >= 0) & (place < len(a))
        at = np.clip(place, 0, len(a) - 1)
        step = np.abs(a[at] - i)
        off = np.abs(b[at] + i - a[at] - j)
        far = np.where(known, np.minimum(far, np.log1p(off - np.minimum(step, off) / 2)), far)
    return far


def _shares(likely: Floats, i: Ints, j: Ints, size: tuple[int, int]) -> dict[str, Floats]:
    old, new = likely / np.bincount(i, likely, size[0])[i], likely / np.bincount(j, likely, size[1])[j]
    by_old, by_new = best_other(likely, i, size[0]), best_other(likely, j, size[1])
    return {
        "share_most": np.maximum(old, new),
        "share_least": np.minimum(old, new),
        "rival_most": np.maximum(by_old, by_new),
        "rival_least": np.minimum(by_old, by_new),
    }
