"""Records of Markdown files into typed values: provisions, notes, announced changes."""

from __future__ import annotations

import re

from kb.guidance import AnnouncedChange, ChangeKind, Link, Note, Provision, Strength, Subject
from kb.reading.fields import Fields
from kb.reading.markdown import Record
from kb.timescale import EXPECTED_FORMS, Relation, Timescale, parse_timescale

INFERRED = " (inferred)"
"""Ending of a value that no source states."""

LONGEST_TEXT = 10_000
"""Most characters of one record: what is longer is no single duty in our own words."""

_LINK = re.compile(r"(?P<earlier>[^\s(\[]+)\s*\((?P<why>.*)\)\s*(?:\[(?P<citations>[^\]]*)\])?", re.DOTALL)


def read_provision(record: Record, edition: str, chapter: str) -> Provision:
    """The provision of one record of a chapter file."""
    fields = record.fields
    strength, inferred = _strength(fields)
    _need_text(record)
    provision = Provision(
        id=f"{edition}/{record.slug}",
        edition=edition,
        chapter=chapter,
        section=record.section,
        title=record.title,
        text=record.text,
        parts=record.parts,
        who=fields.words("who", required=strength is not Strength.STATES),
        strength=strength,
        strength_inferred=inferred,
        timescales=_timescales(fields),
        topics=fields.words("topics", required=True),
        terms=fields.words("terms"),
        paragraph=fields.text("paragraph"),
        law=fields.text("law"),
        revision=fields.text("revision"),
        until=fields.text("until"),
        continues=_links(fields),
        distinct=fields.words("distinct"),
        alone=fields.text("alone"),
        note=fields.text("note"),
        citations=fields.citations(),
        place=record.place,
    )
    fields.finish()
    return provision


def read_note(record: Record, edition: str) -> Note:
    """The note of one record of an edition file."""
    fields = record.fields
    _need_text(record)
    note = Note(
        id=f"{edition}/{record.slug}",
        edition=edition,
        title=record.title,
        about=fields.choice("about", Subject) or Subject.BACKGROUND,
        text=record.text,
        parts=record.parts,
        who=fields.words("who"),
        terms=fields.words("terms"),
        topics=fields.words("topics"),
        citations=fields.citations(),
        place=record.place,
    )
    fields.finish()
    return note


def read_change(record: Record, from_edition: str, to_edition: str) -> AnnouncedChange:
    """The announced change of one record of a change file."""
    fields = record.fields
    _need_text(record)
    kinds, inferred = _kinds(fields)
    change = AnnouncedChange(
        id=f"{from_edition}-{to_edition}/{record.slug}",
        from_edition=from_edition,
        to_edition=to_edition,
        revision=fields.text("revision"),
        title=record.title,
        kinds=kinds,
        kind_inferred=inferred,
        who=fields.words("who", required=True),
        text=record.text,
        parts=record.parts,
        before=fields.words("before"),
        after=fields.words("after"),
        was=fields.text("was"),
        now=fields.text("now"),
        topics=fields.words("topics", required=True),
        terms=fields.words("terms"),
        note=fields.text("note"),
        citations=fields.citations(),
        place=record.place,
    )
    fields.finish()
    return change


def _need_text(record: Record) -> None:
    problems, length = record.fields.problems, len(record.text) + sum(map(len, record.parts))
    if not length:
        problems.add(record.place, f"'{record.slug}' has no text", "say it in a sentence of your own")
    if length > LONGEST_TEXT:
        problems.add(record.place, f"'{record.slug}' has {length} characters", "make several records of it")


def _kinds(fields: Fields) -> tuple[tuple[ChangeKind, ...], bool]:
    words, inferred = _inferred(fields.text("kind", required=True))
    names = [word.strip() for word in words.split(",") if word.strip()]
    if len(set(names)) < len(names) or (words and not names):
        fields.problems.add(fields.place, f"'kind' of {fields.record} is '{words}'", "name each kind once")
    found = (fields.pick(name, ChangeKind, "kind") for name in names)
    return tuple(kind for kind in found if kind is not None), inferred


def _inferred(text: str) -> tuple[str, bool]:
    return text.removesuffix(INFERRED), text.endswith(INFERRED)


def _strength(fields: Fields) -> tuple[Strength, bool]:
    word, inferred = _inferred(fields.text("strength", required=True))
    strength = fields.pick(word, Strength, "strength") if word else None
    return strength or Strength.STATES, inferred or strength is None


def _timescales(fields: Fields) -> tuple[Timescale, ...]:
    found = []
    for relation in Relation:
        for entry in fields.many(relation.value):
            try:
                found.append(parse_timescale(relation, str(entry.value)))
            except ValueError as error:
                what = f"cannot read '{relation.value}' of {fields.record}: {error}"
                fields.problems.add(fields.at(entry.line), what, EXPECTED_FORMS)
    return tuple(found)


def _links(fields: Fields) -> tuple[Link, ...]:
    found = []
    for entry in fields.many("continues"):
        words = " ".join(str(entry.value).split())
        match = _LINK.fullmatch(words)
        if match is None or not match["why"].strip():
            fields.problems.add(
                fields.at(entry.line),
                f"cannot read 'continues: {words}' of {fields.record}",
                'write: continues: 2010/slug (why it is the same duty) [source-id "place"]',
            )
            continue
        citations = fields.parse_citations(match["citations"] or "", entry.line)
        found.append(Link(earlier=match["earlier"], why=match["why"].strip(), citations=tuple(citations)))
    return tuple(found)
