"""Building the whole site, or nothing: a build that fails leaves the last good one standing."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from kb.errors import KbError


def build_site(config_file: Path, corpus: Path | None, into: Path | None) -> Path:
    """Build the site strictly and put it in place in one move.

    Args:
        config_file: The ``mkdocs.yml`` of the checkout.
        corpus: Folder of the corpus; ``None`` for the one the configuration names.
        into: Where to put the site; ``None`` for the configured ``site_dir``.

    Returns:
        The folder of the site.

    Raises:
        KbError: there is no configuration, the corpus breaks a rule, or MkDocs warned of anything.
    """
    if not config_file.is_file():
        raise KbError(f"{config_file}: not found; run this in a checkout of the project, or name its mkdocs.yml")
    try:
        config = load_config(str(config_file), strict=True)
        if corpus is not None:
            config.plugins["kb-site"].config["corpus"] = str(corpus)
        target = Path(into or config.site_dir).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".site-") as aside:
            fresh = Path(aside) / "site"
            config.site_dir = str(fresh)
            _build(config)
            if target.exists():
                target.rename(Path(aside) / "last")
            fresh.rename(target)
    except (ConfigurationError, PluginError, Abort) as error:
        raise KbError(str(error) or "MkDocs reported problems; see above") from error
    return target


def _build(config: MkDocsConfig) -> None:
    """Run MkDocs, its messages shown and every warning counted as a failure."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(handler)
        logger.setLevel(level)
