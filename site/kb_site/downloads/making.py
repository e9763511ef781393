"""Making a summary: one pure function from the knowledge base and the filters to everything a download shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from diffing.change import Change
from diffing.compiled import Compiled
from diffing.rows import step_name
from diffing.selection import Filters, Selected, Selection, select
from diffing.steps import compare_editions
from kb.base import KnowledgeBase
from kb.errors import SelectionError
from kb.guidance import ChangeKind
from kb.lookup import Reach
from kb_site.downloads.context import disagreements, gaps, renamings
from kb_site.downloads.duties import duties_of
from kb_site.downloads.limits import limits_of
from kb_site.downloads.lines import make_line, theme_order
from kb_site.downloads.plain import cleaned
from kb_site.downloads.references import Numbering
from kb_site.downloads.remarks import asked, remarks
from kb_site.downloads.summary import Count, Line, Purpose, Summary
from kb_site.kinds import FAMILIES, FAMILY_OF

SAME = frozenset({ChangeKind.UNCHANGED, ChangeKind.CARRIED_ON})
"""Kinds of a duty that is recorded the same in both editions."""


def make_summary(compiled: Compiled, filters: Filters, *, date: str, purpose: Purpose = Purpose.CHANGES) -> Summary:
    """The answer to *filters*, ready for any format.

    Equal input gives equal output. Rows that tell no change are counted and left out, as on the command line, unless
    *filters* ask for them. For :attr:`Purpose.UNCHANGED` the two editions are compared directly, whatever lies between
    them, and the rows are the duties that both are recorded to have with no difference.

    Args:
        compiled: The knowledge base with its neighbouring steps.
        filters: For whom, between which editions, which kinds, strengths and topics.
        date: ISO date to print, e.g. ``2026-11-25``; the caller's, so that nothing here looks at a clock.
        purpose: What changed, or what is recorded the same.

    Raises:
        NotFoundError: an edition does not exist.
        SelectionError: the editions cannot be compared.
    """
    base = compiled.base
    ends = (filters.from_edition or base.issued[0].id, filters.to_edition or base.issued[-1].id)
    selection = _same(compiled, filters, ends) if purpose is Purpose.UNCHANGED else select(compiled, filters)
    numbering = Numbering(base)
    lines = _lines(base, selection, numbering)
    drafts = tuple(dict.fromkeys(name for name in ends if base.edition(name).is_draft))
    audience = filters.audience
    return cleaned(
        Summary(
            purpose=purpose,
            title=_title(purpose, drafts, ends[1], audience.agency.name if audience else ""),
            span=step_name(*ends),
            work=base.work.title,
            audience=audience.agency.name if audience else "",
            asked=asked(base, filters, ends),
            remarks=remarks(base, selection, purpose),
            drafts=drafts,
            steps=tuple(step_name(step.from_edition, step.to_edition) for step in selection.steps),
            from_edition=ends[0],
            to_edition=ends[1],
            lines=lines,
            counts=_counts(each.change for each in selection.found),
            silent=_silent(selection),
            compared=selection.compared,
            limits=limits_of(base, selection, numbering),
            duties=() if drafts else duties_of(compiled, filters, ends[1], numbering),
            renamings=renamings(base, selection, ends, numbering),
            disagreements=disagreements(base, selection, ends, numbering),
            gaps=gaps(base, selection),
            sources=numbering.sources(),
            disclaimer=base.work.notice,
            licence=base.work.corpus_licence,
            date=date,
        )
    )


def _same(compiled: Compiled, filters: Filters, ends: tuple[str, str]) -> Selection:
    """What both editions are recorded to have with no difference; the rest stays countable in ``silent``."""
    if ends[0] == ends[1]:
        raise SelectionError(
            f"--unchanged compares two editions, and both are {ends[0]}; name an earlier one with --from"
        )
    step = compiled.steps_by_ends.get(ends) or compare_editions(compiled.base, *ends)
    one = Compiled(base=compiled.base, steps=(step,))
    whole = select(one, replace(filters, from_edition=ends[0], to_edition=ends[1], with_silent=True))
    found = tuple(each for each in whole.found if set(each.change.kinds) <= SAME)
    rest = tuple(each for each in whole.found if not set(each.change.kinds) <= SAME)
    return replace(whole, found=found, silent=rest)


def _lines(base: KnowledgeBase, selection: Selection, numbering: Numbering) -> tuple[Line, ...]:
    """The rows by step, what concerns the agency itself first, then by theme; numbered in that order."""
    places = {id(step): number for number, step in enumerate(selection.steps)}
    themes = theme_order(base)

    def order(each: Selected) -> tuple[int, bool, int]:
        theme = base.topic(each.change.topics[0]).group
        return places[id(each.step)], each.reach is Reach.WIDER, themes[theme]

    return tuple(make_line(base, each, numbering) for each in sorted(selection.found, key=order))


def _title(purpose: Purpose, drafts: tuple[str, ...], to_edition: str, name: str) -> str:
    """What the summary is called; of a draft nothing is said to have changed."""
    words = "What changed" if purpose is Purpose.CHANGES else "What is recorded the same"
    if drafts and purpose is Purpose.CHANGES:
        words = "What the draft proposes" if to_edition in drafts else "What became of the draft"
    return f"{words} for {name}" if name else words


def _counts(changes: Iterable[Change]) -> tuple[Count, ...]:
    found = Counter(FAMILY_OF[change.kinds[0]].id for change in changes)
    return tuple(Count(words=each.heading, number=found[each.id]) for each in FAMILIES if found[each.id])


def _silent(selection: Selection) -> tuple[Count, ...]:
    found = Counter(each.change.kinds[0] for each in selection.silent)
    return tuple(Count(words=kind.value, number=found[kind]) for kind in ChangeKind if found[kind])
