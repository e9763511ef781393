"""Answering a question: read it, find what bears on it, and say what was looked through and what is missing."""

from __future__ import annotations

from dataclasses import replace

from diffing.asking.answer import Answer, AnswerGroup, AnswerRow, TouchedDispute
from diffing.asking.kept import Asking
from diffing.asking.making import answer_row
from diffing.asking.question import Intent, Reading
from diffing.asking.reading import echo, read_question
from diffing.asking.records import RecordKind
from diffing.asking.remarks import compared_words, nearest_questions, partly_words, succession_notes
from diffing.asking.search import Hit, Scope, find_hits, is_close, scope_of, spread_hits
from diffing.lineage import lineage_of

LIMIT = 10
"""How many rows an answer has unless more are asked for."""

SAFETY = (
    "This is a reference tool about published guidance. It cannot help a child and keeps nothing of what was typed.",
    "If a child is in danger now, call the police on 999.",
    "To get help for a child, contact the children's services of the local council.",
    "To talk to someone about a worry for a child, call the NSPCC helpline on 0808 800 5000.",
)
"""Said before anything else when a question reads as somebody's own account of harm to a child."""

NEAR = 0.25
"""Least part of what a question looks for that a record must have to be listed as lying near."""

_IN_TIME = (Intent.WHAT_CHANGED, Intent.HISTORY, Intent.LIST_EDITIONS)
"""Questions whose groups stand in the order of time; those of others with the best first."""

_CHANGES = (RecordKind.ANNOUNCED, RecordKind.COMPARED)


def ask(asking: Asking, question: str, limit: int = LIMIT) -> Answer:
    """The answer to *question*, whatever it is; never fails.

    Args:
        asking: Corpus, grammar and index.
        question: As typed.
        limit: Most rows to give; 0 for all.
    """
    reading = read_question(asking.matcher, question)
    if reading.story:
        reading = replace(reading, words=(), left=(), placed=(), mended=(), notes=())
        return _empty(asking, reading, says=(), safety=SAFETY)
    if not (reading.words or reading.agencies or reading.editions or reading.from_edition or reading.kinds) and (
        reading.intent is not Intent.LIST_EDITIONS and not reading.strengths and not reading.now
    ):
        says = ("nothing found: the question names nothing that could be looked up.", *reading.notes)
        return _empty(asking, reading, says=says, safety=())
    scope = scope_of(asking.compiled.base, reading)
    hits = find_hits(asking.index, scope)
    own = _answering(reading, hits)
    if not own:
        return _nothing(asking, scope, hits)
    chosen = _choose(asking, scope, own, limit or len(own))
    groups = _groups(asking, scope, chosen)
    rows = tuple(row for group in groups for row in group.rows)
    return replace(
        _empty(asking, reading, says=(*_says(reading, scope), *_only_wider(scope, own)), safety=()),
        nothing_found=False,
        groups=groups,
        found=len(own),
        compared=compared_words(asking, scope),
        partly=partly_words(asking, scope),
        succession=succession_notes(asking.compiled.base, reading),
        disputes=_disputes(asking, scope, rows),
        nearest=nearest_questions(asking.compiled.base, reading, rows),
    )


def _empty(asking: Asking, reading: Reading, *, says: tuple[str, ...], safety: tuple[str, ...]) -> Answer:
    return Answer(
        reading=reading,
        echo="" if safety else echo(asking.matcher, reading),
        nothing_found=not safety,
        says=says,
        groups=(),
        related=(),
        found=0,
        compared="",
        partly="",
        succession=(),
        disputes=(),
        nearest=() if safety else nearest_questions(asking.compiled.base, reading, ()),
        safety=safety,
    )


