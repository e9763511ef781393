"""Rules written as a line of words, turned into patterns of spaCy's Matcher.

A line such as ``is|are ~ required|obliged to`` is read word by word: ``|`` gives a choice, a ``?`` at the end makes a
word optional, ``~`` stands for any adverbs, ``$`` for adjectives of a duty, ``#`` for a figure in digits or words and
``@`` for a unit of time. Case is not heeded.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
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

Item = dict[Any, Any]


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


@cache
def matcher_of(lines: tuple[str, ...]) -> Matcher:
    """A matcher for *lines*, each under its number; made once."""
    from spacy.matcher import Matcher

    from diffing.evidence.reading import blank_english

    matcher = Matcher(blank_english().vocab, validate=False)  # the check knows no flags but spaCy's own
    for number, line in enumerate(lines):
        matcher.add(str(number), list(_patterns(line.split())))
    return matcher


def _patterns(words: Sequence[str]) -> Iterator[list[Item]]:
    """The patterns of a rule, each beginning with one plain word.

    Most words of a text begin no rule, and spaCy tells that much faster of a plain word than of a choice.
    """
    first, rest = words[0], words[1:]
    if first.endswith("?"):
        yield from _patterns(rest)
    if first == "#":
        yield [item for word in words for item in _items(word)]
    else:
        for choice in first.removesuffix("?").split("|"):
            yield [{"LOWER": choice}, *(item for word in rest for item in _items(word))]


def _items(word: str) -> Iterator[Item]:
    if word == "#":
        yield {_flag("figure"): True}
        yield {_flag("ones"): True, "OP": "?"}
    elif word == "@":
        yield {_flag("kind"): True, "OP": "?"}
        yield {_flag("unit"): True}
    elif word in _ANY:
        yield {_flag(_ANY[word]): True, "OP": "*"}
    else:
        choices = word.removesuffix("?").split("|")
        wanted: Item = {"LOWER": choices[0] if len(choices) == 1 else {"IN": choices}}
        yield wanted | ({"OP": "?"} if word.endswith("?") else {})


_ANY = {"~": "adverb", "$": "adjective"}
_SETS: Mapping[str, frozenset[str]] = {
    "figure": frozenset((*ONES, *TENS)),
    "ones": frozenset(ONES),
    "kind": UNIT_KINDS,
    "unit": UNITS,
    "adverb": ADVERBS,
    "adjective": _ADJECTIVES | ADVERBS,
}


@cache
def _flag(name: str) -> int:
    """A flag that spaCy's vocabulary keeps for each word of a set, so that matching only looks it up."""
    from diffing.evidence.reading import blank_english

    def is_in(word: str) -> bool:
        return word.lower() in _SETS[name] or (name == "figure" and word.isdecimal() and len(word) < 5)

    return int(blank_english().vocab.add_flag(is_in))


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
