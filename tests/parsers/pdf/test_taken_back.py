"""Ticks that somebody took back with a viewer's tools: scribbled over, or covered with white."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import State
from parsers.pdf.reader import PdfReader
from samples.ink import Box, Ink, grown, rect
from samples.ink_carriers import ANNOTATIONS
from samples.ink_pens import cross, scribble
from samples.ink_typed import TYPED
from samples.inked import FLAT, TICKS, Sheets
from tests.parsers.pdf.builder import HEIGHT, leaf, pdf

BOX: Box = (60.0, HEIGHT - 110.0, 70.0, HEIGHT - 100.0)


def state(*inks: Ink) -> State:
    """What the only box of a page says after all that."""
    page = leaf().box(60, 100, 70, 110).text(76, 109, "Alfa").box(60, 130, 70, 140).text(76, 139, "Beta")
    sheets = Sheets(pdf(page))
    for ink in inks:
        sheets.put(0, ink)
    return next(PdfReader().read(sheets.bytes()).marks()).state


def whitened() -> Ink:
    return Ink((f"/Subtype/Square/Rect{rect(grown(BOX, 2))}/C[1 1 1]/IC[1 1 1]/F 4",))


def scribbled() -> Ink:
    return ANNOTATIONS["ink"](scribble(grown(BOX, 1), Random(1)))  # noqa: S311


def ticked(way: str) -> Ink:
    return {**TICKS, **FLAT}[way](BOX, Random(1))  # noqa: S311


@pytest.mark.parametrize("way", ["cross-ink", "typed-X-shown", "cross-content"])
def test_a_tick_under_white_is_in_doubt(way: str) -> None:
    """Whatever it was made with, and whether it is part of the page."""
    assert state(ticked(way), whitened()) is State.UNSURE


def test_a_tick_over_white_counts() -> None:
    """The white was there before it."""
    assert state(whitened(), ticked("cross-ink")) is State.TICKED


@pytest.mark.parametrize("way", ["cross-ink", "typed-X-shown", "square"])
def test_a_tick_that_was_scribbled_over_is_in_doubt(way: str) -> None:
    """Two marks on one box, of which the second goes to and fro, may mean that none holds."""
    assert state(ticked(way), scribbled()) is State.UNSURE


def test_a_box_that_was_filled_in_is_ticked() -> None:
    """Going to and fro in an empty box is a way of ticking it."""
    assert state(scribbled()) is State.TICKED


def test_a_cross_alone_is_no_scribble() -> None:
    """Its two lines turn nowhere."""
    assert state(ANNOTATIONS["ink"](cross(BOX, Random(2)))) is State.TICKED  # noqa: S311


def refused(text: str, x: float) -> Ink:
    return TYPED["typed"]((x, HEIGHT - 111, x + 20, HEIGHT - 98), text)


@pytest.mark.parametrize("x", [38.0, 100.0])
@pytest.mark.parametrize("way", ["cross-ink", "typed-X-shown", "cross-content"])
def test_a_no_typed_beside_a_tick_puts_it_in_doubt(way: str, x: float) -> None:
    """Before the box or behind its words."""
    assert state(ticked(way), refused("NO", x)) is State.UNSURE


def noted(text: str, box: Box) -> Ink:
    return Ink((f"/Subtype/Text/Rect{rect(box)}/Contents({text})/F 4",))


@pytest.mark.parametrize("text", ["Annullato", "errore, annullato", "Annullato, non vale!"])
@pytest.mark.parametrize("left", [-20.0, -5.0])
def test_a_note_by_a_tick_that_it_is_void_puts_it_in_doubt(text: str, left: float) -> None:
    """Beside the box, or stuck on it."""
    place = (BOX[0] + left, BOX[1] - 3, BOX[0] + left + 16, BOX[3] + 3)
    assert state(ticked("cross-ink"), noted(text, place)) is State.UNSURE


def test_a_tick_whose_own_remark_says_that_it_is_void_is_in_doubt() -> None:
    """Viewers keep what was said about a mark with the mark."""
    cross_void = Ink(tuple(f"{note}/Contents(Annullato)" for note in ticked("cross-ink").notes))
    assert state(cross_void) is State.UNSURE


def test_a_note_that_says_something_else_leaves_a_tick_alone() -> None:
    """Whatever it begins with."""
    assert state(ticked("cross-ink"), noted("Annullato il bando", grown(BOX, 4))) is State.TICKED


def test_a_no_beside_an_empty_box_says_nothing_new() -> None:
    """It is not ticked."""
    assert state(refused("NO", 100)) is State.EMPTY


def test_a_word_beside_a_tick_takes_nothing_back() -> None:
    """A remark is no refusal."""
    assert state(ticked("cross-ink"), refused("novità", 100)) is State.TICKED


def test_a_printed_cross_over_a_sign_that_was_scribbled_over_is_in_doubt() -> None:
    """A box that is a character, with an X typed over it before."""
    page = leaf().text(60, 109, "o", font="F3").text(61, 108, "X").text(76, 109, "Alfa")
    sheets = Sheets(pdf(page))
    sheets.put(0, ANNOTATIONS["ink"](scribble(grown(BOX, 1), Random(1))))  # noqa: S311
    assert State.UNSURE in {mark.state for mark in PdfReader().read(sheets.bytes()).marks()}
