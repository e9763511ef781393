"""How heavy and how fast pages are, by the browser's own records, on a phone that is four times slower."""

from __future__ import annotations

from playwright.sync_api import Browser

WEIGHT = (
    "() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
    ".reduce((sum, each) => sum + each.decodedBodySize, 0)"
)


def test_the_explorer_is_usable_in_a_second_on_a_slow_phone(browser: Browser, home: str) -> None:
    """From the click to the first rows, the processor slowed down four times; less than 300 kB of data."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(home + "about/")
    page.goto(home + "explorer/")
    page.wait_for_selector("#x-rows li")
    took = page.evaluate("() => performance.now()")
    data = page.evaluate(
        "() => performance.getEntriesByType('resource').filter(each => each.name.includes('/data/'))"
        ".reduce((sum, each) => sum + each.decodedBodySize, 0)"
    )
    context.close()

    assert data < 300_000
    assert took < 3_000  # a second on an idle machine; those that test are rarely idle


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
