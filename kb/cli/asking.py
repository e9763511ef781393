"""The options by which changes are chosen, shared by the commands that list and export them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from diffing.compiled import Compiled
    from diffing.selection import Filters

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--for", "agency", metavar="AGENCY", help="Whom it must concern: any name, e.g. GPs, academies, LSCB."
    ),
    click.option("--from", "from_edition", metavar="EDITION", help="Edition to start from."),
    click.option("--to", "to_edition", metavar="EDITION", help="Edition to end at; drafts only when named."),
    click.option(
        "--kind", "kinds", multiple=True, metavar="KIND", help="Kind of change, e.g. new, stronger, timescale."
    ),
    click.option("--strength", "strengths", multiple=True, metavar="STRENGTH", help="must, should, may ..."),
    click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Topic id, e.g. referrals."),
)


def filter_options(command: Command) -> Command:
    """Add ``--for``, ``--from``, ``--to``, ``--kind``, ``--strength`` and ``--topic``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_filters(
    compiled: Compiled,
    agency: str | None,
    from_edition: str | None,
    to_edition: str | None,
    kinds: Sequence[str],
    strengths: Sequence[str],
    topics: Sequence[str],
) -> Filters:
    """What the options ask for.

    Raises:
        NotFoundError: a name is unknown; the message lists the nearest.
        AmbiguousNameError: a name is used for more than one agency.
    """
    from diffing.selection import Filters, find_edition, find_kinds
    from kb.errors import NotFoundError
    from kb.guidance import Strength
    from kb.lookup import audience, find_agency

    base = compiled.base
    for strength in strengths:
        if strength not in set(Strength):
            raise NotFoundError("strength", strength, list(Strength))
    return Filters(
        audience=audience(base, find_agency(base, agency)) if agency is not None else None,
        from_edition=find_edition(base, from_edition).id if from_edition is not None else "",
        to_edition=find_edition(base, to_edition).id if to_edition is not None else "",
        kinds=find_kinds(kinds),
        strengths=tuple(Strength(strength) for strength in strengths),
        topics=tuple(base.topic(topic).id for topic in topics),
    )
