"""Commands for editors of the corpus."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option, format_option


@click.command()
@click.option("--report", is_flag=True, help="Also hold announced changes against what comparing shows.")
@corpus_option
def validate(report: bool, corpus: Path | None) -> None:
    """Check every rule of the corpus and report all problems at once.

    \b
    Example:
        wtkb validate --corpus drafts/
        wtkb validate --report
    """
    from kb.corpus import corpus_root
    from kb.reading.whole import read_corpus

    base = read_corpus(corpus_root(corpus))
    if report:
        _report(corpus)
    links = sum(len(provision.continues) for provision in base.provisions)
    click.echo(
        f"no problems: {len(base.editions)} editions, {len(base.provisions)} provisions, {links} links, "
        f"{len(base.changes)} announced changes, {len(base.terms)} terms, {len(base.sources)} sources"
    )


def _report(corpus: Path | None) -> None:
    from diffing.announcements import check_announcements
    from diffing.compiled import load

    found = check_announcements(load(corpus))
    click.echo(f"announced, but shown by no provision ({len(found.unexplained)}):")
    for announced in found.unexplained:
        click.echo(f"  {announced.place}: {announced.id}: {announced.title}")
    click.echo(f"shown by comparing, but announced by nobody ({len(found.unannounced)}):")
    for change in found.unannounced:
        click.echo(f"  {change.id}: {', '.join(change.kinds)}: {change.title}")


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
