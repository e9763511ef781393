"""Figures of the benchmarks on the page on methods: as they stand in the files, and absent without them."""

from __future__ import annotations

import json
from pathlib import Path

from kb_site.measured import HELD_OUT, Measured, read_measured

ROOT = Path(__file__).parents[1]


def test_figures_are_those_of_the_files() -> None:
    """Held out beside shipped, the corpus's own links, the golden questions."""
    measured = read_measured(ROOT / "benchmarks")
    links = json.loads((ROOT / "benchmarks/results/corpus-links.json").read_text(encoding="utf-8"))
    pairing = json.loads((ROOT / "benchmarks/results/pairing.json").read_text(encoding="utf-8"))["rows"]

    assert measured.links is not None
    assert measured.links.total.asserted == links["total"]["asserted"]
    assert measured.links.total.unasserted == links["total"]["not asserted"]
    assert [each.step for each in measured.links.steps] == [each["step"] for each in links["steps"]]
    assert [each.f1 for each in measured.pairing if each.method == HELD_OUT] == [
        each["f1"] for each in pairing if each["method"] == HELD_OUT
    ]
    for _, missed, total in measured.missed:
        assert 0 <= missed <= total
    assert any("first ten rows" in each for each in measured.asking)


def test_without_the_files_there_is_nothing_to_tell(tmp_path: Path) -> None:
    """A site built from elsewhere."""
    assert read_measured(tmp_path) == Measured()
