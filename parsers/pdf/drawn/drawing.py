"""What is drawn on a page: paths as rules and shapes, and pictures, forms inside forms included."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.errors import TooLarge
from parsers.pdf.drawn.dots import FEWEST as FEWEST_DOTS
from parsers.pdf.drawn.dots import dotted
from parsers.pdf.drawn.outlines import bands, bar, corners, is_rectangle, is_upright, sides_of
from parsers.pdf.drawn.paint import curve, dot, is_frame, is_ring, prolonged, turns_alike, whiten
from parsers.pdf.drawn.rounded import is_rounded
from parsers.pdf.file import Sheet, View
from parsers.pdf.objects import Added, Picture, Point, Rule, Shape, Tool, Way, around
from parsers.pdf.pictures import picture
from parsers.pdf.viewer.fillsign import is_filled_in, letters
from parsers.pdf.viewer.traced import Layer

MOST_OBJECTS = 40_000
"""On one page."""

_MOST_SEGMENTS = 200
"""Of one path; a longer one is a drawing, and its outline is enough."""

_DEEPEST = 8
_THIN = 3.0
"""A filled bar up to this thick, in points, is a rule."""

_LINE = 30.0
"""The marker over a line of text is no higher than this, in points."""

_SMALLEST_PICTURE = 12.0
_LEAST_MARK, _MOST_MARK = 3.0, 32.0
"""The side of a picture that may be a box, or a tick over one, in points."""

_SMALLEST_GROUND, _LARGEST_GROUND = 5.0, 24.0
_OPAQUE = 200
"""From this on, of 255, a colour hides what lies under it."""

_FAR = 20_000.0
"""Beyond this, in points, nothing is on a page: a damaged file may give any number."""

_PIECE = 2.5
"""A piece of a pen's stroke may run straight for so long, in points."""

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture, while its page is open."""

    box: Box
    item: object
    """The library's handle."""


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
    letters: frozenset[int] = frozenset()
    """The addresses of the text objects that it left there."""


def drawing(sheet: Sheet) -> Drawing:
    """The rules, shapes and pictures of a page. Raises TooLarge."""
    found = Drawing([], [], [])
    count = pdfium.FPDFPage_CountObjects(sheet.page)
    items = (pdfium.FPDFPage_GetObject(sheet.page, at) for at in range(count))
    _gather(sheet, items, _UNMOVED, found, 0)
    if found.marker:
        found.rules = _unmarked(found)
    if len(found.shapes) + len(found.rules) > FEWEST_DOTS:
        found.shapes, found.rules = dotted(found.shapes, found.rules)
    return found


def _gather(sheet: Sheet, items: Iterator[object], outer: Matrix, found: Drawing, depth: int) -> None:
    for item in items:
        found.seen += 1
        if found.seen > MOST_OBJECTS:
            raise TooLarge("objects", limit=MOST_OBJECTS)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(sheet.view, item, _times(_matrix(item), outer), found)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _add_picture(sheet, item, _times(_matrix(item), outer), found)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(item)
            inner = (pdfium.FPDFFormObj_GetObject(item, at) for at in range(count))
            if depth == 0 and is_filled_in(item):
                _add_filled(sheet, item, inner, found)
                continue
            _gather(sheet, inner, _times(_matrix(item), outer), found, depth + 1)


def _add_filled(sheet: Sheet, item: object, inner: Iterator[object], found: Drawing) -> None:
    """What a viewer's tool put into the page: its outlines are one mark, its letters are looked for later."""
    seen = Drawing([], [], [], seen=found.seen, outlines=[])
    _gather(sheet, inner, _matrix(item), seen, 1)
    found.seen = seen.seen
    found.pictures += seen.pictures
    found.letters |= letters(item)
    lines = tuple(tuple(points) for points in seen.outlines or () if len(points) > 1)
    if lines:
        box = around([(*point, *point) for line in lines for point in line])
        filled = any(shape.dark for shape in seen.shapes)
        strokes = () if filled else lines
        found.filled_in.append(Added(Tool.STROKE, box, strokes=strokes, filled=filled))


