"""``wtkb pair``: pair the units of two texts, whatever the guidance."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("units", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write instead of stdout.")
def pair(units: Path, output: Path | None) -> None:
    """Pair old with new units of each document pair in UNITS, a JSON Lines file.

    Each line holds ``doc_id``, ``old`` and ``new``: lists of ``{"id", "text"}`` with optional ``heading``,
    ``bearers`` and ``strength``. Each line of the answer holds ``doc_id`` and ``pairs``: lists of old index, new
    index, score, kind and what matched. Nothing is written unless every line could be read.

    \b
    Example:
        wtkb pair units.jsonl -o pairs.jsonl
    """
    from diffing.pairing.jsonl import pair_file

    answer = pair_file(units)
    if output is None:
        click.echo(answer, nl=False)
    else:
        from kb.files import write_whole

        write_whole(output, answer)
