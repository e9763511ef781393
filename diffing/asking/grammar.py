"""The grammar of questions: every phrase that means something, compiled from the knowledge base.

It is plain data, so that the same questions are read in the browser: :func:`compile_grammar` makes it once,
:func:`diffing.asking.reading.read_question` and ``reading.js`` both read by it.

spaCy does not run when a question is read: its import alone takes longer than an answer may. All that a question needs
of it is phrase matching over words where the longest match wins, which :mod:`diffing.asking.matching` does in forty
lines; :mod:`diffing.asking.reference` builds the same matcher from this grammar with spaCy, and a test holds the two to
the same spans on every golden question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from diffing.asking.cues import CUES, SEARCHED
from diffing.asking.lexicon import GENERAL, STOP
from diffing.asking.words import tokens, variants
from kb.base import KnowledgeBase
from kb.guidance import Edition

FIRST_YEAR, LAST_YEAR = 1988, 2035
"""Years that a question can name."""

_NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What a year stands for in a question when it is not the name of an edition."""

    year: str
    """E.g. ``2019``."""

    within: tuple[str, ...]
    """Ids of the editions meant by ``in 2019``: the one that stood, and the draft of that year; may be empty."""

    standing: str
    """Id of the issued edition that stood in that year; the first one for earlier years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something a question can name, with the name to show."""

    id: str
    """``agency:schools``, ``term:lscb``, ``topic:referrals`` or ``edition:2013``."""

    name: str
    """Name to show, itself a phrase of the grammar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that mean something."""

    words: str
    """Parted by one space, e.g. ``early years``."""

    meanings: tuple[str, ...]
    """E.g. ``agency:early-years``, ``topic:early-years``; ``word`` when the words are looked for as text too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All that is needed to read a question."""

    phrases: tuple[Phrase, ...]
    """In the order of their words."""

    longest: int
    """Most words in a phrase."""

    known: str
    """Every word of the corpus and of the phrases, parted by spaces: none of them is ever mended."""

    stop: str
    """Words that carry nothing, parted by spaces."""

    editions: tuple[str, ...]
    """Ids of all editions, oldest first."""

    issued: tuple[str, ...]
    """Ids of those that were issued, oldest first."""

    years: tuple[Year, ...]
    """Years that are no edition's name."""

    names: tuple[Named, ...]
    """Names to show."""


def compile_grammar(base: KnowledgeBase, corpus_words: Iterable[str] = ()) -> Grammar:
    """The grammar of questions about *base*.

    Args:
        base: The knowledge base.
        corpus_words: Every word that its records use.
    """
    vocabulary = frozenset(corpus_words)
    meanings = _meanings(base, vocabulary)
    found = tuple(Phrase(words=words, meanings=meanings[words]) for words in sorted(meanings))
    known = {word for each in found for word in each.words.split()} | vocabulary | STOP
    return Grammar(
        phrases=found,
        longest=max(len(each.words.split()) for each in found),
        known=" ".join(sorted(known)),
        stop=" ".join(sorted(STOP)),
        editions=tuple(edition.id for edition in base.editions),
        issued=tuple(edition.id for edition in base.issued),
        years=tuple(_years(base)),
        names=tuple(_names(base)),
    )


def _meanings(base: KnowledgeBase, vocabulary: frozenset[str]) -> dict[str, tuple[str, ...]]:
    meanings: dict[str, list[str]] = defaultdict(list)
    known = {*base.agencies_by_id, *base.topics_by_id}
    for meaning, phrases in (*CUES.items(), *_editions(base), *_chapters()):
        if meaning.startswith(("agency:", "unsure:", "topic:")) and meaning.split(":")[1] not in known:
            continue
        for phrase in phrases.split("|"):
            meanings[" ".join(tokens(phrase))].append(meaning)
            if meaning.startswith((*SEARCHED, "unsure", "topic", "agency")):
                meanings[" ".join(tokens(phrase))].append("word")
    cues = frozenset(meanings)
    unsure = {words for words, found in meanings.items() if any(each.startswith("unsure:") for each in found)}
    for meaning, phrases in _things(base):
        spelt = (each for each in phrases.split("|") if not any(_is_slip(word, vocabulary) for word in tokens(each)))
        for form in (form for phrase in spelt for form in variants(phrase)):
            if form in STOP or form.split()[0] in _ASKING:
                continue
            if not (meaning.startswith("agency:") and form in GENERAL):
                meanings[form] += [meaning] if form in cues and form not in unsure else [meaning, "word"]
    return {words: tuple(dict.fromkeys(found)) for words, found in meanings.items()}


