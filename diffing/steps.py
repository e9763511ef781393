"""All that changed from one edition to another: what sources announce and what comparing the provisions shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from diffing.change import Basis, Change, Finding, Step, Tie, told_once
from diffing.findings import compare, meaning_finding, redefinitions
from diffing.ties import THEN, asserted_ties, computed_ties, standing
from kb.base import KnowledgeBase
from kb.guidance import AnnouncedChange, ChangeKind, Coverage, Provision

SURE_NEW = "new"
"""How a provision's ``alone`` begins when its editor vouches that nothing came before it."""

SURE_GONE = "ended"
"""How a provision's ``alone`` begins when its editor vouches that it has ended."""

_ORDER = {kind: number for number, kind in enumerate(ChangeKind)}


def neighbouring_steps(base: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    """Pairs of editions that follow each other: issued ones, in-place updates, then the steps of each draft.

    A draft is compared with the edition it would have replaced and with the edition that came of it.
    """
    issued = [edition.id for edition in base.issued]
    steps = list(pairwise(issued))
    steps += sorted({(each.from_edition, each.to_edition) for each in base.changes if each.revision})
    for draft in (edition for edition in base.editions if edition.is_draft):
        steps += [(before, draft.id) for before in draft.replaces]
        if draft.draft_of:
            steps.append((draft.id, draft.draft_of))
    return tuple(dict.fromkeys(steps))


def compare_editions(base: KnowledgeBase, from_edition: str, to_edition: str) -> Step:
    """What changed between two editions; for twice the same edition, what its in-place updates changed.

    Every provision of both is in exactly one change, as far as no announced change names it too (beside a draft, only
    provisions of the draft are told without a counterpart). Every announced change of the step is one change of its
    own, with what comparing its provisions shows added to it.
    """
    announced = [each for each in base.changes if (each.from_edition, each.to_edition) == (from_edition, to_edition)]
    old = standing(base, from_edition) if from_edition != to_edition else ()
    new = standing(base, to_edition) if from_edition != to_edition else ()
    ties = _all_ties(base, from_edition, to_edition, old, new) if old and new else ()
    owned = _owned_ties(announced, ties)
    changes = [_announced_change(base, each, owned[each.id]) for each in announced]
    told = {(tie.old, tie.new) for mine in owned.values() for tie in mine}
    redefined = redefinitions(base, from_edition, to_edition)
    for group in _groups(tie for tie in ties if (tie.old, tie.new) not in told):
        changes.append(_linked_change(base, from_edition, to_edition, group, redefined))
    seen = {name for tie in ties for name in (tie.old, tie.new)}
    seen |= {name for each in announced for name in (*each.before, *each.after)}
    for provision in _told_alone(base, from_edition, to_edition, old, new):
        if provision.id not in seen:
            changes.append(_lone_change(base, provision, from_edition, to_edition))
    partial = [
        chapter.id
        for chapter in base.chapters
        if chapter.edition in (from_edition, to_edition)
        and chapter.coverage is Coverage.PARTIAL
        and not chapter.document
    ]
    return Step(
        from_edition=from_edition,
        to_edition=to_edition,
        changes=_in_order(changes),
        compared_old=len(old),
        compared_new=len(new),
        partial=tuple(partial),
    )


def _told_alone(
    base: KnowledgeBase, from_edition: str, to_edition: str, old: tuple[Provision, ...], new: tuple[Provision, ...]
) -> tuple[Provision, ...]:
    """Provisions worth telling without a counterpart: beside a draft, only those of the draft."""
    sides = ((from_edition, old), (to_edition, new))
    drafts = tuple(each for name, side in sides if base.edition(name).is_draft for each in side)
    return drafts or (*new, *old)


def _all_ties(
    base: KnowledgeBase, from_edition: str, to_edition: str, old: tuple[Provision, ...], new: tuple[Provision, ...]
) -> tuple[Tie, ...]:
    standing_ids = {each.id for each in (*old, *new)}
    asserted = tuple(tie for tie in asserted_ties(base, from_edition, to_edition) if {tie.old, tie.new} <= standing_ids)
    linked = {name for tie in asserted for name in (tie.old, tie.new)}
    left = tuple(each for each in old if each.id not in linked)
    right = tuple(each for each in new if each.id not in linked)
    return (*asserted, *computed_ties(base, left, right))


def _owned_ties(announced: list[AnnouncedChange], ties: tuple[Tie, ...]) -> dict[str, list[Tie]]:
    """Each tie with the one announced change that tells it best: one that names both ends, else one end."""
    owned: dict[str, list[Tie]] = {each.id: [] for each in announced}
    for tie in ties:
        both = [each for each in announced if tie.old in each.before and tie.new in each.after]
        either = [
            each
            for each in announced
            if (tie.old in each.before and not each.after) or (tie.new in each.after and not each.before)
        ]
        for owner in (both or either)[:1]:
            owned[owner.id].append(tie)
    return owned


def _groups(ties: Iterable[Tie]) -> list[list[Tie]]:
    """Ties that share a provision, together: one duty to one, a split, a join, or a whole reshuffle."""
    group_of: dict[str, list[Tie]] = {}
    for tie in ties:
        merged = [*group_of.get(tie.old, []), tie]
        other = group_of.get(tie.new, [])
        if other is not group_of.get(tie.old):
            merged = [*other, *merged]
        for each in merged:
            group_of[each.old] = group_of[each.new] = merged
    return list({id(group): group for group in group_of.values()}.values())


def _announced_change(base: KnowledgeBase, announced: AnnouncedChange, ties: list[Tie]) -> Change:
    told = [
        Finding(
            kind=kind,
            basis=Basis.ANNOUNCED,
            was=announced.was,
            now=announced.now,
            inferred=announced.kind_inferred,
        )
        for kind in announced.kinds
    ]
    shown = [each for each in _common_findings(base, ties) if each.kind not in announced.kinds]
    citations = (*announced.citations, *(citation for tie in ties for citation in tie.citations))
    return Change(
        id=announced.id,
        from_edition=announced.from_edition,
        to_edition=announced.to_edition,
        revision=announced.revision,
        title=announced.title,
        text="\n".join((announced.text, *(f"- {part}" for part in announced.parts))),
        findings=_sorted((*told, *shown)),
        old=tuple(dict.fromkeys((*announced.before, *(tie.old for tie in ties)))),
        new=tuple(dict.fromkeys((*announced.after, *(tie.new for tie in ties)))),
        ties=tuple(ties),
        who=announced.who,
        topics=announced.topics,
        terms=announced.terms,
        announced=(announced.id,),
        citations=told_once(citations),
        note=announced.note,
    )


def _linked_change(
    base: KnowledgeBase, from_edition: str, to_edition: str, ties: list[Tie], redefined: dict[str, AnnouncedChange]
) -> Change:
    old = tuple(dict.fromkeys(tie.old for tie in ties))
    new = tuple(dict.fromkeys(tie.new for tie in ties))
    findings = list(_common_findings(base, ties))
    basis = Basis.COMPUTED if any(tie.basis is Basis.COMPUTED for tie in ties) else Basis.ASSERTED
    if len(new) > 1 and _is_vouched(base, ties, "split"):
        findings.append(Finding(kind=ChangeKind.SPLIT, basis=basis, was=_titles(base, old), now=_titles(base, new)))
    if len(old) > 1 and _is_vouched(base, ties, "joined"):
        findings.append(Finding(kind=ChangeKind.MERGED, basis=basis, was=_titles(base, old), now=_titles(base, new)))
    leaned_on = _shared_terms(base, old, new) & set(redefined)
    findings += [meaning_finding(base, name, from_edition, to_edition) for name in sorted(leaned_on)]
    if not findings:
        findings.append(Finding(kind=ChangeKind.CARRIED_ON, basis=basis))
    change = _change(base, from_edition, to_edition, findings, old, new, tuple(ties))
    vouching = (citation for name in sorted(leaned_on) for citation in redefined[name].citations)
    return replace(change, citations=told_once((*change.citations, *vouching)))


def _is_vouched(base: KnowledgeBase, ties: list[Tie], word: str) -> bool:
    """A split or join is one when a reason begins with *word* and a colon, or when both sides are known whole.

    Else several records may only tell one duty in more detail.
    """
    said = any(reason.startswith(f"{word}:") for tie in ties for reason in tie.why.split(THEN))
    ends = {name for tie in ties for name in (tie.old, tie.new)}
    chapters = (base.chapter(base.provision(name).chapter) for name in ends)
    return said or all(chapter.coverage is Coverage.COMPLETE for chapter in chapters)


def _shared_terms(base: KnowledgeBase, old: tuple[str, ...], new: tuple[str, ...]) -> set[str]:
    before, after = ({term for name in side for term in base.provision(name).terms} for side in (old, new))
    return before & after


def _lone_change(base: KnowledgeBase, provision: Provision, from_edition: str, to_edition: str) -> Change:
    """A provision with no counterpart: new or gone only when the other side is wholly known and an editor looked."""
    is_new = provision.edition == to_edition
    other = from_edition if is_new else to_edition
    chapters = [chapter for chapter in base.chapters_of(other) if not chapter.document]
    known = bool(chapters) and all(chapter.coverage is Coverage.COMPLETE for chapter in chapters)
    if known and provision.alone.startswith(SURE_NEW if is_new else SURE_GONE):
        kind = ChangeKind.INTRODUCED if is_new else ChangeKind.REMOVED
    else:
        kind = ChangeKind.FIRST_RECORDED if is_new else ChangeKind.NOT_RECORDED_AFTER
    findings = [Finding(kind=kind, basis=Basis.UNLINKED)]
    old, new = ((), (provision.id,)) if is_new else ((provision.id,), ())
    return _change(base, from_edition, to_edition, findings, old, new, ())


def _change(
    base: KnowledgeBase,
    from_edition: str,
    to_edition: str,
    findings: list[Finding],
    old: tuple[str, ...],
    new: tuple[str, ...],
    ties: tuple[Tie, ...],
) -> Change:
    both = [base.provision(name) for name in (*new, *old)]
    shown = both[0]
    citations = [citation for each in both for citation in each.citations]
    citations += [citation for tie in ties for citation in tie.citations]
    return Change(
        id=f"{from_edition}-{to_edition}/{shown.id.split('/')[1]}-{'as-it-stands' if new else 'as-it-stood'}",
        from_edition=from_edition,
        to_edition=to_edition,
        revision="",
        title=shown.title,
        text="\n".join((shown.text, *(f"- {part}" for part in shown.parts))),
        findings=_sorted(findings),
        old=old,
        new=new,
        ties=ties,
        who=tuple(dict.fromkeys(name for each in both for name in each.who)),
        topics=tuple(dict.fromkeys(name for each in both for name in each.topics)),
        terms=tuple(dict.fromkeys(name for each in both for name in each.terms)),
        announced=(),
        citations=told_once(citations),
        note=shown.note,
    )


def _common_findings(base: KnowledgeBase, ties: Iterable[Tie]) -> tuple[Finding, ...]:
    """What comparing shows: every finding of a single tie; of several, only what all of them show alike."""
    found = [compare(base, base.provision(tie.old), base.provision(tie.new), tie.basis) for tie in ties]
    if not found:
        return ()
    return tuple(each for each in found[0] if all(each in other for other in found[1:]))


def _titles(base: KnowledgeBase, names: Iterable[str]) -> str:
    return "; ".join(base.provision(name).title for name in names)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.kind]))


def _in_order(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (_ORDER[change.findings[0].kind], change.title, change.id)))
