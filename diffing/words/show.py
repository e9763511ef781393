"""Show a word difference: for the eye, in plain text, and for the ear. Never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from diffing.words.model import Span, SpanKind

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Signs that HTML does not allow."""


def to_html(spans: Sequence[Span], prefix: str = "") -> str:
    """Return *spans* as HTML with ``<ins>`` and ``<del>``; all text is escaped.

    Words for screen readers stand in elements of class ``visually-hidden``. *prefix* keeps ids
    apart when a page shows several differences. The two ends of moved text link to each other.

    Example:
        >>> to_html([Span(kind=SpanKind.EQUAL, old="a < b", new="a < b", anchor="")])
        'a &lt; b'
    """
    return "".join(_html(span, escape(prefix)) for span in spans)


def _html(span: Span, prefix: str) -> str:
    text = escape(_UNPRINTABLE.sub("\ufffd", span.text))
    if span.kind is SpanKind.EQUAL:
        return text
    tag, said = ("ins", _said(span)) if span.new else ("del", _said(span))
    name = f"{prefix}{span.anchor}"
    if span.kind is SpanKind.MOVED:
        here, there = (f"{name}-to", f"{name}-from") if span.new else (f"{name}-from", f"{name}-to")
        link = f'<a href="#{there}"><span class="visually-hidden">{said}: </span>{text.rstrip()}</a>'
        return f'<{tag} id="{here}" class="moved">{link}</{tag}>{_space(span)}'
    return (
        f'<{tag} id="{name}"><span class="visually-hidden">{said}: </span>{text.rstrip()}'
        f'<span class="visually-hidden"> (end)</span></{tag}>{_space(span)}'
    )


def _said(span: Span) -> str:
    if span.kind is SpanKind.MOVED:
        return "moved to here" if span.new else "moved away"
    return span.kind.value


def _space(span: Span) -> str:
    """Keep the space after a change outside it, so that no underlined or struck blank shows."""
    return " " if span.text != span.text.rstrip() else ""


def to_text(spans: Iterable[Span]) -> str:
    """Return *spans* with markers: ``[-deleted-]``, ``{+inserted+}``, ``[~moved away~]``, ``{~moved here~}``."""
    marks = {
        (SpanKind.DELETED, False): "[-{}-]",
        (SpanKind.INSERTED, True): "{{+{}+}}",
        (SpanKind.MOVED, False): "[~{}~]",
        (SpanKind.MOVED, True): "{{~{}~}}",
    }
    return "".join(marks.get((span.kind, bool(span.new)), "{}").format(span.text) for span in spans)


def to_speech(spans: Iterable[Span]) -> str:
    """Return *spans* as they are read out: every change is announced and closed.

    Example:
        >>> to_speech([Span(kind=SpanKind.DELETED, old="should ", new="", anchor="d")])
        '(deleted: should, end)'
    """
    parts = []
    for span in spans:
        words = " ".join(span.text.split())
        if words:
            parts.append(words if span.kind is SpanKind.EQUAL else f"({_said(span)}: {words}, end)")
    return " ".join(parts)
