"""The knowledge base as JSON-LD: SKOS for words, schema.org and ELI for the guidance, PROV-O for who says so.

The work, its editions and the revisions of an edition are told apart as FRBR does: the work is a ``LegalResource``, an
edition (and a draft, which is marked as one) is a ``LegalExpression`` of it, a revision is one that consolidates it.
Every provision is an entity derived from its sources, each derivation with the place in the source; every link is an
entity that says who made it: our editors or the program, with score and reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diffing.change import Basis, Change, Tie
from diffing.compiled import Compiled
from diffing.lineage import lineages
from kb.base import KnowledgeBase
from kb.guidance import Edition, Provision
from kb.vocabulary import Agency, Citation, Succession, Term

NAMES = "tag:working-together-kb,2026:"
"""Begins every identifier: a name that stays the same wherever the data is put."""

CONTEXT = {
    "@vocab": f"{NAMES}vocabulary/",
    "wt": NAMES,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "@language": "en",
}
"""What the short names stand for; without a prefix they are our own."""

Node = dict[str, object]
"""A node of the graph."""

_SCHEME = {"@id": "wt:scheme"}
_EDITORS, _PROGRAM = {"@id": "wt:editors"}, {"@id": "wt:program"}


def linked_data(compiled: Compiled, *, date: str) -> Node:
    """The whole knowledge base as one JSON-LD document; equal input gives an equal value."""
    base = compiled.base
    graph = [
        *_head(base, date),
        *(_source(base, name) for name in base.sources_by_id),
        *(_agency(base, agency) for agency in base.agencies),
        *(_term(base, term) for term in base.terms),
        *(
            {"@id": _iri("topic", topic.id), "@type": "skos:Concept", "skos:prefLabel": topic.label,
             "skos:definition": topic.description, "skos:altLabel": list(topic.aliases), "skos:inScheme": _SCHEME}
            for topic in base.topics
        ),
        *(node for edition in base.editions for node in _edition(base, edition)),
        *(_provision(base, provision) for provision in base.provisions),
        *_links(compiled),
        *(_change(change) for step in compiled.steps for change in step.changes if change.announced),
    ]  # fmt: skip
    return {"@context": CONTEXT, "@graph": graph}


def _iri(kind: str, name: str) -> str:
    return f"wt:{kind}/{name}"


def _refer(kind: str, names: Iterable[str]) -> list[Node]:
    return [{"@id": _iri(kind, name)} for name in names]


def _day(date: str) -> Node:
    """A date with the type that its length gives it."""
    kind = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(date), "xsd:date")
    return {"@value": date, "@type": kind}


def _head(base: KnowledgeBase, date: str) -> Iterator[Node]:
    yield {
        "@id": "wt:work",
        "@type": ["eli:LegalResource", "schema:Legislation"],
        "schema:name": base.work.title,
        "schema:legislationType": "Statutory guidance, not legislation",
        "schema:legislationJurisdiction": base.work.place,
        "schema:publisher": base.work.publisher,
        "schema:license": base.work.guidance_licence,
    }
    yield {
        "@id": "wt:record",
        "@type": ["schema:Dataset", "prov:Entity"],
        "schema:name": f"{base.work.title}, edition by edition",
        "schema:description": base.work.notice,
        "schema:license": base.work.corpus_licence,
        "schema:dateModified": _day(date),
        "schema:about": {"@id": "wt:work"},
    }
    yield {"@id": _SCHEME["@id"], "@type": "skos:ConceptScheme", "skos:prefLabel": "Agencies, terms and topics"}
    yield {**_EDITORS, "@type": "prov:Organization", "schema:name": "Editors of the record"}
    yield {**_PROGRAM, "@type": "prov:SoftwareAgent", "schema:name": "wtkb"}


def _source(base: KnowledgeBase, name: str) -> Node:
    source = base.source(name)
    return {
        "@id": _iri("source", name),
        "@type": ["schema:CreativeWork", "prov:Entity"],
        "schema:name": source.title,
        "schema:publisher": source.publisher,
        **({"schema:datePublished": _day(source.date)} if source.date else {}),
        **({"schema:url": source.address} if source.address else {}),
        "evidence": source.evidence.value,
    }


def _derived(citations: Iterable[Citation]) -> Node:
    """Who says so, and where: a plain derivation for simple readers, a qualified one with the place."""
    found = list(citations)
    return {
        "prov:wasDerivedFrom": _refer("source", dict.fromkeys(citation.source for citation in found)),
        "prov:qualifiedDerivation": [
            {
                "@type": "prov:Derivation",
                "prov:entity": {"@id": _iri("source", citation.source)},
                **({"schema:pagination": citation.locator} if citation.locator else {}),
            }
            for citation in found
        ],
    }


def _heirs(kind: str, steps: tuple[Succession, ...]) -> Node:
    """What took its place, each with its date and note."""
    if not steps:
        return {}
    notes = [
        {"schema:text": step.note or "succeeded", "successor": {"@id": _iri(kind, step.id)}, "since": step.since}
        for step in steps
    ]
    return {"dcterms:isReplacedBy": _refer(kind, (step.id for step in steps)), "skos:historyNote": notes}


def _agency(base: KnowledgeBase, agency: Agency) -> Node:
    return {
        "@id": _iri("agency", agency.id),
        "@type": ["skos:Concept", "prov:Agent"],
        "skos:prefLabel": agency.name,
        "skos:altLabel": list(agency.aliases),
        "skos:broader": _refer("agency", agency.broader),
        "skos:narrower": _refer("agency", (each.id for each in base.agencies if agency.id in each.broader)),
        "skos:inScheme": _SCHEME,
        "agencyKind": agency.kind.value,
        **({"validFrom": agency.valid_from} if agency.valid_from else {}),
        **({"validTo": agency.valid_to} if agency.valid_to else {}),
        **({"skos:scopeNote": agency.note} if agency.note else {}),
        **_heirs("agency", agency.succeeded_by),
        **_derived(agency.citations),
    }


def _term(base: KnowledgeBase, term: Term) -> Node:
    return {
        "@id": _iri("term", term.id),
        "@type": "skos:Concept",
        "skos:prefLabel": term.label,
        "skos:altLabel": list(term.aliases),
        "skos:inScheme": _SCHEME,
        "skos:definition": [
            {"schema:text": meaning.text, "edition": {"@id": _iri("edition", meaning.edition)}}
            for meaning in term.meanings
        ],
        "stillRight": term.still_valid.value,
        **({"skos:scopeNote": term.note} if term.note else {}),
        **_heirs("term", term.replaced_by),
        **_derived(term.citations),
    }


def _edition(base: KnowledgeBase, edition: Edition) -> Iterator[Node]:
    name = _iri("edition", edition.id)
    current = edition is base.issued[-1]
    yield {
        "@id": name,
        "@type": ["eli:LegalExpression", "schema:Legislation"],
        "schema:name": edition.title,
        "schema:legislationIdentifier": edition.id,
        "schema:legislationLegalForce": {"@id": f"schema:{'InForce' if current else 'NotInForce'}"},
        "editionKind": edition.kind.value,
        "eli:realizes": {"@id": "wt:work"},
        **({"eli:date_publication": _day(edition.published)} if edition.published else {}),
        **({"eli:first_date_entry_in_force": _day(edition.in_force)} if edition.in_force else {}),
        **({"eli:date_no_longer_in_force": _day(edition.superseded)} if edition.superseded else {}),
        ("proposedToReplace" if edition.is_draft else "eli:repeals"): _refer("edition", edition.replaces),
        **_derived(edition.citations),
    }
    for chapter in base.chapters_of(edition.id):
        yield {
            "@id": _iri("chapter", chapter.id),
            "@type": "eli:LegalResourceSubdivision",
            "schema:name": chapter.title,
            "schema:position": chapter.number,
            "eli:is_part_of": {"@id": name},
            "coverage": chapter.coverage.value,
        }
    for revision in edition.revisions:
        yield {
            "@id": f"{name}/{revision.date}",
            "@type": ["eli:LegalExpression", "schema:Legislation"],
            "schema:name": revision.title,
            "eli:consolidates": {"@id": name},
            "eli:version_date": _day(revision.date),
            **_derived(revision.citations),
        }


def _provision(base: KnowledgeBase, provision: Provision) -> Node:
    return {
        "@id": _iri("provision", provision.id),
        "@type": ["eli:LegalResourceSubdivision", "prov:Entity"],
        "schema:name": provision.title,
        "schema:abstract": provision.text,
        **({"listItem": list(provision.parts)} if provision.parts else {}),
        "eli:is_part_of": {"@id": _iri("chapter", provision.chapter)},
        "strength": provision.strength.value,
        "strengthIsInferred": provision.strength_inferred,
        "bearer": _refer("agency", provision.who),
        "schema:about": [*_refer("topic", provision.topics), *_refer("term", provision.terms)],
        **({"timescale": list(map(str, provision.timescales))} if provision.timescales else {}),
        **({"schema:pagination": provision.paragraph} if provision.paragraph else {}),
        **({"legalBasis": provision.law} if provision.law else {}),
        "evidence": base.evidence(provision).value,
        **_derived(provision.citations),
    }


def _links(compiled: Compiled) -> Iterator[Node]:
    """Every link of every lineage once, with who made it."""
    ties: dict[tuple[str, str], Tie] = {}
    for line in lineages(compiled):
        for tie in line.ties:
            ties.setdefault((tie.old, tie.new), tie)
    for (old, new), tie in sorted(ties.items()):
        yield {
            "@id": _iri("link", f"{old}--{new}"),
            "@type": ["Link", "prov:Entity"],
            "earlier": {"@id": _iri("provision", old)},
            "later": {"@id": _iri("provision", new)},
            "basis": tie.basis.value,
            "score": tie.score,
            "schema:description": tie.why,
            "prov:wasAttributedTo": _PROGRAM if tie.basis is Basis.COMPUTED else _EDITORS,
            **_derived(tie.citations),
        }


def _change(change: Change) -> Node:
    return {
        "@id": _iri("change", change.id),
        "@type": ["Change", "prov:Entity"],
        "schema:name": change.title,
        "schema:description": change.text,
        "kind": [kind.value for kind in change.kinds],
        "from": {"@id": _iri("edition", change.from_edition)},
        "to": {"@id": _iri("edition", change.to_edition)},
        "before": _refer("provision", change.old),
        "after": _refer("provision", change.new),
        "bearer": _refer("agency", change.who),
        **_derived(change.citations),
    }
