"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kb.errors import KbError


def write_whole(path: Path, text: str) -> None:
    """Put *text* into *path* in one move, so that no reader ever sees half of it.

    Raises:
        KbError: the place cannot be written to; what stood there stays as it was.
    """
    write_whole_bytes(path, text.encode())


def write_whole_bytes(path: Path, content: bytes) -> None:
    """Put *content* into *path* in one move, so that no reader ever sees half of it.

    The file may be read by whom the user's other files may be read.

    Raises:
        KbError: the place cannot be written to; what stood there stays as it was and nothing is left beside it.
    """
    aside = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".wtkb-", delete=False) as file:
            aside = Path(file.name)
            file.write(content)
        aside.chmod(0o666 & ~_mask())
        aside.replace(path)
    except OSError as error:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise KbError(f"cannot write {path}: {error.strerror}; choose another place with -o") from error


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse to write over what stands at *path*, unless told to.

    Raises:
        KbError: there is something, and *force* is not set.
    """
    if not force and (path.exists() or path.is_symlink()):
        raise KbError(f"{path} is there already; add --force to replace it, or choose another place with -o")


def _mask() -> int:
    """What the user's umask takes from new files; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
