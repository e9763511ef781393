"""Find the agencies that a text names, and who has to act.

Method: the vocabulary's names and aliases by spaCy's PhraseMatcher. The subject of a modal is what stands before it in
its clause; in a passive the bearer is who is named after "by". Where simple rules cannot tell, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diffing.evidence.names import NameFinder, make_finder
from diffing.evidence.reading import Reading, read
from diffing.evidence.strengths import FoundStrength, find_strengths
from diffing.evidence.word_sets import ADVERBS, word_set
from kb.base import KnowledgeBase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBORDINATE = word_set(
    "where if when whenever wherever following once as in for under to at after before on by during with within unless",
    "until while although since given because upon throughout having from despite",
)
_FINITE = word_set("is are was were has have had does do did can cannot may might comes needs becomes")
_PREPOSITIONS = word_set(
    "of in for with from at within on under between among across outside inside who which that whose to working",
    "towards against about not except",
)
_PARTICIPLES = word_set(
    "seen held given taken made kept told sent shown known heard done written put set brought sought drawn met led",
    "begun borne chosen found paid read understood dealt undertaken left built run",
)
_JOINTS = word_set("the a an and or , all each every any both their its relevant local other")
_LONGEST_SUBJECT = 200
"""So many words before its modal no subject is looked for."""

_KEPT = 4
_finders: dict[int, tuple[KnowledgeBase, NameFinder]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBearer:
    """An agency that a text names."""

    ids: tuple[str, ...]
    """Ids of the agencies that the name can stand for; several when it is ambiguous."""

    words: str
    """The name as written, e.g. ``GPs``."""

    start: int
    """Where it begins in the text, counted in characters from 0."""

    end: int
    """Where it ends: ``text[start:end]`` is ``words``."""

    @property
    def is_ambiguous(self) -> bool:
        """Whether the vocabulary knows several agencies of this name; it is never decided which."""
        return len(self.ids) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who has to do what a modal says."""

    bearers: tuple[FoundBearer, ...]
    """The agencies named there, in reading order; at least one."""

    is_sure: bool
    """False when a name is ambiguous or may only describe another ("staff of schools and colleges")."""

    words: str
    """From the first name to the last, with its article, as written, e.g. ``The police and schools``."""

    start: int
    """Where it begins in the text, counted in characters from 0."""

    end: int
    """Where it ends: ``text[start:end]`` is ``words``."""


def find_bearers(base: KnowledgeBase, text: str) -> tuple[FoundBearer, ...]:
    """Every agency that *text* names by a name or alias of *base*, in reading order.

    Where names overlap the longest counts. An ambiguous alias is reported with all its ids.
    """
    reading = read(text)
    found = []
    for ids, span in _finder(base).find(reading):
        start, end = reading.place(span)
        found.append(FoundBearer(ids=ids, words=text[start:end], start=start, end=end))
    return tuple(found)


def find_subject(base: KnowledgeBase, text: str, strength: FoundStrength) -> Subject | None:
    """Who has to act by *strength*, a phrase found in *text*; ``None`` when no agency is seen to."""
    return _subject(read(text), find_bearers(base, text), strength)


def find_subjects(base: KnowledgeBase, text: str) -> dict[int, Subject]:
    """Who has to act by each deontic phrase of *text*, by the place where the phrase begins; the rest are left out."""
    reading, named = read(text), find_bearers(base, text)
    found = {}
    for each in find_strengths(text):
        segment = reading.segment_of(reading.token_at(each.start))
        first, after = (
            bisect_left(named, reading.starts[segment.start], key=_begin),
            reading.doc[segment.end - 1].i + 1,
        )
        last = len(named) if after == len(reading.doc) else bisect_left(named, reading.starts[after], key=_begin)
        found[each.start] = _subject(reading, named[first:last], each)
    return {place: subject for place, subject in found.items() if subject is not None}


def _begin(bearer: FoundBearer) -> int:
    return bearer.start


def _subject(reading: Reading, named: tuple[FoundBearer, ...], strength: FoundStrength) -> Subject | None:
    first, modal, after = _places(reading, strength)
    if modal - first > _LONGEST_SUBJECT:
        return None
    if _is_passive(reading.doc, after):
        chosen, is_sure = _agents(reading, named, after), True
    else:
        chosen, is_sure = _heads(reading, named, _subject_start(reading.doc, first, modal), modal)
    if not chosen:
        return None
    start, end = _with_article(reading, chosen[0].start), chosen[-1].end
    return Subject(
        bearers=tuple(chosen),
        is_sure=is_sure and not any(each.is_ambiguous for each in chosen),
        words=reading.text[start:end],
        start=start,
        end=end,
    )


