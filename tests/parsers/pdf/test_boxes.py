"""Every kind of drawn box with every kind of mark in it, at every size: right, and nothing else is a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest

from parsers.document import Document, State
from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.box_shapes import FILLED, MARKS, ROUND, SQUARES, Draw, alone, rect, round_path
from tests.parsers.pdf.builder import HEIGHT, WIDTH, Leaf, leaf, pdf

LINED = {**SQUARES, **ROUND}
BOXES = {**LINED, **FILLED}
WORDS = ("Proprie", "Soci privati", "Banche", "Fondazioni locali", "Altre", "Enti")
E, T = State.EMPTY, State.TICKED


def read(*pages: Leaf) -> Document:
    return PdfReader().read(pdf(*pages))


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


CHUNK = 7


def sheets(box: Draw, side: float, under: bool) -> Iterator[tuple[Sequence[str], Leaf]]:
    """Pages of options, each with a mark and the next one without; `under` where it is painted first."""
    for names in batched(MARKS):
        page = leaf().text(60, 60, "Finanziamento del progetto")
        for at in range(2 * len(names)):
            y = 100 + at * (side + 12)
            place = (60, HEIGHT - y - side, side)
            parts = [box(*place), *([] if at % 2 else [MARKS[names[at // 2]](*place)])]
            for part in reversed(parts) if under else parts:
                page.raw(alone(part))
            page.text(66 + 1.3 * side, y + side / 2 + 3.6, f"Voce {at}")
        yield names, page


def batched(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    listed = tuple(names)
    for at in range(0, len(listed), CHUNK):
        yield listed[at : at + CHUNK]


def wrong(box: Draw, side: float, under: bool = False) -> list[str]:
    """The marks that are not read rightly in a box, with what is read."""
    found = []
    for names, page in sheets(box, side, under):
        seen = [(one.mark.state, one.label) for one in labelled(read(page))]
        if len(seen) != 2 * len(names):
            found.append(f"{names}: {len(seen)} boxes")
        else:
            found += [
                f"{name}: {seen[2 * at : 2 * at + 2]}"
                for at, name in enumerate(names)
                if seen[2 * at : 2 * at + 2] != [(T, f"Voce {2 * at}"), (E, f"Voce {2 * at + 1}")]
            ]
    return found


@pytest.mark.parametrize("side", [5, 8, 12, 19])
@pytest.mark.parametrize("kind", BOXES)
def test_a_mark_drawn_in_a_box_ticks_it(kind: str, side: float) -> None:
    """Whatever the box and the mark are made of."""
    assert wrong(BOXES[kind], side) == []


@pytest.mark.parametrize("kind", LINED)
def test_a_mark_painted_before_its_box_ticks_it(kind: str) -> None:
    """It is seen all the same."""
    assert wrong(LINED[kind], 9, under=True) == []


@pytest.mark.parametrize("kind", ["white-then-line", "white-and-line", "black-then-white", "white-circle"])
def test_what_a_ground_hides_does_not_count(kind: str) -> None:
    """A white area over a mark takes it away."""
    page = leaf()
    for at, word in enumerate(WORDS):
        place = (60, HEIGHT - 112 - 24 * at, 12)
        page.raw(alone(MARKS["cross"](*place))).raw(alone(BOXES[kind](*place))).text(80, 110 + 24 * at, word)
    assert states(read(page)) == [E] * len(WORDS)


@pytest.mark.parametrize("kind", BOXES)
def test_boxes_that_nobody_ticked(kind: str) -> None:
    """Their design is no mark."""
    page = leaf()
    for at, word in enumerate(WORDS):
        page.raw(alone(BOXES[kind](60, HEIGHT - 112 - 24 * at, 12))).text(84, 110 + 24 * at, word)
    assert states(read(page)) == [E] * len(WORDS)


def test_a_box_filled_with_a_pale_colour_among_others_is_not_sure() -> None:
    """Chosen, or not to be filled in: a person must look."""
    page = leaf()
    for at, word in enumerate(WORDS):
        ground = "0.8 g" if at == 2 else "1 g"
        page.raw(alone(f"{ground} {rect(60, HEIGHT - 112 - 24 * at, 12, 12)} B"))
        page.text(84, 110 + 24 * at, word)
    sure = [mark.confidence >= 0.8 for mark in read(page).marks()]
    assert sure == [at != 2 for at in range(len(WORDS))]


def _squares(texts: str, gap: float) -> Leaf:
    """Squares in a row, with a letter each."""
    page = leaf().text(60, 100, "Codice")
    for at, letter in enumerate(texts):
        x = 150 + (12 + gap) * at
        page.box(x, 89, x + 12, 101)
        if letter != " ":
            page.text(x + 3, 99, letter)
    return page


@pytest.mark.parametrize("gap", [0, 3])
@pytest.mark.parametrize("texts", ["RSSMRA80", "        ", "42121   "])
def test_squares_to_write_a_code_in_are_no_boxes(texts: str, gap: float) -> None:
    """Filled in or not, side by side or close to one another."""
    assert states(read(_squares(texts, gap))) == []


def _listed(*drawn: str) -> Leaf:
    page = leaf()
    for at, operators in enumerate(drawn):
        page.raw(alone(operators)).text(84, 110 + 24 * at, WORDS[at])
    return page


def _places() -> list[tuple[float, float, float]]:
    return [(60, HEIGHT - 112 - 24 * at, 10) for at in range(5)]


BULLETS = {
    "squares": lambda x, y, s: f"0 g {rect(x, y, s / 2, s / 2)} f",
    "dots": lambda x, y, s: f"0 g {round_path(x, y, s / 2)} f",
    "diamonds": lambda x, y, s: (
        f"{x + s / 2} {y} m {x + s} {y + s / 2} l {x + s / 2} {y + s} l {x} {y + s / 2} l h S"
    ),
    "arrows": lambda x, y, s: f"{x} {y} m {x + s} {y + s / 2} l {x} {y + s} l h f",
    "numbers in squares": lambda x, y, s: f"{rect(x, y, s, s)} S BT /F1 8 Tf {x + 3} {y + 2} Td (3) Tj ET",
    "numbers in rings": lambda x, y, s: f"{round_path(x, y, s)} S BT /F1 8 Tf {x + 3} {y + 2} Td (3) Tj ET",
    "letters on black": lambda x, y, s: (
        f"0 g {rect(x, y, s, s)} f 1 g BT /F2 8 Tf {x + 2} {y + 2} Td (B) Tj ET"
    ),
    "words in squares": lambda x, y, s: (
        f"{rect(x, y, 1.3 * s, s)} S BT /F1 8 Tf {x + 2} {y + 2} Td (SI) Tj ET"
    ),
}


@pytest.mark.parametrize("kind", BULLETS)
def test_what_stands_before_the_items_of_a_list_is_no_box(kind: str) -> None:
    """Bullets, numbers and letters in frames."""
    assert states(read(_listed(*(BULLETS[kind](*place) for place in _places())))) == []


def test_a_letter_in_one_of_several_boxes_is_not_sure() -> None:
    """Somebody wrote it there, who knows why; the letter stays in the text."""
    drawn = [f"{rect(*place, place[2])} S" for place in _places()]
    page = _listed(*drawn).text(62, 134, "B")
    document = read(page)
    assert states(document) == [E, State.UNSURE, E, E, E]
    assert any("B" in getattr(inline, "text", "") for p in document.paragraphs() for inline in p.inlines)


def test_marks_of_a_square_code_are_no_boxes() -> None:
    """A chequered picture made of squares."""
    page = leaf().text(60, 60, "Testo")
    for at in range(400):
        if (at * 7 + at // 20) % 3:
            x, y = 300 + 6 * (at % 20), 500 + 6 * (at // 20)
            page.raw(f"{rect(x, HEIGHT - y, 6, 6)} B")
    assert states(read(page)) == []


def test_boxes_stand_on_the_page() -> None:
    """What is drawn beyond the paper is not seen."""
    page = leaf().box(60, 100, 72, 112).text(80, 110, "Voce").box(WIDTH + 100, 100, WIDTH + 112, 112)
    assert states(read(page)) == [E]


@pytest.mark.parametrize("name", ["cross", "cross-blue", "cross-in-one"])
def test_a_cross_drawn_into_an_empty_cell_is_a_mark(name: str) -> None:
    """A narrow cell before each option is there to be ticked."""
    page = leaf().grid([50, 70, 300], [100, 118, 136, 154])
    for at, word in enumerate(WORDS[:3]):
        page.text(76, 113 + 18 * at, word)
    page.raw(alone(MARKS[name](54, HEIGHT - 133, 12)))
    assert [(one.mark.state, one.label) for one in labelled(read(page))] == [(T, WORDS[1])]


def test_lines_that_cross_on_no_line_of_text_are_no_mark() -> None:
    """They are part of a drawing."""
    page = leaf().text(60, 60, "Testo").line(300, 500, 312, 512).line(312, 500, 300, 512)
    assert states(read(page)) == []


def _blank(page: Leaf, y: float, width: float, left: bool) -> Leaf:
    """The border of a blank, rule by rule, with or without its left side."""
    right = 60 + width
    page.line(60, y, right, y).line(60, y + 13.4, right, y + 13.4).line(right, y, right, y + 13.4)
    if left:
        page.line(60, y, 60, y + 13.4)
    return page.text(right + 4, y + 10, "Voce")


@pytest.mark.parametrize(("sides", "found"), [((True, False, True), 3), ((False, False), 0)])
def test_a_blank_s_border_without_a_side(sides: Sequence[bool], found: int) -> None:
    """A box where others as high have all sides, as some programs leave one out beside a cell's line."""
    page = leaf()
    for at, left in enumerate(sides):
        _blank(page, 100 + 20 * at, 8.2 if left else 7.4, left)
    assert states(read(page)) == [E] * found


@pytest.mark.parametrize(("height", "closed", "found"), [(13.4, False, 2), (13.4, True, 1), (9.0, False, 1)])
def test_a_blank_s_border_cut_at_the_end_of_its_line(height: float, closed: bool, found: int) -> None:
    """Its beginning is a box where others as high are whole; else it is a bracket or an ornament.

    Closed, it is what remains there of the box that begins the next line.
    """
    page = _blank(leaf(), 100, 8.2, True).text(60, 130, "Altra voce")
    page.line(115, 120, 118.2, 120).line(115, 120 + height, 118.2, 120 + height)
    page.line(115, 120, 115, 120 + height)
    if closed:
        page.line(118.2, 120, 118.2, 120 + height)
    assert states(read(page)) == [E] * found
