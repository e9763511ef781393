"""What the later edition asks, for the audience of a summary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from diffing.compiled import Compiled
from diffing.lineage import badge
from diffing.selection import Filters
from diffing.ties import standing
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Coverage, Provision, Strength
from kb.lookup import Reach
from kb_site.downloads.lines import make_side, theme_order, theme_words
from kb_site.downloads.references import Numbering
from kb_site.downloads.summary import Duty

_ORDER = {strength: number for number, strength in enumerate(Strength)}


def duties_of(compiled: Compiled, filters: Filters, edition: str, numbering: Numbering) -> tuple[Duty, ...]:
    """What *edition* asks of the audience, strongest first, what names it before what names a wider group.

    Where no chapter of the latest edition is recorded whole, what is recorded of the edition before and nowhere known
    to have ended follows, marked as not known to stand: an edition that we hardly know must not look as if it asked
    for nothing.
    """
    base = compiled.base
    themes = theme_order(base)
    found = [*_asked(base, filters, edition, stands=True), *_asked_before(compiled, filters, edition)]

    def order(each: tuple[Provision, Reach | None, bool]) -> tuple[bool, bool, int, int]:
        provision, reach, stands = each
        group = base.topic(provision.topics[0]).group
        return not stands, reach is Reach.WIDER, _ORDER[provision.strength], themes[group]

    return tuple(
        Duty(
            side=make_side(base, provision, numbering),
            theme=theme_words(base, provision.topics),
            reach=reach.value if reach else "",
            near=reach is not Reach.WIDER,
            history=_history(compiled, provision.id),
            standing=stands,
            note=provision.note,
        )
        for provision, reach, stands in sorted(found, key=order)
    )


def _asked(
    base: KnowledgeBase, filters: Filters, edition: str, *, stands: bool
) -> Iterator[tuple[Provision, Reach | None, bool]]:
    for provision in standing(base, edition):
        reach = filters.audience.nearest(provision.who) if filters.audience else None
        if provision.strength is Strength.STATES or (filters.audience and reach is None):
            continue
        if filters.named_only and reach is Reach.WIDER:
            continue
        if filters.strengths and provision.strength not in filters.strengths:
            continue
        if filters.topics and not set(filters.topics) & set(provision.topics):
            continue
        yield provision, reach, stands


def _asked_before(compiled: Compiled, filters: Filters, edition: str) -> Iterator[tuple[Provision, Reach | None, bool]]:
    base = compiled.base
    issued = [each.id for each in base.issued]
    known = any(chapter.coverage is Coverage.COMPLETE for chapter in base.chapters_of(edition))
    if edition != issued[-1] or known or len(issued) < 2:
        return
    step = compiled.steps_by_ends[issued[-2], edition]
    untold = {
        name for change in step.changes if change.kinds == (ChangeKind.NOT_RECORDED_AFTER,) for name in change.old
    }
    for found in _asked(base, filters, issued[-2], stands=False):
        if found[0].id in untold:
            yield found


@lru_cache(maxsize=8192)
def _history(compiled: Compiled, name: str) -> str:
    return badge(compiled, compiled.base.provision(name))
