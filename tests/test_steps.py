"""What changed between two editions: complete, cited, and no more than the sources carry."""

from __future__ import annotations

import pytest
from samples import Spoil

from diffing.change import Basis, Change, Step
from diffing.compiled import Compiled, compile_corpus
from diffing.steps import compare_editions
from diffing.ties import standing
from kb.guidance import ChangeKind

CHAPTER = "editions/2004/01-asking-and-acting.md"


def step(compiled: Compiled, before: str, after: str) -> Step:
    """The compiled step between two editions."""
    return compiled.steps_by_ends[before, after]


def change(of: Step, slug: str) -> Change:
    """The change of a step with that slug."""
    return next(each for each in of.changes if each.id.split("/")[1] == slug)


def test_an_announced_change_tells_what_comparing_adds(small: Compiled) -> None:
    """The announced kind stands, and strength, bearer and term come from the two ends of the link."""
    found = change(step(small, "2001", "2004"), "sooner-answer")

    assert found.kinds == (
        ChangeKind.STRENGTHENED,
        ChangeKind.HANDED_OVER,
        ChangeKind.TIMESCALE_SHORTENED,
        ChangeKind.RENAMED,
    )
    assert {each.kind: each.basis for each in found.findings}[ChangeKind.TIMESCALE_SHORTENED] is Basis.ANNOUNCED
    assert {each.kind: (each.was, each.now) for each in found.findings}[ChangeKind.STRENGTHENED] == ("should", "must")


def test_an_inferred_strength_is_never_compared(small: Compiled) -> None:
    """May became an inferred must: that is no strengthening, the duty is carried on."""
    found = change(step(small, "2001", "2004"), "teach-staff-as-it-stands")

    assert found.kinds == (ChangeKind.CARRIED_ON,)


def test_a_split_is_one_change_with_both_new_ends(small: Compiled) -> None:
    """One old duty that two new ones carry on, as a reason vouches."""
    found = change(step(small, "2004", "2007"), "teach-new-staff-as-it-stands")

    assert found.kinds == (ChangeKind.SPLIT,)
    assert found.old == ("2004/teach-staff",)
    assert found.new == ("2007/teach-new-staff", "2007/teach-old-staff")


def test_more_records_of_one_duty_are_no_split(spoil: Spoil) -> None:
    """Without a reason that says so, two records beside a partly known one only tell the duty in more detail."""
    root = spoil("editions/2007/01-all.md", "(split: new staff", "(new staff")

    found = change(step(compile_corpus(root), "2004", "2007"), "teach-new-staff-as-it-stands")

    assert found.kinds == (ChangeKind.CARRIED_ON,)


def test_absence_in_a_partly_known_chapter_proves_nothing(small: Compiled) -> None:
    """Without a source that says so, a lone duty is first recorded, or not recorded after."""
    assert change(step(small, "2001", "2004"), "bell-as-it-stands").kinds == (ChangeKind.FIRST_RECORDED,)
    assert change(step(small, "2004", "2007"), "bell-as-it-stood").kinds == (ChangeKind.NOT_RECORDED_AFTER,)


def test_a_lone_duty_is_gone_only_when_all_is_known_and_its_editor_says_so(spoil: Spoil) -> None:
    """The 2007 text is wholly known; only with the editor's word that it ended is the duty removed."""
    root = spoil(CHAPTER, "alone: first recorded here", "alone: ended with the third Guide")

    found = change(step(compile_corpus(root), "2004", "2007"), "bell-as-it-stood")

    assert found.kinds == (ChangeKind.REMOVED,)


def test_a_missing_bearer_in_a_summary_is_no_narrowing(small: Compiled) -> None:
    """2004 is known from a digest only: that 2007 names schools too does not prove that they were added."""
    assert ChangeKind.WIDENED not in change(step(small, "2004", "2007"), "answer-as-it-stands").kinds


