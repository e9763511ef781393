"""Inputs that many tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

CASES = Path(__file__).parent / "cases"
"""Folders of inputs that anyone can read and write."""

SMALL = CASES / "small"
"""An invented guidance with three editions and a draft."""

Spoil = Callable[[str, str, str], Path]
"""Takes a file of the small corpus, a piece of its text and what to put there; gives the folder of the copy."""
