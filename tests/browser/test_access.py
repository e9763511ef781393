"""For everybody: axe-core on each type of page, zoom, narrow screens, print, calm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import ROOT, Watched

PAGES = (
    "",
    "agencies/",
    "agencies/schools/",
    "matrix/",
    "compare/",
    "compare/2013-2015/",
    "editions/",
    "editions/2018/",
    "editions/2017-draft/",
    "timescales/",
    "terms/",
    "successions/",
    "topics/",
    "topics/referrals/",
    "duties/",
    "explorer/?for=schools&from=2010",
    "search/?q=initial",
    "ask/",
    "ask/?q=what+changed+for+schools+since+2018",
    "ask/?q=who+replaced+lscbs",
    "ask/?q=my+dad+hits+my+brother",
    "sources/",
    "coverage/",
    "disputes/",
    "methods/",
    "corrections/",
    "about/",
    "data/",
)
"""One page of each type; a duty and a chapter are found on the way."""

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""WCAG 2.2, levels A and AA."""

LOADED = (
    "() => { const s = document.querySelector('#x-status'); const a = document.querySelector('#a-status');"
    " return (!s || /provisions/.test(s.textContent)) && (!a || !/^Reading/.test(a.textContent)); }"
)
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as ``npm install --prefix build --no-save axe-core@4.14.1`` puts it; on CI it has to be there."""
    path = ROOT / "build" / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("no axe-core; run: npm install --prefix build --no-save --no-package-lock axe-core@4.14.1")
        pytest.skip("no axe-core; see the docstring")
    return path.read_text(encoding="utf-8")


def some_of_each(folder: Path) -> tuple[str, ...]:
    """The pages above, with the lightest chapter, duty and part of a comparison that there are."""
    found = list(PAGES)
    for pattern in (
        "d/*/index.html",
        "editions/2018/*/index.html",
        "compare/*/*/index.html",
        "agencies/*/*/index.html",
    ):
        paths = sorted((folder / "kb").glob(pattern), key=lambda path: (path.stat().st_size, path))
        if paths:
            found.append(paths[len(paths) // 2].parent.relative_to(folder / "kb").as_posix() + "/")
    return tuple(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation_of_wcag(browser: Browser, home: str, folder: Path, axe: str, width: int, scheme: str) -> None:
    """Zero, on each type of page."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="light" if scheme == "light" else "dark",
        bypass_csp=True,
    )
    page = context.new_page()
    found = []
    for address in some_of_each(folder):
        page.goto(home + address)
        page.wait_for_function(LOADED)
        page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.evaluate(axe)
        result = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        found += [
            f"{address}: {each['id']}: {node['html'][:140]}"
            for each in result["violations"]
            for node in each["nodes"][:3]
        ]
    context.close()

    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, 390, 640, 768])
def test_no_page_is_wider_than_its_screen(browser: Browser, home: str, folder: Path, width: int) -> None:
    """A phone, a small tablet, and a desk at 400 and 200 % (1280 pixels are 320 and 640 then)."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = {}
    for address in some_of_each(folder):
        page.goto(home + address)
        page.wait_for_timeout(50)
        over = page.evaluate(TOO_WIDE)
        if over > 0:
            wide[address] = over
    context.close()

    assert not wide


def test_nothing_moves_for_those_who_want_it_calm(browser: Browser, home: str) -> None:
    """Reduced motion turns every transition off."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(home)
    moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(e => getComputedStyle(e).transitionDuration.split(',')"
        ".some(d => parseFloat(d) > 0)).length"
    )
    context.close()

    assert moving == 0


def test_print_has_no_chrome_and_everything_open(desk: Watched) -> None:
    """Only what is read goes on paper, and nothing stays folded."""
    page = desk.go("agencies/schools/")
    page.emulate_media(media="print")

    for part in (".md-header", ".md-tabs", ".md-footer", ".crumbs", ".md-sidebar--secondary"):
        assert not page.locator(part).first.is_visible(), part
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
