"""Hands the generated pages to MkDocs. All that is known of MkDocs stands here and in ``build``."""

from __future__ import annotations

import json
from html import escape as html_escape
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from diffing.compiled import load
from kb.corpus import corpus_root
from kb.errors import KbError
from kb_site.measured import read_measured
from kb_site.offers import files_to_offer
from kb_site.page import TITLE, GeneratedPage
from kb_site.pages import whole_site
from kb_site.pairs import further_pairs
from kb_site.policy import with_policy
from kb_site.reader import MODULES, plain_script

log = get_plugin_logger("kb-site")


class KbSiteConfig(Config):
    """Options of the plugin."""

    corpus = config_options.Optional(config_options.Dir(exists=True))
    """Folder of the corpus; the shipped one when left out."""

    downloads = config_options.Type(bool, default=False)
    """Whether to make the files to take away too; they take their time when nothing is kept of them yet."""


class KbSitePlugin(BasePlugin[KbSiteConfig]):
    """Adds every generated page to the site."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages; a corpus that breaks a rule ends the build before anything is written.

        Raises:
            PluginError: the corpus breaks a rule, or a link leads nowhere; the message carries every problem.
        """
        try:
            root = corpus_root(Path(self.config.corpus) if self.config.corpus else None)
            compiled = load(root)
            changelog = root / "CHANGELOG.md"
            corrections = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
            offered = files_to_offer(compiled) if self.config.downloads else []
            pages, others = whole_site(
                compiled,
                further=further_pairs(compiled, root),
                corrections=corrections,
                offers=tuple(offer for offer, _ in offered),
                measured=read_measured(Path(config.config_file_path).parent / "benchmarks"),
            )
        except KbError as error:
            raise PluginError(str(error)) from error
        self._pages = {page.src_uri: page for page in pages}
        for page in pages:
            files.append(File.generated(config, page.src_uri, content=_front_matter(page)))
        for other in (*others, *(file for _, file in offered)):
            files.append(File.generated(config, other.uri, content=other.content))
        scripts = Path(config.docs_dir) / "assets" / "js"
        reader = plain_script((scripts / name).read_text(encoding="utf-8") for name in MODULES)
        files.append(File.generated(config, "assets/js/reader.js", content=reader))
        log.info("%d pages from %d provisions", len(pages), len(compiled.base.provisions))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The finished body of a generated page: it never goes through Markdown."""
        made = self._pages.get(page.file.src_uri)
        if made is None:
            return html
        title = AnchorLink(html_escape(made.title), TITLE, level=1)
        title.children = [AnchorLink(html_escape(each.words), each.anchor, level=2) for each in made.headings]
        page.toc = TableOfContents([title])
        return made.html

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: object) -> None:
        """What the page is about, for machines; the template puts it into the head."""
        made = self._pages.get(page.file.src_uri)
        context["kb_json_ld"] = made.json_ld.replace("<", "\\u003c") if made else ""  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The page with its security policy."""
        return with_policy(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page of a missing address with its security policy."""
        return with_policy(output_content) if template_name == "404.html" else output_content


def _front_matter(page: GeneratedPage) -> str:
    """Title and description for the theme, which puts them into its HTML as they are. JSON strings are YAML."""
    lines = [f"title: {_quoted(page.title)}"]
    if page.description:
        lines.append(f"description: {_quoted(page.description)}")
    hidden = ["navigation"] if len(page.headings) > 1 and page.src_uri != "index.md" else ["navigation", "toc"]
    return "\n".join(["---", *lines, f"hide: [{', '.join(hidden)}]", "---", ""])


def _quoted(text: str) -> str:
    return json.dumps(html_escape(text), ensure_ascii=False)
