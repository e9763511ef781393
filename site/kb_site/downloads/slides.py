"""What stands on each slide of a deck, before any file: one thing a slide, few words, the rest in the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from kb.guidance import ChangeKind
from kb_site.downloads.quiz import Question, make_quiz
from kb_site.downloads.slide_packing import LABEL_WORDS, LEAST_WORDS, WORDS, count_words, numbered, packed, pieces_of
from kb_site.downloads.summary import Line, Purpose, Reference, Side, Summary
from kb_site.downloads.wording import (
    DRAFT,
    EMPTY,
    NOT_STANDING,
    day_words,
    facts,
    groups_heading,
    how_known,
    reach_words,
    reference_words,
    values,
)
from kb_site.kinds import FAMILY_OF

_GOES_ON = "Goes on from the slide before; its notes have the whole row and its sources."

SHOWN_REFERENCES = 3
"""How many references stand on a slide; all stand in its notes."""


class Layout(StrEnum):
    """How a slide is laid out."""

    TITLE = "title"
    TEXT = "text"
    TABLE = "table"
    CHART = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide."""

    layout: Layout
    """How it is laid out."""

    title: str
    """Its title; unlike that of every other slide as far as the rows allow."""

    kicker: str = ""
    """A few words above the title: step and theme."""

    label: str = ""
    """Kind of change, shown on a coloured ground; may be empty."""

    tone: str = ""
    """Family of that kind, which has its colour."""

    was: str = ""
    """The old value, on the left; may be empty."""

    now: str = ""
    """The new value, on the right; may be empty."""

    text: tuple[str, ...] = ()
    """Its paragraphs; those that begin with ``- `` are items of a list."""

    table: tuple[tuple[str, ...], ...] = ()
    """Its table, the head first."""

    sources: str = ""
    """References, in small print."""

    notes: str = ""
    """What the speaker reads: everything with its sources."""

    row: str = ""
    """Id of the change it shows; empty for the other slides and where a row goes on."""


def make_deck(summary: Summary) -> tuple[Slide, ...]:
    """Every slide in order. Equal summaries give equal decks; each row of the summary has a slide of its own."""
    return (
        *_opening(summary),
        *_rows(summary),
        *_limits(summary),
        *_renamings(summary),
        *_duties(summary),
        *_questions(summary, make_quiz(summary)),
        *_closing(summary),
    )


def _opening(summary: Summary) -> Iterator[Slide]:
    draft = (f"{DRAFT} ({', '.join(summary.drafts)})",) if summary.drafts else ()
    under = (f"{summary.work}: {summary.span}", *draft, day_words(summary.date))
    yield Slide(
        layout=Layout.TITLE, title=summary.title, text=under, notes="\n".join((*summary.asked, *summary.remarks))
    )
    about = [summary.disclaimer, *draft, *summary.remarks[:2]]
    yield from _text_slides("What this is", about, notes="\n".join((summary.disclaimer, *summary.remarks)))
    if summary.counts:
        table = (("Kind of change", "Rows"), *((each.words, str(each.number)) for each in summary.counts))
        notes = "\n".join(f"{each.words}: {each.number}" for each in summary.counts)
        number = len(summary.lines)
        title = f"{number} {'row' if number == 1 else 'rows'} by kind of change"
        yield Slide(layout=Layout.CHART, title=title, table=table, notes="\n".join((notes, *summary.remarks)))
    else:
        yield from _text_slides("Nothing found", [EMPTY, summary.remarks[0]], notes="\n".join(summary.remarks))


def _rows(summary: Summary) -> Iterator[Slide]:
    for line in summary.lines:
        yield from _row(summary, line)


def _row(summary: Summary, line: Line) -> Iterator[Slide]:
    """A row: its kind and text, old and new value below; a next slide where that is more than fits."""
    where = groups_heading(line, summary).removeprefix("What changed: ")
    was = "; ".join(filter(None, (was for was, _ in values(line))))
    now = "; ".join(filter(None, (now for _, now in values(line))))
    room = WORDS - count_words(was) - count_words(now)
    slides = list(_text_slides(line.title, line.text.split("\n"), notes=_row_notes(summary, line)))
    slides[0] = replace(slides[0], row=line.id)
    if was or now:
        taken = count_words(slides[-1].title) + sum(map(count_words, slides[-1].text)) + count_words(line.kinds)
        if taken <= room:
            slides[-1] = replace(slides[-1], was=was, now=now)
        else:
            title = numbered(line.title, len(slides) + 1)
            slides.append(Slide(layout=Layout.TEXT, title=title, was=was, now=now, notes=_GOES_ON))
    for slide in slides:
        yield replace(
            slide,
            kicker=f"{where} · {line.theme}",
            sources=_few(line.references),
            label=line.kinds,
            tone=FAMILY_OF[ChangeKind(line.told[0].kind)].id,
        )


def _row_notes(summary: Summary, line: Line) -> str:
    notes = [line.text, f"{line.kinds}. Falls to: {line.who}. {reach_words(line.reach)}".rstrip()]
    notes += [f"Before ({side.edition}): {_side(side)}" for side in line.before]
    notes += [f"After ({side.edition}): {_side(side)}" for side in line.after]
    notes += [f"Note: {line.note}"] if line.note else []
    notes += [how_known(line), "Sources:", *_in_full(summary, line.references), f"Row {line.id}"]
    return "\n".join(notes)


