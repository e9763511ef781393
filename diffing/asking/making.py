"""Records as rows of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from diffing.asking.answer import AnswerRow
from diffing.asking.records import Record, RecordKind
from diffing.compiled import Compiled
from diffing.rows import cite, make_row, step_name
from kb.base import KnowledgeBase
from kb.guidance import Chapter, Dispute, Edition, Note, Provision
from kb.vocabulary import Agency, Citation, Evidence, Term, Validity

_STILL = {
    Validity.YES: "still right",
    Validity.NO: "no longer right",
    Validity.CHANGED: "lives on with another content or name",
}


def answer_row(
    compiled: Compiled, record: Record, *, reach: str, as_text: bool, editions: tuple[str, ...] = ()
) -> AnswerRow:
    """*record* in words.

    Args:
        compiled: The corpus.
        record: What to show.
        reach: How it concerns the agencies asked about.
        as_text: Whether it was found by words alone.
        editions: When given, only the meanings of a term in these editions are told.
    """
    base, name = compiled.base, record.id
    cells: dict[str, str]
    if record.kind in (RecordKind.ANNOUNCED, RecordKind.COMPARED):
        cells = _change(compiled, name)
    elif record.kind is RecordKind.PROVISION:
        cells = _provision(compiled, base.provision(name)) | {"kinds": ", ".join(record.changes)}
    elif record.kind is RecordKind.TERM:
        cells = _term(compiled, base.term(name), editions)
    elif record.kind is RecordKind.CHAPTER:
        cells = _chapter(compiled, base.chapter(name))
    elif record.kind is RecordKind.AGENCY:
        cells = _agency(compiled, base.agency(name))
    elif record.kind is RecordKind.DISPUTE:
        cells = _dispute(compiled, next(each for each in base.disputes if each.id == name))
    elif record.kind is RecordKind.EDITION:
        cells = _edition(compiled, base.edition(name))
    else:
        edition = base.edition(record.editions[0])
        cells = _note(compiled, next(each for each in edition.notes if each.id == name))
    whole = dict.fromkeys(_CELLS, "") | cells
    return AnswerRow(id=name, record=record.kind.value, draft=record.draft, reach=reach, as_text=as_text, **whole)


_CELLS = tuple(
    field.name for field in fields(AnswerRow) if field.name not in ("id", "record", "draft", "reach", "as_text")
)


def _change(compiled: Compiled, name: str) -> dict[str, str]:
    base = compiled.base
    change = next(each for step in compiled.steps for each in step.changes if each.id == name)
    row = make_row(base, change)
    shown = [base.provision(each) for each in (change.new or change.old)[:1]]
    chapters = [base.chapter(each.chapter) for each in shown]
    return {
        "edition": step_name(change.from_edition, change.to_edition, change.revision),
        "title": row.title,
        "text": row.text,
        "kinds": row.kinds,
        "was": row.was,
        "now": row.now,
        "strength": row.strength,
        "timescale": row.timescale,
        "who": _bearers(base, change.who),
        "place": "; ".join(filter(None, (*(_chapter_name(each) for each in chapters), row.paragraph))),
        "sources": row.sources,
        "evidence": row.evidence,
        "basis": row.basis,
        "note": row.note,
    }


def _provision(compiled: Compiled, each: Provision) -> dict[str, str]:
    base = compiled.base
    update = f"In the text since the update of {each.revision}." if each.revision else ""
    ended = f"Taken out by the update of {each.until}." if each.until else ""
    return {
        "edition": each.edition,
        "title": each.title,
        "text": "\n".join((each.text, *(f"- {part}" for part in each.parts))),
        "strength": f"{each.strength}{' (inferred)' if each.strength_inferred else ''}",
        "timescale": "; ".join(map(str, each.timescales)),
        "who": _bearers(base, each.who),
        "place": "; ".join(filter(None, (_chapter_name(base.chapter(each.chapter)), each.paragraph, each.law))),
        "sources": _cite(compiled, each.citations),
        "evidence": base.evidence(each).value,
        "note": " ".join(filter(None, (update, ended, each.note))),
    }


def _note(compiled: Compiled, note: Note) -> dict[str, str]:
    base = compiled.base
    return {
        "edition": note.edition,
        "title": note.title,
        "text": "\n".join((note.text, *(f"- {part}" for part in note.parts))),
        "who": _bearers(base, note.who),
        "place": f"about the edition: {note.about.value}",
        "sources": _cite(compiled, note.citations),
        "evidence": base.evidence(note).value,
    }


def _edition(compiled: Compiled, edition: Edition) -> dict[str, str]:
    replaced = ", ".join((*edition.replaces, *edition.replaces_documents))
    facts = (
        f"published {edition.published}",
        f"in force {edition.in_force}" if edition.in_force else "",
        f"superseded {edition.superseded}" if edition.superseded else "",
        f"replaces {replaced}" if replaced else "",
        *(f"updated {each.date}: {each.title}" for each in edition.revisions),
        f"pages: {edition.pages}" if edition.pages else "",
    )
    return {
        "edition": edition.id,
        "title": edition.title,
        "text": edition.introduction.split("\n\n")[0],
        "now": "; ".join(filter(None, facts)),
        "note": edition.status,
        "sources": _cite(compiled, edition.citations),
        "evidence": _evidence(compiled, edition.citations),
    }


def _chapter(compiled: Compiled, chapter: Chapter) -> dict[str, str]:
    missing = f"Partly covered: {chapter.missing}." if chapter.missing else ""
    return {
        "edition": chapter.edition,
        "title": _chapter_name(chapter),
        "text": chapter.summary,
        "place": f"paragraphs {chapter.paragraphs}" if chapter.paragraphs else "",
        "note": " ".join(filter(None, (f"Status: {chapter.status}." if chapter.status else "", missing))),
        "sources": _cite(compiled, chapter.citations),
        "evidence": _evidence(compiled, chapter.citations),
    }


def _term(compiled: Compiled, term: Term, editions: tuple[str, ...]) -> dict[str, str]:
    base = compiled.base
    meanings = [each for each in term.meanings if not editions or each.edition in editions]
    drafts = {edition.id for edition in base.editions if edition.is_draft}
    lines = [f"{each.edition}{' (DRAFT)' if each.edition in drafts else ''}: {each.text}" for each in meanings]
    heirs = [_heir(base.term(step.id).label, step.since, step.note) for step in term.replaced_by]
    return {
        "title": term.label,
        "text": "\n".join(lines) or term.note or term.label,
        "now": "; ".join((_STILL[term.still_valid], *(f"replaced by {each}" for each in heirs))),
        "note": " ".join(dict.fromkeys(filter(None, (term.note if lines else "", term.caution)))),
        "sources": _cite(compiled, term.citations),
        "evidence": _evidence(compiled, term.citations),
    }


def _agency(compiled: Compiled, agency: Agency) -> dict[str, str]:
    base = compiled.base
    heirs = [_heir(base.agency(step.id).name, step.since, step.note) for step in agency.succeeded_by]
    spans = " to ".join(filter(None, (agency.valid_from, agency.valid_to)))
    return {
        "title": agency.name,
        "text": agency.note or agency.name,
        "now": "; ".join(f"succeeded by {each}" for each in heirs),
        "was": f"existed {spans}" if spans else "",
        "sources": _cite(compiled, agency.citations),
        "evidence": _evidence(compiled, agency.citations),
    }


def _dispute(compiled: Compiled, dispute: Dispute) -> dict[str, str]:
    claims = [f"- {claim.text} [{_cite(compiled, claim.citations)}]" for claim in dispute.claims]
    citations = [citation for claim in dispute.claims for citation in claim.citations]
    return {
        "title": dispute.title,
        "text": "\n".join(("Sources disagree:", *claims)),
        "now": f"decided here: {dispute.decision}",
        "sources": _cite(compiled, citations),
        "evidence": _evidence(compiled, citations),
    }


def _bearers(base: KnowledgeBase, ids: Iterable[str]) -> str:
    """Names of agencies, with the abbreviation that people know them by."""
    return ", ".join(_with_abbreviation(base.agency(name)) for name in ids)


def _with_abbreviation(agency: Agency) -> str:
    initials = "".join(word[0] for word in agency.name.split() if word not in ("and", "of", "the", "for")).upper()
    return f"{agency.name} ({initials})" if len(initials) > 2 and initials in agency.aliases else agency.name


def _heir(name: str, since: str, note: str) -> str:
    return name + (f" from {since}" if since else "") + (f" ({note})" if note else "")


def _chapter_name(chapter: Chapter) -> str:
    number = f"chapter {chapter.number}" if chapter.number.isdigit() else chapter.number
    return " ".join(filter(None, (number, chapter.title)))


def _cite(compiled: Compiled, citations: Iterable[Citation]) -> str:
    return "; ".join(dict.fromkeys(cite(compiled.base, citation) for citation in citations))


def _evidence(compiled: Compiled, citations: Iterable[Citation]) -> str:
    kinds = {compiled.base.source(citation.source).evidence for citation in citations}
    return (Evidence.OFFICIAL if Evidence.OFFICIAL in kinds else Evidence.SECONDARY).value
