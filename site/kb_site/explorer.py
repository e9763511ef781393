"""What the explorer and the search page load: scripts that hand over data, one for each step and each edition.

Scripts and not JSON, because a browser that reads the site from a folder refuses to fetch; the same data as JSON lies
in ``data/``. What is loaded first stays small: a reader who asks for one step gets that step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from diffing.change import Change, Step
from diffing.compiled import Compiled
from diffing.lineage import lineage_of, lineages
from diffing.rows import make_row
from kb.guidance import ChangeKind, Provision, Strength
from kb.lookup import Reach, audience
from kb_site import address
from kb_site.data_files import data_sets
from kb_site.kinds import FAMILIES, kind_sign
from kb_site.page import GeneratedFile, GeneratedPage
from kb_site.render import Renderer

_FOLDER = "data/explorer"


def explorer_files(renderer: Renderer) -> list[GeneratedFile]:
    """The words that rows refer to, the rows of each step and edition, and what the search looks through.

    Made after the pages, since it tells where on them each record stands.
    """
    compiled = renderer.compiled
    files = [_script("words", _words(compiled))]
    files += [_script(f"{step.from_edition}-{step.to_edition}", _step_rows(compiled, step)) for step in compiled.steps]
    files += [
        _script(edition.id, [_provision_row(compiled, each) for each in compiled.base.provisions_of(edition.id)])
        for edition in compiled.base.editions
    ]
    return [*files, _script("search", list(_search_rows(renderer)))]


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
        files={file.uri: len(file.content.encode()) for file in files},
    )


def _script(name: str, value: object) -> GeneratedFile:
    text = msgspec.json.encode(value).decode().replace("<", "\\u003c")
    return GeneratedFile(uri=f"{_FOLDER}/{name}.js", content=f"kbTake({msgspec.json.encode(name).decode()},{text});\n")


def _words(compiled: Compiled) -> dict[str, object]:
    base = compiled.base
    drafts = {edition.id for edition in base.editions if edition.is_draft}
    return {
        "agencies": [
            {"id": each.id, "name": each.name, **_reach(compiled, each.id)} for each in base.agencies
        ],
        "topics": [{"id": each.id, "name": each.label} for each in base.topics],
        "chapters": [
            {"id": each.id, "name": f"{each.edition}: {each.number} {each.title}", "partial": each.coverage == "partial"}
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
                "count": len(step.changes),
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


def _step_rows(compiled: Compiled, step: Step) -> list[dict[str, object]]:
    return [_change_row(compiled, step, change) for change in step.changes]


def _change_row(compiled: Compiled, step: Step, change: Change) -> dict[str, object]:
    base = compiled.base
    row = make_row(base, change)
    ends = [base.provision(name) for name in (change.new or change.old)]
    return {
        "id": change.id,
        "title": change.title,
        "text": change.text,
        "step": row.step,
        "kinds": list(change.kinds),
        "basis": row.basis,
        "was": row.was,
        "now": row.now,
        "strength": row.strength,
        "strengths": list(dict.fromkeys(each.strength for each in ends)),
        "limit": row.timescale,
        "who": list(change.who),
        "topics": list(change.topics),
        "chapters": list(dict.fromkeys(each.chapter for each in ends)),
        "place": row.paragraph,
        "evidence": row.evidence,
        "sources": row.sources,
        "there": _duty(compiled, ends[0]) if ends else address.step_address(step),
    }


def _provision_row(compiled: Compiled, provision: Provision) -> dict[str, object]:
    base = compiled.base
    return {
        "id": provision.id,
        "title": provision.title,
        "text": "\n".join((provision.text, *(f"- {part}" for part in provision.parts))),
        "step": provision.edition,
        "kinds": [],
        "basis": "",
        "was": "",
        "now": "",
        "strength": f"{provision.strength}{' (inferred)' if provision.strength_inferred else ''}",
        "strengths": [provision.strength],
        "limit": "; ".join(map(str, provision.timescales)),
        "who": list(provision.who),
        "topics": list(provision.topics),
        "chapters": [provision.chapter],
        "place": f"{provision.edition}: {provision.paragraph}" if provision.paragraph else "",
        "evidence": base.evidence(provision).value,
        "sources": "; ".join(dict.fromkeys(base.source(each.source).title for each in provision.citations)),
        "there": _duty(compiled, provision),
    }


def _duty(compiled: Compiled, provision: Provision) -> str:
    line = lineage_of(compiled, provision)
    return f"{address.lineage_address(line)}#{address.member_anchor(provision)}"


def _search_rows(renderer: Renderer) -> Iterator[tuple[str, str, str, str, str]]:
    """What is found: kind, title, address, a line beside it, and further words to look through."""
    compiled, links = renderer.compiled, renderer.links
    base = compiled.base
    for agency in base.agencies:
        if links.has_page(address.agency_address(agency.id)):
            yield "agency", agency.name, address.agency_address(agency.id), "", " ".join(agency.aliases)
    for edition in base.editions:
        kind = "draft" if edition.is_draft else "edition"
        yield kind, f"{edition.title} {edition.id}", address.edition_address(edition.id), edition.published, ""
    for topic in base.topics:
        if links.has_page(address.topic_address(topic.id)):
            yield "topic", topic.label, address.topic_address(topic.id), topic.group, " ".join(topic.aliases)
    for term in base.terms:
        yield "term", term.label, links.place_of(f"term:{term.id}"), "", " ".join(term.aliases)
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
