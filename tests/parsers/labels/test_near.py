"""Labels told by places on a page: heads above, words beside and below, and squares that are cells."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from parsers.labels.words import before_gap
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def _labels(page: Leaf) -> list[str]:
    return [one.label for one in labelled(PdfReader().read(pdf(page)))]


def _boxes(page: Leaf, y: float, *xs: float) -> Leaf:
    for x in xs:
        page.box(x, y - 8, x + 8, y)
    return page


def test_heads_over_several_rows() -> None:
    """Every row of boxes has the heads above the first one, whatever their cell is."""
    page = leaf().box(40, 80, 520, 98).grid([40, 290, 360, 520], [98, 120, 142])
    page.text(310, 93, "buono").text(420, 93, "scarso").text(46, 113, "Orari").text(46, 135, "Prezzi")
    _boxes(_boxes(page, 113, 322, 432), 135, 322, 432)
    assert _labels(page) == ["buono", "scarso"] * 2


def test_row_without_heads_has_those_of_the_rows_before() -> None:
    """A table that goes on below another one without heads of its own has the same columns."""
    page = leaf().grid([40, 290, 360, 430], [80, 98, 120, 142]).text(310, 93, "SI").text(380, 93, "NO")
    page.text(46, 113, "Febbre").text(46, 135, "Tosse").text(40, 165, "Per le donne:")
    _boxes(_boxes(page, 113, 312, 382), 135, 312, 382)
    page.grid([40, 250, 340, 430], [180, 202]).text(46, 195, "Attesa di un figlio")
    assert _labels(_boxes(page, 195, 280, 380)) == ["SI", "NO"] * 3


def test_rooms_for_digits_are_no_boxes() -> None:
    """Squares closer to one another than boxes are stand for digits, be they but two."""
    page = leaf().text(40, 100, "Peso kg").text(40, 130, "dal").text(112, 130, "/")
    _boxes(_boxes(page, 100, 90, 99, 108), 130, 90, 101, 120, 131)
    page.text(60, 160, "minorenne")
    assert _labels(_boxes(page, 160, 46)) == ["minorenne"]


def test_sentence_above_boxes_is_no_head() -> None:
    """A line of prose over boxes side by side names none of them."""
    page = leaf().grid([40.0, 120, 160, 200, 520], [100.0, 122, 144])
    page.text(40, 90, "Indicare con una croce le condizioni che ricorrono nel caso del richiedente")
    page.text(46, 115, "Uno").text(46, 137, "Due")
    _boxes(_boxes(page, 115, 136, 176), 137, 136, 176)
    assert _labels(page) == ["Uno", "Uno", "Due", "Due"]


def test_box_below_one_of_two_columns() -> None:
    """A box right below the last line of a question is that question's."""
    page = leaf().lines(60, 100, "If you are registered blind and your", "name is on a register")
    page.lines(320, 100, "If you do not want any tax you owe", "collected this way")
    _boxes(page, 126, 60, 320)
    assert _labels(page) == [
        "If you are registered blind and your name is on a register",
        "If you do not want any tax you owe collected this way",
    ]


def test_square_that_ends_a_row_of_cells() -> None:
    """A square as large as the blank cells at its height is one of them."""
    page = leaf().text(60, 85, "Numero").grid([60.0, 74, 88], [92.0, 108]).box(108, 92, 122, 108)
    assert _labels(page) == []


def test_square_round_a_typed_box() -> None:
    """A square cell with typed brackets in it is no box of its own."""
    page = leaf().text(60, 104, "Orari").box(200, 92, 218, 108).text(204, 104, "[ ]").text(222, 104, "buoni")
    assert len(_labels(page)) == 1


def test_bar_of_a_chart() -> None:
    """A filled bar twice as high as wide, with no other like it, is no box."""
    page = leaf().box(100, 82, 110, 100, "B").text(116, 100, "accessi")
    assert _labels(page) == []


def test_name_of_the_row() -> None:
    """The only box of a row goes with the row's name, not with the figure beside it."""
    page = leaf().grid([60.0, 200, 300, 340], [80.0, 100, 120])
    page.text(66, 94, "Mattino").text(206, 94, "7.30 - 13").text(66, 114, "Intero").text(
        206, 114, "7.30 - 16"
    )
    _boxes(_boxes(page, 94, 316), 114, 316)
    assert _labels(page) == ["Mattino", "Intero"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("CESSAZIONE\tdata", "CESSAZIONE"),
        ("assente\tmadre", "assente"),
        ("1\tprimo figlio", "1\tprimo figlio"),
    ],
)
def test_words_far_behind(text: str, label: str) -> None:
    """What a wide gap parts from a label is not of it; the number before a label is."""
    assert before_gap(text) == label


def test_gaps_between_all_words() -> None:
    """A line that is stretched to the margin keeps all its words."""
    assert before_gap("Dichiarazione\tdi\tresidenza") == "Dichiarazione\tdi\tresidenza"
