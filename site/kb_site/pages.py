"""Every page of the site, as data, from one knowledge base."""

from __future__ import annotations

from diffing.compiled import Compiled
from kb_site.page import GeneratedPage
from kb_site.render import Renderer
from kb_site.views.about import about_pages
from kb_site.views.agencies import agency_pages
from kb_site.views.compare import compare_pages
from kb_site.views.duties import duty_pages
from kb_site.views.editions import edition_pages
from kb_site.views.home import home_pages
from kb_site.views.registers import register_pages


def all_pages(compiled: Compiled) -> tuple[GeneratedPage, ...]:
    """Every page, ordered by address; equal knowledge bases give equal pages."""
    renderer = Renderer(compiled)
    pages = [
        *home_pages(renderer),
        *edition_pages(renderer),
        *agency_pages(renderer),
        *compare_pages(renderer),
        *duty_pages(renderer),
        *register_pages(renderer),
        *about_pages(renderer),
    ]
    return tuple(sorted(pages, key=lambda page: page.src_uri))
