"""Fit the two score cards to the gold pairs and write ``diffing/pairing/weights.py``.

    python -m benchmarks.fit_pairing

Each card is a sum of steps, found one at a time (Newton boosting with one-step trees that may only go up, or
only down for distances). The second look learns from first-look scores of cards that never saw the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.gold import CORPORA, Gold, read_gold
from diffing.pairing.features import Candidates, measure_candidates
from diffing.pairing.neighbours import measure_neighbours
from diffing.pairing.normal import identity_words
from diffing.pairing.scorecard import Card, Measure

FIRST = [
    "words",
    "pairs",
    "pairs_shared",
    "votes_most",
    "votes_least",
    "mutual",
    "in_order",
    "length_ratio",
    "length",
    "heading",
    "words_lead_most",
    "words_lead_least",
    "pairs_lead_most",
    "pairs_lead_least",
]
SECOND = [
    "first_look",
    "beside",
    "both_beside",
    "around",
    "off_chain_most",
    "off_chain_least",
    "share_most",
    "share_least",
    "rival_most",
    "rival_least",
    "heading",
    "in_order",
    "mutual",
    "votes_least",
]
DOWN = {"off_chain_most", "off_chain_least", "rival_most", "rival_least"}
EITHER = {"length", "length_ratio"}
WEIGHT = {"nist-800-53": 0.3}
"""NIST has five times the pairs of the EU acts together and must not drown them."""

ROUNDS, RATE, CALM, LEAST = 150, 0.05, 5.0, 20


@dataclass(slots=True, kw_only=True)
class Case:
    """One document measured, with the truth of each candidate."""

    gold: Gold
    found: Candidates
    truth: np.ndarray
    counted: np.ndarray


def measure(gold: Gold) -> Case:
    """Measure the candidates of one document; nothing is settled beforehand, equal text included."""
    words = ([identity_words(u.text) for u in gold.old], [identity_words(u.text) for u in gold.new])
    found = measure_candidates(gold.old, gold.new, words, (np.arange(len(gold.old)), np.arange(len(gold.new))))
    legs = list(zip(found.i.tolist(), found.j.tolist(), strict=True))
    return Case(
        gold=gold,
        found=found,
        truth=np.array([leg in gold.label for leg in legs]),
        counted=np.array([gold.counts(leg) for leg in legs]),
    )


def fit_looks(cases: Sequence[Case]) -> tuple[Card, Card]:
    """Return both cards fitted to *cases*."""
    unseen: dict[int, np.ndarray] = {}
    for doc_id in sorted({case.gold.doc_id for case in cases}):
        card = _fit(FIRST, [(case, case.found.measures) for case in cases if case.gold.doc_id != doc_id])
        for case in cases:
            if case.gold.doc_id == doc_id:
                unseen[id(case)] = card.score(case.found.measures)
    first = _fit(FIRST, [(case, case.found.measures) for case in cases])
    for case in cases:
        if sum(other.gold.corpus == case.gold.corpus for other in cases) == 1:
            unseen[id(case)] = first.score(case.found.measures)  # no other document like it: only it has headings
    return first, _fit(SECOND, [(case, _all_measures(case, unseen[id(case)])) for case in cases])


def _all_measures(case: Case, likely: np.ndarray) -> dict[str, np.ndarray]:
    nothing = np.zeros(0, dtype=np.int64)
    return case.found.measures | measure_neighbours(case.found, likely, (nothing, nothing))


def _fit(names: Sequence[str], data: Sequence[tuple[Case, dict[str, np.ndarray]]]) -> Card:
    x = np.vstack([np.column_stack([values[n] for n in names])[case.counted] for case, values in data])
    y = np.concatenate([case.truth[case.counted] for case, _ in data]).astype(float)
    w = np.concatenate([np.full(case.counted.sum(), WEIGHT.get(case.gold.corpus, 1.0)) for case, _ in data])
    start, limits, points = _boost(x, y, w, [0 if n in EITHER else -1 if n in DOWN else 1 for n in names])
    measures = [_measure(*each) for each in zip(names, limits, points, strict=True)]
    return Card(start=round(start, 3), measures=tuple(m for m in measures if max(m.points) - min(m.points) >= 0.02))


def _measure(name: str, limits: np.ndarray, points: np.ndarray) -> Measure:
    changes = np.flatnonzero(np.abs(np.diff(points)) > 1e-9)
    return Measure(
        name=name,
        limits=tuple(float(f"{limits[k]:.4g}") for k in changes),
        points=tuple(round(float(points[k]), 3) for k in [*changes, len(points) - 1]),
    )


def _boost(x, y, w, direction):  # type: ignore[no-untyped-def]
    limits = [_limits(x[:, k], y) for k in range(x.shape[1])]
    steps = [np.searchsorted(limits[k], x[:, k], side="left") for k in range(x.shape[1])]
    count = [np.cumsum(np.bincount(s, minlength=len(e) + 1))[:-1] for s, e in zip(steps, limits, strict=True)]
    share = np.average(y, weights=w)
    start = float(np.log(share / (1 - share)))
    total, points = np.full(len(y), start), [np.zeros(len(e) + 1) for e in limits]
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-total))
        slope, curve = w * (y - p), w * p * (1 - p)
        found = [(*_best_step(steps[k], slope, curve, count[k], direction[k]), k) for k in range(x.shape[1])]
        best = max(found, key=lambda step: step[0])
        if best[0] <= 0:
            break
        k = best[4]
        add = np.where(np.arange(len(points[k])) <= best[1], RATE * best[2], RATE * best[3])
        points[k] += add
        total += add[steps[k]]
    return start, limits, points


def _limits(value: np.ndarray, y: np.ndarray) -> np.ndarray:
    every = np.quantile(value, np.linspace(0, 1, 65)[1:-1], method="nearest")
    right = np.quantile(value[y > 0], np.linspace(0.02, 0.98, 31), method="nearest")
    return np.unique(np.concatenate([every, right]))


def _best_step(step, slope, curve, count, direction):  # type: ignore[no-untyped-def]
    if not len(count):
        return -1.0, 0, 0.0, 0.0
    low, low_curve = (np.cumsum(np.bincount(step, v, len(count) + 1))[:-1] for v in (slope, curve))
    all_slope, all_curve = slope.sum(), curve.sum()
    left, right = low / (low_curve + CALM), (all_slope - low) / (all_curve - low_curve + CALM)
    gain = low * left + (all_slope - low) * right - all_slope**2 / (all_curve + CALM)
    allowed = (count >= LEAST) & (count <= len(step) - LEAST) & (direction * (right - left) >= 0)
    gain = np.where(allowed, gain, -1.0)
    at = int(gain.argmax())
    return float(gain[at]), at, float(left[at]), float(right[at])


def write_looks(looks: tuple[Card, Card], target: Path) -> None:
    """Write the cards as a module of constants."""
    lines = [
        '"""Points of both looks, fitted to the gold pairs by ``benchmarks/fit_pairing.py``; do not edit by hand."""',
        "",
        "from __future__ import annotations",
        "",
        "from diffing.pairing.scorecard import Card, Measure",
    ]
    for name, card in zip(("FIRST_LOOK", "SECOND_LOOK"), looks, strict=True):
        lines += ["", f"{name} = Card(", f"    start={card.start},", "    measures=("]
        for m in card.measures:
            lines += ["        Measure(", f'            name="{m.name}",']
            lines += [f"            limits={m.limits},", f"            points={m.points},", "        ),"]
        lines += ["    ),", ")"]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    CASES = [measure(gold) for corpus in CORPORA for gold in read_gold(corpus)]
    write_looks(fit_looks(CASES), Path(__file__).resolve().parents[1] / "diffing" / "pairing" / "weights.py")
