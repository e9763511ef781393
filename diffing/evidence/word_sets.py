"""Closed word lists that the finders share, and how they are written down."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """The words of *lines*.

    Example:
        >>> sorted(word_set("who which", "that"))
        ['that', 'which', 'who']
    """
    return frozenset(word for line in lines for word in line.split())


ADVERBS = word_set(
    "additionally all also always both clearly continually currently each equally explicitly fully further generally",
    "however ideally initially instead jointly legally likewise normally nevertheless now ordinarily particularly",
    "primarily similarly specifically statutorily still strongly then therefore thus together too ultimately usually",
)
"""Words that may stand between the parts of a modal phrase."""

SMALL_WORDS = word_set(
    "a an and any at be been being by for from has have in into is it its of on or such that the their them these they",
    "this those to was were which who with",
)
"""Words that tell nothing of what a sentence is about."""
