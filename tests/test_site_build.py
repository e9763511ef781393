"""Building: strict, whole or not at all, the same bytes twice, and nothing loaded from elsewhere."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from samples import SMALL, Spoil
from site_parts import Parsed, parse

from kb.errors import KbError
from kb_site.build import build_site

ROOT = Path(__file__).parents[1]
CONFIG = ROOT / "mkdocs.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus as a site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return build_site(CONFIG, SMALL, tmp_path_factory.mktemp("site") / "out")


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, Parsed]:
    """Every page by its address."""
    return {
        path.relative_to(built).as_posix().removesuffix("index.html"): parse(path.read_text(encoding="utf-8"))
        for path in sorted(built.rglob("*.html"))
    }


def digests(folder: Path) -> dict[str, str]:
    """The files of *folder* and what they hold."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_corpus_gives_the_same_bytes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file, the site map too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")

    assert digests(build_site(CONFIG, SMALL, tmp_path / "again")) == digests(built)


def test_every_link_leads_to_a_page_and_an_anchor(built: Path, pages: dict[str, Parsed]) -> None:
    """On the site as built, the theme's own links too."""
    broken = []
    ids = {where: set(page.ids) for where, page in pages.items()}
    for where, page in pages.items():
        for link in page.links():
            parts = urlsplit(urljoin(f"http://site/{where}", link))
            if parts.netloc != "site" or where == "404.html":
                continue
            there = unquote(parts.path).lstrip("/")
            target = there if there in pages else f"{there.rstrip('/')}/".lstrip("/")
            known = target in pages or (built / there).is_file()
            if not known or (parts.fragment and target in pages and unquote(parts.fragment) not in ids[target]):
                broken.append(f"{where}: {link}")

    assert not broken


def test_nothing_is_loaded_from_another_host(built: Path, pages: dict[str, Parsed]) -> None:
    """No address of another host in anything that a browser fetches by itself."""
    for where, page in pages.items():
        for element in page.elements:
            for name in ("src", "srcset", "data", "poster"):
                assert not (element.attributes.get(name) or "").startswith(("http:", "https:", "//")), where
            if element.tag == "link":
                assert not (element.attributes.get("href") or "").startswith(("http:", "https:", "//")), where
    for path in built.rglob("*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8"), path


def test_each_page_has_a_policy_a_language_and_a_skip_link(pages: dict[str, Parsed]) -> None:
    """What a browser and a screen reader need on every page."""
    for where, page in pages.items():
        metas = [each.attributes for each in page.elements if each.tag == "meta"]
        policy = [each["content"] for each in metas if each.get("http-equiv") == "Content-Security-Policy"]
        assert len(policy) == 1, where
        assert "unsafe" not in (policy[0] or ""), where
        assert any(each.tag == "html" and each.attributes.get("lang") == "en" for each in page.elements), where
        skips = [each for each in page.elements if "md-skip" in (each.attributes.get("class") or "")]
        assert len(skips) == (where != "404.html"), where


def test_a_broken_corpus_leaves_the_last_site_standing(
    tmp_path: Path, spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the problem and builds nothing."""
    target = build_site(CONFIG, SMALL, tmp_path / "out")
    before = digests(target)
    broken = spoil("editions/2001/01-asking.md", "who: board", "who: bord")

    with pytest.raises(KbError):
        build_site(CONFIG, broken, target)
    assert "unknown agency 'bord'" in capsys.readouterr().err
    assert digests(target) == before
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".site-")] == []
