"""Grammar and index, compiled with the corpus and kept beside its snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from diffing.asking.grammar import Grammar, compile_grammar
from diffing.asking.index import Index, compile_index, corpus_words
from diffing.asking.matching import Matcher
from diffing.asking.records import all_records
from diffing.compiled import Compiled, load
from kb.corpus import corpus_root
from kb.snapshot import load_or_compile

_CODE = tuple(Path(__file__).resolve().parents[2] / name for name in ("kb", "diffing"))


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is kept in the snapshot."""

    grammar: Grammar
    """The grammar."""

    index: Index
    """The index."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Asking:
    """All that is needed to answer questions."""

    compiled: Compiled
    """The corpus with its steps."""

    kept: Kept
    """Grammar and index."""

    @property
    def index(self) -> Index:
        """The index."""
        return self.kept.index

    @cached_property
    def matcher(self) -> Matcher:
        """The grammar made ready."""
        return Matcher(self.kept.grammar)


def compile_asking(compiled: Compiled) -> Asking:
    """Grammar and index of *compiled*."""
    grammar = compile_grammar(compiled.base, corpus_words(all_records(compiled)))
    index = compile_index(Matcher(grammar), all_records(compiled))
    return Asking(compiled=compiled, kept=Kept(grammar=grammar, index=index))


def load_asking(corpus: Path | None = None) -> Asking:
    """What answers questions about the corpus, from the snapshots when no file changed since.

    Raises:
        CorpusError: a file breaks a rule.
        KbError: the folder *corpus* does not exist.
    """
    compiled = load(corpus)
    root = corpus_root(corpus)
    kept = load_or_compile(root, "asking", Kept, lambda: compile_asking(compiled).kept, _CODE)
    return Asking(compiled=compiled, kept=kept)
