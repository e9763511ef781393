"""How often the finders of `diffing.evidence` agree with a reading of the official text of 2023 and with another genre.

    .venv/bin/python benchmarks/evidence.py [--errors]

Reads `../shared`: the 1,871 entries of `facts/2023-official.yaml` (paragraph, literal modal phrase, modality, limit),
`documents/working-together-2023.txt` and the two Highway Code snapshots. Prints the tables of `benchmarks/evidence.md`;
`--errors` prints every disagreement too. Nothing of those texts is kept.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from diffing.evidence import FoundLimit, FoundStrength, TextFinding, find_limits, find_strengths, type_pair
from diffing.evidence.folding import fold
from diffing.pairing import Unit, pair_units
from kb.base import KnowledgeBase
from kb.corpus import corpus_root
from kb.reading.whole import read_corpus
from kb.timescale import Relation

SHARED = Path(__file__).resolve().parents[2] / "shared"
RELATIONS = {
    "within": {Relation.WITHIN},
    "no-later-than": {Relation.WITHIN, Relation.AT_LEAST, Relation.BY},
    "at-least-every": {Relation.EVERY},
    "for-at-least": {Relation.AT_LEAST},
}
Entry = dict[str, Any]


def paragraphs() -> tuple[dict[str, str], dict[int, str]]:
    """The numbered paragraphs of the 2023 text, and its pages for the boxes that have no number."""
    pages: dict[int, list[str]] = {}
    numbered: dict[str, list[str]] = {}
    page = number = 0
    for line in (SHARED / "documents/working-together-2023.txt").read_text(encoding="utf-8").splitlines():
        mark = re.fullmatch(r"\[\[page (\d+)\]\]", line)
        head = re.match(r"(\d{1,3})\. ", line)
        if mark:
            page = int(mark[1])
            continue
        if head and int(head[1]) == number + 1:
            number += 1
        pages.setdefault(page, []).append(line)
        if number and not line.startswith("[fn]"):
            numbered.setdefault(str(number), []).append(line)
    return (
        {name: "\n".join(lines) for name, lines in numbered.items()},
        {name: "\n".join(lines) for name, lines in pages.items()},
    )


def text_of(entry: Entry, numbered: dict[str, str], pages: dict[int, str]) -> str:
    """The paragraph of *entry*; for a box or a footnote the page it is on and the next."""
    paragraph = numbered.get(str(entry["para"]), "")
    page = int(entry["page"])
    if any(places(paragraph, entry["modal_phrase"] or "\0")):
        return paragraph
    return f"{pages.get(page, '')}\n{pages.get(page + 1, '')}"


def places(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where *phrase* stands in *text*, whatever the typography."""
    folded, wanted = fold(text), fold(phrase).text.strip()
    for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded.text, re.IGNORECASE):
        yield folded.as_written(found.start(), found.end())


def name_of(found: FoundStrength) -> str:
    """The strength in the words of the facts."""
    return {"expected": "is-expected"}.get(found.strength.value, found.strength.value.replace(" ", "-"))


def judge_strength(entry: Entry, text: str) -> str:
    """What the finder says where the literal phrase stands; empty when the phrase is not in the text."""
    spots = list(places(text, entry["modal_phrase"] or "\0"))
    if not spots:
        return ""
    found = find_strengths(text)
    said = [name_of(each) for each in found for start, end in spots if each.start < end and start < each.end]
    return entry["modality"] if entry["modality"] in said else (said[0] if said else "states")


