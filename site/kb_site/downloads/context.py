"""What stands around the rows of a summary: names that changed, points in dispute, chapters partly recorded."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.selection import Selection
from kb.base import KnowledgeBase
from kb.vocabulary import Agency, Citation, Succession, Term
from kb_site.downloads.references import Numbering
from kb_site.downloads.summary import Disagreement, Gap, Renaming


def renamings(
    base: KnowledgeBase, selection: Selection, ends: tuple[str, str], numbering: Numbering
) -> tuple[Renaming, ...]:
    """The bodies and terms of the rows that gave way to others after the first edition and up to the last.

    All that took the place of one are told together: a part of them would look like the whole.
    """
    changes = [each.change for each in selection.found]
    asked = selection.filters.audience
    bodies = {name for change in changes for name in change.who} if asked is None else set(asked.reach)
    terms = {name for change in changes for name in change.terms}
    found: list[tuple[Agency | Term, str, Succession, str]] = [
        (agency, agency.name, step, base.agency(step.id).name)
        for agency in base.agencies
        if {agency.id, *(step.id for step in agency.succeeded_by)} & bodies
        for step in agency.succeeded_by
    ]
    found += [
        (term, term.label, step, base.term(step.id).label)
        for term in base.terms
        if {term.id, *(step.id for step in term.replaced_by)} & terms
        for step in term.replaced_by
    ]
    return tuple(
        Renaming(was=was, now=now, since=step.since, note=step.note, references=numbering.refer(citations))
        for record, was, step, now in found
        for citations in [step.citations or record.citations]
        if citations and _is_between(step.since, ends)
    )


def _is_between(since: str, ends: tuple[str, str]) -> bool:
    return since[:4].isdigit() and ends[0][:4] < since[:4] <= ends[1][:4]


def disagreements(
    base: KnowledgeBase, selection: Selection, ends: tuple[str, str], numbering: Numbering
) -> tuple[Disagreement, ...]:
    """The disputes that touch a row; those about one of the two editions only where nobody in particular asks."""
    touched = set() if selection.filters.audience else {*ends}
    for each in selection.found:
        touched |= {each.change.id, *each.change.old, *each.change.new, *each.change.announced}
    return tuple(
        Disagreement(
            title=dispute.title,
            claims=tuple(f"{claim.text} {_numbers(numbering, claim.citations)}" for claim in dispute.claims),
            decision=dispute.decision,
        )
        for dispute in base.disputes
        if touched & set(dispute.records)
    )


def _numbers(numbering: Numbering, citations: tuple[Citation, ...]) -> str:
    return "; ".join(map(str, numbering.refer(citations)))


def gaps(base: KnowledgeBase, selection: Selection) -> tuple[Gap, ...]:
    """The chapters looked through that are only partly recorded."""
    return tuple(_gaps(base, selection))


def _gaps(base: KnowledgeBase, selection: Selection) -> Iterator[Gap]:
    for name in selection.partial:
        chapter = base.chapter(name)
        title = " ".join(filter(None, (chapter.number, chapter.title)))
        yield Gap(edition=chapter.edition, chapter=title, missing=chapter.missing)
