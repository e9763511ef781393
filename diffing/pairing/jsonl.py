"""Documents to pair in, pairs out: one JSON object a line.

In: ``{"doc_id": ..., "old": [unit, ...], "new": [unit, ...]}``, a unit being ``{"id", "text"}`` with optional
``heading`` (or ``title``), ``bearers`` and ``strength``. Other keys are left alone, so that files with gold
pairs can be read as they are. Out: ``{"doc_id": ..., "pairs": [[old, new, score, kind, matched_by], ...]}``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from diffing.pairing import Pair, Unit, pair_units
from kb.errors import InputError, Problem

_FORM = 'write {"doc_id": "name", "old": [{"id": "1", "text": "..."}], "new": [...]} on one line'


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Two versions of one document, cut into units."""

    doc_id: str
    """Its name, repeated in the output, e.g. ``wt-2018-2023``."""

    old: tuple[Unit, ...]
    """Units of the old version in reading order; may be empty."""

    new: tuple[Unit, ...]
    """Units of the new version in reading order; may be empty."""


class _MalformedError(Exception):
    """What is wrong with one line, and the fix."""

    def __init__(self, what: str, fix: str = _FORM) -> None:
        self.what, self.fix = what, fix
        super().__init__(what)


def pair_file(source: Path) -> str:
    """Return the whole output for the documents in *source*; nothing is given when a line is malformed."""
    return write_pairs((document.doc_id, pair_units(document.old, document.new)) for document in read_documents(source))


def read_documents(source: Path) -> tuple[Document, ...]:
    """Return the documents in *source*, in order.

    Raises:
        InputError: With every malformed line, when there is one, or when the file cannot be read.
    """
    try:
        lines = source.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError([Problem(str(source), 1, f"cannot be read: {error.strerror}", "name a file")]) from error
    documents: list[Document] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            document = _read_line(line)
            first = seen.setdefault(document.doc_id, number)
            if first != number:
                raise _MalformedError(
                    f"doc_id {document.doc_id!r} stands on line {first} already", "give it a name of its own"
                )
            documents.append(document)
        except _MalformedError as wrong:
            problems.append(Problem(str(source), number, wrong.what, wrong.fix))
    if problems:
        raise InputError(problems)
    return tuple(documents)


def write_pairs(results: Iterable[tuple[str, Sequence[Pair]]]) -> str:
    """Return one line a document, in the order given, each line ended.

    Example:
        >>> write_pairs([("a", [])])
        '{"doc_id": "a", "pairs": []}\\n'
    """
    return "".join(
        json.dumps({"doc_id": doc_id, "pairs": [_pair_row(pair) for pair in pairs]}) + "\n" for doc_id, pairs in results
    )


def _pair_row(pair: Pair) -> list[object]:
    reasons = [*pair.matched_by, "ambiguous"] if pair.ambiguous else list(pair.matched_by)
    return [pair.old, pair.new, pair.score, pair.kind.value, reasons]


def _read_line(line: bytes) -> Document:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _MalformedError(f"not UTF-8 at byte {error.start}", "save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        raise _MalformedError(f"not JSON at column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise _MalformedError("nested too deeply") from error
    if not isinstance(record, dict):
        raise _MalformedError("not an object")
    doc_id = record.get("doc_id")
    if not isinstance(doc_id, str) or not doc_id:
        raise _MalformedError("doc_id is missing or not a text")
    return Document(doc_id=doc_id, old=tuple(_read_units(record, "old")), new=tuple(_read_units(record, "new")))


def _read_units(record: dict[str, object], side: str) -> Iterator[Unit]:
    units = record.get(side)
    if not isinstance(units, list):
        raise _MalformedError(f"{side} is missing or not a list")
    for place, unit in enumerate(units):
        if not isinstance(unit, dict):
            raise _MalformedError(f"{side}[{place}] is not an object")
        yield Unit(
            id=_text(unit, "id", f"{side}[{place}]"),
            text=_text(unit, "text", f"{side}[{place}]"),
            heading=_text(unit, "heading", f"{side}[{place}]", "") or _text(unit, "title", f"{side}[{place}]", ""),
            bearers=_texts(unit, "bearers", f"{side}[{place}]"),
            strength=_text(unit, "strength", f"{side}[{place}]", ""),
        )


def _text(unit: dict[str, object], key: str, where: str, default: str | None = None) -> str:
    value = unit.get(key, default)
    if value is None and default is not None:
        return default
    if not isinstance(value, str):
        raise _MalformedError(f"{where}.{key} is missing or not a text", f'give {key} as "..."')
    return value


def _texts(unit: dict[str, object], key: str, where: str) -> tuple[str, ...]:
    value = unit.get(key) or []
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _MalformedError(f"{where}.{key} is not a list of texts", f'give {key} as ["police", "schools"]')
    return tuple(value)
