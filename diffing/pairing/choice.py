"""Which candidates become pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffing.pairing.features import Candidates, best_other
from diffing.pairing.vectors import Floats

LEAST_SCORE = 0.4
"""A pair less sure than this is not made: a missed pair is shown as two single units, a wrong one misleads."""

BEARER_ODDS = 1.5
"""A bearer in common raises the odds by this; set by hand, because no gold pairs name bearers."""

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


def _reasons(found: Candidates, k: int) -> tuple[str, ...]:
    values = [(name, float(found.measures[measure][k]) / least) for name, measure, least in _REASONS]
    strong = sorted((pair for pair in values if pair[1] >= 1), key=lambda pair: -pair[1])
    return tuple(name for name, _ in strong) or ("best of few",)
