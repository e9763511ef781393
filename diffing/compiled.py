"""The knowledge base with every neighbouring step compared, compiled once and kept as a snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from diffing.change import Step
from kb.base import KnowledgeBase
from kb.corpus import corpus_root
from kb.snapshot import load_or_compile

_CODE = tuple(Path(__file__).resolve().parents[1] / name for name in ("kb", "diffing"))
"""A change in these modules makes a kept snapshot stale."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Compiled:
    """Everything an answer needs, so that no answer pairs anything anew.

    Two of them are never equal: what is worked out from one is kept by identity.
    """

    base: KnowledgeBase
    """The corpus."""

    steps: tuple[Step, ...]
    """Neighbouring steps: between issued editions, in-place updates, then those of drafts."""

    @cached_property
    def steps_by_ends(self) -> dict[tuple[str, str], Step]:
        """Every step by its two editions."""
        return {(step.from_edition, step.to_edition): step for step in self.steps}


def compile_corpus(root: Path) -> Compiled:
    """Read the corpus at *root* and compare its neighbouring editions.

    Raises:
        CorpusError: a file breaks a rule; the error carries every problem of every file.
    """
    from diffing.steps import compare_editions, neighbouring_steps
    from kb.reading.whole import read_corpus

    base = read_corpus(root)
    steps = tuple(compare_editions(base, before, after) for before, after in neighbouring_steps(base))
    return Compiled(base=base, steps=steps)


def load(corpus: Path | None = None) -> Compiled:
    """The compiled corpus: from the snapshot when no file changed since, else made anew.

    Raises:
        CorpusError: a file breaks a rule.
        KbError: the folder *corpus* does not exist.
    """
    root = corpus_root(corpus)
    return load_or_compile(root, "compiled", Compiled, lambda: compile_corpus(root), _CODE)
