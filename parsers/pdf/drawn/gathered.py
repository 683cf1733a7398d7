"""What is found drawn on a page while it is looked through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from parsers.document import Box
from parsers.pdf.objects import Added, Picture, Point, Rule, Shape
from parsers.pdf.viewer.traced import Layer

MOST_OBJECTS = 40_000
"""On one page."""

FAR = 20_000.0
"""Beyond this, in points, nothing is on a page: a damaged file may give any number."""

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""The six numbers by which things are moved, turned and enlarged."""


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture, while its page is open."""

    box: Box
    item: object
    """The library's handle."""
    covered: bool = False
    """Whether a white area no larger than a box that was painted later hides its middle."""


@dataclass(slots=True)
class Drawing:
    """What was found on one page, as it is gathered."""

    rules: list[Rule]
    shapes: list[Shape]
    pictures: list[Picture]
    covered: bool = False
    """Whether one picture covers nearly all of the page."""
    seen: int = 0
    outlines: list[list[Point]] | None = None
    """Every path's points, where they are asked for."""
    small: list[Small] = field(default_factory=list)
    """Pictures the size of a box, or of a tick over one."""
    marker: dict[tuple[tuple[int, ...], int, int], list[Box]] = field(default_factory=dict)
    """Coloured areas no higher than a line, by colour, top and bottom."""
    filled_in: list[Added] = field(default_factory=list)
    """What a tool for filling in left in the page's content."""
    whites: list[tuple[int, Box]] = field(default_factory=list)
    """White areas that may hide words, with how many things were painted before and up to them."""
    layers: list[Layer] = field(default_factory=list)
    """Pictures that may be a pen's strokes over the page."""
    lettered: list[tuple[object, Box]] = field(default_factory=list)
    """Texts, as the library's handles, each with the outline as large as a box painted right before it."""
    letters: frozenset[int] = frozenset()
    """The addresses of the text objects that it left there."""
