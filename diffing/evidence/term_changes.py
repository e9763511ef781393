"""Say where a term gave way to its successor, and where the same words mean another thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffing.evidence.alignment import SentencePair
from diffing.evidence.model import Place, TextFinding
from diffing.evidence.names import NameFinder, make_finder
from diffing.evidence.reading import read
from diffing.pairing.normal import identity_words
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind
from kb.lookup import term_successors
from kb.vocabulary import Meaning, Term, Validity

_KEPT = 4
_finders: dict[int, tuple[KnowledgeBase, NameFinder]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTerm:
    """A term of the vocabulary that a text uses."""

    ids: tuple[str, ...]
    """Ids of the terms that the words can stand for; several when two terms share a name."""

    words: str
    """The words as written, e.g. ``core assessments``."""

    start: int
    """Where it begins in the text, counted in characters from 0."""

    end: int
    """Where it ends: ``text[start:end]`` is ``words``."""


def find_terms(base: KnowledgeBase, text: str) -> tuple[FoundTerm, ...]:
    """Every term of *base* that *text* uses by its label or an alias, in reading order; the longest counts."""
    reading = read(text)
    found = []
    for ids, span in _finder(base).find(reading):
        start, end = reading.place(span)
        found.append(FoundTerm(ids=ids, words=text[start:end], start=start, end=end))
    return tuple(found)


def find_renamings(
    base: KnowledgeBase, pairs: Sequence[SentencePair], old_text: str, new_text: str, told: Sequence[Place]
) -> Iterator[TextFinding]:
    """A finding for each term that a paired sentence no longer uses and whose successor stands there now.

    *told* are places of the new text at which a bearer was already found to have taken over.
    """
    ours, theirs = find_terms(base, old_text), find_terms(base, new_text)
    used_old, used_new = ({name for each in side for name in each.ids} for side in (ours, theirs))
    done: set[tuple[str, str]] = set()
    for pair in pairs:
        for was in (each for each in ours if pair.old.start <= each.start < pair.old.end and len(each.ids) == 1):
            heirs = term_successors(base, was.ids[0]) - used_old
            for now in (each for each in theirs if pair.new.start <= each.start < pair.new.end):
                heir = next((name for name in now.ids if name in heirs), "")
                is_told = any(start < now.end and now.start < end for start, end in told)
                if heir and was.ids[0] not in used_new and not is_told and (was.ids[0], heir) not in done:
                    done.add((was.ids[0], heir))
                    yield _renamed(base, was, now, heir, pair)


def find_redefinitions(
    base: KnowledgeBase, old_text: str, new_text: str, editions: tuple[str, str]
) -> Iterator[TextFinding]:
    """A finding for each term that both texts use and whose meaning changed from the first edition to the second.

    That two editions are paraphrased in different words proves nothing. A meaning counts as changed when a source
    announces it, or when the vocabulary marks the term as changed and gives another meaning for the later edition.
    """
    theirs = {name: each for each in reversed(find_terms(base, new_text)) if len(each.ids) == 1 for name in each.ids}
    told: set[str] = set()
    for was in find_terms(base, old_text):
        name = was.ids[0]
        if len(was.ids) > 1 or name not in theirs or name in told:
            continue
        why = _changed_meaning(base, base.term(name), editions)
        if why:
            told.add(name)
            now = theirs[name]
            yield TextFinding(
                kind=ChangeKind.REDEFINED,
                was=was.words,
                now=now.words,
                was_at=(was.start, was.end),
                now_at=(now.start, now.end),
                was_sentence=read(old_text).sentence_at(was.start),
                now_sentence=read(new_text).sentence_at(now.start),
                why=why,
            )


def _finder(base: KnowledgeBase) -> NameFinder:
    """The finder for *base*; those of the last few bases are kept, since making one takes a moment."""
    if id(base) not in _finders:
        names: dict[str, tuple[str, ...]] = {}
        for term in base.terms:
            for name in dict.fromkeys((term.label, *term.aliases)):
                names[name] = (*names.get(name, ()), term.id)
        while len(_finders) >= _KEPT:
            del _finders[next(iter(_finders))]
        _finders[id(base)] = (base, make_finder(names))
    return _finders[id(base)][1]


def _renamed(base: KnowledgeBase, was: FoundTerm, now: FoundTerm, heir: str, pair: SentencePair) -> TextFinding:
    return TextFinding(
        kind=ChangeKind.RENAMED,
        was=was.words,
        now=now.words,
        was_at=(was.start, was.end),
        now_at=(now.start, now.end),
        was_sentence=pair.old.segment.number,
        now_sentence=pair.new.segment.number,
        why=f"“{base.term(was.ids[0]).label}” was replaced by “{base.term(heir).label}”",
    )


def _changed_meaning(base: KnowledgeBase, term: Term, editions: tuple[str, str]) -> str:
    """Why the meaning of *term* changed between *editions*; empty when nothing says so."""
    order = [each.id for each in base.editions]
    first, last = (order.index(base.edition(name).id) for name in editions)
    passed = {name for name in order[first + 1 : last + 1] if name == editions[1] or not base.edition(name).is_draft}
    for change in base.changes:
        steps = change.from_edition in {editions[0], *passed} and change.to_edition in passed
        if steps and ChangeKind.REDEFINED in change.kinds and term.id in change.terms:
            return f"announced: {change.title} ({change.id})"
    if term.still_valid is not Validity.CHANGED:
        return ""
    before = _last_of(term, set(order[: first + 1]))
    after = _last_of(term, passed)
    if before is None or after is None or identity_words(before.text) == identity_words(after.text):
        return ""
    return f"“{term.label}” meant in {before.edition}: {before.text} It means in {after.edition}: {after.text}"


def _last_of(term: Term, editions: set[str]) -> Meaning | None:
    return next((each for each in reversed(term.meanings) if each.edition in editions), None)
