"""The text of drawn boxes that stands lines above its box."""

from __future__ import annotations

from parsers.document import State
from parsers.pdf.drawn.marks import sort
from parsers.pdf.reader import read_pages
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf

E, T = State.EMPTY, State.TICKED


def text_box(
    page: Leaf, x: float, y: float, text: str = "", *, above: float = 0.0, wide: float = 11.0
) -> Leaf:
    """A box of 11 points whose text is set, and cut, so far above it at a width.

    The text sticks out of that area: the library forgets one that cuts nothing.
    """
    page.box(x, y, x + 11, y + 11)
    if text:
        low = HEIGHT - y - 11 + above
        page.raw(f"q {x} {low} {wide} 11 re W n").text(x - 0.5, HEIGHT - low - 1, text).raw("Q")
    return page


def form() -> Leaf:
    """Options in two lines, whose words stand there already."""
    page = leaf().text(63, 110, "Alfa").text(123, 110, "Beta")
    return page.text(63, 124, "Gamma").text(123, 124, "Delta")


def looks(page: Leaf) -> list[State]:
    """What the boxes say, line by line."""
    signs = sort(read_pages(pdf(page)).pages[0]).signs
    return [sign.state for sign in sorted(signs, key=lambda sign: (round(sign.box[1]), sign.box[0]))]


def test_the_text_of_a_box_stands_over_the_box_above() -> None:
    """An X painted after the box in the second line ticks that one, though it stands in the first one's."""
    page = text_box(text_box(text_box(form(), 50, 100), 110, 100), 50, 114, "X", above=14)
    assert looks(text_box(page, 110, 114)) == [E, E, T, E]


def test_texts_of_two_boxes_at_one_place() -> None:
    """Where both X stand in the box above, neither is lost."""
    page = text_box(text_box(form(), 50, 100, "X"), 110, 100)
    assert looks(text_box(text_box(page, 50, 114, "X", above=14), 110, 114)) == [T, E, T, E]


def test_a_text_cut_at_another_area_stays() -> None:
    """What was painted after a box and is cut as it is not is no text of that box."""
    page = text_box(text_box(text_box(form(), 50, 100), 110, 100), 50, 114, "X", above=14, wide=40)
    assert looks(text_box(page, 110, 114)) == [T, E, E, E]


def test_a_long_text_stays() -> None:
    """A word is none of a box's, wherever it is cut."""
    page = text_box(leaf(), 50, 114, "Omega", above=14)
    assert [round(word.baseline) for word in read_pages(pdf(page)).pages[0].words] == [110]
