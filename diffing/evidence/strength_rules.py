"""How the guidance words a duty: each phrase with the strength it gives.

The words are those of the project's vocabulary of modality, with what reading the official text of 2023 added. A
phrase under :data:`SILENT` is found so that no shorter one is taken for it ("may not be able", "may only"): what it
asks cannot be told from the words alone.
"""

from __future__ import annotations

from diffing.evidence.word_sets import word_set
from kb.guidance import Strength

_BE = "is|are|am|'s|'re"
_NOT = "not|n't|never"

MUST = (
    "must|shall",
    f"must|shall ~ {_NOT} only|just|merely|simply|solely",
    f"{_BE} ~ required|obliged|bound by? law? to",
    "will|would ~ be ~ required|obliged to",
    "has|have ~ to",
    "will|would|shall ~ have ~ to",
    "has|have $ duty|duties|obligation|obligations to|under|of|in?",
    f"{_BE} ~ under $ duty|duties|obligation|obligations to|under?",
    "will|would be under $ duty|duties|obligation|obligations to|under?",
    "places|place|placed|placing|imposes|impose|imposed $ duty|duties|obligation|obligations on|upon",
    "it is $ legal requirement",
)
MUST_NOT = (
    f"must|shall ~ {_NOT}",
    "must|shall ~ no longer",
    f"{_BE} ~ prohibited|forbidden|barred from",
    f"{_BE} ~ {_NOT} ~ allowed|permitted to",
)
SHOULD = ("should", "ought ~ to", f"should ~ {_NOT} only|just|merely|simply|solely")
SHOULD_NOT = (f"should ~ {_NOT}", "should ~ no longer", f"ought ~ {_NOT} ~ to")
EXPECTED = (
    f"{_BE} ~ expected to",
    "will|would ~ be ~ expected to",
    "it is ~ expected that?",
    "needs|need ~ to",
    "will|would ~ need ~ to",
    "it is ~ essential|important|vital|crucial|imperative|critical that|to|for",
    "it will ~ be ~ essential|important|vital|crucial|imperative|critical that|to|for",
    "has|have|take|takes $ responsibility|responsibilities to|for",
    f"{_BE} $ responsible for",
)
MAY = (
    "may|might|can|could",
    "may|might|could ~ need|have ~ to",
    "has|have $ power|powers to",
    f"{_BE} ~ able to",
    f"{_BE} ~ encouraged|permitted|allowed to",
    f"{_BE} ~ free to",
    f"{_BE} ~ {_NOT} ~ required|obliged to",
    f"{_BE} ~ no longer ~ required|obliged to",
    f"{_BE} under no $ duty|obligation to",
    "has|have no $ duty|obligation to",
    f"do|does ~ {_NOT} ~ need|have to",
    f"need ~ {_NOT}",
    "no longer ~ must|needs|need|has|have to?",
    f"it is ~ {_NOT} ~ necessary|compulsory|obligatory to|for",
)
SILENT = (
    f"may|might|can|could|ca|would|will|wo ~ {_NOT}",
    "may or may not",
    "may|might|can|could ~ only",
    "may|might|can|could ~ no longer",
    "will|would ~ be ~ able to",
    f"{_BE} ~ {_NOT} ~ expected|able to",
    f"{_BE} ~ {_NOT} ~ responsible for",
)

RULES: tuple[tuple[Strength | None, str], ...] = (
    *((Strength.MUST_NOT, line) for line in MUST_NOT),
    *((Strength.MUST, line) for line in MUST),
    *((Strength.SHOULD_NOT, line) for line in SHOULD_NOT),
    *((Strength.SHOULD, line) for line in SHOULD),
    *((Strength.EXPECTED, line) for line in EXPECTED),
    *((Strength.MAY, line) for line in MAY),
    *((None, line) for line in SILENT),
)
"""Every phrase with its strength; ``None`` where it cannot be told."""

LAW_REQUIRES = "requires|require|obliges|oblige"
"""``must`` only where an Act or the like stands before it in the sentence: "this requires patience" is no duty."""

LAW = word_set("act acts duty law legislation order regulation regulations rule rules section sections statute")
"""Words that show that ``requires`` is said of the law."""
