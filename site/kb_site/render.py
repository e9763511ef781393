"""From a template and its values to a page. Everything that comes out of the corpus is escaped."""

from __future__ import annotations

import functools
import itertools
import json
import re
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from diffing.change import Basis, Change
from diffing.compiled import Compiled
from diffing.lineage import Lineage, badge, lineage_of
from diffing.rows import make_row, step_name, strength_words
from kb.guidance import ChangeKind, Coverage, Provision
from kb.vocabulary import Citation, Evidence, Source
from kb_site import address, kinds
from kb_site.bearers import agencies_with_rows
from kb_site.links import ROOT, Links
from kb_site.page import TITLE, GeneratedPage, Heading
from kb_site.prose import changelog, clause, dated, plain_date, printed, prose
from kb_site.shelves import Section

_TEMPLATES = Path(__file__).parent / "templates"

_SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_COUNT = re.compile(r'<span class="count">(\d+)</span>')
_TAG = re.compile(r"<[^>]+>")


class Renderer:
    """Makes pages out of templates for one knowledge base, and knows where each record stands."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.links = Links()
        self.badge = functools.cache(lambda provision: badge(compiled, compiled.base.provision(provision)))
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters |= {
            "prose": prose,
            "kslug": kinds.kind_slug,
            "date": plain_date,
            "changelog": changelog,
            "printed": printed,
            "clause": clause,
            "dated": dated,
            "told_of": lambda name, told: told.get(name, []),
            "agency_name": lambda name: compiled.base.agency(name).name,
        }
        self._env.tests["linkable"] = is_linkable
        self._env.globals |= {
            "base": compiled.base,
            "latest": compiled.base.issued[-1].id,
            "latest_partial": any(
                each.coverage is Coverage.PARTIAL for each in compiled.base.chapters_of(compiled.base.issued[-1].id)
            ),
            "drafts": frozenset(edition.id for edition in compiled.base.editions if edition.is_draft),
            "href": self.links.to,
            "later": self.links.later,
            "place_of": self.links.place_of,
            "values": told_values,
            "known_by": known_by,
            "evidence": lambda record: _EVIDENCE[compiled.base.evidence(record)],
            "change_evidence": lambda change: _evidence_words(make_row(compiled.base, change).evidence),
            "sign": kinds.kind_sign,
            "families": kinds.FAMILIES,
            "meanings": kinds.MEANINGS,
            "vouchers": kinds.VOUCHERS,
            "root": Markup(ROOT),
            "listed": frozenset(agency.id for agency in agencies_with_rows(compiled.base)),
            "rows": section_html,
            "cites": self.cites,
            "strength": strength_words,
            "badge": lambda provision: self.badge(provision.id),
            "duty_href": self.duty_href,
            "line_of": self.line_of,
            "step_name": step_name,
            **{name: getattr(address, name) for name in dir(address) if name.endswith(("_address", "_anchor"))},
        }
        self._made: dict[tuple[str, str], Markup] = {}
        self._env.globals |= {
            "change_line": self.change_line,
            "duty_line": lambda provision, asked: self.fragment(
                "parts/duty-line.html.j2", provision=provision, asked=asked
            ),
            "duty_of_topic": self.duty_entry,
        }

    def fragment(self, template: str, **values: Any) -> Markup:
        """A piece of a page, good on any page: its links are counted from the root."""
        return Markup(self._env.get_template(template).render(**values))

    def page(
        self,
        template: str,
        where: str,
        title: str,
        *,
        description: str = "",
        edit_uri: str = "",
        json_ld: object = None,
        **values: Any,
    ) -> GeneratedPage:
        """The page at address *where*, made from *template* with *values*."""
        text = self._env.get_template(template).render(here=where, title=title, description=description, **values)
        text = self.links.settle(re.sub(r"\n\s*\n+", "\n", text))
        text = text.replace("<h1>", f'<h1 id="{TITLE}">', 1)
        self.links.add_page(where, text)
        return GeneratedPage(
            src_uri=address.source_uri(where),
            title=title,
            description=description,
            html=text.replace(ROOT, address.root_from(where) or "./"),
            headings=tuple(
                Heading(anchor=anchor, words=Markup(_TAG.sub("", _COUNT.sub(r"(\1)", words))).unescape().strip())
                for anchor, words in _SECTION.findall(text)
            ),
            json_ld=json.dumps(json_ld, ensure_ascii=True, sort_keys=True) if json_ld else "",
            edit_uri=edit_uri,
        )

    def line_of(self, provision: Provision) -> Lineage:
        """The line of duties that *provision* belongs to."""
        return lineage_of(self.compiled, provision)

    def duty_href(self, provision: Provision) -> Markup:
        """Link to what *provision* says, on the page of its duty."""
        line = self.line_of(provision)
        return self.links.to(f"{address.lineage_address(line)}#{address.member_anchor(provision)}")

    def cites(self, citations: tuple[Citation, ...]) -> Markup:
        """Each citation with its place in the source, linked to what is known of the source."""
        return Markup("; ").join(map(self._cite, citations))

    def change_row(self, change: Change) -> Markup:
        """A change in full, with its id: for the page where it stands."""
        return self._once("parts/change.html.j2", change.id, change=change, copy=False)

    def change_copy(self, change: Change) -> Markup:
        """A change in full for other pages: it links to where the change stands."""
        return self._once("parts/change.html.j2", f"{change.id}#", change=change, copy=True)

    def change_line(self, change: Change) -> Markup:
        """A change in one line of a list."""
        return self._once("parts/change-line.html.j2", change.id, change=change)

    def duty_entry(self, line: Lineage) -> Markup:
        """A duty as an entry of a list."""
        return self._once("parts/line.html.j2", line.slug, line=line)

    def _once(self, template: str, name: str, **values: Any) -> Markup:
        """The fragment for the record called *name*, made once and kept: records are costly to compare."""
        if (template, name) not in self._made:
            self._made[template, name] = self.fragment(template, **values)
        return self._made[template, name]

    def _cite(self, citation: Citation) -> Markup:
        source = self.compiled.base.source(citation.source)
        year = f" {source.date[:4]}" if source.date and source.date[:4] not in source.title else ""
        link = self.links.to(self.links.place_of(f"source:{source.id}"))
        locator = f", {citation.locator}" if citation.locator else ""
        title = source.title if len(source.title) <= 70 else source.title[:66].rstrip() + " …"
        words = f"{source.publisher}: {title}{year}"
        return Markup('<a href="{}">{}</a>{}').format(link, words, locator)


_EVIDENCE = {Evidence.OFFICIAL: "official text seen", Evidence.SECONDARY: "secondary report"}


def _evidence_words(evidence: str) -> str:
    """``official → secondary`` in words."""
    return " → ".join(_EVIDENCE[Evidence(each)] for each in evidence.split(" → "))


def known_by(change: Change) -> str:
    """Who vouches for *change*; where several do, for which kinds.

    Sources come first, then what was compared.
    """
    by_basis = {
        basis: dict.fromkeys(finding.kind for finding in change.findings if finding.basis is basis) for basis in Basis
    }
    told = {basis: found for basis, found in by_basis.items() if found}
    if Basis.UNLINKED in told and {ChangeKind.INTRODUCED, ChangeKind.REMOVED} & set(told[Basis.UNLINKED]):
        return "an editor found no counterpart, and the other edition is wholly covered"
    if len(told) == 1:
        return kinds.VOUCHERS[next(iter(told))]
    return "; ".join(f"{kinds.VOUCHERS[basis]} ({', '.join(found)})" for basis, found in told.items())


def told_values(change: Change) -> tuple[tuple[str, str], ...]:
    """The old and new values of the findings, each pair once."""
    return tuple(dict.fromkeys((each.was, each.now) for each in change.findings if each.was or each.now))


def is_linkable(source: Source) -> bool:
    """True for an official source with a web address; other addresses are shown and not linked."""
    return source.evidence is Evidence.OFFICIAL and source.address.startswith(("https://", "http://"))


def section_html(section: Section) -> Markup:
    """The rows of *section*; entries of a list that follow each other stand in one list."""
    parts = []
    for is_entry, rows in itertools.groupby(section.rows, key=lambda row: row.html.startswith("<li")):
        html = "".join(row.html for row in rows)
        parts.append(f'<ul class="lines">{html}</ul>' if is_entry else html)
    return Markup("".join(parts))
