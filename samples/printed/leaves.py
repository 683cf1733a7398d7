"""A page of a print taken to pieces: its letters one by one, its lines, areas and pictures.

What is taken to pieces can be written again in another program's hand, and says the same.
Lengths are points, counted from the lower left corner as files do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

SHORT = 22.0
"""A bar shorter than this may be a part of a drawing."""

_SIGNS = re.compile("OpenSymbol|^Symbol|dings", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter where it stands."""

    text: str
    x: float
    y: float
    """Of its baseline."""
    advance: float
    size: float
    font: str = "Body"
    colour: Colour = (0, 0, 0)
    angle: float = 0.0
    """Radians, counter-clockwise."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight ruling line along the page's directions, by its middle and its thickness."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: Colour = (0, 0, 0)

    @property
    def level(self) -> bool:
        """Whether it runs across."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    def meets(self, other: Bar) -> bool:
        """Whether it touches a line that runs the other way."""
        near = other.x0 - 2 <= self.x1 and self.x0 <= other.x1 + 2
        return self.level != other.level and near and other.y0 - 2 <= self.y1 and self.y0 <= other.y1 + 2


@dataclass(frozen=True, slots=True)
class Path:
    """Any other drawing, as operators with its colours."""

    operators: str


@dataclass(frozen=True, slots=True)
class Photo:
    """Where a picture stands, as the matrix of its square."""

    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page."""

    width: float
    height: float
    lines: tuple[tuple[Letter, ...], ...]
    """The letters that were written in one go, in the order of writing, without blanks."""
    bars: tuple[Bar, ...]
    paths: tuple[Path, ...]
    photos: tuple[Photo, ...]

    @property
    def spells(self) -> bool:
        """Whether no picture or font says more than the letters do, as where boxes are small pictures."""
        letters = [letter for line in self.lines for letter in line]
        private = any("\ue000" <= letter.text[0] <= "\uf8ff" for letter in letters)
        small = any(max(abs(photo.matrix[0]), abs(photo.matrix[3])) < SHORT for photo in self.photos)
        return not private and not small and not any(_SIGNS.search(letter.font) for letter in letters)
