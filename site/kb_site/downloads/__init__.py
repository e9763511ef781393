"""Downloads: one answer as a handout, slides, a workbook or data, and the whole record as a graph or a database.

Everything is a pure function of the knowledge base, the filters and a date; equal input gives equal bytes. No library
of a format is loaded before a file of that format is made.

    from pathlib import Path

    from diffing.compiled import load
    from diffing.selection import Filters
    from kb.lookup import audience, find_agency
    from kb_site.downloads import make_summary, write_docx

    compiled = load()
    schools = audience(compiled.base, find_agency(compiled.base, "schools"))
    summary = make_summary(compiled, Filters(audience=schools, from_edition="2018"), date="2026-11-25")
    Path("schools.docx").write_bytes(write_docx(summary))
"""

from kb_site.downloads.database import queries, write_database, write_metadata
from kb_site.downloads.docx_file import write_docx
from kb_site.downloads.formats import Format, render
from kb_site.downloads.graph_file import GraphFormat, write_graph
from kb_site.downloads.making import make_summary
from kb_site.downloads.moment import date_to_print
from kb_site.downloads.pdf_file import can_write_pdf, write_pdf
from kb_site.downloads.pptx_file import write_pptx
from kb_site.downloads.quiz import Question, make_quiz
from kb_site.downloads.site_files import SiteFile, site_files
from kb_site.downloads.slides import Slide, make_deck
from kb_site.downloads.summary import Purpose, Summary
from kb_site.downloads.text_files import write_csv, write_json, write_md
from kb_site.downloads.xlsx_file import write_xlsx

__all__ = [
    "Format",
    "GraphFormat",
    "Purpose",
    "Question",
    "SiteFile",
    "Slide",
    "Summary",
    "can_write_pdf",
    "date_to_print",
    "make_deck",
    "make_quiz",
    "make_summary",
    "queries",
    "render",
    "site_files",
    "write_csv",
    "write_database",
    "write_docx",
    "write_graph",
    "write_json",
    "write_md",
    "write_metadata",
    "write_pdf",
    "write_pptx",
    "write_xlsx",
]
