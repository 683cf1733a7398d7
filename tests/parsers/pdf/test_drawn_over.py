"""Boxes and marks that are drawn: outlines, pictures, rings, frames, marker over words."""

from __future__ import annotations

from parsers.document import Document, Emphasis, Mark, State, Table, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf

_ROUND = "{0} {1} m {0} {2} {3} {2} {3} {1} c {3} {4} {0} {4} {0} {1} c h S"


def _read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def _states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


def _ring(x0: float, top: float, x1: float, bottom: float) -> str:
    """A ring around a box, from the top left corner."""
    middle, reach = 842 - (top + bottom) / 2, (bottom - top) * 2 / 3
    return _ROUND.format(x0, middle, middle + reach, x1, middle - reach)


def _icon(page: Leaf, y: float, *rows: str) -> Leaf:
    """A picture of ten points: a row of pixels each, dark where there is a ``#``."""
    pixels = "".join("00" if sign == "#" else "ff" for row in rows for sign in row)
    head = f"BI /W {len(rows[0])} /H {len(rows)} /CS /G /BPC 8 /F /AHx ID {pixels}> EI"
    return page.raw(f"q 10 0 0 10 100 {842 - y} cm {head} Q").text(115, y - 1, "Privati")


_EMPTY_ICON = ("########", "#......#", "#......#", "#......#", "#......#", "#......#", "#......#", "########")
_TICKED_ICON = (
    "########",
    "##....##",
    "#.#..#.#",
    "#..##..#",
    "#..##..#",
    "#.#..#.#",
    "##....##",
    "########",
)
_PLAIN_ICON = ("........", "..####..", ".##..##.", "..####..", "...##...", "..####..", "...##...", "........")


def test_pictures_with_a_line_around_are_boxes() -> None:
    """What stands in their middle ticks them."""
    page = _icon(_icon(leaf(), 100, *_EMPTY_ICON), 120, *_TICKED_ICON)
    assert _states(_read(page)) == [State.EMPTY, State.TICKED]


def test_pictures_with_no_line_around_are_none() -> None:
    """A list's small pictures say nothing."""
    page = _icon(_icon(leaf(), 100, *_PLAIN_ICON), 120, *_PLAIN_ICON)
    assert _states(_read(page)) == []


def test_a_single_picture_is_no_box() -> None:
    """It may be an icon before a telephone number."""
    assert _states(_read(_icon(leaf(), 100, *_TICKED_ICON))) == []


def test_a_square_that_begins_in_mid_side_is_a_box() -> None:
    """Its outline has corners more than a rectangle's, and is one all the same."""
    square = "105 742 m 100 742 l 100 752 l 110 752 l 110 742 l 105 742 l h S"
    page = leaf().raw(square).text(115, 98, "Privati")
    page.box(100, 110, 110, 120).text(115, 118, "Banche")
    assert _states(_read(page)) == [State.EMPTY, State.EMPTY]


def test_a_ring_round_a_box_ticks_it() -> None:
    """And is no box of its own, though it is as large as one."""
    page = leaf()
    for at, word in enumerate(("Proprie", "Privati", "Banche")):
        page.box(100, 100 + 20 * at, 108, 108 + 20 * at).text(114, 108 + 20 * at, word)
    page.raw(_ring(96, 96, 112, 112)).raw(_ring(96, 136, 112, 152))
    assert _states(_read(page)) == [State.TICKED, State.EMPTY, State.TICKED]


def test_a_border_drawn_in_pieces_around_a_blank_is_a_box() -> None:
    """It is as high as its line, and narrower."""
    page = leaf()
    for y, word in ((100, "Proprie"), (130, "Privati")):
        for level in (y - 11, y + 3):
            page.line(100, level, 103, level).line(103, level, 108, level)
        page.line(100, y - 11, 100, y + 3).line(108, y - 11, 108, y + 3).text(112, y, word)
    page.text(101, 130, "X")
    assert _states(_read(page)) == [State.EMPTY, State.TICKED]


def test_a_frame_around_words_of_a_line_is_no_table() -> None:
    """The words stay in their line, and are dressed."""
    page = leaf().grid([40, 400], [80, 140]).text(50, 100, "Cooperative").text(110, 100, "sociali")
    page.box(108, 90, 145, 104).text(148, 100, "e banche")
    document = _read(page)
    found = [inline for inline in next(document.paragraphs()).inlines if isinstance(inline, Text)]
    assert "".join(text.text for text in found) == "Cooperative sociali e banche"
    assert [text.text.strip() for text in found if Emphasis.HIGHLIGHTED in text.emphasis] == ["sociali"]


def test_marker_over_words_in_pieces_makes_no_table() -> None:
    """A piece as thin as a rule is marker where its neighbours have its height and colour."""
    page = leaf().grid([40, 400], [80, 140]).text(50, 100, "Uno").text(75, 100, "due")
    page.raw("1 1 0 rg").box(48, 90, 70, 103, "f").box(70, 90, 71, 103, "f").box(71, 90, 95, 103, "f")
    page.raw("0 0 0 rg")
    tables = [block for block in _read(page).blocks if isinstance(block, Table)]
    assert [len(table.cells) for table in tables] == [1]


def test_white_behind_a_blank_is_no_rule() -> None:
    """Some programs lay a ground behind each piece of text."""
    page = leaf().grid([40, 400], [80, 140]).text(50, 100, "Uno").text(75, 100, "due")
    page.raw("1 1 1 rg").box(70, 80, 72, 140, "f").raw("0 0 0 rg")
    tables = [block for block in _read(page).blocks if isinstance(block, Table)]
    assert [len(table.cells) for table in tables] == [1]


def test_options_with_a_yes_and_a_no_are_paragraphs_of_their_own() -> None:
    """However full the line before them is."""
    page = leaf().grid([40, 215], [80, 160])
    for at, (word, x) in enumerate(
        (("Rappresentanza locale", 150), ("Universita e centri", 150), ("PA", 150))
    ):
        y = 100 + 14 * at
        page.text(45, y, word).box(x, y - 8, x + 8, y).text(x + 11, y, "si")
        page.box(x + 28, y - 8, x + 36, y).text(x + 39, y, "no")
    assert len(list(_read(page).paragraphs())) == 3


def test_a_box_alone_in_its_cell_belongs_to_the_label_on_its_level() -> None:
    """Where other boxes are missing, order would give it to the first label."""
    page = leaf().grid([40, 80, 300], [80, 160]).box(50, 106, 58, 114).text(51, 113, "X", size=8)
    page.lines(90, 94, "Proprie").text(90, 114, "Privati").text(90, 134, "Banche")
    table = next(block for block in _read(page).blocks if isinstance(block, Table))
    rows = {cell.row for cell in table.cells}
    ticked = [
        cell.row
        for cell in table.cells
        for paragraph in cell.blocks
        if not isinstance(paragraph, Table) and any(isinstance(one, Mark) for one in paragraph.inlines)
    ]
    assert (rows, ticked) == ({0, 1, 2}, [1])
