"""Ticks typed over a box, or set right above one."""

from __future__ import annotations

import pytest

from parsers.document import Method, State
from parsers.pdf.objects import Rule, Sign, Style, Way, Word
from parsers.pdf.viewer.overtyped import overtyped

E, T, U = State.EMPTY, State.TICKED, State.UNSURE


def word(text: str, x: float, y: float, at: int = -1, width: float = 0.0) -> Word:
    """A word of ten points with its baseline at `y`, every letter six wide."""
    wide = width or 6.0 * len(text)
    return Word(text, x, y - 8, x + wide, y + 2, y, Style("Plain", 10), at=at)


def option(x: float, y: float, label: str) -> list[Word]:
    """A box of ten points and its label."""
    return [word("☐", x, y, width=10), word(label, x + 12, y)]


def looks(words: list[Word], rules: tuple[Rule, ...] = ()) -> list[State | None]:
    """What the boxes say; the ticks that were taken in are gone."""
    kept, _ = overtyped(words, [], rules)
    return [one.look for one in kept if one.text == "☐"]


def test_a_tick_above_the_first_box_of_a_list() -> None:
    """An X on a line of its own over a box, as ruby is printed, ticks that box."""
    words = [word("X", 50, 86), *option(50, 100, "Alfa"), *option(50, 114, "Beta")]
    kept, _ = overtyped(words, [], ())
    assert [one.text for one in kept] == ["☐", "Alfa", "☐", "Beta"]
    assert looks(words) == [T, None]


def test_a_tick_between_two_boxes_where_others_stand_above_theirs() -> None:
    """Where one X is plainly over its box, so is the one between two of them."""
    words = [word("X", 50, 86), *option(50, 100, "Alfa"), word("X", 50, 114), *option(50, 128, "Beta")]
    assert looks(words) == [T, T]


def test_a_tick_between_two_boxes_alone_is_a_doubt() -> None:
    """It might be that of either."""
    words = [*option(50, 100, "Alfa"), word("X", 50, 114), *option(50, 128, "Beta")]
    assert looks(words) == [None, U]


def test_a_ruling_line_parts_a_tick_from_the_box_above() -> None:
    """What stands in the cell below is none of that one's."""
    line = Rule(Way.ACROSS, 104.0, 40.0, 200.0)
    words = [*option(50, 100, "Alfa"), word("X", 50, 114), *option(50, 128, "Beta")]
    assert looks(words, (line,)) == [None, T]


def test_a_tick_in_place_of_a_box_is_its_own_option_s() -> None:
    """An X with words beside it replaces its box, and says nothing of the box below."""
    words = [word("X", 50, 100), word("Alfa", 62, 100), *option(50, 114, "Beta")]
    assert looks(words) == [None]


def test_a_column_of_boxes_with_an_x_in_place_of_one() -> None:
    """Boxes in a cell of their own have no words beside them: the X is a box like them."""
    words = [word("X", 50, 100), word("☐", 50, 114, width=10), word("☐", 50, 128, width=10)]
    assert looks(words) == [None, None]


def test_the_text_of_a_drawn_box_set_lines_above() -> None:
    """Where a drawn box wrapped with its words, some programs print its X over the first line."""
    box = Sign((80.0, 104.0, 91.0, 115.0), E, Method.DRAWING, "☐")
    words = [
        *(word("Alfa", 50, 100, at=0), word("Beta", 76, 100, at=5)),
        word("Gamma", 50, 113, at=10),
        word("X", 80, 100, at=40),
    ]
    kept, signs = overtyped(words, [box], ())
    assert [one.text for one in kept] == ["Alfa", "Beta", "Gamma"]
    assert [sign.state for sign in signs] == [T]


def test_a_tick_that_was_typed_in_its_line_stays_there() -> None:
    """An X set in one go with the words before it is theirs, whatever box stands below."""
    box = Sign((80.0, 104.0, 91.0, 115.0), E, Method.DRAWING, "☐")
    words = [word("Alfa", 50, 100, at=0), word("X", 80, 100, at=5), word("Beta", 50, 113, at=8)]
    _, signs = overtyped(words, [box], ())
    assert [sign.state for sign in signs] == [E]


def test_a_tick_beside_a_box_of_its_own_line_stays_there() -> None:
    """However the two were set: a box whose font is another one's comes later."""
    below = Sign((50.0, 126.0, 61.0, 137.0), E, Method.DRAWING, "☐")
    words = [word("X", 50, 100, at=0), word("Alfa", 72, 100, at=2), word("☐", 60, 100, at=40, width=10)]
    _, signs = overtyped([*words, word("Beta", 65, 135, at=50)], [below], ())
    assert [sign.state for sign in signs] == [E]


def test_a_tick_over_a_column_of_boxes_beside_the_words_of_another_cell() -> None:
    """What stands beyond a cell's line says nothing of whose line a box is in."""
    wall = Rule(Way.DOWN, 46.0, 60.0, 140.0)
    words = [word("X", 50, 86), *(word("☐", 50, y, width=10) for y in (100, 114)), word("Gamma", 10, 100)]
    assert looks(words, (wall,)) == [None, None]


@pytest.mark.parametrize(("at", "wanted"), [(5, None), (40, U)])
def test_a_tick_at_a_tab_behind_words_is_theirs(at: int, wanted: State | None) -> None:
    """However far from them: they were set in one go. Else it may stand above the next option's box."""
    above = [word("Alfa", 50, 86, at=0), word("X", 110, 86, at=at)]
    words = [word("☐", 110, 72, width=10), *above, word("Beta", 50, 100), word("profit", 70, 100)]
    words += [word("☐", 110, 100, at=20, width=10)]
    assert looks(words) == [None, wanted]
