"""What a hand draws to tick a box or to choose words: lines, whatever tool draws them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import cos, pi, sin
from random import Random
from typing import TypeAlias

from samples.ink import Box, Point, Strokes, grown, shifted

Pen: TypeAlias = Callable[[Box, Random], Strokes]


def _at(box: Box, *points: Point) -> tuple[Point, ...]:
    """Points given as shares of the box, from its lower left corner."""
    return tuple((box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])) for x, y in points)


def _jittered(points: tuple[Point, ...], random: Random) -> tuple[Point, ...]:
    """Many points along a line, as a finger or a pen on glass gives them."""
    found: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        for step in range(6):
            part = step / 6
            found.append((x0 + part * (x1 - x0) + random.gauss(0, 0.2), y0 + part * (y1 - y0)))
    return (*found, points[-1])


def cross(box: Box, random: Random) -> Strokes:
    """Two lines from corner to corner, about."""
    by = min(1.5, 0.15 * (box[3] - box[1]))
    x0, y0, x1, y1 = (side + random.uniform(-by, by) for side in box)
    return (((x0, y0), (x1, y1)), ((x0, y1), (x1, y0)))


def large_cross(box: Box, random: Random) -> Strokes:
    """A cross that is half as large again as its box."""
    return cross(grown(shifted(box, random), 0.25 * (box[3] - box[1])), random)


def small_cross(box: Box, random: Random) -> Strokes:
    """A cross well inside."""
    side = box[3] - box[1]
    box = grown(shifted(box, random), -0.25 * side)
    return tuple(_jittered(line, random) for line in cross(box, random))


def cross_at_one_go(box: Box, random: Random) -> Strokes:
    """A cross drawn without lifting the pen."""
    box = shifted(box, random)
    return (_jittered(_at(box, (0, 0), (1, 1), (1, 0.1), (0, 1)), random),)


def tick(box: Box, random: Random) -> Strokes:
    """A tick whose tail leaves the box."""
    return (_at(shifted(box, random), (0.1, 0.6), (0.4, 0.1), (1.5, 1.4)),)


def drawn_tick(box: Box, random: Random) -> Strokes:
    """A small tick of many points."""
    box = shifted(box, random)
    return (_jittered(_at(box, (0.15, 0.45), (0.4, 0.1), (0.95, 0.95)), random),)


def tall_tick(box: Box, random: Random) -> Strokes:
    """A tick as high as two lines, its point in the box."""
    return (_at(shifted(box, random), (0.2, 0.5), (0.45, 0.15), (1.1, 2.0)),)


def slash(box: Box, random: Random) -> Strokes:
    """One line across."""
    return (_at(shifted(box, random), (0, 0), (1, 1)),)


def dash(box: Box, random: Random) -> Strokes:
    """One level line."""
    return (_at(shifted(box, random), (0.1, 0.5), (0.9, 0.52)),)


def scribble(box: Box, random: Random) -> Strokes:
    """The box filled by going to and fro."""
    lines = ((float(step % 2), step / 7) for step in range(8))
    return (_at(shifted(box, random), *lines),)


def dot(box: Box, random: Random) -> Strokes:
    """A fat dot, drawn round and round."""
    turns = ((0.5 + at / 80 * cos(at), 0.5 + at / 80 * sin(at)) for at in range(24))
    return (_at(shifted(box, random), *turns),)


def loop(box: Box, random: Random) -> Strokes:
    """A ring round the box, not quite closed, a little more than a turn."""
    box = grown(shifted(box, random), 2.5)
    turns = [(2.1 * pi * at / 40, random.gauss(0, 0.01)) for at in range(41)]
    return (_at(box, *((0.5 + (0.6 + off) * cos(a), 0.5 + (0.6 + off) * sin(a)) for a, off in turns)),)


PENS: Mapping[str, Pen] = {
    "cross": cross,
    "large-cross": large_cross,
    "small-cross": small_cross,
    "cross-at-one-go": cross_at_one_go,
    "tick": tick,
    "drawn-tick": drawn_tick,
    "tall-tick": tall_tick,
    "slash": slash,
    "dash": dash,
    "scribble": scribble,
    "dot": dot,
    "loop": loop,
}
"""Ways of ticking a box by hand."""


def beside(pen: Pen, behind: bool = False) -> Pen:
    """The same drawn right before the box, or right behind it."""

    def drawn(box: Box, random: Random) -> Strokes:
        side = box[3] - box[1]
        x = box[2] + 2 if behind else box[0] - side - 2
        return pen((x, box[1], x + side, box[3]), random)

    return drawn


def ring(box: Box, random: Random) -> Strokes:
    """A ring round words."""
    turns = [(2.05 * pi * at / 60, random.gauss(0, 0.005)) for at in range(61)]
    box = grown(box, 2)
    return (_at(box, *((0.5 + (0.53 + off) * cos(a), 0.5 + (0.6 + off) * sin(a)) for a, off in turns)),)


def line_under(box: Box, random: Random) -> Strokes:
    """A line under words, not quite level."""
    y0, y1 = box[1] - 0.5 + random.uniform(-0.5, 0.5), box[1] - 0.5 + random.uniform(-0.5, 0.5)
    return (((box[0], y0), ((box[0] + box[2]) / 2, (y0 + y1) / 2 - 0.3), (box[2], y1)),)


def line_through(box: Box, random: Random) -> Strokes:
    """A line through words, not quite level."""
    y = (box[1] + box[3]) / 2
    y0, y1 = y + random.uniform(-0.7, 0.7), y + random.uniform(-0.7, 0.7)
    return (((box[0] - 2, y0), ((box[0] + box[2]) / 2, y + 0.4), (box[2] + 2, y1)),)


def wave_through(box: Box, random: Random) -> Strokes:
    """A line to and fro along words, all over them."""
    steps = max(int((box[2] - box[0]) / 4), 4)
    return (_at(box, *((at / steps, 0.15 + 0.7 * (at % 2)) for at in range(steps + 1))),)
