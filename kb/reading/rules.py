"""Rules that hold between records: every name leads somewhere, and time runs one way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from kb.base import KnowledgeBase
from kb.guidance import AnnouncedChange, Edition, Note, Provision
from kb.reading.fields import Problems, nearest
from kb.vocabulary import Agency, Citation, Place, Term

FURTHER = "give it another"
"""Way out for a double id."""


_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(base: KnowledgeBase, problems: Problems) -> None:
    """Note every broken rule of *base* in *problems*."""
    _check_ids(base, problems)
    _check_aliases(base, problems)
    _check_vocabulary(base, problems)
    _check_editions(base, problems)
    _check_citations(base, problems)
    _check_records(base, problems)
    _check_links(base, problems)
    _check_alone(base, problems)
    _check_changes(base, problems)
    _check_disputes(base, problems)


def _check_ids(base: KnowledgeBase, problems: Problems) -> None:
    groups: list[tuple[str, Iterable[tuple[str, Place]]]] = [
        ("agency", [(each.id, each.place) for each in base.agencies]),
        ("term", [(each.id, each.place) for each in base.terms]),
        ("topic", [(each.id, each.place) for each in base.topics]),
        ("theme", [(each.id, each.place) for each in base.themes]),
        ("source", [(each.id, each.place) for each in base.sources]),
        ("dispute", [(each.id, each.place) for each in base.disputes]),
        ("edition", [(each.id, each.place) for each in base.editions]),
        ("chapter", [(each.id, each.place) for each in base.chapters]),
        ("change", [(each.id, each.place) for each in base.changes]),
        (
            "record",
            [(each.id, each.place) for each in _records(base) if not isinstance(each, AnnouncedChange)],
        ),
    ]
    for what, members in groups:
        first: dict[str, Place] = {}
        for name, place in members:
            if name in first:
                problems.add(place, f"{what} id '{name}' is taken at {first[name]}", FURTHER)
            first.setdefault(name, place)
            if name and what not in ("change", "record") and not all(map(_SLUG.fullmatch, name.split("/", 1))):
                problems.add(place, f"{what} id {name!r}", "use small letters, figures and hyphens: 'early-years'")


def _check_aliases(base: KnowledgeBase, problems: Problems) -> None:
    owner: dict[str, str] = {}
    for agency in base.agencies:
        for alias in (agency.name, *agency.aliases):
            key = alias.casefold()
            if owner.get(key, agency.id) != agency.id:
                problems.add(
                    agency.place,
                    f"'{alias}' names both '{owner[key]}' and '{agency.id}'",
                    "move it to 'ambiguous', or drop one",
                )
            owner.setdefault(key, agency.id)
    for each in base.ambiguous:
        if each.alias.casefold() in owner:
            problems.add(
                Place(path="agencies.yaml", line=1),
                f"'{each.alias}' is ambiguous and an alias of '{owner[each.alias.casefold()]}'",
                "keep it in one of the two",
            )
        _known(each.ids, base.agencies_by_id, "agency", Place(path="agencies.yaml", line=1), problems)


def _check_vocabulary(base: KnowledgeBase, problems: Problems) -> None:
    editions = {edition.id for edition in base.editions}
    for agency in base.agencies:
        _known(agency.broader, base.agencies_by_id, "agency", agency.place, problems)
        _known(
            (each.id for each in agency.succeeded_by),
            base.agencies_by_id,
            "agency",
            agency.place,
            problems,
        )
        if (agency.valid_from or agency.valid_to) and not agency.citations:
            problems.add(
                agency.place,
                f"'{agency.id}' has dates that nobody vouches for",
                "add 'source', or drop the dates",
            )
    for term in base.terms:
        _known((each.id for each in term.replaced_by), base.terms_by_id, "term", term.place, problems)
        _known((each.edition for each in term.meanings), editions, "edition", term.place, problems)
    _check_circle(base.agencies, {each.id: each.broader for each in base.agencies}, "broader groups", problems)
    heirs = {each.id: tuple(step.id for step in each.succeeded_by) for each in base.agencies}
    _check_circle(base.agencies, heirs, "successors", problems)
    followers = {each.id: tuple(step.id for step in each.replaced_by) for each in base.terms}
    _check_circle(base.terms, followers, "replacements", problems)


def _check_circle(
    records: tuple[Agency | Term, ...], edges: dict[str, tuple[str, ...]], what: str, problems: Problems
) -> None:
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        place = next(each.place for each in records if each.id in circle)
        problems.add(place, f"circle of {what}: {' > '.join(circle)}", "take one of these links out")


def _check_editions(base: KnowledgeBase, problems: Problems) -> None:
    names = {edition.id: number for number, edition in enumerate(base.editions)}
    for number, edition in enumerate(base.editions):
        _known(edition.replaces, names, "edition", edition.place, problems)
        for earlier in edition.replaces:
            if names.get(earlier, -1) >= number:
                what = f"'{edition.id}' replaces '{earlier}', which is not earlier"
                problems.add(edition.place, what, "name an edition published before it")
        if names.get(edition.draft_of, len(names)) <= number:
            what = f"'{edition.id}' is a draft of '{edition.draft_of}', which is not later"
            problems.add(edition.place, what, "name the edition that came of it, or leave it out")
        if edition.draft_of:
            _known((edition.draft_of,), names, "edition", edition.place, problems)
            if not edition.is_draft:
                problems.add(
                    edition.place,
                    "'draft_of' on an edition that was issued",
                    "take it out, or write 'kind: draft'",
                )
    for chapter in base.chapters:
        _known(filter(None, (chapter.theme,)), {theme.id for theme in base.themes}, "theme", chapter.place, problems)


def _check_citations(base: KnowledgeBase, problems: Problems) -> None:
    cited: list[tuple[Iterable[Citation], Place]] = [
        *((each.citations, each.place) for each in base.sources),
        *((each.citations, each.place) for each in base.agencies),
        *((next_.citations, each.place) for each in base.agencies for next_ in each.succeeded_by),
        *((each.citations, each.place) for each in base.terms),
        *((next_.citations, each.place) for each in base.terms for next_ in each.replaced_by),
        *((each.citations, each.place) for each in base.editions),
        *((revision.citations, each.place) for each in base.editions for revision in each.revisions),
        *((each.citations, each.place) for each in base.chapters),
        *((each.citations, each.place) for each in _records(base)),
        *((link.citations, each.place) for each in base.provisions for link in each.continues),
        *((claim.citations, each.place) for each in base.disputes for claim in each.claims),
    ]
    for citations, place in cited:
        _known((each.source for each in citations), base.sources_by_id, "source", place, problems)
    for record in _records(base):
        for citation in record.citations:
            if not citation.locator and not citation.statement:
                what = f"'{record.id}' cites '{citation.source}' without a place in it"
                problems.add(record.place, what, f'write {citation.source} "chapter, paragraph or heading"')


def _records(base: KnowledgeBase) -> tuple[Provision | Note | AnnouncedChange, ...]:
    notes = (note for edition in base.editions for note in edition.notes)
    return (*base.provisions, *notes, *base.changes)


def _check_records(base: KnowledgeBase, problems: Problems) -> None:
    for record in _records(base):
        _known(record.who, base.agencies_by_id, "agency", record.place, problems)
        _known(record.topics, base.topics_by_id, "topic", record.place, problems)
        _known(record.terms, base.terms_by_id, "term", record.place, problems)
    revisions = {edition.id: {revision.date for revision in edition.revisions} for edition in base.editions}
    for provision in base.provisions:
        for name in ("revision", "until"):
            date = getattr(provision, name)
            if date:
                _known((date,), revisions[provision.edition], f"'{name}'", provision.place, problems)


def _check_links(base: KnowledgeBase, problems: Problems) -> None:
    editions = {edition.id: edition for edition in base.editions}
    for provision in base.provisions:
        seen: set[str] = set()
        for link in provision.continues:
            earlier = base.provisions_by_id.get(link.earlier)
            if link.earlier in seen:
                problems.add(
                    provision.place,
                    f"'{provision.id}' continues '{link.earlier}' twice",
                    "keep one link",
                )
            seen.add(link.earlier)
            if earlier is None:
                near = nearest(link.earlier, base.provisions_by_id)
                problems.add(
                    provision.place,
                    f"'{provision.id}' continues '{link.earlier}', which does not exist",
                    near,
                )
            elif not _runs_forward(earlier, provision, editions):
                problems.add(
                    provision.place,
                    f"'{provision.id}' continues '{link.earlier}', which is not earlier",
                    "a link leads from the later edition back to the earlier one",
                )
        _known(provision.distinct, base.provisions_by_id, "provision", provision.place, problems)


def _check_alone(base: KnowledgeBase, problems: Problems) -> None:
    """Every provision continues another, is continued, or says why it stands alone: just one of these."""
    later = {link.earlier: each.id for each in base.provisions for link in each.continues}
    for each in base.provisions:
        other = each.continues[0].earlier if each.continues else later.get(each.id, "")
        if each.alone and other:
            problems.add(
                each.place, f"'{each.id}' stands alone and is linked with '{other}'", "drop 'alone' or the link"
            )
        elif not each.alone and not other:
            fix = "add 'continues' or 'alone: why', or 'alone' to the front matter of the chapter"
            problems.add(each.place, f"'{each.id}' has no link and no reason for standing alone", fix)


def _runs_forward(earlier: Provision, later: Provision, editions: dict[str, Edition]) -> bool:
    if earlier.edition == later.edition:
        return earlier.revision < later.revision
    before, after = editions[earlier.edition], editions[later.edition]
    return (before.published, before.id) < (after.published, after.id)


def _check_changes(base: KnowledgeBase, problems: Problems) -> None:
    editions = {edition.id: edition for edition in base.editions}
    for change in base.changes:
        ends = (change.from_edition, change.to_edition)
        _known(ends, editions, "edition", change.place, problems)
        _known(
            (*change.before, *change.after),
            base.provisions_by_id,
            "provision",
            change.place,
            problems,
        )
        if not set(ends) <= set(editions):
            continue
        before, after = (editions[end] for end in ends)
        if (before.published, before.id) > (after.published, after.id):
            problems.add(change.place, f"'{change.id}' goes back in time", "old is always on the left")
        if change.revision:
            _known(
                (change.revision,),
                {each.date for each in after.revisions},
                "'revision'",
                change.place,
                problems,
            )
        elif before is after:
            problems.add(
                change.place,
                f"'{change.id}' is within one edition but names no update",
                "add 'revision: <date>'",
            )
        for names, edition in ((change.before, before), (change.after, after)):
            for name in names:
                if name in base.provisions_by_id and not name.startswith(f"{edition.id}/"):
                    problems.add(
                        change.place,
                        f"'{name}' is not of edition {edition.id}",
                        "'before' is of the old edition, 'after' of the new",
                    )


def _check_disputes(base: KnowledgeBase, problems: Problems) -> None:
    notes = {note.id for edition in base.editions for note in edition.notes}
    known = {edition.id for edition in base.editions} | set(base.chapters_by_id) | notes | set(base.provisions_by_id)
    known |= set(base.terms_by_id) | set(base.agencies_by_id) | {change.id for change in base.changes}
    for dispute in base.disputes:
        _known(dispute.records, known, "record", dispute.place, problems)


def _known(names: Iterable[str], known: Iterable[str], what: str, place: Place, problems: Problems) -> None:
    members = known if isinstance(known, set | dict) else set(known)
    for name in names:
        if name not in members:
            problems.add(place, f"unknown {what} '{name}'", nearest(name, members))
