"""``wtkb graph``: the knowledge base as a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option


@click.group()
def graph() -> None:
    """Look at the knowledge base as a graph."""


@graph.command()
@corpus_option
def stats(corpus: Path | None) -> None:
    """Count the nodes of each kind and the edges of each type.

    \b
    Example:
        wtkb graph stats
    """
    from diffing.compiled import load
    from diffing.graph import graph_stats

    for heading, counts in graph_stats(load(corpus)).items():
        click.echo(f"{heading}  {sum(counts.values())}")
        for name, count in counts.items():
            click.echo(f"  {name:<14}{count:>7}")
