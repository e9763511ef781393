"""Pages for machines: JSON-LD in the words of schema.org.

The guidance is statutory guidance and no legislation, and this is no official copy; both are said in the data.
"""

from __future__ import annotations

from diffing.lineage import Lineage
from kb.base import KnowledgeBase
from kb.guidance import Edition

_CONTEXT = "https://schema.org"
_KIND = "Statutory guidance, not legislation. This page is an independent account of it, not an official copy."


def edition_json_ld(base: KnowledgeBase, edition: Edition) -> dict[str, object]:
    """An edition as schema.org ``Legislation``, marked as guidance that is described and not reproduced."""
    record: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "Legislation",
        "name": edition.title,
        "legislationIdentifier": edition.id,
        "legislationType": "Draft of statutory guidance" if edition.is_draft else "Statutory guidance",
        "legislationLegalForce": _force(base, edition),
        "legislationDate": edition.published,
        "legislationJurisdiction": base.work.place,
        "abstract": _KIND,
        "inLanguage": "en-GB",
    }
    if edition.publisher:
        record["publisher"] = {"@type": "GovernmentOrganization", "name": edition.publisher}
    if edition.replaces:
        record["legislationRepeals"] = [{"@type": "Legislation", "legislationIdentifier": e} for e in edition.replaces]
    if edition.revisions:
        record["legislationDateVersion"] = edition.revisions[-1].date
    return record


def _force(base: KnowledgeBase, edition: Edition) -> str:
    current = edition is base.issued[-1] and not edition.superseded
    return f"{_CONTEXT}/{'InForce' if current else 'NotInForce'}"


def duty_json_ld(base: KnowledgeBase, line: Lineage) -> dict[str, object]:
    """A duty through the editions, as parts of the guidance."""
    return {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        "name": line.title,
        "abstract": _KIND,
        "inLanguage": "en-GB",
        "license": base.work.corpus_licence,
        "hasPart": [
            {
                "@type": "Legislation",
                "identifier": member.id,
                "name": member.title,
                "legislationType": "Provision of statutory guidance",
                "isPartOf": {"@type": "Legislation", "legislationIdentifier": member.edition},
            }
            for member in line.members
        ],
    }
