"""Asking in plain words: how a question is read, what an answer says, and what it makes of odd input."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from asking_cases import asking_of
from click.testing import CliRunner, Result
from samples import SMALL

from diffing.asking import Answer, Asking, Intent, Reading, ask, compile_asking, grammar_json, read_question
from diffing.asking.reading import echo
from diffing.asking.showing import markdown, text_lines
from diffing.compiled import Compiled
from kb.cli import main


@pytest.fixture(scope="module")
def asking(shipped: Compiled) -> Asking:
    """Grammar and index of the real corpus."""
    return asking_of(shipped)


@pytest.fixture(scope="module")
def few(small: Compiled) -> Asking:
    """Grammar and index of the small corpus."""
    return compile_asking(small)


def read(asking: Asking, question: str) -> Reading:
    """How *question* is read."""
    return read_question(asking.matcher, question)


class TestReading:
    """One grammar, no guessing."""

    @pytest.mark.parametrize(
        ("question", "editions", "span"),
        [
            ("what changed in 2018", ("2018",), ("", "")),
            ("WT18 duties", ("2018",), ("", "")),
            ("wt2013 gp changes", ("2013",), ("", "")),
            ("changes between 2013 and 2018", (), ("2013", "2018")),
            ("changes from 2018 to 2013", (), ("2013", "2018")),
            ("2010-2013 changes", (), ("2010", "2013")),
            ("compare 2010 and 2013", (), ("2010", "2013")),
            ("what did chapter 1 say before 2013", (), ("2006", "2010")),
            ("changes up to 2013", (), ("2006", "2013")),
            ("the 2017 draft", ("2017-draft",), ("", "")),
            ("difference between the 2017 draft and 2018", (), ("2017-draft", "2018")),
            ("deadline for answers to the 2017 consultation", ("2017-draft",), ("", "")),
            ("what stood in 2019", ("2018",), ("", "")),
            ("WT 1990", (), ("", "")),
        ],
    )
    def test_editions(self, asking: Asking, question: str, editions: tuple[str, ...], span: tuple[str, str]) -> None:
        """As people write them: years, short forms, spans, drafts and years without an edition."""
        found = read(asking, question)

        assert (found.editions, (found.from_edition, found.to_edition)) == (editions, span)

    def test_latest_and_since_follow_the_corpus(self, asking: Asking) -> None:
        """``latest`` and an open span end at the newest issued edition, never at a draft."""
        latest = asking.compiled.base.issued[-1].id

        assert read(asking, "duties in the latest edition").editions == (latest,)
        assert read(asking, "what changed since 2015").to_edition == latest

    def test_a_year_without_an_edition_is_told(self, asking: Asking) -> None:
        """The reader learns which edition was taken."""
        assert read(asking, "schools in 2019").notes == ("2019: no edition of that year; 2018 stood then.",)

    @pytest.mark.parametrize(
        ("question", "agencies", "excluded"),
        [
            ("what changed for schools", ("schools",), ()),
            ("what changed for schools and the police", ("schools", "police"), ()),
            ("changes for police, not for schools", ("police",), ("schools",)),
            ("changes for everyone except police", ("all-organisations",), ("police",)),
            ("nurserys duties", ("early-years",), ()),
            ("probaton duties", ("probation",), ()),
            ("polcie duties", ("police",), ()),
        ],
    )
    def test_agencies(
        self, asking: Asking, question: str, agencies: tuple[str, ...], excluded: tuple[str, ...]
    ) -> None:
        """By any name, misspelt, two at once, and ruled out."""
        found = read(asking, question)

        assert (found.agencies, found.excluded) == (agencies, excluded)

    def test_an_ambiguous_name_stands_for_all_its_meanings(self, asking: Asking) -> None:
        """It is not decided for the reader, and the answer says so."""
        answer = ask(asking, "history of the independent chair")

        assert len(answer.reading.unsure) > 1
        assert any("more than one meaning" in line for line in answer.says)

    @pytest.mark.parametrize(
        ("question", "intent"),
        [
            ("what changed for schools", Intent.WHAT_CHANGED),
            ("must duties new for probation since 2018", Intent.WHAT_CHANGED),
            ("what must early years do about information sharing", Intent.DUTIES_NOW),
            ("who chairs the conference", Intent.WHO_DOES),
            ("how long for a conference", Intent.HOW_LONG),
            ("timescale for child protection conference", Intent.HOW_LONG),
            ("who replaced lscbs", Intent.WHAT_REPLACED),
            ("history of the threshold document", Intent.HISTORY),
            ("what does family help mean", Intent.DEFINE),
            ("is there still a core assessment?", Intent.IS_IT_STILL),
            ("CDOP vs child death review meeting", Intent.COMPARE_TWO),
            ("which editions are there", Intent.LIST_EDITIONS),
            ("knife crime and gangs", Intent.SEARCH),
        ],
    )
    def test_intents(self, asking: Asking, question: str, intent: Intent) -> None:
        """What is asked for."""
        assert read(asking, question).intent is intent

    def test_mending_is_told_and_never_guesses(self, asking: Asking) -> None:
        """A slip is mended to the one nearest word; a word that is near to none stays as it is."""
        assert [(each.typed, each.read) for each in read(asking, "indepndent scrutiny").mended] == [
            ("indepndent", "independent")
        ]
        assert read(asking, "vaping and qwertyuiop").mended == ()
        assert "Spelling: read indepndent as independent." in text_lines(ask(asking, "indepndent scrutiny"))

    def test_the_echo_can_be_asked_again(self, asking: Asking) -> None:
        """The line that tells the reading is itself a question with the same agencies, editions and kinds."""
        for question in (
            "what changed for schools between 2013 and 2023",
            "must duties new for probation since 2018",
            "changes for police, not for schools",
            "which editions are there",
            "difference between the 2017 draft and 2018 on serious incidents",
        ):
            first = read(asking, question)
            again = read(asking, echo(asking.matcher, first))
            for slot in (
                "intent",
                "agencies",
                "excluded",
                "editions",
                "from_edition",
                "to_edition",
                "kinds",
                "strengths",
            ):
                assert getattr(again, slot) == getattr(first, slot), (question, slot)

    def test_the_grammar_has_the_same_bytes_each_time(self, small: Compiled) -> None:
        """The browser's copy can be compared."""
        assert grammar_json(compile_asking(small).kept.grammar) == grammar_json(compile_asking(small).kept.grammar)


