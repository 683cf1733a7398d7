"""Boxes in a cell of their own beside their labels' cell."""

from __future__ import annotations

import pytest

from parsers.document import Method, Paragraph, State, Table, Text
from parsers.pdf.objects import Sign, Style, Word
from parsers.pdf.reader import PdfReader, read_pages
from parsers.pdf.text.rows import is_sign, rows
from tests.parsers.pdf.builder import leaf, pdf


def labels(*lines: str, boxes: int) -> list[str]:
    """The paragraphs of a narrow cell of labels that has boxes beside it."""
    page = leaf().grid([60, 100, 190], [100, 190])
    for at in range(boxes):
        page.box(70, 112 + 14 * at, 78, 120 + 14 * at)
    for at, text in enumerate(lines):
        page.text(106, 120 + 14 * at, text)
    (table,) = (one for one in PdfReader().read(pdf(page)).blocks if isinstance(one, Table))
    return [_said(one) for one in table.cells[1].blocks if isinstance(one, Paragraph)]


def _said(one: Paragraph) -> str:
    return "".join(inline.text for inline in one.inlines if isinstance(inline, Text))


@pytest.mark.parametrize(
    "lines",
    [
        ("Soci volontari", "Cooperative qui", "Universitarie"),
        ("Soci volontari", "Cooperative qui", "istituti"),
    ],
)
def test_labels_that_fill_their_lines_are_as_many_as_the_boxes(lines: tuple[str, ...]) -> None:
    """The next label would not have fitted either: only the boxes tell them apart."""
    assert labels(*lines, boxes=3) == list(lines)


def test_a_box_is_in_the_row_of_any_column_that_it_stands_beside() -> None:
    """Lines of two columns half a line apart are one row, each with its own height."""
    page = leaf().text(50, 105, "Soggetti").text(150, 100, "Rappresentanza").text(50, 125, "Altri")
    words = read_pages(pdf(page)).pages[0].words
    boxes = [Sign((40, y, 48, y + 8), State.EMPTY, Method.DRAWING, "☐") for y in (92.5, 97.5, 117.5)]
    assert [len(row) for row in rows([*words, *boxes])] == [4, 2]


def test_a_box_of_bars_cut_by_a_line_s_end_is_whole() -> None:
    """The left bar ends the line of the words, the rest begins the next one."""
    page = leaf().grid([40, 120], [90, 130]).text(46, 105, "Alfa beta |").text(46, 117, "_|")
    assert [mark.raw for mark in PdfReader().read(pdf(page)).marks()] == ["|_|"]


@pytest.mark.parametrize(("behind", "found"), [("<>", False), ("<x>", False), ("Alfa", True)])
def test_typed_boxes_side_by_side_are_no_sign_and_its_words(behind: str, found: bool) -> None:
    """As in a row of boxes under their options."""
    style = Style("Plain", 10, False)
    row = [Word("<X>", 0, 0, 18, 10, 8, style), Word(behind, 60, 0, 72, 10, 8, style)]
    assert is_sign(row, 1) is found