def _answering(reading: Reading, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits; none where changes for an agency are asked about and no change is told of it, only of wider groups."""
    if set(reading.agencies) == set(reading.unsure) or reading.intent is not Intent.WHAT_CHANGED:
        return hits
    return hits if any(is_close(hit) and hit.record.kind in _CHANGES for hit in hits) else ()


def _choose(asking: Asking, scope: Scope, hits: tuple[Hit, ...], limit: int) -> tuple[Hit, ...]:
    if scope.reading.intent is Intent.HISTORY:
        hits = _with_line(asking, scope, hits)
    if scope.editions and not scope.reading.from_edition:
        return hits[:limit]
    return spread_hits(hits, limit)


def _with_line(asking: Asking, scope: Scope, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits with the whole line of the best provision moved to the front."""
    first = next((hit for hit in hits if hit.record.kind is RecordKind.PROVISION), None)
    if first is None:
        return hits
    line = lineage_of(asking.compiled, asking.compiled.base.provision(first.record.id))
    names = {member.id for member in line.members}
    kept = {hit.record.id: hit for hit in hits if hit.record.kind is RecordKind.PROVISION}
    records = (record for record in asking.index.records if record.kind is RecordKind.PROVISION)
    members = [
        kept.get(record.id, Hit(record=record, score=0.0, covered=0.0, reach=""))
        for record in records
        if record.id in names and scope.admits(record)
    ]
    raised = [replace(hit, score=first.score + hits[0].score) for hit in members]
    return (*raised, *(hit for hit in hits if hit.record.id not in names))


def _groups(asking: Asking, scope: Scope, hits: tuple[Hit, ...]) -> tuple[AnswerGroup, ...]:
    found: dict[tuple[int, int, str], list[AnswerRow]] = {}
    for hit in hits:
        row = _row(asking, scope, hit)
        record = hit.record
        order = [scope.order[name] for name in record.editions if row.edition and name in scope.order]
        start = scope.order.get(record.before, -1) if row.edition else 99
        found.setdefault((order[0] if order else 99, start, _heading(row)), []).append(row)
    keys = sorted(found) if scope.reading.intent in _IN_TIME else list(found)
    return tuple(AnswerGroup(heading=key[2], rows=tuple(found[key])) for key in keys)


def _heading(row: AnswerRow) -> str:
    step = " → " in row.edition
    mark = " (step of a DRAFT: a proposal was never in force)" if step else " (DRAFT: proposed, never in force)"
    return (row.edition or "Any edition") + (mark if row.draft else "")


def _row(asking: Asking, scope: Scope, hit: Hit) -> AnswerRow:
    reading = scope.reading
    named = bool(reading.agencies or reading.terms or reading.topics or reading.chapters)
    as_text = bool(reading.words) and not named
    return answer_row(asking.compiled, hit.record, reach=hit.reach, as_text=as_text, editions=scope.editions)


def _says(reading: Reading, scope: Scope) -> tuple[str, ...]:
    said = [*reading.notes]
    base = scope.base
    if reading.now and len(scope.editions) == 2:
        known, latest = scope.editions
        said.append(
            f"The edition in force, {latest}, is only partly recorded here. What {known} says is shown too: "
            f"it may stand in {latest} or not, unless a row of {latest} says so."
        )
    if reading.unsure:
        names = ", ".join(base.agency(name).name for name in reading.unsure)
        said.append(f"A name in the question has more than one meaning; read as any of: {names}.")
    if reading.drafts:
        said.append("A draft is a proposal: nothing of it was in force.")
    return tuple(said)


def _only_wider(scope: Scope, hits: tuple[Hit, ...]) -> tuple[str, ...]:
    if not scope.reading.agencies or any(is_close(hit) for hit in hits):
        return ()
    names = ", ".join(scope.base.agency(name).name for name in scope.reading.agencies)
    return (f"No record names {names}; what is listed falls on wider groups that include them.",)


def _nothing(asking: Asking, scope: Scope, hits: tuple[Hit, ...]) -> Answer:
    """An honest empty answer, with what lies near it."""
    reading = scope.reading
    base = asking.compiled.base
    whom = " for " + ", ".join(base.agency(name).name for name in reading.agencies) if reading.agencies else ""
    what = "change" if reading.intent is Intent.WHAT_CHANGED else "record"
    words = reading.left if whom else reading.words
    about = f" about {' '.join(words)}" if words else ""
    compared = compared_words(asking, scope)
    related = hits
    if not related and (scope.editions or reading.now):
        wider = replace(reading, editions=(), from_edition="", to_edition="", now=False)
        related = find_hits(asking.index, scope_of(base, wider))
    related = related or find_hits(asking.index, scope, NEAR)
    named = [hit for hit in related if is_close(hit)] or list(related)
    rows = tuple(_row(asking, replace(scope, editions=()), hit) for hit in named[:3] if not hit.record.draft)
    says = [f"nothing found: no {what}{whom}{about} is recorded.", *_says(reading, scope)]
    if rows:
        says.append("What lies near, but does not answer the question, is listed below.")
    return replace(
        _empty(asking, reading, says=tuple(says), safety=()),
        related=rows,
        compared=compared,
        partly=partly_words(asking, scope),
        succession=succession_notes(base, reading),
        nearest=nearest_questions(base, reading, rows),
    )


def _disputes(asking: Asking, scope: Scope, rows: tuple[AnswerRow, ...]) -> tuple[TouchedDispute, ...]:
    base = asking.compiled.base
    shown = {row.id for row in rows}
    steps = asking.compiled.steps
    changed = [each for step in steps for each in step.changes if each.id in shown]
    shown |= {name for each in changed for name in (*each.old, *each.new)} | set(scope.reading.terms)
    found = [each for each in base.disputes if shown & set(each.records) and each.id not in shown]
    return tuple(TouchedDispute(id=each.id, title=each.title, decision=each.decision) for each in found[:3])
