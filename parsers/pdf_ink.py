"""What is drawn on a page itself, over its words and boxes: by somebody, and then printed into it.

A page's own rules, frames and boxes are known before; the rest is read as what a viewer's pen drew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.document import Box, Method
from parsers.pdf_objects import Added, Shape, Sign, Tool, Word, holds, middle
from parsers.pdf_pen import meet

_MOST = 200
"""More strokes than these are a drawing."""

_HIGHEST = 45.0
_LONGEST = 400.0
"""What is higher or longer than that is no mark, in points."""


def drawn_over(ink: Sequence[Shape], words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Added, ...]:
    """The strokes and rings over words or boxes of the page, without those that a box was read with."""
    if not ink or len(ink) > _MOST:
        return ()
    return tuple(_over(ink, words, signs))


def _over(ink: Sequence[Shape], words: Sequence[Word], signs: Sequence[Sign]) -> Iterator[Added]:
    for shape in ink:
        x0, top, x1, bottom = shape.box
        sized = bottom - top <= _HIGHEST and x1 - x0 <= _LONGEST
        if not sized or not shape.points or any(_belongs(shape.box, sign.box) for sign in signs):
            continue
        if any(meet(shape.box, word.box) for word in words) or any(
            meet(shape.box, sign.box) for sign in signs
        ):
            ring = shape.closed and shape.stroked and not shape.dark
            yield Added(
                Tool.SHAPE if ring else Tool.STROKE,
                shape.box,
                Method.DRAWING,
                strokes=() if ring else (shape.points,),
                filled=shape.dark,
            )


def _belongs(stroke: Box, box: Box) -> bool:
    """Whether a stroke lies in a box, about."""
    return holds(box, *middle(stroke), 2) and max(stroke[2] - stroke[0], stroke[3] - stroke[1]) <= 2 * (
        box[2] - box[0]
    )
