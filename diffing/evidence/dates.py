"""Find days of the calendar that a text sets as a last or a first day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diffing.evidence.word_sets import word_set
from kb.timescale import Relation, Timescale, parse_timescale

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_MONTHS = word_set("January February March April May June July August September October November December")
_RELATIONS = {
    "by": Relation.BY,
    "before": Relation.BY,
    "than": Relation.BY,
    "from": Relation.STARTING,
}
_EDGES = frozenset(("end", "beginning", "start"))


def find_dates(doc: Doc) -> Iterator[tuple[Span, Timescale]]:
    """The limits of *doc* that are dates, e.g. "by 29 September 2019", "no later than the end of May", "from 2024"."""
    for token in doc:
        relation = _RELATIONS.get(token.lower_)
        if relation is None or (token.lower_ == "than" and doc[token.i - 1].lower_ not in ("later", "earlier")):
            continue
        end = _date_end(doc, token.i + 1)
        if end:
            start = token.i - 2 if token.lower_ == "than" and token.i > 1 else token.i
            yield doc[start:end], _dated(doc, token.i + 1, end, relation)


def _date_end(doc: Doc, place: int) -> int:
    """Where the date that begins at *place* ends; 0 when there is none."""
    words = [token.text for token in doc[place : place + 6]]
    skipped = 0
    while skipped < len(words) and words[skipped].lower() in ("the", "of", *_EDGES):
        skipped += 1
    rest = words[skipped:]
    if not skipped and rest and _is_year(rest[0]):
        return place + 1
    if rest and rest[0].rstrip("stndrh").isdecimal() and len(rest) > 1 and rest[1] in _MONTHS:
        skipped, rest = skipped + 1, rest[1:]
    if not rest or rest[0] not in _MONTHS:
        return 0
    has_year = len(rest) > 1 and _is_year(rest[1])
    return place + skipped + 1 + has_year


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _dated(doc: Doc, start: int, end: int, relation: Relation) -> Timescale:
    words = [word.text for word in doc[start:end] if word.lower_ != "the"]
    if words[0][0].isdigit() and not _is_year(words[0]):
        words[0] = words[0].rstrip("stndrh")
    text = " ".join(words)
    try:
        return parse_timescale(relation, text)
    except ValueError:  # "beginning of May": the corpus has no such form
        return Timescale(relation=relation, words=text)
