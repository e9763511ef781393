"""Links between pages: written from the root of the site, checked before anything is built.

A link is written as if every page stood at the root, with a mark in front; a page turns the mark into its own way up.
So a piece of HTML is made once and stands on many pages.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup, escape

from kb.errors import KbError

ROOT = "\0"
"""Stands for the way up to the root; no text of a corpus can hold it."""

_LATER = "\1"
_OPEN = re.compile("\1([^\1]*)\1")
_ID = re.compile(r'\sid="([^"]+)"')


class Links:
    """Where records stand, which pages there are, and what was linked to."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._anchors: dict[str, set[str]] = {}
        self._wanted: set[str] = set()

    def put(self, record: str, place: str) -> None:
        """Note that *record*, e.g. ``source:wt-2013``, stands at address *place*."""
        self._places[record] = place

    def place_of(self, record: str) -> str:
        """The address at which *record* was put."""
        return self._places[record]

    def to(self, there: str) -> Markup:
        """A link to address *there*, counted from the root, ready for an attribute."""
        self._wanted.add(there)
        path, mark, anchor = there.partition("#")
        return Markup(ROOT) + escape(quote(path) + mark + quote(anchor))

    def later(self, record: str) -> Markup:
        """A link to *record*, which need not have its place yet: :meth:`settle` puts it in."""
        return Markup(f"{_LATER}{escape(record)}{_LATER}")

    def settle(self, html: str) -> str:
        """*html* with every link that was left for later."""
        return _OPEN.sub(lambda found: self.to(self.place_of(Markup(found[1]).unescape())), html)

    def add_page(self, where: str, html: str) -> None:
        """Note that there is a page at *where*, with the anchors of *html*."""
        self._anchors[where] = set(map(_unescaped, _ID.findall(html)))

    def has_page(self, where: str) -> bool:
        """True once there is a page at *where*."""
        return where in self._anchors

    def add_file(self, uri: str) -> None:
        """Note that there is a file at *uri*."""
        self._anchors[uri] = set()

    def check(self) -> None:
        """Fail when a link leads nowhere.

        Raises:
            KbError: names each such link.
        """
        broken = []
        for there in sorted(self._wanted):
            path, _, anchor = there.partition("#")
            if path not in self._anchors or (anchor and anchor not in self._anchors[path]):
                broken.append(there)
        if broken:
            raise KbError("links that lead nowhere: " + ", ".join(broken[:20]))


def _unescaped(text: str) -> str:
    return Markup(text).unescape()
