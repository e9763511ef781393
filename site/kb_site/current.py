"""What stands now, as far as it is recorded.

The latest edition may be recorded only in part. What the edition before it said then still matters: a duty that no
record shows as dropped may well go on. The two are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass

from diffing.compiled import Compiled
from diffing.lineage import lineages
from kb.guidance import ChangeKind, Coverage, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """The latest edition, and what it may have carried on unrecorded."""

    latest: str
    """Id of the latest edition."""

    provisions: tuple[Provision, ...]
    """What is recorded of it."""

    before: str
    """Id of the edition before; empty when the latest is wholly covered or is the first."""

    open: tuple[Provision, ...]
    """Provisions of the edition before of which no record tells what the latest did to them."""


def current_of(compiled: Compiled) -> Current:
    """What stands now; both lists in the order of their files."""
    base = compiled.base
    latest = base.issued[-1].id
    provisions = tuple(each for each in base.provisions_of(latest) if not each.until)
    chapters = [each for each in base.chapters_of(latest) if not each.document]
    whole = bool(chapters) and all(each.coverage is Coverage.COMPLETE for each in chapters)
    if whole or len(base.issued) < 2:
        return Current(latest=latest, provisions=provisions, before="", open=())
    before = base.issued[-2].id
    settled = {
        name
        for step in compiled.steps
        if (step.from_edition, step.to_edition) == (before, latest)
        for change in step.changes
        if change.new or ChangeKind.REMOVED in change.kinds
        for name in change.old
    }
    for line in lineages(compiled):
        if any(member.edition == latest for member in line.members):
            settled |= {member.id for member in line.members}
    remaining = (each for each in base.provisions_of(before) if not each.until and each.id not in settled)
    return Current(latest=latest, provisions=provisions, before=before, open=tuple(remaining))
