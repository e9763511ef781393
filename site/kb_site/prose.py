"""Text of the corpus as HTML: paragraphs, lists and dates, every mark in it shown and none obeyed."""

from __future__ import annotations

import re

from markupsafe import Markup, escape


def prose(text: str) -> Markup:
    """*text* as paragraphs and lists: blank lines part paragraphs, lines that begin with a dash are items.

    Example:
        >>> prose("Do <this>.\\n- now\\n- soon")
        Markup('<p>Do &lt;this&gt;.</p><ul><li>now</li><li>soon</li></ul>')
    """
    parts: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = block.split("\n")
        words = " ".join(line for line in lines if not line.startswith("- ")).strip()
        items = "".join(f"<li>{escape(line[2:])}</li>" for line in lines if line.startswith("- "))
        parts.append((f"<p>{escape(words)}</p>" if words else "") + (f"<ul>{items}</ul>" if items else ""))
    return Markup("".join(parts))


def changelog(text: str) -> Markup:
    """The headings, paragraphs and lists of a changelog; nothing else of its Markdown is obeyed.

    Example:
        >>> changelog("# Log\\n\\n## 2026-11-25\\n\\n- a <b>")
        Markup('<h2 id="2026-11-25">2026-11-25</h2><ul><li>a &lt;b&gt;</li></ul>')
    """
    parts = []
    for block in re.split(r"\n(?=#)|\n\s*\n", text.strip()):
        heading, _, rest = block.partition("\n") if block.startswith("#") else ("", "", block)
        words = heading.lstrip("#").strip()
        if heading.startswith("## "):
            parts.append(f'<h2 id="{escape(words.replace(" ", "-"))}">{escape(words)}</h2>')
        elif heading.startswith("### "):
            parts.append(f"<h3>{escape(words)}</h3>")
        if rest.strip():
            parts.append(prose(rest))
    return Markup("".join(parts))


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plain_date(iso: str) -> str:
    """A date as people write it; whatever is no date stays as it is.

    Example:
        >>> plain_date("2013-03-21"), plain_date("2010-03"), plain_date("2006")
        ('21 March 2013', 'March 2010', '2006')
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return iso
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{_MONTHS[int(found[2]) - 1]} {found[1]}"


def printed(paragraph: str) -> str:
    """A printed place with the word before it where that is needed.

    Example:
        >>> printed("1.24"), printed("page 26")
        ('paragraph 1.24', 'page 26')
    """
    return f"paragraph {paragraph}" if paragraph[:1].isdigit() else paragraph


def clause(text: str) -> str:
    """What is left of a sentence once its beginning stands elsewhere.

    Example:
        >>> clause(", for care leavers aged 21 to 24")
        'for care leavers aged 21 to 24'
    """
    return text.lstrip(" ,;:")


def dated(text: str) -> str:
    """*text* with its ISO days written out.

    Example:
        >>> dated("succeeded by Local partners from 2018-06-29")
        'succeeded by Local partners from 29 June 2018'
    """
    return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: plain_date(found[0]), text)
