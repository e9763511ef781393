"""YAML into plain texts, lists and mappings that know their lines.

No value is turned into a number, date or truth value: ``2013`` and ``yes`` stay what the editor wrote.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from kb.reading.fields import Entry, Problems
from kb.vocabulary import Place

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Signs that steer a terminal or turn the direction of a line; nobody sees them in an editor."""


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The text of a corpus file; ``None`` when it cannot be read or is no UTF-8 (the problem is noted at its line).

    Args:
        path: The file.
        name: The file relative to the corpus.
        problems: Where to note what is wrong.
    """
    try:
        data = path.read_bytes() if path.is_file() else None
    except OSError:
        data = None
    if data is None:
        problems.add(Place(path=name, line=1), "not a file that can be read", "put a text file there, or take it away")
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.add(Place(path=name, line=line), "not UTF-8", "save the file as UTF-8")
        return None
    for number, words in enumerate(text.split("\n"), 1):
        if unseen := _UNSEEN.search(words):
            what = f"unprintable character U+{ord(unseen.group()):04X}"
            problems.add(Place(path=name, line=number), what, "take it out")
    return _UNSEEN.sub(" ", text)


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Entry | None:
    """The document in *text*; ``None`` when it is empty or broken (the problem is noted).

    Args:
        text: One YAML document.
        path: File it comes from, relative to the corpus.
        problems: Where to note what is wrong: broken syntax, double keys, keys that are no text, aliases.
        first_line: Line of the file on which *text* begins.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        problems.add(
            Place(path=path, line=line),
            f"broken YAML: {error.problem}",
            "mend the YAML of this line",
        )
        return None
    except yaml.YAMLError as error:
        problems.add(
            Place(path=path, line=first_line),
            f"broken YAML: {' '.join(str(error).split())}",
            "take out the unreadable characters",
        )
        return None
    return None if node is None else _entry(node, path, problems, first_line, set())


def _entry(node: yaml.Node, path: str, problems: Problems, first_line: int, seen: set[int]) -> Entry:
    """*node* as an entry. A node met twice is refused: an alias can hold itself, or billions of others."""
    line = first_line + node.start_mark.line
    if id(node) in seen:
        problems.add(Place(path=path, line=line), "a value repeated by a YAML alias", "write it out each time")
        return Entry("", line)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return Entry([_entry(each, path, problems, first_line, seen) for each in node.value], line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Entry] = {}
        for key, value in node.value:
            place = Place(path=path, line=first_line + key.start_mark.line)
            if not isinstance(key, yaml.ScalarNode):
                problems.add(place, "a key that is not a plain text", "write 'name: value'")
            elif key.value in mapping:
                problems.add(place, f"second '{key.value}' in one record", "keep one of them")
            else:
                entry = _entry(value, path, problems, first_line, seen)
                mapping[key.value] = Entry(entry.value, place.line)
        return Entry(mapping, line)
    text = node.value if isinstance(node.value, str) else ""
    return Entry("" if node.tag.endswith(":null") else text, line)
