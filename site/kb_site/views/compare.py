"""Comparisons of two editions: what changed, by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from diffing.change import Change, Step
from kb.guidance import ChangeKind
from kb_site import address
from kb_site.page import GeneratedPage
from kb_site.render import Renderer


def compare_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The list of comparisons, and one page for each step."""
    compiled = renderer.compiled
    base = compiled.base
    yield renderer.page("compare-list.md.j2", "compare/", "Compare editions", steps=compiled.steps)
    for step in compiled.steps:
        drafts = [name for name in (step.from_edition, step.to_edition) if base.edition(name).is_draft]
        yield renderer.page(
            "compare.md.j2",
            address.step_address(step),
            f"What changed: {_name(step)}",
            step=step,
            drafts=drafts,
            groups=_groups(step.changes),
            agencies=Counter(name for change in step.changes for name in change.who).most_common(12),
            partial=[base.chapter(name) for name in step.partial],
        )


def _name(step: Step) -> str:
    if step.from_edition == step.to_edition:
        return f"updates of {step.to_edition}"
    return f"{step.from_edition} to {step.to_edition}"


def _groups(changes: tuple[Change, ...]) -> dict[ChangeKind, list[Change]]:
    """Every change once, under its weightiest kind."""
    groups: dict[ChangeKind, list[Change]] = {kind: [] for kind in ChangeKind}
    for change in changes:
        groups[change.kinds[0]].append(change)
    return {kind: found for kind, found in groups.items() if found}
