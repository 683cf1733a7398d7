"""The shapes of a Word drawing: figure, frame, filling and words, and where the drawing is anchored.

It reads DrawingML (`w:drawing`); what older programs write stands in `word_vml`. What a shape means
on the page is decided in `word_laid` and `word_settling`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import atan2, cos, hypot, radians, sin

from lxml import etree

from parsers.document import Box, Method
from parsers.word_names import Element, W

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


def drawing(element: Element) -> Drawing | None:
    """The drawing of a ``w:drawing``, or None where it is hidden or has no shape that could be a mark."""
    frame = next((one for one in element if local(one) in ("anchor", "inline")), None)
    if frame is None:
        return None
    if any(local(one) == "docPr" and one.get("hidden") in ("1", "true") for one in frame):
        return None
    extent = child(frame, "extent")
    content = child(frame, "graphic", "graphicData")
    if content is None:
        return None
    size = (0.0, 0.0) if extent is None else (number(extent.get("cx")), number(extent.get("cy")))
    shapes = _top(content, size)
    return Drawing(_anchor(frame), shapes) if shapes else None


def _top(content: Element, size: Points) -> tuple[Shape, ...]:
    """The shapes of a drawing; one alone fills it, whatever its own frame says."""
    found: list[Shape] = []
    for one in content:
        kind = local(one)
        if kind in ("wgp", "wpc"):
            found += _group(one, Scale(), Scale().box(0, 0, *size))
        else:
            found += (_fitted(shape, size) for shape in _shapes(one, Scale()))
        if len(found) > MAX_SHAPES:
            return ()
    return tuple(found)


def _fitted(shape: Shape, size: Points) -> Shape:
    """A shape that is the whole drawing, in the drawing's frame; a turned line keeps its own."""
    if shape.figure is Figure.LINE and (shape.frame[0] or shape.frame[1]):
        # Turned about the middle of the frame that the drawing has.
        x, y = shape.middle
        return shape.moved(size[0] / EMU / 2 - x, size[1] / EMU / 2 - y)
    return replace(shape, frame=Scale().box(0, 0, *size))


def _group(element: Element, scale: Scale, frame: Box | None = None) -> Iterator[Shape]:
    """The shapes of a group or canvas, in the units of what it stands in."""
    place = child(element, "grpSpPr", "xfrm")
    if place is not None:
        own = frame or scale.box(*_pair(place, "off", "x", "y"), *_pair(place, "ext", "cx", "cy"))
        scale = scale.inside(own, _pair(place, "chOff", "x", "y"), _pair(place, "chExt", "cx", "cy"))
    for one in element:
        yield from _shapes(one, scale)


def _pair(place: Element, name: str, first: str, second: str) -> Points:
    found = child(place, name)
    return (0.0, 0.0) if found is None else (number(found.get(first)), number(found.get(second)))


def _shapes(element: Element, scale: Scale) -> Iterator[Shape]:
    """The shapes that an element of a drawing is."""
    kind = local(element)
    if kind in ("grpSp", "wgp"):
        yield from _group(element, scale)
    elif kind == "AlternateContent" and len(element):
        for one in element[0]:
            yield from _shapes(one, scale)
    elif kind == "wsp":
        yield _shape(element, scale)
    elif kind == "contentPart":
        place = child(element, "xfrm")
        yield Shape(Figure.SCRIBBLE, _frame(place, scale), method=Method.INK)
    elif kind == "pic":
        yield Shape(Figure.PICTURE, _frame(child(element, "spPr", "xfrm"), scale))


def _frame(place: Element | None, scale: Scale) -> Box:
    if place is None:
        return scale.box(0, 0, 0, 0)
    return scale.box(*_pair(place, "off", "x", "y"), *_pair(place, "ext", "cx", "cy"))


def _shape(element: Element, scale: Scale) -> Shape:
    """A shape with its look: its own, else its style's."""
    properties = child(element, "spPr")
    place = child(properties, "xfrm")
    frame = _frame(place, scale)
    figure, falls = _figure(properties)
    if place is not None and figure is Figure.LINE:
        falls ^= (place.get("flipH") == "1") != (place.get("flipV") == "1")
        frame, falls = _turned(frame, falls, number(place.get("rot")) / 60_000)
    dark = _dark_fill(properties, child(element, "style", "fillRef"))
    words = child(element, "txbx", "txbxContent")
    outlined = _outlined(properties, child(element, "style", "lnRef"))
    return Shape(figure, frame, dark, outlined, words, falls)


