"""Signs that a file names beside one blank or frame that it shows for all of them."""

from __future__ import annotations

import pytest

from parsers.document import State
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Font, leaf, pdf
from tests.parsers.pdf.sign_fonts import EMPTY_BOX, NOTHING, true_type

WORDS = ("Risorse proprie", "Soci privati", "Banche", "Fondazioni", "Altre")
TICKED = (False, True, False, False, True)
WANTED = [(State.TICKED if tick else State.EMPTY, word) for tick, word in zip(TICKED, WORDS, strict=True)]
PAIRS = (("\uf0a8", "\uf0fe"), ("\uf06f", "\uf0fd"), ("\u2610", "\u2612"))
"""Empty and ticked."""


def read(font: Font, shown: str, names: tuple[str, str], table: str = "") -> list[tuple[State, str]]:
    """What is found where all options have one glyph and a name each but those that are `table`."""
    page = leaf().text(60, 60, "Finanziamento del progetto")
    for at, (word, tick) in enumerate(zip(WORDS, TICKED, strict=True)):
        sign, y = names[tick], 100 + 24 * at
        if sign != table:
            page.raw(f"/Span <</ActualText <feff{ord(sign):04x}>>> BDC")
        page.raw(f"BT /S 11 Tf 1 0 0 1 60 {842 - y} Tm <{shown}> Tj ET")
        if sign != table:
            page.raw("EMC")
        page.text(76, y, word)
    document = PdfReader().read(pdf(page, more={"S": font}))
    return [(found.mark.state, found.label) for found in labelled(document)]


@pytest.mark.parametrize("named", ["empty", "ticked", "none"])
@pytest.mark.parametrize("glyph", [EMPTY_BOX, NOTHING], ids=["frame", "blank"])
@pytest.mark.parametrize("names", PAIRS)
def test_a_sign_is_what_the_file_names_it(names: tuple[str, str], glyph: int, named: str) -> None:
    """Whatever it shows for it, and whichever of the signs has the letter of the font's table."""
    table = {"empty": names[0], "ticked": names[1], "none": ""}[named]
    font = true_type("ABCDEF+LiberationSans", {glyph: table} if table else None)
    assert read(font, f"{glyph:04x}", names, table) == WANTED


@pytest.mark.parametrize("names", PAIRS)
def test_a_sign_for_which_a_space_stands(names: tuple[str, str]) -> None:
    """The file may set a blank of its letters' font."""
    page = leaf().text(60, 60, "Finanziamento del progetto")
    for at, (word, tick) in enumerate(zip(WORDS, TICKED, strict=True)):
        y = 100 + 24 * at
        page.raw(f"/Span <</ActualText <feff{ord(names[tick]):04x}>>> BDC").text(60, y, " ").raw("EMC")
        page.text(76, y, word)
    document = PdfReader().read(pdf(page))
    assert [(found.mark.state, found.label) for found in labelled(document)] == WANTED


def test_a_blank_that_the_file_names_a_blank_is_none() -> None:
    """A name that is no sign adds nothing to what is shown."""
    font = true_type("ABCDEF+LiberationSans", {NOTHING: " "})
    assert read(font, f"{NOTHING:04x}", (" ", "\u00a0")) == []
