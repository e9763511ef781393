"""Pairing on the gold pairs beside the repository; skipped where they are not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from diffing.pairing.jsonl import pair_file

GOLD = Path(__file__).resolve().parents[2] / "shared" / "alignment"


@pytest.mark.skipif(not GOLD.is_dir(), reason="gold pairs are not part of the repository")
@pytest.mark.parametrize(("corpus", "least"), [("eu-articles", 0.70), ("eu-units", 0.83), ("nist-800-53", 0.965)])
def test_shipped_cards_do_not_get_worse(corpus, least, tmp_path):
    """The shipped score cards keep the pair F1 they were published with (see benchmarks/README.md)."""
    source, predicted = GOLD / f"{corpus}.jsonl", tmp_path / "predicted.jsonl"
    predicted.write_text(pair_file(source), encoding="utf-8")

    command = [sys.executable, str(GOLD / "score.py"), str(source), str(predicted)]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    found = re.search(r"^pairs .* F1 ([\d.]+)", report, re.M)
    assert found
    assert float(found[1]) >= least
