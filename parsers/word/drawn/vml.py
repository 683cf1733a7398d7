"""The shapes of VML, as older Word and other programs write them (`w:pict`, and as a fallback)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.word.drawn.shapes import (
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
    text_box,
)
from parsers.word.names import Element

_UNITS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "px": 0.75,
    "pc": 12.0,
    "pi": 12.0,
    "emu": 1 / 12_700,
}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]{0,3})")
_FIGURES = {"rect": Figure.SQUARE, "roundrect": Figure.SQUARE, "oval": Figure.ROUND, "line": Figure.LINE}
_PRESETS = {
    1: "rect",
    2: "roundRect",
    3: "ellipse",
    11: "plus",
    20: "line",
    32: "straightConnector1",
    75: "picture",
    109: "flowChartProcess",
    120: "flowChartConnector",
    123: "flowChartSummingJunction",
    124: "flowChartOr",
    176: "flowChartAlternateProcess",
    202: "rect",
}
"""The numbers of VML's shape types."""
_STROKES = ("polyline", "curve", "arc")
_BLACKS = ("black", "windowtext", "navy", "blue", "red", "green", "gray", "grey", "maroon", "purple")


def pict(element: Element) -> Drawing | None:
    """The drawing of a ``w:pict``, or None where it is hidden or has no shape that could be a mark."""
    found: list[Shape] = []
    anchor: Anchor | None = None
    for one in element:
        if local(one) not in (*_FIGURES, *_STROKES, "shape", "group"):
            continue
        style = _style(one)
        if style.get("visibility") == "hidden":
            continue
        anchor, (x, y) = _anchor(style)
        shapes = list(_shapes(one, None))
        left, top = _corner(one, style, shapes)
        found += (shape.moved(x - left, y - top) for shape in shapes)
    if anchor is None or not found or len(found) > MAX_SHAPES:
        return None
    return Drawing(anchor, tuple(found))


def _corner(element: Element, style: dict[str, str], shapes: list[Shape]) -> Points:
    """What to take from the frames so that they count from the drawing's own place."""
    if local(element) == "line":
        # A line says itself where it begins and ends.
        return _length(style.get("margin-left")), _length(style.get("margin-top"))
    return 0.0, 0.0


def _style(element: Element) -> dict[str, str]:
    """The declarations of an element's style."""
    pairs = (part.partition(":") for part in element.get("style", "").lower().split(";")[:60])
    return {name.strip(): value.strip() for name, _, value in pairs}


def _length(text: str | None, scale: float | None = None) -> float:
    """A length in points; a bare number counts in the group's units, else in pixels."""
    match = _LENGTH.match(text or "")
    if match is None:
        return 0.0
    unit = match[2] or ("" if scale is not None else "px")
    return number(match[1]) * (_UNITS.get(unit, 1.0) if unit or scale is None else scale)


def _anchor(style: dict[str, str]) -> tuple[Anchor, Points]:
    """Where a drawing stands, and how far from there."""
    if style.get("position") not in ("absolute", "relative"):
        return Anchor(inline=True), (0.0, 0.0)
    across = style.get("mso-position-horizontal-relative", "text")
    down = style.get("mso-position-vertical-relative", "text")
    aligned = style.get("mso-position-horizontal", "absolute")
    upright = style.get("mso-position-vertical", "absolute")
    anchor = Anchor(
        False,
        0.0 if aligned == "absolute" else aligned,
        0.0 if upright == "absolute" else upright,
        {"text": "column", "char": "character"}.get(across, across),
        {"text": "paragraph"}.get(down, down),
    )
    x = _length(style.get("margin-left")) + _length(style.get("left"))
    y = _length(style.get("margin-top")) + _length(style.get("top"))
    return anchor, (x, y)


def _shapes(element: Element, scale: Scale | None) -> Iterator[Shape]:
    """The shapes that an element is, a group's in the group's frame."""
    kind = local(element)
    if kind == "group":
        inside = _group_scale(element, scale)
        for one in element:
            yield from _shapes(one, inside)
    elif kind in _FIGURES or kind in _STROKES or kind == "shape":
        yield _shape(element, kind, scale)


