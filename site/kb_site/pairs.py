"""Comparisons of editions that do not follow each other, kept like the compiled corpus itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import diffing
import kb
from diffing.change import Step
from diffing.compiled import Compiled
from diffing.steps import compare_editions
from kb.snapshot import load_or_compile

_CODE = (Path(kb.__file__).parent, Path(diffing.__file__).parent)
"""A change in these modules makes kept comparisons stale."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Pairs:
    """What :func:`further_pairs` keeps."""

    steps: tuple[Step, ...]
    """The comparisons, oldest before first."""


def further_pairs(compiled: Compiled, root: Path) -> tuple[Step, ...]:
    """Every pair of issued editions, old to new, that is no neighbouring step of *compiled*.

    Args:
        compiled: The corpus.
        root: Its folder; names the kept copy and tells when that is stale.
    """
    return load_or_compile(root, "pairs", Pairs, lambda: Pairs(steps=_compare(compiled)), _CODE).steps


def _compare(compiled: Compiled) -> tuple[Step, ...]:
    ends = combinations([edition.id for edition in compiled.base.issued], 2)
    return tuple(
        compare_editions(compiled.base, before, after)
        for before, after in ends
        if (before, after) not in compiled.steps_by_ends
    )
