"""What a small picture shows: a square or a ring, and whether anything stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Rows: TypeAlias = Sequence[bytes]
"""Rows of pixels: 1 for ink, 0 for none."""

_FAINTEST, _SHADE = 40, 0.3
"""What is darker than the ground by this much, of 255, and by this share of the darkest, is ink."""

_LEAST = 8
"""A frame is at least so many pixels wide and high."""

_LONGEST = 2.3
"""A frame is at most so many times longer one way than the other."""

_BAND = 0.22
"""How far from its border a frame's line may run, as a share of its side."""

_STRAIGHT = 0.85
"""The share of a side that a square's line runs along."""

_CORNER = 0.12
_FULL = 0.05
"""The share of ink in the middle from which something stands there."""

_SOLID = 0.9


class Frame(Enum):
    """What runs around a box."""

    SQUARE = "square"
    RING = "ring"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture shows."""

    frame: Frame | None
    """None where no line runs all around."""
    ink: float = 0.0
    """The share of ink in the middle, 0 to 1."""
    solid: bool = False
    """Whether there is no difference between the line and what it holds."""
    inked: bool = False
    """Whether there is any ink."""
    size: float = 0.0
    """How high it is on the page, in font sizes, where it is a character."""

    @property
    def full(self) -> bool:
        """Whether something stands in the middle."""
        return self.ink >= _FULL


_NOTHING = Seen(None)


def seen(light: bytes, side: int, width: int, height: int) -> Seen:
    """What the upper left part of a picture `side` pixels wide shows; the light of its pixels, 0 to 255."""
    rows = [light[y * side : y * side + width] for y in range(height)]
    ground, deepest = max(map(max, rows), default=0), min(map(min, rows), default=0)
    if ground - deepest < _FAINTEST:
        return _NOTHING
    limit = int(ground - max(_FAINTEST, _SHADE * (ground - deepest))) + 1
    inked = b"\1" * limit + b"\0" * (256 - limit)
    dark = _cropped([row.translate(inked) for row in rows])
    down, across = len(dark), len(dark[0])
    if min(down, across) < _LEAST or max(down, across) > _LONGEST * min(down, across):
        return Seen(None, inked=True)
    ink = _share(dark, down // 4, across // 4)
    solid = _share(dark, down // 5, across // 5) > _SOLID
    return Seen(_frame(dark), ink, solid, inked=True)


def _cropped(dark: list[bytes]) -> list[bytes]:
    """The rows and columns from the first to the last that has ink."""
    kept = [at for at, row in enumerate(dark) if 1 in row]
    dark = dark[kept[0] : kept[-1] + 1]
    first = min(at for row in dark if (at := row.find(1)) >= 0)
    last = max(row.rfind(1) for row in dark)
    return [row[first : last + 1] for row in dark]


def _frame(dark: Rows) -> Frame | None:
    turned = [bytes(column) for column in zip(*dark, strict=True)]
    sides = (dark, dark[::-1], turned, turned[::-1])
    if all(_straight(rows) for rows in sides):
        return Frame.SQUARE
    if all(_arched(rows) for rows in sides) and not any(_corners(dark)):
        return Frame.RING
    return None


def _straight(rows: Rows) -> bool:
    """Whether a straight line runs along the first of these rows."""
    return any(row.count(1) >= _STRAIGHT * len(row) for row in _band(rows))


def _arched(rows: Rows) -> bool:
    """Whether a line runs along the middle of the first of these rows."""
    band = _band(rows)
    middle = range(len(rows[0]) // 3, len(rows[0]) * 2 // 3 + 1)
    return all(any(row[x] for row in band) for x in middle)


def _band(rows: Rows) -> Rows:
    return rows[: max(round(len(rows) * _BAND), 1)]


def _corners(dark: Rows) -> list[bool]:
    """Whether there is ink in each of the four corners."""
    reach, width = max(round(len(dark) * _CORNER), 1), max(round(len(dark[0]) * _CORNER), 1)
    return [
        any(1 in row[part] for row in rows)
        for rows in (dark[:reach], dark[-reach:])
        for part in (slice(width), slice(-width, None))
    ]


def _share(dark: Rows, down: int, across: int) -> float:
    """The share of ink within so many pixels from the upper and lower, and from the left and right side."""
    inner = [row[across : len(row) - across] for row in dark[down : len(dark) - down]]
    return sum(row.count(1) for row in inner) / max(len(inner) * len(inner[0]), 1)
