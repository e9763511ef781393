"""The grammar as JSON for the browser, in the form that ``reading.js`` reads."""

from __future__ import annotations

import json

from diffing.asking.grammar import Grammar


def grammar_data(grammar: Grammar) -> dict[str, object]:
    """*grammar* as plain values, in the shape that ``reading.js`` reads."""
    return {
        "phrases": {each.words: list(each.meanings) for each in grammar.phrases},
        "known": grammar.known,
        "stop": grammar.stop,
        "editions": list(grammar.editions),
        "issued": list(grammar.issued),
        "years": {each.year: {"within": list(each.within), "standing": each.standing} for each in grammar.years},
        "names": {each.id: each.name for each in grammar.names},
    }


def grammar_json(grammar: Grammar) -> str:
    """*grammar* as one line of JSON, with the same bytes for equal grammars."""
    return json.dumps(grammar_data(grammar), ensure_ascii=False, separators=(",", ":"))
