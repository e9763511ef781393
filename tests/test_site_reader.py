"""The reader of questions as one plain script, made of the modules that the tests import."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kb.errors import KbError
from kb_site.reader import MODULES, plain_script

SCRIPTS = Path(__file__).parents[1] / "site" / "docs" / "assets" / "js"


def test_the_plain_script_runs_and_is_no_module(tmp_path: Path) -> None:
    """It leaves the reader in the window, and nothing of modules is left in it."""
    text = plain_script((SCRIPTS / name).read_text(encoding="utf-8") for name in MODULES)

    assert not [line for line in text.splitlines() if line.startswith(("import", "export"))]
    if shutil.which("node"):
        path = tmp_path / "reader.js"
        path.write_text(f"globalThis.window = globalThis;\n{text}console.log(Object.keys(window.kbReader).join());\n")
        run = subprocess.run(["node", str(path)], capture_output=True, text=True, check=True, timeout=60)
        assert run.stdout == "echo,readQuestion\n"


@pytest.mark.parametrize(
    "module",
    [
        'import * as all from "./x.js";\n',
        "export default 1;\n",
        'const x = import("./x.js");\n',
        "export * from 'x';\n",
    ],
)
def test_a_form_that_is_not_known_is_refused(module: str) -> None:
    """Rather than a script that does not run."""
    with pytest.raises(KbError, match="cannot make a plain script"):
        plain_script([module])
