"""What people come for, done as they do it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect

from .conftest import SUB_PATH, Watched, watch


def shown(page: Page) -> str:
    """What the explorer says it shows, once it has loaded."""
    status = page.locator("#x-status")
    expect(status).not_to_have_text("Loading …", timeout=10_000)
    expect(status).not_to_have_text("")
    return status.inner_text()


def test_a_school_reads_what_changed_since_2018_within_two_taps(phone: Watched) -> None:
    """Choose, tap, read; each change with its kind in words, and a tap further the whole duty."""
    page = phone.go()
    page.select_option("#role", "schools")
    page.select_option("#since", "2018")
    page.get_by_role("button", name="Show what changed").tap()

    expect(page).to_have_url(f"{phone.home}agencies/schools/?since=2018")
    expect(page.locator(".since-note")).to_contain_text("since 2018")
    visible = page.locator("section.step:visible")
    assert {each.get_attribute("data-from") or "" for each in visible.all()} <= {"2018", "2023", "2026"}
    expect(visible.locator(".change .kind").first).to_be_visible()

    page.locator("section.step:visible .change h4 > a").first.tap()
    expect(page).to_have_url(re.compile(r"/d/"))
    expect(page.locator("svg.ladder, .members").first).to_be_visible()


def test_the_whole_history_is_one_tap_away(phone: Watched) -> None:
    """What "since" hides comes back, and the address says so."""
    page = phone.go("agencies/schools/?since=2023")
    before = page.locator("section.step:visible").count()
    page.get_by_role("link", name="Show all").tap()

    expect(page.locator(".since-note")).to_be_hidden()
    assert page.locator("section.step:visible").count() > before
    assert "since" not in page.url


def test_two_editions_are_compared_old_to_new(desk: Watched) -> None:
    """The right order leads to the page, the wrong one says what to do."""
    page = desk.go()
    page.select_option("#old", "2018")
    page.select_option("#new", "2018")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".chooser .error")).to_be_visible()

    page.select_option("#new", "2023")
    page.get_by_role("button", name="Compare").click()
    expect(page).to_have_url(f"{desk.home}compare/2018-2023/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What changed from 2018 to 2023")
    page.locator(".tally a").first.click()
    expect(page).to_have_url(re.compile(r"#\w+$"))


def test_the_address_of_the_explorer_restores_what_was_chosen(desk: Watched, browser: Browser) -> None:
    """Filters go into the address, and the address brings the same rows back."""
    page = desk.go("explorer/")
    shown(page)
    page.select_option("#x-from", "2010")
    shown(page)
    page.select_option("#x-for", "schools")
    first = shown(page)
    rows = page.locator("#x-rows h2").all_inner_texts()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked["for"] == ["schools"]
    assert asked["from"] == ["2010"]

    context = browser.new_context()
    other = watch(context, desk.home)
    other.page.goto(page.url)
    assert shown(other.page) == first
    assert other.page.locator("#x-rows h2").all_inner_texts() == rows
    assert not other.complaints
    context.close()


def test_the_explorer_gives_what_it_shows_as_csv(desk: Watched) -> None:
    """As many lines as rows, sources in words, and nothing that a spreadsheet would run."""
    page = desk.go("explorer/?for=schools&from=2010")
    count = int(shown(page).split()[0])
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))

    assert len(lines) == count
    assert all(line["sources"] and line["kinds"] for line in lines)
    assert not [cell for line in lines for cell in line.values() if cell[:1] in ("=", "+", "@")]


def test_an_empty_answer_says_what_was_compared(desk: Watched) -> None:
    """Never a blank."""
    page = desk.go("explorer/?q=zzzz")

    assert "No changes among" in shown(page)
    assert "provisions compared" in shown(page)


def test_duties_can_be_explored_too(desk: Watched) -> None:
    """Another list, the same filters."""
    page = desk.go("explorer/?what=duties&from=2018&to=2018&strength=must")

    assert "provisions looked through" in shown(page)
    assert all("must" in each for each in page.locator("#x-rows li > small").all_inner_texts())


def test_several_values_of_a_filter_let_through_what_any_of_them_does(desk: Watched) -> None:
    """As the Ask page links here: agencies and kinds with commas between; and a term."""
    counts = []
    for chosen in ("for=schools", "for=police", "for=schools,police"):
        desk.go(f"explorer/?from=2010&{chosen}&kind=introduced,removed")
        counts.append(int(shown(desk.page).split()[0]))
    assert max(counts[:2]) <= counts[2] <= sum(counts[:2])
    assert desk.page.locator("#x-for option:checked").inner_text().startswith("Schools or Police")

    desk.go("explorer/?from=2006&to=2026&term=core-assessment")
    assert int(shown(desk.page).split()[0]) > 0
    expect(desk.page.locator("#x-further")).to_have_attribute("open", "")


def test_keys_move_through_the_explorer(desk: Watched) -> None:
    """Slash goes to the words, j and k from row to row."""
    page = desk.go("explorer/?from=2010")
    shown(page)
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("#x-rows h2 a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("#x-rows h2 a").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#x-q")).to_be_focused()


def test_search_finds_by_abbreviation_and_forgives_a_slip(desk: Watched) -> None:
    """LSCB is a board, and "assesment" an assessment."""
    page = desk.go("search/?q=LSCB")
    expect(page.locator("#q-found h2").first).to_contain_text("Local Safeguarding Children Board")
    page.fill("#q", "initial assesment")
    expect(page.locator("#q-found h2").first).to_contain_text("nitial assessment")
    page.fill("#q", "zzzzzz")
    expect(page.locator("#q-status")).to_contain_text("Nothing found")


def test_the_search_of_the_home_page_leads_there(phone: Watched) -> None:
    """A form like any other."""
    page = phone.go()
    page.fill("#home-q", "15 working days")
    page.locator("#home-q").press("Enter")

    expect(page.locator("#q-status")).to_contain_text("found")


def test_everything_works_from_a_folder(browser: Browser, folder: Path) -> None:
    """No server: choosers, links, explorer and search."""
    context = browser.new_context()
    watched = watch(context, (folder / SUB_PATH).as_uri() + "/")
    page = watched.go("index.html")
    page.select_option("#role", "schools")
    page.get_by_role("button", name="Show what changed").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Schools")
    page.locator(".change h4 > a").first.click()
    expect(page).to_have_url(re.compile(r"/d/[^/]+/index\.html"))
    watched.go("explorer/index.html?for=schools&from=2010")
    assert "changes" in shown(page)
    watched.go("search/index.html?q=LSCB")
    expect(page.locator("#q-found li").first).to_be_visible()
    assert not watched.complaints
    assert not watched.outside
    context.close()


def test_pages_can_be_read_without_scripts(browser: Browser, home: str) -> None:
    """Agencies, comparisons and duties are plain pages; what needs scripts says so."""
    context = browser.new_context(java_script_enabled=False)
    watched = watch(context, home)
    page = watched.go()
    page.get_by_role("link", name="Schools", exact=True).click()
    expect(page.locator(".change").first).to_be_visible()
    watched.go("explorer/")
    expect(page.locator(".needs-script")).to_be_visible()
    context.close()


def test_a_keyboard_alone_goes_from_home_to_a_duty(desk: Watched) -> None:
    """Skip link, links and forms; the focus can always be seen."""
    page = desk.go()
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.locator("#role").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".since-note")).to_be_visible()
    link = page.locator(".change h4 > a").first
    link.focus()
    assert link.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator(".members")).to_be_visible()
