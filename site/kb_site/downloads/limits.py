"""Time limits before and after, from the links between provisions and from what sources announce."""

from __future__ import annotations

from collections.abc import Iterable

from diffing.change import Change
from diffing.rows import step_name
from diffing.selection import Selected, Selection
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Provision
from kb.lookup import Reach
from kb_site.downloads.references import Numbering
from kb_site.downloads.summary import Limit

TIMESCALE = tuple(kind for kind in ChangeKind if kind.value.startswith("timescale"))
"""The kinds of change of a limit."""

SAME, UNTOLD = "recorded the same", "not put in order"
"""What is said of a limit on both sides that no kind of change was told of."""


def limits_of(base: KnowledgeBase, selection: Selection, numbering: Numbering) -> tuple[Limit, ...]:
    """Every limit that changed or that stands on both sides of a link, by step; what names the agency first.

    A limit on one side only is left out unless a change of it is told: that a record does not have it proves nothing.
    """
    found = [
        limit
        for each in (*selection.found, *selection.silent)
        for limit in [_limit(base, each, numbering)]
        if limit is not None
    ]
    order = {step_name(step.from_edition, step.to_edition): number for number, step in enumerate(selection.steps)}
    return tuple(sorted(found, key=lambda limit: (order[limit.step], not limit.near, limit.what in (SAME, UNTOLD))))


def _limit(base: KnowledgeBase, selected: Selected, numbering: Numbering) -> Limit | None:
    change = selected.change
    told = [finding for finding in change.findings if finding.kind in TIMESCALE]
    old = _words(base.provision(name) for name in change.old)
    new = _words(base.provision(name) for name in change.new)
    if not told and not (old and new):
        return None
    before = "; ".join(dict.fromkeys(finding.was for finding in told if finding.was)) or old
    after = "; ".join(dict.fromkeys(finding.now for finding in told if finding.now)) or new
    if not before and not after:
        return None
    what = ", ".join(dict.fromkeys(finding.kind.value for finding in told)) or (SAME if old == new else UNTOLD)
    return Limit(
        line=change.id,
        step=step_name(change.from_edition, change.to_edition),
        title=change.title,
        before=before,
        after=after,
        what=what,
        who=_bearers(base, change),
        near=selected.reach is not Reach.WIDER,
        references=numbering.refer(change.citations),
    )


def _words(provisions: Iterable[Provision]) -> str:
    return "; ".join(dict.fromkeys(str(limit) for each in provisions for limit in each.timescales))


def _bearers(base: KnowledgeBase, change: Change) -> str:
    return ", ".join(base.agency(name).name for name in change.who)
