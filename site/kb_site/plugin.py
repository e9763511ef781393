"""Hands the generated pages to MkDocs. All that is known of MkDocs stands here."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from diffing.compiled import load
from kb.errors import KbError
from kb_site.pages import all_pages

log = get_plugin_logger("kb-site")


class KbSiteConfig(Config):
    """Options of the plugin."""

    corpus = config_options.Optional(config_options.Dir(exists=True))
    """Folder of the corpus; the shipped one when left out."""


class KbSitePlugin(BasePlugin[KbSiteConfig]):
    """Adds every generated page to the site."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages; a corpus that breaks a rule ends the build before anything is written.

        Raises:
            PluginError: the corpus breaks a rule; the message carries every problem.
        """
        try:
            compiled = load(Path(self.config.corpus) if self.config.corpus else None)
        except KbError as error:
            raise PluginError(str(error)) from error
        pages = all_pages(compiled)
        for page in pages:
            file = File.generated(config, page.src_uri, content=page.markdown)
            files.append(file)
        log.info("%d pages from %d provisions", len(pages), len(compiled.base.provisions))
        return files
