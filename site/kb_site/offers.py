"""Files to take away, as the pages that offer them know them."""

from __future__ import annotations

from diffing.compiled import Compiled
from kb_site.page import GeneratedFile, Offer


def files_to_offer(compiled: Compiled) -> list[tuple[Offer, GeneratedFile]]:
    """Every file with what is said of it; kept between builds, so only the first takes its time."""
    from kb_site.downloads.moment import date_to_print
    from kb_site.downloads.site_files import site_files

    return [
        (
            Offer(path=each.path, label=each.label, size=each.size_words, agency=each.agency, ends=each.ends),
            GeneratedFile(uri=each.path, content=each.content),
        )
        for each in site_files(compiled, date=date_to_print())
    ]
