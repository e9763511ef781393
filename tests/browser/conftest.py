"""A site in a real browser: built once, served below a sub-path, every request and every message watched."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kb_site.build import build_site

ROOT = Path(__file__).parents[2]
SUB_PATH = "kb"
"""Sites are often put below a path of their host; all tests run like that."""

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""A browser that asks nobody for anything by itself."""


@dataclass
class Watched:
    """A page, and everything it asked for or complained about."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str = "") -> Page:
        """Open *address*, counted from the home page."""
        self.page.goto(self.home + address)
        return self.page

    def hear(self, kind: str, text: str) -> None:
        """Keep what the console says when it is a complaint."""
        if kind in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {text}")

    @property
    def outside(self) -> list[str]:
        """Requests that went to another host."""
        own = (self.home.split(f"/{SUB_PATH}/")[0], "data:", "blob:", "file:")
        return [request for request in self.requests if not request.startswith(own)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, on CI they fail."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no chromium; install it with: apt-get install chromium")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped corpus as a site, below the sub-path; ``KB_SITE`` names one that is built already."""
    root = tmp_path_factory.mktemp("www")
    if "KB_SITE" in os.environ:
        (root / SUB_PATH).symlink_to(os.environ["KB_SITE"])
        return root
    build_site(ROOT / "mkdocs.yml", None, root / SUB_PATH)
    return root


@pytest.fixture(scope="session")
def home(folder: Path) -> Iterator[str]:
    """The address of the home page."""
    with serving(folder) as address:
        yield f"{address}/{SUB_PATH}/"


class serving:  # noqa: N801
    """Serve a folder on this machine while the block runs; gives its address."""

    def __init__(self, folder: Path) -> None:
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def watch(context: BrowserContext, home: str) -> Watched:
    """A new page that is watched."""
    watched = Watched(page=context.new_page(), home=home)
    watched.page.on("request", lambda request: watched.requests.append(request.url))
    watched.page.on("pageerror", lambda error: watched.complaints.append(f"{watched.page.url}: {error}"))
    watched.page.on("console", lambda message: watched.hear(message.type, message.text))
    return watched


@pytest.fixture
def phone(browser: Browser, home: str) -> Iterator[Watched]:
    """A page as wide as a phone; at the end nothing was complained about and nobody else was asked."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    watched = watch(context, home)
    yield watched
    context.close()
    assert not watched.complaints
    assert not watched.outside


@pytest.fixture
def desk(browser: Browser, home: str) -> Iterator[Watched]:
    """A page as wide as a desk's screen, watched like a phone's."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = watch(context, home)
    yield watched
    context.close()
    assert not watched.complaints
    assert not watched.outside
