"""Time limits are read from the words an editor writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.timescale import Relation, Unit, parse_timescale


@pytest.mark.parametrize(
    ("relation", "words", "value", "unit", "start"),
    [
        ("within", "1 working day of receiving the referral", 1, Unit.WORKING_DAY, "of receiving the referral"),
        ("within", "15 working days of the strategy discussion", 15, Unit.WORKING_DAY, "of the strategy discussion"),
        ("every", "6 months after the first review", 6, Unit.MONTH, "after the first review"),
        ("every", "year", 1, Unit.YEAR, ""),
        ("at least", "12 months from publication", 12, Unit.MONTH, "from publication"),
        ("not before", "3 working days after the death", 3, Unit.WORKING_DAY, "after the death"),
        ("within", "24 hours", 24, Unit.HOUR, ""),
        ("by", "29 September 2019", None, None, ""),
        ("by", "30 September each year", None, None, "each year"),
        ("starting", "1 April 2008", None, None, ""),
        ("promptly", "as soon as possible after the enquiry", None, None, ""),
    ],
)
def test_limits_are_read(relation: str, words: str, value: int | None, unit: Unit | None, start: str) -> None:
    """The figure, its unit and the moment from which it runs come out; the words stay as written."""
    limit = parse_timescale(Relation(relation), words)

    assert (limit.value, limit.unit, limit.start, limit.words) == (value, unit, start, words)


@pytest.mark.parametrize(
    ("relation", "words"),
    [("within", "a while"), ("within", "15 fortnights"), ("within", ""), ("by", "soon"), ("every", "now and then")],
)
def test_what_is_no_limit_is_refused(relation: str, words: str) -> None:
    """Words without a figure and unit, or without a date, are no limit."""
    with pytest.raises(ValueError, match=r"no figure|no date|needs a value"):
        parse_timescale(Relation(relation), words)


@given(st.integers(1, 9999), st.sampled_from(list(Unit)), st.sampled_from(["", "of the referral", "after birth"]))
def test_a_counted_limit_comes_back_as_written(value: int, unit: Unit, start: str) -> None:
    """Reading what was written loses nothing."""
    words = f"{value} {unit}s {start}".strip()

    limit = parse_timescale(Relation.WITHIN, words)

    assert (limit.value, limit.unit, limit.start) == (value, unit, start)
    assert str(limit) == f"within {words}"


@given(st.integers(1, 1000), st.integers(1, 1000), st.sampled_from(list(Unit)))
def test_a_larger_figure_is_a_longer_limit(first: int, second: int, unit: Unit) -> None:
    """Limits of one unit are in the order of their figures."""
    days = [parse_timescale(Relation.WITHIN, f"{value} {unit}s").days for value in (first, second)]

    assert days[0] is not None
    assert days[1] is not None
    assert (days[0] < days[1]) == (first < second)
