"""A corpus file in Markdown: front matter, an introduction, and records under headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kb.reading.fields import Entry, Fields, Problems
from kb.reading.yaml_text import read_yaml
from kb.vocabulary import Place

_HEADING = re.compile(r"(?P<title>.+?)\s*\{#(?P<slug>[^}]*)\}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD = re.compile(r"(?P<name>[a-z][a-z_ ]*):(?:\s+(?P<value>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Record:
    """A heading with an id, its fields and its text."""

    slug: str
    """The id in braces, without the edition."""

    title: str
    """The heading."""

    section: str
    """The heading of level 2 above it; may be empty."""

    fields: Fields
    """Its named values."""

    text: str
    """Its paragraphs, parted by a blank line."""

    parts: tuple[str, ...]
    """The items of its list."""

    place: Place
    """Where its heading stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole corpus file."""

    front: Fields
    """The front matter."""

    introduction: str
    """The paragraphs before the first heading."""

    records: tuple[Record, ...]
    """In the order of the file."""

    place: Place
    """Line 1 of the file."""


def read_page(text: str, path: str, problems: Problems) -> Page:
    """The parts of one corpus file; what is wrong is noted in *problems*."""
    start = Place(path=path, line=1)
    front, body, offset = _split_front_matter(text, path, problems)
    blocks = _blocks(_parse(body, path, offset, problems), offset)
    introduction: list[str] = []
    records: list[Record] = []
    section = ""
    current: list[_Block] = []
    heading: _Block | None = None

    def close() -> None:
        if heading is not None:
            record = _record(heading, section, current, path, problems)
            if record is not None:
                records.append(record)
            return
        for block in current:
            if block.kind == "paragraph":
                introduction.append(block.text)
            else:
                _refuse(block, path, problems)

    for block in blocks:
        if block.kind == "heading":
            close()
            heading, current = (block if block.level == 3 else None), []
            if block.level == 2:
                section = block.text
            elif block.level != 3:
                problems.add(
                    Place(path=path, line=block.line),
                    f"heading of level {block.level}",
                    "use ## for a section and ### for a record",
                )
        else:
            current.append(block)
    close()
    return Page(front=front, introduction="\n\n".join(introduction), records=tuple(records), place=start)


def _parse(body: str, path: str, offset: int, problems: Problems) -> list[Token]:
    noted: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").parse(body, noted)
    for reference in noted.get("references", {}).values():
        place = Place(path=path, line=offset + reference["map"][0] + 1)
        problems.add(place, "the target of a link, which no reader would see", "write plain text only")
    return tokens


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    text: str
    items: tuple[tuple[str, int], ...]
    level: int
    line: int
    is_plain: bool


def _split_front_matter(text: str, path: str, problems: Problems) -> tuple[Fields, str, int]:
    start = Place(path=path, line=1)
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not end:
        problems.add(start, "no front matter", "begin the file with lines of 'name: value' between two '---'")
        return Fields(problems, start, [], path), text, 0
    entry = read_yaml("\n".join(lines[1:end]), path, problems, first_line=2)
    values = entry.value if entry is not None and isinstance(entry.value, dict) else {}
    if entry is not None and not isinstance(entry.value, dict):
        problems.add(start, "front matter that is no list of fields", "write lines of 'name: value' between two '---'")
    return Fields(problems, start, list(values.items()), path), "\n".join(lines[end + 1 :]), end + 1


def _blocks(tokens: list[Token], offset: int) -> Iterator[_Block]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = position + 1
        if token.nesting == 1:
            end = (
                next(
                    n
                    for n in range(position, len(tokens))
                    if tokens[n].level == token.level and tokens[n].nesting == -1
                )
                + 1
            )
        inner = tokens[position:end]
        line = offset + (token.map[0] if token.map else 0) + 1
        yield _block(token, inner, line, offset)
        position = end


def _block(token: Token, inner: list[Token], line: int, offset: int) -> _Block:
    inlines = [each for each in inner if each.type == "inline"]
    plain = all(_is_plain(each) for each in inlines)
    if token.type in ("heading_open", "paragraph_open"):
        kind = "heading" if token.type == "heading_open" else "paragraph"
        level = int(token.tag[1]) if kind == "heading" else 0
        return _Block(kind, _plain_text(inlines[0]), (), level, line, plain)
    nested = {each.type for each in inner} - _LIST_TOKENS
    if token.type == "bullet_list_open" and not nested and sum(each.type == "bullet_list_open" for each in inner) == 1:
        items = tuple((_plain_text(each), offset + (each.map[0] if each.map else 0) + 1) for each in inlines)
        return _Block("list", "", items, 0, line, plain)
    return _Block(token.type.removesuffix("_open"), "", (), 0, line, plain)


_LIST_TOKENS = {
    "inline",
    *(f"{name}_{end}" for name in ("bullet_list", "list_item", "paragraph") for end in ("open", "close")),
}


def _is_plain(inline: Token) -> bool:
    return all(child.type in ("text", "softbreak", "text_special") for child in inline.children or [])


def _plain_text(inline: Token) -> str:
    if not _is_plain(inline):
        return " ".join(inline.content.split())
    words = (" " if child.type == "softbreak" else child.content for child in inline.children or [])
    return " ".join("".join(words).split())


def _record(heading: _Block, section: str, blocks: list[_Block], path: str, problems: Problems) -> Record | None:
    place = Place(path=path, line=heading.line)
    match = _HEADING.fullmatch(heading.text)
    if match is None or not _SLUG.fullmatch(match["slug"]):
        problems.add(
            place,
            f"heading '{heading.text}' has no usable id",
            "write e.g. '### Response to a referral {#referral-response}'",
        )
        return None
    slug, title = match["slug"], match["title"]
    entries: list[tuple[str, Entry]] = []
    rest = blocks
    if blocks and blocks[0].kind == "list":
        rest = blocks[1:]
        for item, line in blocks[0].items:
            field = _FIELD.fullmatch(item)
            if field is None:
                problems.add(Place(path=path, line=line), f"'{item}' is no field", "write '- name: value'")
            else:
                entries.append((field["name"], Entry(field["value"] or "", line)))
    paragraphs, parts = _body(rest, path, problems)
    fields = Fields(problems, place, entries, f"'{slug}'")
    return Record(slug, title, section, fields, "\n\n".join(paragraphs), parts, place)


def _body(blocks: list[_Block], path: str, problems: Problems) -> tuple[list[str], tuple[str, ...]]:
    paragraphs: list[str] = []
    parts: tuple[str, ...] = ()
    for block in blocks:
        if not block.is_plain:
            problems.add(
                Place(path=path, line=block.line),
                "marks or links in the text",
                "write plain text only",
            )
        if block.kind == "paragraph" and not parts:
            paragraphs.append(block.text)
        elif block.kind == "list" and not parts:
            parts = tuple(text for text, _ in block.items)
        else:
            _refuse(block, path, problems)
    return paragraphs, parts


def _refuse(block: _Block, path: str, problems: Problems) -> None:
    problems.add(
        Place(path=path, line=block.line),
        f"unexpected {block.kind.replace('_', ' ')}",
        "a record is fields, paragraphs, then at most one list of parts",
    )
