"""Laws that pairing keeps on any documents."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diffing.pairing import PairKind, Unit, pair_units

VOCABULARY = [
    "child",
    "children",
    "parent",
    "family",
    "school",
    "teacher",
    "police",
    "officer",
    "health",
    "visitor",
    "nurse",
    "doctor",
    "social",
    "worker",
    "manager",
    "board",
    "partner",
    "agency",
    "referral",
    "assessment",
    "plan",
    "review",
    "conference",
    "strategy",
    "meeting",
    "record",
    "report",
    "write",
    "tell",
    "inform",
    "share",
    "see",
    "speak",
    "listen",
    "visit",
    "decide",
    "agree",
    "publish",
    "train",
    "check",
    "keep",
    "protect",
    "support",
    "help",
    "need",
    "risk",
    "harm",
    "neglect",
    "abuse",
    "allegation",
    "court",
    "order",
    "custody",
    "prison",
    "probation",
    "youth",
    "club",
    "church",
    "sport",
    "coach",
    "volunteer",
    "carer",
    "foster",
    "home",
    "hospital",
    "clinic",
    "within",
    "days",
    "weeks",
    "month",
    "year",
    "before",
    "after",
    "without",
    "delay",
    "always",
    "first",
    "lead",
    "senior",
    "named",
    "designated",
    "local",
    "national",
    "area",
]
paragraphs = st.lists(st.sampled_from(VOCABULARY), min_size=6, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)
documents = st.lists(paragraphs, min_size=1, max_size=9)
distinct = st.lists(paragraphs, min_size=1, max_size=9, unique_by=str.casefold)
laws = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def units(texts: list[str]) -> list[Unit]:
    """Return one unit a text."""
    return [Unit(id=str(place), text=text) for place, text in enumerate(texts)]


@laws
@given(documents)
def test_a_document_against_itself_is_all_same(texts):
    """Each unit pairs with itself, in place, and with nothing else."""
    pairs = pair_units(units(texts), units(texts))

    assert [(p.old, p.new, p.kind) for p in pairs] == [(k, k, PairKind.SAME) for k in range(len(texts))]


@laws
@given(documents, documents)
def test_swapping_sides_mirrors_the_pairs(old, new):
    """What was split is merged the other way round; all else stays."""
    mirror = {PairKind.SPLIT: PairKind.MERGED, PairKind.MERGED: PairKind.SPLIT}

    there, back = pair_units(units(old), units(new)), pair_units(units(new), units(old))

    mirrored = {(p.new, p.old, mirror.get(p.kind, p.kind), p.score, p.matched_by, p.ambiguous) for p in back}
    assert {(p.old, p.new, p.kind, p.score, p.matched_by, p.ambiguous) for p in there} == mirrored


@laws
@given(documents, documents, st.sampled_from(["{}. ", "1.{} ", "({}) ", "{}) ", "• ", "– "]))
def test_numbers_and_bullets_change_nothing(old, new, form):
    """Renumbering or re-bulleting one side leaves every pair as it was."""
    numbered = [form.format(place + 3) + text for place, text in enumerate(new)]

    assert pair_units(units(old), units(numbered)) == pair_units(units(old), units(new))


@laws
@given(documents, documents)
def test_quotes_dashes_and_spaces_change_nothing(old, new):
    """Typography of one side leaves every pair as it was."""
    plain = [text.replace(" children ", ' - "children\'s" ') for text in new]
    printed = [text.replace(" - ", "\u00a0\u2013 ").replace('"', "\u201c").replace("'", "\u2019") for text in plain]

    assert pair_units(units(old), units(printed)) == pair_units(units(old), units(plain))


@laws
@given(distinct, st.randoms(use_true_random=False))
def test_shuffling_only_moves(texts, chance):
    """Every paragraph is found again, same or moved, and nothing else is reported."""
    order = list(range(len(texts)))
    chance.shuffle(order)

    pairs = pair_units(units(texts), units([texts[place] for place in order]))

    assert {(p.old, p.new) for p in pairs} == {(place, new) for new, place in enumerate(order)}
    assert {p.kind for p in pairs} <= {PairKind.SAME, PairKind.MOVED}
    stayed = sorted((p.old, p.new) for p in pairs if p.kind is PairKind.SAME)
    assert all(a[1] < b[1] for a, b in pairwise(stayed))


@laws
@given(st.integers(0, 10_000))
def test_a_paragraph_split_in_two_is_found(seed):
    """Both halves are paired with the whole; the rest stays the same."""
    chance = random.Random(seed)
    texts = [
        " ".join(chance.choices(VOCABULARY, k=14)).capitalize()
        + ". "
        + " ".join(chance.choices(VOCABULARY, k=12)).capitalize()
        + "."
        for _ in range(6)
    ]
    place = chance.randrange(6)
    first, second = texts[place].split(". ")
    new = [*texts[:place], f"{first}.", second, *texts[place + 1 :]]

    pairs = {(p.old, p.new): p.kind for p in pair_units(units(texts), units(new))}

    assert pairs == {
        **{(k, k if k < place else k + 1): PairKind.SAME for k in range(6) if k != place},
        (place, place): PairKind.SPLIT,
        (place, place + 1): PairKind.SPLIT,
    }


@laws
@given(documents, documents)
def test_pairs_name_units_that_exist_once_and_in_order(old, new):
    """No pair is doubled, out of range or out of order; a unit without a pair stands alone."""
    pairs = [(p.old, p.new) for p in pair_units(units(old), units(new))]

    assert pairs == sorted(set(pairs))
    assert all(0 <= i < len(old) and 0 <= j < len(new) for i, j in pairs)


@laws
@given(documents, documents)
def test_equal_input_gives_equal_output(old, new):
    """Nothing depends on chance, time or ids."""
    renamed = [Unit(id=f"other/{place}", text=text) for place, text in enumerate(new)]

    assert pair_units(units(old), units(new)) == pair_units(units(old), renamed)


@laws
@given(st.lists(st.text(max_size=40), max_size=6), st.lists(st.text(max_size=40), max_size=6))
def test_any_text_is_taken(old, new):
    """No sequence of signs makes pairing fail."""
    pair_units(units(old), units(new))


def test_the_paragraph_count_does_not_decide_a_move():
    """A paragraph is not moved because others were put in before it."""
    texts = ["Keep a written record of every meeting.", "Tell the parents before the conference."]

    pairs = pair_units(units(texts), units(["Write a plan first.", *texts]))

    assert [p.kind for p in pairs] == [PairKind.SAME, PairKind.SAME]