class TestAnswers:
    """Rows with their sources, and what a reader must know beside them."""

    def test_a_change_tells_kind_bearer_edition_and_source(self, few: Asking) -> None:
        """One row has all that is needed to act and to check."""
        rows = ask(few, "what changed for academies in 2004").rows

        row = next(row for row in rows if row.title == "Red book ends")
        assert (row.record, row.edition, row.kinds) == ("announced change", "2001 → 2004", "removed")
        assert "What the new Guide says" in row.sources

    def test_nothing_found_says_what_was_looked_through(self, asking: Asking) -> None:
        """An honest empty answer, with what lies near kept apart."""
        answer = ask(asking, "wt2013 gp changes")

        assert answer.nothing_found
        assert answer.says[0].startswith("nothing found: no change for GPs")
        assert answer.rows == ()
        assert "2010 → 2013" in answer.compared
        assert answer.partly
        assert answer.nearest

    def test_succession_is_told(self, asking: Asking) -> None:
        """Who or what took over comes before the rows."""
        answer = ask(asking, "who replaced lscbs")

        assert any("replaced by Safeguarding partners" in line for line in answer.succession)

    def test_history_gives_the_whole_line_in_order(self, asking: Asking) -> None:
        """Every edition that has the duty, oldest first."""
        ids = [row.id for row in ask(asking, "history of lay members").rows]

        assert ids.index("2010/lay-members") < ids.index("2013/lay-members")

    def test_now_names_the_edition_in_force_and_its_gaps(self, asking: Asking) -> None:
        """Where the latest edition is only partly recorded, the last whole one is shown beside it, and said so."""
        answer = ask(asking, "what must early years do now about information sharing")

        assert answer.rows
        known = {"2023", asking.compiled.base.issued[-1].id}
        assert {row.edition.split(" → ")[-1] for row in answer.rows if row.edition} <= known
        assert any("only partly recorded" in line for line in answer.says)

    def test_limit_changes_how_much_is_shown_and_not_how_much_is_counted(self, asking: Asking) -> None:
        """The count is of all."""
        three, all_of_them = ask(asking, "what changed for schools", 3), ask(asking, "what changed for schools", 0)

        assert len(three.rows) == 3
        assert len(all_of_them.rows) == all_of_them.found == three.found

    def test_equal_questions_give_equal_answers(self, asking: Asking) -> None:
        """Nothing depends on chance or on what was asked before."""
        assert ask(asking, "what changed for police since 2015") == ask(asking, "what changed for police since 2015")


