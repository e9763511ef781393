"""One page for each duty: its line through the editions, and the list of all."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.change import Change
from diffing.lineage import lineages
from kb_site import address
from kb_site.json_ld import duty_json_ld
from kb_site.ladder import draw_ladder
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.shelves import Row, Section, shelves


def duty_pages(renderer: Renderer) -> Iterator[GeneratedPage]:
    """A page for each line of provisions, and all of them from A to Z."""
    lines = lineages(renderer.compiled)
    changes: dict[str, list[Change]] = {}
    for step in renderer.compiled.steps:
        for change in step.changes:
            for name in (*change.old, *change.new):
                changes.setdefault(name, []).append(change)
    for line in lines:
        mine = {each.id: each for member in line.members for each in changes.get(member.id, ())}
        latest = line.members[-1]
        yield renderer.page(
            "duty.html.j2",
            address.lineage_address(line),
            line.title,
            description=f"One duty of Working Together through the editions: {latest.text}"[:200],
            json_ld=duty_json_ld(renderer.compiled.base, line),
            line=line,
            ladder=draw_ladder(renderer, line),
            changes=list(mine.values()),
        )
    ordered = sorted(lines, key=lambda line: (line.title.casefold(), line.slug))
    rows = [Row(record="", anchor="", html=renderer.duty_entry(line)) for line in ordered]
    found = shelves(Section(anchor="all", heading="Every duty from A to Z", rows=tuple(rows)), "duties/")
    for shelf in found:
        part = f", part {shelf.part} of {shelf.parts}" if shelf.parts > 1 else ""
        yield renderer.page(
            "duties.html.j2",
            shelf.where,
            f"{shelf.section.heading}{part}",
            description="Every duty, definition and permission that is recorded, from A to Z.",
            shelf=shelf,
            shelves=found,
            total=len(lines),
        )
