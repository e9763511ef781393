"""Questions in plain words, answered with cited rows.

:func:`ask` is all a caller needs. A grammar compiled from the knowledge base reads the question (:mod:`.reading`), one
index over every record finds what bears on it (:mod:`.search`), and the answer says how the question was read, what was
looked through and what is not covered (:mod:`.answer`). No language model has a part in it.
"""

from __future__ import annotations

from diffing.asking.answer import Answer, AnswerGroup, AnswerRow
from diffing.asking.answering import ask
from diffing.asking.kept import Asking, load_asking
from diffing.asking.reading import Intent, Reading, read_question

__all__ = ["Answer", "AnswerGroup", "AnswerRow", "Asking", "Intent", "Reading", "ask", "load_asking", "read_question"]
