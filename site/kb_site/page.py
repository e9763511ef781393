"""Pages as plain data: the generator knows nothing of MkDocs, so that either can be replaced."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """One page of the site."""

    src_uri: str
    """Where its source would lie below ``docs_dir``, e.g. ``editions/2013.md``."""

    markdown: str
    """The whole source, front matter included."""

    edit_uri: str = ""
    """Corpus file it was made from, e.g. ``editions/2013/edition.md``; empty when there is no single one."""
