"""Score pairing and plain methods on the gold pairs, by corpus, act and kind.

    python -m benchmarks.pairing

Prints a table and writes ``benchmarks/results/pairing.json``. "held out" rows use cards fitted without the act
that is scored; "shipped" rows use the cards of the package, which have seen these documents.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.fit_pairing import Case, fit_looks, measure
from benchmarks.gold import CORPORA, Gold, Leg, Tally, read_gold
from diffing.pairing import engine
from diffing.pairing.scorecard import Card

RESULTS = Path(__file__).resolve().parent / "results" / "pairing.json"


def by_difflib(gold: Gold) -> set[Leg]:
    """Align equal paragraphs as a line diff does; replaced runs of equal length pair in order."""
    ours, theirs = ([" ".join(u.text.split()) for u in side] for side in (gold.old, gold.new))
    legs: set[Leg] = set()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            legs |= set(zip(range(a, b), range(c, d), strict=True))
    return legs


def by_rapidfuzz(gold: Gold) -> set[Leg]:
    """Take the best token_set_ratio of all, then the next, each unit once, down to 60."""
    from rapidfuzz import fuzz, process, utils

    ours, theirs = ([utils.default_process(u.text) for u in side] for side in (gold.old, gold.new))
    score = process.cdist(ours, theirs, scorer=fuzz.token_set_ratio, workers=1)
    order = np.argsort(-score, axis=None, kind="stable")
    used: tuple[set[int], set[int]] = (set(), set())
    legs: set[Leg] = set()
    for i, j in zip(*np.unravel_index(order, score.shape), strict=True):
        if score[i, j] < 60:
            break
        if i not in used[0] and j not in used[1]:
            legs.add((int(i), int(j)))
            used[0].add(i)
            used[1].add(j)
    return legs


def by_assignment(gold: Gold) -> set[Leg]:
    """Assign one to one by TF-IDF cosine of plain words, down to 0.3."""
    import re

    from scipy.optimize import linear_sum_assignment

    from diffing.pairing.vectors import count_runs, number_words

    words = [[re.findall(r"\w+", u.text.lower()) for u in side] for side in (gold.old, gold.new)]
    a, b = count_runs(*number_words(words), 1).cosines()
    score = (a @ b.T).toarray()
    return {(int(i), int(j)) for i, j in zip(*linear_sum_assignment(-score), strict=True) if score[i, j] >= 0.3}


def by_engine(gold: Gold) -> set[Leg]:
    """Pair with the package as it ships."""
    return {(pair.old, pair.new) for pair in engine.pair_units(gold.old, gold.new)}


def fit_without(cases: list[Case]) -> dict[str, tuple[Card, Card]]:
    """Return for each act the cards fitted on all the others."""
    return {
        doc_id: fit_looks([case for case in cases if case.gold.doc_id != doc_id])
        for doc_id in sorted({case.gold.doc_id for case in cases})
    }


def held_out(looks: dict[str, tuple[Card, Card]]) -> Callable[[Gold], set[Leg]]:
    """Return a method that pairs each document with cards fitted without it."""
    return lambda gold: {(pair.old, pair.new) for pair in engine.pair_units(gold.old, gold.new, looks[gold.doc_id])}


def worst_errors(golds: list[Gold], looks: dict[str, tuple[Card, Card]], most: int) -> list[dict[str, object]]:
    """Return the surest wrong pairs of held-out documents, surest first."""
    wrong: list[tuple[float, dict[str, object]]] = []
    for gold in golds:
        for pair in engine.pair_units(gold.old, gold.new, looks[gold.doc_id]):
            leg = (pair.old, pair.new)
            if leg not in gold.label and gold.counts(leg):
                old, new = gold.old[pair.old], gold.new[pair.new]
                row = {"corpus": gold.corpus, "doc_id": gold.doc_id, "old": old.id, "new": new.id, "score": pair.score}
                row |= {"old_text": old.text[:160], "new_text": new.text[:160], "matched_by": list(pair.matched_by)}
                row["gold_of_old"] = [gold.new[j].id for i, j in gold.label if i == pair.old]
                row["gold_of_new"] = [gold.old[i].id for i, j in gold.label if j == pair.new]
                wrong.append((pair.score, row))
    return [row for _, row in sorted(wrong, key=lambda each: -each[0])[:most]]


def main() -> None:
    """Score every method on every corpus."""
    golds = {corpus: read_gold(corpus) for corpus in CORPORA}
    cases = [measure(gold) for corpus in CORPORA for gold in golds[corpus]]
    looks = fit_without(cases)
    methods = {
        "difflib": by_difflib,
        "rapidfuzz greedy": by_rapidfuzz,
        "TF-IDF + assignment": by_assignment,
        "this engine, held out": held_out(looks),
        "this engine, shipped": by_engine,
    }
    rows = []
    for corpus, documents in golds.items():
        for name, method in methods.items():
            total, acts = Tally(), {}
            for gold in documents:
                legs = method(gold)
                total.add(gold, legs)
                alone = Tally()
                alone.add(gold, legs)
                acts[gold.doc_id] = alone.row()["f1"]
            row = {"corpus": corpus, "method": name, **total.row(), "f1_by_act": acts}
            rows.append(row)
            _print(row)
    RESULTS.parent.mkdir(exist_ok=True)
    worst = worst_errors([gold for corpus in CORPORA for gold in golds[corpus]], looks, 20)
    RESULTS.write_text(json.dumps({"rows": rows, "worst": worst}, indent=1) + "\n", encoding="utf-8")


def _print(row: dict[str, object]) -> None:
    labels: dict[str, list[int]] = row["recall_by_label"]  # type: ignore[assignment]
    recall = "  ".join(f"{k} {hit / n:.2f} ({n})" for k, (hit, n) in labels.items())
    figures = f"P {row['precision']:.3f} R {row['recall']:.3f} F1 {row['f1']:.3f}"
    print(f"{row['corpus']:12} {row['method']:22} {figures}  {recall}")
    print(f"{'':36}by act {list(row['f1_by_act'].values())}")  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
