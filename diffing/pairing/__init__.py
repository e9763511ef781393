"""Pair the units of two documents: which became which, split into which, joined from which.

:func:`pair_units` is all a caller needs. It loads numpy, scipy and rapidfuzz on its first call, so
that importing this package stays cheap.
"""

from __future__ import annotations

from collections.abc import Sequence

from diffing.pairing.model import Pair, PairKind, Unit

__all__ = ["Pair", "PairKind", "Unit", "pair_units"]


def pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """Pair each unit of *old* with what it became in *new*.

    A unit can be in several pairs (it was split or joined) or in none (it is gone or new). Pairs come
    in the order of *old*, then *new*. Equal input gives equal output; swapped sides give mirrored
    pairs; printed numbers, bullets and typography decide nothing.

    Example:
        >>> before = [Unit(id="1", text="Keep a record."), Unit(id="2", text="Tell the parents.")]
        >>> after = [Unit(id="a", text="Tell the parents."), Unit(id="b", text="Keep a record.")]
        >>> [(pair.old, pair.new, pair.kind.value) for pair in pair_units(before, after)]
        [(0, 1, 'moved'), (1, 0, 'same')]
    """
    from diffing.pairing import engine

    return engine.pair_units(old, new)
