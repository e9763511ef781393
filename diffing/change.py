"""What changed, as values: a change of one step from an edition to the next, with what was found and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kb.guidance import ChangeKind
from kb.vocabulary import Citation


class Basis(StrEnum):
    """Who vouches for a finding."""

    ANNOUNCED = "announced"
    ASSERTED = "asserted"
    COMPUTED = "computed"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One kind of change, with the words that show it."""

    kind: ChangeKind
    """What sort of change."""

    basis: Basis
    """``announced``: a source reports it. ``asserted``: seen by comparing the two ends of an asserted link.
    ``computed``: the same across a computed link. ``unlinked``: there is no link to compare across."""

    was: str = ""
    """The old value, e.g. ``should`` or ``within 7 working days``; may be empty."""

    now: str = ""
    """The new value; may be empty."""

    inferred: bool = False
    """True when the source lists the change without saying which kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link between an old and a new provision."""

    old: str
    """Id of the earlier provision."""

    new: str
    """Id of the later provision."""

    basis: Basis
    """``asserted`` or ``computed``."""

    why: str
    """The editor's or source's reason, or what the program matched by."""

    score: float
    """0 to 1 for a computed link; 1 for an asserted one."""

    citations: tuple[Citation, ...]
    """Who asserts it; empty when it is computed or the editor's judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one duty, or of several that belong together, in one step."""

    id: str
    """``<from>-<to>/<slug>``."""

    from_edition: str
    """Edition id of the before: old is always on the left."""

    to_edition: str
    """Edition id of the after; the same as the before for an in-place update."""

    revision: str
    """Date of the in-place update; empty for a change between editions."""

    title: str
    """Short name to show."""

    text: str
    """What changed, in our own words; for a computed change what the new (or else the old) provision says."""

    findings: tuple[Finding, ...]
    """At least one; in the order of :class:`~kb.guidance.ChangeKind`."""

    old: tuple[str, ...]
    """Ids of the provisions before."""

    new: tuple[str, ...]
    """Ids of the provisions after."""

    ties: tuple[Tie, ...]
    """The links between the two sides."""

    who: tuple[str, ...]
    """Ids of the agencies it concerns."""

    topics: tuple[str, ...]
    """Topic ids."""

    terms: tuple[str, ...]
    """Term ids."""

    announced: tuple[str, ...]
    """Ids of the announced changes behind it."""

    citations: tuple[Citation, ...]
    """Every source behind it; at least one."""

    note: str
    """A word to the reader; may be empty."""

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """The kinds found, each once."""
        return tuple(dict.fromkeys(finding.kind for finding in self.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """All that changed from one edition to another."""

    from_edition: str
    """Edition id of the before."""

    to_edition: str
    """Edition id of the after."""

    changes: tuple[Change, ...]
    """What changed, strongest kinds first."""

    compared_old: int
    """How many provisions of the old edition were compared."""

    compared_new: int
    """How many provisions of the new edition were compared."""

    partial: tuple[str, ...]
    """Ids of chapters on either side that the corpus carries only in part."""


def told_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """*citations* without those that name only a source which another of them names with its place."""
    found = list(dict.fromkeys(citations))
    placed = {each.source for each in found if each.locator or each.statement}
    return tuple(each for each in found if each.locator or each.statement or each.source not in placed)
