"""The JavaScript reader of questions as one plain script.

It is written as ES modules, so that tests can import it; a browser that reads the site from a folder loads no modules.
The plain form is made here out of the same files, whose imports are all of each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.errors import KbError

MODULES = ("matching.js", "reading.js")
"""Files of the reader, each after those that it imports."""

_IMPORT = re.compile(r"^import \{[^}]*\} from \"\./[a-z]+\.js\";\n", re.MULTILINE)
_LIST = re.compile(r"^export \{[^}]*\};\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=function |const )", re.MULTILINE)


def plain_script(modules: Iterable[str]) -> str:
    """One script that leaves the reader in ``window.kbReader``; *modules* in the order of :data:`MODULES`.

    Raises:
        KbError: a module imports or exports in a form that is not known here.
    """
    code = "".join(_EXPORT.sub("", _LIST.sub("", _IMPORT.sub("", module))) for module in modules)
    left = re.search(r"^\s*(?:import|export)\b.*|\bimport\(.*", code, re.MULTILINE)
    if left:
        raise KbError(f"reader of questions: cannot make a plain script of: {left[0].strip()}")
    return f'"use strict";\nwindow.kbReader = (() => {{\n{code}return {{ echo, readQuestion }};\n}})();\n'
