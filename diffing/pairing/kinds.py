"""What happened to a pair: read off from equal words, order and the number of its partners."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from diffing.pairing.model import PairKind

Leg = tuple[int, int]


def name_kinds(
    legs: Sequence[Leg], equal: Collection[Leg], sizes: tuple[Sequence[int], Sequence[int]]
) -> list[PairKind]:
    """Return the kind of each leg; *equal* are legs with the same words, *sizes* words of each unit."""
    of_old, of_new = Counter(i for i, _ in legs), Counter(j for _, j in legs)
    in_order = _longest_chain(_first_legs(legs))
    kinds = []
    for i, j in legs:
        if of_old[i] == of_new[j] == 1:
            kinds.append(_single_kind((i, j) in in_order, (i, j) in equal))
        else:
            kinds.append(_shared_kind((of_old[i], sizes[0][i]), (of_new[j], sizes[1][j])))
    return kinds


def _single_kind(is_in_order: bool, is_equal: bool) -> PairKind:
    if is_equal:
        return PairKind.SAME if is_in_order else PairKind.MOVED
    return PairKind.REWORDED if is_in_order else PairKind.MOVED_REWORDED


def _shared_kind(old: tuple[int, int], new: tuple[int, int]) -> PairKind:
    """Return split or merged: the side with more partners, then the longer side, was divided."""
    if old == new:
        return PairKind.REWORDED
    return PairKind.SPLIT if old > new else PairKind.MERGED


def _first_legs(legs: Sequence[Leg]) -> list[Leg]:
    """Return legs in order, each unit at most once, so that a divided unit does not weigh double."""
    seen: tuple[set[int], set[int]] = (set(), set())
    first = []
    for i, j in sorted(legs):
        if i not in seen[0] and j not in seen[1]:
            first.append((i, j))
        seen[0].add(i)
        seen[1].add(j)
    return first


def _longest_chain(legs: Sequence[Leg]) -> set[Leg]:
    """Return the longest run of legs that keeps the order on both sides: these did not move."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_, new) in enumerate(legs):
        rank = bisect_left(ends, new)
        before.append(last[rank - 1] if rank else -1)
        ends[rank : rank + 1] = [new]
        last[rank : rank + 1] = [place]
    chain, place = set(), last[-1] if last else -1
    while place >= 0:
        chain.add(legs[place])
        place = before[place]
    return chain
