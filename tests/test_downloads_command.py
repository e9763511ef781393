"""``wtkb export`` as a user meets it, and the files that the site offers ready-made."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import SMALL

from diffing.compiled import Compiled
from kb.cli import main
from kb_site.downloads import Format, render, site_files

DATE = "2026-11-25"


def run(*arguments: str | Path) -> Result:
    """Run ``wtkb export`` on the small corpus."""
    words = ["export", *map(str, arguments), "--corpus", str(SMALL)]
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """The date of every file."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764028800")


@pytest.mark.parametrize("form", ["docx", "pptx", "xlsx", "csv", "md", "json"])
def test_the_ending_of_the_file_decides(tmp_path: Path, form: str) -> None:
    """A file of each format, told on stderr, nothing on stdout."""
    path = tmp_path / f"schools.{form}"

    result = run("--for", "academies", "-o", path)

    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "3 rows" in result.stderr
    assert path.stat().st_size > 500


def test_text_goes_to_the_terminal_without_a_file() -> None:
    """JSON to stdout can be piped on."""
    assert len(json.loads(run("--for", "schools", "--format", "json").stdout)["lines"]) == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--format", "docx"], "name the file to write with -o, e.g. -o summary.docx"),
        (["-o", "summary.txt"], "say what to write with --format docx|pptx|xlsx"),
        (["-o", "no/such/folder/x.docx"], "cannot write no/such/folder/x.docx: No such file or directory"),
        (["--for", "the navy", "--format", "md"], "unknown agency 'the navy'"),
        (["--kind", "weaker", "--fail-empty", "--format", "md"], "nothing was written, since no row fits:"),
        (["--from", "2004", "--to", "2004", "--unchanged", "--format", "md"], "--unchanged compares two editions"),
        (["sqlite"], "name the file to write with -o"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_way_out(arguments: list[str], expected: str) -> None:
    """Exit 1, a message, no file."""
    result = run(*arguments)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {expected}")


def test_an_existing_file_is_kept_unless_told(tmp_path: Path) -> None:
    """Refused without ``--force``, replaced whole with it, nothing left beside it."""
    path = tmp_path / "schools.csv"
    path.write_text("mine")

    refused = run("--for", "schools", "-o", path)
    kept = path.read_text()
    forced = run("--for", "schools", "-o", path, "--force")

    assert (refused.exit_code, kept, forced.exit_code) == (1, "mine", 0)
    assert "add --force" in refused.stderr
    assert path.read_text(encoding="utf-8-sig").startswith("id,")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_can_be_read_by_others(tmp_path: Path) -> None:
    """Written aside first, and still with the rights of any new file."""
    path = tmp_path / "schools.md"
    mask = os.umask(0o022)
    try:
        run("--for", "schools", "-o", path)
    finally:
        os.umask(mask)

    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_wider_groups_can_be_left_out() -> None:
    """Neither rows nor duties that concern the agency only through a wider group; and the file says so."""
    whole = json.loads(run("--for", "board", "--format", "json").stdout)
    named = json.loads(run("--for", "board", "--named", "--format", "json").stdout)

    assert {line["reach"] for line in whole["lines"]} - {line["reach"] for line in named["lines"]} <= {"wider group"}
    assert not [each for each in (*named["lines"], *named["duties"]) if each["reach"] == "wider group"]
    assert "without what concerns them only through a wider group" in named["asked"][0]


def test_an_empty_answer_is_written_and_says_so() -> None:
    """Without ``--fail-empty`` an honest empty file."""
    result = run("--kind", "weaker", "--format", "md")

    assert result.exit_code == 0
    assert "No change recorded among 12 provisions compared" in result.stdout


def test_a_broken_date_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that cannot be read is no traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")

    result = run("--format", "md")

    assert result.exit_code == 1
    assert "SOURCE_DATE_EPOCH is 'tomorrow'" in result.stderr


def test_graph_and_database_are_written(tmp_path: Path) -> None:
    """Both with what reads them."""
    database, metadata, graph = tmp_path / "wt.db", tmp_path / "metadata.json", tmp_path / "wt.jsonld"

    done = [
        run("sqlite", "-o", database, "--metadata", metadata).exit_code,
        run("graph", "--format", "jsonld", "-o", graph).exit_code,
    ]

    assert done == [0, 0]
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM duties_now").fetchone()[0]
    connection.close()
    assert "wt" in json.loads(metadata.read_text())["databases"]
    assert json.loads(graph.read_text())["@graph"]


def test_the_site_offers_files_with_their_sizes(small: Compiled, tmp_path: Path) -> None:
    """For agencies that a row names and for steps; every address once; labels that say what it is."""
    files = list(site_files(small, date=DATE, cache_folder=tmp_path))
    paths = [file.path for file in files]

    assert len(set(paths)) == len(paths)
    assert "downloads/schools/2004-2007.pptx" in paths
    assert "downloads/2001-2004.docx" in paths
    assert all(file.size == len(file.content) > 0 and file.rows for file in files)
    assert files[0].label.startswith("Word handout: ")


def test_site_files_are_kept_and_the_same_with_and_without(
    small: Compiled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build makes nothing anew, and a cache changes no byte; another date makes all anew."""
    made: list[Format] = []

    def counted(*arguments: object) -> bytes:
        made.append(arguments[1])  # type: ignore[arg-type]
        return render(*arguments)  # type: ignore[arg-type]

    monkeypatch.setitem(site_files.__globals__, "render", counted)
    first = [file.content for file in site_files(small, date=DATE, cache_folder=tmp_path)]
    cold = len(made)
    second = [file.content for file in site_files(small, date=DATE, cache_folder=tmp_path)]
    warm = len(made) - cold
    list(site_files(small, date="2026-11-26", cache_folder=tmp_path))

    assert first == second
    assert (cold, warm, len(made) - cold) == (len(first), 0, len(first))


def test_a_cache_that_cannot_be_used_is_passed_over(small: Compiled, tmp_path: Path) -> None:
    """The files are made; they are only not kept."""
    blocked = tmp_path / "file"
    blocked.write_text("")

    assert list(site_files(small, date=DATE, cache_folder=blocked / "cache"))
