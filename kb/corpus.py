"""Where the corpus lies, and reading it whole."""

from __future__ import annotations

from pathlib import Path

from kb.base import KnowledgeBase
from kb.errors import CorpusError, KbError
from kb.reading.editions import read_changes, read_editions
from kb.reading.fields import Problems
from kb.reading.rules import check
from kb.reading.vocabularies import (
    read_agencies,
    read_disputes,
    read_sources,
    read_terms,
    read_topics,
    read_work,
)

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_corpus", _HERE.parent / "corpus")
"""In order: the copy in an installed wheel, the folder of a checkout."""


def corpus_root(chosen: Path | None = None) -> Path:
    """The folder to read: the one chosen, or the one that was shipped.

    Raises:
        KbError: the folder does not exist.
    """
    if chosen is not None:
        if not chosen.is_dir():
            raise KbError(f"{chosen}: no such folder; --corpus takes a folder with work.yaml and editions/ in it")
        return chosen
    for place in _PLACES:
        if place.is_dir():
            return place
    raise KbError("no corpus was shipped with this installation; name one with --corpus DIR")


def read_corpus(root: Path) -> KnowledgeBase:
    """The knowledge base that the files under *root* hold.

    Raises:
        CorpusError: a file breaks a rule; the error carries every problem of every file.
    """
    problems = Problems(root)
    work, themes = read_work(problems)
    agencies, ambiguous = read_agencies(problems)
    folders = read_editions(problems)
    base = KnowledgeBase(
        work=work,
        editions=tuple(folder.edition for folder in folders),
        chapters=tuple(chapter for folder in folders for chapter in folder.chapters),
        provisions=tuple(provision for folder in folders for provision in folder.provisions),
        changes=read_changes(problems),
        agencies=agencies,
        ambiguous=ambiguous,
        terms=read_terms(problems),
        topics=read_topics(problems),
        themes=themes,
        sources=read_sources(problems),
        disputes=read_disputes(problems),
    )
    check(base, problems)
    if problems.found:
        raise CorpusError(problems.found)
    return base
