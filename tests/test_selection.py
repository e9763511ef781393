"""Choosing changes by agency, editions, kind, strength and topic."""

from __future__ import annotations

import pytest

from diffing.compiled import Compiled
from diffing.rows import make_row
from diffing.selection import SILENT, Filters, find_edition, find_kinds, select
from kb.errors import NotFoundError, SelectionError
from kb.guidance import ChangeKind, Strength
from kb.lookup import Reach, audience


def test_without_filters_every_issued_step_is_looked_through(small: Compiled) -> None:
    """Oldest first, in-place updates included, drafts left out."""
    steps = [(step.from_edition, step.to_edition) for step in select(small, Filters()).steps]

    assert steps == [("2001", "2004"), ("2004", "2004"), ("2004", "2007")]


def test_an_agency_gets_its_own_rows_before_those_of_wider_groups(small: Compiled) -> None:
    """Within a step what names schools comes before what names everyone."""
    asked = audience(small.base, small.base.agency("schools"))

    found = select(small, Filters(audience=asked, to_edition="2004", with_silent=True)).found

    reaches = [each.reach for each in found if each.step.from_edition == "2001"]
    assert reaches == [Reach.NAMED, Reach.NAMED, Reach.WIDER]


def test_wider_groups_can_be_left_out(small: Compiled) -> None:
    """Only what names schools or their members is left."""
    asked = audience(small.base, small.base.agency("schools"))

    found = select(small, Filters(audience=asked, named_only=True, with_silent=True)).found

    assert Reach.WIDER not in {each.reach for each in found}


def test_a_successor_is_followed(small: Compiled) -> None:
    """Asking for the old board finds what its heirs do in later editions."""
    asked = audience(small.base, small.base.agency("board"))

    found = select(small, Filters(audience=asked, from_edition="2004", with_silent=True)).found

    assert Reach.SUCCESSOR in {each.reach for each in found}


def test_kind_strength_and_topic_narrow_the_rows(small: Compiled) -> None:
    """Each row that is left has what was asked for."""
    shorter = select(small, Filters(kinds=(ChangeKind.TIMESCALE_SHORTENED,))).found
    musts = select(small, Filters(strengths=(Strength.MUST,), topics=("training",), with_silent=True)).found

    assert [each.change.id for each in shorter] == ["2001-2004/sooner-answer"]
    assert {each.change.id for each in musts} == {
        "2001-2004/red-book-ends",
        "2001-2004/teach-staff-as-it-stands",
        "2004-2007/teach-new-staff-as-it-stands",
    }


def test_what_tells_no_change_is_counted_and_not_listed(small: Compiled) -> None:
    """A duty that goes on, or that only one summary happens to mention, waits until it is asked for."""
    selection = select(small, Filters())
    everything = select(small, Filters(with_silent=True))

    assert {kind for each in selection.silent for kind in each.change.kinds} == set(SILENT)
    assert len(selection.found) + len(selection.silent) == len(everything.found)
    assert select(small, Filters(kinds=(ChangeKind.CARRIED_ON,))).found


def test_later_than_is_told(small: Compiled) -> None:
    """Old is on the left."""
    with pytest.raises(SelectionError, match="--from 2007 is later than --to 2001"):
        select(small, Filters(from_edition="2007", to_edition="2001"))


def test_a_draft_is_compared_only_when_named_and_only_with_its_neighbours(small: Compiled) -> None:
    """The way out names the pairs there are."""
    assert [step.to_edition for step in select(small, Filters(from_edition="2001", to_edition="2003-draft")).steps] == [
        "2003-draft"
    ]
    with pytest.raises(SelectionError, match="--from 2003-draft --to 2004"):
        select(small, Filters(from_edition="2003-draft", to_edition="2007"))


@pytest.mark.parametrize(
    ("name", "expected"), [("2004", "2004"), ("WT04", "2004"), ("wt2007", "2007"), ("latest", "2007"), ("07", "2007")]
)
def test_editions_by_the_names_people_use(small: Compiled, name: str, expected: str) -> None:
    """Year, short form, or the latest."""
    assert find_edition(small.base, name).id == expected


def test_an_unknown_edition_gives_the_list(small: Compiled) -> None:
    """Every edition there is stands in the message."""
    with pytest.raises(NotFoundError, match=r"2001\n.*2003-draft\n.*2004\n.*2007"):
        find_edition(small.base, "1999")


def test_kinds_by_group_words() -> None:
    """``new`` stands for introduced and first recorded; a wrong word lists the right ones."""
    assert find_kinds(["new", "handed-over"]) == (
        ChangeKind.INTRODUCED,
        ChangeKind.FIRST_RECORDED,
        ChangeKind.HANDED_OVER,
    )
    with pytest.raises(NotFoundError, match="stronger"):
        find_kinds(["bigger"])


def test_an_announced_change_is_never_better_founded_than_its_sources(shipped: Compiled) -> None:
    """That the text of one side was seen makes no official change of what a summary announces."""
    base = shipped.base
    for change in (change for step in shipped.steps for change in step.changes if change.announced):
        cited = {base.source(citation.source).evidence.value for citation in change.citations}
        if "official" not in cited:
            assert make_row(base, change).evidence == "secondary", change.id


def test_a_row_names_each_source_and_place_once(shipped: Compiled) -> None:
    """Several statements of one place in a source read the same."""
    for change in (change for step in shipped.steps for change in step.changes):
        row = make_row(shipped.base, change)
        assert len(set(row.sources.split("; "))) == len(row.sources.split("; ")), change.id
        assert len(set(row.paragraph.split("; "))) == len(row.paragraph.split("; ")), change.id
