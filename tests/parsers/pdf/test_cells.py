"""Cells no larger than a box, boxes in them, and boxes whose line is painted as an area."""

from __future__ import annotations

import pytest

from parsers.document import Document, State
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def _read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def _labels(page: Leaf) -> list[tuple[str, str]]:
    return [(found.mark.state.value, found.label) for found in labelled(_read(page))]


def _table() -> Leaf:
    """A column of cells that are no larger than boxes, with its name in the first."""
    page = leaf()
    for y in (100, 118, 136):
        for x0, x1 in ((60, 260), (260, 279), (279, 320)):
            page.grid([x0, x1], [y, y + 18])
    page.text(64, 113, "Requisito").text(264, 113, "SI").text(290, 113, "NO")
    return page.text(64, 131, "Residenza").text(64, 149, "Iscrizione")


@pytest.mark.parametrize("sign", ["o", "q"])
def test_characters_in_narrow_cells(sign: str) -> None:
    """The name of a column is no tick where the cells below hold boxes of their own."""
    page = _table()
    for y in (131, 149):
        page.text(265, y, sign, 9, "F3").text(295, y, sign, 9, "F3")
    page.text(265, 131, "8", 9, "F3")
    assert _labels(page) == [("ticked", "SI"), ("empty", "NO"), ("empty", "SI"), ("empty", "NO")]


def test_ticked_characters_in_narrow_cells() -> None:
    """A ticked box that is a character shows as well as an empty one that its cell is none."""
    page = _table()
    for y, sign in ((131, "n"), (149, "o")):
        page.text(265, y, sign, 9, "F3").text(295, y, "o", 9, "F3")
    assert _labels(page) == [("ticked", "SI"), ("empty", "NO"), ("empty", "SI"), ("empty", "NO")]


def test_squares_in_narrow_cells() -> None:
    """A square in a cell is a box and nothing that ticks the cell."""
    page = _table()
    for y in (123.0, 141.0):
        page.box(266, y, 274, y + 8).box(296, y, 304, y + 8)
    page.line(296, 123, 304, 131).line(296, 131, 304, 123)
    assert _labels(page) == [("empty", "SI"), ("ticked", "NO"), ("empty", "SI"), ("empty", "NO")]


def test_a_frame_whose_hole_comes_first() -> None:
    """A box painted as an area is one whichever of its outlines comes first."""
    page = leaf().text(75, 100, "Alfa").text(75, 120, "Beta").text(62, 120, "X", 7)
    for y in (734, 714):
        page.raw(f"61 {y + 1} 7 7 re 60 {y} 9 9 re f*")
    assert [mark.state for mark in _read(page).marks()] == [State.EMPTY, State.TICKED]


def test_boxes_right_behind_their_letters() -> None:
    """A ticked box set in one go with its letter is none that was printed later over another."""
    page = leaf()
    page.raw("BT /F1 10 Tf 60 742 Td (M) Tj /F3 10 Tf (o) Tj /F1 10 Tf ( F) Tj /F3 10 Tf (n) Tj ET")
    page.text(60, 130, "Altro")
    assert [mark.state for mark in _read(page).marks()] == [State.EMPTY, State.TICKED]
