"""Find time limits in running text and read them as :class:`~kb.timescale.Timescale`.

Method: fixed phrases by spaCy's Matcher, the longest first; the figure is read in digits or words, the start point is
what follows ``of``, ``from``, ``after`` and the like up to the end of the clause. A limit in a unit that the knowledge
base does not count (school days, terms, minutes) is found without a figure, so it is never put in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from diffing.evidence.dates import find_dates
from diffing.evidence.limit_rules import ADVERB_INTERVALS, ADVERBS_ONLY, NO_INTERVAL, NO_LIMIT, NO_URGENCY, RULES
from diffing.evidence.patterns import find_longest, read_figure
from diffing.evidence.reading import Reading, read
from diffing.evidence.word_sets import word_set
from kb.timescale import Relation, Timescale, Unit, parse_timescale

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_STARTERS = word_set("of from after following before beginning starting on upon once prior since")
_ENDERS = word_set(
    "and but unless if where when whether which who so must should shall may can will is are in by with for while",
    "because at",
)
_LONGEST_START = 16
_UNITS = {"hour": Unit.HOUR, "day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}
_WORKING = frozenset(("working", "business"))
_Figure = tuple[int, Unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLimit:
    """A time limit as a text puts it."""

    timescale: Timescale
    """The limit read; its ``words`` are those an editor of the corpus would write."""

    words: str
    """The limit as written with its start point, e.g. ``within one working day of a referral``."""

    start: int
    """Where it begins in the text, counted in characters from 0."""

    end: int
    """Where it ends: ``text[start:end]`` is ``words``."""


@lru_cache(maxsize=256)
def find_limits(text: str) -> tuple[FoundLimit, ...]:
    """Every time limit of *text*, in reading order; none inside quotation marks.

    Example:
        >>> [str(found.timescale) for found in find_limits("Reply within one working day of the referral.")]
        ['within 1 working day of the referral']
    """
    reading = read(text)
    found = sorted((*_counted(reading), *find_dates(reading.doc)), key=lambda each: (each[0].start, -each[0].end))
    kept: list[FoundLimit] = []
    for span, timescale in found:
        start, end = reading.place(span)
        if span.start not in reading.quoted and (not kept or start >= kept[-1].end):
            kept.append(FoundLimit(timescale=timescale, words=text[start:end], start=start, end=end))
    return tuple(kept)


def _counted(reading: Reading) -> Iterator[tuple[Span, Timescale]]:
    doc = reading.doc
    for rule, span in find_longest(doc, RULES):
        relation = RULES[rule][0]
        if _is_limit(doc, span, relation):
            whole = _with_start(doc, span, relation)
            start = doc[span.end : whole.end].text
            yield whole, _timescale(span, relation, start)


def _is_limit(doc: Doc, span: Span, relation: Relation) -> bool:
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    before = doc[span.start - 1].lower_ if span.start else ""
    if relation is Relation.PROMPTLY:
        return before not in ("not", "n't", "necessarily") and not (
            span[-1].lower_ == "immediately" and after in NO_URGENCY
        )
    if relation is Relation.EVERY:
        return not (span[-1].lower_ in ADVERB_INTERVALS and after in NO_INTERVAL) and _sets_interval(doc, span, before)
    is_age = before in ("aged", "age") or after in NO_LIMIT or doc[span.end : span.end + 2].text.lower() == "of age"
    return not is_age and not (after in ("a", "per") and read_figure(_words(span)) is not None)


def _sets_interval(doc: Doc, span: Span, before: str) -> bool:
    """Whether an interval is set: "a yearly report" sets one, "the yearly report" and "daily contact" name a thing."""
    is_adjective = len(span) == 1 and span[0].lower_ in ADVERB_INTERVALS and span[0].lower_ not in ADVERBS_ONLY
    if not is_adjective or span.end >= len(doc):
        return True
    return before in ("a", "an") or not doc[span.end].is_alpha or doc[span.end].is_stop


def _words(span: Span) -> list[str]:
    return [token.lower_ for token in span]


def _with_start(doc: Doc, span: Span, relation: Relation) -> Span:
    """*span* and the words after it that tell what the clock starts at."""
    end = span.end
    if end >= len(doc) or doc[end].lower_ not in _STARTERS:
        return span
    if relation is Relation.PROMPTLY and doc[end].lower_ == "of":
        return span
    for token in doc[end + 1 : end + _LONGEST_START]:
        if (token.is_punct and token.text not in "'()\"") or token.lower_ in _ENDERS or token.text in ("•", "¶"):
            break
        end = token.i + 1
    return doc[span.start : end] if end > span.end else span


def _timescale(span: Span, relation: Relation, start: str) -> Timescale:
    """The limit of *span*; :func:`~kb.timescale.parse_timescale` reads what an editor would have written."""
    if relation is Relation.PROMPTLY:
        return parse_timescale(relation, f"{span.text.lower()} {start}".strip())
    if relation is Relation.WITHIN and start.lower().startswith(("before", "prior")):
        relation = Relation.AT_LEAST  # "no later than 7 days before" leaves at least 7 days
    figure = _figure(span)
    if figure is None:
        return Timescale(relation=relation, start=start, words=_bare(span, relation, start))
    value, unit = figure
    return parse_timescale(relation, f"{value} {unit}{'s' if value != 1 else ''} {start}".strip())


def _bare(span: Span, relation: Relation, start: str) -> str:
    """The words without those that the relation already says."""
    return f"{span.text} {start}".strip().removeprefix(relation.value).strip()


def _figure(span: Span) -> _Figure | None:
    """Figure and unit of *span*; ``None`` where the knowledge base has no such unit."""
    words = _words(span)
    interval = next((ADVERB_INTERVALS[word] for word in words if word in ADVERB_INTERVALS), None)
    value = read_figure(words)
    if interval is not None:
        return interval[0] * (value or 1), _UNITS[interval[1]]
    place = next(i for i, word in reversed(list(enumerate(words))) if word.rstrip("s") in (*_UNITS, *_OTHER))
    noun, kind = words[place].rstrip("s"), words[place - 1]
    if noun in ("minute", "term") or (kind in ("school",) and noun == "day"):
        return None
    value = value or 1
    if "twice" in words:
        return (6, Unit.MONTH) if noun == "year" else None
    if noun in ("fortnight", "quarter"):
        return (2 * value, Unit.WEEK) if noun == "fortnight" else (3 * value, Unit.MONTH)
    return value, Unit.WORKING_DAY if kind in _WORKING and noun == "day" else _UNITS[noun]


_OTHER = ("minute", "term", "fortnight", "quarter", "monthly", "weekly", "yearly")
