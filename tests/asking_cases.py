"""Golden questions and what it takes to hold an answer against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml
from samples import CASES

from diffing.asking import Answer, Asking, Reading, compile_asking
from diffing.compiled import Compiled
from kb.vocabulary import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One golden question."""

    question: str
    wants: tuple[str, ...]
    answerable: bool
    drafts: bool
    known_miss: bool
    reads: dict[str, Any]


@lru_cache(maxsize=2)
def asking_of(compiled: Compiled) -> Asking:
    """Grammar and index of a corpus, made once for all tests."""
    return compile_asking(compiled)


def golden_questions() -> tuple[Question, ...]:
    """All of them, in the order of their file."""
    cases = yaml.safe_load((CASES / "questions.yaml").read_text(encoding="utf-8"))
    return tuple(
        Question(
            question=case["question"],
            wants=tuple(map(str, case.get("wants", ()))),
            answerable=case.get("answerable", True),
            drafts=case.get("drafts", False),
            known_miss=case.get("known_miss", False),
            reads=case.get("reads", {}),
        )
        for case in cases
    )


def statements_by_record(compiled: Compiled) -> dict[str, set[str]]:
    """Every record with itself and the ledger statements that it cites, e.g. ``lgl-2013/07``."""
    base = compiled.base
    found: dict[str, set[str]] = defaultdict(set)

    def add(name: str, citations: Iterable[Citation]) -> None:
        found[name].add(name)
        found[name].update(f"{each.source}/{int(each.statement):02d}" for each in citations if each.statement)

    for record in (*base.provisions, *base.chapters, *base.terms, *base.agencies, *base.editions):
        add(record.id, record.citations)
    for note in (note for edition in base.editions for note in edition.notes):
        add(note.id, note.citations)
    for change in (change for step in compiled.steps for change in step.changes):
        add(change.id, change.citations)
    for dispute in base.disputes:
        add(dispute.id, (citation for claim in dispute.claims for citation in claim.citations))
    return found


def is_right(case: Question, answer: Answer, statements: dict[str, set[str]]) -> bool:
    """Whether one of the records wanted is among the first ten rows, or the answer says that there is none."""
    if not case.answerable:
        return answer.nothing_found
    return any(statements[row.id] & set(case.wants) for row in answer.rows[:10])


_SLOTS = ("for", "not_for", "editions", "span", "strengths")


def slots_of(reading: Reading) -> dict[str, object]:
    """The slots of a reading, as the golden questions name them."""
    return {
        "for": sorted(reading.agencies),
        "not_for": sorted(reading.excluded),
        "editions": list(reading.editions),
        "span": [reading.from_edition, reading.to_edition] if reading.from_edition else [],
        "strengths": list(reading.strengths),
        "kinds": list(reading.kinds),
        "intent": reading.intent.value,
    }


def expected_slots(case: Question) -> dict[str, object]:
    """The slots that *case* checks: those it names, and those that must be empty."""
    left_open = set(case.reads.get("open", ()))
    if "editions" in left_open:
        left_open.add("span")
    named = {name: value for name, value in case.reads.items() if name != "open"}
    expected = {name: sorted(named.get(name, [])) if name == "for" else named.get(name, []) for name in _SLOTS}
    expected |= {name: named[name] for name in ("kinds", "intent") if name in named}
    return {name: value for name, value in expected.items() if name not in left_open}
