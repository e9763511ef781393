"""Read the gold pairs beside the repository and score predictions as ``score.py`` there does."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from diffing.pairing import Unit

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "alignment"
CORPORA = ("eu-articles", "eu-units", "nist-800-53")

Leg = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One document with its gold pairs."""

    corpus: str
    doc_id: str
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    label: dict[Leg, str]
    ignored: frozenset[Leg]
    known_old: frozenset[int] | None
    known_new: frozenset[int] | None

    def counts(self, leg: Leg) -> bool:
        """Whether a predicted leg is right or wrong, rather than neither."""
        outside = self.known_old is not None and self.known_new is not None
        outside = outside and leg[0] not in self.known_old and leg[1] not in self.known_new  # type: ignore[operator]
        return leg in self.label or (leg not in self.ignored and not outside)


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed pairs, and found and all by label."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    labels: dict[str, list[int]] | None = None

    def add(self, gold: Gold, legs: Iterable[Leg]) -> None:
        """Count the predicted *legs* of one document."""
        self.labels = self.labels if self.labels is not None else defaultdict(lambda: [0, 0])
        counted = {leg for leg in legs if gold.counts(leg)}
        self.right += len(counted & set(gold.label))
        self.wrong += len(counted - set(gold.label))
        self.missed += len(set(gold.label) - counted)
        for leg, label in gold.label.items():
            self.labels[label][0] += leg in counted
            self.labels[label][1] += 1

    def row(self) -> dict[str, object]:
        """Return the figures as plain data, rounded."""
        right, wrong, missed = self.right, self.wrong, self.missed
        return {
            "precision": round(right / max(1, right + wrong), 3),
            "recall": round(right / max(1, right + missed), 3),
            "f1": round(2 * right / max(1, 2 * right + wrong + missed), 3),
            "recall_by_label": {k: [v[0], v[1]] for k, v in sorted((self.labels or {}).items())},
        }


def read_gold(corpus: str) -> list[Gold]:
    """Return the documents of one corpus, in file order."""
    lines = (FOLDER / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_document(corpus, json.loads(line)) for line in lines]


def _document(corpus: str, row: dict) -> Gold:  # type: ignore[type-arg]
    sides = [
        tuple(Unit(id=u["id"], text=u["text"], heading=u.get("heading") or u.get("title") or "") for u in row[side])
        for side in ("old", "new")
    ]
    return Gold(
        corpus=corpus,
        doc_id=row["doc_id"],
        old=sides[0],
        new=sides[1],
        label={(g["old"], g["new"]): g.get("label", "pair") for g in row["gold"]},
        ignored=frozenset((a, b) for a, b in row.get("ignore", [])),
        known_old=frozenset(row["old_eval"]) if "old_eval" in row else None,
        known_new=frozenset(row["new_eval"]) if "new_eval" in row else None,
    )
