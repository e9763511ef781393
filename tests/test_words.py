"""The word difference: its laws, and what a reader sees."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.words import Span, SpanKind, apply, compare_words, to_html, to_speech, to_text

laws = settings(max_examples=150, deadline=None)
words = st.sampled_from(
    [
        "the ",
        "child ",
        "must ",
        "should ",
        "be ",
        "seen. ",
        "Tell ",
        "parents; ",
        "(a) ",
        "10 ",
        "days",
        ".\n",
        "“now” ",
        "— ",
        " ",
    ]
)
texts = st.one_of(st.lists(words, max_size=40).map("".join), st.text(max_size=60))


@laws
@given(texts, texts)
def test_applying_the_difference_to_the_old_text_gives_the_new(old, new):
    """No sign is lost or added on either side."""
    assert apply(compare_words(old, new), old) == new


@laws
@given(texts)
def test_a_text_against_itself_has_no_change(text):
    """Only equal spans, and none empty."""
    assert all(span.kind is SpanKind.EQUAL and span.old == span.new for span in compare_words(text, text))


@laws
@given(texts, texts)
def test_spans_are_well_formed(old, new):
    """Each kind holds text on its own side only, and anchors are unique but for the two ends of a move."""
    spans = compare_words(old, new)

    for span in spans:
        assert {
            SpanKind.EQUAL: not span.anchor,
            SpanKind.INSERTED: not span.old and bool(span.new),
            SpanKind.DELETED: bool(span.old) and not span.new,
            SpanKind.MOVED: bool(span.old) != bool(span.new),
        }[span.kind]
    names = [(span.anchor, bool(span.new)) for span in spans if span.anchor]
    assert len(names) == len(set(names))
    moved = [span for span in spans if span.kind is SpanKind.MOVED]
    assert sorted(s.anchor for s in moved if s.old) == sorted(s.anchor for s in moved if s.new)


@laws
@given(texts, texts)
def test_html_is_escaped_and_closed(old, new):
    """Read as HTML, the shown text is the text; only our own elements occur, all closed."""

    class Reader(HTMLParser):
        open: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag, attrs):
            assert tag in {"ins", "del", "span", "a"}
            self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    reader = Reader()
    reader.feed(to_html(compare_words(old, new)))
    reader.close()
    assert reader.open == []


def test_a_changed_clause_is_all_that_is_marked():
    """One word for one word, in place; deletion first."""
    spans = compare_words("Staff should act within 7 days of it.", "Staff must act within 7 days of it.")

    assert to_text(spans) == "Staff [-should -]{+must +}act within 7 days of it."


def test_an_expanded_sentence_is_extended_not_replaced():
    """However much is added, what stood there still stands."""
    old = "Keep a record."
    new = "Keep a record. It should say who was present, what was decided, by whom, when, and what happens next."

    assert [span.kind for span in compare_words(old, new)] == [SpanKind.EQUAL, SpanKind.INSERTED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. Keep a “record”.", '2.4 Keep a "record".'),
        ("• Keep a record – always.", "(b) Keep a record - always."),
        ("Keep (a) this; (b) that.", "Keep (1) this; (2) that."),
        ("Local Authority duties", "local authority duties"),
        ("Keep  a\nrecord", "Keep a record"),
    ],
)
def test_typography_and_numbers_are_no_change(old, new):
    """Quotes, dashes, bullets, numbers, capitals and spaces do not show."""
    assert {span.kind for span in compare_words(old, new)} == {SpanKind.EQUAL}


def test_a_moved_sentence_is_said_to_be_moved():
    """A sentence that left one place for another has one anchor and two ends that link to each other."""
    old = "Keep a record of every meeting. Tell the parents. See the child alone and soon."
    new = "Tell the parents. See the child alone and soon. Keep a record of every meeting."

    ends = [span for span in compare_words(old, new) if span.kind is SpanKind.MOVED]

    assert [bool(span.new) for span in ends] == [False, True]
    assert ends[0].anchor == ends[1].anchor
    html = to_html(ends, prefix="p1-")
    assert f'href="#p1-{ends[0].anchor}-to"' in html
    assert f'id="p1-{ends[0].anchor}-to"' in html


def test_anchors_stay_when_something_else_changes():
    """A link to one change still works after another change is made elsewhere."""
    first = compare_words("See the child. Keep a record.", "See the child alone. Keep a record.")
    second = compare_words("See the child. Keep a record.", "See the child alone. Keep a full record.")

    assert first[1].anchor in {span.anchor for span in second}


def test_html_escapes_and_speaks():
    """Markup in the text is shown, control signs are replaced, and each change is told in words."""
    html = to_html(compare_words("a & b", "a & <b>\x00 c"))

    assert "<b>" not in html
    assert "\x00" not in html
    assert '<span class="visually-hidden">inserted: </span>' in html


def test_speech_says_what_happened():
    """Each change is announced and closed."""
    spans = compare_words("Act within ten days.", "Act within 45 days.")

    assert to_speech(spans) == "Act within (deleted: ten, end) (inserted: 45, end) days."


def test_spans_of_another_text_are_refused():
    """Applying to a text they were not made from is an error of the caller."""
    with pytest.raises(ValueError, match="another old text"):
        apply([Span(kind=SpanKind.EQUAL, old="a", new="a", anchor="")], "b")


def test_two_long_texts_are_compared():
    """Two texts of 200,000 characters do not stop the program."""
    old = " ".join(f"word{number % 4_001}" for number in range(22_000))
    new = old.replace("word7 ", "other ")

    assert apply(compare_words(old, new), old) == new
