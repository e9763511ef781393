"""The golden questions: the right record among the first ten rows, the right reading, no false answer."""

from __future__ import annotations

import pytest
from asking_cases import asking_of, expected_slots, golden_questions, is_right, slots_of, statements_by_record

from diffing.asking import Answer, Asking, Intent, ask
from diffing.asking.reference import spacy_spans
from diffing.asking.words import tokens
from diffing.compiled import Compiled

QUESTIONS = golden_questions()


@pytest.fixture(scope="module")
def asking(shipped: Compiled) -> Asking:
    """Grammar and index of the real corpus."""
    return asking_of(shipped)


@pytest.fixture(scope="module")
def answers(asking: Asking) -> list[Answer]:
    """The answers to all golden questions."""
    return [ask(asking, case.question) for case in QUESTIONS]


def test_there_are_enough_of_them() -> None:
    """Paraphrases, slips, abbreviations, two agencies, drafts, disputes and questions without an answer."""
    assert len(QUESTIONS) >= 150
    assert sum(not case.answerable for case in QUESTIONS) >= 15


def test_the_right_record_is_among_the_first_ten(answers: list[Answer], shipped: Compiled) -> None:
    """At least 95 of 100; every other one is marked in the file as a known miss, and none is marked for nothing."""
    statements = statements_by_record(shipped)
    wrong = [
        case.question for case, answer in zip(QUESTIONS, answers, strict=True) if not is_right(case, answer, statements)
    ]

    assert set(wrong) <= {case.question for case in QUESTIONS if case.known_miss}
    assert len(wrong) <= len(QUESTIONS) * 0.05


def test_every_wanted_record_exists(shipped: Compiled) -> None:
    """A golden question that wants what the corpus does not have tests nothing."""
    known = set().union(*statements_by_record(shipped).values())

    assert [want for case in QUESTIONS for want in case.wants if want not in known] == []


def test_questions_are_read_slot_by_slot(answers: list[Answer]) -> None:
    """Agencies, editions, strengths, and kinds and intent where the file names them."""
    wrong = []
    for case, answer in zip(QUESTIONS, answers, strict=True):
        expected, found = expected_slots(case), slots_of(answer.reading)
        if any(found[name] != value for name, value in expected.items()):
            wrong.append((case.question, expected, found))

    assert wrong == []


def test_no_row_of_an_edition_that_was_not_asked_about(asking: Asking, answers: list[Answer]) -> None:
    """An edition in the question is a promise: not one row breaks it."""
    order = {edition.id: place for place, edition in enumerate(asking.compiled.base.editions)}
    for answer in answers:
        reading = answer.reading
        for row in answer.rows:
            ends = row.edition.split(",")[0].split(" → ")
            if not row.edition:
                continue
            if reading.from_edition:
                inside = [order[reading.from_edition] <= order[end] <= order[reading.to_edition] for end in ends]
                assert all(inside), (answer.echo, row.id)
            elif reading.editions:
                assert ends[-1] in reading.editions or row.draft, (answer.echo, row.id)


def test_drafts_are_never_shown_as_final(asking: Asking, answers: list[Answer]) -> None:
    """A row of a draft is marked, and where changes or an edition are asked about it is there only if a draft is."""
    drafts = {edition.id for edition in asking.compiled.base.editions if edition.is_draft}
    for case, answer in zip(QUESTIONS, answers, strict=True):
        for group in answer.groups:
            for row in group.rows:
                is_of_draft = any(draft in row.edition for draft in drafts)
                assert row.draft == is_of_draft
                assert ("DRAFT" in group.heading) == is_of_draft
                strict = answer.reading.editions or answer.reading.intent is Intent.WHAT_CHANGED
                assert not (row.draft and strict) or case.drafts, (case.question, row.id)


def test_every_row_of_every_answer_is_cited(answers: list[Answer]) -> None:
    """Nothing without a source."""
    rows = [row for answer in answers for row in (*answer.rows, *answer.related)]

    assert rows
    assert all(row.sources and set(row.evidence.split(" → ")) <= {"official", "secondary"} for row in rows)


def test_spacy_finds_the_same_phrases(asking: Asking) -> None:
    """The matcher that needs no spaCy finds what spaCy's PhraseMatcher finds, on every golden question."""
    find = spacy_spans(asking.kept.grammar)
    for case in QUESTIONS:
        words = asking.matcher.mend_all(tokens(case.question))
        assert tuple((span.start, span.end) for span in asking.matcher.spans(words)) == find(words), case.question
