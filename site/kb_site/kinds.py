"""Kinds of change as a reader meets them: a sign and a word (never colour alone), a family, a plain meaning."""

from __future__ import annotations

from dataclasses import dataclass

from diffing.change import Basis, Change
from kb.guidance import ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Kinds that a reader asks for together."""

    id: str
    """Part of a class name or anchor, e.g. ``stronger``."""

    heading: str
    """What stands above a list of them."""

    kinds: tuple[ChangeKind, ...]
    """The kinds, weightiest first."""

    quiet: bool = False
    """True where nothing is known to have changed: shown last and in short."""


FAMILIES = (
    Family(id="new", heading="New", kinds=(ChangeKind.INTRODUCED,)),
    Family(id="gone", heading="Dropped", kinds=(ChangeKind.REMOVED,)),
    Family(id="stronger", heading="Stronger", kinds=(ChangeKind.STRENGTHENED,)),
    Family(id="weaker", heading="Weaker", kinds=(ChangeKind.WEAKENED,)),
    Family(
        id="time",
        heading="On another clock",
        kinds=(
            ChangeKind.TIMESCALE_SET,
            ChangeKind.TIMESCALE_SHORTENED,
            ChangeKind.TIMESCALE_LENGTHENED,
            ChangeKind.TIMESCALE_DROPPED,
            ChangeKind.TIMESCALE_RESTARTED,
        ),
    ),
    Family(
        id="bearers",
        heading="For others than before",
        kinds=(ChangeKind.WIDENED, ChangeKind.NARROWED, ChangeKind.HANDED_OVER),
    ),
    Family(id="names", heading="Renamed or redefined", kinds=(ChangeKind.RENAMED, ChangeKind.REDEFINED)),
    Family(
        id="shape",
        heading="Split, merged, moved or replaced",
        kinds=(
            ChangeKind.SPLIT,
            ChangeKind.MERGED,
            ChangeKind.MOVED,
            ChangeKind.REPLACED,
            ChangeKind.RESTRUCTURED,
        ),
    ),
    Family(
        id="wording",
        heading="Reworded, clarified or corrected",
        kinds=(ChangeKind.REWORDED, ChangeKind.CLARIFIED, ChangeKind.CORRECTED),
    ),
    Family(id="unchanged", heading="Unchanged, a source says", kinds=(ChangeKind.UNCHANGED,)),
    Family(id="first", heading="First recorded here", kinds=(ChangeKind.FIRST_RECORDED,), quiet=True),
    Family(id="last", heading="Not recorded after", kinds=(ChangeKind.NOT_RECORDED_AFTER,), quiet=True),
    Family(id="same", heading="Carried on", kinds=(ChangeKind.CARRIED_ON,), quiet=True),
)
"""Every kind is in exactly one family."""

FAMILY_OF = {kind: family for family in FAMILIES for kind in family.kinds}
"""The family of each kind."""

SIGNS = {
    ChangeKind.INTRODUCED: "+",
    ChangeKind.REMOVED: "−",
    ChangeKind.FIRST_RECORDED: "◇",
    ChangeKind.NOT_RECORDED_AFTER: "○",
    ChangeKind.STRENGTHENED: "▲",
    ChangeKind.WEAKENED: "▼",
    ChangeKind.WIDENED: "«»",
    ChangeKind.NARROWED: "»«",
    ChangeKind.HANDED_OVER: "⇒",
    ChangeKind.TIMESCALE_SET: "t+",
    ChangeKind.TIMESCALE_SHORTENED: "t<",
    ChangeKind.TIMESCALE_LENGTHENED: "t>",
    ChangeKind.TIMESCALE_DROPPED: "t−",
    ChangeKind.TIMESCALE_RESTARTED: "t…",
    ChangeKind.RENAMED: "Aa",
    ChangeKind.REDEFINED: "≈",
    ChangeKind.SPLIT: "÷",
    ChangeKind.MERGED: "&",
    ChangeKind.MOVED: "¶",
    ChangeKind.REPLACED: "⇄",
    ChangeKind.RESTRUCTURED: "§",
    ChangeKind.UNCHANGED: "=",
    ChangeKind.CARRIED_ON: "→",
}
"""A sign for each kind, from characters that every phone has; the kinds left out have a dot."""

MEANINGS = {
    ChangeKind.INTRODUCED: "It was not there before: a source says so, or the earlier edition is wholly covered.",
    ChangeKind.REMOVED: "It is no longer there: a source says so, or the later edition is wholly covered.",
    ChangeKind.FIRST_RECORDED: "No link to an earlier duty is recorded. That does not show that it is new.",
    ChangeKind.NOT_RECORDED_AFTER: "No link to a later duty is recorded. That does not show that it was dropped.",
    ChangeKind.STRENGTHENED: "It binds more, e.g. from should to must.",
    ChangeKind.WEAKENED: "It binds less, e.g. from must to should.",
    ChangeKind.WIDENED: "It falls to more people or bodies than before.",
    ChangeKind.NARROWED: "It falls to fewer people or bodies than before.",
    ChangeKind.HANDED_OVER: "It falls to another body, such as a successor.",
    ChangeKind.TIMESCALE_SET: "It has a time limit now and had none before.",
    ChangeKind.TIMESCALE_SHORTENED: "Its time limit is shorter.",
    ChangeKind.TIMESCALE_LENGTHENED: "Its time limit is longer.",
    ChangeKind.TIMESCALE_DROPPED: "It no longer has a time limit.",
    ChangeKind.TIMESCALE_RESTARTED: "Its time limit runs from another moment.",
    ChangeKind.RENAMED: "A term or a name in it was replaced by another.",
    ChangeKind.REDEFINED: "It is the same, but a term or list that it leans on has another meaning.",
    ChangeKind.SPLIT: "One duty became several.",
    ChangeKind.MERGED: "Several duties became one.",
    ChangeKind.MOVED: "It stands in a chapter about something else.",
    ChangeKind.REWORDED: "A source says that only the wording changed.",
    ChangeKind.UNCHANGED: "A source says that it did not change.",
    ChangeKind.CARRIED_ON: "The duty goes on and nothing that is recorded of it differs. Its wording may.",
    ChangeKind.CLARIFIED: "A source says that it was made plainer.",
    ChangeKind.REPLACED: "A source says that something else took its place.",
    ChangeKind.RESTRUCTURED: "A source says that it was put in another order or form.",
    ChangeKind.CORRECTED: "A source says that a mistake was mended.",
}
"""What each kind says, and what it does not."""

VOUCHERS = {
    Basis.ANNOUNCED: "a source says so",
    Basis.ASSERTED: "compared across an asserted link",
    Basis.COMPUTED: "matched by the program",
    Basis.UNLINKED: "no link recorded",
}
"""Who vouches for a finding, in plain words."""


def kind_sign(kind: ChangeKind) -> str:
    """The sign that stands before the word of a kind of change."""
    return SIGNS.get(kind, "·")


def kind_slug(kind: str) -> str:
    """The name of a kind as part of a class or anchor.

    Example:
        >>> kind_slug("handed over")
        'handed-over'
    """
    return kind.replace(" ", "-")


def is_quiet(change: Change) -> bool:
    """True when nothing is known to have changed: it goes on, or there is no link to compare it across."""
    return FAMILY_OF[change.kinds[0]].quiet
