"""Provisions and lineages as lines for the terminal, 80 characters wide."""

from __future__ import annotations

import textwrap

from diffing.change import Tie
from diffing.compiled import Compiled
from diffing.lineage import Lineage
from diffing.rows import cite_all, strength_words
from kb.base import KnowledgeBase
from kb.guidance import Provision
from kb.vocabulary import Citation


def provision_lines(compiled: Compiled, provision: Provision, badge: str) -> list[str]:
    """A provision with all that is known of it."""
    base = compiled.base
    chapter = base.chapter(provision.chapter)
    edition = base.edition(provision.edition)
    draft = "  DRAFT: a proposal, never in force" if edition.is_draft else ""
    lines = [f"{provision.title}  {badge}{draft}", *_wrapped(provision.text, "  ")]
    for part in provision.parts:
        lines += _wrapped(part, "  - ", "    ")
    facts = (
        ("strength", strength_words(provision)),
        ("who", ", ".join(base.agency(name).name for name in provision.who)),
        ("limit", "; ".join(map(str, provision.timescales))),
        ("law", provision.law),
        ("updates", _times(provision)),
        ("place", f"{edition.id}, {chapter.number} {chapter.title}".replace(",  ", ", ") + _paragraph(provision)),
        ("topics", ", ".join(base.topic(name).label for name in provision.topics)),
        ("note", provision.note),
        ("alone", provision.alone),
        ("evidence", base.evidence(provision).value),
        ("source", cite_all(base, provision.citations)),
        ("id", provision.id),
    )
    for name, value in facts:
        if value:
            lines += _wrapped(f"{name}: {value}", "  ", "    ")
    for link in provision.continues:
        lines += _wrapped(f"continues {link.earlier}: {link.why}{_basis(base, link.citations)}", "  ", "    ")
    for later in base.provisions:
        for link in later.continues:
            if link.earlier == provision.id:
                words = f"continued by {later.id}: {link.why}{_basis(base, link.citations)}"
                lines += _wrapped(words, "  ", "    ")
    return lines


def lineage_lines(compiled: Compiled, line: Lineage) -> list[str]:
    """A duty through the editions, each member with the links that lead to it."""
    base = compiled.base
    lines = [line.title, "=" * len(line.title)]
    for member in line.members:
        edition = base.edition(member.edition)
        draft = " (DRAFT)" if edition.is_draft else ""
        limits = "; ".join(map(str, member.timescales))
        lines += ["", f"{member.edition}{draft}  {member.id}"]
        lines += _wrapped(f"{strength_words(member)}: {member.text}", "  ", "  ")
        for part in member.parts:
            lines += _wrapped(part, "  - ", "    ")
        if limits:
            lines += _wrapped(f"limit: {limits}", "  ", "    ")
        if member.who:
            lines += _wrapped(f"who: {', '.join(base.agency(name).name for name in member.who)}", "  ", "    ")
        if times := _times(member):
            lines += _wrapped(f"updates: {times}", "  ", "    ")
        if member.paragraph:
            lines += _wrapped(f"place: {member.paragraph}", "  ", "    ")
        lines += _wrapped(f"source: {cite_all(base, member.citations)}", "  ", "    ")
        for tie in line.ties:
            if tie.new == member.id:
                lines += _wrapped(
                    f"from {tie.old} ({_known(tie)}): {tie.why}{_basis(base, tie.citations)}", "  ", "    "
                )
    if len(line.members) == 1:
        lines += ["", *_wrapped(f"No link recorded. {line.members[0].alone}".strip(), "")]
    return lines


def _known(tie: Tie) -> str:
    return tie.basis.value if tie.score == 1.0 else f"{tie.basis.value}, score {tie.score:.2f}"


def _times(provision: Provision) -> str:
    """Which in-place update of its edition brought a provision, and which ended it."""
    brought = f"brought by that of {provision.revision}" if provision.revision else ""
    ended = f"ended by that of {provision.until}" if provision.until else ""
    return ", ".join(filter(None, (brought, ended)))


def _paragraph(provision: Provision) -> str:
    return f", {provision.paragraph}" if provision.paragraph else ""


def _basis(base: KnowledgeBase, citations: tuple[Citation, ...]) -> str:
    return f" [{cite_all(base, citations)}]" if citations else ""


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        indent = first if not lines else (rest or first)
        lines += textwrap.wrap(paragraph, 80, initial_indent=indent, subsequent_indent=rest or first) or []
    return lines
