"""What the explorer, Ask and search load: scripts that hand over data, one for each step and each edition.

Scripts and not JSON, because a browser that reads the site from a folder refuses to fetch; the same data as JSON lies
in ``data/``. What is loaded first stays small: a reader who asks for one step gets that step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from diffing.change import Change
from diffing.compiled import Compiled
from diffing.lineage import lineage_of, lineages
from diffing.rows import cite, make_row
from kb.guidance import ChangeKind, Provision, Strength
from kb.lookup import Reach, audience
from kb.vocabulary import Citation
from kb_site import address
from kb_site.data_files import data_sets
from kb_site.kinds import FAMILIES, is_quiet, kind_sign
from kb_site.page import GeneratedFile, GeneratedPage
from kb_site.render import Renderer

_FOLDER = "data/explorer"


def explorer_files(renderer: Renderer) -> list[GeneratedFile]:
    """The words that rows refer to, the rows of each step and edition, and what the search looks through.

    What is told as changed and what merely goes on (or is first or last recorded) come in files of their own. Made
    after the pages, since it tells where on them each record stands.
    """
    compiled = renderer.compiled
    places = _places(compiled)
    files = [data_script("words", _words(compiled))]
    for step in compiled.steps:
        name = f"{step.from_edition}-{step.to_edition}"
        loud = [each for each in step.changes if not is_quiet(each)]
        quiet = [each for each in step.changes if is_quiet(each)]
        files.append(data_script(name, [_change_row(renderer, places, each) for each in loud]))
        files.append(data_script(f"{name}-quiet", [_change_row(renderer, places, each) for each in quiet]))
    for edition in compiled.base.editions:
        provisions = compiled.base.provisions_of(edition.id)
        files.append(data_script(edition.id, [_provision_row(renderer, places, each) for each in provisions]))
    return [*files, data_script("search", list(_search_rows(renderer)))]


def explorer_pages(renderer: Renderer, files: Iterable[GeneratedFile]) -> Iterator[GeneratedPage]:
    """The explorer, the search page, and the page that documents the data."""
    yield renderer.page(
        "explorer.html.j2",
        "explorer/",
        "Explore changes and duties",
        description="Filter every change and every duty by agency, edition, kind, strength and topic.",
    )
    yield renderer.page(
        "search.html.j2",
        "search/",
        "Search",
        description="Search duties, changes, agencies, terms and topics.",
    )
    yield renderer.page(
        "data.html.j2",
        "data/",
        "Data for other programs",
        description="Everything on this site as JSON with JSON Schema, and as feeds.",
        sets=data_sets(renderer.compiled),
        files={file.uri: file.size for file in files},
    )


def data_script(name: str, value: object) -> GeneratedFile:
    """The script that hands *value* over to the page under *name*."""
    text = msgspec.json.encode(value).decode().replace("<", "\\u003c")
    return GeneratedFile(uri=f"{_FOLDER}/{name}.js", content=f"kbTake({msgspec.json.encode(name).decode()},{text});\n")


def _words(compiled: Compiled) -> dict[str, object]:
    base = compiled.base
    drafts = {edition.id for edition in base.editions if edition.is_draft}
    return {
        "agencies": [{"id": each.id, "name": each.name, **_reach(compiled, each.id)} for each in base.agencies],
        "sources": [cite(base, Citation(source=each.id)) for each in base.sources],
        "topics": [{"id": each.id, "name": each.label} for each in base.topics],
        "terms": [{"id": each.id, "name": each.label} for each in base.terms],
        "chapters": [
            {
                "id": each.id,
                "number": each.number,
                "name": f"{each.edition}: {each.number} {each.title}",
                "partial": each.coverage == "partial",
            }
            for each in base.chapters
        ],
        "kinds": [{"id": kind.value, "sign": kind_sign(kind)} for kind in ChangeKind],
        "families": [
            {"id": each.id, "name": each.heading, "kinds": list(each.kinds), "quiet": each.quiet} for each in FAMILIES
        ],
        "strengths": list(Strength),
        "editions": [
            {"id": each.id, "draft": each.id in drafts, "count": len(base.provisions_of(each.id))}
            for each in base.editions
        ],
        "steps": [
            {
                "from": step.from_edition,
                "to": step.to_edition,
                "draft": bool(drafts & {step.from_edition, step.to_edition}),
                "old": step.compared_old,
                "new": step.compared_new,
                "partial": len(step.partial),
                "told": sum(not is_quiet(change) for change in step.changes),
                "quiet": sum(is_quiet(change) for change in step.changes),
            }
            for step in compiled.steps
        ],
    }


def _reach(compiled: Compiled, agency: str) -> dict[str, list[str]]:
    """Every bearer that a question about *agency* reaches; wider groups apart, as on its own page."""
    asked = audience(compiled.base, compiled.base.agency(agency))
    return {
        "near": [name for name, how in asked.reach.items() if how is not Reach.WIDER],
        "wider": [name for name, how in asked.reach.items() if how is Reach.WIDER],
    }


def _places(compiled: Compiled) -> dict[str, int]:
    """The number of each agency, topic, term, chapter and source in its list of words."""
    base = compiled.base
    lists = {
        "agency": [each.id for each in base.agencies],
        "topic": [each.id for each in base.topics],
        "term": [each.id for each in base.terms],
        "chapter": [each.id for each in base.chapters],
        "source": [each.id for each in base.sources],
    }
    return {f"{kind}:{name}": number for kind, names in lists.items() for number, name in enumerate(names)}


def _change_row(renderer: Renderer, places: dict[str, int], change: Change) -> dict[str, object]:
    base = renderer.compiled.base
    row = make_row(base, change)
    ends = [base.provision(name) for name in (change.new or change.old)]
    return _lean(
        {
            "id": change.id,
            "title": change.title,
            "text": change.text,
            "revision": change.revision,
            "kinds": change.kinds,
            "basis": row.basis,
            "was": row.was,
            "now": row.now,
            "strength": row.strength,
            "strengths": tuple(dict.fromkeys(each.strength for each in ends)),
            "limit": row.timescale,
            "who": [places[f"agency:{name}"] for name in change.who],
            "topics": [places[f"topic:{name}"] for name in change.topics],
            "terms": [places[f"term:{name}"] for name in change.terms],
            "chapters": [places[f"chapter:{name}"] for name in dict.fromkeys(each.chapter for each in ends)],
            "place": row.paragraph,
            "evidence": row.evidence,
            "sources": _sources(places, change.citations),
            "there": renderer.links.place_of(f"change:{change.id}"),
        }
    )


def _provision_row(renderer: Renderer, places: dict[str, int], provision: Provision) -> dict[str, object]:
    base = renderer.compiled.base
    return _lean(
        {
            "id": provision.id,
            "title": provision.title,
            "text": "\n".join((provision.text, *(f"- {part}" for part in provision.parts))),
            "strength": f"{provision.strength}{' (inferred)' if provision.strength_inferred else ''}",
            "strengths": (provision.strength,),
            "limit": "; ".join(map(str, provision.timescales)),
            "who": [places[f"agency:{name}"] for name in provision.who],
            "topics": [places[f"topic:{name}"] for name in provision.topics],
            "terms": [places[f"term:{name}"] for name in provision.terms],
            "chapters": [places[f"chapter:{provision.chapter}"]],
            "place": f"{provision.edition}: {provision.paragraph}" if provision.paragraph else "",
            "evidence": base.evidence(provision).value,
            "sources": _sources(places, provision.citations),
            "there": _duty(renderer.compiled, provision),
        }
    )


def _sources(places: dict[str, int], citations: tuple[Citation, ...]) -> list[tuple[int, str]]:
    return [(places[f"source:{each.source}"], each.locator) for each in citations]


def _lean(row: dict[str, object]) -> dict[str, object]:
    """*row* without what is empty; the page puts it back."""
    return {name: value for name, value in row.items() if value}


def _duty(compiled: Compiled, provision: Provision) -> str:
    line = lineage_of(compiled, provision)
    return f"{address.lineage_address(line)}#{address.member_anchor(provision)}"


def _search_rows(renderer: Renderer) -> Iterator[tuple[str, str, str, str, str]]:
    """What is found: kind, title, address, a line beside it, and further words to look through."""
    compiled, links = renderer.compiled, renderer.links
    base = compiled.base
    for agency in base.agencies:
        if links.has_page(address.agency_address(agency.id)):
            yield "agency", agency.name, address.agency_address(agency.id), "", "; ".join(agency.aliases)
    for edition in base.editions:
        kind = "draft" if edition.is_draft else "edition"
        yield kind, f"{edition.title} {edition.id}", address.edition_address(edition.id), edition.published, ""
    for topic in base.topics:
        if links.has_page(address.topic_address(topic.id)):
            yield "topic", topic.label, address.topic_address(topic.id), topic.group, "; ".join(topic.aliases)
    for term in base.terms:
        yield "term", term.label, links.place_of(f"term:{term.id}"), "", "; ".join(term.aliases)
    for line in lineages(compiled):
        last = line.members[-1]
        editions = ", ".join(dict.fromkeys(each.edition for each in line.members))
        who = ", ".join(base.agency(name).name for name in last.who[:3])
        limits = " ".join(str(limit) for each in line.members for limit in each.timescales)
        beside = " · ".join(filter(None, (last.strength.value, who, editions)))
        yield "duty", line.title, address.lineage_address(line), beside, f"{last.text} {limits}"
    for step in compiled.steps:
        for change in step.changes:
            if change.announced:
                beside = f"{make_row(base, change).step} · {', '.join(change.kinds)}"
                yield "change", change.title, links.place_of(f"change:{change.id}"), beside, change.text[:300]
