"""The whole knowledge base as a graph for other programs: GraphML, GEXF, node-link JSON, and linked data."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from enum import StrEnum

from diffing.compiled import Compiled
from diffing.graph import build_graph
from kb_site.downloads.linked_data import linked_data


class GraphFormat(StrEnum):
    """A format of the graph; the value is its name on the command line and the ending of its files."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    JSON = "json"


def write_graph(compiled: Compiled, form: GraphFormat, *, date: str) -> bytes:
    """The graph of :func:`diffing.graph.build_graph` as *form*; equal input gives equal bytes.

    Args:
        compiled: The knowledge base.
        form: GraphML for yEd, NetworkX and Neo4j; GEXF for Gephi; node-link JSON for D3; JSON-LD for triple stores.
        date: ISO date that the file carries where its format wants one.
    """
    writers: dict[GraphFormat, Callable[[], bytes]] = {
        GraphFormat.GRAPHML: lambda: _graphml(compiled),
        GraphFormat.GEXF: lambda: _gexf(compiled, date),
        GraphFormat.JSONLD: lambda: _as_json(linked_data(compiled, date=date)),
        GraphFormat.JSON: lambda: _node_link(compiled),
    }
    return writers[form]()


def _graphml(compiled: Compiled) -> bytes:
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml_xml(build_graph(compiled), out)
    return out.getvalue()


def _gexf(compiled: Compiled, date: str) -> bytes:
    """GEXF has an attribute ``type`` and one ``kind`` of its own: ours are renamed there."""
    import networkx as nx

    graph = build_graph(compiled)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["relation"] = data["label"] = data.pop("type")
        data["id"] = str(number)
    out = io.BytesIO()
    nx.write_gexf(graph, out)
    return re.sub(rb'lastmodifieddate="[^"]*"', f'lastmodifieddate="{date}"'.encode(), out.getvalue(), count=1)


def _node_link(compiled: Compiled) -> bytes:
    import networkx as nx

    return _as_json(nx.node_link_data(build_graph(compiled), edges="edges"))


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
