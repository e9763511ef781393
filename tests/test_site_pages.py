"""Pages as data: what stands on them, what they weigh, and that nothing in the corpus can do harm."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from samples import SMALL
from site_parts import PAYLOAD, harmful, parse

from diffing.compiled import Compiled
from diffing.lineage import lineages
from diffing.steps import compare_editions
from kb.errors import KbError
from kb_site.links import Links
from kb_site.page import GeneratedFile, GeneratedPage
from kb_site.pages import whole_site
from kb_site.pairs import Pairs, further_pairs

Site = dict[str, GeneratedPage]
Whole = tuple[Site, dict[str, GeneratedFile]]


def site_of(compiled: Compiled) -> Whole:
    """The pages and files of a knowledge base, by where they lie."""
    further = tuple(
        compare_editions(compiled.base, before.id, after.id)
        for number, before in enumerate(compiled.base.issued)
        for after in compiled.base.issued[number + 2 :]
    )
    pages, files = whole_site(compiled, further=further, corrections="# Log\n\n## 2026-01-02\n\n- One <thing>.\n")
    return {page.src_uri: page for page in pages}, {file.uri: file for file in files}


@pytest.fixture(scope="module")
def real(shipped: Compiled) -> Whole:
    """The pages and files of the shipped corpus."""
    return site_of(shipped)


@pytest.fixture(scope="module")
def site(small: Compiled) -> Site:
    """The pages of the small corpus."""
    return site_of(small)[0]


def test_every_record_has_its_page(site: Site, small: Compiled) -> None:
    """Editions, chapters, duties, topics, every pair of issued editions, every step of a draft."""
    base = small.base
    wanted = {f"editions/{edition.id}.md" for edition in base.editions}
    wanted |= {f"editions/{chapter.id}.md" for chapter in base.chapters}
    wanted |= {f"d/{line.slug}.md" for line in lineages(small)}
    wanted |= {"compare/2001-2007.md", "compare/2001-2003-draft.md", "compare/2004-2004.md"}
    wanted |= {f"{name}.md" for name in ("index", "agencies", "terms", "timescales", "topics", "sources", "coverage")}
    wanted |= {f"{name}.md" for name in ("disputes", "about", "methods", "explorer", "search", "ask", "data", "matrix")}

    assert wanted <= site.keys()


def test_equal_knowledge_bases_give_equal_pages(small: Compiled) -> None:
    """The same input gives the same pages and files."""
    assert site_of(small) == site_of(small)


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    """An anchor leads to one place."""
    doubled = {name: ids for name, page in site.items() if len(set(ids := parse(page.html).ids)) != len(ids)}

    assert not doubled


def test_each_page_has_one_heading_of_the_first_level(site: Site) -> None:
    """One h1 a page, and no level is left out below it."""
    for page in site.values():
        levels = [int(each.tag[1]) for each in parse(page.html).elements if re.fullmatch(r"h[1-6]", each.tag)]
        assert levels.count(1) == 1, page.src_uri
        assert all(after - before <= 1 for before, after in pairwise(levels)), page.src_uri


def test_a_draft_is_marked_wherever_it_is_shown(site: Site) -> None:
    """Nobody can take a proposal for guidance."""
    for name in (
        "editions/2003-draft.md",
        "editions/2003-draft/01-proposals.md",
        "compare/2001-2003-draft.md",
        "d/answer.md",
    ):
        assert "Draft: a proposal, never in force" in parse(site[name].html).text, name


def test_a_change_shows_what_a_reader_needs(site: Site) -> None:
    """Kind, who vouches, before and after, limits, bearers, place, sources with the place in them."""
    text = " ".join(parse(site["compare/2001-2004.md"].html).text.split())

    assert "t< timescale shortened" in text
    assert "Before: 7 days → After: 3 days" in text
    assert "2001: Answer a call for help · should · within 7 days of the call · paragraph 1" in text
    assert "2004: Answer a call for help · must · within 3 days of the call" in text
    assert (
        "a source says so (timescale shortened); compared across an asserted link (strengthened, handed over, renamed)"
        in text
    )
    assert "A Trainer: What the new Guide says 2004, page 2" in text
    assert "must (inferred)" in text


def test_an_agency_sees_its_own_changes_before_those_of_wider_groups(
    real: Whole,
) -> None:
    """What names schools stands first, what is said to wider groups apart."""
    html = real[0]["agencies/schools.md"].html

    assert html.index('id="changes"') < html.index('<article class="change"') < html.index('id="wider"')
    assert '<article class="change"' not in html[html.index('id="wider"') :]


def test_a_succession_is_told_on_both_sides(site: Site) -> None:
    """Who came before and who came after, with links."""
    assert "Predecessor: Children's board" in parse(site["agencies/partners.md"].html).text
    assert "Successor: Local partners" in parse(site["agencies/board.md"].html).text


def test_an_empty_result_says_what_was_compared(site: Site) -> None:
    """Never a blank and never a guess."""
    text = " ".join(parse(site["agencies/board.md"].html).text.split())

    assert re.search(r"No change recorded for Children's board among \d+ provisions compared", text)


def test_a_badge_tells_the_history_of_a_provision(site: Site) -> None:
    """In square brackets: where first recorded, what changed since."""
    assert (
        "[2001; strengthened, handed over, timescale shortened, renamed 2004]"
        in parse(site["editions/2007/01-all.md"].html).text
    )


def test_nothing_in_the_corpus_can_do_harm(small: Compiled) -> None:
    """Script, attributes, Markdown and template marks in every field come out as the text they are."""
    pages, files = site_of(harmful(small))
    seen = ""
    for page in pages.values():
        found = parse(page.html)
        seen += found.text
        for element in found.elements:
            assert element.tag not in ("script", "img"), page.src_uri
            assert not any(name.startswith("on") for name in element.attributes), page.src_uri
        assert not any(link.lower().startswith(("javascript:", "data:")) for link in found.links()), page.src_uri

    assert PAYLOAD in seen
    assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|\b49\b", seen)
    assert all("<" not in file.content for uri, file in files.items() if uri.endswith(".js"))
    assert all("<script" not in file.content for uri, file in files.items() if uri.endswith(".xml"))


def test_a_link_to_nothing_stops_the_build() -> None:
    """A page or an anchor that is not there is named."""
    links = Links()
    links.add_page("a/", '<p id="x">')
    links.to("a/#x")
    links.to("a/#y")
    links.to("b/")

    with pytest.raises(KbError, match=r"a/#y, b/"):
        links.check()


def test_pairs_that_do_not_follow_each_other_are_compared_once(small: Compiled) -> None:
    """Issued editions only, old to new, without the neighbours."""
    further = further_pairs(small, SMALL)

    assert [(step.from_edition, step.to_edition) for step in further] == [("2001", "2007")]
    assert Pairs(steps=further).steps == further


def test_no_page_is_too_heavy_for_a_phone(shipped: Compiled, real: Whole) -> None:
    """At most 120 kB of our own HTML, and at most 300 kB of data before the explorer shows its first rows."""
    pages, files = real
    heavy = {name: size for name, page in pages.items() if (size := len(page.html.encode())) > 120_000}
    last = shipped.base.issued[-2:]
    first = [f"data/explorer/{name}.js" for name in ("words", f"{last[0].id}-{last[1].id}")]

    assert not heavy
    assert sum(files[name].size for name in first) < 300_000
