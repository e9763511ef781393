"""Imports point one way, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FORBIDDEN = {"kb": {"diffing", "kb_site"}, "diffing": {"kb_site"}, "site/kb_site": set[str]()}
"""What the modules of each folder may not import."""


def imported(path: Path) -> set[str]:
    """The top names that a module imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("folder", list(FORBIDDEN))
def test_imports_point_one_way(folder: str) -> None:
    """``kb`` <- ``diffing`` <- ``kb_site``; only the commands in ``kb/cli`` may look up."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        if (ROOT / "kb" / "cli") not in path.parents:
            assert not imported(path) & FORBIDDEN[folder], path


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], ["spacy", "networkx", "scipy", "numpy", "mkdocs", "markdown_it", "msgspec", "rich"]),
        (["changes", "--help"], ["spacy", "networkx", "scipy", "numpy", "mkdocs", "markdown_it", "msgspec"]),
        (["changes", "--for", "schools"], ["spacy", "networkx", "mkdocs"]),
    ],
)
def test_heavy_libraries_wait(arguments: list[str], unwanted: list[str]) -> None:
    """Help loads nothing heavy; a plain look-up loads neither spaCy nor networkx nor MkDocs."""
    code = (
        "import sys; from kb.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {unwanted!r} if name in sys.modules], file=sys.stderr)"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)

    assert run.stderr.strip().splitlines()[-1] == "[]"
