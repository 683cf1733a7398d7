"""Small pictures that are boxes, and small pictures of ticks over boxes of any kind."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parsers.document import Document, Image, State
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf

SIDE = 24
E, T = State.EMPTY, State.TICKED
TICKED = (False, True, False, False, True)
WANTED = [T if tick else E for tick in TICKED]

Pixels = Sequence[tuple[int, int]]
FRAME = [(x, y) for x in range(SIDE) for y in range(SIDE) if min(x, y) < 2 or max(x, y) > SIDE - 3]
RING = [
    (x, y) for x in range(SIDE) for y in range(SIDE) if 81 < (x - 11.5) ** 2 + (y - 11.5) ** 2 < 144
]  # fmt: skip
DOT = [(x, y) for x in range(SIDE) for y in range(SIDE) if (x - 11.5) ** 2 + (y - 11.5) ** 2 < 20]
CROSS = [(x, y) for x in range(4, SIDE - 4) for y in range(SIDE) if min(abs(x - y), abs(x + y - 23)) < 2]
CHECK = [(x, y) for x in range(SIDE) for y in range(SIDE) if abs(y - (14 + x if x < 8 else 30 - x)) < 2]


def shown(page: Leaf, pixels: Pixels, place: tuple[float, float], side: float, ink: int = 0) -> None:
    """A picture within the page's content, its lower left corner at that place."""
    dark = set(pixels)
    data = "".join(f"{ink:02x}" if (x, y) in dark else "ff" for y in range(SIDE) for x in range(SIDE))
    head = f"BI /W {SIDE} /H {SIDE} /CS /G /BPC 8 /F /AHx ID {data}> EI"
    page.raw(f"q {side} 0 0 {side} {place[0]} {place[1]} cm {head} Q")


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


def images(document: Document) -> int:
    return sum(isinstance(inline, Image) for part in document.paragraphs() for inline in part.inlines)


@pytest.mark.parametrize("ink", [0, 110, 170])
@pytest.mark.parametrize("side", [6, 10, 14, 18])
@pytest.mark.parametrize(
    ("empty", "full"), [(FRAME, FRAME + CROSS), (FRAME, FRAME + CHECK), (RING, RING + DOT)]
)
def test_pictures_of_boxes(empty: Pixels, full: Pixels, side: float, ink: int) -> None:
    """One of an empty box, one of a ticked one; they are no pictures of the answer."""
    page = leaf()
    for at, tick in enumerate(TICKED):
        y = 740 - 26 * at
        shown(page, full if tick else empty, (60, y), side, ink)
        page.text(90, 842 - y - 3, "Voce")
    document = read(page)
    assert (states(document), images(document)) == (WANTED, 0)


@pytest.mark.parametrize("tick", [CROSS, CHECK])
@pytest.mark.parametrize("under", ["rectangle", "lines", "character", "picture"])
@pytest.mark.parametrize("share", [0.8, 1.0, 1.4])
def test_pictures_of_ticks_over_boxes(tick: Pixels, under: str, share: float) -> None:
    """A viewer's tick, printed into the page: within its box or beyond it."""
    page = leaf()
    for at, ticked in enumerate(TICKED):
        x, y, side = 60.0, 740.0 - 26 * at, 11.0
        if under == "rectangle":
            page.box(x, 842 - y - side, x + side, 842 - y)
        elif under == "lines":
            page.grid([x, x + side], [842 - y - side, 842 - y])
        elif under == "character":
            page.text(x, 842 - y - 1, "o", size=1.2 * side, font="F3")
        else:
            shown(page, FRAME, (x, y), side)
        if ticked:
            off = side * (1 - share) / 2
            shown(page, tick, (x + off, y + off), side * share)
        page.text(90, 842 - y - 3, "Voce")
    document = read(page)
    assert (states(document), images(document)) == (WANTED, 0)


