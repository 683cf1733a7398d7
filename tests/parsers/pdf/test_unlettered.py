"""Letters of which a PDF does not say what they are."""

from __future__ import annotations

import pytest

from parsers.document import Note
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import leaf, pdf
from tests.parsers.pdf.sign_fonts import CROSSED_BOX, EMPTY_BOX, FULL_BOX, POINTER, true_type

SAID = Note("low-confidence", "letters")
FONT = true_type("ABCDEF+Calibri", {FULL_BOX: "a", CROSSED_BOX: "b", EMPTY_BOX: " "})
A, B, BLANK, LOST = (f"{code:04x}" for code in (FULL_BOX, CROSSED_BOX, EMPTY_BOX, POINTER))
UNDRAWN = "00ff"


def notes(*words: str) -> list[Note]:
    """What is said of a page with these codes among plain words."""
    page = leaf().text(60, 60, "Testo che si legge bene, dal principio alla fine")
    for at, codes in enumerate(words):
        page.raw(f"BT /S 11 Tf 1 0 0 1 60 {742 - 24 * at} Tm <{codes}> Tj ET")
    return list(PdfReader().read(pdf(page, more={"S": FONT})).notes)


def test_words_that_lack_letters_are_announced() -> None:
    """What is read of them may be anything."""
    assert SAID in notes(A + LOST + B, B + A + LOST + A, A + LOST + LOST + A)


@pytest.mark.parametrize("codes", [A + B + A, LOST + A + B, LOST + BLANK + A + B, LOST])
def test_signs_without_letters_before_words_are_signs(codes: str) -> None:
    """A box, a bullet: it stands in no word."""
    assert SAID not in notes(codes, codes, codes, codes)


def test_a_blank_needs_no_letter() -> None:
    """Many programs name no letter for it."""
    assert SAID not in notes(*(A + UNDRAWN + B,) * 4)


def test_a_sign_between_letters_once_or_twice_is_a_sign() -> None:
    """A box that is glued to the words on both sides of it."""
    assert SAID not in notes(A + LOST + B, A + LOST + B)
