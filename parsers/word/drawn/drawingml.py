"""Reads the shapes of a DrawingML drawing (``w:drawing``): groups, figures, fillings, and its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import atan2, cos, hypot, radians, sin

from parsers.document import Box, Method
from parsers.word.drawn.shapes import (
    EMU,
    MAX_SHAPES,
    Anchor,
    Drawing,
    Figure,
    Points,
    Scale,
    Shape,
    child,
    figure_of,
    is_dark,
    local,
    number,
    path_figure,
)
from parsers.word.names import Element


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


_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


_PAPER = frozenset(("bg1", "lt1", "bg2", "lt2", "white", "window"))


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