def _finder(base: KnowledgeBase) -> NameFinder:
    """The finder for *base*; those of the last few bases are kept, since making one takes a moment."""
    if id(base) not in _finders:
        names: dict[str, tuple[str, ...]] = {each.alias: each.ids for each in base.ambiguous}
        for agency in base.agencies:
            names.setdefault(agency.name, (agency.id,))
        for agency in base.agencies:
            for alias in agency.aliases:
                names.setdefault(alias, (agency.id,))
        while len(_finders) >= _KEPT:
            del _finders[next(iter(_finders))]
        _finders[id(base)] = (base, make_finder(names))
    return _finders[id(base)][1]


def _places(reading: Reading, strength: FoundStrength) -> tuple[int, int, int]:
    """First token of the sentence, first token of the phrase, and the token after it."""
    modal = reading.token_at(strength.start)
    after = reading.token_at(strength.end)
    return reading.segment_of(modal).start, modal, after


def _with_article(reading: Reading, place: int) -> int:
    """*place*, or that of an article right before it."""
    token = reading.token_at(place)
    if not token or reading.doc[token - 1].lower_ not in ("the", "a", "an"):
        return place
    return reading.place(reading.doc[token - 1 : token])[0]


def _is_passive(doc: Doc, after: int) -> bool:
    words = [token.lower_ for token in doc[after : after + 6] if token.lower_ not in ADVERBS and token.lower_ != "not"]
    return len(words) > 1 and words[0] == "be" and (words[1].endswith("ed") or words[1] in _PARTICIPLES)


def _subject_start(doc: Doc, first: int, modal: int) -> int:
    """Where the subject begins: after a clause in front ("Where a child is hurt, ..."), a colon or a semicolon."""
    start = first
    for token in doc[first:modal]:
        if token.text in (";", ":", "-", "("):
            start = token.i + 1
    if doc[start].lower_ not in _SUBORDINATE:
        return start
    for token in doc[start:modal]:
        if token.text == "," and not any(word.lower_ in _FINITE for word in doc[token.i : modal]):
            return token.i + 1
    return modal


def _heads(reading: Reading, named: tuple[FoundBearer, ...], start: int, modal: int) -> tuple[list[FoundBearer], bool]:
    """The names between *start* and *modal* that are not there to describe another, and whether that is sure."""
    heads: list[FoundBearer] = []
    is_described = False
    place = start
    for each in named:
        token, end = reading.token_at(each.start), reading.token_at(each.end)
        if not start <= token < modal:
            continue
        between = [word.lower_ for word in reading.doc[place:token]]
        if is_described and any(word in ("and", "or", ",") for word in between):
            return heads, False
        is_described = is_described or any(word in _PREPOSITIONS for word in between)
        if not is_described and reading.doc[end].text not in ("'s", "'"):
            heads.append(each)
        place = end
    is_sure = all(_may_precede(word) for word in reading.doc[place:modal]) or is_described
    return heads, is_sure


def _may_precede(token: Token) -> bool:
    """Whether *token* may stand between a subject and its modal; another noun would be the real subject."""
    return token.lower_ in ADVERBS or token.is_punct or token.lower_ in _PREPOSITIONS or token.is_stop


def _agents(reading: Reading, named: tuple[FoundBearer, ...], after: int) -> list[FoundBearer]:
    """Those named after "by" behind a passive: "should be made by schools and colleges"."""
    starts = {reading.token_at(each.start): each for each in named}
    return list(_chain(reading, starts, after))


def _chain(reading: Reading, starts: dict[int, FoundBearer], after: int) -> Iterator[FoundBearer]:
    doc, end = reading.doc, len(reading.doc)
    by = next((token.i for token in doc[after : after + 30] if token.lower_ == "by"), end)
    stop = next((token.i for token in doc[after:] if token.text in (".", ";", ":", "•", "¶")), end)
    place = by + 1
    while place < stop:
        if place in starts:
            yield starts[place]
            place = reading.token_at(starts[place].end)
        elif doc[place].lower_ in _JOINTS:
            place += 1
        else:
            return
