"""What cannot be written or seen becomes visible, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.characters import cut, unambiguous, visible, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b", "a␀b"),
        ("riga\x0briga", "riga␋riga"),
        ("\r\n", "␍\n"),
        ("\x7f", "␡"),
        ("\ud800", "�"),
        ("\ufffe", "�"),
        ("così\t\n🙂", "così\t\n🙂"),
    ],
)
def test_unwritable_characters_are_shown_and_others_left(text: str, expected: str) -> None:
    """Controls become their pictures, what no file can hold the replacement character."""
    assert visible(text) == expected


def test_a_turned_direction_is_spelled_out() -> None:
    """A name that pretends to another ending is seen for what it is."""
    assert unambiguous("fattura\u202efdp.exe") == "fattura[U+202E]fdp.exe"


@given(st.text(max_size=60), st.integers(min_value=10, max_value=50))
def test_a_cut_text_fits_and_says_so(text: str, limit: int) -> None:
    """A text is whole, or it fits with the marker at its end and is the beginning of the whole."""
    written = cut(visible(text), limit)
    assert width(written) <= limit
    if written != visible(text):
        assert written.endswith(" […]")
        assert visible(text).startswith(written.removesuffix(" […]"))
