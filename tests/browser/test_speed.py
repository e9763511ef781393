"""How heavy pages are, by the browser's own records."""

from __future__ import annotations

from playwright.sync_api import Browser

WEIGHT = (
    "() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
    ".reduce((sum, each) => sum + each.decodedBodySize, 0)"
)


def test_the_explorer_shows_rows_after_little_data(browser: Browser, home: str) -> None:
    """Less than 300 kB of data before the first rows; how long that takes is measured in benchmarks/site_speed.py."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(home + "explorer/")
    page.wait_for_selector("#x-rows li")
    data = page.evaluate(
        "() => performance.getEntriesByType('resource').filter(each => each.name.includes('/data/'))"
        ".reduce((sum, each) => sum + each.decodedBodySize, 0)"
    )
    context.close()

    assert 0 < data < 300_000


def test_a_first_visit_is_light(browser: Browser, home: str) -> None:
    """Everything the home page and an agency's page need, uncompressed."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    weights = {}
    for address in ("", "agencies/schools/"):
        page.goto(home + address)
        page.wait_for_load_state("networkidle")
        weights[address] = page.evaluate(WEIGHT)
    context.close()

    assert max(weights.values()) < 600_000, weights
