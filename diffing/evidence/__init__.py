"""Typed change between two texts, with the words that show it and where they stand.

:func:`type_pair` is what most callers need; the finders tell what one text says. All read plain text, of any guidance;
spaCy is loaded on the first call.
"""

from __future__ import annotations

from diffing.evidence.bearers import FoundBearer, Subject, find_bearers, find_subject, find_subjects
from diffing.evidence.compare import type_pair
from diffing.evidence.limits import FoundLimit, find_limits
from diffing.evidence.model import TextFinding
from diffing.evidence.strengths import FoundStrength, find_strengths
from diffing.evidence.term_changes import FoundTerm, find_terms

__all__ = [
    "FoundBearer",
    "FoundLimit",
    "FoundStrength",
    "FoundTerm",
    "Subject",
    "TextFinding",
    "find_bearers",
    "find_limits",
    "find_strengths",
    "find_subject",
    "find_subjects",
    "find_terms",
    "type_pair",
]
