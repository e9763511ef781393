"""Registers: time limits, terms, successions of agencies, topics."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.compiled import Compiled
from diffing.lineage import Lineage, lineages
from kb.guidance import ChangeKind, Provision
from kb.timescale import Relation
from kb_site import address
from kb_site.current import current_of
from kb_site.kinds import FAMILY_OF
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.shelves import Row, Section, shelves


def put_terms(renderer: Renderer) -> list[GeneratedPage]:
    """The pages of terms. They come early: others link to where each term stands."""
    base = renderer.compiled.base
    rows = tuple(
        Row(record=f"term:{term.id}", anchor=term.id, html=renderer.fragment("parts/term.html.j2", term=term))
        for term in sorted(base.terms, key=lambda term: (term.label.casefold(), term.id))
    )
    section = Section(anchor="terms", heading="Terms and what became of them", rows=rows)
    found = shelves(section, "terms/")
    for shelf in found:
        for row in shelf.section.rows:
            renderer.links.put(row.record, f"{shelf.where}#{row.anchor}")
    return [
        renderer.page(
            "terms.html.j2",
            shelf.where,
            section.heading + (f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""),
            description="Words of the guidance, what they mean in each edition, and what replaced them.",
            shelf=shelf,
            shelves=found,
        )
        for shelf in found
    ]


def register_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """Time limits, successions of agencies, and topics."""
    base = renderer.compiled.base
    lines = lineages(renderer.compiled)
    yield from _limit_pages(renderer, lines)
    yield renderer.page(
        "successions.html.j2",
        "successions/",
        "Bodies and what became of them",
        description="Which body took over from which, and when: LSCBs, primary care trusts, CCGs and others.",
    )
    by_topic: dict[str, list[Lineage]] = {}
    for line in lines:
        for name in dict.fromkeys(name for member in line.members for name in member.topics):
            by_topic.setdefault(name, []).append(line)
    yield renderer.page(
        "topics.html.j2",
        "topics/",
        "Topics",
        description="The subjects that duties are filed under.",
        by_topic=by_topic,
    )
    current = current_of(renderer.compiled)
    open_ids = {each.id for each in current.open}
    for topic in base.topics:
        if topic.id in by_topic:
            yield renderer.page(
                "topic.html.j2",
                address.topic_address(topic.id),
                topic.label,
                description=f"Every duty about {topic.label}, edition by edition.",
                topic=topic,
                lines=by_topic[topic.id],
                before=current.before,
                open_ids=open_ids,
            )


def _limit_pages(renderer: Renderer, lines: tuple[Lineage, ...]) -> Iterator[GeneratedPage]:
    """The register of time limits: those with a figure, then those in words."""
    told = _told_limits(renderer.compiled)
    figures: list[Row] = []
    words: list[Row] = []
    for line in sorted(lines, key=lambda line: (line.members[-1].topics[0], line.title.casefold(), line.slug)):
        limits = [limit for each in line.members for limit in each.timescales]
        if limits:
            html = renderer.fragment("parts/limits.html.j2", line=line, cells=_by_edition(line), told=told)
            mine = words if all(limit.relation is Relation.PROMPTLY for limit in limits) else figures
            mine.append(Row(record="", anchor="", html=html))
    for where, heading, rows in (
        ("timescales/", "Time limits", figures),
        ("timescales/words/", "Time limits without a figure", words),
    ):
        found = shelves(Section(anchor="limits", heading=heading, rows=tuple(rows)), where)
        for shelf in found:
            yield renderer.page(
                "timescales.html.j2",
                shelf.where,
                heading + (f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""),
                description="Every time limit by edition: which were shortened, lengthened, dropped or set.",
                shelf=shelf,
                shelves=found,
                counts=(len(figures), len(words)),
            )


def _told_limits(compiled: Compiled) -> dict[str, list[ChangeKind]]:
    """By provision, what a step that led to it did to its time limit; drafts lead nowhere."""
    drafts = {edition.id for edition in compiled.base.editions if edition.is_draft}
    found: dict[str, list[ChangeKind]] = {}
    for step in compiled.steps:
        if not drafts & {step.from_edition, step.to_edition}:
            for change in step.changes:
                kinds = [kind for kind in change.kinds if FAMILY_OF[kind].id == "time"]
                for name in change.new:
                    found.setdefault(name, []).extend(kinds)
    return found


def _by_edition(line: Lineage) -> dict[str, list[Provision]]:
    found: dict[str, list[Provision]] = {}
    for member in line.members:
        found.setdefault(member.edition, []).append(member)
    return found
