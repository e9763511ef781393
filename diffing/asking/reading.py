"""Reading a question: what is asked, of whom, between which editions, of which kind, about what.

``reading.js`` is this module once more, for the browser; the golden questions hold the two to the same readings.
Nothing here guesses: a word that no phrase of the grammar has is left over, to be searched as text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from diffing.asking.grammar import Grammar
from diffing.asking.matching import Matcher, Span
from diffing.asking.question import Intent, Mended, Placed, Reading
from diffing.asking.words import LONGEST_QUESTION, tokens

RANGES = ("after", "before", "until", "between", "in")
"""Cues that say how the next edition is meant."""

NAMING = ("agency", "unsure", "term", "topic", "chapter")
"""Meanings that name something to look for."""


PLAIN_VERBS = ("moved", "merged", "split", "handed over")
"""Kinds of change whose words are as often about cases and people as about the guidance."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A reading in the making."""

    slots: dict[str, list[str]] = field(default_factory=dict)
    mentions: list[tuple[str, str]] = field(default_factory=list)
    intents: dict[str, int] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    placed: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    mode: str = "in"
    negated: bool = False

    def add(self, slot: str, value: str) -> None:
        values = self.slots.setdefault(slot, [])
        if value not in values:
            values.append(value)


def read_question(matcher: Matcher, text: str) -> Reading:
    """How *text* is understood; never fails, whatever the text."""
    typed = tokens(text)
    words = matcher.mend_all(typed[:LONGEST_QUESTION])
    draft = _Draft()
    if len(typed) > LONGEST_QUESTION:
        draft.notes.append(f"Only the first {LONGEST_QUESTION} words were read.")
    spans = {span.start: span for span in matcher.spans(words)}
    place = 0
    while place < len(words):
        span = spans.get(place)
        if span is None:
            _take_word(draft, matcher, words[place])
            place += 1
        else:
            _take_span(draft, matcher, span, words[span.start : span.end])
            place = span.end
    return _finish(draft, matcher.grammar, _mended(typed[:LONGEST_QUESTION], words))


def _mended(typed: list[str], words: list[str]) -> dict[str, str]:
    """What was typed to what was read, where the two differ."""
    found: dict[str, str] = {}
    place = 0
    for word in words:
        count = 2 if typed[place] != word and "".join(typed[place : place + 2]) == word else 1
        if typed[place] != word:
            found[" ".join(typed[place : place + count])] = word
        place += count
    return found


def _take_word(draft: _Draft, matcher: Matcher, word: str) -> None:
    if word not in matcher.stop:
        draft.words.append(word)
        draft.left.append(word)
        draft.mode, draft.negated = "in", False


def _take_span(draft: _Draft, matcher: Matcher, span: Span, words: list[str]) -> None:
    names = False
    barred = draft.negated and any(each.startswith(("agency:", "unsure:")) for each in span.meanings)
    for meaning in span.meanings:
        slot, _, value = meaning.partition(":")
        if barred and slot not in ("agency", "unsure"):
            continue
        if slot == "intent":
            name, _, weight = value.partition(":")
            draft.intents[name] = max(draft.intents.get(name, 0), int(weight))
        elif slot in ("edition", "year"):
            _take_edition(draft, matcher.grammar, slot, value)
        elif slot in RANGES:
            draft.mode = slot
        elif slot == "to":
            draft.mode = "until" if draft.mentions else "in"
        elif slot == "not":
            draft.negated = True
        elif slot in ("agency", "unsure"):
            names = True
            draft.add("excluded" if draft.negated else "agencies", value)
            if slot == "unsure" and not draft.negated:
                draft.add("unsure", value)
        elif slot == "word":
            draft.words += [word for word in words if word not in matcher.stop]
        elif slot != "any":
            names = names or slot in NAMING
            draft.add(slot, value or slot)
    if names:
        draft.mode = "in"
    if names and not barred:
        if " ".join(words) in draft.placed:
            draft.add("twice", " ".join(words))
        placed = draft.placed.setdefault(" ".join(words), [])
        placed += [each for each in span.meanings if each.split(":")[0] in NAMING and each not in placed]


def _take_edition(draft: _Draft, grammar: Grammar, slot: str, value: str) -> None:
    year = next((each for each in grammar.years if each.year == value), None) if slot == "year" else None
    if year is None:
        draft.mentions.append((draft.mode, value))
    elif draft.mode == "in":
        draft.mentions += [("in", name) for name in year.within]
        if not year.within:
            draft.notes.append(f"{value}: no edition of that year is recorded; the oldest is {grammar.issued[0]}.")
        else:
            also = "; a draft was out for consultation" if len(year.within) > 1 else ""
            draft.notes.append(f"{value}: no edition of that year; {year.standing} stood then{also}.")
    else:
        draft.mentions.append((draft.mode, year.standing))
        draft.notes.append(f"{value}: no edition of that year; counted from {year.standing}.")
    draft.mode = "until" if draft.mode == "between" else "in"
    draft.negated = False


