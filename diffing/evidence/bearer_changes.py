"""Say where a duty was widened, narrowed or handed over, by who stands in front of its modal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diffing.evidence.alignment import SentencePair, pair_modals
from diffing.evidence.bearers import Subject, find_subjects
from diffing.evidence.model import TextFinding
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind
from kb.lookup import agency_names, agency_successors
from kb.vocabulary import AgencyKind


def find_bearer_changes(
    base: KnowledgeBase, pairs: Sequence[SentencePair], old_text: str, new_text: str
) -> Iterator[TextFinding]:
    """A finding for each paired modal whose bearers differ; nothing where either side is not sure.

    Somebody who bears another duty of the other text is not told as new or gone: sentences may have been joined.
    """
    before, after = find_subjects(base, old_text), find_subjects(base, new_text)
    ours, theirs = ({name for each in side.values() for name in _all_ids(each)} for side in (before, after))
    for pair in pairs:
        seen: set[tuple[int, int]] = set()
        for was_modal, now_modal in pair_modals(pair):
            was, now = before.get(was_modal.start), after.get(now_modal.start)
            if was is None or now is None or not (was.is_sure and now.is_sure) or (was.start, now.start) in seen:
                continue
            seen.add((was.start, now.start))
            told = _compare(base, _ids(was), _ids(now), ours, theirs)
            if told is not None:
                yield _finding(told, was, now, pair)


def _all_ids(subject: Subject) -> tuple[str, ...]:
    return tuple(name for bearer in subject.bearers for name in bearer.ids)


def _ids(subject: Subject) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bearer.ids[0] for bearer in subject.bearers))


def _compare(
    base: KnowledgeBase, was: tuple[str, ...], now: tuple[str, ...], ours: set[str], theirs: set[str]
) -> tuple[ChangeKind, str] | None:
    gone = [name for name in was if name not in now]
    come = [name for name in now if name not in was]
    heirs = [name for name in come if any(name in agency_successors(base, each) for each in gone)]
    if heirs:
        left = [name for name in gone if agency_successors(base, name) & set(heirs)]
        return ChangeKind.HANDED_OVER, f"{agency_names(base, heirs)} succeeded {agency_names(base, left)}"
    wider = _covers(base, now, gone) and _covers(base, now, was)
    narrower = _covers(base, was, come) and _covers(base, was, now)
    if wider is narrower or (set(come) <= ours and set(gone) <= theirs):
        return _replaced(base, gone, come, ours, theirs) if not wider else None
    if wider and not set(come) <= ours:
        return ChangeKind.WIDENED, f"{agency_names(base, come)} came in"
    if narrower and not set(gone) <= theirs:
        return ChangeKind.NARROWED, f"{agency_names(base, gone)} went out"
    return None


def _replaced(
    base: KnowledgeBase, gone: list[str], come: list[str], ours: set[str], theirs: set[str]
) -> tuple[ChangeKind, str] | None:
    """Others stand in the same place; told only of bearers that no group holds together."""
    if not gone or not come or set(come) & ours or set(gone) & theirs:
        return None
    if any(_is_within(base, a, b) or _is_within(base, b, a) for a in gone for b in come):
        return None
    return (
        ChangeKind.HANDED_OVER,
        f"{agency_names(base, come)} in place of {agency_names(base, gone)}; no succession between them is known",
    )


def _covers(base: KnowledgeBase, holders: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each of *names* is among *holders* or belongs to a group among them."""
    holders = tuple(holders)
    return all(
        any(name == each or (_is_group(base, each) and _is_within(base, name, each)) for each in holders)
        for name in names
    )


def _is_group(base: KnowledgeBase, name: str) -> bool:
    return base.agency(name).kind is AgencyKind.GROUP


def _is_within(base: KnowledgeBase, name: str, group: str) -> bool:
    seen: set[str] = set()
    queue = list(base.agency(name).broader)
    while queue:
        each = queue.pop()
        if each == group:
            return True
        if each not in seen:
            seen.add(each)
            queue += base.agency(each).broader
    return False


def _finding(told: tuple[ChangeKind, str], was: Subject, now: Subject, pair: SentencePair) -> TextFinding:
    return TextFinding(
        kind=told[0],
        was=was.words,
        now=now.words,
        was_at=(was.start, was.end),
        now_at=(now.start, now.end),
        was_sentence=pair.old.segment.number,
        now_sentence=pair.new.segment.number,
        why=told[1],
    )
