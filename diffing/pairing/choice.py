"""Which candidates become pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diffing.pairing.features import Candidates, best_other
from diffing.pairing.vectors import Floats

LEAST_SCORE = 0.4
"""A pair less sure than this is not made: a missed pair is shown as two single units, a wrong one misleads."""

BEARER_ODDS = 1.5
"""A bearer in common raises the odds by this; set by hand, because no gold pairs name bearers."""

HELD = 0.75
"""Share of a unit's word pairs, by rarity, that must stand in another unit to count as part of it."""

HELD_WORDS = 6
"""A unit with fewer words than this is too short to be known by its cover."""

HELD_SCORE = 0.7
"""Score of a pair made by cover alone; of six such pairs in held-out gold four were right."""

TOO_CLOSE = 0.03
"""A rival this near in score makes a pair ambiguous."""

_REASONS = (
    ("wording", "words", 0.35),
    ("word order", "pairs", 0.25),
    ("shared sentence", "mutual", 0.35),
    ("heading", "heading", 0.7),
    ("rare words", "pairs_shared", 3.5),
    ("neighbours", "beside", 0.5),
    ("bearers", "bearers", 1.0),
    ("cover", "held", 0.6),
)
"""What to call a measure and from where it counts as a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One pair made, without its kind."""

    old: int
    """Place of the old unit."""

    new: int
    """Place of the new unit."""

    score: float
    """Probability that the pair is right."""

    matched_by: tuple[str, ...]
    """Reasons, strongest first."""

    ambiguous: bool
    """True when a rival that was not taken is as likely."""


def choose_pairs(found: Candidates, score: Floats) -> list[Chosen]:
    """Return the candidates that are sure enough, in the order of the candidates."""
    score = np.maximum(score, np.where(_is_held(found, score), HELD_SCORE, 0.0))
    odds = score / (1 - score) * BEARER_ODDS ** found.measures["bearers"]
    score = odds / (1 + odds)
    taken = score >= LEAST_SCORE
    left_out = np.where(taken, 0.0, score)
    rival = np.maximum(best_other(left_out, found.i, found.size[0]), best_other(left_out, found.j, found.size[1]))
    return [
        Chosen(
            old=int(found.i[k]),
            new=int(found.j[k]),
            score=round(float(score[k]), 4),
            matched_by=_reasons(found, int(k)),
            ambiguous=bool(score[k] - rival[k] < TOO_CLOSE),
        )
        for k in np.flatnonzero(taken)
    ]


def _is_held(found: Candidates, score: Floats) -> NDArray[np.bool_]:
    """Find units without a pair of their own that stand almost whole inside a longer unit.

    A short part of a divided unit shares too little of the whole to look like it, so cover decides:
    nearly all of the part's word pairs, in the unit that holds most of them.
    """
    held, words = found.measures["held"], np.expm1(found.measures["length"])
    is_old = found.old_is_shorter
    unit = np.where(is_old, found.i, found.size[0] + found.j)
    every = found.size[0] + found.size[1]
    best = np.zeros(every)
    np.maximum.at(best, found.i, score)
    np.maximum.at(best, found.size[0] + found.j, score)
    most = np.zeros(every)
    np.maximum.at(most, unit, held)
    result: NDArray[np.bool_] = (
        (held >= HELD) & (words >= HELD_WORDS) & (held == most[unit]) & (best[unit] < LEAST_SCORE)
    )
    return result


def _reasons(found: Candidates, k: int) -> tuple[str, ...]:
    values = [(name, float(found.measures[measure][k]) / least) for name, measure, least in _REASONS]
    strong = sorted((pair for pair in values if pair[1] >= 1), key=lambda pair: -pair[1])
    return tuple(name for name, _ in strong) or ("best of few",)
