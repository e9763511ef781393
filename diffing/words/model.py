"""A stretch of two compared texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SpanKind(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One stretch; all ``old`` joined give the old text, all ``new`` joined give the new text."""

    kind: SpanKind
    """What happened. Moved text has two spans of one anchor: where it left and where it arrived."""

    old: str
    """Its text in the old version; empty when it was inserted or arrived here."""

    new: str
    """Its text in the new version; empty when it was deleted or left here."""

    anchor: str
    """Name made from kind and words, the same however much else changes; empty when equal, e.g. ``del-5f0c91ab``."""

    @property
    def text(self) -> str:
        """The text as a reader sees it: the new one where there is one."""
        return self.new or self.old


def apply(spans: Iterable[Span], old: str) -> str:
    """Return the new text: *spans* applied to the *old* text they were made from.

    Raises:
        ValueError: When *old* is not the text that the spans begin with.

    Example:
        >>> apply([Span(kind=SpanKind.INSERTED, old="", new="Yes.", anchor="ins-1")], "")
        'Yes.'
    """
    spans = tuple(spans)
    if "".join(span.old for span in spans) != old:
        raise ValueError("these spans were made from another old text")
    return "".join(span.new for span in spans)
