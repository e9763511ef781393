"""The editor's guide can be followed to the letter: what it shows is accepted by the reader of the corpus."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from diffing.compiled import compile_corpus
from kb.corpus import corpus_root
from kb.reading.fields import Entry, Fields, Problems
from kb.reading.markdown import Record
from kb.reading.records import read_provision
from kb.reading.whole import read_corpus
from kb.vocabulary import Place


def example(heading: str, number: int = 0) -> str:
    """The *number*-th example file under a heading of the guide."""
    guide = (corpus_root() / "README.md").read_text(encoding="utf-8")
    section = guide.split(f"### {heading}\n", 1)[1]
    return re.findall(r"```(?:markdown|yaml)\n(.*?)```", section, flags=re.DOTALL)[number]


def test_a_new_edition_can_be_added_by_the_guide(tmp_path: Path) -> None:
    """Its source, its edition file and its chapter are read, compared with the edition before, and nothing is wrong."""
    root = tmp_path / "corpus"
    shutil.copytree(corpus_root(), root)
    with (root / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(example("Add a source"))
    folder = root / "editions" / "2030"
    folder.mkdir()
    (folder / "edition.md").write_text(example("Add a new edition"), encoding="utf-8")
    (folder / "01-a-shared-responsibility.md").write_text(example("Add a new edition", 1), encoding="utf-8")

    assert read_corpus(root).issued[-1].id == "2030"
    step = compile_corpus(root).steps_by_ends["2026", "2030"]
    assert [change.title for change in step.changes if change.new] == ["Train every new member of staff"]


def test_the_guide_names_every_field_of_a_provision() -> None:
    """The table of fields and the reader know the same names."""
    guide = (corpus_root() / "README.md").read_text(encoding="utf-8")
    table = guide.split("### Fields of a provision", 1)[1].split("###", 1)[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z ]+)`", row)}
    asked: set[str] = set()

    class Listening(Fields):
        def many(self, name: str) -> list[Entry]:
            asked.add(name)
            return super().many(name)

    place = Place(path="any.md", line=1)
    fields = Listening(Problems(Path()), place, [], "any")
    read_provision(Record("any", "Any", "", fields, "Text.", (), place), "2030", "2030/01-any")

    assert named == asked
