"""Characters that are boxes, whatever the file calls them: their pictures tell."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from parsers.document import Document, State
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Book, Font, leaf, pdf
from tests.parsers.pdf.sign_fonts import (
    CHECKED_BOX,
    CROSSED_BOX,
    DOTTED_RING,
    EMPTY_BOX,
    EMPTY_RING,
    FULL_BOX,
    POINTER,
    drawings,
    true_type,
)

WORDS = ("Risorse proprie", "Soci privati", "Banche", "Fondazioni", "Altre")
TICKED = (False, True, False, False, True)
NAMES = ("ABCDEF+Wingdings-Regular", "ABCDEF+Wingdings2", "F1", "CIDFont+F3", "AAAAAA+MS-Gothic", "Symbol")
SQUARES = {"crossed": CROSSED_BOX, "checked": CHECKED_BOX, "full": FULL_BOX}


def shown(font: Font, codes: tuple[str, ...], after: bool = False) -> Document:
    """A list of options with a sign each, before its words or after them."""
    page = leaf().text(60, 60, "Finanziamento del progetto")
    for at, (code, word) in enumerate(zip(codes, WORDS, strict=True)):
        y = 100 + 24 * at
        page.text(60 if after else 76, y, word)
        page.raw(f"BT /S 11 Tf 1 0 0 1 {240 if after else 60} {842 - y} Tm <{code}> Tj ET")
    return PdfReader().read(pdf(page.text(60, 300, "Testo che segue, con o senza altro"), more={"S": font}))


def read(font: Font, empty: str, ticked: str, after: bool = False) -> list[tuple[State, str]]:
    """The states and labels found where some of the options have the other sign."""
    document = shown(font, tuple(ticked if tick else empty for tick in TICKED), after)
    return [(found.mark.state, found.label) for found in labelled(document)]


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


WANTED = [(State.TICKED if tick else State.EMPTY, word) for tick, word in zip(TICKED, WORDS, strict=True)]


def pair(empty: int, ticked: int, one: str, two: str) -> dict[int, str]:
    return {empty: one, ticked: two}


LETTERS: Mapping[str, tuple[str, str] | None] = {
    "no table": None,
    "a letter for both": ("o", "o"),
    "two letters": ("n", "x"),
    "figures": ("1", "2"),
    "marks": ("!", '"'),
    "unknown": ("\ufffd", "\ufffd"),
    "a blank for both": (" ", " "),
    "a hard blank": ("\u00a0", "\u00a0"),
    "nothing": ("\0", "\0"),
    "controls": ("\x01", "\x02"),
    "one private code": ("\uf0fe", "\uf0fe"),
    "two private codes": ("\ue0a1", "\ue0a2"),
    "the empty box for both": ("☐", "☐"),
    "no letter": ("", ""),
}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("kind", SQUARES)
@pytest.mark.parametrize("letters", LETTERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_box_is_read_whatever_it_is_called(name: str, letters: str, kind: str, after: bool) -> None:
    """By the picture that its font has of it, whatever font and letter the file says it is."""
    ticked = SQUARES[kind]
    said = LETTERS[letters]
    table = None if said is None else pair(EMPTY_BOX, ticked, *said)
    assert read(true_type(name, table), f"{EMPTY_BOX:04x}", f"{ticked:04x}", after) == WANTED


@pytest.mark.parametrize("letters", ["no table", "two letters", "unknown", "a blank for both", "figures"])
def test_a_ring_is_read_whatever_it_is_called(letters: str) -> None:
    """Ticked with a dot in it."""
    said = LETTERS[letters]
    table = None if said is None else pair(EMPTY_RING, DOTTED_RING, *said)
    assert read(true_type("F1", table), f"{EMPTY_RING:04x}", f"{DOTTED_RING:04x}") == WANTED


@pytest.mark.parametrize("letters", ["two letters", "figures", "controls", "two private codes"])
@pytest.mark.parametrize("name", ["Wingdings-Regular", "Symbol"])
def test_rings_of_a_font_of_signs_are_boxes_where_some_are_empty(name: str, letters: str) -> None:
    """Whatever their codes stand for in the font that the file names."""
    said = LETTERS[letters]
    table = None if said is None else pair(EMPTY_RING, DOTTED_RING, *said)
    assert read(true_type(name, table), f"{EMPTY_RING:04x}", f"{DOTTED_RING:04x}") == WANTED


def test_rings_of_a_font_of_signs_that_are_all_full_are_numbers() -> None:
    """A figure in a ring, a clock."""
    font = true_type("Wingdings-Regular", {DOTTED_RING: "\x80"})
    assert states(shown(font, (f"{DOTTED_RING:04x}",) * 5)) == []


FRAME = "60 w 80 20 640 640 re S"


@pytest.mark.parametrize("names", [("g167", "g168"), ("a20", "a21"), ("square", "box"), (".notdef", "o")])
@pytest.mark.parametrize("table", [None, {65: " ", 66: " "}, {65: "\ufffd", 66: "\ufffd"}])
def test_a_drawing_is_a_character(names: tuple[str, str], table: dict[int, str] | None) -> None:
    """A font may be made of drawings, with any names."""
    crossed = f"{FRAME} 80 20 m 720 660 l S 720 20 m 80 660 l S"
    font = drawings({65: (names[0], FRAME), 66: (names[1], crossed)}, table)
    assert read(font, "41", "42") == WANTED


def test_a_framed_sign_without_a_letter_that_has_no_empty_fellow_is_in_doubt() -> None:
    """A font shows one sign for everything that it lacks: a frame with a question mark in it, say."""
    crossed = f"{FRAME} 80 20 m 720 660 l S 720 20 m 80 660 l S"
    font = drawings({65: ("a20", crossed)}, {65: "\ufffd"})
    assert states(shown(font, ("41",) * 5)) == [State.UNSURE] * 5


def test_a_sign_that_the_font_lacks_right_behind_a_box_says_nothing() -> None:
    """Unseen characters may follow a box, such as one that asks for another look of it."""
    crossed = f"{FRAME} 80 20 m 720 660 l S 720 20 m 80 660 l S"
    font = drawings({65: ("box", FRAME), 66: (".notdef", crossed)}, {65: "☐", 66: "\ufffd"})
    assert states(shown(font, ("4142",) * 5)) == [State.EMPTY] * 5


@pytest.mark.parametrize("table", [None, {FULL_BOX: "\ufffd"}, {FULL_BOX: " "}, {FULL_BOX: "n"}])
def test_full_squares_before_every_line_are_bullets(table: dict[int, str] | None) -> None:
    """Where no empty one stands beside them."""
    assert states(shown(true_type("F1", table), (f"{FULL_BOX:04x}",) * 5)) == []


@pytest.mark.parametrize("table", [None, {POINTER: "\ufffd"}, {POINTER: " "}, {POINTER: "m"}])
def test_other_signs_are_no_boxes(table: dict[int, str] | None) -> None:
    """An arrow is an arrow."""
    assert states(shown(true_type("F1", table), (f"{POINTER:04x}",) * 5)) == []


def test_letters_of_a_font_of_letters_are_letters() -> None:
    """However much they look like rings: an "o" set in bold between words."""
    page = leaf()
    for at in range(4):
        page.text(60, 100 + 20 * at, "Uno").text(90, 100 + 20 * at, "o", font="F2").text(
            105, 100 + 20 * at, "due"
        )
    assert states(PdfReader().read(pdf(page))) == []


@pytest.mark.parametrize(("text", "state"), [("☐", State.EMPTY), ("☒", State.TICKED)])
def test_what_stands_for_a_sign_by_the_file_s_word_counts(text: str, state: State) -> None:
    """A replacement text is what the sign means, whatever letter it is."""
    said = f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC"
    page = leaf().raw(said).text(60, 100, "o").raw("EMC").text(76, 100, "Banche")
    assert states(PdfReader().read(pdf(page))) == [state]


@pytest.mark.parametrize(("producer", "state"), [("LibreOffice 7.4", State.EMPTY), ("Altro", State.UNSURE)])
def test_one_private_code_for_all_boxes(producer: str, state: State) -> None:
    """It may stand for empty and ticked ones, unless the program that wrote it gives each its own."""
    page = leaf()
    for at, word in enumerate(WORDS):
        page.text(76, 100 + 24 * at, word).raw(
            f"BT /S 11 Tf 1 0 0 1 60 {742 - 24 * at} Tm <{EMPTY_BOX:04x}> Tj ET"
        )
    numbers = []

    def info(book: Book) -> int:
        numbers.append(book.add(f"<< /Producer ({producer}) >>"))
        return numbers[0]

    data = pdf(page, more={"S": true_type("F1", {EMPTY_BOX: "\uf0a8"}), "Info": info})
    data = data.replace(b"/Root", f"/Info {numbers[0]} 0 R /Root".encode())
    assert states(PdfReader().read(data)) == [state] * len(WORDS)
