"""Options that several commands share: same name, same meaning everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "json", "csv", "md")
"""What a listing can be printed as."""


def corpus_option(command: Command) -> Command:
    """Add ``--corpus DIR``."""
    return click.option(
        "--corpus",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of the corpus to read instead of the one that was shipped.",
    )(command)


def format_option(command: Command) -> Command:
    """Add ``--format table|json|csv|md``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="How to print the rows.",
    )(command)
