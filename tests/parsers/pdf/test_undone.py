"""Ticks taken back on the page itself: struck through, scribbled over, painted white, said to be void."""

from __future__ import annotations

import pytest

from parsers.document import State
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf

E, T, U = State.EMPTY, State.TICKED, State.UNSURE


def options(kind: str = "drawn", second: bool = False) -> Leaf:
    """Three options at 100, 120 and 140 points; other ones beside them begin at 200 points."""
    page = leaf().text(60, 80, "Forme di finanziamento attivate", 10)
    for at, label in enumerate(("Risorse proprie", "Enti privati", "Fondazioni")):
        for x in (60, 200) if second else (60,):
            box = (x, 91 + 20 * at, x + 10, 101 + 20 * at)
            page = page.box(*box) if kind == "drawn" else page.text(x, 100 + 20 * at, "o", 12, "F3")
            page.text(x + 18, 100 + 20 * at, label)
    return page


def crossed(page: Leaf) -> Leaf:
    """The second option of the left column is ticked, by two strokes of a pen."""
    y = HEIGHT - 121
    return page.raw(f"q 0 0 1 RG 61 {y + 1} m 69 {y + 9} l S 61 {y + 9} m 69 {y + 1} l S Q")


def states(page: Leaf) -> list[State]:
    return [mark.state for mark in PdfReader().read(pdf(page)).marks()]


@pytest.mark.parametrize("kind", ["drawn", "character"])
def test_a_level_line_through_a_tick_and_its_words(kind: str) -> None:
    """It takes the tick back, or strikes words out: a person must look."""
    page = crossed(options(kind)).line(56, 116.5, 160, 116.5)
    assert states(page)[1] is U


def test_a_level_line_through_an_empty_box_and_its_words_is_no_tick() -> None:
    """It rejects the option."""
    assert states(crossed(options()).line(56, 136.5, 150, 136.5)) == [E, T, E]


def test_a_tick_scribbled_over_on_the_page() -> None:
    """To and fro over a cross: it may have been taken back."""
    y = HEIGHT - 121
    zigzag = " ".join(f"{60 + 1.4 * at:.1f} {y + (10 if at % 2 else 0)} l" for at in range(1, 9))
    assert states(crossed(options()).raw(f"q 0 0 1 RG 59 {y} m {zigzag} S Q")) == [E, U, E]


@pytest.mark.parametrize("paint", ["B", "f Q q 1 G {} re S"])
def test_a_tick_under_a_white_area_with_a_white_border(paint: str) -> None:
    """Nobody sees the border: it is no frame round the box."""
    place = f"57 {HEIGHT - 124} 16 16"
    page = crossed(options("character")).raw(f"q 1 g 1 G {place} re {paint.format(place)} Q")
    assert states(page) == [E, E, E]


@pytest.mark.parametrize("text", ["annullato", "ERRORE", "annullare", "NO"])
@pytest.mark.parametrize("second", [False, True])
def test_a_word_behind_an_option_that_takes_its_tick_back(text: str, second: bool) -> None:
    """Typed over the page, then made a part of it: in letters of its own, after all that was printed."""
    page = crossed(options(second=second)).text(142, 120, text, 8, "F2")
    found = states(page)
    assert found.count(U) == 1
    assert T not in found


def test_a_note_by_the_corner_of_a_box() -> None:
    """Its sign is put where there is room."""
    note = "/Contents (Annullare: non vale) /Name /Comment"
    page = crossed(options()).note("Text", (71, 92, 89, 110), note)
    assert states(page) == [E, U, E]


def test_a_pen_line_through_a_typed_tick_and_its_words() -> None:
    """The line strikes words out and goes through the box: the tick is in doubt."""
    page = options().note("FreeText", (60, 110, 70, 122), "/Contents (X) /DA (/Helv 10 Tf 0 g)")
    y = HEIGHT - 117
    line = f"/InkList [[57 {y} 90 {y + 0.4} 120 {y - 0.3} 150 {y}]] /C [0 0 1]"
    assert states(page.note("Ink", (56, 115, 152, 119), line)) == [E, U, E]


def test_an_answer_that_was_typed_and_struck_out() -> None:
    """Nobody can tell whether it is meant: a doubtful mark stands in its place."""
    page = leaf().grid([50, 150, 300], [100, 130]).text(54, 117, "Regione")
    page.note("FreeText", (154, 106, 220, 122), "/Contents (Toscana) /DA (/Helv 10 Tf 0 g)")
    y0, y1 = HEIGHT - 120, HEIGHT - 108
    quad = f"/QuadPoints [156 {y1} 195 {y1} 156 {y0} 195 {y0}]"
    assert states(page.note("StrikeOut", (156, 108, 195, 120), quad)) == [U]