ODD = {
    "nothing": "",
    "blanks": "  \n\t ",
    "ten thousand letters": "x" * 10_000,
    "ten thousand characters of words": "what changed for schools " * 400,
    "emoji": "😀😀 schools 🏫",
    "Russian": "что изменилось для школ",
    "Arabic": "ما الذي تغير للمدارس",
    "SQL": "'; DROP TABLE records; -- schools",
    "HTML": "<script>alert('x')</script> <img src=x onerror=alert(1)>",
    "shell": "$(rm -rf /) `reboot` && schools | cat /etc/passwd",
    "Markdown": "[x](javascript:alert(1)) **schools** # | a |",
    "null": "schools\x00\x1b[31m changes",
}


class TestOddInput:
    """Whatever is typed, the answer is an answer."""

    @pytest.mark.parametrize("question", ODD.values(), ids=ODD.keys())
    def test_it_is_answered_and_never_echoed_as_markup(self, asking: Asking, question: str) -> None:
        """No traceback, no markup or control character of the question in what is shown."""
        answer = ask(asking, question)

        shown = markdown(answer) + "\n".join(text_lines(answer))
        assert "<script" not in shown
        assert "<img" not in shown
        assert "](" not in shown
        assert "\x1b" not in shown
        assert max(map(len, text_lines(answer))) <= 80

    @pytest.mark.parametrize(
        "question",
        [
            "my uncle hits me and I am scared",
            "my friend Jamie Smith is 9 and her dad hurts her",
            "I think my neighbour's kid is being abused what should I do",
        ],
    )
    def test_a_story_is_answered_with_where_to_turn(self, asking: Asking, question: str) -> None:
        """Help first, nothing of the story kept or repeated, no rows."""
        answer = ask(asking, question)
        shown = str(answer) + markdown(answer) + "\n".join(text_lines(answer))

        assert "999" in shown
        assert "0808 800 5000" in shown
        assert "children's services" in " ".join(answer.safety)
        assert answer.rows == ()
        assert not any(name in shown for name in ("Jamie", "jamie", "Smith", "smith", "uncle"))

    def test_a_professional_question_is_no_story(self, asking: Asking) -> None:
        """Harm words alone do not make one."""
        assert not ask(asking, "what must schools do when a child is abused").safety


def run(*arguments: str) -> Result:
    """Run ``wtkb ask`` on the small corpus."""
    return CliRunner().invoke(main, ["ask", *arguments, "--corpus", str(SMALL)], catch_exceptions=False)


class TestCommand:
    """``wtkb ask``."""

    def test_every_form_has_the_same_rows(self) -> None:
        """Terminal, JSON, CSV and Markdown."""
        question = "what changed for schools"
        data = json.loads(run(question, "--format", "json").stdout)
        ids = [row["id"] for group in data["groups"] for row in group["rows"]]

        assert ids
        assert [row["id"] for row in csv.DictReader(io.StringIO(run(question, "--format", "csv").stdout))] == ids
        lines = run(question).stdout.splitlines()
        assert [line.removeprefix("  id: ").split(";")[0] for line in lines if line.startswith("  id: ")] == ids
        assert run(question, "--format", "md").stdout.count("### ") == len(ids)

    def test_the_terminal_view_fits_and_pipes(self) -> None:
        """80 columns, no colour codes."""
        text = run("what changed for schools").stdout

        assert max(map(len, text.splitlines())) <= 80
        assert "\x1b" not in text

    def test_a_question_without_quotes_and_from_standard_input(self) -> None:
        """Words are joined; ``-`` reads what is piped in."""
        joined = run("what", "changed", "for", "schools").stdout
        arguments = ["ask", "-", "--corpus", str(SMALL)]
        piped = CliRunner().invoke(main, arguments, input="what changed for schools", catch_exceptions=False).stdout

        assert joined == piped == run("what changed for schools").stdout

    def test_nothing_heavy_is_loaded(self, tmp_path: Path) -> None:
        """A fresh answer from kept snapshots needs neither spaCy nor networkx nor numpy."""
        run("schools")
        program = (
            "import sys; from kb.cli import main\n"
            f"try: main(['ask', 'schools', '--corpus', {str(SMALL)!r}])\n"
            "except SystemExit: pass\n"
            "print({'spacy', 'networkx', 'numpy', 'scipy'} & set(sys.modules) or 'light')"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

        assert done.stdout.splitlines()[-1] == "light"


def test_answers_are_values(asking: Asking) -> None:
    """An answer can be compared and kept."""
    answer = ask(asking, "young carers")

    assert isinstance(answer, Answer)
    assert hash(answer) == hash(ask(asking, "young carers"))
