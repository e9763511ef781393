"""The Ask page: questions read as on the command line, answered with the explorer's rows, and nothing kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import msgspec
import pytest
from asking_cases import asking_of, golden_questions
from playwright.sync_api import Browser, Page, expect

from diffing.asking import read_question
from diffing.asking.reading import echo
from diffing.compiled import Compiled

from .conftest import SUB_PATH, Watched, watch

READ = """questions => questions.map(question => {
  const grammar = window.kbRows.rows.asking.grammar, reading = window.kbReader.readQuestion(grammar, question);
  return [reading, window.kbReader.echo(grammar, reading)];
})"""


def told(page: Page) -> str:
    """What the page says it found, once it has looked."""
    status = page.locator("#a-status")
    expect(status).to_have_text(re.compile(r"^(?!Reading).+"), timeout=10_000)
    return status.inner_text()


def ask(page: Page, question: str) -> str:
    """Type *question*, press Enter, and wait for what is said."""
    page.fill("#a-q", question)
    page.locator("#a-q").press("Enter")
    return told(page)


def titles(page: Page) -> list[str]:
    """The titles of the rows."""
    return page.locator("#a-lists h3").all_inner_texts()


def test_golden_questions_are_read_as_on_the_command_line(desk: Watched, shipped: Compiled) -> None:
    """Every slot of every reading, and its echo, with the grammar that the page loads."""
    asking = asking_of(shipped)
    questions = [case.question for case in golden_questions()]
    page = desk.go("ask/?q=schools")
    told(page)
    found = page.evaluate(READ, questions)

    assert len(found) >= 180
    for question, (reading, line) in zip(questions, found, strict=True):
        expected = read_question(asking.matcher, question)
        assert reading == json.loads(json.dumps(msgspec.to_builtins(expected))), question
        assert line == echo(asking.matcher, expected), question


def test_a_question_is_answered_and_its_address_restores_it(desk: Watched, browser: Browser) -> None:
    """Type, see how it was read and the rows with their sources; reload, share, edit the reading, go back."""
    page = desk.go("ask/")
    assert not page.locator("#a-answer").is_visible()
    said = ask(page, "what changed for schols since 2018")
    rows = titles(page)

    assert re.fullmatch(r"Found \d+ changes\.", said)
    assert page.input_value("#a-echo") == "what changed; for: Schools; editions: 2018 → 2026; kinds: any"
    expect(page.locator("#a-notes")).to_contain_text("“schols” read as “schools”")
    expect(page.locator(".compared")).to_contain_text("Compared")
    expect(page.locator(".compared")).to_contain_text("Only partly covered")
    first = page.locator("#a-lists li").first
    expect(first.locator(".kind").first).to_have_text(re.compile(r"^\S+ \w+"))
    expect(first.locator(".cites")).to_contain_text("Source: ")
    expect(first.locator("small").first).to_contain_text("Schools")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["what changed for schols since 2018"]}

    page.reload()
    assert told(page) == said
    assert titles(page) == rows
    context = browser.new_context()
    other = watch(context, desk.home)
    other.page.goto(page.url)
    assert told(other.page) == said
    assert titles(other.page) == rows
    context.close()

    page.fill("#a-echo", "what changed; for: Probation; editions: 2018 → 2026; kinds: any")
    page.locator("#a-echo").press("Enter")
    expect(page.locator("#a-echo")).to_have_value(re.compile("Probation"))
    expect(page.locator("#a-status")).to_have_text(re.compile("^(?!Reading).+"))
    assert titles(page) != rows
    page.go_back()
    expect(page.locator("#a-echo")).to_have_value(re.compile("Schools"))
    expect(page.locator("#a-lists h3")).to_have_text(rows)


@pytest.mark.parametrize(
    "question", ["what changed for schools since 2018", "what was dropped in 2013", "must duties for the police 2018"]
)
def test_the_explorer_opens_with_the_same_rows(desk: Watched, question: str) -> None:
    """Where only filters were asked for: the same rows in the same order."""
    page = desk.go("ask/")
    count = int(re.findall(r"\d+", ask(page, question))[0])
    rows = titles(page)
    page.get_by_role("link", name="Open in the explorer").click()
    status = page.locator("#x-status")
    expect(status).to_have_text(re.compile(r"^\d+ of"))

    assert int(status.inner_text().split()[0]) == count
    assert page.locator("#x-rows h2").all_inner_texts()[: len(rows)] == rows


def test_every_row_leads_to_its_place(desk: Watched) -> None:
    """A row of a change and one of a duty."""
    page = desk.go("ask/")
    ask(page, "how many days for the initial child protection conference in 2018")
    expect(page.locator("#a-lists h2")).to_have_text(["What editions say", "What changed"])
    page.locator("#a-lists h3 a").first.click()

    expect(page).to_have_url(re.compile(r"/d/[^/]+/#"))
    expect(page.locator(":target")).to_be_visible()


def test_drafts_successors_and_meanings_are_told(desk: Watched) -> None:
    """What a reader must know beside the rows."""
    page = desk.go("ask/")
    ask(page, "difference between the 2017 draft and 2018 on serious incidents")
    expect(page.locator("#a-notes")).to_contain_text("A draft is a proposal")
    ask(page, "who replaced lscbs")
    expect(page.locator("#a-notes")).to_contain_text("succeeded by Safeguarding partners")
    ask(page, "what does family help mean")
    expect(page.locator("#a-notes")).to_contain_text("Family help, as of 2026")
    assert ask(page, "which editions are there").endswith("editions and drafts.")
    expect(page.locator("#a-lists li")).to_have_count(9)
    expect(page.locator("#a-lists .draft-tag")).to_have_count(2)


def test_no_draft_is_shown_unless_asked_for(desk: Watched) -> None:
    """Drafts are proposals; a question that does not name one gets none of them."""
    page = desk.go("ask/")
    for question in ("what changed for schools", "threshold document", "what must social workers do"):
        ask(page, question)
        assert page.locator("#a-lists .draft-tag").count() == 0, question


def test_nothing_found_is_said(desk: Watched) -> None:
    """With what was compared; never a blank."""
    page = desk.go("ask/")

    assert ask(page, "wt2013 gp changes").startswith("Nothing found: no change for GPs")
    expect(page.locator(".compared")).to_contain_text("2010 → 2013")
    assert "names nothing" in ask(page, "😀😀😀")
    assert "names nothing" in ask(page, "что изменилось")


def test_a_story_is_met_with_help_and_not_kept(desk: Watched) -> None:
    """Typed or in the address: where to turn, and no word of it stays on the page or in the address."""
    story = "my stepdad hits my little brother Jonathan"
    page = desk.go("ask/")
    page.fill("#a-q", story)
    page.locator("#a-q").press("Enter")
    for _ in range(2):
        expect(page.locator("#a-safety")).to_be_visible()
        for words in ("999", "0808 800 5000", "local council"):
            expect(page.locator("#a-safety")).to_contain_text(words)
        assert not page.locator("#a-answer").is_visible()
        assert page.input_value("#a-q") == page.input_value("#a-echo") == ""
        assert "Jonathan" not in page.content()
        assert page.evaluate("() => location.search") == ""
        desk.go(f"ask/?q={quote(story)}")
    kept = page.evaluate("() => Object.entries(sessionStorage).concat(Object.entries(localStorage))")
    assert all(name.endswith("__palette") and "Jonathan" not in value for name, value in kept)


@pytest.mark.parametrize(
    "question",
    [
        "<script>window.harmed=1</script><img src=x onerror=harmed=1> schools",
        "schools 2018 " * 800,
        "x" * 10_000,
        "schools 😀 2018 \u202e ‮",
        "'; drop table schools; -- $(rm -rf /) {{7*7}}",
        "__proto__ constructor toString",
    ],
)
def test_hostile_questions_do_nothing(desk: Watched, question: str) -> None:
    """No markup, no error, no crash; what is too long is cut, and said so."""
    page = desk.go("ask/")
    ask(page, question)

    assert page.evaluate("() => window.harmed === undefined")
    assert page.locator("article img, article script:not([type])").count() == 0
    assert len(page.url) < 8_000
    if len(question) > 1_500:
        expect(page.locator("#a-notes")).to_contain_text("Only the first 1500 characters")
    page.reload()
    told(page)


def test_the_grammar_is_loaded_only_when_it_is_needed(desk: Watched) -> None:
    """Not with the page, but once somebody turns to the question."""
    page = desk.go("ask/")
    page.wait_for_load_state("networkidle")
    assert not [each for each in desk.requests if "/data/" in each]
    page.focus("#a-q")
    page.wait_for_load_state("networkidle")

    assert len([each for each in desk.requests if "asking.js" in each]) == 1
    desk.go()
    desk.go("explorer/")
    assert len([each for each in desk.requests if "asking.js" in each]) == 1


def test_more_rows_come_with_the_focus_on_the_first_of_them(phone: Watched) -> None:
    """A keyboard goes on where the new rows begin."""
    page = phone.go("ask/?q=what+changed+since+2010")
    told(page)
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Show more").press("Enter")

    expect(page.locator("#a-lists h3 a").nth(10)).to_be_focused()
    assert len(titles(page)) > 10


def test_asking_works_from_a_folder(browser: Browser, folder: Path) -> None:
    """No server: examples, question, rows and the way on."""
    context = browser.new_context()
    watched = watch(context, (folder / SUB_PATH).as_uri() + "/")
    page = watched.go("ask/index.html")
    page.locator("#a-examples li a").first.click()
    assert told(page).startswith("Found")
    ask(page, "what was dropped in 2013")
    page.reload()
    assert told(page).startswith("Found")
    page.get_by_role("link", name="Open in the explorer").first.click()
    expect(page.locator("#x-status")).to_have_text(re.compile(r"^\d+ of"))
    assert not watched.complaints
    assert not watched.outside
    context.close()
