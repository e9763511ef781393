"""Duties through the editions."""

from __future__ import annotations

import pytest

from diffing.compiled import Compiled
from diffing.lineage import badge, find_provision, lineage_of, lineages


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_every_provision_is_in_exactly_one_line(which: str, request: pytest.FixtureRequest) -> None:
    """Lines share no member, leave none out, and have names of their own."""
    compiled: Compiled = request.getfixturevalue(which)
    lines = lineages(compiled)
    members = [member.id for line in lines for member in line.members]

    assert sorted(members) == sorted(each.id for each in compiled.base.provisions)
    assert len({line.slug for line in lines}) == len(lines)


def test_a_line_runs_from_the_oldest_edition_to_the_latest(small: Compiled) -> None:
    """The draft stands in it by date and is not its name-giver."""
    line = lineage_of(small, small.base.provision("2003-draft/answer"))

    assert [member.id for member in line.members] == ["2001/answer", "2003-draft/answer", "2004/answer", "2007/answer"]
    assert line.slug == "answer"


def test_a_slug_alone_means_the_latest_issued_edition(small: Compiled) -> None:
    """``answer`` is the duty of 2007."""
    assert find_provision(small.base, "answer").id == "2007/answer"


def test_a_badge_tells_where_a_duty_began_and_what_changed_it(small: Compiled) -> None:
    """Up to the edition asked about, and without drafts."""
    base = small.base

    assert badge(small, base.provision("2001/answer")) == "[2001]"
    assert badge(small, base.provision("2007/answer")).startswith("[2001; strengthened, handed over, timescale short")
    assert "2003" not in badge(small, base.provision("2007/answer"))


def test_a_badge_leaves_out_what_became_of_others(shipped: Compiled) -> None:
    """The limit of the core assessment stayed in 2010, though that of the initial one beside it changed."""
    base = shipped.base

    assert badge(shipped, base.provision("2010/assessment-time-limit-core")) == "[2006]"
    assert badge(shipped, base.provision("2010/assessment-time-limit")) == "[2006; timescale lengthened 2010]"


def test_a_badge_tells_only_changes_on_the_way_to_its_duty(shipped: Compiled) -> None:
    """Each kind it names is one of a change between issued editions that led to the provision or what it continues."""
    base = shipped.base
    drafts = {edition.id for edition in base.editions if edition.is_draft}
    for each in base.provisions_of("2023"):
        line = lineage_of(shipped, each)
        behind = {each.id}
        for _ in line.members:
            behind |= {tie.old for tie in line.ties if tie.new in behind}
        possible = {
            f"{kind} {step.to_edition}"
            for step in shipped.steps
            if not {step.from_edition, step.to_edition} & drafts
            for change in step.changes
            if behind & set(change.new)
            for kind in change.kinds
        }
        for told in badge(shipped, each).strip("[]").split("; ")[1:]:
            kinds, edition = told.rsplit(" ", 1)
            assert {f"{kind} {edition}" for kind in kinds.split(", ")} <= possible, each.id
