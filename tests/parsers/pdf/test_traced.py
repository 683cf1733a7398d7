"""Pen strokes that were saved as a picture on a transparent ground over the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parsers.document import Document, Image, State
from parsers.pdf.reader import PdfReader
from samples.ink import Ink, Strokes
from samples.ink_pictures import cropped, overlay, stamped
from samples.inked import Sheets
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf

BOXES = {"Alfa": 100.0, "Beta": 130.0, "Gamma": 160.0}
"""The options by the heights of their boxes."""


def form() -> Leaf:
    page = leaf().text(60, 60, "Quali attività svolge la vostra cooperativa?")
    for name, top in BOXES.items():
        page.box(60, top, 70, top + 10).text(76, top + 9, name)
    return page


def cross(top: float, bottom: float, left: float = 60, right: float = 70) -> Strokes:
    up, down = HEIGHT - top, HEIGHT - bottom
    return (((left, up), (right, down)), ((left, down), (right, up)))


def read(ink: Ink, page: Leaf | None = None) -> Document:
    sheets = Sheets(pdf(page or form()))
    sheets.put(0, ink)
    return PdfReader().read(sheets.bytes())


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


@pytest.mark.parametrize("way", [overlay, stamped, cropped])
def test_a_cross_on_a_picture_ticks_the_box_under_it(way: Callable[[Strokes], Ink]) -> None:
    """Whether the picture is as large as the page, a stamp, or ends where the strokes do."""
    found = states(read(way((*cross(131, 139), *cross(161, 169)))))
    assert found == [State.EMPTY, State.TICKED, State.TICKED]


def test_the_picture_is_no_illustration() -> None:
    """What was read as strokes is not given as a picture as well."""
    document = read(cropped((*cross(101, 109), *cross(161, 169))))
    assert not any(isinstance(one, Image) for part in document.paragraphs() for one in part.inlines)


def test_strokes_that_touch_leave_two_boxes_in_doubt() -> None:
    """On a picture nobody can tell one long mark on two boxes from two marks."""
    assert states(read(overlay(cross(100, 140))))[:2] == [State.UNSURE, State.UNSURE]


def test_writing_on_a_picture_is_told() -> None:
    """What no box takes in may be an answer: a person must look."""
    scrawl = (tuple((200.0 + 3 * at, 500.0 + 40 * (at % 2)) for at in range(100)),)
    assert [(note.code, note.detail) for note in read(overlay(scrawl)).notes] == [
        ("low-confidence", "annotations")
    ]


def test_an_opaque_picture_is_no_pen() -> None:
    """A picture that is full of colour is one, wherever it lies."""
    filled = (tuple((60.0 + (at % 2) * 60, HEIGHT - 95.0 - 0.4 * at) for at in range(200)),)
    document = read(cropped(filled))
    assert any(isinstance(one, Image) for part in document.paragraphs() for one in part.inlines)


def test_a_picture_under_the_text_is_letter_paper() -> None:
    """What was painted before the words is no mark on them."""
    page = form().lines(60, 300, *["Le righe sotto sono parte della carta intestata."] * 6)
    late = " ".join(page.content[1:])
    page.content[1:] = []
    sheets = Sheets(pdf(page))
    ink = overlay(cross(131, 139))
    sheets.put(0, Ink(ink.notes, ink.streams, ink.content + " " + late))
    assert states(PdfReader().read(sheets.bytes())) == [State.EMPTY] * 3
