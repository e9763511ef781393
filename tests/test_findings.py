"""Typed differences between two ends of a link, as a reader of the guidance would judge them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.change import Basis
from diffing.compiled import Compiled
from diffing.findings import compare
from kb.guidance import Provision, Strength
from kb.timescale import Relation, parse_timescale


def kinds(compiled: Compiled, old: Provision, new: Provision) -> list[str]:
    """The kinds of difference between two provisions."""
    return [finding.kind.value for finding in compare(compiled.base, old, new, Basis.ASSERTED)]


def within(provision: Provision, *words: str) -> Provision:
    """*provision* with these limits."""
    return replace(provision, timescales=tuple(parse_timescale(Relation.WITHIN, each) for each in words))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("should", "must", ["strengthened"]),
        ("must", "should", ["weakened"]),
        ("should not", "must not", ["strengthened"]),
        ("may", "should", ["strengthened"]),
        ("must", "must", []),
        ("expected", "must", []),
        ("states", "must", []),
        ("must", "expected", []),
    ],
)
def test_strengths(small: Compiled, before: str, after: str, expected: list[str]) -> None:
    """Only must, should and may are put in order; an expectation or a description is not."""
    old = small.base.provision("2001/teach-staff")
    left, right = (replace(old, strength=Strength(word)) for word in (before, after))

    assert kinds(small, left, right) == expected


@given(st.sampled_from(list(Strength)), st.sampled_from(list(Strength)))
def test_swapping_the_ends_swaps_stronger_and_weaker(small: Compiled, first: Strength, second: Strength) -> None:
    """What is strengthened one way is weakened the other way."""
    old = small.base.provision("2001/teach-staff")
    left, right = replace(old, strength=first), replace(old, strength=second)
    swap = {"strengthened": "weakened", "weakened": "strengthened"}

    assert [swap[kind] for kind in kinds(small, left, right)] == kinds(small, right, left)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["7 working days of the referral"], ["10 working days of the referral"], ["timescale lengthened"]),
        (["10 working days of the referral"], ["1 week of the referral"], ["timescale shortened"]),
        (["12 months of the call"], ["1 year of the call"], []),
        (["35 days of the call"], ["5 weeks of the call"], []),
        (["15 working days of the strategy discussion"], ["15 working days of the referral"], ["timescale restarted"]),
        (["15 working days of the referral"], ["15 working days after a child is referred"], []),
        (["15 working days of the referral"], ["15 working days"], []),
        ([], ["3 days of the call"], ["timescale set"]),
        (["3 days of the call"], [], ["timescale dropped"]),
    ],
)
def test_limits(small: Compiled, before: list[str], after: list[str], expected: list[str]) -> None:
    """Shorter, longer, from another moment, newly set or dropped; a figure alone says nothing of the start."""
    old = small.base.provision("2001/teach-staff")
    found = kinds(small, within(old, *before), within(old, *after))

    assert found == expected


def test_a_summary_that_leaves_a_limit_out_proves_nothing(small: Compiled) -> None:
    """Against a digest neither a set nor a dropped limit is told."""
    official, digest = small.base.provision("2001/teach-staff"), small.base.provision("2004/teach-staff")

    assert kinds(small, within(official, "3 days"), digest) == []
    assert kinds(small, digest, within(official, "3 days")) == []


def test_bearers_between_official_texts(small: Compiled) -> None:
    """More bearers is wider, fewer is narrower, others is handed over."""
    old = small.base.provision("2001/teach-staff")
    both = replace(old, who=("schools", "partners"))
    other = replace(old, who=("partners",))

    assert kinds(small, old, both) == ["widened"]
    assert kinds(small, both, old) == ["narrowed"]
    assert kinds(small, old, other) == ["handed over"]


def test_a_successor_takes_over_whatever_the_source(small: Compiled) -> None:
    """The board's duty went to the partners: known from the succession, so a digest is enough."""
    old = replace(small.base.provision("2004/teach-staff"), who=("board",))
    new = replace(old, who=("partners",))

    assert kinds(small, old, new) == ["handed over"]
