"""Word difference between an old and a new text, and how it is shown.

>>> to_text(compare_words("See the child within 7 days.", "See the child alone within 7 days."))
'See the child {+alone +}within 7 days.'
"""

from __future__ import annotations

from diffing.words.compare import compare_words
from diffing.words.model import Span, SpanKind, apply
from diffing.words.show import to_html, to_speech, to_text

__all__ = ["Span", "SpanKind", "apply", "compare_words", "to_html", "to_speech", "to_text"]