def _matrix(item: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does first the inner one, then the outer one."""
    if outer is _UNMOVED:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _add_picture(sheet: Sheet, item: object, matrix: Matrix, found: Drawing) -> None:
    a, b, c, d, e, f = matrix
    corners = [
        sheet.view.point(x, y) for x, y in ((e, f), (e + a, f + b), (e + c, f + d), (e + a + c, f + b + d))
    ]
    box = around([(x, y, x, y) for x, y in corners])
    width, height = box[2] - box[0], box[3] - box[1]
    if not all(-_FAR < side < _FAR for side in box):
        return
    if min(width, height) >= _LEAST_MARK and max(width, height) > _MOST_MARK:
        xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        found.layers.append(Layer(box, (min(xs), min(ys), max(xs), max(ys)), item))
    if width * height >= 0.8 * sheet.view.width * sheet.view.height:
        found.covered = True
        return
    if min(width, height) >= _LEAST_MARK and max(width, height) <= min(_MOST_MARK, 3 * min(width, height)):
        found.small.append(Small(box, item))
    if width >= _SMALLEST_PICTURE and height >= _SMALLEST_PICTURE:
        # What cannot be had is kept without its bytes: it must not be gone unseen.
        found.pictures.append(picture(item, box) or Picture(box, "", b""))


def _add_path(view: View, item: object, matrix: Matrix, found: Drawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    width = _stroke_width(item, matrix) if stroke.value else 0.0
    ink = _ink(item) if fill.value else None
    colour = _colour(item) if ink == "tint" and not width else None
    outlines = list(_outlines(view, item, matrix))
    if len(outlines) > 1 and not width and ink != "white":
        outlines = _add_frames(outlines, fill.value == pdfium.FPDF_FILLMODE_ALTERNATE, found)
    for points, curved in outlines:
        if colour is not None:
            _add_tinted(points, colour, found)
        _add_outline(points, curved, width, ink, found)
        if found.outlines is not None:
            found.outlines.append(points)
    if ink == "white" and not width and len(outlines) == 1:
        _add_white(item, outlines[0][0], found)
    if ink == "white" and len(outlines) == 1 and found.shapes:
        _add_ground(item, outlines[0][0], found)


def _add_frames(
    outlines: list[tuple[list[Point], bool]], alternate: bool, found: Drawing
) -> list[tuple[list[Point], bool]]:
    """Adds the boxes whose line is painted as an area with a hole; gives back the other outlines."""
    rest, at = [], 0
    while at < len(outlines):
        (outer, curved), inner = outlines[at], outlines[at + 1][0] if at + 1 < len(outlines) else []
        box, hole = (
            around([(x, y, x, y) for x, y in outer]),
            around([(x, y, x, y) for x, y in inner or outer]),
        )
        if hole[0] < box[0]:
            # Some programs begin with the hole.
            outer, inner, box, hole = inner, outer, hole, box
        if (
            inner
            and box[2] - box[0] <= _LARGEST_GROUND
            and (alternate or not turns_alike(outer, inner))
            and is_frame(box, hole)
        ):
            upright = not curved and is_upright(outer)
            corners = () if upright else tuple(outer)
            found.shapes.append(Shape(box, upright, True, dark=False, closed=is_ring(outer), points=corners))
            at += 2
        else:
            rest.append(outlines[at])
            at += 1
    return rest


def _add_ground(item: object, points: list[Point], found: Drawing) -> None:
    """Takes away what a white area no larger than a box hides."""
    box = around([(x, y, x, y) for x, y in points])
    side = max(box[2] - box[0], box[3] - box[1])
    if _LEAST_MARK <= side <= _LARGEST_GROUND and _is_opaque(item):
        whiten(found.shapes, box)


def _add_white(item: object, points: list[Point], found: Drawing) -> None:
    """Notes a white area that is large enough to hide a word."""
    box = around([(x, y, x, y) for x, y in points])
    if min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST_GROUND and _is_opaque(item):
        found.whites.append((found.seen, box))


def _is_opaque(item: object) -> bool:
    parts = tuple(ctypes.c_uint() for _ in range(4))
    return bool(pdfium.FPDFPageObj_GetFillColor(item, *parts)) and parts[3].value > _OPAQUE


def _add_tinted(points: list[Point], colour: tuple[int, ...], found: Drawing) -> None:
    """Notes an area no higher than a line by its colour: the marker over words, or a part of it."""
    box = around([(x, y, x, y) for x, y in points])
    if box[3] - box[1] < _LINE and len(found.marker) < MOST_OBJECTS:
        found.marker.setdefault((colour, round(box[1]), round(box[3])), []).append(box)


def _unmarked(found: Drawing) -> list[Rule]:
    """The rules without those that are the marker over a blank: as its neighbours in height and colour."""
    slivers: set[tuple[int, int, int]] = set()
    for (_, top, bottom), boxes in found.marker.items():
        thin = [box for box in boxes if box[2] - box[0] <= _THIN]
        wide = [box for box in boxes if box[2] - box[0] > _THIN]
        for box in thin:
            if any(abs(box[0] - other[2]) < 1 or abs(other[0] - box[2]) < 1 for other in wide):
                slivers.add((round((box[0] + box[2]) * 5), top, bottom))
    return [
        rule
        for rule in found.rules
        if rule.way is Way.ACROSS or (round(rule.at * 10), round(rule.start), round(rule.end)) not in slivers
    ]


def _colour(item: object) -> tuple[int, ...]:
    parts = tuple(ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, *parts)
    return tuple(part.value for part in parts)


def _stroke_width(item: object, matrix: Matrix) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return float(max(width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5, 0.1))


def _ink(item: object) -> str:
    """What a fill looks like: ``dark``, ``tint`` or ``white``."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return "white"
    light = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) * alpha.value / 255 + 255 - alpha.value
    if light < 110:
        return "dark"
    return "tint" if min(red.value, green.value, blue.value) < 240 and alpha.value else "white"


