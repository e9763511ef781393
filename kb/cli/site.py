"""``wtkb build``: the whole site."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option


@click.command()
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The mkdocs.yml of the checkout.",
)
@click.option("--into", type=click.Path(path_type=Path), metavar="DIR", help="Where to put the site.")
@corpus_option
def build(config: Path, into: Path | None, corpus: Path | None) -> None:
    """Check the corpus and build the site; a corpus with a problem builds nothing.

    \b
    Example:
        wtkb build
    """
    from kb.corpus import corpus_root
    from kb.reading.whole import read_corpus

    root = corpus_root(corpus) if corpus is not None else None
    if root is not None:
        read_corpus(root)
    from kb_site.build import build_site

    click.echo(f"built {build_site(config, root, into)}")
