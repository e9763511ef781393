"""Where each record stands on the site. Addresses are stable: they come from ids, never from printed numbers."""

from __future__ import annotations

import posixpath

from diffing.change import Change, Step
from diffing.lineage import Lineage
from kb.guidance import Chapter, Provision


def edition_address(edition: str) -> str:
    """Address of an edition's page."""
    return f"editions/{edition}/"


def chapter_address(chapter: Chapter) -> str:
    """Address of a chapter's page."""
    return f"editions/{chapter.id}/"


def provision_address(provision: Provision) -> str:
    """Address of a provision: an anchor on its chapter's page."""
    return f"editions/{provision.chapter}/#{provision.id.split('/')[1]}"


def lineage_address(lineage: Lineage) -> str:
    """Short address of a duty through the editions."""
    return f"d/{lineage.slug}/"


def agency_address(agency: str) -> str:
    """Address of an agency's page."""
    return f"agencies/{agency}/"


def topic_address(topic: str) -> str:
    """Address of a topic's page."""
    return f"topics/{topic}/"


def term_address(term: str) -> str:
    """Address of a term: an anchor on the page of terms."""
    return f"terms/#{term}"


def source_address(source: str) -> str:
    """Address of a source: an anchor on the page of sources."""
    return f"sources/#{source}"


def step_address(step: Step) -> str:
    """Address of the comparison of two editions."""
    return f"compare/{step.from_edition}-{step.to_edition}/"


def change_address(change: Change) -> str:
    """Address of one change: an anchor on the page of its comparison."""
    step, slug = change.id.split("/")
    return f"compare/{step}/#{slug}"


def source_uri(address: str) -> str:
    """The Markdown file that becomes the page at *address*.

    Example:
        >>> source_uri("editions/2013/")
        'editions/2013.md'
    """
    return f"{address.rstrip('/')}.md" if address else "index.md"


def relative(here: str, there: str) -> str:
    """The link from the page at *here* to *there*, both counted from the root of the site.

    Example:
        >>> relative("editions/2013/", "terms/#lscb")
        '../../terms/#lscb'
    """
    path, mark, anchor = there.partition("#")
    link = posixpath.relpath(path or ".", here or ".")
    return f"{link}/{mark}{anchor}" if link != "." else f"./{mark}{anchor}"
