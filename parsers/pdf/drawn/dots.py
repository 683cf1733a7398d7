"""Ruling lines that are painted dot by dot, or dash by dash, each a small area of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.document import Box
from parsers.pdf.objects import Rule, Shape, Way, middle

_LARGEST = 3.5
"""A dot is no larger than this, in points."""

FEWEST = 6
"""Fewer dots than these make no line."""

_WIDEST = 4.0
"""How far apart the dots of a line stand at the most, in points."""


def is_dash(rule: Rule) -> bool:
    """Whether a rule is as short as a dash of a dashed line."""
    return rule.length <= _LARGEST


def is_dot(shape: Shape) -> bool:
    """Whether a shape is as small as a dot of a dotted line."""
    x0, top, x1, bottom = shape.box
    return not shape.stroked and x1 - x0 <= _LARGEST and bottom - top <= _LARGEST


def dotted(shapes: Sequence[Shape], rules: Sequence[Rule]) -> tuple[list[Shape], list[Rule]]:
    """The shapes and rules with those dots and dashes made one that make a line together."""
    dots = [*map(_of_shape, filter(is_dot, shapes)), *map(_of_rule, filter(is_dash, rules))]
    if len(dots) < FEWEST:
        return list(shapes), list(rules)
    spent: set[int] = set()
    lines = [*_lines(dots, Way.ACROSS, spent), *_lines(dots, Way.DOWN, spent)]
    if lines:
        spent.update(_left_over(dots, spent))
    kept = [rule for rule in rules if id(rule) not in spent]
    return [shape for shape in shapes if id(shape) not in spent], [*kept, *lines]


@dataclass(frozen=True, slots=True)
class _Dot:
    box: Box
    thing: int
    """What it is the picture of."""


def _left_over(dots: Sequence[_Dot], spent: Collection[int]) -> list[int]:
    """The dots too few for a line, as large as those of the page's lines: a leader cut short."""
    sizes = {_size(dot) for dot in dots if dot.thing in spent}
    return [dot.thing for dot in dots if dot.thing not in spent and _size(dot) in sizes]


def _size(dot: _Dot) -> tuple[float, float]:
    x0, top, x1, bottom = dot.box
    return round(x1 - x0, 1), round(bottom - top, 1)


def _of_shape(shape: Shape) -> _Dot:
    return _Dot(shape.box, id(shape))


def _of_rule(rule: Rule) -> _Dot:
    level = rule.way is Way.ACROSS
    ends = (rule.start, rule.end), (rule.at, rule.at)
    (x0, x1), (top, bottom) = ends if level else ends[::-1]
    return _Dot((x0, top, x1, bottom), id(rule))


def _lines(dots: Sequence[_Dot], way: Way, spent: set[int]) -> Iterator[Rule]:
    """The lines that dots make one way; a dot at a corner belongs to two."""
    across = way is Way.ACROSS
    rows: dict[int, list[_Dot]] = {}
    for dot in dots:
        x, y = middle(dot.box)
        rows.setdefault(round(2 * (y if across else x)), []).append(dot)
    first, last = (0, 2) if across else (1, 3)
    for row in rows.values():
        if len(row) >= FEWEST:
            row.sort(key=lambda dot: dot.box[first])
            for run in _runs(row, first, last):
                spent.update(dot.thing for dot in run)
                at = middle(run[0].box)[1 if across else 0]
                yield Rule(way, at, run[0].box[first], run[-1].box[last])


def _runs(row: Sequence[_Dot], first: int, last: int) -> Iterator[list[_Dot]]:
    """The dots of a row in stretches without a gap, those long enough."""
    run = [row[0]]
    for before, dot in pairwise(row):
        if dot.box[first] - before.box[last] > _WIDEST:
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(dot)
    if len(run) >= FEWEST:
        yield run
