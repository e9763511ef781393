"""Text that every format can carry: what XML, slides and spreadsheets refuse is taken out once, before any of them."""

from __future__ import annotations

import dataclasses
import re
from typing import TypeVar

import msgspec

Value = TypeVar("Value")

_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e]")
"""Control characters, halves of characters, no characters at all, and marks that turn round whatever follows them."""

_ESCAPED = re.compile(r"\\u00|\\[bfr]")
"""How JSON writes a control character."""


def plain(text: str) -> str:
    """*text* without what a document cannot hold; line ends and tabs stay.

    Right-to-left text, emoji and joiners stay as they are. Only the marks that force a direction on all that follows
    go: unclosed, they would turn round the source that stands after them.

    Example:
        >>> plain("a\\x00b\\r\\nc")
        'ab\\nc'
    """
    return _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def cleaned(value: Value) -> Value:
    """*value* with every text in it made :func:`plain`, however deep it lies in tuples and dataclasses."""
    return _rebuilt(value) if _needs_it(value) else value


def _needs_it(value: object) -> bool:
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:
        return True
    return bool(_ESCAPED.search(text) or _REFUSED.search(text))


def _rebuilt(value: Value) -> Value:
    if isinstance(value, str) and type(value) is str:
        return plain(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(map(_rebuilt, value))  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _rebuilt(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value
