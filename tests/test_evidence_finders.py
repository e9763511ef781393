"""What one text says: how strongly, within what time, and who has to act."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.evidence import find_bearers, find_limits, find_strengths, find_subject, find_terms
from diffing.evidence.folding import fold
from kb.base import KnowledgeBase
from kb.guidance import Strength
from kb.timescale import Relation, Unit, parse_timescale


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff must act.", [("must", "must")]),
        ("Staff shall act.", [("shall", "must")]),
        ("Staff ought to act.", [("ought to", "should")]),
        ("Staff are therefore required to act.", [("are therefore required to", "must")]),
        ("They have a statutory duty to act.", [("have a statutory duty to", "must")]),
        ("The Act places a duty on councils.", [("places a duty on", "must")]),
        ("Section 3 requires a plan.", [("requires", "must")]),
        ("This requires patience.", []),
        ("Staff should never wait.", [("should never", "should not")]),
        ("Staff shouldn’t wait.", [("shouldn’t", "should not")]),
        ("Staff need to act.", [("need to", "expected")]),
        ("There is no need to act.", []),
        ("The need to act is clear.", []),
        ("It is important that staff act.", [("It is important that", "expected")]),
        ("The chair is responsible for the minutes.", [("is responsible for", "expected")]),
        ("Staff do not need to ask.", [("do not need to", "may")]),
        ("Staff cannot ask.", []),
        ("Staff may not know.", []),
        ("No child may wait alone.", [("may", "must not")]),
        ("No later than Friday staff must act.", [("must", "must")]),
        ("It is a must.", []),
        ("A must-have for clubs.", []),
        ("In May they met.", []),
        ("May 2024 was wet.", []),
        ("Staff may ask.", [("may", "may")]),
        ("Should it rain, staff may stay.", [("may", "may")]),
        ("Read ‘What staff must do’.", []),
        ("“Staff must act.”", [("must", "must")]),
        ("You **MUST NOT** stop.", [("MUST NOT", "must not")]),
        ("", []),
    ],
)
def test_strengths(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest phrase counts; nouns, months, quoted titles and mere possibility give no strength."""
    found = find_strengths(text)

    assert [(each.words, each.strength.value) for each in found] == expected
    assert all(text[each.start : each.end] == each.words for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If he must travel, staff should help.", [False, True]),
        ("Decide whether the child should move.", [False]),
        ("Staff who must drive should rest.", [False, True]),
        ("If a child is hurt the school must act.", [True]),
        ("Where a child is hurt, the school must act.", [True]),
    ],
)
def test_conditions_are_not_the_duty(text: str, expected: list[bool]) -> None:
    """A modal inside a clause with "if", "whether" or "who" is not what the sentence asks."""
    assert [each.is_main for each in find_strengths(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within one working day of a referral being received", "within 1 working day of a referral being received"),
        ("no later than 15 working days after the talk", "within 15 working days after the talk"),
        ("within a maximum of twenty-eight days", "within 28 days"),
        ("within a week", "within 1 week"),
        ("within a fortnight", "within 2 weeks"),
        ("the 45‑working‑day limit", "within 45 working days"),
        ("within 24 hours, if need be", "within 24 hours"),
        ("within three months of the first meeting and tell the parents", "within 3 months of the first meeting"),
        ("no later than seven days before the day", "at least 7 days before the day"),
        ("for at least three years", "at least 3 years"),
        ("28 days or more", "at least 28 days"),
        ("not before three days after the talk", "not before 3 days after the talk"),
        ("at least every six months", "every 6 months"),
        ("at maximum intervals of six months", "every 6 months"),
        ("twice a year", "every 6 months"),
        ("reviewed annually", "every 1 year"),
        ("publish a yearly report", "every 1 year"),
        ("by 29th September 2019", "by 29 September 2019"),
        ("by the end of September", "by end of September"),
        ("from 2024", "starting 2024"),
        ("as soon as possible after the talk", "as soon as possible after the talk"),
        ("without undue delay", "without undue delay"),
        ("at the earliest opportunity", "at the earliest opportunity"),
        ("within 10 school days", "within 10 school days"),
    ],
)
def test_limits(text: str, expected: str) -> None:
    """A limit is read as an editor of the corpus would write it."""
    (found,) = find_limits(text)

    assert str(found.timescale) == expected
    assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "text",
    [
        "aged at least 16 years",
        "at least 16 years old",
        "in the last 12 months",
        "within the last two years",
        "open 24 hours a day",
        "within five miles",
        "in daily life",
        "the yearly report",
        "the immediately adjacent house",
        "not immediately",
        "within 10 to 15 days",
        "by hand",
        "from the council",
        "read ‘Reply within 24 hours’",
    ],
)
def test_what_is_no_limit(text: str) -> None:
    """Ages, looks back, opening hours, ranges, nearness and quoted titles set no limit."""
    assert find_limits(text) == ()


