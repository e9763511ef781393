"""The command line, as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import SMALL, Spoil

from kb.cli import main
from kb.cli.group import KbGroup


def run(*arguments: str, corpus: Path = SMALL) -> Result:
    """Run a command on the small corpus."""
    return CliRunner().invoke(main, [*arguments, "--corpus", str(corpus)], catch_exceptions=False)


def test_every_command_has_help_with_an_example() -> None:
    """A user who asks a command for help sees how to call it."""
    assert isinstance(main, KbGroup)
    for name in main.list_commands(None):  # type: ignore[arg-type]
        text = CliRunner().invoke(main, [name, "--help"]).output
        assert "Example:" in text or "Commands:" in text, name


@pytest.mark.parametrize(
    "arguments", [["editions"], ["agencies"], ["terms"], ["timescales"], ["coverage"], ["changes"]]
)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
def test_every_listing_prints_in_every_form(arguments: list[str], form: str) -> None:
    """Each form can be read by what it is meant for."""
    result = run(*arguments, "--format", form)

    assert result.exit_code == 0
    if form == "json":
        assert json.loads(result.stdout)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(result.stdout)))
        assert len({len(row) for row in rows}) == 1
    if form == "md":
        assert result.stdout.splitlines()[1].startswith("| --- |")


def test_changes_tell_kind_bearer_place_and_source() -> None:
    """One row has all that a reader needs to act and to check."""
    text = run("changes", "--for", "academies", "--to", "2004").stdout

    assert "REMOVED: Red book ends" in text
    assert "who: Schools" in text
    assert "source (secondary; announced): A Trainer: What the new Guide says (2004)" in text
    assert "Partly covered: 1 chapter(s) of 2004" in text


def test_the_same_rows_in_every_form() -> None:
    """JSON, CSV and Markdown carry as many rows as the terminal."""
    ids = [row["id"] for row in json.loads(run("changes", "--format", "json").stdout)]

    assert [row["id"] for row in csv.DictReader(io.StringIO(run("changes", "--format", "csv").stdout))] == ids
    assert len(run("changes", "--format", "md").stdout.splitlines()) == len(ids) + 2
    assert [line.removeprefix("  id: ") for line in run("changes").stdout.splitlines() if "  id: " in line] == ids


def test_nothing_found_says_what_was_compared() -> None:
    """An honest empty answer, in every form."""
    text = " ".join(run("changes", "--for", "schools", "--kind", "weaker").stdout.split())

    assert "No change recorded for Schools among 12 provisions compared (2001 → 2004, 2004 → 2007)." in text
    assert "Partly covered" in text
    assert json.loads(run("changes", "--kind", "weaker", "--format", "json").stdout) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["changes", "--for", "the navy"], "unknown agency 'the navy'; nearest:\n"),
        (["changes", "--from", "1999"], "unknown edition '1999'; nearest:\n  2001\n"),
        (["changes", "--from", "2007", "--to", "2001"], "--from 2007 is later than --to 2001"),
        (["changes", "--kind", "bigger"], "unknown kind 'bigger'"),
        (["changes", "--strength", "shall"], "unknown strength 'shall'"),
        (["changes", "--topic", "referal"], "unknown topic 'referal'; nearest:\n  referrals"),
        (["changes", "--for", ""], "unknown agency ''"),
        (["show", "2004/anwser"], "unknown provision '2004/anwser'; nearest:\n  2004/answer"),
        (["history", "nothing-like-it"], "unknown provision 'nothing-like-it'"),
    ],
)
def test_what_cannot_be_answered_is_told_with_a_way_out(arguments: list[str], expected: str) -> None:
    """Exit 1, a message on stderr, nothing on stdout, no traceback."""
    result = run(*arguments)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {expected}")


def test_a_broken_corpus_is_told_by_every_command(spoil: Spoil) -> None:
    """File, line and fix; exit 1."""
    root = spoil("editions/2007/01-all.md", "who: schools", "who: scools")
    for arguments in (["validate"], ["changes"], ["editions"], ["graph", "stats"]):
        result = run(*arguments, corpus=root)
        assert result.exit_code == 1
        assert f"{root}/editions/2007/01-all.md:" in result.stderr
        assert "did you mean 'schools'" in result.stderr


def test_formulas_are_defused_in_csv(spoil: Spoil) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe."""
    root = spoil("changes/2001-2004.md", "Schools no longer keep", '=HYPERLINK("x") Schools no longer keep')

    rows = list(csv.DictReader(io.StringIO(run("changes", "--format", "csv", corpus=root).stdout)))

    assert [row["text"][0] for row in rows if "HYPERLINK" in row["text"]] == ["'"]


def test_history_and_show_tell_the_links_with_their_reasons() -> None:
    """A duty from its first edition on, and why each step is the same duty."""
    text = run("history", "answer").stdout

    assert text.index("2001/answer") < text.index("2003-draft (DRAFT)") < text.index("2007/answer")
    assert "from 2001/answer (asserted): the same answer, sooner" in text
    assert "continues 2004/answer: the same duty in the same place" in run("show", "answer").stdout


def test_lines_fit_a_terminal() -> None:
    """No line of the answer is wider than 80 characters."""
    for arguments in (["changes"], ["history", "answer"]):
        assert max(map(len, run(*arguments).stdout.splitlines())) <= 80
