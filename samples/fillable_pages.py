"""Pages of a form as designers draw them, with the places that wait for answers.

Nothing here knows how a field is kept in the file (`fillable_fields`), nor what was filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import TypeAlias

from pdfminer.fontmetrics import FONT_METRICS

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 48.0

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left corner."""


class Want(Enum):
    """What a place waits for."""

    LINE = "line"
    LINES = "lines"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that waits for an answer."""

    page: int
    """From 0."""
    box: Box
    want: Want
    field: str
    """The id of the form's field."""
    code: str = ""
    """The option, for a tick."""
    label: str = ""
    """What stands beside it, as a tooltip would say."""


@dataclass(slots=True)
class Leaf:
    """One page that is being drawn: operators of its content, from the bottom left corner."""

    content: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Look:
    """How a form is drawn."""

    labels: str = "left"
    """Where labels stand: left, above, below, in a table's cell, above in a cell."""
    options: str = "column"
    """How options stand: column, row, columns, cells."""
    after: bool = False
    """Whether words stand before their box."""
    printed: str = "nothing"
    """What is printed where a field lies: nothing, frame, glyph, line, dots, shade, comb."""
    paired: bool = False
    """Whether two short questions share a line."""
    aside: bool = False
    """Whether the two partnerships stand side by side."""
    notes: bool = True
    """Whether the form's notes stand at its end."""
    side: float = 10.0
    """Of a box."""
    size: float = 9.5
    """Of the letters."""
    air: float = 9.0
    """Between questions."""
    height: float = 16.0
    """Of a field for one line."""
    roomy: float = 150.0
    """Of a field for many lines."""
    parted: bool = False
    """Whether telephone and e-mail are asked for apart."""
    columns: int = 2
    listed: bool = False
    """Whether questions with one answer have a list to choose from and no boxes."""


def width(text: str, size: float, bold: bool = False) -> float:
    """How much room a text takes, in points."""
    known = FONT_METRICS["Helvetica-Bold" if bold else "Helvetica"][1]
    return sum(known.get(char, 556) for char in text) * size / 1000


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, size) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def plain(text: str) -> str:
    """A text as a string of a content stream, in the fonts' own encoding."""
    return "<" + text.encode("cp1252", "replace").hex() + ">"


class Pad:
    """Draws down the pages and keeps the places for answers."""

    def __init__(self, look: Look, random: Random) -> None:
        self.look = look
        self.random = random
        self.leaves = [Leaf()]
        self.blanks: list[Blank] = []
        self.y = MARGIN

    def room(self, height: float) -> None:
        """Goes on to the next page where this one has no room left."""
        if self.y + height > HEIGHT - MARGIN:
            self.leaves.append(Leaf())
            self.y = MARGIN

    def draw(self, operators: str) -> None:
        """Operators on this page."""
        self.leaves[-1].content.append(operators)

    def text(self, x: float, y: float, text: str, size: float = 0.0, bold: bool = False) -> None:
        """Text with its baseline at `y`."""
        size = size or self.look.size
        font = "F2" if bold else "F1"
        self.draw(f"BT /{font} {size} Tf 0 g 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm {plain(text)} Tj ET")

    def lines(self, x: float, text: str, room: float, size: float = 0.0, bold: bool = False) -> None:
        """Text from this height on, in lines."""
        size = size or self.look.size
        for line in wrapped(text, room, size * (1.08 if bold else 1)):
            self.text(x, self.y + size, line, size, bold)
            self.y += size * 1.25

    def frame(self, box: Box, paint: str = "0.5 w S") -> None:
        """A rectangle."""
        x0, y0, x1, y1 = box
        *before, last = paint.rpartition(" ")
        self.draw(f"q {before[0]} {x0:.2f} {HEIGHT - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re {last} Q")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked line."""
        self.draw(f"0.5 w {x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S")

    def blank(self, box: Box, want: Want, name: str, code: str = "", label: str = "") -> None:
        """A place for an answer, with what is printed there."""
        self.blanks.append(Blank(len(self.leaves) - 1, box, want, name, code, label))
        if want is Want.TICK:
            self._printed_box(box)
        else:
            self._printed_room(box, want)

    def _printed_box(self, box: Box) -> None:
        if self.look.printed in ("frame", "line", "shade"):
            self.frame(box)
        elif self.look.printed in ("glyph", "dots"):
            size = box[3] - box[1]
            self.draw(f"BT /F3 {size} Tf 0 g 1 0 0 1 {box[0]:.2f} {HEIGHT - box[3] + 1:.2f} Tm (o) Tj ET")

    def _printed_room(self, box: Box, want: Want) -> None:
        if self.look.printed == "shade":
            self.frame(box, "0.85 0.9 1 rg f")
        elif self.look.printed == "frame":
            self.frame(box)
        elif self.look.printed == "line" and want is Want.LINE:
            self.rule(box[0], box[3], box[2], box[3])
        elif self.look.printed == "dots" and want is Want.LINE:
            self.text(box[0], box[3] - 3, "." * int((box[2] - box[0]) / width(".", self.look.size)))


def options_height(pad: Pad, texts: Sequence[str], room: float) -> float:
    """How much room a column of options needs, at most."""
    return sum(_option_height(pad, text, room) for text in texts)


def _option_height(pad: Pad, text: str, room: float) -> float:
    look = pad.look
    lines = len(wrapped(text, room - look.side - 6, look.size))
    return max(look.side + 4, lines * look.size * 1.25 + 3)


def option(pad: Pad, spot: tuple[float, float], room: float, asked: tuple[str, str], text: str) -> float:
    """A box with its words at a place; gives how high it is. `asked` are the field and the option."""
    look, (x, y), (name, code) = pad.look, spot, asked
    lines = wrapped(text, room - look.side - 6, look.size)
    if look.after:
        wide = max(width(line, look.size) for line in lines)
        start, side = x, x + wide + 4
    else:
        start, side = x + look.side + 4, x
    top = y + (look.size * 1.15 - look.side) / 2
    pad.blank((side, top, side + look.side, top + look.side), Want.TICK, name, code, text)
    for at, line in enumerate(lines):
        pad.text(start, y + look.size + at * look.size * 1.25, line)
    return _option_height(pad, text, room)
