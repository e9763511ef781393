"""Rows of a summary and the two sides of each."""

from __future__ import annotations

from diffing.change import Basis, Change
from diffing.rows import make_row, strength_words
from diffing.selection import Selected
from kb.base import KnowledgeBase
from kb.guidance import Provision
from kb.lookup import Reach
from kb_site.downloads.references import Numbering
from kb_site.downloads.summary import Line, Side, Told
from kb_site.kinds import VOUCHERS, kind_sign

DOCUMENT = "document"
"""The group of topics about the document itself; it comes last."""


def theme_order(base: KnowledgeBase) -> dict[str, int]:
    """The groups of topics with their places: as in their file, what is about the document last."""
    groups = dict.fromkeys(topic.group for topic in base.topics)
    ordered = sorted(groups, key=lambda group: group == DOCUMENT)
    return {group: number for number, group in enumerate(ordered)}


def theme_words(base: KnowledgeBase, topics: tuple[str, ...]) -> str:
    """The heading that something with *topics* stands under."""
    group = base.topic(topics[0]).group
    return "The document itself" if group == DOCUMENT else group[:1].upper() + group[1:]


def make_line(base: KnowledgeBase, selected: Selected, numbering: Numbering) -> Line:
    """One change as a row, its sources numbered."""
    change = selected.change
    reach = selected.reach.value if selected.reach else ""
    row = make_row(base, change, reach=reach)
    references = numbering.refer(change.citations)
    return Line(
        id=change.id,
        step=row.step,
        draft=any(base.edition(name).is_draft for name in (change.from_edition, change.to_edition)),
        theme=theme_words(base, change.topics),
        reach=reach,
        near=selected.reach is not Reach.WIDER,
        told=told(change),
        title=change.title,
        text=change.text,
        who=row.who,
        before=tuple(make_side(base, base.provision(name), numbering) for name in change.old),
        after=tuple(make_side(base, base.provision(name), numbering) for name in change.new),
        references=references,
        evidence=row.evidence,
        note=change.note,
        row=row,
    )


def told(change: Change) -> tuple[Told, ...]:
    """What was found of *change*, in words."""
    return tuple(
        Told(
            kind=finding.kind.value,
            sign=kind_sign(finding.kind),
            was=finding.was,
            now=finding.now,
            announced=finding.basis is Basis.ANNOUNCED,
            vouched=VOUCHERS[finding.basis],
            inferred=finding.inferred,
        )
        for finding in change.findings
    )


def make_side(base: KnowledgeBase, provision: Provision, numbering: Numbering) -> Side:
    """What one edition says, its sources numbered."""
    chapter = base.chapter(provision.chapter)
    name = " ".join(filter(None, (chapter.number, chapter.title)))
    return Side(
        id=provision.id,
        edition=provision.edition,
        draft=base.edition(provision.edition).is_draft,
        title=provision.title,
        text=provision.text,
        parts=provision.parts,
        strength=strength_words(provision),
        limits=tuple(map(str, provision.timescales)),
        who=", ".join(base.agency(each).name for each in provision.who),
        place=f"{name}, {_printed(provision.paragraph)}" if provision.paragraph else name,
        law=provision.law,
        evidence=base.evidence(provision).value,
        references=numbering.refer(provision.citations),
    )


def _printed(paragraph: str) -> str:
    return f"paragraph {paragraph}" if paragraph[:1].isdigit() else paragraph