def _finish(draft: _Draft, grammar: Grammar, mended: dict[str, str]) -> Reading:
    slots = {name: tuple(values) for name, values in draft.slots.items()}
    intent = _intent(draft, slots)
    drafts = "draft" in slots or any(name not in grammar.issued for _, name in draft.mentions if name)
    if "draft" in slots and all(name in grammar.issued for _, name in draft.mentions):
        draft.mentions += [("in", name) for name in _drafts(grammar, [name for _, name in draft.mentions])]
    if "latest" in slots:
        draft.mentions.append((draft.mode if draft.mode == "until" else "in", grammar.issued[-1]))
    if "previous" in slots:
        draft.mentions.append(("in", grammar.issued[-2:][0]))
    editions, start, end = _editions(draft, grammar, intent)
    if intent is Intent.COMPARE_TWO and start:
        intent = Intent.WHAT_CHANGED
    elif intent is Intent.COMPARE_TWO and "twice" in slots and editions:
        draft.notes.append(
            f"{', '.join(editions)} is taken for one side of the comparison: all editions are looked at."
        )
        editions = ()
    excluded = slots.get("excluded", ())
    return Reading(
        intent=intent,
        agencies=tuple(each for each in slots.get("agencies", ()) if each not in excluded),
        excluded=excluded,
        unsure=slots.get("unsure", ()),
        editions=editions,
        from_edition=start,
        to_edition=end,
        drafts=drafts,
        now="now" in slots,
        kinds=slots.get("kind", ()),
        strengths=slots.get("strength", ()),
        strictly="strictly" in slots,
        topics=slots.get("topic", ()),
        terms=slots.get("term", ()),
        chapters=slots.get("chapter", ()),
        words=tuple(dict.fromkeys(draft.words)),
        left=tuple(dict.fromkeys(draft.left)),
        placed=tuple(Placed(words=words, meanings=tuple(found)) for words, found in draft.placed.items()),
        mended=tuple(Mended(typed=before, read=after) for before, after in mended.items()),
        notes=tuple(dict.fromkeys(draft.notes)),
        story={"first", "child", "harm"} <= set(slots.get("story", ())),
    )


def _intent(draft: _Draft, slots: dict[str, tuple[str, ...]]) -> Intent:
    heaviest = max(draft.intents.values(), default=0)
    weights = {each: draft.intents.get(each.value.replace(" ", "-")) for each in Intent}
    found = next((each for each, weight in weights.items() if weight == heaviest), Intent.SEARCH)
    asks_duty = found is Intent.DUTIES_NOW or (found is Intent.SEARCH and not draft.intents)
    if asks_duty and any(kind not in PLAIN_VERBS for kind in slots.get("kind", ())):
        return Intent.WHAT_CHANGED
    return Intent.DUTIES_NOW if not draft.intents and "strength" in slots else found


def _drafts(grammar: Grammar, named: list[str]) -> list[str]:
    """The drafts that ``draft`` without a year means: the one before each edition named, else all of them."""
    order = {name: number for number, name in enumerate(grammar.editions)}
    near = [grammar.editions[order[name] - 1] for name in named if order.get(name)]
    before = [name for name in near if name not in grammar.issued]
    return before or [name for name in grammar.editions if name not in grammar.issued]


def _editions(draft: _Draft, grammar: Grammar, intent: Intent) -> tuple[tuple[str, ...], str, str]:
    """The editions asked about: each by itself, or the two ends of a span."""
    order = {name: number for number, name in enumerate(grammar.editions)}
    mentions = [(mode, name) for mode, name in dict.fromkeys(draft.mentions) if name in order]
    plain = [name for mode, name in mentions if mode == "in"]
    start = next((name for mode, name in mentions if mode in ("after", "between")), "")
    end = next((name for mode, name in reversed(mentions) if mode == "until"), "")
    before = next((name for mode, name in mentions if mode == "before"), "")
    if before:
        earlier = [name for name in grammar.issued if order[name] < order[before]]
        end = earlier[-1] if earlier else grammar.issued[0]
    if end and not start and plain:
        start = plain[0]
    elif start and not end and plain:
        end = plain[-1]
    elif not start and not end:
        both = list(dict.fromkeys(plain))
        spanning = intent in (Intent.WHAT_CHANGED, Intent.COMPARE_TWO, Intent.WHAT_REPLACED)
        if len(both) != 2 or not spanning or not set(both) & set(grammar.issued):  # no span leads between two drafts
            return tuple(sorted(both, key=order.__getitem__)), "", ""
        start, end = both
    start, end = start or grammar.issued[0], end or grammar.issued[-1]
    if order[start] > order[end]:
        start, end = end, start
    return ((start,), "", "") if start == end else ((), start, end)


def echo(matcher: Matcher, reading: Reading) -> str:
    """The reading as one line that can be edited and asked again."""
    spans = f"{reading.from_edition} → {reading.to_edition}" if reading.from_edition else ", ".join(reading.editions)
    parts = (
        ("", reading.intent.value),
        ("for", _names(matcher, "agency", reading.agencies) or "everybody"),
        ("not for", _names(matcher, "agency", reading.excluded)),
        ("editions", " ".join(spans.replace("-draft", " draft").split()) or ("now" if reading.now else "all")),
        ("kinds", ", ".join(reading.kinds) or "any"),
        ("strength", ", ".join(reading.strengths)),
        ("chapters", ", ".join(f"chapter {number}" for number in reading.chapters)),
        ("terms", _names(matcher, "term", reading.terms)),
        ("words", " ".join(reading.left)),
    )
    return "; ".join(f"{name}: {value}" if name else value for name, value in parts if value)


def _names(matcher: Matcher, kind: str, ids: tuple[str, ...]) -> str:
    return ", ".join(matcher.names[f"{kind}:{name}"] for name in ids)