def _side(side: Side) -> str:
    return " ".join(
        (side.text, *(f"– {part}" for part in side.parts), f"({facts(side)})", reference_words(side.references))
    )


def _in_full(summary: Summary, references: Iterable[Reference]) -> Iterator[str]:
    for reference in references:
        source = summary.source(reference)
        yield f"{reference}: {source.words} ({source.evidence})"


def _limits(summary: Summary) -> Iterator[Slide]:
    rows = [
        ((each.title, each.before or "none recorded", each.after or "none recorded", _few(each.references)),
         f"{each.title} ({each.step}; {each.what}): {reference_words(each.references)}")
        for each in summary.limits
    ]  # fmt: skip
    yield from _tables("Time limits before and after", ("Duty", "Before", "After", "Sources"), rows)


def _renamings(summary: Summary) -> Iterator[Slide]:
    rows = [
        ((each.was, each.now, each.since, _few(each.references)),
         f"{each.was} → {each.now}. {each.note} {reference_words(each.references)}")
        for each in summary.renamings
    ]  # fmt: skip
    yield from _tables("Names that changed", ("Was", "Now", "Since", "Sources"), rows)


def _duties(summary: Summary) -> Iterator[Slide]:
    """What must be done, in titles; the notes carry what each asks."""
    if summary.purpose is Purpose.UNCHANGED:
        return
    bound = [each for each in summary.near_duties if each.side.strength in ("must", "must not")]
    for stands, duties in groupby(bound, key=lambda duty: duty.standing):
        found = list(duties)
        edition = found[0].side.edition
        title = f"What you must do now ({edition})" if stands else f"Musts of {edition}: check that they stand"
        pieces = [
            (f"- {each.side.title} [{each.side.references[0].number}]", f"{each.side.title}: {_side(each.side)}")
            for each in found
        ]
        for number, group in enumerate(packed(pieces, title), start=1):
            text = tuple(words for words, _ in group)
            notes = "\n".join(note for _, note in group)
            notes = notes if stands else f"{NOT_STANDING}\n{notes}"
            yield Slide(layout=Layout.TEXT, title=numbered(title, number), text=text, notes=notes)


def _questions(summary: Summary, quiz: Sequence[Question]) -> Iterator[Slide]:
    for number, question in enumerate(quiz, start=1):
        options = [f"{letter}. {option}" for letter, option in zip("ABCD", question.options, strict=False)]
        answer = next(each for each in options if each[3:] == question.answer)
        notes = [f"Answer: {answer}", question.why, "Sources:", *_in_full(summary, question.references)]
        text = (question.words, *options)
        yield Slide(layout=Layout.TEXT, title=f"Question {number}", kicker="Quiz", text=text, notes="\n".join(notes))


def _closing(summary: Summary) -> Iterator[Slide]:
    pieces = []
    for source in summary.sources:
        words = f"[{source.number}] {source.words}"
        pieces.append((words, f"{words} ({source.evidence}) {source.address}".rstrip()))
    for number, group in enumerate(packed(pieces, "Sources"), start=1):
        text = tuple(words for words, _ in group)
        yield Slide(
            layout=Layout.TEXT, title=numbered("Sources", number), text=text, notes="\n".join(n for _, n in group)
        )
    gaps = [f"{gap.edition}, {gap.chapter}: {gap.missing or 'partly recorded'}" for gap in summary.gaps]
    disputes = [f"{each.title}: {' / '.join(each.claims)}. {each.decision}" for each in summary.disagreements]
    covered = (
        f"{len(gaps)} chapters looked through are only partly recorded." if gaps else "Every chapter is recorded whole."
    )
    disputed = [f"Sources disagree on {len(disputes)} points; see the notes."] if disputes else []
    closing = [summary.disclaimer, covered, *disputed, f"Made on {day_words(summary.date)}. {summary.licence}."]
    yield Slide(
        layout=Layout.TEXT,
        title="Before you act",
        text=tuple(closing),
        notes="\n".join((*summary.remarks, *gaps, *disputes)),
    )


def _text_slides(title: str, text: Iterable[str], *, notes: str = "") -> Iterator[Slide]:
    budget = max(LEAST_WORDS, WORDS - count_words(title) - LABEL_WORDS)
    pieces = [(piece, "") for paragraph in text for piece in pieces_of(paragraph, budget)]
    for number, group in enumerate(packed(pieces, title) or [[]], start=1):
        yield Slide(
            layout=Layout.TEXT,
            title=numbered(title, number),
            text=tuple(words for words, _ in group),
            notes=notes if number == 1 else _GOES_ON,
        )


def _tables(title: str, head: tuple[str, ...], rows: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[Slide]:
    groups = packed([(" ".join(cells[:3]), (cells, note)) for cells, note in rows], title)
    for number, group in enumerate(groups, start=1):
        table = (head, *(cells for _, (cells, _) in group))
        notes = "\n".join(note for _, (_, note) in group)
        yield Slide(layout=Layout.TABLE, title=numbered(title, number), table=table, notes=notes)


def _few(references: tuple[Reference, ...]) -> str:
    more = len(references) - SHOWN_REFERENCES
    shown = reference_words(references[:SHOWN_REFERENCES])
    return f"{shown}; {more} more in the notes" if more > 0 else shown
