"""What a summary says of itself: how the question was read, what was compared, what must not be concluded."""

from __future__ import annotations

from collections import Counter

from diffing.rows import step_name
from diffing.selection import Filters, Selection
from kb.base import KnowledgeBase
from kb_site.downloads.summary import Purpose

PARAPHRASE = (
    "Our record is a paraphrase. It cannot prove that the wording is identical: it shows that the duty goes on and "
    "that nothing we record of it (strength, bearers, time limits, terms) differs, or that a source says so."
)
"""What a certificate can and cannot say."""


def asked(base: KnowledgeBase, filters: Filters, ends: tuple[str, str]) -> tuple[str, ...]:
    """The question as it was understood."""
    only = "; without what concerns them only through a wider group" if filters.audience and filters.named_only else ""
    lines = [
        ("For", f"{filters.audience.agency.name}{only}" if filters.audience else "everybody"),
        ("Editions", step_name(*ends)),
        ("Kinds of change", ", ".join(filters.kinds)),
        ("Strength", ", ".join(filters.strengths)),
        ("Topics", ", ".join(base.topic(name).label for name in filters.topics)),
    ]
    return tuple(f"{name}: {value}" for name, value in lines if value)


def remarks(base: KnowledgeBase, selection: Selection, purpose: Purpose) -> tuple[str, ...]:
    """What was compared and what a reader must not conclude."""
    audience = selection.filters.audience
    found = [PARAPHRASE] if purpose is Purpose.UNCHANGED else []
    found.append(_compared(selection, purpose))
    found += _silent(selection, purpose)
    if selection.partial:
        editions = dict.fromkeys(base.chapter(name).edition for name in selection.partial)
        count = len(selection.partial)
        which = f"{count} {'chapter' if count == 1 else 'chapters'} of {', '.join(editions)}"
        found.append(f"Only partly recorded: {which}. What is missing here may still be in the guidance.")
    names = dict.fromkeys(name for step in selection.steps for name in (step.from_edition, step.to_edition))
    if any(base.edition(name).is_draft for name in names):
        found.append("A draft is a proposal: nothing of it was in force.")
    return (*found, *(audience.notes if audience else ()))


def _compared(selection: Selection, purpose: Purpose) -> str:
    audience = selection.filters.audience
    whom = f" for {audience.agency.name}" if audience else ""
    spans = ", ".join(step_name(each.from_edition, each.to_edition) for each in selection.steps if each.compared_old)
    among = f"among {selection.compared} provisions compared ({spans or 'no step'})."
    number = len(selection.found)
    if purpose is Purpose.UNCHANGED:
        word = "duty is" if number == 1 else "duties are"
        return f"{number} {word} recorded the same{whom} {among}"
    if not number:
        return f"No change recorded{whom} {among}"
    return f"{number} {'change' if number == 1 else 'changes'}{whom} {among}"


def _silent(selection: Selection, purpose: Purpose) -> list[str]:
    counts = Counter(each.change.kinds[0].value for each in selection.silent)
    if not counts:
        return []
    listed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    if purpose is Purpose.UNCHANGED:
        return [f"Not listed here: {listed}."]
    return [f"Not listed, since no change is told: {listed}. No link recorded does not mean new or dropped."]
