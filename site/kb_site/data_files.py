"""The knowledge base as JSON for other programs, each file with its JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from diffing.change import Step
from diffing.compiled import Compiled
from kb.guidance import AnnouncedChange, Chapter, Dispute, Edition, Provision
from kb.vocabulary import Agency, Source, Term, Topic
from kb_site.page import GeneratedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """One file of data."""

    name: str
    """Name of the file without its ending."""

    about: str
    """What it holds."""

    kind: type
    """The type of a record."""

    records: tuple[object, ...]
    """The records."""


def data_sets(compiled: Compiled) -> tuple[DataSet, ...]:
    """What is offered, in the order in which it is listed."""
    base = compiled.base
    return (
        DataSet(name="editions", about="editions and drafts with their notes", kind=Edition, records=base.editions),
        DataSet(name="chapters", about="chapters with coverage", kind=Chapter, records=base.chapters),
        DataSet(name="provisions", about="what each edition says", kind=Provision, records=base.provisions),
        DataSet(name="announced", about="what sources say changed", kind=AnnouncedChange, records=base.changes),
        DataSet(
            name="steps",
            about="neighbouring editions compared: every change with its findings, links and sources",
            kind=Step,
            records=compiled.steps,
        ),
        DataSet(name="agencies", about="who can bear a duty", kind=Agency, records=base.agencies),
        DataSet(name="terms", about="words, their meanings and successors", kind=Term, records=base.terms),
        DataSet(name="topics", about="subjects", kind=Topic, records=base.topics),
        DataSet(name="sources", about="what is cited", kind=Source, records=base.sources),
        DataSet(name="disputes", about="where sources disagree", kind=Dispute, records=base.disputes),
    )


def data_files(compiled: Compiled) -> list[GeneratedFile]:
    """Each data set and its schema."""
    files = []
    for each in data_sets(compiled):
        schema = msgspec.json.schema(tuple[each.kind, ...])  # type: ignore[name-defined]
        files.append(GeneratedFile(uri=f"data/{each.name}.json", content=_text(each.records)))
        files.append(GeneratedFile(uri=f"data/{each.name}.schema.json", content=_text(schema)))
    return files


def _text(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"
