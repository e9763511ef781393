"""Which agencies have a page: those that bear a provision or are named in a change, themselves or through a member."""

from __future__ import annotations

from kb.base import KnowledgeBase
from kb.lookup import Audience, Reach, audience
from kb.vocabulary import Agency


def agencies_with_rows(base: KnowledgeBase) -> tuple[Agency, ...]:
    """The agencies that have a page, in the order of their file."""
    named = {name for provision in base.provisions for name in provision.who}
    named |= {name for change in base.changes for name in change.who}
    return tuple(agency for agency in base.agencies if _reaches(audience(base, agency), named))


def _reaches(asked: Audience, named: set[str]) -> bool:
    return any(name in named for name, how in asked.reach.items() if how in (Reach.NAMED, Reach.MEMBER))
