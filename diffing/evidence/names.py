"""Find the names of a vocabulary in text: longest first, whole words, abbreviations by their capitals.

A name is matched in its singular and plural. Names with capitals inside (ICB, GPs, DfE) and one-word names that begin
with one (Channel, Prevent) must stand in the text as they are written: "prevent" is a verb.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diffing.evidence.folding import fold
from diffing.evidence.reading import Reading, blank_english

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Span

Names = Mapping[str, tuple[str, ...]]
"""A name as people write it to the ids it can stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFinder:
    """Finds names; made once for a vocabulary."""

    by_capitals: PhraseMatcher
    """Names that must stand as written."""

    by_letters: PhraseMatcher
    """Names that heed no case."""

    ids: tuple[tuple[str, ...], ...]
    """What each name can stand for; a match gives the place in this tuple."""

    def find(self, reading: Reading) -> list[tuple[tuple[str, ...], Span]]:
        """The names in *reading*, longest first where they overlap, in reading order, with their ids."""
        from spacy.util import filter_spans

        doc, found = reading.doc, dict[tuple[int, int], int]()
        for matcher in (self.by_letters, self.by_capitals):
            for name, start, end in matcher(doc):
                found[start, end] = int(doc.vocab.strings[name])
        spans = [doc[start:end] for start, end in found if not _is_shouted(reading, start, end)]
        return [(self.ids[found[each.start, each.end]], each) for each in sorted(filter_spans(spans), key=_start)]


def make_finder(names: Names) -> NameFinder:
    """A finder for *names*; earlier names go before the plurals and singulars of later ones."""
    from spacy.matcher import PhraseMatcher

    language = blank_english()
    finder = NameFinder(
        by_capitals=PhraseMatcher(language.vocab, attr="ORTH"),
        by_letters=PhraseMatcher(language.vocab, attr="LOWER"),
        ids=tuple(names.values()),
    )
    known: dict[str, int] = {}
    for number, name in enumerate(names):
        known.setdefault(_key(name), number)
    for number, name in enumerate(names):
        for form in _forms(fold(name).text):
            if known.setdefault(_key(form), number) == number:
                matcher = finder.by_capitals if is_cased(form) else finder.by_letters
                matcher.add(str(number), [language.make_doc(form)])
    return finder


def is_cased(name: str) -> bool:
    """Whether *name* only counts when written with its capitals.

    Example:
        >>> [is_cased(name) for name in ("GPs", "Prevent", "Local authorities")]
        [True, True, False]
    """
    if any(sign.isupper() for word in name.split() for sign in word[1:]):
        return True
    return " " not in name and name[:1].isupper()


def _key(name: str) -> str:
    folded = fold(name).text
    return folded if is_cased(folded) else folded.casefold()


def _forms(name: str) -> Iterable[str]:
    """*name* and, by its last word, its plural or singular."""
    yield name
    if name.endswith("ies"):
        yield f"{name[:-3]}y"
    elif name.endswith("s") and not name.endswith("ss"):
        yield name[:-1]
    elif name.endswith("y") and name[-2:-1] not in "aeiou":
        yield f"{name[:-1]}ies"
    elif not name.endswith("ss"):
        yield f"{name}s"


def _start(span: Span) -> int:
    return span.start


def _is_shouted(reading: Reading, start: int, end: int) -> bool:
    """Whether it is a short word among shouted ones ("MUST NOT DO"), which is no abbreviation."""
    word = reading.doc[start]
    if end - start > 1 or len(word) > 2 or not word.is_upper or not start:
        return False
    before = reading.doc[start - 1]
    return before.is_upper and before.is_alpha and len(before) > 1
