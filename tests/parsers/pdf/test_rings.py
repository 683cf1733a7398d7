"""Frames and rings round boxes that became part of the page."""

from __future__ import annotations

import pytest

from parsers.document import State
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import HEIGHT, Leaf, pdf
from tests.parsers.pdf.test_faces import E, T, printed

CHOSEN = (0, 3, 6)
"""The boxes at 100, 160 and 220 points, of those that stand 20 points apart."""


def ringed(page: Leaf, which: tuple[int, ...], shape: str, by: float = 2.5) -> Leaf:
    for at in which:
        x0, y0, side = 60 - by, HEIGHT - (110 + 20 * at) - by, 10 + 2 * by
        if shape == "frame":
            page.raw(f"q 1 0 0 RG {x0} {y0} {side} {side} re S Q")
            continue
        r, k = side / 2, side / 2 * 0.5523
        x, y = x0 + r, y0 + r
        page.raw(
            f"q 1 0 0 RG {x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c"
            f" {x - k} {y + r} {x - r} {y + k} {x - r} {y} c {x - r} {y - k} {x - k} {y - r} {x} {y - r} c"
            f" {x + k} {y - r} {x + r} {y - k} {x + r} {y} c h S Q"
        )
    return page


def states(page: Leaf) -> list[State]:
    return [mark.state for mark in PdfReader().read(pdf(page)).marks()]


@pytest.mark.parametrize("shape", ["frame", "ring"])
@pytest.mark.parametrize("kind", ["drawn", "picture", "o", "[ ]"])
def test_a_line_round_some_of_the_boxes_ticks_them(kind: str, shape: str) -> None:
    """As it does where a viewer's tool says that it drew it."""
    found = states(ringed(printed(kind), CHOSEN, shape))
    assert found == [T if at in CHOSEN else E for at in range(8)]


@pytest.mark.parametrize("kind", ["drawn", "picture", "o"])
def test_frames_round_all_boxes_are_how_they_look(kind: str) -> None:
    """Nobody put them there."""
    assert states(ringed(printed(kind), tuple(range(8)), "frame")) == [E] * 8
