"""What is drawn on a page: paths as rules and shapes, and pictures, forms inside forms included."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2.raw as pdfium

from parsers.errors import TooLarge
from parsers.pdf.drawn.boxes import is_box_sized
from parsers.pdf.drawn.dots import FEWEST as FEWEST_DOTS
from parsers.pdf.drawn.dots import dotted
from parsers.pdf.drawn.gathered import FAR, MOST_OBJECTS, Drawing, Matrix, Small
from parsers.pdf.drawn.paths import THIN, add_path
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Added, Picture, Rule, Shape, Tool, Way, around
from parsers.pdf.pictures import picture
from parsers.pdf.viewer.fillsign import is_filled_in, letters
from parsers.pdf.viewer.traced import Layer

_DEEPEST = 8
_SMALLEST_PICTURE = 12.0
_LEAST_MARK, _MOST_MARK = 3.0, 32.0
"""The side of a picture that may be a box, or a tick over one, in points."""

_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
    fresh: Shape | None = None
    for item in items:
        found.seen += 1
        if found.seen > MOST_OBJECTS:
            raise TooLarge("objects", limit=MOST_OBJECTS)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if fresh is not None and depth == 0 and is_box_sized(fresh.box):
                found.lettered.append((item, fresh.box))
            fresh = None
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            before = len(found.shapes)
            add_path(sheet.view, item, _times(_matrix(item), outer), found)
            fresh = found.shapes[-1] if len(found.shapes) > before else None
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
    if not all(-FAR < side < FAR for side in box):
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


def _unmarked(found: Drawing) -> list[Rule]:
    """The rules without those that are the marker over a blank: as its neighbours in height and colour."""
    slivers: set[tuple[int, int, int]] = set()
    for (_, top, bottom), boxes in found.marker.items():
        thin = [box for box in boxes if box[2] - box[0] <= THIN]
        wide = [box for box in boxes if box[2] - box[0] > THIN]
        for box in thin:
            if any(abs(box[0] - other[2]) < 1 or abs(other[0] - box[2]) < 1 for other in wide):
                slivers.add((round((box[0] + box[2]) * 5), top, bottom))
    return [
        rule
        for rule in found.rules
        if rule.way is Way.ACROSS or (round(rule.at * 10), round(rule.start), round(rule.end)) not in slivers
    ]