def test_a_letter_over_the_picture_of_a_box_ticks_it_once() -> None:
    """The picture is looked at with the letter on it: what it shows is no tick of its own."""
    page = leaf()
    for at, tick in enumerate(TICKED):
        shown(page, FRAME, (50, 740 - 20 * at), 11)
        page.text(70, 842 - 742 + 20 * at, "Voce")
        if tick:
            page.text(51.5, 842 - 742 + 20 * at, "8", size=11, font="F3")
    marks = list(read(page).marks())
    assert [mark.state for mark in marks] == WANTED
    assert not any(mark.conflict for mark in marks)


def test_a_tick_in_the_place_of_a_box() -> None:
    """Some programs put another picture where the box was."""
    page = leaf()
    for at, ticked in enumerate(TICKED):
        y = 740 - 26 * at
        shown(page, CHECK if ticked else FRAME, (60, y), 12)
        page.text(90, 842 - y - 3, "Voce")
    assert sorted(states(read(page))) == sorted(WANTED)


def test_a_box_drawn_and_pictured_is_one() -> None:
    """A picture laid over the square that was drawn for it."""
    page = leaf()
    for at, ticked in enumerate(TICKED):
        y = 740 - 26 * at
        page.box(60, 842 - y - 12, 72, 842 - y)
        shown(page, FRAME + CROSS if ticked else FRAME, (60, y), 12)
        page.text(90, 842 - y - 3, "Voce")
    assert states(read(page)) == WANTED


def test_a_white_picture_over_a_box_is_no_tick() -> None:
    """Nobody sees it."""
    page = leaf().box(60, 100, 72, 112).text(80, 110, "Voce")
    shown(page, (), (61, 731), 9)
    assert states(read(page)) == [E]


def test_a_small_picture_by_no_box_stays_a_picture() -> None:
    """A logo may be small."""
    page = leaf().text(60, 110, "Logo")
    shown(page, CROSS, (100, 730), 16)
    assert (states(read(page)), images(read(page))) == ([], 1)


def _alone(pixels: Pixels, word: str, y: float = 740, side: float = 12) -> Leaf:
    page = leaf()
    shown(page, pixels, (60, y), side)
    return page.text(90, 842 - y - 3, word)


def test_a_lone_picture_of_a_box_with_a_fellow_on_another_page() -> None:
    """A page's end parts the boxes of a group."""
    document = PdfReader().read(pdf(_alone(FRAME + CROSS, "Alfa"), _alone(FRAME, "Beta", 700)))
    assert (states(document), images(document)) == ([T, E], 0)


@pytest.mark.parametrize(
    "second",
    [_alone(FRAME, "Beta"), _alone(FRAME, "Beta", 700, 17), leaf().text(90, 100, "Beta")],
    ids=["same place", "other size", "none"],
)
def test_a_lone_picture_with_no_fellow_is_an_icon(second: Leaf) -> None:
    """Nor is one that comes back at its place, as a letterhead's does."""
    assert states(PdfReader().read(pdf(_alone(FRAME, "Alfa"), second))) == []


SOLID = [(x, y) for x in range(4, SIDE - 4) for y in range(4, SIDE - 4)]


def test_lone_filled_pictures_are_bullets() -> None:
    """Nothing tells that they are boxes."""
    assert states(PdfReader().read(pdf(_alone(SOLID, "Alfa"), _alone(SOLID, "Beta", 700)))) == []


@pytest.mark.parametrize(("other", "found"), [(FRAME, [E, T, T]), (SOLID, [])])
def test_filled_pictures_alone_on_their_page(other: Pixels, found: list[State]) -> None:
    """They are ticked boxes where an empty one of their size stands on another page, else bullets."""
    first, second = _alone(other, "Alfa"), _alone(SOLID, "Beta", 700)
    shown(second, SOLID, (60, 660), 12)
    assert states(PdfReader().read(pdf(first, second.text(90, 179, "Gamma")))) == found
