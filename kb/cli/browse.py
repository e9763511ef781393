"""Listings of editions, agencies, terms and time limits."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option, format_option


@click.command()
@format_option
@corpus_option
def editions(form: str, corpus: Path | None) -> None:
    """List every edition and draft, oldest first.

    \b
    Example:
        wtkb editions
    """
    from diffing.compiled import load
    from kb.cli.printing import print_listing

    base = load(corpus).base
    rows = [
        (
            edition.id,
            edition.kind.value,
            edition.published,
            "never" if edition.is_draft else edition.in_force or "not recorded",
            edition.superseded or ("" if edition.is_draft or edition is base.issued[-1] else "not recorded"),
            ", ".join(revision.date for revision in edition.revisions),
            str(len(base.provisions_of(edition.id))),
        )
        for edition in base.editions
    ]
    print_listing(form, ("edition", "kind", "published", "in force", "superseded", "updated", "provisions"), rows)


@click.command()
@format_option
@corpus_option
def agencies(form: str, corpus: Path | None) -> None:
    """List every agency and who took over from it; other forms than the table also tell kind, groups and dates.

    \b
    Example:
        wtkb agencies --format csv
    """
    from collections import Counter

    from diffing.compiled import load
    from kb.cli.printing import print_listing

    base = load(corpus).base
    duties = Counter(name for provision in base.provisions for name in provision.who)
    rows = [
        (
            agency.id,
            agency.name,
            agency.kind.value,
            ", ".join(agency.broader),
            " to ".join(filter(None, (agency.valid_from, agency.valid_to))),
            ", ".join(step.id for step in agency.succeeded_by),
            str(duties[agency.id]),
        )
        for agency in base.agencies
    ]
    columns = ("agency", "name", "kind", "groups", "valid", "succeeded by", "provisions")
    shown = (0, 1, 5, 6) if form == "table" else range(len(columns))
    print_listing(form, [columns[place] for place in shown], [[row[place] for place in shown] for row in rows])


@click.command()
@format_option
@corpus_option
def terms(form: str, corpus: Path | None) -> None:
    """List every term, whether it is still right, and what took its place.

    \b
    Example:
        wtkb terms --format md
    """
    from diffing.compiled import load
    from kb.cli.printing import print_listing

    rows = [
        (
            term.id,
            term.label,
            term.still_valid.value,
            ", ".join(f"{step.id} ({step.since})" if step.since else step.id for step in term.replaced_by),
            ", ".join(meaning.edition for meaning in term.meanings),
        )
        for term in load(corpus).base.terms
    ]
    print_listing(form, ("term", "label", "still right", "replaced by", "meanings recorded in"), rows)


@click.command()
@click.option("--edition", metavar="EDITION", help="Only the limits of this edition.")
@format_option
@corpus_option
def timescales(edition: str | None, form: str, corpus: Path | None) -> None:
    """List every time limit, edition by edition.

    \b
    Example:
        wtkb timescales --edition 2023
    """
    from diffing.compiled import load
    from diffing.rows import cite_all, strength_words
    from diffing.selection import find_edition
    from kb.cli.printing import print_listing

    base = load(corpus).base
    wanted = find_edition(base, edition).id if edition is not None else ""
    rows = [
        (
            provision.edition,
            str(limit),
            provision.title,
            ", ".join(base.agency(name).name for name in provision.who),
            strength_words(provision),
            provision.id,
            cite_all(base, provision.citations),
        )
        for provision in base.provisions
        if not wanted or provision.edition == wanted
        for limit in provision.timescales
    ]
    columns = ("edition", "limit", "duty", "who", "strength", "id", "source")
    shown = 3 if form == "table" else len(columns)
    print_listing(form, columns[:shown], [row[:shown] for row in rows])
    if not rows:
        click.echo("No time limit is recorded here; that the text has none is not said. See 'wtkb coverage'.", err=True)
