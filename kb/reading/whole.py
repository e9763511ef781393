"""Reading a corpus folder whole, or telling everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kb.base import KnowledgeBase
from kb.errors import CorpusError
from kb.guidance import Provision
from kb.reading.editions import EditionFolder, read_changes, read_editions
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
        provisions=_with_reasons(folders),
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


def _with_reasons(folders: tuple[EditionFolder, ...]) -> tuple[Provision, ...]:
    """All provisions; one without any link and without a reason of its own gets that of its chapter."""
    provisions = [provision for folder in folders for provision in folder.provisions]
    reasons = {chapter.id: chapter.alone for folder in folders for chapter in folder.chapters}
    linked = {link.earlier for each in provisions for link in each.continues}
    linked |= {each.id for each in provisions if each.continues or each.alone}
    return tuple(each if each.id in linked else replace(each, alone=reasons[each.chapter]) for each in provisions)
