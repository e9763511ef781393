"""How fast a command answers, cold and warm, against a bare start of Python in the same run.

    .venv/bin/python benchmarks/answers.py

Prints process time (user + system) of `wtkb changes --for schools`: the first run after the snapshot was thrown away,
and the median of five with it; and the same as a multiple of `python -c pass`.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile

COMMAND = [sys.executable, "-m", "kb", "changes", "--for", "schools"]


def process_seconds(command: list[str], cache: str) -> float:
    """User and system seconds of one run of *command* with its snapshots in *cache*."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"XDG_CACHE_HOME": cache}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as cache:
        bare = statistics.median(process_seconds([sys.executable, "-c", "pass"], cache) for _ in range(5))
        cold = process_seconds(COMMAND, cache)
        warm = statistics.median(process_seconds(COMMAND, cache) for _ in range(5))
    print(f"bare Python {bare:.3f} s; cold {cold:.2f} s = {cold / bare:.0f} x; warm {warm:.2f} s = {warm / bare:.0f} x")


if __name__ == "__main__":
    main()
