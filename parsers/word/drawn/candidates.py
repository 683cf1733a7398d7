"""Which shapes of a Word drawing may be boxes or ticks, by their size and by the words in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parsers import marks
from parsers.document import State
from parsers.word.drawn.drawingml import drawing
from parsers.word.drawn.media import contents
from parsers.word.drawn.shapes import Drawing, Figure, Shape, local, said
from parsers.word.drawn.vml import pict
from parsers.word.names import Element, W

_HOLDERS = ("drawing", "pict", "object", "AlternateContent")
SMALLEST, LARGEST = 4.5, 27.0
"""The sides of a box, in points."""
_LIMITS = {
    Figure.SQUARE: (300.0, 60.0),
    Figure.ROUND: (400.0, 60.0),
    Figure.CROSS: (60.0, 60.0),
    Figure.CHECK: (60.0, 60.0),
    Figure.LINE: (320.0, 60.0),
    Figure.SCRIBBLE: (150.0, 60.0),
    Figure.PICTURE: (45.0, 45.0),
    Figure.OTHER: (30.0, 30.0),
}
"""The widest and highest that a mark of a figure is; what is larger is decoration or content."""
_LARGEST_NOTE = (90.0, 50.0)
"""A text box for a single X, as programs open it and people leave it."""
_LETTERS = frozenset("xXхХvV×√+*")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing holds that may be marks, and what is read as it always is."""

    marks: Drawing | None
    """The drawing with those of its shapes that may be marks."""
    icon: Drawing | None
    """The drawing, where it is a single picture hardly larger than a box."""
    rest: tuple[Element, ...]
    """Its other text boxes and pictures."""


def drawn(element: Element) -> tuple[Drawn, ...]:
    """What may be marks in a run's element, by drawing; of alternatives only the first that is a drawing.

    Nothing of what is hidden, large or full of text.
    """
    kind = local(element)
    if kind == "AlternateContent":
        branches = (branch for branch in element if any(local(one) in _HOLDERS for one in branch))
        return tuple(found for one in next(branches, ()) for found in drawn(one))
    found = drawing(element) if kind == "drawing" else pict(element) if kind in ("pict", "object") else None
    if found is None:
        return ()
    shapes = tuple(kept for shape in found.shapes if (kept := _mark_like(shape)) is not None)
    if len(found.shapes) == 1 and shapes and shapes[0].figure is Figure.PICTURE:
        return (Drawn(None, replace(found, shapes=shapes), tuple(contents(element))),)
    others = tuple(shape for shape in shapes if shape.figure is not Figure.PICTURE)
    words = [shape.words for shape in others]
    drawn_words = (
        one.words for one in found.shapes if one.words is not None and one.words.getparent() is None
    )
    rest = [one for one in (*contents(element), *drawn_words) if not any(one is taken for taken in words)]
    if not others:
        return (Drawn(None, None, tuple(rest)),) if rest else ()
    with_text = any(said(one).strip() for one in rest if one.tag == W + "txbxContent")
    return (Drawn(replace(found, shapes=others, with_text=with_text), None, tuple(rest)),)


def is_box_sized(shape: Shape) -> bool:
    """Whether a frame is as large as a box, and nearly square."""
    short, long = sorted((shape.width, shape.height))
    return short >= SMALLEST and long <= LARGEST and long <= 1.7 * short


def written_state(shape: Shape) -> State | None:
    """What the words in a frame say as a mark; None without words, and where they are no mark."""
    if shape.words is None:
        return None
    text = said(shape.words).strip()
    fonts = next(shape.words.iter(W + "rFonts"), None)
    look = marks.glyph(text, fonts.get(W + "ascii", "") if fonts is not None else "")
    if look is not None:
        return look.state
    found = marks.find(text)
    if len(found) == 1 and found[0].end - found[0].start == len(text):
        return found[0].state
    return State.TICKED if text and len(text) <= 3 and set(text) <= _LETTERS else None


def _mark_like(shape: Shape) -> Shape | None:
    """The shape, where it may be a mark; of a frame without outline that holds an X, the X."""
    if shape.words is None:
        width, height = _LIMITS[shape.figure]
        fits = shape.width <= width and shape.height <= height and max(shape.width, shape.height) >= 2
        return shape if fits else None
    state = written_state(shape)
    if next(shape.words.iter(W + "drawing", W + "pict", W + "tbl"), None) is not None:
        return None
    if shape.outlined and is_box_sized(shape):
        return shape if state is not None or not said(shape.words).strip() else None
    width, height = _LARGEST_NOTE
    if state is not State.TICKED or shape.width > width or shape.height > height:
        return None
    # The text of a text box begins a few points in from its corner.
    x = shape.frame[0] + min(shape.width / 2, 11.0)
    y = shape.frame[1] + min(shape.height / 2, 11.0)
    return replace(shape, figure=Figure.CROSS, frame=(x - 5, y - 5, x + 5, y + 5), outlined=False)
