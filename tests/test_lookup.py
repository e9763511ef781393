"""An agency is found by what people call it; a question about it reaches members, heirs and wider groups."""

from __future__ import annotations

import pytest

from diffing.compiled import Compiled
from kb.base import KnowledgeBase
from kb.errors import AmbiguousNameError, NotFoundError
from kb.lookup import Reach, audience, find_agency


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("schools", "schools"),
        ("School", "schools"),
        ("academies", "schools"),
        ("ACADEMY", "schools"),
        ("small-schools", "small-schools"),
        ("Childrens board", "board"),
        ("the  board", "board"),
        ("cb", "board"),
        ("local partner", "partners"),
    ],
)
def test_names_people_use_find_the_agency(small: Compiled, name: str, expected: str) -> None:
    """Ids, names, aliases, plurals, letter case and small slips all lead home."""
    assert find_agency(small.base, name).id == expected


def test_an_unknown_name_gives_the_three_nearest(small: Compiled) -> None:
    """Nothing is guessed; the nearest names are offered."""
    with pytest.raises(NotFoundError) as caught:
        find_agency(small.base, "the navy")

    assert len(caught.value.nearest) == 3
    assert set(caught.value.nearest) <= {agency.name for agency in small.base.agencies}


def test_a_name_with_two_meanings_is_not_decided(small: Compiled) -> None:
    """Who asks says which one is meant."""
    with pytest.raises(AmbiguousNameError, match=r"board.*\n.*partners"):
        find_agency(small.base, "DSP")


def test_a_question_reaches_members_heirs_and_wider_groups(small: Compiled) -> None:
    """Each with the nearest way in which it concerns the agency."""
    base = small.base

    assert audience(base, base.agency("schools")).reach == {
        "schools": Reach.NAMED,
        "small-schools": Reach.MEMBER,
        "everyone": Reach.WIDER,
    }
    assert audience(base, base.agency("board")).reach["partners"] is Reach.SUCCESSOR
    assert audience(base, base.agency("partners")).reach["board"] is Reach.PREDECESSOR
    assert "Children's board: succeeded by Local partners from 2004" in audience(base, base.agency("board")).notes


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GPs", "gps"),
        ("GP", "gps"),
        ("academies", "academies"),
        ("LSCB", "lscb"),
        ("lscbs", "lscb"),
        ("sports clubs", "sports"),
        ("football club", "sports"),
        ("nursery", "early-years"),
        ("childminder", "early-years"),
        ("YOT", "youth-justice"),
        ("ICB", "icb"),
        ("PCT", "pct"),
        ("social worker", "social-workers"),
        ("probation", "probation"),
        ("police", "police"),
    ],
)
def test_the_shipped_names_find_whom_people_mean(base: KnowledgeBase, name: str, expected: str) -> None:
    """Everyday names of the field lead to the agency they stand for."""
    assert find_agency(base, name).id == expected
