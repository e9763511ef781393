"""What a question asks, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Intent(StrEnum):
    """What a question asks for."""

    LIST_EDITIONS = "list editions"
    HISTORY = "history"
    COMPARE_TWO = "compare two"
    DEFINE = "define"
    WHAT_REPLACED = "what replaced"
    IS_IT_STILL = "is it still"
    WHAT_CHANGED = "what changed"
    HOW_LONG = "how long"
    WHO_DOES = "who does"
    DUTIES_NOW = "duties now"
    SEARCH = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A word that was taken for another."""

    typed: str
    """As typed."""

    read: str
    """As read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Words of a question that name something."""

    words: str
    """As read, e.g. ``early years``."""

    meanings: tuple[str, ...]
    """What they name, e.g. ``agency:early-years``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a question was read."""

    intent: Intent
    """What is asked for."""

    agencies: tuple[str, ...] = ()
    """Ids of the agencies it is about."""

    excluded: tuple[str, ...] = ()
    """Ids of the agencies it is not about."""

    unsure: tuple[str, ...] = ()
    """Of :attr:`agencies`, those that only one meaning of an ambiguous name stands for."""

    editions: tuple[str, ...] = ()
    """Ids of the editions it is about, each by itself; empty for all, or when there is a span."""

    from_edition: str = ""
    """Id of the edition a span starts from; empty when there is no span."""

    to_edition: str = ""
    """Id of the edition a span ends at."""

    drafts: bool = False
    """Whether a draft is asked for."""

    now: bool = False
    """Whether it says ``now`` or ``today``."""

    kinds: tuple[str, ...] = ()
    """Kinds of change, or words for several of them, e.g. ``new``."""

    strengths: tuple[str, ...] = ()
    """Strengths, e.g. ``must``."""

    strictly: bool = False
    """Whether only duties of these strengths are asked for (``must duties``), not just duties (``what must``)."""

    topics: tuple[str, ...] = ()
    """Ids of topics."""

    terms: tuple[str, ...] = ()
    """Ids of terms."""

    chapters: tuple[str, ...] = ()
    """Numbers of chapters."""

    words: tuple[str, ...] = ()
    """Words to search for."""

    left: tuple[str, ...] = ()
    """Of :attr:`words`, those that nothing in the grammar places."""

    placed: tuple[Placed, ...] = ()
    """Words that name agencies, terms, topics or chapters, in order."""

    mended: tuple[Mended, ...] = ()
    """Words taken for others."""

    notes: tuple[str, ...] = ()
    """What a reader must know of the reading, e.g. which edition stood in a year."""

    story: bool = False
    """Whether it reads as somebody's own account of harm to a child."""
