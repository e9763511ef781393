"""Pair the units of two documents: which became which, split into which, joined from which.

:func:`pair_units` is all a caller needs. It loads numpy, scipy and rapidfuzz on its first call, so
that importing this package stays cheap.
"""

from __future__ import annotations

from diffing.pairing.model import Pair, PairKind, Unit

__all__ = ["Pair", "PairKind", "Unit"]
