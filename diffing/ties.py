"""Which provision of one edition became which of another.

Asserted links first, followed through the editions between the two but never through a draft; what they leave over is
paired by its words, inside one chapter theme.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from diffing.change import Basis, Tie
from diffing.succession import Successions, read_successions
from kb.base import KnowledgeBase
from kb.guidance import Link, Provision

if TYPE_CHECKING:
    from diffing.pairing import Unit

LEAST_SCORE = 0.62
"""Least score of a computed tie between two provisions in our own words.

A wrong tie is worse than a missing one. On the corpus's own asserted links with those links hidden, see
``benchmarks/README.md`` for how many this floor finds and how many of them are wrong.
"""


THEN = "; then "
"""Stands between the reasons of a tie that leads over several links."""

WORDING = "wording"
"""What a computed tie must have been matched by.

Our own words are short and vary: of the 25 pairs of leftover provisions that only neighbours, headings or the lack of
rivals suggested on 25 November 2026, 22 were wrong when read.
"""


def standing(base: KnowledgeBase, edition: str) -> tuple[Provision, ...]:
    """The provisions of an edition as last updated, without those of companion documents.

    Left out: what an in-place update took out or replaced.
    """
    companions = {chapter.id for chapter in base.chapters if chapter.document}
    provisions = base.provisions_of(edition)
    replaced = {link.earlier for each in provisions for link in each.continues}
    return tuple(
        each for each in provisions if each.chapter not in companions and not each.until and each.id not in replaced
    )


def asserted_ties(base: KnowledgeBase, from_edition: str, to_edition: str) -> tuple[Tie, ...]:
    """Ties between two editions along asserted links, through the editions between them.

    A path never leads through a draft: what only a draft connects is not connected. A tie over several links has the
    reasons of all of them and the citations of all of them.
    """
    drafts = {edition.id for edition in base.editions if edition.is_draft} - {from_edition, to_edition}
    later: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for each in base.provisions:
        for link in each.continues:
            later[link.earlier].append((each.id, link))
    ties: dict[tuple[str, str], Tie] = {}
    for start in base.provisions_of(from_edition):
        stack: list[tuple[str, tuple[Link, ...]]] = [(start.id, ())]
        seen = {start.id}
        while stack:
            name, path = stack.pop()
            for after, link in later[name]:
                edition = base.provision(after).edition
                if after in seen or edition in drafts:
                    continue
                seen.add(after)
                whole = (*path, link)
                if edition == to_edition:
                    ties[start.id, after] = _tie(start.id, after, whole)
                stack.append((after, whole))
    return tuple(ties[key] for key in sorted(ties))


def _tie(old: str, new: str, path: tuple[Link, ...]) -> Tie:
    citations = tuple(dict.fromkeys(citation for link in path for citation in link.citations))
    why = THEN.join(link.why for link in path)
    return Tie(old=old, new=new, basis=Basis.ASSERTED, why=why, score=1.0, citations=citations)


def computed_ties(base: KnowledgeBase, old: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Tie, ...]:
    """Ties found by wording, after succession of bodies and terms, inside one chapter theme.

    Left out: pairs that an editor calls distinct, and pairs that order alone decided.
    """
    from diffing.pairing import pair_units

    themes = {chapter.id: chapter.theme for chapter in base.chapters}
    latest = read_successions(base)
    found: list[Tie] = []
    for theme in sorted({themes[each.chapter] for each in (*old, *new)}):
        left = [each for each in old if themes[each.chapter] == theme]
        right = [each for each in new if themes[each.chapter] == theme]
        units = [[_unit(each, latest) for each in side] for side in (left, right)]
        for pair in pair_units(*units):
            if pair.score < LEAST_SCORE or pair.ambiguous or WORDING not in pair.matched_by:
                continue
            if not _are_distinct(left[pair.old], right[pair.new]):
                why = "matched by " + ", ".join(pair.matched_by)
                tie = Tie(
                    old=left[pair.old].id,
                    new=right[pair.new].id,
                    basis=Basis.COMPUTED,
                    why=why,
                    score=round(pair.score, 3),
                    citations=(),
                )
                found.append(tie)
    return tuple(sorted(found, key=lambda tie: (tie.old, tie.new)))


def _unit(provision: Provision, latest: Successions) -> Unit:
    from diffing.pairing import Unit

    text = " ".join((provision.title + ".", provision.text, *provision.parts, *map(str, provision.timescales)))
    return Unit(
        id=provision.id,
        text=latest.in_latest_words(text),
        heading=provision.section,
        bearers=latest.latest_bearers(provision.who),
        strength="" if provision.strength_inferred else provision.strength.value,
    )


def _are_distinct(old: Provision, new: Provision) -> bool:
    return old.id in new.distinct or new.id in old.distinct
