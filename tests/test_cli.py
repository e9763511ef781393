"""The command line, as a user meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result
from samples import SMALL, Spoil

from diffing.announcements import check_announcements
from diffing.compiled import Compiled
from kb.cli import main
from kb.cli.group import KbGroup

CHAPTER = "editions/2004/01-asking-and-acting.md"
ROOT = Path(__file__).parents[1]


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
    assert run("changes", "--kind", "weaker", "--format", "csv").stdout.startswith("id,step,kinds,basis,title,")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["changes", "--from", "2004", "--to", "2004"], "1 change(s) in the in-place updates of 2004, told by sources"),
        (["changes", "--from", "2007"], "No change recorded: nothing lies between the editions asked for"),
    ],
)
def test_where_nothing_is_compared_it_is_said(arguments: list[str], expected: str) -> None:
    """Updates of one edition come from sources alone; after the latest edition there is nothing."""
    assert expected in " ".join(run(*arguments).stdout.split())


def test_what_a_flag_leaves_out_is_said() -> None:
    """A duty on schools is one on small schools too."""
    text = " ".join(run("changes", "--for", "small schools", "--named").stdout.split())

    assert "Left out by --named: what only concerns Schools, Everyone who works with children." in text


def test_no_time_limit_is_no_blank(spoil: Spoil) -> None:
    """An edition without a recorded limit says so beside the empty table."""
    spoil("editions/2007/01-all.md", "- within: 3 days of the call\n", "")
    root = spoil("editions/2007/01-all.md", "- every: year\n", "")

    result = run("timescales", "--edition", "2007", "--format", "json", corpus=root)

    assert json.loads(result.stdout) == []
    assert "No time limit is recorded here" in result.stderr


def test_updates_of_one_edition_come_oldest_first(spoil: Spoil) -> None:
    """Not in the order of their weight."""
    root = spoil(
        "editions/2004/edition.md",
        "revisions:\n",
        'revisions:\n- date: 2004-06-01\n  title: First update\n  source: digest-2004 "page 9"\n',
    )
    path = root / "changes" / "2004-2004.md"
    text = path.read_text(encoding="utf-8")
    record = text[text.index("### ") :].replace("{#training-line}", "{#earlier}").replace("2005-02-01", "2004-06-01")
    path.write_text(f"{text}\n{record.replace('kind: ', 'kind: corrected, ', 1)}", encoding="utf-8")

    steps = [
        row["step"]
        for row in json.loads(run("changes", "--from", "2004", "--to", "2004", "--format", "json", corpus=root).stdout)
    ]

    assert steps == ["2004, update of 2004-06-01", "2004, update of 2005-02-01"]


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
        (["changes", "--from", ""], "unknown edition ''; nearest:\n  2001\n"),
        (["timescales", "--edition", ""], "unknown edition ''; nearest:\n  2001\n"),
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
        assert result.stderr.startswith(f"{root}/editions/2007/01-all.md:")
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


def test_a_step_of_a_draft_says_so_at_its_head() -> None:
    """Whoever copies the list without its end still sees it."""
    text = run("changes", "--from", "2001", "--to", "2003-draft").stdout

    assert text.splitlines()[0].endswith("DRAFT: a proposal, never in force")
    assert "DRAFT" not in run("changes").stdout


def test_a_draft_was_never_in_force() -> None:
    """It is not told as an edition whose date is missing."""
    rows = {row["edition"]: row for row in json.loads(run("editions", "--format", "json").stdout)}

    assert (rows["2003-draft"]["in force"], rows["2003-draft"]["superseded"]) == ("never", "")


def test_show_tells_what_a_duty_became() -> None:
    """Both ways: what it continues and what continues it."""
    assert "continued by 2004/answer: the same answer, sooner" in run("show", "2001/answer").stdout


def test_an_id_stands_whole_in_a_listing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that it can be copied; colour is never forced into a pipe."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    text = run("agencies").stdout

    assert "small-schools" in text
    assert "\x1b" not in text


def wtkb(*arguments: str, stdout: IO[bytes] | int, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "kb", *arguments, "--corpus", str(SMALL)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, cwd=ROOT, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["changes"], ["terms"], ["show", "answer"]])
def test_a_full_disk_is_told(arguments: list[str]) -> None:
    """Exit 1 and one line, no traceback."""
    with Path("/dev/full").open("wb") as full:
        run = wtkb(*arguments, stdout=full)

    assert run.returncode == 1
    assert run.stderr.decode() == "Error: cannot write the answer: No space left on device\n"


def test_a_sign_that_the_terminal_lacks_is_no_crash() -> None:
    """``→`` is not in Latin-1."""
    run = wtkb("changes", stdout=subprocess.PIPE, encoding="latin-1")

    assert run.returncode == 0
    assert rb"2001 \u2192 2004" in run.stdout


def test_a_name_of_ten_thousand_letters_is_not_repeated_whole() -> None:
    """A message can be read."""
    result = run("changes", "--for", "x" * 10_000)

    assert result.exit_code == 1
    assert len(result.stderr) < 1_000


def test_a_path_that_the_system_refuses_is_told() -> None:
    """A folder name of ten thousand letters."""
    result = run("editions", corpus=Path("x" * 10_000))

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: cannot read or write xxx")


def test_the_report_holds_announcements_against_what_comparing_shows(spoil: Spoil) -> None:
    """Each list has what the other does not explain."""
    root = spoil(CHAPTER, "Ring", "Ring")
    (root / "changes" / "2001-2004.md").unlink()

    announced, compared = run("validate", "--report", corpus=root).stdout.split("shown by comparing")

    assert "(1):\n  changes/2004-2004.md:6: 2004-2004/training-line: Training line" in announced
    assert "2001-2004/answer-as-it-stands: strengthened, handed over, timescale shortened" in compared


def test_no_draft_is_in_the_report(shipped: Compiled) -> None:
    """What was only proposed explains nothing and needs no explanation."""
    found = check_announcements(shipped)
    steps = {(each.from_edition, each.to_edition) for each in found.unexplained}
    steps |= {(each.from_edition, each.to_edition) for each in found.unannounced}

    assert found.unexplained
    assert found.unannounced
    assert not any("draft" in name for step in steps for name in step)
