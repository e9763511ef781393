"""Commands for editors of the corpus."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option


@click.command()
@corpus_option
def validate(corpus: Path | None) -> None:
    """Check every rule of the corpus and report all problems at once.

    \b
    Example:
        wtkb validate --corpus drafts/
    """
    from kb.corpus import corpus_root, read_corpus

    base = read_corpus(corpus_root(corpus))
    click.echo(
        f"no problems: {len(base.editions)} editions, {len(base.provisions)} provisions, {len(base.changes)} announced "
        f"changes, {len(base.sources)} sources"
    )
