"""The browser's reader reads as the command line does."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from asking_cases import asking_of, golden_questions

from diffing.asking import grammar_json, read_question
from diffing.asking.reading import echo
from diffing.compiled import Compiled

SCRIPT = Path(__file__).resolve().parents[1] / "site" / "docs" / "assets" / "js" / "reading.js"
ODD = (
    "",
    "😀😀",
    "что изменилось",
    "<script>alert(1)</script>",
    "x" * 3000,
    "a " * 900,
    "İstanbul",
    "$(rm -rf /)",
)


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_both_readers_agree(shipped: Compiled, tmp_path: Path) -> None:
    """On the golden questions, on odd input and on a thousand jumbles of their words, slots and echo are the same."""
    asking = asking_of(shipped)
    questions = [case.question for case in golden_questions()]
    chance = random.Random(5)
    words = " ".join(questions).split()
    questions += [" ".join(chance.choices(words, k=chance.randint(1, 14))) for _ in range(1000)]
    questions += ODD
    (tmp_path / "grammar.json").write_text(grammar_json(asking.kept.grammar), encoding="utf-8")
    (tmp_path / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
    program = f"""
        import fs from "node:fs";
        import {{ echo, readQuestion }} from {json.dumps(SCRIPT.as_uri())};
        const load = (name) => JSON.parse(fs.readFileSync(`{tmp_path}/${{name}}.json`, "utf8"));
        const grammar = load("grammar");
        const read = load("questions").map((question) => readQuestion(grammar, question));
        console.log(JSON.stringify(read.map((reading) => [reading, echo(grammar, reading)])));
    """

    run = subprocess.run(
        ["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True, timeout=120
    )

    for question, (found, line) in zip(questions, json.loads(run.stdout), strict=True):
        reading = read_question(asking.matcher, question)
        assert found == json.loads(json.dumps(msgspec.to_builtins(reading))), question
        assert line == echo(asking.matcher, reading), question
