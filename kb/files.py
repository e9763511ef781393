"""Writing a file whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kb.errors import KbError


def write_whole(path: Path, text: str) -> None:
    """Put *text* into *path* in one move, so that no reader ever sees half of it.

    Raises:
        KbError: the place cannot be written to; what stood there stays as it was.
    """
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(file.name).replace(path)
    except OSError as error:
        raise KbError(f"cannot write {path}: {error.strerror}; choose another place with -o") from error
