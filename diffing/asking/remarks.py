"""What an answer says beside its rows: what was looked through, what is missing, who took over, what to ask next."""

from __future__ import annotations

from diffing.asking.answer import AnswerRow
from diffing.asking.kept import Asking
from diffing.asking.question import Intent, Reading
from diffing.asking.search import Scope
from diffing.change import Step
from diffing.rows import step_name
from kb.base import KnowledgeBase
from kb.guidance import Coverage
from kb.lookup import audience


def compared_words(asking: Asking, scope: Scope) -> str:
    """What was looked through, in a sentence."""
    records = sum(scope.admits(record) for record in asking.index.records)
    where = f" of {', '.join(scope.editions)}" if scope.editions else " of all editions"
    if scope.reading.intent is not Intent.WHAT_CHANGED:
        return f"Looked through {records} records{where}."
    steps = _steps(asking, scope)
    count = sum(step.compared_old + step.compared_new for step in steps)
    names = ", ".join(step_name(step.from_edition, step.to_edition) for step in steps if step.compared_old)
    return f"Compared {count} provisions in {names or 'no step'}; looked through {records} records{where}."


def partly_words(asking: Asking, scope: Scope) -> str:
    """Which of the editions looked through the corpus has only in part; empty when none."""
    base = asking.compiled.base
    editions = set(scope.editions or (edition.id for edition in base.issued))
    if scope.reading.intent is Intent.WHAT_CHANGED:
        editions |= {name for step in _steps(asking, scope) for name in (step.from_edition, step.to_edition)}
    partial = [
        chapter
        for chapter in base.chapters
        if chapter.edition in editions and chapter.coverage is Coverage.PARTIAL and not chapter.document
    ]
    counts = {name: sum(chapter.edition == name for chapter in partial) for name in scope.order if name in editions}
    told = ", ".join(f"{name} ({count})" for name, count in counts.items() if count)
    return f"Only partly covered (chapters): {told}. What is missing here may be in the text." if told else ""


def _steps(asking: Asking, scope: Scope) -> list[Step]:
    reading, order = scope.reading, scope.order
    found = []
    for step in asking.compiled.steps:
        ends = (step.from_edition, step.to_edition)
        if any(scope.base.edition(name).is_draft for name in ends) and not reading.drafts:
            continue
        if reading.from_edition:
            inside = order[reading.from_edition] <= order[ends[0]] and order[ends[1]] <= order[reading.to_edition]
        else:
            inside = not scope.editions or ends[1] in scope.editions
        if inside:
            found.append(step)
    return found


def succession_notes(base: KnowledgeBase, reading: Reading) -> tuple[str, ...]:
    """Who or what took over from the agencies and terms that the question names."""
    lines: list[str] = []
    for name in reading.agencies:
        lines += [note for note in audience(base, base.agency(name)).notes if "succeeded by" in note]
    for term in (base.term(name) for name in reading.terms):
        for step in term.replaced_by:
            since = f" from {step.since}" if step.since else ""
            lines.append(f"{term.label}: replaced by {base.term(step.id).label}{since}")
    return tuple(dict.fromkeys(lines))[:6]


def nearest_questions(base: KnowledgeBase, reading: Reading, rows: tuple[AnswerRow, ...]) -> tuple[str, ...]:
    """Up to three questions that may be asked next."""
    found: list[str] = []
    for name in reading.agencies[:1]:
        agency = base.agency(name).name
        found += [f"what changed for {agency}", f"what must {agency} do now"]
    found += [f"what does {base.term(name).label} mean" for name in reading.terms[:1]]
    found += [f"history of {row.title}" for row in rows if row.record == "provision"][:1]
    if not found:
        latest = base.issued[-1].id
        found = ["which editions are there", f"what changed in {latest}", "history of the independent chair"]
    return tuple(dict.fromkeys(found))[:3]
