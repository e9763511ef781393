"""What the tests of the site share: reading a page as a browser would, and a corpus that means harm."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html.parser import HTMLParser
from typing import Any

from diffing.compiled import Compiled
from diffing.steps import compare_editions, neighbouring_steps
from kb.base import KnowledgeBase

PAYLOAD = (
    "<script>window.harmed=1</script><img src=x onerror=harmed=1>\"'><b onmouseover=harmed=1>"
    " [x](javascript:harmed=1) **bold** {{ 7*7 }} {% raw %} &amp; ]]> </title></textarea> `code`"
)
"""Every trick at once: script, attribute, Markdown, template, entity."""

SHOWN = frozenset(
    {
        "title", "text", "name", "label", "note", "parts", "why", "missing", "summary", "section", "document",
        "introduction", "law", "paragraph", "was", "now", "locator", "publisher", "meaning", "aliases", "decision",
        "description", "group", "status", "reference", "pages", "alone", "number", "caution", "words", "place_name",
        "replaces_documents", "guidance_licence", "corpus_licence", "notice", "paragraphs", "start",
    }
)  # fmt: skip
"""Fields that hold words to show, not names of other records."""


@dataclass
class Element:
    """A start tag."""

    tag: str
    attributes: dict[str, str | None]


@dataclass
class Parsed:
    """What a browser finds in a piece of HTML."""

    elements: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [each.attributes["id"] or "" for each in self.elements if "id" in each.attributes]

    def links(self) -> Iterator[str]:
        """Every address that is linked to or loaded."""
        for each in self.elements:
            for name in ("href", "src"):
                if each.attributes.get(name):
                    yield each.attributes[name] or ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Parsed()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.elements.append(Element(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.found.text += data


def parse(html: str) -> Parsed:
    """*html* as a browser would see it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def harmful(compiled: Compiled) -> Compiled:
    """*compiled* with :data:`PAYLOAD` in every field that is shown, and script as every web address."""
    base = _spoilt(compiled.base)
    assert isinstance(base, KnowledgeBase)
    steps = tuple(compare_editions(base, before, after) for before, after in neighbouring_steps(base))
    return Compiled(base=base, steps=steps)


def _spoilt(value: Any, name: str = "") -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        if name == "address":
            return "javascript:harmed=1//" + PAYLOAD
        return f"{value} {PAYLOAD}" if name in SHOWN else value
    if isinstance(value, tuple):
        return tuple(_spoilt(each, name) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = "title" if type(value).__name__ == "Work" else ""
        changes = {
            each.name: _spoilt(getattr(value, each.name), each.name)
            for each in dataclasses.fields(value)
            if each.name not in ("place", kept)
        }
        return dataclasses.replace(value, **changes)
    return value
