"""Compare two texts: equal sentences first, then like sentences, then words in what is left."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from diffing.words.edits import Edit, find_edits
from diffing.words.model import Span, SpanKind
from diffing.words.tokens import Token, cut_leading, cut_sentences, cut_tokens

LEAST_MOVED = 4
"""Fewer words than this that left one place and arrived at another are not called moved."""


def compare_words(old: str, new: str) -> tuple[Span, ...]:
    """Return the stretches of *old* and *new* in reading order, deletions before insertions.

    Stretches that differ in quotes, dashes, spaces, capitals or numbering only are equal. A text that
    was extended is shown as extended, however much longer it got.

    Example:
        >>> [(span.kind.value, span.text) for span in compare_words("Staff should act.", "Staff must act.")]
        [('equal', 'Staff '), ('deleted', 'should '), ('inserted', 'must '), ('equal', 'act.')]
    """
    (lead_old, rest_old), (lead_new, rest_new) = cut_leading(old), cut_leading(new)
    ours, theirs = cut_tokens(rest_old), cut_tokens(rest_new)
    pieces = _mark_moved([piece for edit in find_edits(ours, theirs) for piece in _pieces(edit)])
    if lead_old or lead_new:
        pieces.insert(0, (SpanKind.EQUAL, lead_old, lead_new, ""))
    return _name_spans(_join(pieces))


_Piece = tuple[SpanKind, str, str, str]
"""Kind, old text, new text, key of the words."""


def _pieces(edit: Edit) -> Iterable[_Piece]:
    if edit.is_equal:
        yield SpanKind.EQUAL, _raw(edit.old), _raw(edit.new), ""
        return
    for start, end in cut_sentences(edit.old):
        yield SpanKind.DELETED, _raw(edit.old[start:end]), "", _words(edit.old[start:end])
    for start, end in cut_sentences(edit.new):
        yield SpanKind.INSERTED, "", _raw(edit.new[start:end]), _words(edit.new[start:end])


def _raw(tokens: Sequence[Token]) -> str:
    return "".join(token.raw for token in tokens)


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.key for token in tokens if token.is_word)


def _mark_moved(pieces: list[_Piece]) -> list[_Piece]:
    """Turn deleted and inserted pieces with the same words into moved ones, in turn."""
    arrivals: dict[str, list[int]] = defaultdict(list)
    for place, (kind, _, _, words) in enumerate(pieces):
        if kind is SpanKind.INSERTED and words.count(" ") >= LEAST_MOVED - 1:
            arrivals[words].append(place)
    marked = list(pieces)
    for place, (kind, old, new, words) in enumerate(pieces):
        if kind is SpanKind.DELETED and arrivals.get(words):
            arrival = arrivals[words].pop(0)
            marked[place] = (SpanKind.MOVED, old, new, words)
            marked[arrival] = (SpanKind.MOVED, "", pieces[arrival][2], words)
    return marked


def _join(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Join neighbours of one kind; moved pieces stay alone, since each has its own partner."""
    joined: list[_Piece] = []
    for kind, old, new, words in pieces:
        if joined and joined[-1][0] is kind and kind is not SpanKind.MOVED:
            _, old_before, new_before, words_before = joined[-1]
            joined[-1] = (kind, old_before + old, new_before + new, f"{words_before} {words}")
        else:
            joined.append((kind, old, new, words))
    return joined


_PREFIX = {SpanKind.INSERTED: "ins", SpanKind.DELETED: "del", SpanKind.MOVED: "mov"}


def _name_spans(pieces: Sequence[_Piece]) -> tuple[Span, ...]:
    spans, seen = [], Counter[str]()
    for kind, old, new, words in pieces:
        anchor = ""
        if kind is not SpanKind.EQUAL:
            side = "to" if kind is SpanKind.MOVED and not old else ""
            name = words or (old + new)
            seen[f"{kind}{side}{name}"] += 1
            turn = seen[f"{kind}{side}{name}"]
            digest = hashlib.blake2s(f"{name}\0{turn}".encode("utf-8", "surrogatepass"), digest_size=4)
            anchor = f"{_PREFIX[kind]}-{digest.hexdigest()}"
        spans.append(Span(kind=kind, old=old, new=new, anchor=anchor))
    return tuple(spans)
