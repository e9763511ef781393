"""Score cards: how measures become one probability.

A card gives points for each measure by the step in which its value falls; the sum of the points is the
logarithm of the odds. Steps only go up (or only down, for distances), so more likeness never lowers a
score, and every pair can say which measures spoke for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from diffing.pairing.vectors import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The points that one measure earns."""

    name: str
    """Name of the measure, e.g. ``words``."""

    limits: tuple[float, ...]
    """Where a new step begins, rising; a value at a limit still belongs to the step below."""

    points: tuple[float, ...]
    """Points of each step, one more than limits."""

    def earn(self, value: Floats) -> Floats:
        """Return the points for each value."""
        points: Floats = np.asarray(self.points, dtype=np.float64)
        return points[np.searchsorted(np.asarray(self.limits, dtype=np.float64), value, side="left")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All measures of one look, and where the sum starts."""

    start: float
    """Points that every pair has before anything is measured; low, because most pairs are wrong."""

    measures: tuple[Measure, ...]
    """The measures that count; others are ignored."""

    def score(self, values: Mapping[str, Floats]) -> Floats:
        """Return the probability that each pair is right."""
        points = self.start + sum(measure.earn(values[measure.name]) for measure in self.measures)
        score: Floats = 1 / (1 + np.exp(-np.asarray(points, dtype=np.float64)))
        return score
