"""Commands for editors of the corpus."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option, format_option


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


@click.command()
@format_option
@corpus_option
def coverage(form: str, corpus: Path | None) -> None:
    """Tell for each edition and chapter how much is carried, and on what evidence.

    \b
    Example:
        wtkb coverage
    """
    from diffing.compiled import load
    from kb.cli.printing import print_listing
    from kb.coverage import coverage_of

    rows = [
        (
            each.chapter.edition,
            f"{each.chapter.number} {each.chapter.title}".strip(),
            each.chapter.coverage.value,
            str(each.provisions),
            str(each.official),
            str(each.inferred),
            f"{each.linked * 100 // each.provisions} %" if each.provisions else "",
        )
        for each in coverage_of(load(corpus).base)
    ]
    print_listing(form, ("edition", "chapter", "coverage", "provisions", "official", "inferred", "linked"), rows)