def measure_strengths(entries: list[Entry], show: bool) -> None:
    """Print the agreement by modality."""
    numbered, pages = paragraphs()
    table = Counter[tuple[str, str]]()
    for entry in entries:
        said = judge_strength(entry, text_of(entry, numbered, pages)) or "(not located)"
        table[entry["modality"], said] += 1
        if show and said not in (entry["modality"], "(not located)"):
            print(f"  {entry['id']}: {entry['modality']}, found {said}: {entry['modal_phrase']!r}")
    print("\n| modality | entries | phrase located | same | share | taken for |\n|---|---|---|---|---|---|")
    for gold in ("must", "must-not", "should", "should-not", "may", "is-expected", "states"):
        row = {said: count for (name, said), count in table.items() if name == gold}
        total, lost, same = sum(row.values()), row.pop("(not located)", 0), row.pop(gold, 0)
        others = ", ".join(f"{said} {count}" for said, count in sorted(row.items(), key=lambda item: -item[1]))
        share = same / (total - lost) if total > lost else 0
        print(f"| {gold} | {total} | {total - lost} | {same} | {share:.3f} | {others} |")
    precision(table)
    worded = [each for each in entries if EXPECTING.search(each["modal_phrase"] or "")]
    judged = Counter(judge_strength(each, text_of(each, numbered, pages)) for each in worded if is_expected(each))
    print("is-expected put with a word of expectation:", dict(judged))
    by_paragraph(entries, numbered)


EXPECTING = re.compile(r"\b(?:needs? to|expect(?:ed|s|ations?)?|essential|important|responsib\w+)\b", re.IGNORECASE)


def is_expected(entry: Entry) -> bool:
    """Whether the facts take *entry* for an expectation."""
    return bool(entry["modality"] == "is-expected")


def by_paragraph(entries: list[Entry], numbered: dict[str, str]) -> None:
    """Print how far the finder and the facts see the same strengths in a numbered paragraph, whatever the place."""
    gold = {(str(each["para"]), each["modality"]) for each in entries}
    found = {
        (para, name_of(each))
        for para, text in numbered.items()
        for each in find_strengths(text)
        if any(name == para for name, _ in gold)
    }
    for strength in ("must", "should", "may", "is-expected"):
        ours = {pair for pair in found if pair[1] == strength}
        theirs = {pair for pair in gold if pair[1] == strength and pair[0] in numbered}
        both = len(ours & theirs)
        print(
            f"paragraphs with {strength}: facts {len(theirs)}, finder {len(ours)}, both {both};"
            f" precision {both / len(ours):.3f}, recall {both / len(theirs):.3f}"
        )


def precision(table: Counter[tuple[str, str]]) -> None:
    """Print how often a strength that is said is the right one."""
    for said in ("must", "must-not", "should", "should-not", "may", "is-expected"):
        right = table[said, said]
        every = sum(count for (_, name), count in table.items() if name == said)
        print(f"said {said}: right {right} of {every} = {right / every:.3f}" if every else f"said {said}: never")


def agrees(limit: FoundLimit, wanted: Entry) -> bool:
    """Whether value, unit and relation are those of the facts."""
    scale = limit.timescale
    unit = (wanted["unit"] or "").replace("-", " ")
    return scale.value == wanted["value"] and scale.unit == unit and scale.relation in RELATIONS[wanted["relation"]]


def measure_limits(entries: list[Entry], show: bool) -> None:
    """Print how many limits are found and read, with and without a figure."""
    numbered, pages = paragraphs()
    counts = Counter[str]()
    for entry in (each for each in entries if each["timescale"]):
        wanted = entry["timescale"]
        found = find_limits(text_of(entry, numbered, pages))
        kind = "figure" if wanted["value"] else "no figure"
        if wanted["value"]:
            hit = any(agrees(each, wanted) for each in found)
        else:
            hit = any(fold(each.words).text.lower().startswith(head(wanted)) for each in found)
        counts[f"{kind}, {'found' if hit else 'missed'}"] += 1
        if show and not hit:
            print(f"  {entry['id']}: {wanted['text']!r} ({wanted['value']} {wanted['unit']} {wanted['relation']})")
    print()
    for name, count in sorted(counts.items()):
        print(f"limits with {name}: {count}")


def head(wanted: Entry) -> str:
    """The phrase of a limit without figure, as far as the finder would take it."""
    return fold(wanted["text"]).text.lower()[:9]


def rules(path: Path) -> list[Unit]:
    """The paragraphs of a Highway Code snapshot."""
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    return [Unit(id=str(number), text=text) for number, text in enumerate(blocks) if re.search(r"[a-z]{3}", text)]


