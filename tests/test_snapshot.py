"""The compiled snapshot: the same answer, renewed when a file changes, never trusted when it is spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import Spoil

from diffing.compiled import Compiled, load
from kb import snapshot
from kb.errors import CorpusError

CHAPTER = "editions/2004/01-asking-and-acting.md"


def answers(compiled: Compiled) -> tuple[object, object]:
    """What a compiled corpus holds."""
    return compiled.base, compiled.steps


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of snapshots of one test."""
    folder = tmp_path / "kept"
    monkeypatch.setattr(snapshot, "_cache_folder", lambda: folder)
    return folder


def test_a_kept_copy_gives_the_same_values(spoil: Spoil, kept: Path) -> None:
    """Cold and warm are equal, and the warm one does not read the corpus."""
    root = spoil(CHAPTER, "Ring", "Ring")

    cold, warm = load(root), load(root)

    assert answers(cold) == answers(warm)
    assert len(list(kept.iterdir())) == 1


def test_a_changed_file_renews_it(spoil: Spoil, kept: Path) -> None:
    """An edit shows at once."""
    root = spoil(CHAPTER, "Ring", "Ring")
    load(root)
    spoil(CHAPTER, "### Ring the bell", "### Sound the bell")

    assert load(root).base.provision("2004/bell").title == "Sound the bell"


def test_a_file_added_or_taken_away_renews_it(spoil: Spoil, kept: Path) -> None:
    """The set of files counts as well as their content."""
    root = spoil(CHAPTER, "Ring", "Ring")
    load(root)
    (root / "changes" / "2004-2004.md").unlink()

    assert ("2004", "2004") not in load(root).steps_by_ends


def test_a_broken_corpus_is_told_though_a_good_copy_is_kept(spoil: Spoil, kept: Path) -> None:
    """An old answer never hides a new mistake."""
    root = spoil(CHAPTER, "Ring", "Ring")
    load(root)
    spoil(CHAPTER, "who: everyone", "who: nobody")

    with pytest.raises(CorpusError):
        load(root)


def test_a_folder_added_renews_it(spoil: Spoil, kept: Path) -> None:
    """An edition without its file is told, though a good copy is kept."""
    root = spoil(CHAPTER, "Ring", "Ring")
    load(root)
    (root / "editions" / "2009").mkdir()

    with pytest.raises(CorpusError):
        load(root)


def test_links_in_a_circle_end(spoil: Spoil, kept: Path) -> None:
    """A hidden link back to the corpus, and one that leads nowhere, are passed over."""
    root = spoil(CHAPTER, "Ring", "Ring")
    (root / "editions" / "2004" / ".again").symlink_to(root)
    (root / "editions" / ".nowhere.md").symlink_to("/nowhere/at/all")

    assert load(root).base.provisions


def test_bytes_that_are_no_text_are_passed_over(spoil: Spoil, kept: Path) -> None:
    """A copy that a disk spoilt in the middle is made anew."""
    root = spoil(CHAPTER, "Ring", "Ring")
    fresh = load(root)
    path = next(kept.iterdir())
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Ring the bell", b"\xff" * 13))

    assert answers(load(root)) == answers(fresh)


def test_nothing_is_left_beside_a_copy_that_cannot_be_kept(spoil: Spoil, kept: Path) -> None:
    """Megabytes would pile up with each command."""
    root = spoil(CHAPTER, "Ring", "Ring")
    load(root)
    path = next(kept.iterdir())
    path.unlink()
    (path / "in the way").mkdir(parents=True)

    assert load(root).base.provisions
    assert list(kept.iterdir()) == [path]


@pytest.mark.parametrize("spoilt", [b"", b"nonsense", None])
def test_a_spoilt_copy_is_passed_over(spoil: Spoil, kept: Path, spoilt: bytes | None) -> None:
    """Cut short or overwritten, it is made anew."""
    root = spoil(CHAPTER, "Ring", "Ring")
    fresh = load(root)
    path = next(kept.iterdir())
    path.write_bytes(path.read_bytes()[:200] if spoilt is None else spoilt)

    assert answers(load(root)) == answers(fresh)


def test_a_place_that_cannot_be_written_is_no_error(
    spoil: Spoil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the answer is only slower."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr(snapshot, "_cache_folder", lambda: blocked / "below")

    assert load(spoil(CHAPTER, "Ring", "Ring")).base.provisions
