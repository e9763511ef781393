"""Which sentence of the old text became which of the new, and which modal became which.

Sentences are compared by their content words with the modals taken out, so that a change of strength does not hide the
pair. The best pair is taken first (greedy; ties go to the earlier sentences), which makes swapped texts give mirrored
pairs. Modals are then aligned with the words around them (rapidfuzz Indel), never by counting.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diffing.evidence.reading import Reading, Segment, read
from diffing.evidence.strengths import FoundStrength, find_strengths
from diffing.evidence.word_sets import SMALL_WORDS
from diffing.pairing.normal import stem

ALIKE = 0.5
"""From this likeness of content words, 0 to 1, two sentences are the same one reworded."""

LONE_ALIKE = 0.3
"""The same where each text is one sentence: that the texts belong together is known already."""

SURE = 0.6
"""From this likeness a modal that stands at the same place is the same one, whatever verb follows it."""

_MOST_PAIRS = 4_000_000
"""Above so many sentence pairs only equal sentences are paired."""

MODAL = "§"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence or point with its modals and the words to compare."""

    segment: Segment
    """Where it stands."""

    start: int
    """Its first character in the text as written."""

    end: int
    """The character after its last."""

    strengths: tuple[FoundStrength, ...]
    """Its modals."""

    keys: tuple[str, ...]
    """Its words stemmed, each modal as ``§``."""

    content: tuple[str, ...]
    """Those that tell what it is about; all of them when none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentencePair:
    """An old sentence and what it became."""

    old: Sentence
    """The old one."""

    new: Sentence
    """The new one."""

    likeness: float
    """Likeness of their content words, 0 to 1."""


def cut(text: str) -> tuple[Sentence, ...]:
    """The sentences and points of *text*, in order."""
    reading = read(text)
    found = find_strengths(text)
    return tuple(_sentence(reading, segment, found) for segment in reading.segments)


def _sentence(reading: Reading, segment: Segment, found: Sequence[FoundStrength]) -> Sentence:
    start, end = reading.place(reading.doc[segment.start : segment.end])
    first, last = (bisect_left(found, place, key=lambda each: each.start) for place in (start, end))
    strengths = tuple(found[first:last])
    keys: list[str] = []
    passed = start
    for token in reading.doc[segment.start : segment.end]:
        place = reading.folded.places[token.idx]
        turn = bisect_right(strengths, place, key=lambda each: each.start) - 1
        modal = strengths[turn] if turn >= 0 and place < strengths[turn].end else None
        if modal is not None and place >= passed:
            keys.append(MODAL)
            passed = modal.end
        elif modal is None and token.text[0].isalnum():
            keys.append(stem(token.lower_))
    content = tuple(key for key in keys if key != MODAL and key not in SMALL_WORDS)
    return Sentence(
        segment=segment, start=start, end=end, strengths=strengths, keys=tuple(keys), content=content or tuple(keys)
    )


def pair_sentences(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[SentencePair, ...]:
    """The sentences of both sides that belong together, each in one pair at most, in the order of *old*."""
    least = LONE_ALIKE if len(old) == len(new) == 1 else ALIKE
    scored = sorted((-score, i + j, i, j) for i, j, score in _likenesses(old, new, least))
    taken_old, taken_new, pairs = set[int](), set[int](), list[SentencePair]()
    for score, _, i, j in scored:
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append(SentencePair(old=old[i], new=new[j], likeness=-score))
    return tuple(sorted(pairs, key=lambda pair: pair.old.start))


def _likenesses(old: Sequence[Sentence], new: Sequence[Sentence], least: float) -> Iterator[tuple[int, int, float]]:
    """Places and likeness of each two sentences that are at least so much alike; of equal ones only in huge texts."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    if not old or not new:
        return
    if len(old) * len(new) > _MOST_PAIRS:
        places = {sentence.keys: place for place, sentence in reversed(list(enumerate(new)))}
        yield from ((i, places[each.keys], 1.0) for i, each in enumerate(old) if each.keys in places)
        return
    scores = process.cdist(
        [each.content for each in old],
        [each.content for each in new],
        scorer=Indel.normalized_similarity,
        score_cutoff=least,
        dtype=np.float32,
    )
    for i, j in np.argwhere(scores > 0).tolist():
        yield i, j, round(float(scores[i, j]), 5)


def pair_modals(pair: SentencePair) -> Iterator[tuple[FoundStrength, FoundStrength]]:
    """The modals of *pair* that stand at the same place in it.

    A place is the same when the words around it align and the sentence is much alike, or the same verb follows with
    something of the same object.
    """
    from rapidfuzz.distance import Indel

    ours, theirs = pair.old.keys, pair.new.keys
    matched = list[tuple[int, int]]()
    for step in Indel.opcodes(ours, theirs):
        if step.tag == "equal":
            span = range(step.src_end - step.src_start)
            matched += [(step.src_start + k, step.dest_start + k) for k in span if ours[step.src_start + k] == MODAL]
    if not matched and ours.count(MODAL) == theirs.count(MODAL) == 1:
        matched = [(ours.index(MODAL), theirs.index(MODAL))]
    for i, j in matched:
        if pair.likeness >= SURE or _same_action(ours[i + 1 :], theirs[j + 1 :]):
            before = pair.old.strengths[ours[:i].count(MODAL)]
            after = pair.new.strengths[theirs[:j].count(MODAL)]
            if before.is_main == after.is_main:
                yield before, after


def _same_action(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the same verb follows and some word after it is the same too."""
    ours, theirs = ([key for key in side if key not in SMALL_WORDS and key != MODAL] for side in (old, new))
    return bool(ours and theirs) and ours[0] == theirs[0] and bool(set(ours[1:8]) & set(theirs[1:8]))