def test_a_duty_is_redefined_when_a_source_says_that_its_term_is(spoil: Spoil) -> None:
    """The words stand, but what the whole look takes in has changed: both meanings are told, and the source."""
    root = spoil("terms.yaml", "meanings: {'2004': One look at everything.}", "meanings: {'2004': All., '2007': More.}")
    (root / "changes" / "2004-2007.md").write_text(
        "---\nfrom: 2004\nto: 2007\n---\n\n### Whole look takes in more {#whole-look-more}\n\n- kind: redefined\n"
        "- who: everyone\n- topics: referrals\n- terms: whole-look\n"
        '- source: guide-2007 "glossary"\n\nIt takes in more.\n',
        encoding="utf-8",
    )

    found = change(step(compile_corpus(root), "2004", "2007"), "answer-as-it-stands")

    assert found.kinds == (ChangeKind.REDEFINED,)
    assert (found.findings[0].was, found.findings[0].now) == ("Whole look: All.", "Whole look: More.")
    assert "glossary" in {citation.locator for citation in found.citations}


def test_drafts_never_enter_the_steps_between_editions(small: Compiled) -> None:
    """Nothing of a draft stands in a step of issued editions."""
    drafts = {edition.id for edition in small.base.editions if edition.is_draft}
    for each in small.steps:
        if drafts & {each.from_edition, each.to_edition}:
            continue
        names = [name for one in each.changes for name in (*one.old, *one.new)]
        assert not [name for name in names if name.split("/")[0] in drafts]


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_every_provision_is_told_once_or_announced(which: str, request: pytest.FixtureRequest) -> None:
    """In a step between editions no provision is lost, and none stands in two changes that nobody announced."""
    compiled: Compiled = request.getfixturevalue(which)
    base = compiled.base
    for each in compiled.steps:
        if each.from_edition == each.to_edition or any(
            base.edition(name).is_draft for name in (each.from_edition, each.to_edition)
        ):
            continue
        told = {name for one in each.changes for name in (*one.old, *one.new)}
        expected = {one.id for name in (each.from_edition, each.to_edition) for one in standing(base, name)}
        assert expected <= told
        computed = [name for one in each.changes if not one.announced for name in (*one.old, *one.new)]
        assert len(computed) == len(set(computed))


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_every_change_is_cited_and_has_a_kind(which: str, request: pytest.FixtureRequest) -> None:
    """Nothing without a source, nothing without a word for it, no id twice."""
    compiled: Compiled = request.getfixturevalue(which)
    changes = [one for each in compiled.steps for one in each.changes]

    assert all(one.citations and one.findings for one in changes)
    assert len({one.id for one in changes}) == len(changes)


def test_strength_is_told_only_between_stated_strengths(shipped: Compiled) -> None:
    """No computed strengthening or weakening leans on a strength that was inferred."""
    base = shipped.base
    for each in shipped.steps:
        for one in each.changes:
            kinds = {f.kind for f in one.findings if f.basis is not Basis.ANNOUNCED}
            if kinds & {ChangeKind.STRENGTHENED, ChangeKind.WEAKENED}:
                ends = [base.provision(name) for tie in one.ties for name in (tie.old, tie.new)]
                assert not any(end.strength_inferred for end in ends), one.id


def test_an_edition_compared_with_itself_has_no_change_of_its_own(small: Compiled) -> None:
    """Only in-place updates are told, and an edition without one has none."""
    assert compare_editions(small.base, "2001", "2001").changes == ()
    assert [one.revision for one in compare_editions(small.base, "2004", "2004").changes] == ["2005-02-01"]


def test_paths_lead_through_the_editions_between(small: Compiled) -> None:
    """2001 and 2007 are tied through 2004, with both reasons, never through the draft."""
    found = change(compare_editions(small.base, "2001", "2007"), "answer-as-it-stands")

    assert found.ties[0].why == "the same answer, sooner; then the same duty in the same place"
    assert ChangeKind.TIMESCALE_SHORTENED in found.kinds
