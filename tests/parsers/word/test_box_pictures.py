"""Pictures of boxes."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from parsers.document import Image
from tests.parsers.word.builder import PIXEL, p, read, states
from tests.parsers.word.shapes_builder import (
    inline,
    with_pictures,
)


def box_picture(*strokes: tuple[int, int, int, int], frame: bool = True, fill: str = "white") -> bytes:
    """A picture of a box with strokes in it."""
    picture = Pictures.new("RGB", (40, 40), "white")
    pen = ImageDraw.Draw(picture)
    if frame:
        pen.rectangle((2, 2, 37, 37), fill=fill, outline="black", width=3)
    for stroke in strokes:
        pen.line(stroke, fill="black", width=4)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def icon(name: str, side: float = 11) -> str:
    """A run with a picture in the line."""
    return inline(f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic>', side, side)


X = ((6, 6, 34, 34), (6, 34, 34, 6))


@pytest.mark.parametrize(
    ("picture", "state"),
    [
        (box_picture(), "empty"),
        (box_picture(*X), "ticked"),
        (box_picture((8, 20, 17, 30), (17, 30, 33, 8)), "ticked"),
        (box_picture(fill="black"), "ticked"),
        (box_picture(fill="#eeeeee"), "empty"),
    ],
    ids=["empty", "cross", "check", "full", "pale"],
)
def test_small_pictures_of_boxes_are_boxes(picture: bytes, state: str) -> None:
    """A picture as small as a letter is a box by what is to be seen in it."""
    document = read(p(icon("a"), " Alfa") + p(icon("b"), " Beta"), with_pictures(a=box_picture(), b=picture))
    assert states(document) == ["empty", state]


def test_an_icon_stays_a_picture() -> None:
    """A small picture that looks like no box is no mark."""
    star = box_picture((20, 2, 8, 36), (20, 2, 32, 36), (4, 14, 36, 14), frame=False)
    (paragraph,) = read(p(icon("a"), " Tel."), with_pictures(a=star)).paragraphs()
    assert isinstance(paragraph.inlines[0], Image)


def test_a_large_picture_of_a_frame_stays_a_picture() -> None:
    """A logo is a picture however square it is."""
    body = p(icon("a", 60)) + p(icon("a", 60))
    assert states(read(body, with_pictures(a=box_picture(*X)))) == []


def test_a_single_small_picture_stays_a_picture() -> None:
    """One small framed picture alone is a logo sooner than a box."""
    assert states(read(p(icon("a")), with_pictures(a=box_picture(*X)))) == []


def test_icons_before_words_stay_pictures() -> None:
    """Small framed icons without an empty box of their size, and without boxes in the text, are no ticks."""
    body = p(icon("a"), " Nota") + p(icon("a"), " Avviso")
    assert states(read(body, with_pictures(a=box_picture(*X)))) == []


def test_a_picture_of_a_ticked_box_among_typed_boxes() -> None:
    """A picture put in place of one of the boxes of the text is that box."""
    body = p(icon("a"), " Alfa") + p("☐ Beta")
    assert states(read(body, with_pictures(a=box_picture(*X)))) == ["ticked", "empty"]


def test_a_small_picture_that_cannot_be_seen_into_is_for_a_person() -> None:
    """Where the pixels cannot be read the state is not known, and nothing is guessed."""
    document = read(p(icon("a"), "Alfa") + p(icon("b"), "Beta"), with_pictures(a=PIXEL, b=PIXEL + b"x"))
    assert states(document) == ["unsure", "unsure"]
