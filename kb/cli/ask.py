"""``wtkb ask``: a question in plain words, answered with cited rows."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli.options import corpus_option, format_option


@click.command()
@click.argument("question", nargs=-1)
@click.option("--limit", type=click.IntRange(min=0), default=10, show_default=True, help="Most rows; 0 for all.")
@format_option
@corpus_option
def ask(question: tuple[str, ...], limit: int, form: str, corpus: Path | None) -> None:
    """Answer QUESTION from the records, and tell how it was read.

    Nothing of a question is kept. Put "-" to read it from standard input.

    \b
    Example:
        wtkb ask "what changed for schools"
        wtkb ask "timescale for child protection conference" --format json
    """
    import sys

    from diffing.asking import load_asking, showing
    from diffing.asking.answering import ask as answer_question
    from kb.cli.printing import as_json, print_listing

    text = " ".join(question)
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    answer = answer_question(load_asking(corpus), text, limit)
    if form == "table":
        click.echo("\n".join(showing.text_lines(answer)))
    elif form == "md":
        click.echo(showing.markdown(answer), nl=False)
    elif form == "json":
        click.echo(as_json(showing.as_data(answer)), nl=False)
    else:
        print_listing(form, showing.columns(), list(showing.cells(answer)))
        click.echo("\n".join((*answer.safety, *answer.says)), err=True)
