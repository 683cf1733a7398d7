"""Cells of a table no larger than a box to tick: they are none where boxes of their own stand in them."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Box
from parsers.pdf.drawn.inside import is_box_sign
from parsers.pdf.objects import Shape, Word, holds, middle

_OWN, _ROOM = 0.75, 4.0
"""A box in a cell is no wider than this share of it, and leaves so many points free."""

_FEWEST = 2
"""In so many cells of a row or a column boxes of one size stand by design: nobody draws them there."""

_BRACKETS = frozenset("[")
"""What a typed box begins with."""

_MOST_LOOKS = 200_000
"""More pairs of places than these: the page is a drawing."""


def cells_with_boxes(places: Sequence[Box], shapes: Sequence[Shape], words: Sequence[Word]) -> frozenset[Box]:
    """Those of the places that are cells with boxes in them, or stand in a row or a column of such.

    `shapes` are the squares and rings of the page.
    """
    if len(places) < _FEWEST:
        return frozenset()
    own = [shape.box for shape in shapes if not shape.dark and not shape.tinted]
    own += [word.box for word in words if is_box_sign(word) or word.text[:1] in _BRACKETS]
    if len(own) < _FEWEST or len(places) * (len(own) + len(places)) > _MOST_LOOKS:
        return frozenset()
    cells = [place for place in places if any(_is_in(box, place) for box in own)]
    filled = [cell for cell in cells if sum(_in_line(cell, other) for other in cells) >= _FEWEST]
    return frozenset(place for place in places if any(_in_line(place, cell) for cell in filled))


def _is_in(box: Box, cell: Box) -> bool:
    width, room = box[2] - box[0], cell[2] - cell[0]
    return width <= min(_OWN * room, room - _ROOM) and holds(cell, *middle(box))


def _in_line(one: Box, two: Box) -> bool:
    """Whether two cells stand in one row or one column."""
    down = abs(one[0] - two[0]) < 1 and abs(one[2] - two[2]) < 1
    across = abs(one[1] - two[1]) < 1 and abs(one[3] - two[3]) < 1
    return down or across
