"""The command ``wtkb``: read the arguments, ask the library, print.

Nothing heavy is imported before a command needs it, so that ``wtkb --help`` answers at once.
"""

from kb.cli.group import main

__all__ = ["main"]
