"""What pairing takes and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PairKind(StrEnum):
    """What became of the old unit, as far as text and order show."""

    SAME = "same"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    MOVED_REWORDED = "moved+reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One piece of a document that can have a counterpart: a paragraph, a point, a provision."""

    id: str
    """Name within its document, for messages only; it never decides a pair, e.g. ``2018/referral``."""

    text: str
    """What it says, e.g. ``Keep a written record of every referral.``."""

    heading: str = ""
    """Heading above it or its own title, e.g. ``Response to a referral``; empty when there is none."""

    bearers: tuple[str, ...] = ()
    """Ids of the agencies that have to act, e.g. ``("police", "schools")``; empty when not known."""

    strength: str = ""
    """Strength as corpus and documents name it, e.g. ``must``; empty when not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One leg of a correspondence; a split unit has several."""

    old: int
    """Place of the old unit in its document, counted from 0."""

    new: int
    """Place of the new unit in its document, counted from 0."""

    score: float
    """How sure the pair is, from 0 to 1; fitted so that about that share of such pairs is right."""

    kind: PairKind
    """What happened between the two."""

    matched_by: tuple[str, ...]
    """The evidence, strongest first, e.g. ``("wording", "neighbours")``."""

    ambiguous: bool
    """True when another unit could have been taken as well and only order decided."""
