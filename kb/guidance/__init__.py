"""The guidance itself: editions, their chapters, what these say, and what sources say changed.

Words and rules are those of the project's design: an edition is one whole replacement of the guidance, a provision
is one thing it says somebody must, should or may do, a link says that one provision carries on another.
"""

from kb.guidance.change import AnnouncedChange, ChangeKind, Claim, Dispute
from kb.guidance.edition import Chapter, Coverage, Edition, EditionKind, Note, Revision, Subject
from kb.guidance.provision import Link, Provision, Strength

__all__ = [
    "AnnouncedChange",
    "ChangeKind",
    "Chapter",
    "Claim",
    "Coverage",
    "Dispute",
    "Edition",
    "EditionKind",
    "Link",
    "Note",
    "Provision",
    "Revision",
    "Strength",
    "Subject",
]
