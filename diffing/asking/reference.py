"""The same phrase matching by spaCy: the yardstick for :mod:`diffing.asking.matching`, which must find the same.

Used by tests and by ``benchmarks/asking.py``; a question of a user never loads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diffing.asking.grammar import Grammar


def spacy_spans(grammar: Grammar) -> Callable[[Sequence[str]], tuple[tuple[int, int], ...]]:
    """A function that finds the spans of the phrases of *grammar* in words, by spaCy's ``PhraseMatcher``."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("phrase", [Doc(nlp.vocab, words=each.words.split()) for each in grammar.phrases])

    def find(words: Sequence[str]) -> tuple[tuple[int, int], ...]:
        spans = filter_spans(matcher(Doc(nlp.vocab, words=list(words)), as_spans=True)) if words else []
        return tuple((span.start, span.end) for span in spans)

    return find
