"""From a template and its values to a page. Everything that comes out of the corpus is escaped."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from diffing.compiled import Compiled
from diffing.lineage import Lineage, badge, lineage_of
from diffing.rows import cite, make_row, step_name
from diffing.text import strength_words
from kb.guidance import ChangeKind, Provision
from kb_site import address
from kb_site.page import GeneratedPage

_TEMPLATES = Path(__file__).parent / "templates"

SIGNS = {
    ChangeKind.INTRODUCED: "+",
    ChangeKind.REMOVED: "−",
    ChangeKind.FIRST_RECORDED: "◇",
    ChangeKind.NOT_RECORDED_AFTER: "◌",
    ChangeKind.STRENGTHENED: "▲",
    ChangeKind.WEAKENED: "▼",
    ChangeKind.WIDENED: "↔",
    ChangeKind.NARROWED: "›‹",
    ChangeKind.HANDED_OVER: "⇢",
    ChangeKind.RENAMED: "Aa",
    ChangeKind.REDEFINED: "≝",
    ChangeKind.SPLIT: "⑂",
    ChangeKind.MERGED: "⋈",
    ChangeKind.MOVED: "⇵",
    ChangeKind.REPLACED: "⇄",
    ChangeKind.UNCHANGED: "=",
    ChangeKind.CARRIED_ON: "→",
}
"""A sign for each kind beside its word, so that no meaning hangs on colour; limits have a clock, the rest a dot."""


class Renderer:
    """Makes pages out of templates for one knowledge base."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters |= {"plain": plain_markdown, "slug": kind_slug}
        self._env.globals |= {
            "base": compiled.base,
            "href": _href,
            "sign": kind_sign,
            "row": lambda change: make_row(compiled.base, change),
            "cite": lambda citation: cite(compiled.base, citation),
            "strength": strength_words,
            "badge": lambda provision: badge(compiled, provision),
            "line_of": self._line_of,
            "step_name": step_name,
            **{name: getattr(address, name) for name in dir(address) if name.endswith("_address")},
        }

    def page(self, template: str, where: str, title: str, *, edit_uri: str = "", **values: Any) -> GeneratedPage:
        """The page at address *where*, made from *template* with *values*."""
        text = self._env.get_template(template).render(here=where, title=title, **values)
        front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n"
        body = re.sub(r"\n{3,}", "\n\n", text)
        return GeneratedPage(src_uri=address.source_uri(where), markdown=front + body, edit_uri=edit_uri)

    def _line_of(self, provision: Provision) -> Lineage:
        return lineage_of(self.compiled, provision)


@jinja2.pass_context
def _href(context: jinja2.runtime.Context, there: str) -> str:
    return address.relative(context["here"], there)


def kind_sign(kind: ChangeKind) -> str:
    """The sign that stands beside the word of a kind of change."""
    if kind.value.startswith("timescale"):
        return "◷"
    return SIGNS.get(kind, "·")


def kind_slug(kind: str) -> str:
    """The name of a kind as part of a class or anchor, e.g. ``handed-over``."""
    return kind.replace(" ", "-")


def plain_markdown(text: str) -> Markup:
    """*text* for a heading in Markdown: every mark in it is shown and none is obeyed."""
    escaped = re.sub(r"([\\`*_{}\[\]()#+\-.!|~:^=])", r"\\\1", " ".join(text.split()))
    return Markup(str(escape(escaped)).replace("\\&#39;", "'").replace("&#39;", "'"))
