"""How running text puts a time limit: each phrase with the relation it stands for.

Ages, prison terms and looks back ("in the last 12 months") are no limits; their phrases are listed or tested for in
:mod:`diffing.evidence.limits`. "Up to" is left out: it tells a duration as often as a limit.
"""

from __future__ import annotations

from diffing.evidence.word_sets import word_set
from kb.timescale import Relation

_WITHIN = "within the|a|an? first|next|maximum|period|space? of? at? most? no? more|longer|later? than? a? period? of?"

WITHIN = (
    f"{_WITHIN} # @",
    "within a|an|the @",
    "no|not ~ later|longer|more than # @",
    "at most # @",
    "maximum of? # @",
    "# @ at the latest",
    "# @ time? limit|deadline|timescale|timeframe|target|window",
)
AT_LEAST = (
    "at least # @",
    "not|no ~ less|fewer than # @",
    "a minimum of # @",
    "# @ or more|longer",
)
NOT_BEFORE = ("not|no ~ earlier|sooner than # @", "not before # @")
_INTERVALS = (
    "once? every # @",
    "once? in? every|each @",
    "once|twice in? a|an|per @",
    "once in? # @",
    "# monthly|weekly|yearly",
    "annually|yearly|monthly|weekly|daily|quarterly|fortnightly|termly|biennially|annual",
    "per annum",
)
EVERY = (
    *_INTERVALS,
    *(f"at least {line}" for line in _INTERVALS),
    "at? maximum|minimum? intervals of no|not? more|less|longer? than? # @",
    "at? intervals of a? maximum|minimum? of? # @",
    "intervals not exceeding # @",
)
PROMPTLY = (
    "almost? immediately",
    "promptly",
    "forthwith",
    "straightaway",
    "straight away",
    "urgently",
    "without any? undue|unnecessary|unreasonable|further? delay",
    "as soon as is? reasonably? possible|practicable|practical|feasible",
    "at the earliest possible? opportunity",
    "on? the same working? day",
    "in a timely manner|way|fashion",
)
RULES: tuple[tuple[Relation, str], ...] = (
    *((Relation.EVERY, line) for line in EVERY),
    *((Relation.NOT_BEFORE, line) for line in NOT_BEFORE),
    *((Relation.WITHIN, line) for line in WITHIN),
    *((Relation.AT_LEAST, line) for line in AT_LEAST),
    *((Relation.PROMPTLY, line) for line in PROMPTLY),
)
"""Every phrase with its relation; where two phrases are equally long the first counts."""

ADVERB_INTERVALS = {
    "annually": (1, "year"),
    "annual": (1, "year"),
    "annum": (1, "year"),
    "yearly": (1, "year"),
    "quarterly": (3, "month"),
    "monthly": (1, "month"),
    "fortnightly": (2, "week"),
    "weekly": (1, "week"),
    "daily": (1, "day"),
    "biennially": (2, "year"),
}
"""One word that names an interval, with its figure and unit."""

ADVERBS_ONLY = frozenset(("annually", "biennially"))
"""Those that are never an adjective."""

NO_INTERVAL = word_set("life lives living routine income leave salary budget cost costs fee fees growth average")
"""After "daily" or "annual" these show that no interval is set."""

NO_LIMIT = word_set("old imprisonment prison sentence ago")
"""After a figure these show an age, a penalty or a look back."""

NO_URGENCY = word_set("adjacent available apparent obvious clear preceding above below next prior accessible")
"""After "immediately" these show nearness in space or thought."""
