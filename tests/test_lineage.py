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
