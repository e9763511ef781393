"""How much of each chapter the corpus carries, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass

from kb.base import KnowledgeBase
from kb.guidance import Chapter
from kb.vocabulary import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterCoverage:
    """What the corpus carries of one chapter."""

    chapter: Chapter
    """The chapter."""

    provisions: int
    """How many provisions it has here."""

    official: int
    """How many of them rest on official text."""

    inferred: int
    """How many have a strength that no source states."""

    linked: int
    """How many continue an earlier provision or are continued by a later one."""


def coverage_of(base: KnowledgeBase) -> tuple[ChapterCoverage, ...]:
    """The coverage of every chapter, in the order of the editions."""
    continued = {link.earlier for each in base.provisions for link in each.continues}
    found = []
    for chapter in base.chapters:
        members = [each for each in base.provisions_of(chapter.edition) if each.chapter == chapter.id]
        found.append(
            ChapterCoverage(
                chapter=chapter,
                provisions=len(members),
                official=sum(base.evidence(each) is Evidence.OFFICIAL for each in members),
                inferred=sum(each.strength_inferred for each in members),
                linked=sum(bool(each.continues) or each.id in continued for each in members),
            )
        )
    return tuple(found)
