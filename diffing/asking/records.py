"""Everything that can be a row of an answer, as one kind of value with the text by which it is found."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from diffing.change import Change
from diffing.compiled import Compiled
from diffing.selection import SILENT
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Chapter, Dispute, Edition, Note, Provision
from kb.vocabulary import Agency, Term


class RecordKind(StrEnum):
    """What a record is."""

    ANNOUNCED = "announced change"
    COMPARED = "compared change"
    PROVISION = "provision"
    NOTE = "note"
    CHAPTER = "chapter"
    TERM = "term"
    DISPUTE = "dispute"
    EDITION = "edition"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that can answer a question."""

    id: str
    """Id of the change, provision, note ...; unique together with :attr:`kind`."""

    kind: RecordKind
    """What it is."""

    before: str
    """For a change: id of the edition it starts from; else empty."""

    editions: tuple[str, ...]
    """Ids of the editions it speaks of; for a change the one it leads to."""

    draft: bool
    """Whether it is of a draft, or of a step from or to one."""

    who: tuple[str, ...]
    """Ids of its bearers."""

    mentions: tuple[str, ...]
    """Ids of the agencies that its words name."""

    changes: tuple[ChangeKind, ...]
    """For a change: its kinds; for a provision ``first recorded`` where no earlier edition has it here."""

    strengths: tuple[str, ...]
    """Strengths that a source states; empty when none does."""

    has_limit: bool
    """Whether it has a time limit."""

    citations: int
    """How many citations it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The text of a record, by how much a word in it weighs."""

    title: str
    body: str
    facts: str = ""
    labels: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    """What it is filed under, e.g. ``@topic:referrals``."""


def all_records(compiled: Compiled) -> Iterator[tuple[Record, Searched]]:
    """Every record with its text: changes by step, then provisions, notes and the rest in the order of the corpus."""
    base = compiled.base
    seen: set[str] = set()
    first: set[str] = set()
    for step in compiled.steps:
        for change in step.changes:
            if change.announced or not set(change.kinds) <= set(SILENT):
                if change.id not in seen:
                    yield _change(base, change)
                seen.add(change.id)
            elif ChangeKind.FIRST_RECORDED in change.kinds:
                first.update(change.new)
    yield from (_provision(base, each, is_first=each.id in first) for each in base.provisions)
    for edition in base.editions:
        yield _edition(edition)
        yield from (_note(base, edition, note) for note in edition.notes)
    yield from (_chapter(base, each) for each in base.chapters)
    yield from (_term(base, each) for each in base.terms)
    yield from (_dispute(base, each) for each in base.disputes)
    yield from (_agency(base, each) for each in base.agencies if each.citations)


def _change(base: KnowledgeBase, change: Change) -> tuple[Record, Searched]:
    sides = [base.provision(name) for name in (*change.new, *change.old)]
    shown = [base.provision(name) for name in change.new or change.old]
    found = [(finding.was, finding.now) for finding in change.findings]
    record = Record(
        id=change.id,
        kind=RecordKind.ANNOUNCED if change.announced else RecordKind.COMPARED,
        before=change.from_edition,
        editions=(change.to_edition,),
        draft=any(base.edition(name).is_draft for name in (change.from_edition, change.to_edition)),
        who=change.who,
        mentions=(),
        changes=change.kinds,
        strengths=tuple(dict.fromkeys(each.strength.value for each in shown if not each.strength_inferred)),
        has_limit=any(each.timescales for each in shown) or any("timescale" in kind for kind in change.kinds),
        citations=len(change.citations),
    )
    text = Searched(
        title=change.title,
        body=f"{change.text} {change.note}",
        facts=" ".join((*dict.fromkeys(" ".join(each) for each in found), *change.kinds, _date(change.revision))),
        labels=_labels(base, change.topics, change.terms, change.who),
        context=" ".join(dict.fromkeys(each.title for each in sides)),
        tags=(
            *_tags(change.topics, change.terms, change.who),
            *(f"@chapter:{base.chapter(each.chapter).number}" for each in sides),
        ),
    )
    return record, text


def _provision(base: KnowledgeBase, each: Provision, *, is_first: bool) -> tuple[Record, Searched]:
    chapter = base.chapter(each.chapter)
    record = Record(
        id=each.id,
        kind=RecordKind.PROVISION,
        before="",
        editions=(each.edition,),
        draft=base.edition(each.edition).is_draft,
        who=each.who,
        mentions=(),
        changes=(ChangeKind.FIRST_RECORDED,) if is_first else (),
        strengths=() if each.strength_inferred else (each.strength.value,),
        has_limit=bool(each.timescales),
        citations=len(each.citations),
    )
    text = Searched(
        title=each.title,
        body=" ".join((each.text, *each.parts, each.note)),
        facts=" ".join((*map(str, each.timescales), each.law, _date(each.revision), _date(each.until))),
        labels=_labels(base, each.topics, each.terms, each.who),
        context=f"{each.section} {chapter.title} {chapter.document}",
        tags=(*_tags(each.topics, each.terms, each.who), f"@chapter:{chapter.number}"),
    )
    return record, text