UNITS = st.sampled_from(list(Unit))


@settings(deadline=None)
@given(value=st.integers(min_value=1, max_value=999), unit=UNITS, relation=st.sampled_from(("within", "at least")))
def test_limits_are_read_back(value: int, unit: Unit, relation: str) -> None:
    """What an editor writes, put into a sentence, is found with the same value, unit and start."""
    words = f"{value} {unit}{'s' if value > 1 else ''} of the talk"
    wanted = parse_timescale(Relation(relation), words)

    (found,) = find_limits(f"Staff should reply {relation} {words}.")

    assert found.timescale == wanted


def test_agencies_longest_first(base: KnowledgeBase) -> None:
    """The longest name counts, and a verb is no abbreviation."""
    text = "The police and crime commissioner should help schools to prevent harm with the ICB."
    found = find_bearers(base, text)

    assert [each.ids for each in found] == [("police-and-crime-commissioners",), ("schools",), ("icb",)]
    assert all(text[each.start : each.end] == each.words for each in found)


def test_abbreviations_heed_case(base: KnowledgeBase) -> None:
    """A GP is not a "gp"; an abbreviation among shouted words is none."""
    assert [each.words for each in find_bearers(base, "GPs and gps")] == ["GPs"]
    assert find_bearers(base, "You MUST NOT DO this.") == ()


def test_an_ambiguous_alias_is_reported_with_all_it_can_mean(base: KnowledgeBase) -> None:
    """It is never decided which."""
    (found,) = find_bearers(base, "Tell the DSP.")

    assert found.is_ambiguous
    assert set(found.ids) == {"delegated-safeguarding-partners", "designated-safeguarding-leads"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schools and the police should act.", "Schools and the police"),
        ("Where a child is hurt, schools and GPs should act.", "schools and GPs"),
        ("A referral should be made by GPs and the police.", "GPs and the police"),
        ("Children should be seen alone.", None),
        ("They should act.", None),
        ("A school’s staff should act.", "staff"),
    ],
)
def test_subjects(base: KnowledgeBase, text: str, expected: str | None) -> None:
    """Who stands before the modal, or after "by" in a passive; nobody when it cannot be seen."""
    subject = find_subject(base, text, find_strengths(text)[0])

    assert (subject.words if subject else None) == expected


def test_an_unsure_subject_says_so(base: KnowledgeBase) -> None:
    """After "in schools and ..." it cannot be told whether the police act or are where staff work."""
    text = "Staff in schools and the police should act."
    subject = find_subject(base, text, find_strengths(text)[0])

    assert subject is not None
    assert not subject.is_sure


def test_terms(base: KnowledgeBase) -> None:
    """A term is found by label and alias, in the plural too."""
    text = "Core assessments and an SCR"

    assert [(each.ids, each.words) for each in find_terms(base, text)] == [
        (("core-assessment",), "Core assessments"),
        (("serious-case-review",), "SCR"),
    ]


@settings(deadline=None)
@given(st.text(max_size=120))
def test_folding_knows_every_place(text: str) -> None:
    """Each folded sign points at a sign of the text, in order."""
    folded = fold(text)

    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)


def test_every_strength_can_be_found() -> None:
    """Each strength but a plain statement has words of its own."""
    text = "A must. B must not. C should. D should not. E needs to. F may."

    assert {each.strength for each in find_strengths(text.replace("A ", "They "))} == set(Strength) - {Strength.STATES}