_ASKING = frozenset({"who", "what", "when", "how", "is", "which"})
"""An alias that begins with one of these is a whole question and would hide what it asks."""


def _is_slip(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether *word*, from an alias, is a misspelling that the alias keeps for those who type it: mending does that."""
    if len(word) < 8 or word in vocabulary:
        return False
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract_iter(word, vocabulary, scorer=OSA.distance, score_cutoff=1)
    return any(not other.startswith(word) and not word.startswith(other) for other, *_ in near)


def _things(base: KnowledgeBase) -> Iterable[tuple[str, str]]:
    unsure = {" ".join(tokens(each.alias)) for each in base.ambiguous}
    unsure |= {name for meaning, names in CUES.items() if meaning.startswith("unsure:") for name in names.split("|")}
    for agency in base.agencies:
        names = (agency.name, agency.id.replace("-", " "), *agency.aliases)
        yield f"agency:{agency.id}", "|".join(each for each in names if " ".join(tokens(each)) not in unsure)
    for each in base.ambiguous:
        for name in each.ids:
            yield f"unsure:{name}", each.alias
    for term in base.terms:
        yield f"term:{term.id}", "|".join((term.label, term.id.replace("-", " "), *term.aliases))
    for topic in base.topics:
        yield f"topic:{topic.id}", "|".join((topic.label, topic.id.replace("-", " "), *topic.aliases))


def _editions(base: KnowledgeBase) -> Iterable[tuple[str, str]]:
    for edition in base.editions:
        year = edition.id[:4]
        if edition.is_draft:
            came_of = f"|draft {edition.draft_of}|{edition.draft_of} draft" if edition.draft_of else ""
            words = ("draft", "consultation", "proposal", "proposals", "consultation draft", "draft guidance")
            both = "|".join(f"{year} {word}|{word} {year}|{word} of {year}|{word} in {year}" for word in words)
            yield f"edition:{edition.id}", f"{both}|wt {year} draft|wt{year} draft{came_of}|{edition.title}"
        else:
            short = year[2:]
            yield (
                f"edition:{edition.id}",
                f"{year}|wt{year}|wt{short}|wt {year}|wt {short}|working together {year}|working together to safeguard "
                f"children {year}|{year} edition|edition {year}|edition of {year}|{year} guidance|{year} version",
            )
    names = {edition.id for edition in base.issued}
    for other in (str(number) for number in range(FIRST_YEAR, LAST_YEAR) if str(number) not in names):
        yield f"year:{other}", f"{other}|wt{other}|wt {other}|working together {other}|{other} edition|{other} version"


def _chapters() -> Iterable[tuple[str, str]]:
    for number, word in enumerate(_NUMBERS, start=1):
        yield f"chapter:{number}", f"chapter {number}|chapter {word}|ch {number}|chap {number}|ch{number}"


def _years(base: KnowledgeBase) -> Iterable[Year]:
    names = {edition.id for edition in base.issued}
    drafts: dict[str, Edition] = {edition.id[:4]: edition for edition in base.editions if edition.is_draft}
    for year in map(str, range(FIRST_YEAR, LAST_YEAR)):
        if year in names:
            continue
        before = [edition.id for edition in base.issued if edition.published[:4] <= year]
        within = (*before[-1:], *(drafts[year].id for _ in range(year in drafts)))
        yield Year(year=year, within=within, standing=before[-1] if before else base.issued[0].id)


def _names(base: KnowledgeBase) -> Iterable[Named]:
    yield from (Named(id=f"agency:{each.id}", name=each.name) for each in base.agencies)
    yield from (Named(id=f"term:{each.id}", name=each.label) for each in base.terms)
    yield from (Named(id=f"topic:{each.id}", name=each.label) for each in base.topics)
