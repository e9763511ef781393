"""How well and how fast questions are answered: the golden questions, the customer's thirty, cold and warm times.

    python -m benchmarks.asking [--corpus DIR] [--seeds QUESTIONS.yaml]

Writes ``benchmarks/asking.md``. The thirty questions came with the task and are not part of this repository; without
``--seeds`` their table is left as it was.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from asking_cases import (  # noqa: E402
    Question,
    expected_slots,
    golden_questions,
    is_right,
    slots_of,
    statements_by_record,
)

from diffing.asking import Asking, ask, load_asking  # noqa: E402
from diffing.asking.showing import text_lines  # noqa: E402

REPORT = HERE / "asking.md"
MARK = "## The customer's questions"


def main() -> None:
    """Measure, print and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--seeds", type=Path)
    options = parser.parse_args()
    asking = load_asking(options.corpus)
    kept = REPORT.read_text(encoding="utf-8").partition(MARK)[2] if REPORT.exists() else ""
    seeds = "\n".join(_seed_lines(asking, options.seeds)) + "\n" if options.seeds else kept.lstrip("\n")
    lines = ["# Asking", "", *_golden_lines(asking), "", *_time_lines(asking, options.corpus), "", MARK, ""]
    REPORT.write_text("\n".join(lines) + "\n" + seeds, encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))


def _golden_lines(asking: Asking) -> list[str]:
    cases = golden_questions()
    statements = statements_by_record(asking.compiled)
    answers = [ask(asking, case.question) for case in cases]
    pairs = list(zip(cases, answers, strict=True))
    wanted = [pair for pair in pairs if pair[0].answerable]
    empty = [pair for pair in pairs if not pair[0].answerable]
    found = sum(is_right(case, answer, statements) for case, answer in wanted)
    first = sum(bool(answer.rows and statements[answer.rows[0].id] & set(case.wants)) for case, answer in wanted)
    honest = sum(answer.nothing_found for _, answer in empty)
    read = sum(_reads(case, slots_of(answer.reading)) for case, answer in pairs)
    wrong = [case.question for case, answer in pairs if not is_right(case, answer, statements)]
    return [
        "## Golden questions (`tests/cases/questions.yaml`)",
        "",
        "Written by the author of the code, who also tuned on them; the figures say what is held, not what is to be "
        "expected of new questions.",
        "",
        f"- {len(cases)} questions, {len(wanted)} with an answer in the corpus, {len(empty)} without",
        f"- a wanted record among the first ten rows: {found} of {len(wanted)} ({found / len(wanted):.1%}); "
        f"the first row: {first}",
        f"- without an answer and told so: {honest} of {len(empty)}; false answers: {len(empty) - honest}",
        f"- read exactly, slot by slot: {read} of {len(cases)} ({read / len(cases):.1%})",
        "- rows of an edition not asked about, or of a draft shown as final: 0 (the tests allow none)",
        "",
        "Wrong still: " + ("; ".join(f"“{question}”" for question in wrong) or "none") + ".",
    ]


def _reads(case: Question, found: dict[str, object]) -> bool:
    return all(found[name] == value for name, value in expected_slots(case).items())


def _time_lines(asking: Asking, corpus: Path | None) -> list[str]:
    questions = [case.question for case in golden_questions()]
    warm = []
    for question in questions:
        start = time.perf_counter()
        ask(asking, question)
        warm.append((time.perf_counter() - start) * 1000)
    where = ["--corpus", str(corpus)] if corpus else []
    command = [sys.executable, "-m", "kb", "ask", "what changed for schools", *where]
    cold, busy = [], []
    for _ in range(5):
        start, before = time.perf_counter(), _children_seconds()
        subprocess.run(command, check=True, capture_output=True)
        cold.append(time.perf_counter() - start)
        busy.append(_children_seconds() - before)
    return [
        "## Time",
        "",
        f"- a fresh `wtkb ask`, snapshots kept: median {statistics.median(cold):.2f} s, best {min(cold):.2f} s of 5; "
        f"processor time {statistics.median(busy):.2f} s (load of the machine {os.getloadavg()[0]:.1f}, "
        f"{os.cpu_count()} cores)",
        f"- warm: median {statistics.median(warm):.1f} ms, 95 of 100 in {sorted(warm)[int(len(warm) * 0.95)]:.1f} ms",
    ]


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seed_lines(asking: Asking, path: Path) -> list[str]:
    statements = statements_by_record(asking.compiled)
    questions: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
    lines = ["| question | read as | first row | verdict |", "| --- | --- | --- | --- |"]
    for each in questions:
        answer = ask(asking, each["question"])
        text = " ".join(" ".join(text_lines(answer)).split()).lower()
        missing = [word for word in each["must_contain"] if not any(one.lower() in text for one in word.split("|"))]
        right = [row.id for row in answer.rows[:10] if statements[row.id] & set(each["expected"])]
        if each["answerable"]:
            verdict = "right" if right and not missing else f"record {'found' if right else 'missing'}; lacks {missing}"
        else:
            verdict = "right: nothing found" if answer.nothing_found else "answered from other sources of the corpus"
        first = answer.rows[0].id if answer.rows else "nothing found"
        cells = (each["question"], answer.echo, first, verdict)
        lines.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    return lines


if __name__ == "__main__":
    main()
