"""The outline of a painted path: whether it stands upright, its corners, the rules and bands it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.pdf.objects import Point, Rule, Way, around

_LEVEL = 0.8
"""By how much a straight line may lean, in points."""


def is_upright(points: Sequence[Point]) -> bool:
    """Whether every side runs along the page's own directions; the steps of a pen are taken together."""
    x, y = points[0]
    for one, two in points:
        across, down = abs(one - x), abs(two - y)
        if across > _LEVEL and down > _LEVEL:
            return False
        if across > 2 * _LEVEL or down > 2 * _LEVEL:
            x, y = one, two
    return True


def corners(points: Sequence[Point]) -> list[Point]:
    """An upright outline without the points in mid-side: some programs begin a rectangle there."""
    kept = [points[0]]
    for at in range(1, len(points) - 1):
        if not _in_line(kept[-1], points[at], points[at + 1]):
            kept.append(points[at])
    kept.append(points[-1])
    closed = len(kept) > 3 and kept[0] == kept[-1]
    return [*kept[1:-1], kept[1]] if closed and _in_line(kept[-2], kept[0], kept[1]) else kept


def _in_line(before: Point, point: Point, after: Point) -> bool:
    """Whether an upright line goes straight on at a point."""
    return any(
        abs(point[way] - before[way]) <= _LEVEL
        and abs(after[way] - point[way]) <= _LEVEL
        and (point[1 - way] - before[1 - way]) * (after[1 - way] - point[1 - way]) >= 0
        for way in (0, 1)
    )


def is_rectangle(points: Sequence[Point]) -> bool:
    """Whether upright corners are those of one rectangle."""
    closed = abs(points[0][0] - points[-1][0]) <= _LEVEL and abs(points[0][1] - points[-1][1]) <= _LEVEL
    return len(points) == 5 and closed


def bar(box: Box) -> Rule:
    """The rule that a thin bar is."""
    if box[2] - box[0] >= box[3] - box[1]:
        return Rule(Way.ACROSS, (box[1] + box[3]) / 2, box[0], box[2])
    return Rule(Way.DOWN, (box[0] + box[2]) / 2, box[1], box[3])


def sides_of(points: Sequence[Point]) -> Iterator[Rule]:
    """The rules that the sides of an upright outline are."""
    for one, two in pairwise(points):
        if one != two:
            yield bar(around([(*one, *one), (*two, *two)]))


def bands(points: Sequence[Point]) -> Iterator[Box]:
    """The level bands that an upright outline's area is made of."""
    levels = sorted({round(y, 1) for _, y in points})
    for top, bottom in pairwise(levels):
        y = (top + bottom) / 2
        ends = sorted(
            one[0] for one, two in pairwise(points) if min(one[1], two[1]) < y < max(one[1], two[1])
        )
        yield from ((x0, top, x1, bottom) for x0, x1 in zip(ends[::2], ends[1::2], strict=False))


def sides(box: Box) -> tuple[Rule, ...]:
    """The four rules around a box."""
    x0, top, x1, bottom = box
    return (
        Rule(Way.ACROSS, top, x0, x1),
        Rule(Way.ACROSS, bottom, x0, x1),
        Rule(Way.DOWN, x0, top, bottom),
        Rule(Way.DOWN, x1, top, bottom),
    )
