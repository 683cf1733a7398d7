"""Ticks that people put on a PDF with a viewer's tools."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import Method, State
from samples.inked import TICKS
from tests.parsers.pdf.builder import HEIGHT, leaf
from tests.parsers.pdf.inked_options import E, T, U, inked, options, remarks, states, up
from tests.parsers.pdf.test_reader import read, texts


@pytest.mark.parametrize("way", TICKS)
@pytest.mark.parametrize("seed", range(3))
def test_a_mark_in_a_box_ticks_it(way: str, seed: int) -> None:
    """Whatever the tool, the box it lies in is ticked, surely, and no other."""
    document = inked(options(), TICKS[way](up(50, 80, 60, 90), Random(seed)))  # noqa: S311
    assert states(document) == [E, T, E]
    mark = list(document.marks())[1]
    assert mark.method in (Method.ANNOTATION, Method.INK)
    assert mark.confidence >= 0.8
    assert texts(document) == ["[ ] Alfa", "[x] Beta", "[ ] Gamma"]


@pytest.mark.parametrize(
    ("empty", "font"), [("o", "F3"), ("[ ]", "F1"), ("[", "F1"), ("|_|", "F1"), ("____", "F1")]
)
def test_a_mark_over_characters_that_are_a_box(empty: str, font: str) -> None:
    """A printed sign, typed brackets and a short line are boxes too; what was printed there goes."""
    page = leaf().text(50, 60, empty, font=font).text(80, 60, "Alfa")
    if empty == "[":
        page.text(62, 60, "]")
    page.note("Ink", (51, 51, 60, 61), f"/InkList [[51 {HEIGHT - 52} 60 {HEIGHT - 60}]]")
    document = read(page)
    assert texts(document) == ["[x] Alfa"]
    assert [mark.method for mark in document.marks()] == [Method.INK]


def test_a_mark_between_two_boxes_is_unsure_in_both() -> None:
    """Nobody could say which of the two is meant."""
    page = leaf().box(50, 60, 60, 70).text(66, 69, "Alfa").box(50, 72, 60, 82).text(66, 81, "Beta")
    page.note("Square", (51, 66, 59, 76), "/IC [0 0 0]")
    assert states(read(page)) == [U, U]


def test_a_line_through_a_column_of_boxes_is_unsure() -> None:
    """It may tick them all or take them all back."""
    page = options().note("Line", (54, 60, 56, 110), f"/L [55 {HEIGHT - 60} 55 {HEIGHT - 110}]")
    assert states(read(page)) == [U, U, U]


def test_all_that_the_pen_drew_kept_as_one_thing() -> None:
    """Strokes of one annotation that lie apart are marks of their own."""
    ys = [HEIGHT - 61, HEIGHT - 69, HEIGHT - 101, HEIGHT - 109]
    paths = f"[51 {ys[0]} 59 {ys[1]}] [51 {ys[1]} 59 {ys[0]}] [51 {ys[2]} 59 {ys[3]}] [51 {ys[3]} 59 {ys[2]}]"
    assert states(read(options().note("Ink", (50, 60, 60, 110), f"/InkList [{paths}]"))) == [T, E, T]


def test_a_column_of_ticks_typed_at_one_go() -> None:
    """Each line of a text that holds nothing but ticks is a tick."""
    page = options().note("FreeText", (50, 57, 62, 117), "/Contents (X\\n\\nX) /DA (/Helv 16.6 Tf)")
    assert states(read(page)) == [T, E, T]


def test_letters_in_a_box_that_are_no_tick() -> None:
    """A no in a box is for a person to judge."""
    page = options().note("FreeText", (49, 79, 62, 91), "/Contents (no) /DA (/Helv 8 Tf)")
    assert states(read(page)) == [E, U, E]


def test_a_box_covered_with_white() -> None:
    """Whitener may take a tick back, or hide nothing."""
    page = options().line(50, 80, 60, 90).line(60, 80, 50, 90).note("Square", (48, 78, 62, 92), "/IC [1 1 1]")
    assert states(read(page)) == [E, U, E]


def test_a_printed_tick_that_was_marked_again() -> None:
    """It may be taken back: kept as ticked, and as a conflict."""
    page = options().line(50, 80, 60, 90).line(60, 80, 50, 90)
    page.note("Ink", (50, 80, 60, 90), f"/InkList [[50 {HEIGHT - 80} 60 {HEIGHT - 90}]]")
    mark = list(read(page).marks())[1]
    assert (mark.state, bool(mark.conflict)) == (T, True)


def test_a_mark_over_the_box_of_a_field() -> None:
    """Somebody drew over a box that could have been ticked."""
    page = leaf().check(50, 50, "a", on=False).text(66, 60, "Alfa")
    page.note("Square", (51, 51, 61, 61), "/IC [0 0 0]")
    assert [(mark.state, mark.method) for mark in read(page).marks()] == [(T, Method.ANNOTATION)]


def test_a_stamp_that_shows_a_letter() -> None:
    """It is typed, whatever the viewer calls it; more letters are words."""
    page = options().note("Stamp", (50, 80, 60, 90), shown="BT /F3 10 Tf 1 1.5 Td (4) Tj ET")
    page.note("Stamp", (300, 80, 400, 100), shown="BT /F1 10 Tf 1 3 Td (RICEVUTO) Tj ET")
    document = read(page)
    assert (states(document), remarks(document)) == ([E, T, E], ["RICEVUTO"])


@pytest.mark.parametrize(("name", "state"), [("Check", T), ("Cross", T), ("Comment", E)])
def test_a_note_whose_picture_is_a_tick(name: str, state: State) -> None:
    """Some people put it on the box."""
    page = options().note("Text", (47, 76, 65, 94), f"/Name /{name} /Contents (visto)")
    document = read(page)
    assert (states(document), remarks(document)) == ([E, state, E], ["visto"])


def test_a_ticks_long_tail_in_the_box_above() -> None:
    """A tick is meant where its tip is."""
    page = leaf().box(50, 70, 60, 80).text(66, 79, "Alfa").box(50, 80, 60, 90).text(66, 89, "Beta")
    points = f"52 {HEIGHT - 85} 55 {HEIGHT - 89} 61 {HEIGHT - 66}"
    page.note("Ink", (50, 66, 61, 90), f"/InkList [[{points}]]")
    assert states(read(page)) == [E, T]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_on_a_turned_page(turn: int) -> None:
    """Marks lie where the page as shown has them."""
    page = leaf(turn).box(300, 400, 310, 410).note("Square", (301, 401, 309, 409), "/IC [0 0 0]")
    page.box(300, 430, 310, 440).text(50, 60, "Testo")
    assert sorted(states(read(page))) == [E, T]
