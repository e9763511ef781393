"""The knowledge base as one graph: what says what, who bears it, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from diffing.change import Basis
from diffing.compiled import Compiled

if TYPE_CHECKING:
    import networkx as nx


def build_graph(compiled: Compiled) -> nx.MultiDiGraph[str]:
    """A directed multigraph of everything the knowledge base holds.

    Nodes are named ``<kind>:<id>`` and carry ``kind`` and ``label``; kinds are edition, chapter, provision, change,
    agency, term, topic and source. Edges carry ``type``: ``replaces``, ``part of``, ``borne by``, ``about``,
    ``uses``, ``cites``, ``continues`` (with ``basis``, ``score``, ``why``), ``before``, ``after``, ``member of``
    and ``succeeded by``. Equal knowledge bases give equal graphs, nodes and edges in the same order.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_vocabulary(graph, compiled)
    _add_guidance(graph, compiled)
    _add_changes(graph, compiled)
    return graph


def graph_stats(compiled: Compiled) -> dict[str, dict[str, int]]:
    """How many nodes of each kind and edges of each type the graph has."""
    graph = build_graph(compiled)
    nodes = Counter(str(data["kind"]) for _, data in graph.nodes(data=True))
    edges = Counter(str(data["type"]) for _, _, data in graph.edges(data=True))
    return {"nodes": dict(sorted(nodes.items())), "edges": dict(sorted(edges.items()))}


def _add_vocabulary(graph: nx.MultiDiGraph[str], compiled: Compiled) -> None:
    base = compiled.base
    for source in base.sources:
        graph.add_node(f"source:{source.id}", kind="source", label=source.title)
    for topic in base.topics:
        graph.add_node(f"topic:{topic.id}", kind="topic", label=topic.label)
    for agency in base.agencies:
        graph.add_node(f"agency:{agency.id}", kind="agency", label=agency.name)
    for term in base.terms:
        graph.add_node(f"term:{term.id}", kind="term", label=term.label)
    for agency in base.agencies:
        for group in agency.broader:
            graph.add_edge(f"agency:{agency.id}", f"agency:{group}", type="member of")
        for step in agency.succeeded_by:
            graph.add_edge(f"agency:{agency.id}", f"agency:{step.id}", type="succeeded by", since=step.since)
    for term in base.terms:
        for step in term.replaced_by:
            graph.add_edge(f"term:{term.id}", f"term:{step.id}", type="succeeded by", since=step.since)


def _add_guidance(graph: nx.MultiDiGraph[str], compiled: Compiled) -> None:
    base = compiled.base
    for edition in base.editions:
        graph.add_node(f"edition:{edition.id}", kind="edition", label=edition.title, draft=edition.is_draft)
    for edition in base.editions:
        for replaced in edition.replaces:
            graph.add_edge(f"edition:{edition.id}", f"edition:{replaced}", type="replaces")
    for chapter in base.chapters:
        graph.add_node(f"chapter:{chapter.id}", kind="chapter", label=chapter.title)
        graph.add_edge(f"chapter:{chapter.id}", f"edition:{chapter.edition}", type="part of")
    for provision in base.provisions:
        name = f"provision:{provision.id}"
        graph.add_node(name, kind="provision", label=provision.title, strength=provision.strength.value)
        graph.add_edge(name, f"chapter:{provision.chapter}", type="part of")
        _add_edges(graph, name, provision)
    for provision in base.provisions:
        for link in provision.continues:
            graph.add_edge(
                f"provision:{provision.id}",
                f"provision:{link.earlier}",
                type="continues",
                basis=Basis.ASSERTED.value,
                score=1.0,
                why=link.why,
            )


def _add_changes(graph: nx.MultiDiGraph[str], compiled: Compiled) -> None:
    for step in compiled.steps:
        for change in step.changes:
            for tie in change.ties:
                if tie.basis is Basis.COMPUTED:
                    graph.add_edge(
                        f"provision:{tie.new}",
                        f"provision:{tie.old}",
                        type="continues",
                        basis=tie.basis.value,
                        score=tie.score,
                        why=tie.why,
                    )
            if not change.announced:
                continue
            name = f"change:{change.id}"
            graph.add_node(name, kind="change", label=change.title, kinds=", ".join(change.kinds))
            graph.add_edges_from((name, f"provision:{each}", {"type": "before"}) for each in change.old)
            graph.add_edges_from((name, f"provision:{each}", {"type": "after"}) for each in change.new)
            _add_edges(graph, name, change)


def _add_edges(graph: nx.MultiDiGraph[str], name: str, record: Any) -> None:
    for kind, ids, edge in (
        ("agency", record.who, "borne by"),
        ("topic", record.topics, "about"),
        ("term", record.terms, "uses"),
        ("source", tuple(dict.fromkeys(citation.source for citation in record.citations)), "cites"),
    ):
        graph.add_edges_from((name, f"{kind}:{each}", {"type": edge}) for each in ids)
