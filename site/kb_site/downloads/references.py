"""Numbering the sources of a summary in the order in which they are first referred to."""

from __future__ import annotations

from collections.abc import Iterable

from diffing.rows import cite
from kb.base import KnowledgeBase
from kb.vocabulary import Citation
from kb_site.downloads.summary import NumberedSource, Reference


class Numbering:
    """Gives every source its number once, and remembers which were used."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._numbers: dict[str, int] = {}

    def refer(self, citations: Iterable[Citation]) -> tuple[Reference, ...]:
        """The references for *citations*, each once.

        A citation of a source without a place is left out where another one names a place in the same source.
        """
        found: dict[int, list[str]] = {}
        for citation in citations:
            number = self._numbers.setdefault(citation.source, len(self._numbers) + 1)
            places = found.setdefault(number, [])
            if citation.locator and citation.locator not in places:
                places.append(citation.locator)
        return tuple(
            Reference(number=number, place=place) for number, places in found.items() for place in places or [""]
        )

    def sources(self) -> tuple[NumberedSource, ...]:
        """Every source referred to so far, by number."""
        return tuple(self._source(name, number) for name, number in self._numbers.items())

    def _source(self, name: str, number: int) -> NumberedSource:
        source = self._base.source(name)
        return NumberedSource(
            number=number,
            words=cite(self._base, Citation(source=name)),
            address=source.address,
            evidence=source.evidence.value,
            note=source.note,
        )
