"""Words of a PDF that a viewer's tools marked: highlighted, ringed, struck out."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import Emphasis
from samples.ink_words import CHOSEN, REJECTED
from tests.parsers.pdf.builder import HEIGHT
from tests.parsers.pdf.inked_options import E, T, dress, inked, options, states, up
from tests.parsers.pdf.test_reader import read


@pytest.mark.parametrize("way", CHOSEN)
def test_words_marked_as_chosen(way: str) -> None:
    """A highlighter, a line or a ring is the words' dress; a ring chooses too, as a judgement."""
    document = inked(options(), CHOSEN[way](up(66, 81, 86, 92), Random(1)))  # noqa: S311
    _, mark, _ = document.marks()
    ringed = way.startswith(("ring", "frame"))
    assert states(document) == [E, T if ringed else E, E]
    assert bool(mark.conflict) is ringed
    dresses = dress(document)
    assert bool(dresses["Beta"] & (Emphasis.HIGHLIGHTED | Emphasis.UNDERLINED))
    assert dresses["Alfa"] is Emphasis.NONE


@pytest.mark.parametrize("way", REJECTED)
def test_words_struck_out(way: str) -> None:
    """A line through the words is no tick in the box beside them."""
    document = inked(options(), REJECTED[way](up(66, 81, 86, 92), Random(1)))  # noqa: S311
    assert states(document) == [E, E, E]
    assert dress(document)["Beta"] is Emphasis.STRUCK


def test_a_highlighter_on_a_box_alone() -> None:
    """It chooses that option, not surely."""
    mark = list(read(options().note("Highlight", (49, 79, 61, 91))).marks())[1]
    assert (mark.state, mark.confidence < 0.8) == (T, True)


def test_a_ring_round_a_box_and_its_words() -> None:
    """It ticks the box, as one round the box alone does."""
    mark = list(read(options().note("Circle", (46, 76, 92, 94))).marks())[1]
    assert (mark.state, mark.confidence >= 0.8, mark.conflict) == (T, True, "")


def test_a_highlighters_stroke_through_a_word() -> None:
    """A broad pale stroke of a pen strikes nothing out."""
    shown = f"1 1 0.4 RG 12 w 64 {HEIGHT - 86} m 92 {HEIGHT - 86} l S"
    points = f"/InkList [[64 {HEIGHT - 86} 92 {HEIGHT - 86}]] /CA 0.4"
    page = options().note("Ink", (58, 80, 98, 92), points)
    page.notes[-1] = (page.notes[-1][0], f"/BBox [58 {HEIGHT - 92} 98 {HEIGHT - 80}]\n{shown}")
    assert dress(read(page))["Beta"] is Emphasis.HIGHLIGHTED


def test_a_scribble_over_words() -> None:
    """Words that a pen went over to and fro are struck out, and their box stays empty."""
    points = " ".join(f"{66 + 3 * at} {HEIGHT - 82 - 7 * (at % 2)}" for at in range(8))
    document = read(options().note("Ink", (66, 81, 88, 90), f"/InkList [[{points}]]"))
    assert states(document) == [E, E, E]
    assert dress(document)["Beta"] is Emphasis.STRUCK
