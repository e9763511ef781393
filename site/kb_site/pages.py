"""Every page of the site, as data, from one knowledge base."""

from __future__ import annotations

from diffing.change import Step
from diffing.compiled import Compiled
from kb_site.data_files import data_files
from kb_site.explorer import explorer_files, explorer_pages
from kb_site.feeds import feed_files
from kb_site.measured import Measured
from kb_site.page import GeneratedFile, GeneratedPage, Offer
from kb_site.render import Renderer
from kb_site.views.about import about_pages, put_sources
from kb_site.views.agencies import agency_pages
from kb_site.views.asking import asking_files, asking_pages
from kb_site.views.compare import compare_pages
from kb_site.views.duties import duty_pages
from kb_site.views.editions import edition_pages
from kb_site.views.home import home_pages
from kb_site.views.registers import put_terms, register_pages


def whole_site(
    compiled: Compiled,
    *,
    further: tuple[Step, ...] = (),
    corrections: str = "",
    offers: tuple[Offer, ...] = (),
    measured: Measured | None = None,
) -> tuple[tuple[GeneratedPage, ...], tuple[GeneratedFile, ...]]:
    """Every page and every data file, each ordered by address; equal input gives equal output.

    Args:
        compiled: The knowledge base with its neighbouring steps.
        further: The comparisons of issued editions that do not follow each other.
        corrections: The changelog of the corpus, as Markdown.
        offers: Files to take away; whoever builds the site puts them where they say.
        measured: Figures of the benchmarks for the page on methods.

    Raises:
        KbError: a link leads nowhere.
    """
    renderer = Renderer(compiled)
    for offer in offers:
        renderer.links.add_file(offer.path)
    pages = [
        *put_sources(renderer),
        *put_terms(renderer),
        *edition_pages(renderer),
        *compare_pages(renderer, further, offers),
        *agency_pages(renderer, offers),
        *duty_pages(renderer),
        *register_pages(renderer),
        *about_pages(renderer, corrections, measured or Measured()),
    ]
    files = (
        *data_files(compiled),
        *explorer_files(renderer),
        *asking_files(renderer),
        *feed_files(compiled, corrections),
    )
    for file in files:
        renderer.links.add_file(file.uri)
    pages += [*explorer_pages(renderer, files), *asking_pages(renderer), *home_pages(renderer)]
    renderer.links.check()
    return tuple(sorted(pages, key=lambda page: page.src_uri)), tuple(sorted(files, key=lambda file: file.uri))
