"""The shipped corpus: every record cited, every statement of the seed documents carried, 2023 whole."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml
from samples import CASES

from kb.base import KnowledgeBase
from kb.corpus import corpus_root
from kb.guidance import Coverage
from kb.vocabulary import Citation, Evidence

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""The material the project was made from; beside a checkout on the project's own machines only."""

LAST_PARAGRAPH = 403
"""The 2023 edition numbers its paragraphs 1 to 403."""


def citations(base: KnowledgeBase) -> Iterator[Citation]:
    """Every citation of every record."""
    notes = [note for edition in base.editions for note in edition.notes]
    for records in (
        *(base.provisions, base.changes, base.chapters, base.editions, base.terms, base.sources, base.agencies, notes),
        [step for agency in base.agencies for step in agency.succeeded_by],
        [step for term in base.terms for step in term.replaced_by],
        [claim for dispute in base.disputes for claim in dispute.claims],
        [revision for edition in base.editions for revision in edition.revisions],
        [link for provision in base.provisions for link in provision.continues],
    ):
        for record in records:
            yield from record.citations


def test_every_statement_of_the_seed_documents_is_carried(base: KnowledgeBase) -> None:
    """Each duty, change, chapter, edition, term, document, law and date of the ledger is cited by some record."""
    ledger = yaml.safe_load((CASES / "ledger.yaml").read_text(encoding="utf-8"))
    expected = {
        (source, number)
        for source, types in ledger["statements"].items()
        for kind, numbers in types.items()
        if kind in ledger["carried"]
        for number in numbers
    }

    carried = {(citation.source, citation.statement) for citation in citations(base) if citation.statement}

    assert sorted(expected - carried) == []


def test_no_statement_is_cited_that_is_not_in_the_ledger(base: KnowledgeBase) -> None:
    """A slip in a number would vouch for something nobody said."""
    ledger = yaml.safe_load((CASES / "ledger.yaml").read_text(encoding="utf-8"))["statements"]
    known = {(source, n) for source, types in ledger.items() for numbers in types.values() for n in numbers}

    cited = {(citation.source, citation.statement) for citation in citations(base) if citation.statement}

    assert sorted(cited - known) == []


def numbers(texts: Iterable[str]) -> set[int]:
    """The paragraph numbers that printed places name: ``48, 50-52`` names four."""
    found: set[int] = set()
    for text in texts:
        bare = re.sub(
            r"(?:pages?|footnotes?|boxe?s?|chart|figure|standard)\s+[\d, and-]+", "", text, flags=re.IGNORECASE
        )
        for first, last in re.findall(r"\b(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\b", bare):
            found |= set(range(int(first), int(last or first) + 1))
    return found


def test_every_paragraph_of_2023_is_accounted_for(base: KnowledgeBase) -> None:
    """Each of the 403 is carried by a provision, or listed as one that binds nobody."""
    carried = numbers(each.paragraph for each in base.provisions_of("2023"))
    narrative = numbers(each for chapter in base.chapters_of("2023") for each in chapter.narrative)

    assert sorted(set(range(1, LAST_PARAGRAPH + 1)) - carried - narrative) == []


def test_2023_is_covered_whole(base: KnowledgeBase) -> None:
    """Every chapter of it is complete, and no strength of it is inferred: the official text was read."""
    assert {chapter.coverage for chapter in base.chapters_of("2023")} == {Coverage.COMPLETE}
    assert [each.id for each in base.provisions_of("2023") if each.strength_inferred] == []


def test_what_a_partial_chapter_lacks_is_said(base: KnowledgeBase) -> None:
    """No chapter is silently incomplete."""
    assert all(chapter.missing for chapter in base.chapters if chapter.coverage is Coverage.PARTIAL)


def test_addresses_are_fit_to_publish(base: KnowledgeBase) -> None:
    """No bare number for a host, and nothing but the web."""
    for source in base.sources:
        assert not source.address or re.match(r"https?://[a-z0-9.-]*[a-z][a-z0-9.-]*/", source.address + "/"), source.id


def test_drafts_say_that_they_are_drafts(base: KnowledgeBase) -> None:
    """An edition whose name says draft is one, and no other is."""
    assert {edition.id for edition in base.editions if edition.is_draft} == {
        edition.id for edition in base.editions if edition.id.endswith("-draft")
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the source documents lie beside the project's own checkouts only")
def test_the_corpus_is_in_our_own_words() -> None:
    """No run of eight words is shared with a source document, but for names and titles let through by hand."""
    run = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "own_words.py"), str(corpus_root())], capture_output=True, text=True
    )

    assert run.stdout == ""


def test_an_inferred_strength_is_never_shown_as_official(base: KnowledgeBase) -> None:
    """Who did not see the words that bind has not seen official text, only a heading or a contents list."""
    assert {base.evidence(each) for each in base.provisions if each.strength_inferred} == {Evidence.SECONDARY}
