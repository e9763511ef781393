"""A text cut into spaCy tokens and into sentences and points that know their lead-in.

A list of duties puts its modal once, before the colon; the points after it lean on that sentence. So each point knows
its lead-in. spaCy's blank English pipeline gives the tokens; it is made once and only when a text is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from diffing.evidence.folding import BREAK, BULLET, Folded, fold
from diffing.evidence.word_sets import word_set

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_QUOTED = re.compile(r'"[^"]{1,200}"|(?<!\w)\'(?=\w)(?:[^\']|(?<=\w)\'(?=\w)){1,200}?\'(?!\w)')
_ENDS = frozenset(".!?")
_ABBREVIATIONS = word_set("e.g. i.e. etc. para. paras. no. dr. mr. mrs. ms. s. ss. cf. vs. st. reg. p. pp.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or a point of a list."""

    number: int
    """Counted from 1 in its text."""

    start: int
    """Its first token."""

    end: int
    """The token after its last."""

    is_item: bool
    """Whether a bullet or printed number opens it."""

    lead: int
    """Number of the sentence with a colon that a point hangs on; 0 when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as the finders see it."""

    text: str
    """The text as written."""

    folded: Folded
    """The same without typography."""

    doc: Doc
    """Tokens of the folded text."""

    starts: tuple[int, ...]
    """Where each token begins in the text as written."""

    segments: tuple[Segment, ...]
    """Sentences and points, in order; together they hold every word once."""

    quoted: frozenset[int]
    """Tokens inside quotation marks, where a title or somebody else speaks."""

    def place(self, span: Span) -> tuple[int, int]:
        """Where *span* stands in the text as written."""
        return self.folded.as_written(span.start_char, span.end_char)

    def segment_of(self, token: int) -> Segment:
        """The sentence or point that holds the token at *token*."""
        after = bisect_right(self.segments, token, key=lambda each: each.start)
        return self.segments[max(0, after - 1)]

    def token_at(self, place: int) -> int:
        """The first token that begins at or after the character at *place* of the text as written."""
        return bisect_left(self.starts, place)

    def sentence_at(self, place: int) -> int:
        """Number of the sentence or point that holds the character at *place* of the text as written."""
        return self.segment_of(max(0, bisect_right(self.starts, place) - 1)).number


@cache
def blank_english() -> Language:
    """The English tokenizer of spaCy; nothing trained."""
    import spacy

    return spacy.blank("en")


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """Return *text* read. The last readings are kept: every finder asks for the same one."""
    folded = fold(text)
    language = blank_english()
    doc = language.make_doc(folded.text)
    return Reading(
        text=text,
        folded=folded,
        doc=doc,
        starts=tuple(folded.places[token.idx] for token in doc),
        segments=tuple(_segments(doc)),
        quoted=frozenset(_quoted(doc, folded.text)),
    )


def _segments(doc: Doc) -> Iterator[Segment]:
    number = lead = start = 0
    is_item = False
    for end in (*_bounds(doc), len(doc)):
        while start < end and (doc[start].is_space or doc[start].text in (BULLET, BREAK)):
            is_item = is_item or (doc[start].text == BULLET and number > 0)
            lead = 0 if doc[start].text == BREAK and not _colon_before(doc, start) else lead
            start += 1
        if start < end:
            number += 1
            yield Segment(number=number, start=start, end=end, is_item=is_item, lead=lead if is_item else 0)
            lead = number if doc[end - 1].text == ":" else lead
        start, is_item = end, False


def _colon_before(doc: Doc, token: int) -> bool:
    return token > 0 and doc[token - 1].text == ":"


def _bounds(doc: Doc) -> Iterator[int]:
    """Where a new sentence or point begins."""
    return (token.i for token in doc[1:] if _opens(doc, token))


def _opens(doc: Doc, token: Token) -> bool:
    before = doc[token.i - 1]
    if token.text in (BULLET, BREAK):
        return before.text not in (BULLET, BREAK)
    if before.text in _ENDS:
        return bool(before.whitespace_) and not token.is_lower
    if before.text in ('"', "'", ")"):
        return token.i > 1 and doc[token.i - 2].text in _ENDS and token.is_title
    return _glued_stop(before.text) and bool(before.whitespace_) and token.is_title


def _glued_stop(word: str) -> bool:
    """A word that kept its full stop, such as ``16J.``; known abbreviations do not end a sentence."""
    return len(word) > 1 and word.endswith(".") and word.lower() not in _ABBREVIATIONS and not word[0].isdigit()


def _quoted(doc: Doc, text: str) -> Iterator[int]:
    whole = len(text.strip())
    for found in _QUOTED.finditer(text):
        if found.end() - found.start() < whole - 1:
            span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
            yield from range(span.start, span.end) if span is not None else ()