def _group_scale(element: Element, scale: Scale | None) -> Scale:
    frame = _frame(element, scale)
    origin, size = (_two(element.get(name)) for name in ("coordorigin", "coordsize"))
    return Scale().inside(frame, origin, size if size[0] and size[1] else (1000.0, 1000.0))


def _two(text: str | None) -> Points:
    first, _, second = (text or "").partition(",")
    return number(first.strip()), number(second.strip())


def _frame(element: Element, scale: Scale | None) -> tuple[float, float, float, float]:
    """A shape's frame in points: from the drawing's corner, or in its group."""
    style = _style(element)
    if scale is None:
        return 0.0, 0.0, _length(style.get("width")), _length(style.get("height"))
    x, y = _length(style.get("left"), 1.0), _length(style.get("top"), 1.0)
    return scale.box(x, y, _length(style.get("width"), 1.0), _length(style.get("height"), 1.0))


def _shape(element: Element, kind: str, scale: Scale | None) -> Shape:
    """A shape with its look."""
    style = _style(element)
    frame, falls = _frame(element, scale), True
    if kind == "line":
        frame, falls = _line(element, scale)
    figure, path_falls = _figure(element, kind)
    falls ^= (not path_falls) ^ (("x" in style.get("flip", "")) != ("y" in style.get("flip", "")))
    words = child(element, "textbox", "txbxContent")
    art = child(element, "textpath")
    if words is None and art is not None and art.get("string"):
        words = text_box(art.get("string", ""))
    filled = element.get("filled", "t") not in ("f", "false") and not _is_off(child(element, "fill"))
    outlined = element.get("stroked", "t") not in ("f", "false") and not _is_off(child(element, "stroke"))
    outlined &= art is None
    return Shape(figure, frame, filled and _dark(element.get("fillcolor", "white")), outlined, words, falls)


def _is_off(element: Element | None) -> bool:
    """Whether a filling or stroke is switched off, or not to be seen."""
    return element is not None and (
        element.get("on") in ("f", "false") or element.get("opacity") in ("0", "0f", ".0")
    )


def _figure(element: Element, kind: str) -> tuple[Figure, bool]:
    """The figure of an element: by its name, its type's number, its path."""
    if kind in _FIGURES:
        return _FIGURES[kind], True
    if kind in _STROKES:
        return Figure.SCRIBBLE, True
    if child(element, "imagedata") is not None:
        return Figure.PICTURE, True
    match = re.search(r"_t(\d+)$", element.get("type", ""))
    if match is not None:
        return figure_of(_PRESETS.get(int(match[1][:4]), "")), True
    path = element.get("path", "")
    return path_figure(_steps(path)) if path else (Figure.SQUARE, True)


def _steps(path: str) -> list[tuple[str, float, float]]:
    """The steps of a VML path; what is not straight is taken for bent."""
    steps: list[tuple[str, float, float]] = []
    for command, body in re.findall(r"([a-z]+)([^a-z]*)", path[:4000].lower()):
        kind = command[0] if command[0] in "mlc" else ""
        if command in ("m", "l"):
            numbers = [number(part.strip()) for part in body.split(",")]
            pairs = zip(numbers[::2], numbers[1::2], strict=False)
            steps += ((kind, x, y) for x, y in pairs)
        elif command not in ("x", "e", "xe", "nf", "ns"):
            steps.append(("c", 0.0, 0.0))
    return steps


def _line(element: Element, scale: Scale | None) -> tuple[tuple[float, float, float, float], bool]:
    """A line's frame from where it begins and ends, and whether it falls to the right."""
    ends = [(element.get(name) or "0,0").partition(",") for name in ("from", "to")]
    unit = 1.0 if scale is not None else None
    (x0, y0), (x1, y1) = ((_length(one, unit), _length(two, unit)) for one, _, two in ends)
    left, top, width, height = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
    frame = scale.box(left, top, width, height) if scale else (left, top, left + width, top + height)
    return frame, (x1 - x0) * (y1 - y0) >= 0


def _dark(colour: str) -> bool:
    """Whether a colour by name or number is far from white."""
    name = colour.split("[", 1)[0].strip().lower()
    if name.startswith("#"):
        digits = name[1:]
        return is_dark(digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    return name in _BLACKS or name.startswith("dark")
