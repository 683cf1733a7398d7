"""Letters whose codes were written a byte too far."""

from __future__ import annotations

from parsers.pdf.text.shifted import shifted_back


def test_a_ligature_is_put_right() -> None:
    """Each of its letters stands in a character's high byte."""
    assert shifted_back("af\u6600\u6900dare a o\u6600\u6600\u6900cine") == "affidare a officine"


def test_an_accent_that_stands_apart_is_put_right() -> None:
    """It stands over the end of one character and the beginning of the next: naught for a grave one."""
    assert shifted_back("perch\u6503\u0100 \u6503\ufffe già") == "perche\u0301 e\u0300 già"


def test_a_text_in_an_eastern_script_is_left_as_it_is() -> None:
    """Where other such letters stand beside them they are meant."""
    assert shifted_back("\u6600\u8a9e e italiano") == "\u6600\u8a9e e italiano"
