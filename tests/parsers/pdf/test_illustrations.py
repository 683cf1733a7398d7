"""Squares and rings that are part of something else are no boxes; a pen's marks make none of a box."""

from __future__ import annotations

from parsers.document import State
from parsers.pdf.drawn.crossed import uncrossed
from parsers.pdf.objects import Rule, Style, Way, Word
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def _states(page: Leaf) -> list[State]:
    return [mark.state for mark in PdfReader().read(pdf(page)).marks()]


def _list() -> Leaf:
    """Three boxes before their labels."""
    page = leaf()
    for row, name in enumerate(("celibe", "nubile", "vedovo")):
        page.box(60, 92 + 20 * row, 68, 100 + 20 * row).text(74, 100 + 20 * row, name)
    return page


def test_boxes_of_a_list() -> None:
    """Boxes beside words are boxes."""
    assert _states(_list()) == [State.EMPTY] * 3


def test_strokes_from_corner_to_corner_make_no_drawing_of_a_box() -> None:
    """A cross whose strokes end at the corners ticks a box."""
    page = _list().line(60, 92, 68, 100).line(60, 100, 68, 92)
    assert _states(page) == [State.TICKED, State.EMPTY, State.EMPTY]


def test_number_in_a_square_is_no_box() -> None:
    """Squares with numbers in them are the numbers of sections."""
    page = leaf()
    for row in range(2):
        page.box(60, 90 + 30 * row, 74, 104 + 30 * row).text(64, 101 + 30 * row, str(row + 1))
        page.text(80, 101 + 30 * row, "Dati del richiedente")
    assert _states(page) == []


def test_what_people_type_for_no_leaves_a_box() -> None:
    """A box with a "no" in it is still one."""
    page = _list().text(60.5, 99, "no", 6)
    assert len(_states(page)) == 3


def test_squares_tied_by_lines_are_no_boxes() -> None:
    """Squares at the ends of a line are the nodes of a diagram."""
    page = leaf().box(60, 90, 70, 100).box(160, 90, 170, 100).line(70, 95, 160, 95).text(60, 115, "avvio")
    assert _states(page) == []


def test_squares_across_one_another_are_no_boxes() -> None:
    """Squares that lie across one another are an ornament."""
    page = leaf().text(90, 108, "Comune")
    for at in range(4):
        page.box(60 + 5 * at, 90 + 5 * at, 70 + 5 * at, 100 + 5 * at)
    assert _states(page) == []


def test_line_to_write_on_ties_no_box() -> None:
    """A line to write on that begins at a box's foot leaves it one."""
    page = _list().line(68, 100, 200, 100)
    assert len(_states(page)) == 3


def test_two_borders_beside_one_another_are_moved_once() -> None:
    """Words across a double border move both of its lines, whichever comes first."""
    style = Style("Helvetica", 10)
    words = [
        Word("intestazione", 60, 90, 160, 100, 98, style),
        Word("completa", 80, 110, 170, 120, 118, style),
    ]
    level = [Rule(Way.ACROSS, y, 50, 110) for y in (80, 104, 130)]
    upright = [Rule(Way.DOWN, 110, 80, 130), Rule(Way.DOWN, 110.8, 80, 130)]
    found = uncrossed([*level, *upright], words)
    assert len(found) == 5


def test_filled_boxes_set_close_below_one_another_are_no_drawing() -> None:
    """A box between two that are filled, each with its line, is a box."""
    page = leaf()
    for row, name in enumerate(("celibe", "nubile", "vedovo")):
        top = 92 + 9 * row
        page.box(60, top, 68, top + 8).box(60, top, 68, top + 8, "f").text(74, top + 8, name, size=8)
    assert _states(page) == [State.TICKED] * 3
