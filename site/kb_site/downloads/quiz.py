"""Questions for a training session, made only from typed findings and typed facts: never from prose.

A question is asked only where its right answer is a recorded value with a source and the wrong ones are recorded values
of something else; so there can be fewer than asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest

from kb.guidance import Strength
from kb_site.downloads.summary import Duty, Line, Reference, Summary, Told

ENOUGH = 5
"""How many questions a deck has at most."""

OPTIONS = 4
"""How many answers a question offers at most."""

_BINDING = tuple(
    each.value for each in (Strength.MUST, Strength.SHOULD, Strength.MAY)
)  # an expectation is no clear wrong answer to should, nor the other way round


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answers."""

    subject: str
    """What it is about, so that no subject is asked about twice."""

    words: str
    """The question."""

    options: tuple[str, ...]
    """The answers offered, in an order that tells nothing; two at least."""

    answer: str
    """The right one."""

    why: str
    """What is recorded, in a sentence or two."""

    references: tuple[Reference, ...]
    """Who says so; at least one."""


def make_quiz(summary: Summary, wanted: int = ENOUGH) -> tuple[Question, ...]:
    """Up to *wanted* questions, of as many sorts as there are; what names the agency itself comes first.

    Nothing is asked about a draft. Equal summaries give equal questions.
    """
    if summary.drafts:
        return ()
    lines = sorted(summary.lines, key=lambda line: not line.near)
    sorts: tuple[Iterable[Question], ...] = (
        _limits_changed(summary, lines),
        _strengths_changed(lines),
        _successions(summary),
        _bearers_changed(lines),
        _limits_now(summary),
        _strengths_now(summary),
    )
    found: dict[str, Question] = {}
    for question in chain.from_iterable(zip_longest(*sorts)):
        if question is not None and question.subject not in found:
            found[question.subject] = question
    return tuple(found.values())[:wanted]


def _told(lines: Iterable[Line], start: str) -> Iterator[tuple[Line, Told]]:
    """Findings of kinds that begin with *start* and have both values, where no other kind could own the values."""
    for line in lines:
        for told in line.told:
            own = not told.announced or len({each.kind for each in line.told if each.announced}) == 1
            if told.kind.startswith(start) and told.was and told.now and own and not told.inferred:
                yield line, told


def _limits_changed(summary: Summary, lines: list[Line]) -> Iterator[Question]:
    pool = _limit_pool(summary)
    for line, told in _told(lines, "timescale"):
        others = [told.was, *(limit for limit in pool if limit not in (told.was, told.now))]
        yield _changed(line, told, f"What is the time limit for “{line.title}” now?", others)


def _limit_pool(summary: Summary) -> list[str]:
    return list(
        dict.fromkeys(limit for duty in summary.duties for limit in duty.side.limits if any(map(str.isdigit, limit)))
    )


def _strengths_changed(lines: list[Line]) -> Iterator[Question]:
    for start in (Strength.MUST.value, Strength.SHOULD.value, Strength.MAY.value):
        for kind in ("strengthened", "weakened"):
            for line, told in _told(lines, kind):
                if told.now == start and told.was in _BINDING:
                    yield _changed(line, told, f"How strongly does “{line.title}” bind now?", _BINDING)


def _bearers_changed(lines: list[Line]) -> Iterator[Question]:
    pool = list(dict.fromkeys(side.who for line in lines for side in line.after if side.who))
    for line, told in _told(lines, "handed over"):
        others = [told.was, *(who for who in pool if not _overlap(who, told.now))]
        yield _changed(line, told, f"To whom does “{line.title}” fall now?", others)


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.split(", ")) & set(other.split(", "))) or one in other or other in one


def _changed(line: Line, told: Told, words: str, others: Iterable[str]) -> Question:
    why = f"{line.step}: {told.kind}, from “{told.was}” to “{told.now}”."
    return _question(line.title, f"{line.step}. {words}", told.now, others, why, line.references)


def _successions(summary: Summary) -> Iterator[Question]:
    """One successor each, and none of the wrong answers comes later in the same line."""
    heirs: dict[str, list[str]] = {}
    for each in summary.renamings:
        heirs.setdefault(each.was, []).append(each.now)
    names = list(dict.fromkeys(each.now for each in summary.renamings))
    for each in summary.renamings:
        line = _line(each.was, heirs)
        others = [name for name in names if name not in line]
        if len(heirs[each.was]) == 1 and others:
            since = f" ({each.since})" if each.since else ""
            why = f"{each.was} gave way to {each.now}{since}. {each.note}".rstrip()
            yield _question(each.was, f"What took the place of “{each.was}”?", each.now, others, why, each.references)


def _line(name: str, heirs: dict[str, list[str]]) -> set[str]:
    """*name* and all that came of it."""
    found, queue = {name}, [name]
    while queue:
        for heir in heirs.get(queue.pop(), []):
            if heir not in found:
                found.add(heir)
                queue.append(heir)
    return found


def _standing(summary: Summary) -> list[Duty]:
    return [duty for duty in (summary.near_duties if summary.audience else summary.duties) if duty.standing]


def _limits_now(summary: Summary) -> Iterator[Question]:
    pool = _limit_pool(summary)
    for duty in _standing(summary):
        side = duty.side
        others = [limit for limit in pool if limit not in side.limits]
        if len(side.limits) == 1 and len(others) > 1 and side.limits[0] in pool:
            words = f"{side.edition}. What is the time limit for “{side.title}”?"
            why = f"{side.edition}, {side.place}: {side.limits[0]}."
            yield _question(side.title, words, side.limits[0], others, why, side.references)


def _strengths_now(summary: Summary) -> Iterator[Question]:
    for strength in _BINDING:
        for duty in _standing(summary):
            side = duty.side
            if side.strength == strength:
                words = f"{side.edition}. How strongly does “{side.title}” bind?"
                why = f"{side.edition}, {side.place}: {side.strength}."
                yield _question(side.title, words, side.strength, _BINDING, why, side.references)


def _question(
    subject: str, words: str, answer: str, others: Iterable[str], why: str, references: tuple[Reference, ...]
) -> Question:
    wrong = [each for each in dict.fromkeys(others) if each != answer][: OPTIONS - 1]
    options = sorted((answer, *wrong), key=lambda option: hashlib.sha256(f"{words}{option}".encode()).digest())
    if set(options) <= set(_BINDING):
        options = [each for each in _BINDING if each in options]
    return Question(subject=subject, words=words, options=tuple(options), answer=answer, why=why, references=references)
