"""Crosses that somebody drew where no box is: in an empty cell of a table, say, or before an option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist

from parsers.document import Box, Method, State
from parsers.pdf.objects import Shape, Sign, Word, around, middle
from parsers.pdf.viewer.pen import meet, room_beside
from parsers.pdf.viewer.targets import boxes_of, signs_of

_LEAST, _MOST = 4.0, 20.0
"""How large a cross is, in points."""

_LEANING = 0.5
"""How much of its longer way a stroke of a cross goes the other way at least."""

_OFF = 0.2
"""How far apart the middles of its strokes may be, as a share of its size."""

_MANY = 60
"""More strokes than these are a drawing."""

_SURE = 0.9


def crosses(ink: Sequence[Shape], words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The crosses of two strokes on the level of some words that touch no word and no box."""
    strokes = [shape for shape in ink if _is_stroke(shape)]
    if not 2 <= len(strokes) <= _MANY:
        return ()
    # What stands by a box is that box's: see `pdf.viewer.ink`.
    targets = (*signs_of(signs), *boxes_of(words))
    taken = [word.box for word in words] + [room_beside(target.box) for target in targets]
    return tuple(
        Sign(box, State.TICKED, Method.DRAWING, "☒", _SURE)
        for box in _pairs(strokes)
        if _has_words(box, words) and not any(meet(box, other) for other in taken)
    )


def _is_stroke(shape: Shape) -> bool:
    across, down = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    sized = _LEAST <= max(across, down) <= _MOST and min(across, down) >= _LEANING * max(across, down)
    return sized and shape.stroked and not shape.dark and len(shape.points) == 2


def _pairs(strokes: Sequence[Shape]) -> Iterator[Box]:
    """The boxes around each two strokes that cross in their middles."""
    for at, one in enumerate(strokes):
        for two in strokes[at + 1 :]:
            near = dist(middle(one.box), middle(two.box)) < _OFF * (one.box[2] - one.box[0])
            if near and _rises(one) != _rises(two):
                yield around([one.box, two.box])


def _rises(stroke: Shape) -> bool:
    (x, y), (u, v) = stroke.points
    return (u - x) * (v - y) < 0


def _has_words(box: Box, words: Sequence[Word]) -> bool:
    y = middle(box)[1]
    return any(word.top - 2 <= y <= word.bottom + 2 for word in words)
