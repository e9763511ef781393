"""Pairing on cases a domain reader can check, and on bad and extreme input."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from diffing.pairing import PairKind, Unit, pair_units
from diffing.pairing.jsonl import pair_file, read_documents
from kb.errors import InputError

CASES = Path(__file__).parent / "cases" / "pairing"


def units(*texts: str) -> list[Unit]:
    """Return one unit a text."""
    return [Unit(id=str(place), text=text) for place, text in enumerate(texts)]


def legs(old: list[Unit], new: list[Unit]) -> list[tuple[int, int, str]]:
    """Return old place, new place and kind of each pair."""
    return [(pair.old, pair.new, pair.kind.value) for pair in pair_units(old, new)]


@pytest.mark.parametrize("document", read_documents(CASES / "guidance.jsonl"), ids=lambda document: document.doc_id)
def test_guidance_like_cases_pair_as_their_gold_says(document):
    """Renumbered, reworded, moved, split, merged and dropped duties are all found, and nothing else."""
    rows = map(json.loads, (CASES / "guidance.jsonl").read_text(encoding="utf-8").splitlines())
    gold = next(row["gold"] for row in rows if row["doc_id"] == document.doc_id)

    found = legs(list(document.old), list(document.new))

    assert found == [tuple(pair) for pair in gold]


@pytest.mark.parametrize("sides", [([], []), (["Keep a record."], []), ([], ["Keep a record."])])
def test_an_empty_side_has_no_pairs(sides):
    """Nothing to pair with is no error."""
    assert pair_units(units(*sides[0]), units(*sides[1])) == ()


def test_ten_thousand_identical_paragraphs_pair_in_order_and_say_so():
    """Order decides between copies, quickly, and each pair is marked ambiguous."""
    copies = units(*["Not used in this edition."] * 10_000)

    pairs = pair_units(copies, copies[:9_990])

    assert [(pair.old, pair.new) for pair in pairs] == [(place, place) for place in range(9_990)]
    assert all(pair.ambiguous for pair in pairs)


def test_an_extra_copy_is_told_apart_by_its_neighbours():
    """A copy beside the same paragraphs as before is that copy, whatever was added elsewhere."""
    old = units("See the child.", "Not used.", "Tell the parents.")
    new = units("Not used.", "Write a plan.", "See the child.", "Not used.", "Tell the parents.")

    pair = next(pair for pair in pair_units(old, new) if pair.old == 1)

    assert (pair.new, pair.ambiguous) == (3, False)


def test_one_endless_paragraph_is_paired():
    """A paragraph of 200,000 characters does not stop the rest."""
    words = random.Random(1).choices([f"word{number}" for number in range(5_000)], k=22_000)
    old, new = units(" ".join(words), "Keep a record."), units("Keep a record.", " ".join(words[:-500]))
    assert len(old[0].text) > 190_000

    assert {(pair.old, pair.new) for pair in pair_units(old, new)} == {(0, 1), (1, 0)}


def test_control_characters_and_mixed_scripts_are_only_text():
    """Invisible and control signs do not count; other scripts are compared like any other."""
    old = units(
        "Keep\x00 a\u200b record\u00ad.",
        "子どもの安全を最優先に考える。",
        "Защита детей — общая ответственность.",
        "\ud800",
        "",
    )
    new = units(
        "Защита детей - общая ответственность.", "Keep a record.", "", "子どもの安全を最優先に考える。", "\ud800"
    )

    assert {(old, new) for old, new, _ in legs(old, new)} == {(0, 1), (1, 3), (2, 0), (3, 4), (4, 2)}


def test_every_pair_says_why():
    """Each pair names its evidence and a score from 0 to 1."""
    document = read_documents(CASES / "guidance.jsonl")[0]

    for pair in pair_units(document.old, document.new):
        assert pair.matched_by
        assert 0 < pair.score <= 1


def test_malformed_lines_are_all_told_at_once(tmp_path):
    """Every bad line is named with its number; nothing is returned."""
    path = tmp_path / "units.jsonl"
    good = '{"doc_id": "a", "old": [], "new": []}'
    path.write_bytes(
        b"\n".join([good.encode(), b"{", b"[]", b'{"doc_id": "b", "old": [1], "new": []}', b"\xff", good.encode()])
    )

    with pytest.raises(InputError) as caught:
        pair_file(path)

    assert [problem.line for problem in caught.value.problems] == [2, 3, 4, 5, 6]
    assert str(caught.value).startswith(f"{path}:2: not JSON")


@pytest.mark.parametrize(
    "line",
    [
        '{"doc_id": "", "old": [], "new": []}',
        '{"doc_id": "a", "old": []}',
        '{"doc_id": "a", "old": [{"id": 1, "text": "x"}], "new": []}',
        '{"doc_id": "a", "old": [{"id": "1"}], "new": []}',
        '{"doc_id": "a", "old": [{"id": "1", "text": "x", "bearers": "police"}], "new": []}',
        '{"doc_id": "a", "old": [{"id": "1", "text": "x", "heading": 3}], "new": []}',
    ],
)
def test_a_line_of_another_form_is_refused(tmp_path, line):
    """Missing and wrongly typed fields are named."""
    path = tmp_path / "units.jsonl"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(InputError, match=":1: "):
        read_documents(path)


def test_a_missing_file_is_told(tmp_path):
    """A path that leads nowhere is the user's to mend, not a crash."""
    with pytest.raises(InputError, match="cannot be read"):
        read_documents(tmp_path / "none.jsonl")


def test_output_is_one_line_a_document(tmp_path):
    """Each document gives one JSON line with rows of old, new, score, kind and reasons."""
    path = tmp_path / "units.jsonl"
    unit = {"id": "1", "text": "Keep a record.", "title": "Records", "other": 1}
    path.write_text("\n" + json.dumps({"doc_id": "é", "old": [unit], "new": [unit]}) + "\n\n", encoding="utf-8")

    assert json.loads(pair_file(path)) == {"doc_id": "é", "pairs": [[0, 0, 1.0, PairKind.SAME.value, ["same words"]]]}
