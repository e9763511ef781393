"""Questions in plain words, answered with cited rows.

:func:`ask` is all a caller needs. A grammar compiled from the knowledge base reads the question (:mod:`.reading`), one
index over every record finds what bears on it (:mod:`.search`), and the answer says how the question was read, what was
looked through and what is not covered (:mod:`.answer`). No language model has a part in it.
"""

from __future__ import annotations

from diffing.asking.answer import Answer, AnswerGroup, AnswerRow
from diffing.asking.answering import ask
from diffing.asking.exporting import grammar_json
from diffing.asking.kept import Asking, compile_asking, load_asking
from diffing.asking.question import Intent, Reading
from diffing.asking.reading import read_question

__all__ = [
    "Answer",
    "AnswerGroup",
    "AnswerRow",
    "Asking",
    "Intent",
    "Reading",
    "ask",
    "compile_asking",
    "grammar_json",
    "load_asking",
    "read_question",
]
