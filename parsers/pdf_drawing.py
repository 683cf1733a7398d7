"""What is drawn on a page: paths as rules and shapes, and pictures, forms inside forms included."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.errors import TooLarge
from parsers.pdf_file import Sheet, View
from parsers.pdf_fillsign import is_filled_in, letters
from parsers.pdf_objects import Added, Picture, Point, Rule, Shape, Tool, Way, around
from parsers.pdf_pictures import picture

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
_LEAST_BOX, _MOST_BOX = 5.0, 20.0
"""The side of a picture that may be a box, in points."""

_FAR = 20_000.0
"""Beyond this, in points, nothing is on a page: a damaged file may give any number."""

_LEVEL = 0.8
"""By how much a straight line may lean, in points."""

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
    small: list[Box] = field(default_factory=list)
    """Where pictures the size of a box stand."""
    marker: dict[tuple[tuple[int, ...], int, int], list[Box]] = field(default_factory=dict)
    """Coloured areas no higher than a line, by colour, top and bottom."""
    filled_in: list[Added] = field(default_factory=list)
    """What a tool for filling in left in the page's content."""
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
    if width * height >= 0.8 * sheet.view.width * sheet.view.height:
        found.covered = True
        return
    if min(width, height) >= _LEAST_BOX and max(width, height) <= min(_MOST_BOX, 1.4 * min(width, height)):
        found.small.append(box)
    if width >= _SMALLEST_PICTURE and height >= _SMALLEST_PICTURE:
        shown = picture(item, box)
        if shown is not None:
            found.pictures.append(shown)


def _add_path(view: View, item: object, matrix: Matrix, found: Drawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    width = _stroke_width(item, matrix) if stroke.value else 0.0
    ink = _ink(item) if fill.value else None
    colour = _colour(item) if ink == "tint" and not width else None
    for points, curved in _outlines(view, item, matrix):
        if colour is not None:
            _add_tinted(points, colour, found)
        _add_outline(points, curved, width, ink, found)
        if found.outlines is not None:
            found.outlines.append(points)


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
    curved = False
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points, curved


def _add_outline(
    points: list[tuple[float, float]], curved: bool, width: float, ink: str | None, found: Drawing
) -> None:
    box = around([(x, y, x, y) for x, y in points])
    if not all(-_FAR < side < _FAR for side in box):
        return
    across, down = box[2] - box[0], box[3] - box[1]
    upright = not curved and _upright(points)
    points = _corners(points) if upright and len(points) > 5 else points
    if len(points) == 2 and upright and width > 5:
        # A line as thick as a row of text is an area that some programs shade with.
        spread = (0.0, width / 2) if across > down else (width / 2, 0.0)
        area = (box[0] - spread[0], box[1] - spread[1], box[2] + spread[0], box[3] + spread[1])
        found.shapes.append(Shape(area, True, False, dark=False, tinted=True))
    elif not curved and min(across, down) <= _THIN and max(across, down) > 2 * min(across, down):
        if width == 0 and ink == "white":
            # The ground behind a blank; nobody sees it.
            return
        if upright or ink is not None:
            found.rules.append(_bar(box))
        else:
            found.shapes.append(Shape(box, False, True, dark=False, points=tuple(points)))
    elif upright and not _rectangle(points) and width == 0 and ink == "tint":
        # The marker over words of several lines, or of several dresses, is one area.
        found.shapes.extend(Shape(band, True, False, dark=False, tinted=True) for band in _bands(points))
    elif upright and not _rectangle(points):
        found.rules.extend(_sides(points))
    elif width > 0 or ink != "white":
        closed = curved and len(points) > 4 and points[0] == points[-1]
        corners = () if upright else tuple(points)
        found.shapes.append(Shape(box, upright, width > 0, ink == "dark", ink == "tint", closed, corners))


def _upright(points: list[tuple[float, float]]) -> bool:
    """Whether every side runs along the page's own directions."""
    return all(
        abs(one[0] - two[0]) <= _LEVEL or abs(one[1] - two[1]) <= _LEVEL for one, two in pairwise(points)
    )


def _corners(points: list[Point]) -> list[Point]:
    """An upright outline without the points in mid-side: some programs begin a rectangle there."""
    kept = [points[0]]
    for at in range(1, len(points) - 1):
        if not _in_line(kept[-1], points[at], points[at + 1]):
            kept.append(points[at])
    kept.append(points[-1])
    closed = len(kept) > 3 and kept[0] == kept[-1]
    return [*kept[1:-1], kept[1]] if closed and _in_line(kept[-2], kept[0], kept[1]) else kept


def _in_line(before: Point, point: Point, after: Point) -> bool:
    """Whether an upright line goes straight on at a point."""
    return any(
        abs(point[way] - before[way]) <= _LEVEL
        and abs(after[way] - point[way]) <= _LEVEL
        and (point[1 - way] - before[1 - way]) * (after[1 - way] - point[1 - way]) >= 0
        for way in (0, 1)
    )


def _rectangle(points: list[tuple[float, float]]) -> bool:
    closed = abs(points[0][0] - points[-1][0]) <= _LEVEL and abs(points[0][1] - points[-1][1]) <= _LEVEL
    return len(points) == 5 and closed


def _bar(box: Box) -> Rule:
    """The rule that a thin bar is."""
    if box[2] - box[0] >= box[3] - box[1]:
        return Rule(Way.ACROSS, (box[1] + box[3]) / 2, box[0], box[2])
    return Rule(Way.DOWN, (box[0] + box[2]) / 2, box[1], box[3])


def _sides(points: list[tuple[float, float]]) -> Iterator[Rule]:
    """The rules that the sides of an upright outline are."""
    for one, two in pairwise(points):
        if one != two:
            yield _bar(around([(*one, *one), (*two, *two)]))


def _bands(points: list[Point]) -> Iterator[Box]:
    """The level bands that an upright outline's area is made of."""
    levels = sorted({round(y, 1) for _, y in points})
    for top, bottom in pairwise(levels):
        y = (top + bottom) / 2
        ends = sorted(
            one[0] for one, two in pairwise(points) if min(one[1], two[1]) < y < max(one[1], two[1])
        )
        yield from ((x0, top, x1, bottom) for x0, x1 in zip(ends[::2], ends[1::2], strict=False))


def sides(box: Box) -> tuple[Rule, ...]:
    """The four rules around a box."""
    x0, top, x1, bottom = box
    return (
        Rule(Way.ACROSS, top, x0, x1),
        Rule(Way.ACROSS, bottom, x0, x1),
        Rule(Way.DOWN, x0, top, bottom),
        Rule(Way.DOWN, x1, top, bottom),
    )
