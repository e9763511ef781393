"""The whole record for other programs: graph, linked data, database."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from diffing.compiled import Compiled
from diffing.graph import build_graph
from diffing.selection import Filters, select
from kb.lookup import audience, find_agency
from kb_site.downloads import GraphFormat, queries, write_database, write_graph, write_metadata

DATE = "2026-11-25"
PARAMETERS = {
    "agency": "schools",
    "since": "2001",
    "edition": "2007",
    "lineage": "answer",
    "words": "answer call",
}
"""A value for each parameter of the documented queries, for the small corpus."""


@pytest.fixture(scope="module")
def database(small: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The small corpus as a database."""
    path: Path = tmp_path_factory.mktemp("database") / "wt.db"
    path.write_bytes(write_database(small, date=DATE))
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_graphs_read_back_whole(small: Compiled) -> None:
    """As many nodes and edges as the graph itself has, in each form."""
    graph = build_graph(small)
    size = (graph.number_of_nodes(), graph.number_of_edges())

    for form, read in ((GraphFormat.GRAPHML, nx.read_graphml), (GraphFormat.GEXF, nx.read_gexf)):
        back = read(io.BytesIO(write_graph(small, form, date=DATE)))
        assert (back.number_of_nodes(), back.number_of_edges()) == size, form
    data = json.loads(write_graph(small, GraphFormat.JSON, date=DATE))
    assert (len(data["nodes"]), len(data["edges"])) == size


@pytest.mark.parametrize("form", list(GraphFormat))
def test_the_same_graph_gives_the_same_bytes(small: Compiled, form: GraphFormat) -> None:
    """In every form; the date is the one given."""
    assert write_graph(small, form, date=DATE) == write_graph(small, form, date=DATE)


def named(value: object) -> Iterator[str]:
    """Every identifier that something in a JSON-LD value refers to."""
    if isinstance(value, dict):
        if isinstance(value.get("@id"), str):
            yield value["@id"]
        for each in value.values():
            yield from named(each)
    elif isinstance(value, list):
        for each in value:
            yield from named(each)


def test_linked_data_leads_nowhere_outside_itself(small: Compiled) -> None:
    """Every reference to one of our own things has its node; every prefix is declared; no node comes twice."""
    data = json.loads(write_graph(small, GraphFormat.JSONLD, date=DATE))
    nodes = [node["@id"] for node in data["@graph"]]

    assert len(set(nodes)) == len(nodes)
    assert {name for name in named(data["@graph"]) if name.startswith("wt:")} == set(nodes)
    prefixes = {key.split(":")[0] for node in data["@graph"] for key in node if ":" in key}
    assert prefixes <= set(data["@context"])


def test_linked_data_tells_who_made_a_link_and_where_a_claim_comes_from(small: Compiled) -> None:
    """Asserted links are the editors', and every provision is derived from a source with a place."""
    data = json.loads(write_graph(small, GraphFormat.JSONLD, date=DATE))
    nodes = {node["@id"]: node for node in data["@graph"]}

    link = nodes["wt:link/2004/answer--2007/answer"]
    assert link["prov:wasAttributedTo"] == {"@id": "wt:editors"}
    answer = nodes["wt:provision/2007/answer"]
    assert answer["prov:qualifiedDerivation"][0]["schema:pagination"] == "paragraph 1"
    board = nodes["wt:agency/board"]
    assert board["dcterms:isReplacedBy"] == [{"@id": "wt:agency/partners"}]
    assert nodes["wt:edition/2003-draft"]["schema:legislationLegalForce"] == {"@id": "schema:NotInForce"}
    assert "eli:repeals" not in nodes["wt:edition/2003-draft"]


def test_the_database_is_whole(small: Compiled, database: sqlite3.Connection) -> None:
    """Every foreign key holds; as many rows as the record has."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    for table, count in (
        ("provision", len(small.base.provisions)),
        ("agency", len(small.base.agencies)),
        ("source", len(small.base.sources)),
        ("change", sum(len(step.changes) for step in small.steps)),
        ("link", sum(len(each.continues) for each in small.base.provisions)),
    ):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == count, table


def test_the_database_answers_as_the_command_line_does(small: Compiled, database: sqlite3.Connection) -> None:
    """The view ``what_changed`` has the rows that ``wtkb changes --for schools`` lists."""
    asked = audience(small.base, find_agency(small.base, "schools"))
    expected = {each.change.id for each in select(small, Filters(audience=asked)).found}

    found = database.execute("SELECT change_id FROM what_changed WHERE agency = 'schools' AND NOT is_draft").fetchall()

    assert {row["change_id"] for row in found} == expected


@pytest.mark.parametrize("name", list(queries()))
def test_every_documented_query_runs(database: sqlite3.Connection, name: str) -> None:
    """None is broken, and each that is about the small corpus finds something."""
    rows = database.execute(queries()[name]["sql"], PARAMETERS).fetchall()

    assert rows or name == "stronger_since"


def test_duties_now_cite_their_sources(database: sqlite3.Connection) -> None:
    """A row has the duty, its limit, its place and who says so."""
    row = database.execute(
        "SELECT * FROM duties_now WHERE agency = 'schools' AND is_latest ORDER BY provision_id"
    ).fetchone()

    assert row["title"] == "Answer a call for help"
    assert row["limits"] == "within 3 days of the call"
    assert row["sources"] == "Ministry of Tests: The Guide, third edition, paragraph 1"


def test_full_text_search_knows_word_forms(database: sqlite3.Connection) -> None:
    """``teaching`` finds ``teach``."""
    rows = database.execute(queries()["search"]["sql"], {"words": "teaching"}).fetchall()

    assert {row["title"] for row in rows} >= {"Teach new staff", "Teach old staff"}


def test_the_metadata_carries_the_notice_and_the_queries(small: Compiled) -> None:
    """Datasette shows that this is not the official text, and offers every documented query."""
    data = json.loads(write_metadata(small, name="mine"))

    assert data["description"] == small.base.work.notice
    assert set(data["databases"]["mine"]["queries"]) == set(queries())


def test_the_same_record_gives_the_same_database(small: Compiled) -> None:
    """Byte for byte."""
    assert write_database(small, date=DATE) == write_database(small, date=DATE)