def _outlines(view: View, item: object, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The path's parts, each as its points on the page as shown and whether it is curved."""
    count = min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    bent: list[Point] = []
    curved = False
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved
            points, curved = [], False
        point = view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO and points:
            curved = True
            bent.append(point)
            if len(bent) == 3:
                points.extend(curve(points[-1], *bent))
                bent = []
        else:
            points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points, curved


@dataclass(frozen=True, slots=True)
class _Painted:
    """One outline of a path, and how it is painted."""

    points: list[Point]
    box: Box
    upright: bool
    curved: bool
    width: float
    """Of its stroke, in points; 0 where it has none."""
    ink: str | None
    """Of its area: ``dark``, ``tint``, ``white``, or None where it is not filled."""

    @property
    def across(self) -> float:
        """How wide it is, in points."""
        return self.box[2] - self.box[0]

    @property
    def down(self) -> float:
        """How high it is, in points."""
        return self.box[3] - self.box[1]


def _add_outline(points: list[Point], curved: bool, width: float, ink: str | None, found: Drawing) -> None:
    box = around([(x, y, x, y) for x, y in points])
    if not all(-_FAR < side < _FAR for side in box):
        return
    if curved and is_rounded(points, box):
        x0, top, x1, bottom = box
        points, curved = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)], False
    upright = not curved and is_upright(points)
    stroke = width and ink is None and (not upright or max(box[2] - box[0], box[3] - box[1]) < _PIECE)
    if stroke and _goes_on(points, found):
        return
    points = corners(points) if upright and len(points) > 5 else points
    part = _Painted(points, box, upright, curved, width, ink)
    if not _add_line(part, found):
        _add_area(part, found)


def _add_line(part: _Painted, found: Drawing) -> bool:
    """Adds what is as thin as a line, or as short as a dot; whether it is."""
    box, thin, long = part.box, min(part.across, part.down), max(part.across, part.down)
    spot = dot(part.points, part.width) if len(part.points) <= 3 and long <= 0.2 else None
    if spot is not None:
        found.shapes.append(Shape(spot, True, False, dark=True))
    elif len(part.points) == 2 and part.upright and part.width > 5:
        # A line as thick as a row of text is an area that some programs shade with.
        spread = (0.0, part.width / 2) if part.across > part.down else (part.width / 2, 0.0)
        area = (box[0] - spread[0], box[1] - spread[1], box[2] + spread[0], box[3] + spread[1])
        found.shapes.append(Shape(area, True, False, dark=False, tinted=True))
    elif part.curved or thin > _THIN or long <= 2 * thin:
        return False
    elif part.width == 0 and part.ink == "white":
        # The ground behind a blank; nobody sees it.
        return True
    elif part.upright or part.ink is not None:
        found.rules.append(bar(box))
    else:
        found.shapes.append(Shape(box, False, True, dark=False, points=tuple(part.points)))
    return True


def _add_area(part: _Painted, found: Drawing) -> None:
    """Adds an outline that encloses something, or a stroke that leans."""
    points, ink = part.points, part.ink
    if part.upright and not is_rectangle(points) and part.width == 0 and ink == "tint":
        # The marker over words of several lines, or of several dresses, is one area.
        found.shapes.extend(Shape(band, True, False, dark=False, tinted=True) for band in bands(points))
    elif part.upright and not is_rectangle(points):
        found.rules.extend(sides_of(points))
    elif part.width > 0 or ink != "white":
        closed = (part.curved or ink is None) and not part.upright and is_ring(points)
        shown = () if part.upright else tuple(points)
        found.shapes.append(
            Shape(part.box, part.upright, part.width > 0, ink == "dark", ink == "tint", closed, shown)
        )


def _goes_on(points: list[Point], found: Drawing) -> bool:
    """Puts a stroke to the one before it that ends where it begins; whether there is any."""
    whole = prolonged(found.shapes[-1], points) if found.shapes else None
    if whole is not None:
        found.shapes[-1] = whole
    return whole is not None
