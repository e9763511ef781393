"""YAML into plain texts, lists and mappings that know their lines.

No value is turned into a number, date or truth value: ``2013`` and ``yes`` stay what the editor wrote.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from kb.reading.fields import Entry, Problems
from kb.vocabulary import Place


def read_text(path: Path, name: str, problems: Problems) -> str | None:
    """The text of a corpus file; ``None`` when it is no UTF-8 (the problem is noted at its line).

    Args:
        path: The file.
        name: The file relative to the corpus.
        problems: Where to note what is wrong.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.add(Place(path=name, line=line), "not UTF-8", "save the file as UTF-8")
        return None
    return text.replace("\r\n", "\n")


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Entry | None:
    """The document in *text*; ``None`` when it is empty or broken (the problem is noted).

    Args:
        text: One YAML document.
        path: File it comes from, relative to the corpus.
        problems: Where to note what is wrong: broken syntax, double keys, keys that are no text.
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
            f"broken YAML: {error}",
            "take out the unreadable characters",
        )
        return None
    return None if node is None else _entry(node, path, problems, first_line)


def _entry(node: yaml.Node, path: str, problems: Problems, first_line: int) -> Entry:
    line = first_line + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        return Entry([_entry(each, path, problems, first_line) for each in node.value], line)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Entry] = {}
        for key, value in node.value:
            place = Place(path=path, line=first_line + key.start_mark.line)
            if not isinstance(key, yaml.ScalarNode):
                problems.add(place, "a key that is not a plain text", "write 'name: value'")
            elif key.value in mapping:
                problems.add(place, f"second '{key.value}' in one record", "keep one of them")
            else:
                entry = _entry(value, path, problems, first_line)
                mapping[key.value] = Entry(entry.value, place.line)
        return Entry(mapping, line)
    text = node.value if isinstance(node.value, str) else ""
    return Entry("" if node.tag.endswith(":null") else text, line)
