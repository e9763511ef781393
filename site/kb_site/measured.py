"""Figures of our own benchmarks, as they stand in the checkout that a site is built from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

CORPORA = {
    "eu-articles": "EU acts and what replaced them, by article",
    "eu-units": "the same acts, by paragraph",
    "nist-800-53": "NIST SP 800-53, by control",
}
"""Whose pairs are known from the publisher's own tables."""

HELD_OUT, SHIPPED, PLAIN = "this engine, held out", "this engine, shipped", "TF-IDF + assignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """How well one method pairs the texts of one corpus."""

    corpus: str
    """E.g. ``eu-articles``."""

    method: str
    """E.g. ``this engine, held out``."""

    precision: float
    """Part of its pairs that are right, 0 to 1."""

    recall: float
    """Part of the right pairs that it finds, 0 to 1."""

    f1: float
    """Both in one."""

    recall_by_label: dict[str, tuple[int, int]]
    """Kind of pair, e.g. ``split``, to how many were found of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """``results/pairing.json``."""

    rows: tuple[Scored, ...]
    """By corpus, then method."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLinks:
    """How many asserted links of one step the program finds when they are hidden from it."""

    asserted: int
    """Links that a source or an editor asserts."""

    found: int
    """Of these, those that it finds."""

    unasserted: int
    """Links that it makes and nobody asserts; they need not be wrong."""

    step: str = ""
    """E.g. ``2018-2023``; empty for the total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """``results/corpus-links.json``."""

    steps: tuple[OwnLinks, ...]
    """Oldest first."""

    total: OwnLinks
    """All together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured; each part is empty where its file is missing."""

    pairing: tuple[Scored, ...] = ()
    """The engine, held out and shipped, and the best plain method beside it."""

    links: Links | None = None
    """The corpus's own links."""

    asking: tuple[str, ...] = ()
    """Sentences on the golden questions, as the benchmark wrote them."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of pair that occur."""
        return tuple(dict.fromkeys(kind for row in self.pairing for kind in row.recall_by_label))

    @property
    def missed(self) -> tuple[tuple[str, int, int], ...]:
        """For each kind of pair how many were missed, held out, of how many."""
        rows = [row.recall_by_label for row in self.pairing if row.method == HELD_OUT]
        counts = {kind: [row[kind] for row in rows if kind in row] for kind in self.kinds}
        return tuple(
            (kind, sum(total - found for found, total in each), sum(total for _, total in each))
            for kind, each in counts.items()
        )


def read_measured(folder: Path) -> Measured:
    """The figures in *folder*, the ``benchmarks`` of a checkout; empty where there is none."""
    pairing, links, asking = (
        folder / name for name in ("results/pairing.json", "results/corpus-links.json", "asking.md")
    )
    scored = msgspec.json.decode(pairing.read_bytes(), type=Pairing).rows if pairing.is_file() else ()
    return Measured(
        pairing=tuple(row for row in scored if row.corpus in CORPORA and row.method in (PLAIN, HELD_OUT, SHIPPED)),
        links=_read_links(links) if links.is_file() else None,
        asking=_asking_sentences(asking.read_text(encoding="utf-8")) if asking.is_file() else (),
    )


def _read_links(path: Path) -> Links:
    report = msgspec.json.decode(path.read_bytes())
    return Links(steps=tuple(map(_own_links, report["steps"])), total=_own_links(report["total"]))


def _own_links(row: dict[str, Any]) -> OwnLinks:
    return OwnLinks(
        asserted=row["asserted"], found=row["found"], unasserted=row["not asserted"], step=row.get("step", "")
    )


def _asking_sentences(report: str) -> tuple[str, ...]:
    """The lines of the list under the heading on golden questions."""
    part = re.search(r"^## Golden questions.*?\n(.*?)(?=^## |\Z)", report, re.MULTILINE | re.DOTALL)
    return tuple(re.findall(r"^- (.+)$", part[1], re.MULTILINE)) if part else ()
