"""The knowledge base: what each edition of Working Together says, and who says so.

Typed values for editions, chapters, provisions, agencies, terms and sources, and the readers that
make them from the corpus. Nothing here knows how two editions are compared (``diffing``) or shown
(``kb_site``).
"""

__version__ = "0.1.0"
"""The version of the distribution; the build reads it from here."""
