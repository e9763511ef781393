"""Changes as flat rows of text: the same for the terminal, CSV, JSON, Markdown and every page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diffing.change import Basis, Change
from diffing.selection import Selected
from kb.base import KnowledgeBase
from kb.guidance import Provision
from kb.vocabulary import Citation, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change in words. The order of the fields is the order of the columns."""

    id: str
    """Id of the change."""

    step: str
    """``2010 → 2013``, or ``2018, update of 2020-12-09``."""

    kinds: str
    """What sort of change, weightiest first."""

    basis: str
    """Who vouches: ``announced``, ``asserted``, ``computed`` or ``unlinked``, as far as they occur."""

    title: str
    """Short name."""

    text: str
    """What changed, in our own words."""

    was: str
    """Old values that differ."""

    now: str
    """New values that differ."""

    strength: str
    """Strength before and after, e.g. ``should → must``; ``(inferred)`` where no source gives it."""

    timescale: str
    """Limits of the provision after (else before)."""

    who: str
    """Names of the bearers."""

    reach: str
    """How it concerns the agency asked about; empty when none was."""

    topics: str
    """Names of the topics."""

    before: str
    """Ids of the provisions before."""

    after: str
    """Ids of the provisions after."""

    paragraph: str
    """Printed place, before and after, as far as known."""

    sources: str
    """Every citation, in words."""

    evidence: str
    """``official`` or ``secondary``; both, before and after, where the two sides differ.

    What a source announces is never told as better founded than the sources it cites.
    """

    note: str
    """A word to the reader."""


def make_rows(base: KnowledgeBase, selected: Iterable[Selected]) -> list[Row]:
    """One row for each change, in the same order."""
    return [make_row(base, each.change, reach=each.reach.value if each.reach else "") for each in selected]


def make_row(base: KnowledgeBase, change: Change, *, reach: str = "") -> Row:
    """*change* in words."""
    old = [base.provision(name) for name in change.old]
    new = [base.provision(name) for name in change.new]
    bases = {finding.basis for finding in change.findings}
    inferred = " (kind inferred)" if any(finding.inferred for finding in change.findings) else ""
    return Row(
        id=change.id,
        step=step_name(change.from_edition, change.to_edition, change.revision),
        kinds=", ".join(change.kinds) + inferred,
        basis=", ".join(each for each in Basis if each in bases),
        title=change.title,
        text=change.text,
        was="; ".join(dict.fromkeys(finding.was for finding in change.findings if finding.was)),
        now="; ".join(dict.fromkeys(finding.now for finding in change.findings if finding.now)),
        strength=_arrow(_strengths(old), _strengths(new)),
        timescale="; ".join(dict.fromkeys(str(limit) for each in new or old for limit in each.timescales)),
        who=", ".join(base.agency(name).name for name in change.who),
        reach=reach,
        topics=", ".join(base.topic(name).label for name in change.topics),
        before=", ".join(change.old),
        after=", ".join(change.new),
        paragraph=_arrow(_paragraphs(old), _paragraphs(new)),
        sources=cite_all(base, change.citations),
        evidence=_evidence(base, change, old, new),
        note=change.note,
    )


def step_name(from_edition: str, to_edition: str, revision: str = "") -> str:
    """The step in words, old on the left."""
    if from_edition == to_edition:
        return f"{to_edition}, update of {revision}" if revision else f"{to_edition}, updates"
    return f"{from_edition} → {to_edition}"


def cite(base: KnowledgeBase, citation: Citation) -> str:
    """A citation in words: publisher, title, date and place."""
    source = base.source(citation.source)
    year = f" ({source.date[:4]})" if source.date else ""
    locator = f", {citation.locator}" if citation.locator else ""
    return f"{source.publisher}: {source.title}{year}{locator}"


def cite_all(base: KnowledgeBase, citations: Iterable[Citation]) -> str:
    """Citations in words, each once: several statements of one place read the same."""
    placed = list(citations)
    named = {citation.source for citation in placed if citation.locator}
    told = (each for each in placed if each.locator or each.source not in named)
    return "; ".join(dict.fromkeys(cite(base, citation) for citation in told))


def strength_words(provision: Provision) -> str:
    """The strength, with the word that it is inferred where no source gives it."""
    return f"{provision.strength}{' (inferred)' if provision.strength_inferred else ''}"


def _arrow(before: str, after: str) -> str:
    return f"{before} → {after}" if before and after and before != after else after or before


def _strengths(provisions: list[Provision]) -> str:
    return ", ".join(dict.fromkeys(map(strength_words, provisions)))


def _paragraphs(provisions: list[Provision]) -> str:
    return "; ".join(dict.fromkeys(f"{each.edition}: {each.paragraph}" for each in provisions if each.paragraph))


def _evidence(base: KnowledgeBase, change: Change, old: list[Provision], new: list[Provision]) -> str:
    cited = {base.source(citation.source).evidence for citation in change.citations}
    if Evidence.OFFICIAL not in cited:
        return Evidence.SECONDARY.value
    sides = [min((base.evidence(each) for each in side), key=_doubt) for side in (old, new) if side]
    sides = sides or [Evidence.OFFICIAL]
    return _arrow(sides[0].value, sides[-1].value)


def _doubt(evidence: Evidence) -> int:
    return 0 if evidence is Evidence.SECONDARY else 1
