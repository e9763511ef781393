"""A compiled copy of what was read, kept beside the user's other caches and renewed when a file changes.

The copy is msgpack read back through the types it was made from: it holds data, never code.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

import kb

Compiled = TypeVar("Compiled")


def load_or_compile(
    root: Path, name: str, kind: type[Compiled], compile_it: Callable[[], Compiled], code: tuple[Path, ...]
) -> Compiled:
    """The compiled value for the corpus at *root*, from the cache when that is fresh.

    Args:
        root: The corpus folder.
        name: What is compiled, e.g. ``changes``; part of the file name.
        kind: The type of the value, to which the cached bytes are checked.
        compile_it: Makes the value from the files; whatever it raises goes on to the caller.
        code: Folders of the modules that make the value: a change there renews the copy too.

    A cache that cannot be read or written is passed over; the answer is the same, only slower.
    """
    stamp = _stamp(root, code)
    path = _cache_folder() / f"{_digest(str(root.resolve()))[:16]}-{name}.msgpack"
    cached = _read(path, stamp, kind)
    if cached is not None:
        return cached
    value = compile_it()
    _write(path, stamp + msgspec.msgpack.encode(value))
    return value


def _cache_folder() -> Path:
    return Path(platformdirs.user_cache_dir("wtkb", appauthor=False))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _stamp(root: Path, code: tuple[Path, ...]) -> bytes:
    lines = [kb.__version__, msgspec.__version__]
    lines += [f"{path}|{size}|{changed}" for path, size, changed in sorted(_states(root, (".md", ".yaml")))]
    for folder in code:
        lines += [f"{path}|{size}|{changed}" for path, size, changed in sorted(_states(folder, (".py",)))]
    return hashlib.sha256("\n".join(lines).encode()).digest()


def _states(folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change of every file below *folder* that has one of *endings*."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _states(Path(entry.path), endings)
        elif entry.name.endswith(endings):
            state = entry.stat()
            yield entry.path, state.st_size, state.st_mtime_ns


def _read(path: Path, stamp: bytes, kind: type[Compiled]) -> Compiled | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if not data.startswith(stamp):
        return None
    try:
        return msgspec.msgpack.decode(memoryview(data)[len(stamp) :], type=kind)
    except msgspec.MsgspecError:
        return None


def _write(path: Path, data: bytes) -> None:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
        Path(file.name).replace(path)
