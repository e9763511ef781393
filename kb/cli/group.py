"""The command group: registers the commands and turns a :class:`~kb.errors.KbError` into a message and exit 1."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

import kb
from kb.errors import InputError, KbError, shortened

_COMMANDS = {
    "editions": "kb.cli.browse",
    "agencies": "kb.cli.browse",
    "terms": "kb.cli.browse",
    "timescales": "kb.cli.browse",
    "show": "kb.cli.records",
    "history": "kb.cli.records",
    "changes": "kb.cli.changes",
    "ask": "kb.cli.ask",
    "validate": "kb.cli.editing",
    "coverage": "kb.cli.editing",
    "build": "kb.cli.site",
    "graph": "kb.cli.graph",
    "pair": "kb.cli.pair",
    "export": "kb.cli.export",
}
"""Where each command lives; its module is imported only when it is called or its help is shown."""


class KbGroup(click.Group):
    """A group that imports its commands late and reports what the user can mend without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the help page."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called *cmd_name*; ``None`` when there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the user or the system got wrong ends it with a message and exit 1.

        Problems in files are told as ``path:line: problem`` from the first sign of the line on, for editors that read
        such lines. A sign that stdout cannot show is written as its number.
        """
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except (KbError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                raise
            click.echo(_told(error), err=True)
            ctx.exit(1)


def _told(error: KbError | OSError) -> str:
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, KbError):
        return f"Error: {error}"
    what = f"read or write {shortened(os.fsdecode(error.filename))}" if error.filename else "write the answer"
    return f"Error: cannot {what}: {error.strerror}"


@click.group(cls=KbGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(kb.__version__, prog_name="wtkb")
def main() -> None:
    """What each edition of Working Together to Safeguard Children asks, of whom, and what changed.

    This is not the official text. If a child is in immediate danger, call 999.

    \b
    Example:
        wtkb changes --for schools --from 2018
    """
