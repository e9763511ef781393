"""What many tests need: a small invented corpus, and copies of it that may be spoilt."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import SMALL, Spoil

from diffing.compiled import Compiled, compile_corpus
from kb.base import KnowledgeBase
from kb.corpus import corpus_root


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Snapshots of tests never meet those of the user; sites are built without the files to take away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KB_DOWNLOADS", "false")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def small() -> Compiled:
    """The small corpus, compiled."""
    return compile_corpus(SMALL)


@pytest.fixture(scope="session")
def shipped() -> Compiled:
    """The real corpus, compiled."""
    return compile_corpus(corpus_root())


@pytest.fixture(scope="session")
def base(shipped: Compiled) -> KnowledgeBase:
    """The real corpus."""
    return shipped.base


@pytest.fixture
def spoil(tmp_path: Path) -> Spoil:
    """Makes copies of the small corpus with one piece of one file replaced."""

    def spoilt(name: str, old: str, new: str) -> Path:
        root = tmp_path / "corpus"
        if not root.exists():
            shutil.copytree(SMALL, root)
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return root

    return spoilt
