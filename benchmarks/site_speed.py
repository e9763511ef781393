"""How long the explorer takes to its first rows on a slow phone, as a multiple of the plain About page in the same run.

    python -m benchmarks.site_speed [build/site]

Serves a built site on this machine only, slows Chromium's processor down four times, and prints the median of five
visits each, by the browser's own clock: until the page of the About text had loaded, until the explorer had rows.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def visit(page: Page, address: str, selector: str) -> float:
    """Milliseconds from the start of the visit until *selector* is there."""
    page.goto(address)
    page.wait_for_selector(selector)
    return float(page.evaluate("() => performance.now()"))


def main(folder: str) -> None:
    """Measure and print."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        plain = statistics.median(visit(page, home + "about/", "main h1") for _ in range(5))
        rows = statistics.median(visit(page, home + "explorer/", "#x-rows li") for _ in range(5))
        browser.close()
    server.shutdown()
    print(f"about page {plain:.0f} ms; explorer's first rows {rows:.0f} ms = {rows / plain:.1f} x; slowed 4 x")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "build/site")
