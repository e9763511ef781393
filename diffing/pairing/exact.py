"""Units whose words are equal, settled before anything is measured.

Equal text is a pair whatever else is alike, and many copies of one text (a heading, "Not used",
10,000 times the same line) would make every measure blow up. Copies are told apart by the units beside
them and then by order, and a pair that only order decided says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """One pair of units with equal words."""

    old: int
    """Place of the old unit."""

    new: int
    """Place of the new unit."""

    ambiguous: bool
    """True when copies exist and order alone chose between them."""


def settle_equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Settled]:
    """Return the pairs of equal keys of *old* and *new*, in the order of *old*.

    With as many copies on both sides each keeps its turn. Otherwise copies whose both neighbours
    are equal go first, then those with one, and the rest keep their order until one side runs out.
    """
    places: tuple[dict[Hashable, list[int]], dict[Hashable, list[int]]] = (defaultdict(list), defaultdict(list))
    for side, keys in zip(places, (old, new), strict=True):
        for place, key in enumerate(keys):
            side[key].append(place)
    pairs: list[Settled] = []
    for key, ours in places[0].items():
        theirs = places[1].get(key, [])
        if len(ours) == len(theirs):
            pairs += _in_turn(ours, theirs, ambiguous=len(ours) > 1)
        elif theirs:
            pairs += _by_neighbours(ours, theirs, old, new)
    return sorted(pairs, key=lambda pair: pair.old)


def _in_turn(ours: Sequence[int], theirs: Sequence[int], *, ambiguous: bool) -> list[Settled]:
    return [Settled(old=a, new=b, ambiguous=ambiguous) for a, b in zip(ours, theirs, strict=False)]


def _by_neighbours(
    ours: Sequence[int], theirs: Sequence[int], old: Sequence[Hashable], new: Sequence[Hashable]
) -> list[Settled]:
    pairs: list[Settled] = []
    for sight in (_both_beside, _one_before, _one_after):
        seen = defaultdict(list)
        taken_old, taken_new = {p.old for p in pairs}, {p.new for p in pairs}
        for place in theirs:
            if place not in taken_new and (view := sight(new, place)) is not None:
                seen[view].append(place)
        mine = defaultdict(list)
        for place in ours:
            if place not in taken_old and (view := sight(old, place)) is not None:
                mine[view].append(place)
        for view, places in mine.items():
            if len(places) == len(seen[view]):
                pairs += _in_turn(places, seen[view], ambiguous=len(places) > 1)
    taken_old, taken_new = {p.old for p in pairs}, {p.new for p in pairs}
    left = [place for place in ours if place not in taken_old]
    return pairs + _in_turn(left, [place for place in theirs if place not in taken_new], ambiguous=True)


def _both_beside(keys: Sequence[Hashable], place: int) -> Hashable | None:
    before, after = _one_before(keys, place), _one_after(keys, place)
    return (before, after) if before is not None and after is not None else None


def _one_before(keys: Sequence[Hashable], place: int) -> Hashable | None:
    return keys[place - 1] if place > 0 and keys[place - 1] != keys[place] else None


def _one_after(keys: Sequence[Hashable], place: int) -> Hashable | None:
    return keys[place + 1] if place + 1 < len(keys) and keys[place + 1] != keys[place] else None
