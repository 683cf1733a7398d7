"""What is told of the shapes of a Word drawing: figure, frame, filling and words, and where it is anchored.

`drawingml` and `vml` read them; what they mean on the page is decided in `laid` and `settling`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from lxml import etree

from parsers.document import Box, Method
from parsers.word.names import Element, W

EMU = 12_700.0
"""English metric units in a point."""
MAX_SHAPES = 400
"""Of one drawing: a chart drawn by hand is no tick."""

Points = tuple[float, float]


class Figure(Enum):
    """What a shape looks like."""

    SQUARE = auto()
    ROUND = auto()
    CROSS = auto()
    CHECK = auto()
    LINE = auto()
    """A straight stroke; `Shape.falls` tells which diagonal it is."""
    SCRIBBLE = auto()
    PICTURE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of a drawing."""

    figure: Figure
    frame: Box
    """Left, top, right, bottom in points, from the drawing's own corner."""
    dark: bool = False
    """Whether it is filled with something that does not look like paper."""
    outlined: bool = True
    words: Element | None = None
    """The ``w:txbxContent`` of what is written in it."""
    falls: bool = True
    method: Method = Method.DRAWING

    @property
    def width(self) -> float:
        """In points."""
        return self.frame[2] - self.frame[0]

    @property
    def height(self) -> float:
        """In points."""
        return self.frame[3] - self.frame[1]

    @property
    def middle(self) -> Points:
        """The centre of its frame."""
        return (self.frame[0] + self.frame[2]) / 2, (self.frame[1] + self.frame[3]) / 2

    def moved(self, x: float, y: float) -> Shape:
        """The same shape further right and down."""
        left, top, right, bottom = self.frame
        return replace(self, frame=(left + x, top + y, right + x, bottom + y))


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a drawing stands: in the line, or away from its anchor."""

    inline: bool
    x: float | str = 0.0
    """Points from what `across` names, or how it is aligned to it: ``left``, ``center``, ``right``."""
    y: float | str = 0.0
    across: str = "column"
    """``column``, ``character``, ``margin``, ``page`` … : what `x` is counted from."""
    down: str = "paragraph"
    """``paragraph``, ``line``, ``margin``, ``page`` … : what `y` is counted from."""
    over_text: bool = True
    """Whether the text runs on under it; else the text makes room."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with all its shapes, those of groups included."""

    anchor: Anchor
    shapes: tuple[Shape, ...]
    with_text: bool = False
    """Whether further text stands in it, whose place beside the shapes is not kept."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From the units of a group to points: factor and offset, across and down."""

    across: float = 1 / EMU
    down: float = 1 / EMU
    left: float = 0.0
    top: float = 0.0

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A frame in points."""
        left, top = self.left + x * self.across, self.top + y * self.down
        return left, top, left + width * self.across, top + height * self.down

    def inside(self, frame: Box, origin: Points, size: Points) -> Scale:
        """The scale of a group whose children count from `origin` and have `size` to share."""
        across = (frame[2] - frame[0]) / size[0] if size[0] else self.across
        down = (frame[3] - frame[1]) / size[1] if size[1] else self.down
        return Scale(across, down, frame[0] - origin[0] * across, frame[1] - origin[1] * down)


def local(element: Element) -> str:
    """An element's name without its namespace: drawings come in many."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first element down a path of names."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def number(text: str | None, usual: float = 0.0) -> float:
    """A number as an attribute gives it, held within what a page can have."""
    try:
        value = float(text) if text else usual
    except ValueError:
        return usual
    return value if -1e9 < value < 1e9 else usual


_SQUARES = frozenset(
    (
        *("rect", "roundRect", "flowChartProcess", "flowChartAlternateProcess", "frame", "bevel", "plaque"),
        *("snip1Rect", "snip2SameRect", "snip2DiagRect", "round1Rect", "round2SameRect", "round2DiagRect"),
    )
)
_ROUNDS = frozenset(("ellipse", "flowChartConnector", "donut"))
_CROSSES = frozenset(("mathMultiply", "flowChartSummingJunction", "flowChartOr", "noSmoking"))
_LINES = frozenset(("line", "lineInv", "straightConnector1"))
_STROKES = ("curvedConnector", "bentConnector", "arc", "plus", "mathPlus")


def figure_of(preset: str) -> Figure:
    """The figure of a shape that is named."""
    if preset in _SQUARES:
        return Figure.SQUARE
    if preset in _ROUNDS:
        return Figure.ROUND
    if preset in _CROSSES:
        return Figure.CROSS
    if preset in _LINES:
        return Figure.LINE
    return Figure.SCRIBBLE if preset.startswith(_STROKES) else Figure.OTHER


def path_figure(steps: list[tuple[str, float, float]]) -> tuple[Figure, bool]:
    """What a path of steps draws."""
    kinds = "".join(kind for kind, _, _ in steps)
    spots = [(x, y) for _, x, y in steps]
    if kinds == "ml":
        (x0, y0), (x1, y1) = spots
        return Figure.LINE, (x1 - x0) * (y1 - y0) >= 0
    if kinds == "mlml":
        return Figure.CROSS, True
    if kinds == "mll" and spots[1][1] > max(spots[0][1], spots[2][1]):
        return Figure.CHECK, True
    if kinds in ("mlll", "mllll") and _is_upright(spots):
        return Figure.SQUARE, True
    return Figure.SCRIBBLE, True


def _is_upright(spots: list[Points]) -> bool:
    """Whether the corners are those of a frame: two places across, two down."""
    return len({x for x, _ in spots}) == 2 and len({y for _, y in spots}) == 2


_PALE = 190


def is_dark(value: str) -> bool:
    """Whether a colour of six hexadecimal digits is far from white."""
    try:
        red, green, blue = bytes.fromhex(value)
    except ValueError:
        return False
    return 0.3 * red + 0.59 * green + 0.11 * blue < _PALE


def text_box(words: str) -> Element:
    """The content of a text box that says this: for words that are drawn and not typed."""
    content = etree.Element(W + "txbxContent")
    for line in words.split("\n"):
        run = etree.SubElement(etree.SubElement(content, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = line
    return content


def said(content: Element) -> str:
    """The short text of a text box; what is longer than any mark comes cut."""
    return "".join(_letters(content))[:24]


def _letters(content: Element) -> Iterator[str]:
    for one in content.iter(W + "t", W + "sym", W + "p"):
        yield (one.text or "") if one.tag == W + "t" else _sign(one) if one.tag == W + "sym" else ""


def _sign(symbol: Element) -> str:
    """A symbol's character in its private page."""
    try:
        code = int(symbol.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return chr(0xF000 | code & 0xFF)
