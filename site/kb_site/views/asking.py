"""The Ask page: what the browser needs to read a question, loaded when one is asked and on no other page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from diffing.asking.answering import SAFETY
from diffing.asking.exporting import grammar_data
from diffing.asking.grammar import compile_grammar
from diffing.asking.index import corpus_words
from diffing.asking.records import all_records
from diffing.asking.search import PRESENT, STRICT, standing_editions
from diffing.selection import KIND_GROUPS
from kb.base import KnowledgeBase
from kb.guidance import ChangeKind, Coverage
from kb.lookup import audience
from kb_site import address
from kb_site.explorer import data_script
from kb_site.page import GeneratedFile, GeneratedPage
from kb_site.render import Renderer

EXAMPLES = (
    "what changed for schools since 2018",
    "must duties new for probation since 2018",
    "timescale for child protection conference",
    "difference between the 2017 draft and 2018 on serious incidents",
    "what must early years do now about information sharing",
    "who replaced LSCBs",
    "is there still a core assessment?",
    "history of the independent chair",
    "what does family help mean",
    "which editions are there",
)
"""Questions that show what can be asked."""

_UNTOLD = (ChangeKind.FIRST_RECORDED, ChangeKind.NOT_RECORDED_AFTER)
"""Kinds that do not show that anything is new or gone, so that they answer no question about it."""


def asking_files(renderer: Renderer) -> list[GeneratedFile]:
    """The grammar of questions, and what the page says beside the rows; the rows are those of the explorer."""
    compiled = renderer.compiled
    base = compiled.base
    grammar = compile_grammar(base, corpus_words(all_records(compiled)))
    names = [each.id for each in grammar.names]
    value = {
        "grammar": grammar_data(grammar),
        "strict": STRICT,
        "present": PRESENT,
        "standing": standing_editions(base),
        "kinds": {
            name: [kind for kind in kinds if kind not in _UNTOLD]
            for name, kinds in (*KIND_GROUPS.items(), *((kind.value, (kind,)) for kind in ChangeKind))
        },
        "partly": _partly(base),
        "places": {name: place for name in names if (place := _place(renderer, name))},
        "notes": {name: notes for name in names if (notes := _notes(base, name))},
        "meanings": {
            f"term:{term.id}": (term.meanings[-1].edition, term.meanings[-1].text)
            for term in base.terms
            if term.meanings
        },
        "published": {edition.id: edition.published for edition in base.editions},
    }
    return [data_script("asking", value)]


def asking_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """The page."""
    yield renderer.page(
        "ask.html.j2",
        "ask/",
        "Ask",
        description="Ask what changed, for whom, between which editions; the answer is rows with their sources.",
        examples=EXAMPLES,
        safety=[_with_calls(line) for line in SAFETY],
    )


def _with_calls(line: str) -> Markup:
    text = escape(line)
    for number in ("999", "0808 800 5000"):
        text = text.replace(number, Markup(f'<a href="tel:{number.replace(" ", "")}">{number}</a>'))
    return text


def _partly(base: KnowledgeBase) -> dict[str, int]:
    """How many chapters of each edition are recorded only in part."""
    chapters = [each for each in base.chapters if each.coverage is Coverage.PARTIAL and not each.document]
    counts = {edition.id: sum(each.edition == edition.id for each in chapters) for edition in base.editions}
    return {name: count for name, count in counts.items() if count}


def _place(renderer: Renderer, name: str) -> str:
    kind, _, record = name.partition(":")
    if kind == "term":
        return renderer.links.place_of(name)
    where = address.agency_address(record) if kind == "agency" else address.topic_address(record)
    return where if renderer.links.has_page(where) else ""


def _notes(base: KnowledgeBase, name: str) -> list[str]:
    """What became of an agency or a term."""
    kind, _, record = name.partition(":")
    if kind == "agency":
        return [note for note in audience(base, base.agency(record)).notes if "succeeded by" in note]
    if kind != "term":
        return []
    term = base.term(record)
    return [
        f"{term.label}: replaced by {base.term(step.id).label}" + (f" from {step.since}" if step.since else "")
        for step in term.replaced_by
    ]
