"""The ladder of a duty: a small picture of its line through the editions, drawn when the site is built.

One row for each member, and one for each edition in between or after that has none; the rails on the left show what
came from what. Everything it shows stands in the list below it too.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from diffing.change import Basis, Tie
from diffing.lineage import Lineage
from diffing.rows import strength_words
from kb.guidance import Edition, Provision
from kb_site.address import member_anchor
from kb_site.render import Renderer

ROW = 44
"""Height of a row."""

WIDTH = 360
"""Width of the picture; it shrinks with the screen."""

LANE = 22
"""Room between two rails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One row of the picture."""

    edition: Edition
    """The edition."""

    member: Provision | None
    """What it says; ``None`` where nothing is recorded."""

    x: int
    """Where its mark stands."""

    y: int
    """Where its mark stands."""


def draw_ladder(renderer: Renderer, line: Lineage) -> Markup:
    """The picture as inline SVG; empty for a line of one that has no later edition to stand beside."""
    rungs = _rungs(renderer.compiled.base.editions, line)
    if len(rungs) < 2:
        return Markup("")
    places = {rung.member.id: rung for rung in rungs if rung.member}
    left = max(rung.x for rung in rungs) + 20
    height = ROW * len(rungs)
    parts = [_rail(places[tie.old], places[tie.new], tie) for tie in line.ties]
    parts += [_rung(rung, left) for rung in rungs]
    words = f"{len(line.members)} records in {len({each.edition for each in line.members})} editions"
    title = escape(f"Ladder of {line.title}")
    return Markup(
        f'<svg class="ladder" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="group" '
        f'aria-labelledby="ladder-title ladder-desc"><title id="ladder-title">{title}</title>'
        f'<desc id="ladder-desc">{words}; the list below says the same in words.</desc>{"".join(parts)}</svg>'
    )


def _rungs(editions: tuple[Edition, ...], line: Lineage) -> list[Rung]:
    """A row for every member, and for every issued edition since the first that has none."""
    held = {member.edition for member in line.members}
    order = [edition.id for edition in editions]
    first = min(order.index(name) for name in held)
    rungs: list[Rung] = []
    for edition in editions[first:]:
        members = [member for member in line.members if member.edition == edition.id]
        if not members and edition.is_draft:
            continue
        for lane, member in enumerate(members or [None]):
            x = 14 + LANE * min(lane, 5)
            rungs.append(Rung(edition=edition, member=member, x=x, y=ROW * len(rungs) + ROW // 2))
    return rungs


def _rail(old: Rung, new: Rung, tie: Tie) -> str:
    dashed = ' class="rail computed"' if tie.basis is Basis.COMPUTED else ' class="rail"'
    middle = (old.y + new.y) // 2
    bend = f"C{old.x} {middle} {new.x} {middle}" if old.x != new.x else "L"
    return f'<path{dashed} d="M{old.x} {old.y}{bend} {new.x} {new.y}"/>'


def _rung(rung: Rung, left: int) -> str:
    draft = " (draft)" if rung.edition.is_draft else ""
    name = escape(rung.edition.id.removesuffix("-draft") + draft)
    if rung.member is None:
        mark = f'<circle class="none" cx="{rung.x}" cy="{rung.y}" r="4"/>'
        label = f'<text class="quiet" x="{left}" y="{rung.y + 5}">{name} · nothing recorded</text>'
        return mark + label
    member = rung.member
    shape = "draft" if rung.edition.is_draft else f"s{member.strength.rank}"
    limit = str(member.timescales[0]) if member.timescales else ""
    first = f"{name} · {escape(strength_words(member))}"
    second = escape(_short(limit or member.title, (WIDTH - left) // 7))
    return (
        f'<a href="#{escape(member_anchor(member))}"><circle class="{shape}" cx="{rung.x}" cy="{rung.y}" r="7"/>'
        f'<text class="edition" x="{left}" y="{rung.y - 3}">{first}</text>'
        f'<text class="limit" x="{left}" y="{rung.y + 13}">{second}</text></a>'
    )


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 2].rstrip() + " …"