def measure_highway(base: KnowledgeBase) -> None:
    """Print the kinds found between the two snapshots, and how the shouted modals are read."""
    old, new = (rules(SHARED / f"documents/highway-code-2022-{day}.md") for day in ("05-16", "08-01"))
    counts, shown = Counter[str](), []
    for pair in pair_units(old, new):
        for finding in type_pair(base, old[pair.old], new[pair.new]):
            counts[finding.kind.value] += 1
            if finding.kind.value not in ("unchanged", "reworded"):
                shown.append(told(finding))
    print("\nHighway Code, 16 May to 1 August 2022:", dict(counts), *shown, sep="\n  ")
    text = "\n\n".join(unit.text for unit in new)
    wanted = Counter(re.sub(r"\s+", " ", each) for each in re.findall(r"\bMUST NOT\b|\bMUST\b", text))
    got = Counter(each.words.replace("*", "") for each in find_strengths(text) if each.words.isupper())
    print(f"  shouted: {dict(wanted)}; found: {dict(got)}")


def measure_mutations(base: KnowledgeBase, name: str, texts: list[str], show: bool) -> None:
    """Print how often one modal swapped in a real paragraph gives exactly the one finding that it should.

    Every "must" becomes "should" and every "should" "must", one at a time; then every figure of a limit is doubled.
    """
    counts = Counter[str]()
    for text in texts:
        for each in find_strengths(text):
            word = each.words.lower()
            if word in ("must", "should"):
                other = {"must": "should", "should": "must"}[word]
                kind = "strengthened" if other == "must" else "weakened"
                wanted = [(kind, (each.start, each.end))]
                found = type_pair(base, text, text[: each.start] + other + text[each.end :])
                is_right = [(f.kind.value, f.was_at) for f in found] == wanted
                counts["modal, right" if is_right else "modal, wrong"] += 1
                if show and not is_right:
                    print(f"  {[told(f) for f in found]}: ...{text[max(0, each.start - 60) : each.end + 60]!r}")
        for limit in find_limits(text):
            value = limit.timescale.value
            if value is None or str(value) not in limit.words:
                continue
            words = limit.words.replace(str(value), str(2 * value), 1)
            found = type_pair(base, text, text[: limit.start] + words + text[limit.end :])
            is_right = [f.kind.value for f in found] == ["timescale lengthened"]
            counts["limit, right" if is_right else "limit, wrong"] += 1
            if show and not is_right:
                print(f"  {[told(f) for f in found]}: {limit.words!r}")
    print(f"{name}, one word changed: {dict(sorted(counts.items()))}")


def told(finding: TextFinding) -> str:
    """A finding on one line."""
    return f"{finding.kind.value}: {finding.was!r} -> {finding.now!r}"


def measure_speed(base: KnowledgeBase) -> None:
    """Print the process time of typing every paragraph of the 2023 text against itself with a word changed."""
    texts = list(paragraphs()[0].values())
    type_pair(base, "Staff should act.", "Staff must act.")
    begin = time.process_time()
    for text in texts:
        type_pair(base, text, text.replace("should", "must", 1) + " Extra.")
    taken, signs = time.process_time() - begin, sum(map(len, texts))
    print(f"\n{len(texts)} pairs, {signs} characters a side: {taken:.1f} s process time")


def main() -> None:
    """Measure and print."""
    show = "--errors" in sys.argv[1:]
    facts = yaml.load((SHARED / "facts/2023-official.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    measure_strengths(facts["provisions"], show)
    measure_limits(facts["provisions"], show)
    base = read_corpus(corpus_root())
    measure_highway(base)
    numbered = list(paragraphs()[0].values())
    highway = [unit.text for unit in rules(SHARED / "documents/highway-code-2022-08-01.md")]
    print()
    measure_mutations(base, "Working Together 2023", numbered, show)
    measure_mutations(base, "Highway Code", highway, show)
    measure_speed(base)


if __name__ == "__main__":
    main()
