"""The handout: a Word document with every row, its two sides and its sources."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby

from kb_site.downloads.archive import with_fixed_dates
from kb_site.downloads.summary import Duty, Line, Purpose, Reference, Side, Summary
from kb_site.downloads.word_xml import Body, Cell, Paragraph, Run, text_paragraphs
from kb_site.downloads.wording import (
    DRAFT,
    EMPTY,
    NOT_STANDING,
    bearers_differ,
    facts,
    groups_heading,
    how_known,
    reach_words,
    says_the_same,
    side_heading,
    values,
)


def write_docx(summary: Summary) -> bytes:
    """*summary* as a Word document.

    Equal summaries give equal bytes. Headings, styles, table heads and links are real ones, so that the handout can be
    edited, navigated and read aloud.
    """
    from docx.oxml import parse_xml

    from kb_site.downloads.word_styles import styled_document

    document = styled_document(summary)
    body = Body()
    _cover(body, summary)
    _at_a_glance(body, summary)
    _duties(body, summary)
    _rows(body, summary)
    _limits(body, summary)
    _renamings(body, summary)
    _reservations(body, summary)
    _sources(body, summary)
    end = document.element.body.sectPr
    for block in list(parse_xml(body.xml())):
        end.addprevious(block)
    out = io.BytesIO()
    document.save(out)
    return with_fixed_dates(out.getvalue())


def _cover(body: Body, summary: Summary) -> None:
    body.add(summary.title, "Title")
    body.add(f"{summary.work}: {summary.span}", "Subtitle")
    if summary.drafts:
        body.add(f"{DRAFT} ({', '.join(summary.drafts)}).", "DraftNotice")
    body.add(summary.disclaimer, "Notice")
    for line in summary.asked:
        body.add(line, "ListBullet")
    for remark in summary.remarks:
        body.add(remark)


def _at_a_glance(body: Body, summary: Summary) -> None:
    body.add("At a glance", "Heading1")
    if not summary.lines:
        body.add(EMPTY)
        return
    counts = [[_text(each.words), _text(str(each.number))] for each in summary.counts]
    body.add_table("How many rows of each kind", (8, 2), ("Kind of change", "Rows"), counts)
    if summary.purpose is Purpose.UNCHANGED:
        return
    rows = [
        [
            [Paragraph(inline=[Run(text=line.title, anchor=_anchor(number), style="Hyperlink")], style="TableText")],
            _text(line.kinds),
            _text(line.step),
        ]
        for number, line in enumerate(summary.lines, start=1)
    ]
    body.add_table("Every row, with its kind and step", (8, 5, 4), ("Change", "Kind", "Step"), rows)


def _duties(body: Body, summary: Summary) -> None:
    near = summary.near_duties
    if summary.purpose is Purpose.UNCHANGED or not (near or (summary.audience and summary.duties)):
        return
    body.add(f"What {summary.to_edition} asks of you", "Heading1")
    for stands, found in groupby(near, key=lambda duty: duty.standing):
        duties = list(found)
        if not stands:
            body.add(f"Recorded in {duties[0].side.edition}, not known to stand", "Heading2")
            body.add(NOT_STANDING, "Notice")
        rows = [_duty_cells(duty) for duty in duties]
        head = ("Duty", "Strength", "Time limit", "Place and source")
        body.add_table(f"Duties in {duties[0].side.edition}", (9, 3, 4, 5), head, rows)
    others = len(summary.duties) - len(near)
    if others:
        body.add(f"{others} further duties fall on wider groups that include you; the spreadsheet lists them.")


def _duty_cells(duty: Duty) -> list[Cell]:
    side = duty.side
    what = [Paragraph(inline=[Run(text=side.title, bold=True)], style="TableText")]
    what += text_paragraphs("\n".join((side.text, *(f"- {part}" for part in side.parts))), "TableText")
    about = " · ".join(filter(None, (side.who, reach_words(duty.reach), duty.history)))
    what.append(Paragraph(inline=about, style="TableFact"))
    place = [
        Paragraph(inline=side.place, style="TableText"),
        Paragraph(inline=[*_links(side.references), Run(text=f" ({side.evidence})")], style="TableFact"),
    ]
    return [what, _text(side.strength), _text("; ".join(side.limits) or "none recorded"), place]


def _rows(body: Body, summary: Summary) -> None:
    numbered = list(enumerate(summary.lines, start=1))
    for heading, found in groupby(numbered, key=lambda each: groups_heading(each[1], summary)):
        body.add(heading, "Heading1")
        for theme, lines in groupby(found, key=lambda each: each[1].theme):
            body.add(theme, "Heading2")
            for number, line in lines:
                _row(body, summary, number, line)


def _row(body: Body, summary: Summary, number: int, line: Line) -> None:
    body.add(line.title, "Heading3", bookmark=_anchor(number))
    reach = reach_words(line.reach)
    body.add(" — ".join(filter(None, (line.kinds, line.who, reach))), "Kind")
    if not says_the_same(line):
        body.add_text(line.text)
    _before_and_after(body, summary, line)
    if line.note:
        body.add(f"Note: {line.note}")
    known = f". {how_known(line)} Row {line.id}"
    body.add([Run(text="Sources: "), *_links(line.references), Run(text=known)], "SourceLine")


def _before_and_after(body: Body, summary: Summary, line: Line) -> None:
    """A column for each side that has something to show."""
    before = [*_values(line, after=False), *_sides(line, line.before)]
    after = [*_values(line, after=True), *_sides(line, line.after)]
    sides = (
        (side_heading(line.before, is_after=False), before),
        (side_heading(line.after, is_after=True), after),
    )
    shown = [(heading, cell) for heading, cell in sides if cell]
    if shown:
        heads, cells = zip(*shown, strict=True)
        body.add_table(f"{line.title}: {', '.join(heads)}", [1] * len(heads), heads, [cells])


def _values(line: Line, *, after: bool) -> Iterator[Paragraph]:
    for was, now in values(line):
        words = now if after else was
        if words:
            yield Paragraph(inline=[Run(text=words, bold=True)], style="TableText")


def _sides(line: Line, sides: tuple[Side, ...]) -> Iterator[Paragraph]:
    with_who = bearers_differ(line)
    for side in sides:
        yield Paragraph(inline=[Run(text=side.title, bold=True)], style="TableText")
        yield from text_paragraphs("\n".join((side.text, *(f"- {part}" for part in side.parts))), "TableText")
        about = facts(side, with_who=with_who)
        runs = [Run(text=f"{about} · "), *_links(side.references), Run(text=f" ({side.evidence})")]
        yield Paragraph(inline=runs, style="TableFact")


def _limits(body: Body, summary: Summary) -> None:
    if not summary.limits:
        return
    body.add("Time limits before and after", "Heading1")
    rows = [
        [
            [*_text(limit.title), Paragraph(inline=limit.step, style="TableFact")],
            _text(limit.before or "none recorded"),
            _text(limit.after or "none recorded"),
            [*_text(limit.what), Paragraph(inline=_links(limit.references), style="TableFact")],
        ]
        for limit in summary.limits
    ]
    head = ("Duty and step", "Before", "After", "What is told, sources")
    body.add_table("Time limits before and after", (5, 5, 5, 5), head, rows)


def _renamings(body: Body, summary: Summary) -> None:
    if not summary.renamings:
        return
    body.add("Names that changed", "Heading1")
    rows = [
        [
            _text(each.was),
            [*_text(each.now), *([Paragraph(inline=each.note, style="TableFact")] if each.note else [])],
            _text(each.since),
            [Paragraph(inline=_links(each.references), style="TableText")],
        ]
        for each in summary.renamings
    ]
    body.add_table("Bodies and terms that gave way to others", (6, 8, 3, 5), ("Was", "Now", "Since", "Sources"), rows)


def _reservations(body: Body, summary: Summary) -> None:
    if summary.disagreements:
        body.add("Where sources disagree", "Heading1")
        for each in summary.disagreements:
            body.add(each.title, "Heading3")
            for claim in each.claims:
                body.add(claim, "ListBullet")
            body.add(f"How our record decides: {each.decision}")
    if summary.gaps:
        body.add("What our record does not cover", "Heading1")
        rows = [[_text(gap.edition), _text(gap.chapter), _text(gap.missing or "not said")] for gap in summary.gaps]
        body.add_table("Chapters partly recorded", (2, 6, 9), ("Edition", "Chapter", "Missing"), rows)


def _sources(body: Body, summary: Summary) -> None:
    if not summary.sources:
        return
    body.add("Sources", "Heading1")
    for source in summary.sources:
        words = f"[{source.number}] {source.words} ({source.evidence})"
        body.add(f"{words}\n{source.address}" if source.address else words, bookmark=f"source_{source.number}")
    body.add(f"Our own words, {summary.licence}. {summary.disclaimer}", "SourceLine")


def _links(references: tuple[Reference, ...]) -> list[Run]:
    runs: list[Run] = []
    for number, reference in enumerate(references):
        runs.append(Run(text="; " if number else ""))
        runs.append(Run(text=f"[{reference.number}]", anchor=f"source_{reference.number}", style="Hyperlink"))
        runs.append(Run(text=f" {reference.place}" if reference.place else ""))
    return [run for run in runs if run.text]


def _text(words: str) -> list[Paragraph]:
    return text_paragraphs(words, "TableText")


def _anchor(number: int) -> str:
    return f"row_{number}"
