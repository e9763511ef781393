"""Time and memory of pairing as documents grow, beside difflib and redlines on the same text.

    python -m benchmarks.growth

Each measurement runs alone in a process of its own. Writes ``benchmarks/results/growth.json`` and ``growth.svg``.
difflib and redlines compare the words of the whole text; they are stopped after a minute and a half.
"""

from __future__ import annotations

import itertools
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results"
SIZES = (1_000, 2_000, 5_000, 10_000)
METHODS = ("this engine", "difflib", "redlines")
PATIENCE = 90


def make_documents(size: int) -> tuple[list[str], list[str]]:
    """Return *size* made-up paragraphs of about 80 words, and a copy with 5 % dropped, 5 % new, up to half reworded."""
    chance = random.Random(size)
    sounds = [a + b for a in "bcdfgklmnprst" for b in "aeiou"]
    words = ["".join(chance.choices(sounds, k=chance.randint(1, 4))) for _ in range(30_000)]
    weights = list(itertools.accumulate(1 / (place + 3) ** 0.9 for place in range(len(words))))

    def draw(count: int) -> list[str]:
        return chance.choices(words, cum_weights=weights, k=count)

    old = [draw(int(chance.lognormvariate(4.2, 0.6)) + 3) for _ in range(size)]
    new = []
    for paragraph in old:
        share = chance.choice((0, 0.1, 0.2, 0.3, 0.5))
        if chance.random() >= 0.05:
            new.append([draw(1)[0] if chance.random() < share else word for word in paragraph])
        if chance.random() < 0.05:
            new.append(draw(60))
    return [" ".join(p) + "." for p in old], [" ".join(p) + "." for p in new]


def measure_once(method: str, size: int) -> dict[str, float]:
    """Run one method on one size and return seconds and peak MiB of this process."""
    old, new = make_documents(size)
    start = time.perf_counter()
    if method == "this engine":
        from diffing.pairing import Unit, pair_units

        pair_units(*([Unit(id=str(k), text=text) for k, text in enumerate(side)] for side in (old, new)))
    elif method == "difflib":
        import difflib

        difflib.SequenceMatcher(None, " ".join(old).split(), " ".join(new).split(), autojunk=False).get_opcodes()
    else:
        from redlines import Redlines

        _ = Redlines("\n\n".join(old), "\n\n".join(new)).output_markdown
    seconds = time.perf_counter() - start
    return {"seconds": round(seconds, 2), "mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}


def main() -> None:
    """Measure every method on every size, stop a method once it was too slow, and draw the plot."""
    rows: list[dict[str, object]] = []
    for method in METHODS:
        for size in SIZES:
            row: dict[str, object] = {"method": method, "paragraphs": size}
            command = [sys.executable, "-m", "benchmarks.growth", method, str(size)]
            try:
                done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
                row |= json.loads(done.stdout)
            except subprocess.TimeoutExpired:
                row |= {"stopped_after": PATIENCE}
            rows.append(row)
            print(row, flush=True)
            if "stopped_after" in row:
                break
    ours = {row["paragraphs"]: row["seconds"] for row in rows if row["method"] == METHODS[0]}
    for row in rows:
        time_taken = row.get("seconds", row.get("stopped_after"))
        row["times_this_engine"] = round(float(time_taken) / float(ours[row["paragraphs"]]), 1)  # type: ignore[arg-type]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "growth.json").write_text(json.dumps({"rows": rows}, indent=1) + "\n", encoding="utf-8")
    draw(rows)


def draw(rows: list[dict[str, object]]) -> None:
    """Draw seconds against paragraphs, both on logarithmic scales."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "growth"
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4.5))
    for method, sign in zip(METHODS, ("o-", "s--", "^:"), strict=True):
        points = [(r["paragraphs"], r["seconds"]) for r in rows if r["method"] == method and "seconds" in r]
        if points:
            axes.loglog(*zip(*points, strict=True), sign, label=method)
    axes.set_xlabel("paragraphs on each side")
    axes.set_ylabel("seconds")
    axes.set_xticks(SIZES, [f"{size:,}" for size in SIZES])
    axes.grid(visible=True, alpha=0.3)
    axes.legend()
    figure.savefig(RESULTS / "growth.svg", metadata={"Date": None}, bbox_inches="tight")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(measure_once(sys.argv[1], int(sys.argv[2]))))
    else:
        main()
