"""How well the pairing finds the corpus's own asserted links when they are hidden from it.

    python -m benchmarks.corpus_links

For every neighbouring step of issued editions, the standing provisions of both sides are paired as leftovers are, and
held against the asserted ties. Prints and writes `results/corpus-links.json`: how many links there are, how many the
program would find by itself, and how many of its ties no editor asserts. Since the corpus is in our own words and
most of its chapters are partly covered, a tie that nobody asserts need not be wrong, and few links share wording.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from diffing.compiled import load
from diffing.ties import asserted_ties, computed_ties, standing

RESULTS = Path(__file__).parent / "results" / "corpus-links.json"


def main() -> None:
    """Measure, print and write."""
    base = load().base
    issued = [edition.id for edition in base.issued]
    rows = []
    for before, after in pairwise(issued):
        old, new = standing(base, before), standing(base, after)
        ids = {each.id for each in (*old, *new)}
        asserted = {(t.old, t.new) for t in asserted_ties(base, before, after) if {t.old, t.new} <= ids}
        computed = {(t.old, t.new) for t in computed_ties(base, old, new)}
        rows.append(
            {
                "step": f"{before}-{after}",
                "asserted": len(asserted),
                "found": len(asserted & computed),
                "not asserted": len(computed - asserted),
            }
        )
        print(rows[-1])
    total = {key: sum(row[key] for row in rows) for key in ("asserted", "found", "not asserted")}
    print(total)
    RESULTS.write_text(json.dumps({"steps": rows, "total": total}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
