"""Characters of the private use area are told apart by their pictures where their codes are alike."""

from __future__ import annotations

import pytest

from parsers.document import State
from parsers.pdf.drawn.pixels import Frame, Seen
from parsers.pdf.extras import spells_out
from parsers.pdf.file import opened
from parsers.pdf.objects import Page, Style, Word
from parsers.pdf.text.glyphs import Glimpse
from parsers.pdf.text.lettering import decided
from tests.parsers.pdf.builder import Book

BOX, TICK = "\uf0a8", "\uf0fe"


def looks(font: str, *seen: tuple[str, float], exact: bool = False) -> list[State | None]:
    """What is decided of characters with the given shares of ink in their middle."""
    style = Style(font, 10)
    words = tuple(Word(char, 10.0 * at, 0, 10.0 * at + 9, 10, 8, style) for at, (char, _) in enumerate(seen))
    page = Page(1, 595, 842, words, (), (), (), ())
    glimpses = tuple(Glimpse(at, Seen(Frame.SQUARE, ink)) for at, (_, ink) in enumerate(seen))
    return [word.look for word in decided([page], [glimpses], exact=exact)[0].words]


def test_codes_and_pictures_agree() -> None:
    """Where picture and code say the same there is nothing to decide."""
    assert looks("OpenSymbol", (BOX, 0.0), (TICK, 0.3)) == [None, None]


def test_one_code_two_pictures() -> None:
    """Where one code has two pictures the pictures decide."""
    assert looks("OpenSymbol", (TICK, 0.0), (TICK, 0.3)) == [State.EMPTY, State.TICKED]


def test_picture_against_code() -> None:
    """A code for a tick that is drawn as an empty box is not sure."""
    assert looks("OpenSymbol", (TICK, 0.0), (BOX, 0.0)) == [State.UNSURE, None]


@pytest.mark.parametrize("ink", [0.0, 0.2])
def test_font_without_the_sign(ink: float) -> None:
    """One code in a font of letters may stand for boxes and ticks alike."""
    assert looks("NotoSans-Regular", (TICK, ink), (TICK, ink)) == [State.UNSURE, State.UNSURE]


def test_a_font_without_the_sign_in_a_file_whose_codes_are_exact() -> None:
    """One code for all boxes then says that nobody ticked any."""
    assert looks("NotoSans-Regular", (BOX, 0.0), (BOX, 0.0), exact=True) == [None, None]


@pytest.mark.parametrize(
    ("producer", "exact"),
    [("LibreOffice 7.4", True), ("LibreOffice 6.1", True), ("LibreOffice 6.0", False), ("Stampa 7.4", False)],
)
def test_which_program_s_codes_are_exact(producer: str, exact: bool) -> None:
    """LibreOffice says what each sign stands for, but not its oldest versions."""
    book = Book()
    info = book.add(f"<< /Producer ({producer}) >>")
    page = book.add("<< /Type /Page /MediaBox [0 0 100 100] /Parent 3 0 R >>")
    pages = book.add(f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    data = book.bytes(book.add(f"<< /Type /Catalog /Pages {pages} 0 R >>"), f"/Info {info} 0 R")
    with opened(data) as document:
        assert spells_out(document) is exact


def test_two_codes_in_a_font_without_the_signs() -> None:
    """Two codes in a font of letters still tell boxes from ticks."""
    assert looks("NotoSans-Regular", (BOX, 0.2), (TICK, 0.2)) == [None, None]


def test_a_code_of_two_fonts_beside_one_of_a_single_font() -> None:
    """Beside a code that only Wingdings knows, one that two fonts know is Wingdings' as well."""
    ring, disc = "\uf0a1", "\uf06c"
    assert looks("NotoSans-Regular", (ring, 0.2), (disc, 0.2)) == [State.EMPTY, None]
