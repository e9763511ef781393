"""Typed change between two texts: golden pairs that a domain reader can check, and laws that hold for any pair."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import CASES

from diffing.evidence import TextFinding, type_pair
from diffing.pairing import Unit
from kb.base import KnowledgeBase
from kb.errors import NotFoundError
from kb.guidance import ChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A golden pair."""

    name: str
    old: str
    new: str
    found: tuple[str, ...]
    editions: tuple[str, str] | None
    sentences: tuple[int, int] | None


def read_cases() -> list[Case]:
    """The golden pairs of all files."""
    cases = []
    for path in sorted((CASES / "evidence").glob("*.yaml")):
        for each in yaml.safe_load(path.read_text(encoding="utf-8")):
            first, last = each.get("editions", ("", ""))
            numbers = each.get("sentences")
            cases.append(
                Case(
                    name=f"{path.stem}: {each['name']}",
                    old=each["old"],
                    new=each["new"],
                    found=tuple(each["found"]),
                    editions=(first, last) if first else None,
                    sentences=(numbers[0], numbers[1]) if numbers else None,
                )
            )
    return cases


GOLDEN = read_cases()


def told(finding: TextFinding) -> str:
    """A finding as the golden files write it."""
    if finding.kind in (ChangeKind.REWORDED, ChangeKind.UNCHANGED):
        return finding.kind.value
    return f"{finding.kind.value}: {finding.was} -> {finding.now}"


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_golden_pairs(base: KnowledgeBase, case: Case) -> None:
    """Each pair gives the kinds and the words that its file says, and no other."""
    found = type_pair(base, case.old, case.new, case.editions)

    assert sorted(map(told, found)) == sorted(case.found)
    if case.sentences:
        assert (found[0].was_sentence, found[0].now_sentence) == case.sentences


def test_there_are_enough_golden_pairs() -> None:
    """At least sixty pairs, and every kind that a text can show is among them."""
    kinds = {ChangeKind(found.split(":")[0]) for case in GOLDEN for found in case.found}

    assert len(GOLDEN) >= 60
    assert kinds == {
        ChangeKind.STRENGTHENED,
        ChangeKind.WEAKENED,
        ChangeKind.WIDENED,
        ChangeKind.NARROWED,
        ChangeKind.HANDED_OVER,
        ChangeKind.TIMESCALE_SET,
        ChangeKind.TIMESCALE_SHORTENED,
        ChangeKind.TIMESCALE_LENGTHENED,
        ChangeKind.TIMESCALE_DROPPED,
        ChangeKind.TIMESCALE_RESTARTED,
        ChangeKind.RENAMED,
        ChangeKind.REDEFINED,
        ChangeKind.REWORDED,
        ChangeKind.UNCHANGED,
    }


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_positions_point_at_the_words(base: KnowledgeBase, case: Case) -> None:
    """The places of every finding hold exactly its words."""
    for finding in type_pair(base, case.old, case.new, case.editions):
        assert (case.old[slice(*finding.was_at)] if finding.was_at else "") == finding.was
        assert (case.new[slice(*finding.now_at)] if finding.now_at else "") == finding.now


MIRROR = {
    ChangeKind.STRENGTHENED: ChangeKind.WEAKENED,
    ChangeKind.TIMESCALE_SET: ChangeKind.TIMESCALE_DROPPED,
    ChangeKind.TIMESCALE_SHORTENED: ChangeKind.TIMESCALE_LENGTHENED,
    ChangeKind.WIDENED: ChangeKind.NARROWED,
}
MIRROR |= {new: old for old, new in MIRROR.items()}
MIRROR[ChangeKind.TIMESCALE_RESTARTED] = ChangeKind.TIMESCALE_RESTARTED


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case.name)
def test_swapped_texts_mirror(base: KnowledgeBase, case: Case) -> None:
    """What is stronger, set, shorter or wider one way is weaker, dropped, longer or narrower the other way."""
    forth = type_pair(base, case.old, case.new)
    back = type_pair(base, case.new, case.old)

    mirrored = sorted((MIRROR[each.kind], each.now, each.was) for each in forth if each.kind in MIRROR)
    assert mirrored == sorted((each.kind, each.was, each.now) for each in back if each.kind in MIRROR)


sentences = st.sampled_from(
    sorted({text for case in GOLDEN for text in (case.old, case.new) if "\n" not in text and text[0].isupper()})
)
texts = st.lists(sentences, min_size=1, max_size=4).map(" ".join)


def printed_otherwise(text: str, number: str) -> str:
    """*text* with another number, other quotes, dashes and spaces."""
    return f"{number} " + text.replace("'", "’").replace("-", "‑").replace(" ", "  ").replace("  ", " ", 3)


@settings(deadline=None, max_examples=60)
@given(text=texts, number=st.sampled_from(["1.", "2.14", "(c)", "•", "iv)"]))
def test_typography_is_no_change(base: KnowledgeBase, text: str, number: str) -> None:
    """A text against itself, however printed, is unchanged and nothing else."""
    assert [each.kind for each in type_pair(base, text, text)] == [ChangeKind.UNCHANGED]
    assert [each.kind for each in type_pair(base, text, printed_otherwise(text, number))] == [ChangeKind.UNCHANGED]


@settings(deadline=None, max_examples=60)
@given(old=texts, new=texts, number=st.sampled_from(["1.", "2.14", "(c)", "•"]))
def test_typography_hides_no_change(base: KnowledgeBase, old: str, new: str, number: str) -> None:
    """How the new text is printed adds no finding and loses none."""
    plain = [each.kind for each in type_pair(base, old, new)]

    assert [each.kind for each in type_pair(base, old, printed_otherwise(new, number))] == plain


@settings(deadline=None, max_examples=60)
@given(old=texts, new=texts)
def test_laws_of_any_pair(base: KnowledgeBase, old: str, new: str) -> None:
    """Places hold the words, kinds mirror, and the weightiest kind comes first."""
    forth, back = type_pair(base, old, new), type_pair(base, new, old)
    order = [list(ChangeKind).index(each.kind) for each in forth]

    assert order == sorted(order)
    for each in forth:
        assert (old[slice(*each.was_at)] if each.was_at else "") == each.was
        assert (new[slice(*each.now_at)] if each.now_at else "") == each.now
    assert sorted((MIRROR[each.kind], each.now, each.was) for each in forth if each.kind in MIRROR) == sorted(
        (each.kind, each.was, each.now) for each in back if each.kind in MIRROR
    )


@settings(deadline=None, max_examples=60)
@given(old=st.text(max_size=200), new=st.text(max_size=200))
def test_any_signs_are_taken(base: KnowledgeBase, old: str, new: str) -> None:
    """Control signs, mixed scripts and empty texts give an answer, never an error."""
    assert type_pair(base, old, new)


def test_units_are_read_by_their_text(base: KnowledgeBase) -> None:
    """A unit gives what its text gives."""
    old, new = "Staff should act.", "Staff must act."

    assert type_pair(base, Unit(id="1", text=old), Unit(id="a", text=new)) == type_pair(base, old, new)


def test_an_unknown_edition_is_refused(base: KnowledgeBase) -> None:
    """An edition that is not there is an error with a way out, not an empty answer."""
    with pytest.raises(NotFoundError, match="1999"):
        type_pair(base, "Early help is offered.", "Early help is offered.", ("1999", "2023"))