def _note(base: KnowledgeBase, edition: Edition, note: Note) -> tuple[Record, Searched]:
    record = _plain(note.id, RecordKind.NOTE, (edition.id,), len(note.citations), edition.is_draft, note.who)
    return record, Searched(
        title=note.title,
        body=" ".join((note.text, *note.parts)),
        labels=_labels(base, note.topics, note.terms, note.who),
        context=note.about.value,
        tags=_tags(note.topics, note.terms, note.who),
    )


def _edition(edition: Edition) -> tuple[Record, Searched]:
    record = _plain(edition.id, RecordKind.EDITION, (edition.id,), len(edition.citations), edition.is_draft)
    replaces = ", ".join((*edition.replaces, *edition.replaces_documents))
    return record, Searched(
        title=edition.title,
        body=f"{edition.introduction} {edition.status}",
        facts=f"published {edition.published} in force {edition.in_force} pages {edition.pages} reference "
        f"{edition.reference} replaces {replaces} "
        + " ".join(f"updated {each.date} {each.title}" for each in edition.revisions),
    )


def _chapter(base: KnowledgeBase, chapter: Chapter) -> tuple[Record, Searched]:
    draft = base.edition(chapter.edition).is_draft
    record = _plain(chapter.id, RecordKind.CHAPTER, (chapter.edition,), len(chapter.citations), draft)
    return record, Searched(
        title=f"{chapter.title} {chapter.document}",
        body=f"{chapter.summary} {chapter.status}",
        tags=(f"@chapter:{chapter.number}",),
    )


def _term(base: KnowledgeBase, term: Term) -> tuple[Record, Searched]:
    editions = [meaning.edition for meaning in term.meanings]
    editions += [step.since for step in term.replaced_by if step.since]
    heirs = " ".join(base.term(step.id).label + " " + step.note for step in term.replaced_by)
    record = _plain(term.id, RecordKind.TERM, tuple(dict.fromkeys(editions)), len(term.citations))
    return record, Searched(
        title=" ".join((term.label, *term.aliases)),
        body=" ".join((*(meaning.text for meaning in term.meanings), term.note, term.caution)),
        facts=f"replaced by {heirs}" if heirs else "",
        tags=(f"@term:{term.id}", f"@term:{term.id}", f"@term:{term.id}"),
    )


def _dispute(base: KnowledgeBase, dispute: Dispute) -> tuple[Record, Searched]:
    names = {edition.id for edition in base.editions}
    editions = [name.split("/")[0] for name in dispute.records if name.split("/")[0] in names]
    count = sum(len(claim.citations) for claim in dispute.claims)
    who = tuple(name for name in dispute.records if name in base.agencies_by_id)
    terms = tuple(name for name in dispute.records if name in base.terms_by_id)
    record = _plain(dispute.id, RecordKind.DISPUTE, tuple(dict.fromkeys(editions)), count, who=who)
    body = " ".join((*(claim.text for claim in dispute.claims), dispute.decision))
    topics = ("edition-status",) if names & set(dispute.records) else ()
    return record, Searched(title=dispute.title, body=body, tags=_tags(topics, terms, who))


def _agency(base: KnowledgeBase, agency: Agency) -> tuple[Record, Searched]:
    since = tuple(dict.fromkeys(step.since for step in agency.succeeded_by if step.since))
    record = _plain(agency.id, RecordKind.AGENCY, since, len(agency.citations), who=(agency.id,))
    heirs = " ".join(f"{base.agency(step.id).name} {step.note}" for step in agency.succeeded_by)
    return record, Searched(
        title=" ".join((agency.name, *agency.aliases)),
        body=agency.note,
        facts=f"succeeded replaced by {heirs}" if heirs else "",
        tags=_tags((), (), (agency.id,)),
    )


def _plain(
    name: str,
    kind: RecordKind,
    editions: tuple[str, ...],
    citations: int,
    draft: bool = False,
    who: tuple[str, ...] = (),
) -> Record:
    return Record(
        id=name,
        kind=kind,
        before="",
        editions=editions,
        draft=draft,
        who=who,
        mentions=(),
        changes=(),
        strengths=(),
        has_limit=False,
        citations=citations,
    )


def _date(iso: str) -> str:
    """A date as people type it, e.g. ``update of February 2024``; empty for none."""
    return f"update of {month_name[int(iso[5:7])]} {iso[:4]}" if len(iso) >= 7 else ""


def _tags(topics: Iterable[str], terms: Iterable[str], who: Iterable[str]) -> tuple[str, ...]:
    named = (("topic", topics), ("term", terms), ("agency", who))
    return tuple(f"@{kind}:{name}" for kind, names in named for name in names)


def _labels(base: KnowledgeBase, topics: Iterable[str], terms: Iterable[str], who: Iterable[str]) -> str:
    labels = [base.topic(name).label for name in topics]
    labels += [base.term(name).label for name in terms]
    return " ".join((*labels, *(base.agency(name).name for name in who)))
