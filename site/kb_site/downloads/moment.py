"""The date that a download carries. The only place of this package that looks at the environment and the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from kb.errors import KbError


def date_to_print() -> str:
    """The day of ``SOURCE_DATE_EPOCH`` where that is set, so that a build can be repeated; else today, in UTC.

    Raises:
        KbError: ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise KbError(f"SOURCE_DATE_EPOCH is {given!r}; it takes seconds since 1970, e.g. 1767225600") from error
