"""Find the words that say how strongly a text binds.

Method: fixed phrases by spaCy's Matcher, the longest first, then a few tests on the neighbours for words that only
look deontic. Nothing is guessed: a phrase whose force the words alone do not tell gives no strength.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from diffing.evidence.patterns import find_longest
from diffing.evidence.reading import Reading, read
from diffing.evidence.strength_rules import LAW, LAW_REQUIRES, RULES
from diffing.evidence.word_sets import ADVERBS, word_set
from kb.guidance import Strength

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ALL_RULES = (*RULES, (Strength.MUST, LAW_REQUIRES))
_REQUIRES = len(RULES)
_LAW_BEFORE = 15
"""How many words before ``requires`` an Act may be named."""

_LONGEST_CLAUSE = 100
"""How many words before a modal are looked at; no clause that can be read is longer."""

_DETERMINERS = word_set("a an the any no every each this that their its his her our your of with without for")
_OPENERS = word_set("if whether unless when where how what why until whenever wherever")
"""Words that open a clause which conditions the duty and is not the duty."""

_RELATIVES = word_set("who which that whom")
_FINITE = word_set("is are was were has have had does do did will would can may comes needs becomes")
_PRONOUNS = word_set("they he she it there we you i")
_INVERTED = _PRONOUNS | word_set("the a an this that these those any such another")
_STOPS = word_set(", ; : - ( )")
_NEGATIVE = {Strength.MUST: Strength.MUST_NOT, Strength.SHOULD: Strength.SHOULD_NOT, Strength.MAY: Strength.MUST_NOT}
_NOBODY = word_set("no nobody none neither")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStrength:
    """A phrase that binds, forbids or allows."""

    strength: Strength
    """How strongly."""

    words: str
    """The phrase as written, e.g. ``must not``."""

    start: int
    """Where it begins in the text, counted in characters from 0."""

    end: int
    """Where it ends: ``text[start:end]`` is ``words``."""

    is_main: bool
    """Whether it is what its sentence asks; false inside clauses with ``if``, ``whether``, ``who`` and the like."""


@lru_cache(maxsize=256)
def find_strengths(text: str) -> tuple[FoundStrength, ...]:
    """Every deontic phrase of *text*, in reading order; none inside quotation marks.

    Example:
        >>> [(found.words, found.strength.value) for found in find_strengths("Staff must not wait; they may act.")]
        [('must not', 'must not'), ('may', 'may')]
    """
    return tuple(_find(read(text)))


def _find(reading: Reading) -> Iterator[FoundStrength]:
    for rule, span in find_longest(reading.doc, _ALL_RULES):
        strength = _ALL_RULES[rule][0]
        first = reading.segment_of(span.start).start
        if strength is None or span.start in reading.quoted or not _is_deontic(reading, span, rule, first):
            continue
        if _is_about_nobody(reading.doc, span, first):
            strength = _NEGATIVE.get(strength, strength)
        start, end = reading.place(span)
        yield FoundStrength(
            strength=strength,
            words=reading.text[start:end],
            start=start,
            end=end,
            is_main=_is_main(reading.doc, span, first),
        )


def _is_deontic(reading: Reading, span: Span, rule: int, first: int) -> bool:
    """Whether the neighbours leave *span* its force; *first* is the first token of its sentence."""
    doc, word = reading.doc, span[0].lower_
    before = doc[span.start - 1].lower_ if span.start > first else ""
    after = doc[span.end] if span.end < len(doc) else None
    if rule == _REQUIRES:
        return any(token.lower_ in LAW for token in doc[max(first, span.start - _LAW_BEFORE) : span.start])
    if word in ("need", "must", "might", "can", "shall") and before in _DETERMINERS:
        return _starts_no_noun(before, word)
    if word in ("must", "can") and reading.text[slice(*_next_sign(reading, span))] in "-‐‑":
        return after is None
    if word == "may" and span[0].text == "May" and (span.start > first or (after is not None and after.is_digit)):
        return False
    if word == "should" and after is not None and _is_inverted(span[0].text, before, after.lower_):
        return False
    return not (word in ("may", "might", "could") and after is not None and _is_perfect(doc, after.i))


def _starts_no_noun(before: str, word: str) -> bool:
    """After "that", "this" and "each" a modal can still follow its subject: "staff that must act"."""
    return word != "need" and before in ("that", "this", "each")


def _next_sign(reading: Reading, span: Span) -> tuple[int, int]:
    _, end = reading.place(span)
    return (end, end + 1) if end < len(reading.text) else (0, 0)


def _is_inverted(word: str, before: str, after: str) -> bool:
    """Whether "should" opens a condition: "Should the need arise". After a noun only a pronoun shows it."""
    if not before:
        return word == "Should"
    opens = before in _STOPS or before in ("and", "or", "but")
    return after in _INVERTED if opens else after in _PRONOUNS


def _is_perfect(doc: Doc, place: int) -> bool:
    """Whether "have" and a participle follow: "may have suffered" tells what is possible, not what is allowed."""
    words = [token.lower_ for token in doc[place : place + 3] if token.lower_ not in ADVERBS]
    return len(words) > 1 and words[0] == "have" and (words[1] == "been" or words[1].endswith(("ed", "en")))


def _is_about_nobody(doc: Doc, span: Span, first: int) -> bool:
    start = _clause_start(doc, span.start, first)
    if start >= span.start or doc[start].lower_ not in _NOBODY:
        return False
    return doc[start + 1].lower_ not in ("later", "longer", "more", "matter", "doubt", "less", "sooner", "earlier")


def _clause_start(doc: Doc, place: int, first: int) -> int:
    first = max(first, place - _LONGEST_CLAUSE)
    for token in reversed(range(first, place)):
        if doc[token].text in _STOPS or doc[token].text in ("•", "¶"):
            return token + 1
    return first


def _is_main(doc: Doc, span: Span, first: int) -> bool:
    """Scan the clause before the phrase: an opener with no finite verb of its own means a condition."""
    words = [token.lower_ for token in doc[_clause_start(doc, span.start, first) : span.start]]
    near = [word for word in words[-3:] if word not in ADVERBS]
    if near and near[-1] in _RELATIVES:
        return False
    opened = [place for place, word in enumerate(words) if word in _OPENERS]
    return not opened or any(word in _FINITE for word in words[opened[-1] :])
