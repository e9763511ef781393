"""Atom feeds: one of the editions of the guidance, one of our own corrections. The two are never mixed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from diffing.compiled import Compiled
from kb_site import address
from kb_site.page import GeneratedFile

_NAMES = "tag:working-together-kb,2026:"
"""Begins every id: a name that stays the same wherever the site is put."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed."""

    name: str
    """Stable name, e.g. ``edition/2013``."""

    title: str
    """What it is."""

    date: str
    """ISO date, as far as known."""

    there: str
    """Address on the site."""

    summary: str
    """One or two sentences."""


def feed_files(compiled: Compiled, corrections: str) -> list[GeneratedFile]:
    """Both feeds."""
    return [
        GeneratedFile(
            uri="feeds/editions.xml",
            content=_feed("editions", compiled.base.work.title + ": editions", _editions(compiled)),
        ),
        GeneratedFile(
            uri="feeds/corrections.xml",
            content=_feed("corrections", "Corrections of this site", correction_entries(corrections)),
        ),
    ]


def _editions(compiled: Compiled) -> Iterable[Entry]:
    for edition in compiled.base.editions:
        what = "Draft, a proposal that was never in force" if edition.is_draft else "Edition"
        there = address.edition_address(edition.id)
        yield Entry(
            name=f"edition/{edition.id}",
            title=f"{what}: {edition.title} ({edition.id})",
            date=edition.published,
            there=there,
            summary=edition.introduction,
        )
        for revision in edition.revisions:
            yield Entry(
                name=f"edition/{edition.id}/{revision.date}",
                title=f"Update of {edition.id}: {revision.title}",
                date=revision.date,
                there=there,
                summary=revision.title,
            )


def correction_entries(corrections: str) -> list[Entry]:
    """The dated sections of the corpus changelog (``## 2026-11-25`` or ``## 0.2 - 2026-11-25``), newest first."""
    entries = []
    for block in re.split(r"(?m)^## ", corrections)[1:]:
        heading, _, text = block.partition("\n")
        found = re.search(r"\d{4}-\d\d-\d\d", heading)
        if found:
            entries.append(
                Entry(
                    name=f"corrections/{found[0]}",
                    title=heading.strip(),
                    date=found[0],
                    there="corrections/",
                    summary=" ".join(text.split()),
                )
            )
    return entries


def _feed(name: str, title: str, entries: Iterable[Entry]) -> str:
    ordered = sorted(entries, key=lambda entry: (_moment(entry.date), entry.name), reverse=True)
    updated = _moment(ordered[0].date) if ordered else "2000-01-01T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<title>{escape(title)}</title>",
        f"<id>{_NAMES}feed/{name}</id>",
        f'<link rel="self" href="{name}.xml"/>',
        '<link rel="alternate" href="../"/>',
        f"<updated>{updated}</updated>",
        "<author><name>working-together-kb</name></author>",
    ]
    for entry in ordered:
        lines += [
            "<entry>",
            f"<title>{escape(entry.title)}</title>",
            f"<id>{escape(_NAMES + entry.name)}</id>",
            f"<link href={quoteattr('../' + entry.there)}/>",
            f"<updated>{_moment(entry.date)}</updated>",
            f"<summary>{escape(entry.summary)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _moment(date: str) -> str:
    """*date* as Atom wants it, the first moment of what is known of it."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    if not found:
        return "2000-01-01T00:00:00Z"
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}T00:00:00Z"
