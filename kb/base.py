"""The whole knowledge base as one value, with the look-ups everything else stands on."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kb.errors import NotFoundError
from kb.guidance import AnnouncedChange, Chapter, Dispute, Edition, Note, Provision
from kb.vocabulary import Agency, AmbiguousAlias, Evidence, Source, Term, Theme, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The guidance as such, and what a reader must know of this account of it."""

    title: str
    """Its title, the same for every edition."""

    publisher: str
    """Who issues it."""

    place: str
    """Where it applies."""

    guidance_licence: str
    """Licence of the guidance."""

    corpus_licence: str
    """Licence of this corpus."""

    notice: str
    """That this is not the official text."""


@dataclass(frozen=True, kw_only=True)
class KnowledgeBase:
    """Everything the corpus says. Tuples are in a stable order, so equal corpora give equal values.

    It has no slots: look-ups by id are kept once made.
    """

    work: Work
    """The guidance as such."""

    editions: tuple[Edition, ...]
    """Oldest first; drafts stand among them by date."""

    chapters: tuple[Chapter, ...]
    """By edition, then in file order."""

    provisions: tuple[Provision, ...]
    """By edition, then in file order."""

    changes: tuple[AnnouncedChange, ...]
    """What sources say changed, by edition step."""

    agencies: tuple[Agency, ...]
    """In the order of their file."""

    ambiguous: tuple[AmbiguousAlias, ...]
    """Names with more than one meaning."""

    terms: tuple[Term, ...]
    """In the order of their file."""

    topics: tuple[Topic, ...]
    """In the order of their file."""

    themes: tuple[Theme, ...]
    """In the order of ``work.yaml``."""

    sources: tuple[Source, ...]
    """In the order of their file."""

    disputes: tuple[Dispute, ...]
    """In the order of their file."""

    @cached_property
    def provisions_by_id(self) -> dict[str, Provision]:
        """Every provision by its id."""
        return {each.id: each for each in self.provisions}

    @cached_property
    def agencies_by_id(self) -> dict[str, Agency]:
        """Every agency by its id."""
        return {each.id: each for each in self.agencies}

    @cached_property
    def terms_by_id(self) -> dict[str, Term]:
        """Every term by its id."""
        return {each.id: each for each in self.terms}

    @cached_property
    def topics_by_id(self) -> dict[str, Topic]:
        """Every topic by its id."""
        return {each.id: each for each in self.topics}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """Every source by its id."""
        return {each.id: each for each in self.sources}

    @cached_property
    def chapters_by_id(self) -> dict[str, Chapter]:
        """Every chapter by its id."""
        return {each.id: each for each in self.chapters}

    @cached_property
    def _by_edition(self) -> dict[str, tuple[Provision, ...]]:
        groups: dict[str, list[Provision]] = {}
        for each in self.provisions:
            groups.setdefault(each.edition, []).append(each)
        return {edition: tuple(group) for edition, group in groups.items()}

    @property
    def issued(self) -> tuple[Edition, ...]:
        """The editions that were issued, oldest first: no drafts."""
        return tuple(edition for edition in self.editions if not edition.is_draft)

    def edition(self, name: str) -> Edition:
        """The edition with id *name*.

        Raises:
            NotFoundError: there is none; the message lists those there are.
        """
        for edition in self.editions:
            if edition.id == name:
                return edition
        raise NotFoundError("edition", name, [edition.id for edition in self.editions])

    def provision(self, name: str) -> Provision:
        """The provision with id *name*.

        Raises:
            NotFoundError: there is none; the message lists the nearest ids.
        """
        return _get(self.provisions_by_id, name, "provision")

    def agency(self, name: str) -> Agency:
        """The agency with id *name* (not an alias).

        Raises:
            NotFoundError: there is none.
        """
        return _get(self.agencies_by_id, name, "agency")

    def term(self, name: str) -> Term:
        """The term with id *name*.

        Raises:
            NotFoundError: there is none.
        """
        return _get(self.terms_by_id, name, "term")

    def topic(self, name: str) -> Topic:
        """The topic with id *name*.

        Raises:
            NotFoundError: there is none.
        """
        return _get(self.topics_by_id, name, "topic")

    def source(self, name: str) -> Source:
        """The source with id *name*.

        Raises:
            NotFoundError: there is none.
        """
        return _get(self.sources_by_id, name, "source")

    def chapter(self, name: str) -> Chapter:
        """The chapter with id *name*.

        Raises:
            NotFoundError: there is none.
        """
        return _get(self.chapters_by_id, name, "chapter")

    def provisions_of(self, edition: str) -> tuple[Provision, ...]:
        """The provisions of an edition, in file order."""
        return self._by_edition.get(edition, ())

    def chapters_of(self, edition: str) -> tuple[Chapter, ...]:
        """The chapters of an edition, in file order."""
        return tuple(chapter for chapter in self.chapters if chapter.edition == edition)

    def evidence(self, record: Provision | AnnouncedChange | Note) -> Evidence:
        """``official`` when a source it cites shows official text, else ``secondary``.

        A provision whose strength is inferred is always ``secondary``: the words that bind were then not seen, only
        a heading or a place in a contents list.
        """
        if isinstance(record, Provision) and record.strength_inferred:
            return Evidence.SECONDARY
        kinds = {self.sources_by_id[citation.source].evidence for citation in record.citations}
        return Evidence.OFFICIAL if Evidence.OFFICIAL in kinds else Evidence.SECONDARY


Found = TypeVar("Found")


def _get(known: dict[str, Found], name: str, what: str) -> Found:
    try:
        return known[name]
    except KeyError:
        raise NotFoundError(what, name, difflib.get_close_matches(name, known, n=3, cutoff=0.4)) from None
