"""The knowledge base as a graph."""

from __future__ import annotations

from diffing.compiled import Compiled
from diffing.graph import build_graph, graph_stats


def test_no_edge_leads_to_nothing(shipped: Compiled) -> None:
    """Each node was put in with its kind; an edge to a missing one would make a node without."""
    assert all(kind for _, kind in build_graph(shipped).nodes(data="kind"))


def test_everything_is_in_it_once(shipped: Compiled) -> None:
    """As many nodes of each kind as the corpus has records."""
    base = shipped.base
    nodes = graph_stats(shipped)["nodes"]

    assert nodes["provision"] == len(base.provisions)
    assert nodes["edition"] == len(base.editions)
    assert nodes["agency"] == len(base.agencies)
    assert nodes["source"] == len(base.sources)
    assert nodes["change"] == len(base.changes)


def test_the_same_corpus_gives_the_same_graph(small: Compiled) -> None:
    """Nodes and edges come in the same order."""
    first, second = build_graph(small), build_graph(small)

    assert list(first.edges(data=True)) == list(second.edges(data=True))
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))


def test_edges_tell_how_a_link_is_known(small: Compiled) -> None:
    """An asserted link has its reason."""
    edges = build_graph(small).get_edge_data("provision:2004/answer", "provision:2001/answer")

    assert [edge["why"] for edge in edges.values() if edge["type"] == "continues"] == ["the same answer, sooner"]
