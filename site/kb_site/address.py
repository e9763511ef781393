"""Where each record stands on the site. Addresses are stable: they come from ids, never from printed numbers."""

from __future__ import annotations

from diffing.change import Step
from diffing.lineage import Lineage
from kb.guidance import Chapter, Provision


def edition_address(edition: str) -> str:
    """Address of an edition's page."""
    return f"editions/{edition}/"


def chapter_address(chapter: Chapter) -> str:
    """Address of a chapter's page."""
    return f"editions/{chapter.id}/"


def lineage_address(lineage: Lineage) -> str:
    """Short address of a duty through the editions."""
    return f"d/{lineage.slug}/"


def member_anchor(provision: Provision) -> str:
    """Anchor of one edition's wording on the page of its duty, e.g. ``2013-referral-response``."""
    return provision.id.replace("/", "-")


def agency_address(agency: str) -> str:
    """Address of an agency's page."""
    return f"agencies/{agency}/"


def topic_address(topic: str) -> str:
    """Address of a topic's page."""
    return f"topics/{topic}/"


def step_address(step: Step) -> str:
    """Address of the comparison of two editions."""
    return f"compare/{step.from_edition}-{step.to_edition}/"


def source_uri(address: str) -> str:
    """The Markdown file that becomes the page at *address*.

    Example:
        >>> source_uri("editions/2013/")
        'editions/2013.md'
    """
    return f"{address.rstrip('/')}.md" if address else "index.md"


def root_from(here: str) -> str:
    """The way from the page at *here* up to the root of the site.

    Example:
        >>> root_from("editions/2013/")
        '../../'
    """
    return "../" * here.count("/")
