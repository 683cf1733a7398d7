"""Whatever hides a tick with white, strikes it out or puts a ring round it: a person must look."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import Aside, Mark, State, Text
from parsers.pdf.reader import PdfReader
from samples.ink import Box, Ink, form, grown, literal, numbers, rect
from samples.inked import TICKS, Sheets
from tests.parsers.pdf.builder import HEIGHT, leaf, pdf

BOX: Box = (60.0, HEIGHT - 110.0, 70.0, HEIGHT - 100.0)
WIDE = grown(BOX, 2)
X0, Y0, X1, Y1 = WIDE
_AREA = f"1 g {X0} {Y0} {X1 - X0} {Y1 - Y0} re f"
_PEN = f"1 G 14 w {X0} {(Y0 + Y1) / 2} m {X1} {(Y0 + Y1) / 2} l S"
_LEVEL = f"/InkList[{numbers((X0, (Y0 + Y1) / 2, X1, (Y0 + Y1) / 2))}]"

WHITENERS = {
    "text without a picture": Ink(
        (f"/Subtype/FreeText/Rect{rect(WIDE)}/Contents{literal(' ')}/DA(/Helv 9 Tf 0 g)/C[1 1 1]/F 4",)
    ),
    "polygon": Ink(
        (
            f"/Subtype/Polygon/Rect{rect(WIDE)}/Vertices{numbers((X0, Y0, X1, Y0, X1, Y1, X0, Y1))}"
            "/C[1 1 1]/IC[1 1 1]/F 4",
        )
    ),
    "stamp": Ink((f"/Subtype/Stamp/Rect{rect(WIDE)}/F 4/AP<</N {{0}} 0 R>>",), ((form(WIDE), _AREA),)),
    "broad pen": Ink((f"/Subtype/Ink/Rect{rect(grown(BOX, 9))}{_LEVEL}/C[1 1 1]/BS<</W 14>>/F 4",)),
    "broad pen with its picture": Ink(
        (f"/Subtype/Ink/Rect{rect(grown(BOX, 9))}{_LEVEL}/C[1 1 1]/BS<</W 14>>/F 4/AP<</N {{0}} 0 R>>",),
        ((form(grown(BOX, 9)), _PEN),),
    ),
}
FRAME = Ink((f"/Subtype/Square/Rect{rect(BOX)}/C[0 0 0]/F 4",))
RING = Ink((f"/Subtype/Circle/Rect{rect(grown(BOX, 3))}/C[1 0 0]/F 4",))


def ticked(way: str = "cross-ink") -> Ink:
    return TICKS[way](BOX, Random(1))  # noqa: S311


def struck(subtype: str) -> Ink:
    x0, y0, x1, y1 = BOX
    quad = numbers((x0, y1, x1, y1, x0, y0, x1, y0))
    return Ink((f"/Subtype/{subtype}/Rect{rect(BOX)}/QuadPoints{quad}/C[1 0 0]/F 4",))


def mark(*inks: Ink) -> Mark:
    """The first box of a page after all that."""
    page = leaf().box(60, 100, 70, 110).text(76, 109, "Alfa").box(60, 130, 70, 140).text(76, 139, "Beta")
    sheets = Sheets(pdf(page))
    for ink in inks:
        sheets.put(0, ink)
    return next(PdfReader().read(sheets.bytes()).marks())


@pytest.mark.parametrize("whitener", WHITENERS)
def test_a_tick_under_white_is_in_doubt(whitener: str) -> None:
    """Whatever tool the white was laid on with."""
    assert mark(ticked(), WHITENERS[whitener]).state is State.UNSURE


@pytest.mark.parametrize("whitener", WHITENERS)
def test_white_over_an_empty_box_takes_nothing_back(whitener: str) -> None:
    """It was not ticked, and is not."""
    assert mark(WHITENERS[whitener]).state is State.EMPTY


@pytest.mark.parametrize("whitener", WHITENERS)
def test_a_tick_over_white_counts(whitener: str) -> None:
    """The white was there before it."""
    assert mark(WHITENERS[whitener], ticked()).state is State.TICKED


def test_a_box_drawn_anew_over_white_is_no_tick() -> None:
    """The frame stands for the box that is hidden."""
    assert mark(ticked(), WHITENERS["stamp"], FRAME).state is State.UNSURE


@pytest.mark.parametrize("subtype", ["StrikeOut", "Redact"])
def test_a_tick_that_is_struck_out_is_in_doubt(subtype: str) -> None:
    """The tool for striking out words, over the box alone."""
    assert mark(ticked(), struck(subtype)).state is State.UNSURE


def test_an_empty_box_struck_out_is_ticked() -> None:
    """A line over a box is a way of ticking it."""
    assert mark(struck("StrikeOut")).state is State.TICKED


@pytest.mark.parametrize("way", ["cross-ink", "typed-X-shown"])
def test_a_tick_with_a_ring_round_it_is_a_conflict(way: str) -> None:
    """Some ring the right answer, and others the wrong one."""
    assert mark(ticked(way), RING).conflict


def test_a_ring_alone_is_no_conflict() -> None:
    """It is a way of ticking."""
    assert (mark(RING).state, mark(RING).conflict) == (State.TICKED, "")


UNSEEN = {
    "an empty list of strokes": f"/Subtype/Ink/Rect{rect(BOX)}/InkList[]/F 4",
    "colours that hide nothing": f"/Subtype/Square/Rect{rect(BOX)}/IC[0 0 0]/CA 0/F 4",
}


@pytest.mark.parametrize("what", UNSEEN)
def test_what_is_not_to_be_seen_ticks_nothing(what: str) -> None:
    """A person sees an empty box."""
    assert mark(Ink((UNSEEN[what],))).state is State.EMPTY


def test_a_text_with_a_pointer_is_meant_for_the_box_that_it_points_at() -> None:
    """The letters have no place of their own: they stand on either side of the pointer."""
    room = (BOX[0] - 30, BOX[1] - 2, BOX[2], BOX[3] + 2)
    pointer = numbers((48, (Y0 + Y1) / 2, 62, (Y0 + Y1) / 2))
    spec = f"/Subtype/FreeText/IT/FreeTextCallout/Rect{rect(room)}/RD{numbers((1, 1, 22, 1))}/CL{pointer}"
    note = f"{spec}/Contents{literal('X')}/DA(/Helv 9 Tf 0 g)/F 4"
    assert mark(Ink((note,))).state is State.TICKED


def test_a_typed_text_under_white_is_said_and_is_no_answer() -> None:
    """Another text was typed over the white in its place."""
    page = leaf().grid([50, 150, 400], [90, 120]).text(55, 109, "Regione")
    room: Box = (160.0, HEIGHT - 112, 260.0, HEIGHT - 98)
    first, second = (
        Ink((f"/Subtype/FreeText/Rect{rect(room)}/Contents{literal(text)}/DA(/Helv 9 Tf 0 g)/F 4",))
        for text in ("Toscana", "Umbria")
    )
    sheets = Sheets(pdf(page))
    for ink in (first, Ink((f"/Subtype/Square/Rect{rect(room)}/C[1 1 1]/IC[1 1 1]/F 4",)), second):
        sheets.put(0, ink)
    document = PdfReader().read(sheets.bytes())
    inlines = [one for part in document.paragraphs() for one in part.inlines]
    assert [one.text for one in inlines if isinstance(one, Aside)] == ["Toscana"]
    assert " ".join(one.text for one in inlines if isinstance(one, Text)).split() == ["Regione", "Umbria"]
