"""What stands on a page, as plain objects: words, rules, shapes, pictures, fields.

All lengths are points from the top left corner of the page as it is shown (a turned page is
turned). Nothing here knows the PDF library, nor what a word or a shape means.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from parsers.document import Box, Emphasis, Method, State


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set."""

    font: str
    """The font's name without the subset prefix: ``Wingdings-Regular``."""
    size: float
    """In points, as shown."""
    bold: bool = False
    coloured: bool = False
    hidden: bool = False
    """Neither filled nor stroked: the text layer that OCR lays over a scan."""


@dataclass(frozen=True, slots=True)
class Word:
    """Characters of one style with no blank between them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    style: Style
    soft: bool = False
    """Whether its last character is a soft hyphen (U+00AD, shown as ``-``)."""
    at: int = -1
    """The number of its first character on the page, as the library counts."""
    look: State | None = None
    """What its picture says, where a private code point alone does not."""
    dress: Emphasis = Emphasis.NONE
    """What a viewer's tools added to it: a highlighter, a line through it."""

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return (self.x0, self.top, self.x1, self.bottom)


class Way(Enum):
    """Which way a rule runs."""

    ACROSS = "h"
    DOWN = "v"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line, or a filled bar as thin as one."""

    way: Way
    at: float
    """Its height on the page for a rule across, its distance from the left for one down."""
    start: float
    end: float

    @property
    def length(self) -> float:
        """In points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn outline or area that is no rule."""

    box: Box
    upright: bool
    """A rectangle with sides parallel to the page's."""
    stroked: bool
    dark: bool
    """Filled with a colour that hides what lies under it."""
    tinted: bool = False
    """Filled with a colour that is neither white nor dark."""
    closed: bool = False
    """Whether its line comes back to where it began: a ring, and no tick."""
    points: tuple[Point, ...] = ()
    """Its corners, for a line that is not upright."""
    white: bool = False
    """Whether a line goes round a white area."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its bytes as they are stored, or as PNG."""

    box: Box
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sign:
    """A box that is drawn or is a field of the form: a mark that no character stands for."""

    box: Box
    state: State
    method: Method
    raw: str
    """``☒`` or ``☐``, or the character that stands in the box."""
    confidence: float = 1.0
    conflict: str = ""
    """What contradicts the state, where something does."""


class Kind(Enum):
    """Kinds of a form's fields."""

    CHECK = "check"
    RADIO = "radio"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of an interactive form, at its place on the page."""

    kind: Kind
    box: Box
    value: str = ""
    """What was filled in, lines parted by line feeds; empty for boxes."""
    ticked: bool = False
    conflict: str = ""
    """What contradicts the state, where something does."""


class Tool(Enum):
    """What a viewer lets people put on a page, by what it can mean."""

    TEXT = "text"
    """Letters typed over the page."""
    STROKE = "stroke"
    """A pen's strokes, lines."""
    SHAPE = "shape"
    """A square or circle."""
    STAMP = "stamp"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    NOTE = "note"
    """A note, or an insertion: only what it says counts."""


Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Added:
    """Something that was put on a page with a viewer's tools."""

    tool: Tool
    box: Box
    """What is seen of it; for a text its letters, where they are known."""
    method: Method = Method.ANNOTATION
    text: str = ""
    """For a text what it says, lines parted by line feeds."""
    style: Style = Style("", 10.0)
    """How a text is set."""
    strokes: tuple[tuple[Point, ...], ...] = ()
    """The lines that were drawn."""
    dots: tuple[tuple[float, float, float], ...] = ()
    """Points along them, and the length that each stands for."""
    parts: tuple[Box, ...] = ()
    """What is marked of the page, line by line: by a highlighter, say."""
    filled: bool = False
    """Whether a shape hides what lies under it with a colour that is not white."""
    blank: bool = False
    """Whether it hides what lies under it with white."""
    remark: str = ""
    """What its author says about it."""
    word: Word | None = None
    """The page's own word that it is, where the viewer made it part of the page."""
    blended: bool = False
    """Whether it was read from a picture, where strokes that touch are one."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that one page shows."""

    number: int
    """From 1."""
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
    pictures: tuple[Picture, ...]
    entries: tuple[Entry, ...]
    covered: bool = False
    """Whether one picture covers nearly all of it: a scan."""
    boxes: tuple[Sign, ...] = ()
    """Pictures that are boxes."""
    icons: tuple[Sign, ...] = ()
    """Pictures that are boxes if others like them on further pages are."""
    added: tuple[Added, ...] = ()
    """What somebody drew or wrote on it with a viewer's tools."""


def around(boxes: list[Box]) -> Box:
    """The smallest box that holds all of them. There must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def area(box: Box) -> float:
    """The area of a box, in square points."""
    return (box[2] - box[0]) * (box[3] - box[1])


def middle(box: Box) -> tuple[float, float]:
    """The point in the middle of a box."""
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def letter_middle(word: Word) -> tuple[float, float]:
    """The point in the middle of a word's letters as they are seen, whose box holds more room below."""
    return ((word.x0 + word.x1) / 2, word.baseline - 0.35 * word.style.size)


def holds(box: Box, x: float, y: float, slack: float = 0.0) -> bool:
    """Whether a point lies in a box made larger by `slack` on every side."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def share_middle(one: Box, two: Box) -> bool:
    """Whether the middle of one box lies in the other, however different they are in size."""
    return holds(one, *middle(two)) or holds(two, *middle(one))
