"""The parts of the site that are no pages: ladders, shelves, feeds, data, the security policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import xml.etree.ElementTree as ElementTree

import msgspec
import pytest
from markupsafe import Markup

from diffing.compiled import Compiled
from diffing.lineage import lineage_of
from kb.guidance import ChangeKind
from kb_site.data_files import data_files, data_sets
from kb_site.feeds import correction_entries, feed_files
from kb_site.kinds import FAMILIES, FAMILY_OF, MEANINGS, kind_sign
from kb_site.ladder import draw_ladder
from kb_site.policy import with_policy
from kb_site.render import Renderer
from kb_site.shelves import BUDGET, Row, Section, pack, shelve

ATOM = "{http://www.w3.org/2005/Atom}"


def rows(*weights: int) -> tuple[Row, ...]:
    """Rows of these weights."""
    return tuple(Row(record="", anchor="", html=Markup("x" * weight)) for weight in weights)


def test_every_kind_has_one_family_a_sign_and_a_meaning() -> None:
    """A kind that is added cannot be forgotten here."""
    assert set(FAMILY_OF) == set(MEANINGS) == set(ChangeKind)
    assert sum(len(family.kinds) for family in FAMILIES) == len(ChangeKind)
    assert all(kind_sign(kind) for kind in ChangeKind)


@pytest.mark.parametrize("name", ["2007/answer", "2007/teach-old-staff", "2004/bell"])
def test_a_ladder_shows_every_member_and_every_gap(small: Compiled, name: str) -> None:
    """It is well-formed, has a title and a description, and a row for each member and each later edition."""
    line = lineage_of(small, small.base.provision(name))
    drawn = str(draw_ladder(Renderer(small), line))
    svg = ElementTree.fromstring(drawn.replace("&quot;", '"'))
    editions = {member.edition for member in line.members}
    first = min(editions)
    gaps = [edition for edition in small.base.issued if edition.id > first and edition.id not in editions]

    assert svg.find("title") is not None
    assert svg.find("desc") is not None
    assert drawn.count("<circle") == len(line.members) + len(gaps)
    assert drawn.count('class="rail') == len(line.ties)


def test_a_pack_is_never_above_the_budget() -> None:
    """Rows stay in order and none is lost."""
    heavy = rows(*[BUDGET // 3 + 1] * 7)
    packs = pack(heavy)

    assert [row for each in packs for row in each] == list(heavy)
    assert all(sum(len(row.html) for row in each) <= BUDGET for each in packs)


def test_a_section_that_does_not_fit_moves_out_whole() -> None:
    """The next may still fit."""
    sections = [
        Section(anchor=name, heading=name, rows=rows(weight)) for name, weight in (("a", 10), ("b", BUDGET), ("c", 5))
    ]
    stay, apart = shelve(sections, "compare/x/")

    assert [section.anchor for section in stay] == ["a", "c"]
    assert [shelf.where for shelf in apart["b"]] == ["compare/x/b/"]


def test_feeds_are_valid_atom_newest_first(small: Compiled) -> None:
    """Ids are unique; guidance and our own corrections are not mixed."""
    editions, corrections = feed_files(small, "# Log\n\n## 2026-01-02\n\n- Mended <it>.\n\n## 2026-03-04\n\n- Again.\n")
    feed = ElementTree.fromstring(editions.content)
    dates = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]

    assert dates == sorted(dates, reverse=True, key=str)
    assert len(set(ids)) == len(ids) == len(small.base.editions) + 1
    assert "corrections" not in editions.content
    assert ElementTree.fromstring(corrections.content).findtext(f"{ATOM}updated") == "2026-03-04T00:00:00Z"


def test_a_changelog_without_dates_gives_no_entry() -> None:
    """Nothing is made up."""
    assert correction_entries("# Log\n\n## Unreleased\n\n- Something.\n") == []


def test_data_files_can_be_read_back_by_their_types(small: Compiled) -> None:
    """What is written is what was held, and each file has a schema that names its fields."""
    files = {file.uri: file.content for file in data_files(small)}
    for each in data_sets(small):
        kind = tuple[each.kind, ...]  # type: ignore[name-defined]
        assert msgspec.json.decode(files[f"data/{each.name}.json"], type=kind) == each.records
        schema = json.loads(files[f"data/{each.name}.schema.json"])
        assert each.kind.__name__ in schema["$defs"]


def test_the_policy_allows_the_inline_scripts_of_the_page_and_no_other() -> None:
    """By hash; data blocks need none; there is no way round."""
    page = with_policy(
        '<head><meta charset="utf-8"><script>a=1</script><script type="application/json">{}</script></head>'
    )
    policy = re.search(r'content="([^"]+)"', page)
    assert policy is not None
    digest = base64.b64encode(hashlib.sha256(b"a=1").digest()).decode()

    assert policy[1].count("sha256-") == 1
    assert digest in policy[1]
    assert "unsafe-inline" not in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert "default-src 'none'" in policy[1]
