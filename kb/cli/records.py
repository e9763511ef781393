"""One record at a time: what it says, and its line through the editions."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option


@click.command()
@click.argument("name", metavar="ID")
@corpus_option
def show(name: str, corpus: Path | None) -> None:
    """Show one provision, with its place, bearers, links and sources.

    ID is edition/slug; a slug alone means the latest edition that has it.

    \b
    Example:
        wtkb show 2013/referral-response
    """
    from diffing.compiled import load
    from diffing.lineage import badge, find_provision
    from diffing.text import provision_lines

    compiled = load(corpus)
    provision = find_provision(compiled.base, name)
    click.echo("\n".join(provision_lines(compiled, provision, badge(compiled, provision))))


@click.command()
@click.argument("name", metavar="ID")
@corpus_option
def history(name: str, corpus: Path | None) -> None:
    """Show a duty through the editions, oldest first, with why each link holds.

    \b
    Example:
        wtkb history 2023/referral-response
    """
    from diffing.compiled import load
    from diffing.lineage import find_provision, lineage_of
    from diffing.text import lineage_lines

    compiled = load(corpus)
    line = lineage_of(compiled, find_provision(compiled.base, name))
    click.echo("\n".join(lineage_lines(compiled, line)))
