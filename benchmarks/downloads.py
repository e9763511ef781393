"""How long each download of 200 rows takes and what it weighs, and how long the files of the site take.

    nice .venv/bin/python benchmarks/downloads.py [--site]

Prints, for each format, the median process time of three runs after one that loads the library, and the size. With
``--site`` also the files of the site, without and with a cache. Process time, since the machine is rarely idle.
"""

from __future__ import annotations

import dataclasses
import itertools
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from diffing.compiled import Compiled, load
from diffing.selection import Filters
from kb_site.downloads import Format, Summary, can_write_pdf, make_summary, render, site_files

ROWS = 200
DATE = "2026-11-25"


def seconds(work: Callable[[], object]) -> float:
    """Process time of *work*: user and system."""
    start = time.process_time()
    work()
    return time.process_time() - start


def of_200_rows(compiled: Compiled) -> Summary:
    """A summary of everybody since 2010 with exactly 200 rows, repeated or cut."""
    summary = make_summary(compiled, Filters(from_edition="2010"), date=DATE)
    lines = tuple(itertools.islice(itertools.cycle(summary.lines), ROWS))
    return dataclasses.replace(summary, lines=lines)


def main() -> None:
    """Measure and print."""
    compiled = load(Path(sys.argv[sys.argv.index("--corpus") + 1]) if "--corpus" in sys.argv else None)
    summary = of_200_rows(compiled)
    making = seconds(lambda: of_200_rows(compiled))
    print(f"summary: {making:.2f} s; {len(summary.lines)} rows, {len(summary.sources)} sources")
    for form in Format:
        if form is Format.PDF and not can_write_pdf():
            continue
        size = len(render(summary, form))
        spent = statistics.median(seconds(partial(render, summary, form)) for _ in range(3))
        print(f"{form}: {spent:.2f} s, {size / 1000:.0f} kB")
    if "--site" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            for state in ("cold", "warm"):
                start = time.process_time()
                files = [(file.size, file.form) for file in site_files(compiled, date=DATE, cache_folder=Path(folder))]
                spent = time.process_time() - start
                print(
                    f"site, {state}: {spent:.1f} s, {len(files)} files, {sum(size for size, _ in files) / 1e6:.1f} MB"
                )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
