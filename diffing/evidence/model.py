"""What comparing two texts gives: a kind of change and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.guidance import ChangeKind

Place = tuple[int, int]
"""Start and end of a stretch of text, so that ``text[start:end]`` is it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """One kind of change between an old and a new text, with its evidence."""

    kind: ChangeKind
    """What sort of change."""

    was: str = ""
    """The old words as written, e.g. ``should``; empty when the evidence is only in the new text."""

    now: str = ""
    """The new words as written, e.g. ``must``; empty when the evidence is only in the old text."""

    was_at: Place | None = None
    """Where ``was`` stands in the old text; ``None`` when it is empty."""

    now_at: Place | None = None
    """Where ``now`` stands in the new text; ``None`` when it is empty."""

    was_sentence: int = 0
    """Number of the old sentence or point that holds the evidence, counted from 1; 0 when there is none."""

    now_sentence: int = 0
    """Number of the new sentence or point that holds the evidence, counted from 1; 0 when there is none."""

    why: str
    """What was seen, for a reader, e.g. ``should (rank 4) became must (rank 5)``."""
