"""The whole of pairing, step by step: equal text, candidates, two looks, choice, kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from diffing.pairing.choice import Chosen, choose_pairs
from diffing.pairing.exact import Settled, settle_equal
from diffing.pairing.features import measure_candidates
from diffing.pairing.kinds import name_kinds
from diffing.pairing.model import Pair, PairKind, Unit
from diffing.pairing.neighbours import measure_neighbours
from diffing.pairing.normal import identity_words
from diffing.pairing.scorecard import Card
from diffing.pairing.weights import FIRST_LOOK, SECOND_LOOK

_MIRRORED = {PairKind.SPLIT: PairKind.MERGED, PairKind.MERGED: PairKind.SPLIT}

Keys = list[tuple[str, ...]]
Looks = tuple[Card, Card]


def pair_units(old: Sequence[Unit], new: Sequence[Unit], looks: Looks = (FIRST_LOOK, SECOND_LOOK)) -> tuple[Pair, ...]:
    """Pair each unit of *old* with what it became in *new*.

    A unit can be in several pairs (it was split or joined) or in none (it is gone or new). Pairs come
    in the order of *old*, then *new*. Equal input gives equal output, and swapping the sides gives
    the mirrored pairs: the sides are put in an order of their own first, so no step can favour one.
    *looks* are the two score cards; benchmarks give others to measure them on documents they never saw.

    Example:
        >>> before = [Unit(id="1", text="Keep a record."), Unit(id="2", text="Tell the parents.")]
        >>> after = [Unit(id="a", text="Tell the parents."), Unit(id="b", text="Keep a record.")]
        >>> [(pair.old, pair.new, pair.kind.value) for pair in pair_units(before, after)]
        [(0, 1, 'moved'), (1, 0, 'same')]
    """
    keys = ([identity_words(unit.text) for unit in old], [identity_words(unit.text) for unit in new])
    if _order(old, keys[0]) <= _order(new, keys[1]):
        pairs = _pair(old, new, keys, looks)
    else:
        pairs = [_mirror(pair) for pair in _pair(new, old, (keys[1], keys[0]), looks)]
    return tuple(sorted(pairs, key=lambda pair: (pair.old, pair.new)))


def _order(units: Sequence[Unit], keys: Keys) -> tuple[int, Keys, list[tuple[str, tuple[str, ...]]]]:
    return len(units), keys, [(unit.heading, unit.bearers) for unit in units]


def _mirror(pair: Pair) -> Pair:
    return Pair(
        old=pair.new,
        new=pair.old,
        score=pair.score,
        kind=_MIRRORED.get(pair.kind, pair.kind),
        matched_by=pair.matched_by,
        ambiguous=pair.ambiguous,
    )


def _pair(old: Sequence[Unit], new: Sequence[Unit], keys: tuple[Keys, Keys], looks: Looks) -> list[Pair]:
    settled = settle_equal(*keys)
    chosen = _choose_reworded(old, new, keys, settled, looks)
    legs = [(pair.old, pair.new) for pair in settled] + [(pair.old, pair.new) for pair in chosen]
    equal = {(pair.old, pair.new) for pair in settled}
    kinds = name_kinds(legs, equal, ([len(k) for k in keys[0]], [len(k) for k in keys[1]]))
    facts: list[tuple[float, tuple[str, ...], bool]] = [(1.0, ("same words",), pair.ambiguous) for pair in settled]
    facts += [(pair.score, pair.matched_by, pair.ambiguous) for pair in chosen]
    return [
        Pair(old=i, new=j, score=score, kind=kind, matched_by=reasons, ambiguous=ambiguous)
        for (i, j), kind, (score, reasons, ambiguous) in zip(legs, kinds, facts, strict=True)
    ]


def _choose_reworded(
    old: Sequence[Unit], new: Sequence[Unit], keys: tuple[Keys, Keys], settled: Sequence[Settled], looks: Looks
) -> list[Chosen]:
    """Pair the units that have no equal on the other side."""
    free_old = np.setdiff1d(np.arange(len(old)), [pair.old for pair in settled])
    free_new = np.setdiff1d(np.arange(len(new)), [pair.new for pair in settled])
    if not len(free_old) or not len(free_new):
        return []
    found = measure_candidates(old, new, keys, (free_old, free_new))
    if not len(found.i):
        return []
    likely = looks[0].score(found.measures)
    anchors = (
        np.array([pair.old for pair in settled], dtype=np.int64),
        np.array([pair.new for pair in settled], dtype=np.int64),
    )
    measures = found.measures | measure_neighbours(found, likely, anchors)
    return choose_pairs(replace(found, measures=measures), looks[1].score(measures))
