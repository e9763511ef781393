"""Old bodies and terms put in the words of today, so that a board's duty can be seen to go on as the partners'.

Only for pairing: nothing that is shown is ever put into other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kb.base import KnowledgeBase

SHORTEST = 4
"""Names with fewer letters are left alone: ``IA`` or ``CA`` mean too many things in running text."""


@dataclass(frozen=True, slots=True)
class Successions:
    """Who and what took the place of what, followed to the end; where one thing gave way to several, the first."""

    bearers: dict[str, str]
    """Agency id to the id of the last of its line."""

    names: dict[str, str]
    """Lower-case name of an old body or term to the name of its last successor."""

    pattern: re.Pattern[str]
    """Finds those names as whole words, the longest first."""

    def latest_bearers(self, who: Iterable[str]) -> tuple[str, ...]:
        """*who* with every body as its last successor, each once."""
        return tuple(dict.fromkeys(self.bearers.get(name, name) for name in who))

    def in_latest_words(self, text: str) -> str:
        """*text* with every old name of a body or term replaced by that of its last successor."""
        return self.pattern.sub(lambda found: self.names[found.group().lower()], text) if self.names else text


def read_successions(base: KnowledgeBase) -> Successions:
    """The successions that the vocabulary of *base* holds."""
    agency_heirs = {each.id: each.succeeded_by[0].id for each in base.agencies if each.succeeded_by}
    term_heirs = {each.id: each.replaced_by[0].id for each in base.terms if each.replaced_by}
    bearers = {name: _end(name, agency_heirs) for name in agency_heirs}
    names: dict[str, str] = {}
    for agency in (base.agency(name) for name in bearers):
        heir = base.agency(bearers[agency.id]).name
        names |= {name.lower(): heir for name in (agency.name, *agency.aliases)}
    for term in (base.term(name) for name in term_heirs):
        heir = base.term(_end(term.id, term_heirs)).label
        names |= {name.lower(): heir for name in (term.label, *term.aliases)}
    kept = {name: heir for name, heir in names.items() if len(name) >= SHORTEST}
    longest_first = sorted(kept, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    return Successions(bearers=bearers, names=kept, pattern=pattern)


def _end(name: str, heirs: dict[str, str]) -> str:
    seen = {name}
    while name in heirs and heirs[name] not in seen:
        name = heirs[name]
        seen.add(name)
    return name
