"""Reading a corpus folder whole, or telling everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from kb.base import KnowledgeBase
from kb.errors import CorpusError
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
