"""A corpus that means harm, in a real browser; and what the site keeps of its readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from samples import SMALL
from site_parts import harmful

import kb_site.plugin
from diffing.compiled import Compiled
from kb_site.build import build_site

from .conftest import ROOT, SUB_PATH, Watched, serving, watch


@pytest.fixture(scope="module")
def harmful_site(small: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus with every trick in every field, as a site."""
    root = tmp_path_factory.mktemp("harm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kb_site.plugin, "load", lambda _: harmful(small))
        patch.setenv("XDG_CACHE_HOME", str(root / "cache"))  # never meet the small one
        build_site(ROOT / "mkdocs.yml", SMALL, root / SUB_PATH)
    return root


def test_no_word_of_the_corpus_becomes_code(browser: Browser, harmful_site: Path) -> None:
    """Every page, the explorer and the search: nothing runs, nothing is asked for, nothing is complained about."""
    with serving(harmful_site) as address:
        context = browser.new_context()
        watched = watch(context, f"{address}/{SUB_PATH}/")
        pages = sorted(
            path.parent.relative_to(harmful_site / SUB_PATH).as_posix() for path in harmful_site.rglob("index.html")
        )
        for where in [*pages, "explorer/?kind=all", "explorer/?what=duties", "search/?q=script", "ask/?q=schools"]:
            page = watched.go("" if where == "." else where if "?" in where else f"{where}/")
            page.wait_for_timeout(60)
            assert page.evaluate("() => window.harmed === undefined"), where
            assert page.locator("article img, article script:not([type]), [onerror], [onmouseover]").count() == 0, where
            assert page.evaluate("() => [...document.links].every(a => !a.protocol.startsWith('javascript'))"), where
        context.close()

    assert not watched.complaints
    assert not watched.outside


def test_an_inline_script_that_was_slipped_in_does_not_run(desk: Watched) -> None:
    """The policy holds even if escaping failed."""
    page = desk.go()
    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.harmed = 1';"
        " document.body.append(script); }"
    )

    assert page.evaluate("() => window.harmed === undefined")
    assert any("Content Security Policy" in each for each in desk.complaints)
    desk.complaints.clear()


def test_nothing_is_kept_of_the_reader_but_the_colours(desk: Watched) -> None:
    """No cookie; the browser's storage holds the palette at most."""
    page = desk.go()
    page.locator("[data-md-component=palette] label:visible").click()
    desk.go("explorer/?for=schools")
    page.wait_for_timeout(300)

    assert page.context.cookies() == []
    assert page.evaluate("() => Object.keys(sessionStorage)") == []
    assert all(key.endswith("__palette") for key in page.evaluate("() => Object.keys(localStorage)"))
