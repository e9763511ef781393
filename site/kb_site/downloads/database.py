"""The knowledge base as one SQLite file with full-text search, for Datasette or any other reader of SQLite."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from diffing.change import Change
from diffing.compiled import Compiled
from diffing.lineage import lineages
from diffing.rows import make_row
from diffing.selection import SILENT
from diffing.ties import standing
from kb.base import KnowledgeBase
from kb.lookup import audience

_SCHEMA = Path(__file__).with_name("schema.sql")
_QUERIES = Path(__file__).with_name("queries.json")

Cells = tuple[str | int | float | None, ...]
"""A row of a table."""


def write_database(compiled: Compiled, *, date: str) -> bytes:
    """The knowledge base as the bytes of a SQLite file.

    Every foreign key holds. Equal input gives equal bytes under the same version of SQLite.

    Args:
        compiled: The knowledge base.
        date: ISO date that the table ``about`` carries.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wt.db"
        connection = sqlite3.connect(path)
        try:
            connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
            for table, rows in _tables(compiled, date):
                _fill(connection, table, rows)
            for index in ("provision_search", "change_search"):
                connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            assert not broken, broken  # the reader of the corpus refuses links to nothing
            connection.commit()
            connection.execute("VACUUM")
        finally:
            connection.close()
        return path.read_bytes()


def write_metadata(compiled: Compiled, *, name: str = "wt") -> bytes:
    """What Datasette shows beside the file: title, licence, the notice, and the documented queries.

    Args:
        compiled: The knowledge base.
        name: Name of the database file without its ending, by which Datasette knows it.
    """
    work = compiled.base.work
    metadata = {
        "title": f"{work.title}, edition by edition",
        "description": work.notice,
        "license": work.corpus_licence,
        "databases": {name: {"queries": queries()}},
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2).encode() + b"\n"


def queries() -> dict[str, dict[str, str]]:
    """The documented queries by name, each with ``title`` and ``sql``; names after a colon are its parameters."""
    found: dict[str, dict[str, str]] = json.loads(_QUERIES.read_text(encoding="utf-8"))
    return found


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Cells]) -> None:
    listed = list(rows)
    if listed:
        marks = ", ".join("?" * len(listed[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)


def _tables(compiled: Compiled, date: str) -> Iterator[tuple[str, Iterable[Cells]]]:
    base = compiled.base
    work = base.work
    about = {"title": work.title, "notice": work.notice, "licence": work.corpus_licence, "made": date}
    yield "about", about.items()
    yield from _vocabulary(base)
    yield from _guidance(compiled)
    yield from _changes(compiled)
    yield "citation", _citations(compiled)


def _vocabulary(base: KnowledgeBase) -> Iterator[tuple[str, Iterable[Cells]]]:
    yield (
        "edition",
        [
            (each.id, place, each.title, each.is_draft, each.published, each.in_force, each.superseded, each.status)
            for place, each in enumerate(base.editions)
        ],
    )
    yield "revision", [(each.id, one.date, one.title) for each in base.editions for one in each.revisions]
    yield (
        "source",
        [
            (each.id, each.title, each.publisher, each.date, each.kind, each.evidence.value, each.address, each.note)
            for each in base.sources
        ],
    )
    agencies = base.agencies
    yield (
        "agency",
        [(each.id, each.name, each.kind.value, each.valid_from, each.valid_to, each.note) for each in agencies],
    )
    yield "agency_alias", [(each.id, alias) for each in agencies for alias in dict.fromkeys(each.aliases)]
    yield "agency_group", [(each.id, group) for each in agencies for group in each.broader]
    yield "agency_successor", [(each.id, one.id, one.since, one.note) for each in agencies for one in each.succeeded_by]
    yield (
        "agency_reach",
        [(each.id, name, reach.value) for each in agencies for name, reach in audience(base, each).reach.items()],
    )
    yield "term", [(each.id, each.label, each.still_valid.value, each.note) for each in base.terms]
    yield "term_meaning", [(each.id, one.edition, one.text) for each in base.terms for one in each.meanings]
    yield "term_successor", [(each.id, one.id, one.since, one.note) for each in base.terms for one in each.replaced_by]
    yield "topic", [(each.id, each.label, each.group, each.description) for each in base.topics]


def _guidance(compiled: Compiled) -> Iterator[tuple[str, Iterable[Cells]]]:
    base = compiled.base
    stands = {each.id for edition in base.editions for each in standing(base, edition.id)}
    lines = lineages(compiled)
    lineage = {member.id: line.slug for line in lines for member in line.members}
    yield (
        "chapter",
        [
            (
                each.id,
                each.edition,
                each.number,
                each.title,
                each.theme,
                each.document,
                each.coverage.value,
                each.missing,
            )
            for each in base.chapters
        ],
    )
    yield "provision", [
        (
            each.id, each.edition, each.chapter, each.section, each.title,
            "\n".join((each.text, *(f"- {part}" for part in each.parts))), each.strength.value, each.strength_inferred,
            each.paragraph, each.law, each.revision, each.until, each.id in stands, lineage[each.id],
            base.evidence(each).value, each.note,
        )
        for each in base.provisions
    ]  # fmt: skip
    yield "provision_bearer", [(each.id, name) for each in base.provisions for name in dict.fromkeys(each.who)]
    yield "provision_topic", [(each.id, name) for each in base.provisions for name in dict.fromkeys(each.topics)]
    yield "provision_term", [(each.id, name) for each in base.provisions for name in dict.fromkeys(each.terms)]
    yield (
        "timescale",
        [
            (
                None,
                each.id,
                one.relation.value,
                one.value,
                one.unit.value if one.unit else None,
                one.start,
                one.words,
                one.days,
            )
            for each in base.provisions
            for one in each.timescales
        ],
    )
    ties = {(tie.old, tie.new): tie for line in lines for tie in reversed(line.ties)}
    yield "link", [(old, new, tie.basis.value, tie.score, tie.why) for (old, new), tie in sorted(ties.items())]


def _all_changes(compiled: Compiled) -> list[Change]:
    return [change for step in compiled.steps for change in step.changes]


def _changes(compiled: Compiled) -> Iterator[tuple[str, Iterable[Cells]]]:
    changes = _all_changes(compiled)
    yield "change", [
        (
            each.id, each.from_edition, each.to_edition, each.revision, each.title, each.text, bool(each.announced),
            not set(each.kinds) <= set(SILENT), make_row(compiled.base, each).evidence, each.note,
        )
        for each in changes
    ]  # fmt: skip
    yield (
        "finding",
        [
            (None, each.id, one.kind.value, one.basis.value, one.was, one.now, one.inferred)
            for each in changes
            for one in each.findings
        ],
    )
    yield "change_bearer", [(each.id, name) for each in changes for name in dict.fromkeys(each.who)]
    yield "change_topic", [(each.id, name) for each in changes for name in dict.fromkeys(each.topics)]
    yield (
        "change_provision",
        [
            (each.id, name, side)
            for each in changes
            for side, names in (("before", each.old), ("after", each.new))
            for name in names
        ],
    )


def _citations(compiled: Compiled) -> Iterator[Cells]:
    for provision in compiled.base.provisions:
        for citation in dict.fromkeys(provision.citations):
            yield None, citation.source, citation.locator, provision.id, None
    for change in _all_changes(compiled):
        for citation in change.citations:
            yield None, citation.source, citation.locator, None, change.id
