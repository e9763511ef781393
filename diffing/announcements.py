"""What sources announce held against what comparing shows: each list has what the other does not explain."""

from __future__ import annotations

from dataclasses import dataclass

from diffing.change import Basis, Change
from diffing.compiled import Compiled
from kb.guidance import AnnouncedChange, ChangeKind

STRONG = frozenset(
    {
        ChangeKind.INTRODUCED,
        ChangeKind.REMOVED,
        ChangeKind.STRENGTHENED,
        ChangeKind.WEAKENED,
        ChangeKind.WIDENED,
        ChangeKind.NARROWED,
        ChangeKind.HANDED_OVER,
        *(kind for kind in ChangeKind if kind.value.startswith("timescale")),
    }
)
"""Kinds that change what somebody has to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcements:
    """The two lists."""

    unexplained: tuple[AnnouncedChange, ...]
    """Announced changes that no provision before or after shows."""

    unannounced: tuple[Change, ...]
    """Strong changes seen by comparing two ends of a link, or for want of one, that no source announces."""


def check_announcements(compiled: Compiled) -> Announcements:
    """Hold every step's announced changes against its compared ones; drafts are left out."""
    drafts = {edition.id for edition in compiled.base.editions if edition.is_draft}
    unannounced = [
        change
        for step in compiled.steps
        if not {step.from_edition, step.to_edition} & drafts
        for change in step.changes
        if any(finding.kind in STRONG and finding.basis is not Basis.ANNOUNCED for finding in change.findings)
        and not change.announced
    ]
    unexplained = [
        change
        for change in compiled.base.changes
        if not {change.from_edition, change.to_edition} & drafts and not change.before and not change.after
    ]
    return Announcements(unexplained=tuple(unexplained), unannounced=tuple(unannounced))
