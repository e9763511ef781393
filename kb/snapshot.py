"""A compiled copy of what was read, kept beside the user's other caches and renewed when a file changes.

The copy is msgpack read back through the types it was made from: it holds data, never code.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

import kb

Compiled = TypeVar("Compiled")

_State = tuple[str, int, int]


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
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _stamp(root: Path, code: tuple[Path, ...]) -> bytes:
    lines = [kb.__version__, msgspec.__version__]
    lines += [f"{path}|{size}|{changed}" for path, size, changed in sorted(_states(root, (".md", ".yaml")))]
    for folder in code:
        lines += [f"{path}|{size}|{changed}" for path, size, changed in sorted(_states(folder, (".py",)))]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).digest()


def _states(folder: Path, endings: tuple[str, ...], above: frozenset[str] = frozenset()) -> Iterator[_State]:
    """Path, size and time of change of every file below *folder* that has one of *endings*, and every folder's path.

    Passed over: links that lead nowhere, and links back to one of the folders *above*.
    """
    here = os.path.realpath(folder)
    if here in above:
        return
    for entry in os.scandir(folder):
        try:
            state = entry.stat()
        except OSError:
            continue
        if entry.name == "__pycache__":
            continue
        if stat.S_ISDIR(state.st_mode):
            yield entry.path, 0, 0
            yield from _states(Path(entry.path), endings, above | {here})
        elif entry.name.endswith(endings):
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
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write(path: Path, data: bytes) -> None:
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            aside = Path(file.name)
            file.write(data)
        aside.replace(path)
    except OSError:
        if aside is not None:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
