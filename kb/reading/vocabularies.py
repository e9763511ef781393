"""The YAML files of the corpus: work, agencies, terms, topics, sources, disputes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kb.base import Work
from kb.guidance import Claim, Dispute
from kb.reading.fields import Entry, Fields, Problems
from kb.reading.yaml_text import read_text, read_yaml
from kb.vocabulary import (
    Agency,
    AgencyKind,
    AmbiguousAlias,
    Evidence,
    Meaning,
    Place,
    Source,
    Succession,
    Term,
    Theme,
    Topic,
    Validity,
)

Read = TypeVar("Read")


def read_work(problems: Problems) -> tuple[Work, tuple[Theme, ...]]:
    """What ``work.yaml`` says of the guidance as such, and the themes."""
    fields = _document("work.yaml", problems)
    work = Work(
        title=fields.text("title", required=True),
        publisher=fields.text("publisher", required=True),
        place=fields.text("place"),
        guidance_licence=fields.text("guidance_licence", required=True),
        corpus_licence=fields.text("corpus_licence", required=True),
        notice=fields.text("notice", required=True),
    )
    themes = _each(fields.mappings("themes"), _theme)
    fields.finish()
    return work, themes


def read_agencies(problems: Problems) -> tuple[tuple[Agency, ...], tuple[AmbiguousAlias, ...]]:
    """The agencies, and the names that mean more than one of them."""
    fields = _document("agencies.yaml", problems)
    agencies = _each(fields.mappings("agencies"), _agency)
    ambiguous = _each(fields.mappings("ambiguous"), _ambiguous)
    fields.finish()
    return agencies, ambiguous


def read_terms(problems: Problems) -> tuple[Term, ...]:
    """The terms with their meaning in each edition."""
    return _list("terms.yaml", problems, _term)


def read_topics(problems: Problems) -> tuple[Topic, ...]:
    """The topics."""
    return _list("topics.yaml", problems, _topic)


def read_sources(problems: Problems) -> tuple[Source, ...]:
    """The sources."""
    return _list("sources.yaml", problems, _source)


def read_disputes(problems: Problems) -> tuple[Dispute, ...]:
    """The points on which sources disagree."""
    return _list("disputes.yaml", problems, _dispute)


def _load(name: str, problems: Problems) -> Entry | None:
    path = problems.root / name
    if not path.is_file():
        problems.add(
            Place(path=name, line=1),
            "the file is missing",
            f"add {name}; corpus/README.md tells its form",
        )
        return None
    text = read_text(path, name, problems)
    return None if text is None else read_yaml(text, name, problems)


def _document(name: str, problems: Problems) -> Fields:
    entry = _load(name, problems)
    values = entry.value if entry is not None else {}
    if not isinstance(values, dict):
        problems.add(Place(path=name, line=1), "not a mapping", "write 'name: value' lines")
        values = {}
    return Fields(problems, Place(path=name, line=1), list(values.items()), name)


def _list(name: str, problems: Problems, read: Callable[[Fields], Read]) -> tuple[Read, ...]:
    entry = _load(name, problems)
    whole = Fields(problems, Place(path=name, line=1), [] if entry is None else [("records", entry)], name)
    return _each(whole.mappings("records"), read)


def _each(records: list[Fields], read: Callable[[Fields], Read]) -> tuple[Read, ...]:
    found = []
    for fields in records:
        fields.record = f"'{fields.text('id') or fields.text('alias') or fields.record}'"
        found.append(read(fields))
        fields.finish()
    return tuple(found)


def _theme(fields: Fields) -> Theme:
    return Theme(
        id=fields.text("id", required=True),
        label=fields.text("label", required=True),
        place=fields.place,
    )


def _ambiguous(fields: Fields) -> AmbiguousAlias:
    return AmbiguousAlias(
        alias=fields.text("alias", required=True),
        ids=fields.words("ids", required=True),
        note=fields.text("note"),
    )


def _agency(fields: Fields) -> Agency:
    return Agency(
        id=fields.text("id", required=True),
        name=fields.text("name", required=True),
        kind=fields.choice("kind", AgencyKind) or AgencyKind.BODY,
        aliases=fields.words("aliases"),
        broader=fields.words("broader"),
        valid_from=fields.date("valid_from"),
        valid_to=fields.date("valid_to"),
        succeeded_by=_each(fields.mappings("succeeded_by"), _succession),
        note=fields.text("note"),
        citations=fields.citations(required=False),
        place=fields.place,
    )


def _succession(fields: Fields) -> Succession:
    return Succession(
        id=fields.text("id", required=True),
        since=fields.text("since"),
        note=fields.text("note"),
        citations=fields.citations(),
    )


def _term(fields: Fields) -> Term:
    meanings = tuple(
        Meaning(edition=edition, text=fields.plain(entry, "meanings"))
        for edition, entry in fields.mapping("meanings").items()
    )
    return Term(
        id=fields.text("id", required=True),
        label=fields.text("label", required=True),
        aliases=fields.words("aliases"),
        meanings=meanings,
        still_valid=fields.choice("still_valid", Validity, Validity.YES) or Validity.YES,
        replaced_by=_each(fields.mappings("replaced_by"), _succession),
        stale_patterns=fields.words("stale_patterns"),
        case_sensitive=fields.flag("case_sensitive"),
        caution=fields.text("caution"),
        note=fields.text("note"),
        citations=fields.citations(),
        place=fields.place,
    )


def _topic(fields: Fields) -> Topic:
    return Topic(
        id=fields.text("id", required=True),
        label=fields.text("label", required=True),
        group=fields.text("group", required=True),
        description=fields.text("description"),
        aliases=fields.words("aliases"),
        place=fields.place,
    )


def _source(fields: Fields) -> Source:
    return Source(
        id=fields.text("id", required=True),
        title=fields.text("title", required=True),
        publisher=fields.text("publisher", required=True),
        date=fields.text("date"),
        kind=fields.text("kind", required=True),
        evidence=fields.choice("evidence", Evidence) or Evidence.SECONDARY,
        address=fields.text("address"),
        note=fields.text("note"),
        citations=fields.citations(required=False),
        place=fields.place,
    )


def _dispute(fields: Fields) -> Dispute:
    claims = _each(fields.mappings("claims"), _claim)
    if len(claims) < 2:
        fields.problems.add(
            fields.place,
            f"{fields.record} has {len(claims)} claim(s)",
            "a dispute has at least two sides",
        )
    return Dispute(
        id=fields.text("id", required=True),
        title=fields.text("title", required=True),
        claims=claims,
        decision=fields.text("decision", required=True),
        records=fields.words("records"),
        place=fields.place,
    )


def _claim(fields: Fields) -> Claim:
    return Claim(text=fields.text("text", required=True), citations=fields.citations())