def _turned(frame: Box, falls: bool, degrees: float) -> tuple[Box, bool]:
    """A straight stroke turned about its middle, to the right."""
    if not degrees % 180:
        return frame, falls
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    angle = atan2(height if falls else -height, width) + radians(degrees)
    length = hypot(width, height) / 2
    x, y = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2
    wide, high = abs(length * cos(angle)), abs(length * sin(angle))
    return (x - wide, y - high, x + wide, y + high), cos(angle) * sin(angle) >= 0


def _figure(properties: Element | None) -> tuple[Figure, bool]:
    """A shape's figure, and for a stroke whether it falls to the right."""
    preset = child(properties, "prstGeom")
    if preset is not None:
        return figure_of(preset.get("prst", "")), preset.get("prst") != "lineInv"
    path = child(properties, "custGeom", "pathLst")
    return path_figure(_points(path)) if path is not None else (Figure.OTHER, True)


def _points(paths: Element) -> list[tuple[str, float, float]]:
    """The steps of freehand paths: ``m`` for a new stroke, ``l`` for a straight one, ``c`` for a bent one."""
    steps: list[tuple[str, float, float]] = []
    names = {"moveTo": "m", "lnTo": "l", "cubicBezTo": "c", "quadBezTo": "c", "arcTo": "c"}
    for path in paths:
        for step in path:
            kind = names.get(local(step))
            end = [one for one in step if local(one) == "pt"]
            if kind is not None and len(steps) < 500:
                steps.append((kind, *_xy(end[-1])) if end else ("c", 0.0, 0.0))
    return steps


def _xy(point: Element) -> Points:
    return number(point.get("x")), number(point.get("y"))


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


_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_PAPER = frozenset(("bg1", "lt1", "bg2", "lt2", "white", "window"))
_PALE = 190


def _dark_fill(properties: Element | None, style: Element | None) -> bool:
    """Whether a shape is filled with what does not look like paper."""
    if properties is not None:
        for one in properties:
            kind = local(one)
            if kind == "solidFill":
                return any(map(_dark, one))
            if kind in _FILLS:
                return kind in ("gradFill", "pattFill")
    if style is None or style.get("idx") in (None, "0", "1000"):
        return False
    return any(map(_dark, style))


def _dark(colour: Element) -> bool:
    """Whether a colour is far from white, and to be seen."""
    changes = {local(one): number(one.get("val")) for one in colour}
    if changes.get("alpha", 100_000) < 35_000 or changes.get("lumOff", 0) >= 50_000:
        return False
    value = colour.get("val", "")
    if local(colour) == "srgbClr":
        return is_dark(value)
    if local(colour) == "sysClr":
        return is_dark(colour.get("lastClr", "ffffff"))
    return value not in _PAPER


def is_dark(value: str) -> bool:
    """Whether a colour of six hexadecimal digits is far from white."""
    try:
        red, green, blue = bytes.fromhex(value)
    except ValueError:
        return False
    return 0.3 * red + 0.59 * green + 0.11 * blue < _PALE


def _outlined(properties: Element | None, style: Element | None) -> bool:
    """Whether a shape has an outline."""
    line = child(properties, "ln")
    if line is not None:
        for one in line:
            if local(one) in _FILLS:
                return local(one) != "noFill"
    if style is not None:
        return style.get("idx") not in (None, "0")
    return line is not None


def _anchor(frame: Element) -> Anchor:
    """Where a drawing stands."""
    if local(frame) == "inline":
        return Anchor(inline=True)
    if frame.get("simplePos") in ("1", "true"):
        point = child(frame, "simplePos")
        x, y = (0.0, 0.0) if point is None else _xy(point)
        return Anchor(False, x / EMU, y / EMU, "page", "page")
    across, down = child(frame, "positionH"), child(frame, "positionV")
    beside = ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom")
    return Anchor(
        False,
        _offset(across),
        _offset(down),
        across.get("relativeFrom", "column") if across is not None else "column",
        down.get("relativeFrom", "paragraph") if down is not None else "paragraph",
        not any(local(one) in beside for one in frame),
    )


def _offset(position: Element | None) -> float | str:
    """The distance in points, or the alignment, of an anchored drawing."""
    for one in position if position is not None else ():
        if local(one) == "posOffset":
            return number(one.text) / EMU
        if local(one) == "align":
            return (one.text or "").strip() or "left"
    return "unknown"


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
