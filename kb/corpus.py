"""Where the corpus lies."""

from __future__ import annotations

from pathlib import Path

from kb.errors import KbError

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_corpus", _HERE.parent / "corpus")
"""In order: the copy in an installed wheel, the folder of a checkout."""


def corpus_root(chosen: Path | None = None) -> Path:
    """The folder to read: the one chosen, or the one that was shipped.

    Raises:
        KbError: the folder does not exist, or holds nothing of a corpus.
    """
    if chosen is not None:
        if not chosen.is_dir():
            raise KbError(f"{chosen}: no such folder; --corpus takes a folder with work.yaml and editions/ in it")
        if not any((chosen / name).exists() for name in ("work.yaml", "editions")):
            raise KbError(f"{chosen}: no corpus; --corpus takes a folder with work.yaml and editions/ in it")
        return chosen
    for place in _PLACES:
        if place.is_dir():
            return place
    raise KbError("no corpus was shipped with this installation; name one with --corpus DIR")
