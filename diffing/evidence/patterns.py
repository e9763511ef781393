"""Rules written as a line of words, turned into patterns of spaCy's Matcher.

A line such as ``is|are ~ required|obliged to`` is read word by word: ``|`` gives a choice, a ``?`` at the end makes a
word optional, ``~`` stands for any adverbs, ``$`` for adjectives of a duty, ``#`` for a figure in digits or words and
``@`` for a unit of time. Case is not heeded.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from diffing.evidence.word_sets import ADVERBS, word_set

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span

_ADJECTIVES = word_set(
    "a additional an and broad certain clear common corporate direct equal explicit following full general important",
    "joint key law legal main new overall own parental particular primary public same shared similar specific",
    "statutory the wider",
)

_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = """twenty thirty forty fifty sixty seventy eighty ninety"""
ONES = {word: number for number, word in enumerate(_ONES.split(), start=1)}
TENS = {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)}

UNITS = word_set(
    "minute minutes hour hours day days week weeks month months year years fortnight fortnights term terms quarter",
    "quarters",
)
UNIT_KINDS = word_set("working school calendar business clear academic financial consecutive")

Item = dict[str, Any]


def find_longest(doc: Doc, rules: Iterable[tuple[Hashable, str]]) -> list[tuple[int, Span]]:
    """Where the *rules* hold in *doc*, as number of the rule and span, in reading order.

    Of spans that overlap the longest stands; the rest are left out.
    """
    from spacy.util import filter_spans

    matcher = matcher_of(tuple(line for _, line in rules))
    found: dict[tuple[int, int], int] = {}
    for name, start, end in matcher(doc):
        number = int(doc.vocab.strings[name])
        found[start, end] = min(number, found.get((start, end), number))
    spans = filter_spans([doc[start:end] for start, end in found])
    return [(found[span.start, span.end], span) for span in sorted(spans, key=lambda span: span.start)]


_MATCHERS: dict[tuple[str, ...], Matcher] = {}


def matcher_of(lines: tuple[str, ...]) -> Matcher:
    """A matcher for *lines*, each under its number; made once."""
    from spacy.matcher import Matcher

    from diffing.evidence.reading import blank_english

    if lines not in _MATCHERS:
        matcher = Matcher(blank_english().vocab)
        for number, line in enumerate(lines):
            matcher.add(str(number), [_pattern(line)])
        _MATCHERS[lines] = matcher
    return _MATCHERS[lines]


def _pattern(line: str) -> list[Item]:
    return [item for word in line.split() for item in _items(word)]


def _items(word: str) -> Iterator[Item]:
    if word == "#":
        yield {"LOWER": {"REGEX": rf"^(?:\d{{1,4}}|{'|'.join((*TENS, *ONES))})$"}}
        yield {"LOWER": {"IN": sorted(ONES)}, "OP": "?"}
    elif word == "@":
        yield {"LOWER": {"IN": sorted(UNIT_KINDS)}, "OP": "?"}
        yield {"LOWER": {"IN": sorted(UNITS)}}
    elif word in _SETS:
        yield {"LOWER": {"IN": sorted(_SETS[word])}, "OP": "*"}
    else:
        choices = word.removesuffix("?").split("|")
        yield {"LOWER": {"IN": choices}} | ({"OP": "?"} if word.endswith("?") else {})


_SETS: Mapping[str, frozenset[str]] = {"~": ADVERBS, "$": _ADJECTIVES | ADVERBS}


def read_figure(words: Iterable[str]) -> int | None:
    """The figure among *words*, in digits or in English; ``None`` when there is none.

    Example:
        >>> read_figure(["within", "twenty", "eight", "days"])
        28
    """
    total, is_found = 0, False
    for word in words:
        value = int(word) if word.isdecimal() else TENS.get(word, ONES.get(word))
        if value is not None:
            total, is_found = total + value, True
    return total if is_found else None
