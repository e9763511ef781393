"""The Content-Security-Policy of a page: nothing runs but our own files and the inline scripts that were counted."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def with_policy(html: str) -> str:
    """*html* with its policy as the first thing after the charset.

    Inline scripts are allowed by the hash of their text, so none can be slipped in; there is no ``unsafe-inline`` and
    no ``unsafe-eval`` for scripts. The theme of the site sets a few styles from script, which needs no allowance.
    """
    hashes = sorted({_hash(script) for script in _INLINE.findall(html)})
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )
    tag = f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(_CHARSET, tag, 1)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
