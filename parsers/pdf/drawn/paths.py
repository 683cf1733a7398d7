"""A page's paths as rules and shapes: lines, bars, frames, areas, strokes of a pen."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.drawn.gathered import FAR, MOST_OBJECTS, Drawing, Matrix, Small
from parsers.pdf.drawn.inks import colour_of, ink_of, is_opaque, is_white_line, stroke_width
from parsers.pdf.drawn.outlines import bands, bar, corners, is_rectangle, is_upright, sides_of
from parsers.pdf.drawn.paint import curve, dot, is_frame, is_ring, prolonged, turns_alike, whiten
from parsers.pdf.drawn.rounded import is_rounded
from parsers.pdf.file import View
from parsers.pdf.objects import Point, Shape, around, holds, middle

_MOST_SEGMENTS = 200
"""Of one path; a longer one is a drawing, and its outline is enough."""

THIN = 3.0
"""A filled bar up to this thick, in points, is a rule."""

_LINE = 30.0
"""The marker over a line of text is no higher than this, in points."""

_SMALLEST_GROUND, _LARGEST_GROUND = 5.0, 24.0

_CLOSED = 4
"""An outline has so many points at least."""

_LEAST_MARK = 3.0
"""The least side of what may be a box, or a tick over one, in points."""

_PIECE = 2.5
"""A piece of a pen's stroke may run straight for so long, in points."""


def add_path(view: View, item: object, matrix: Matrix, found: Drawing) -> None:
    """Adds the rules and shapes that a path makes, moved by the matrix."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    width = stroke_width(item, matrix) if stroke.value else 0.0
    ink = ink_of(item) if fill.value else None
    if width and ink == "white" and is_white_line(item):
        width = 0.0
    colour = colour_of(item) if ink == "tint" and not width else None
    outlines = list(_outlines(view, item, matrix))
    if len(outlines) > 1 and not width and ink != "white":
        outlines = _add_frames(outlines, fill.value == pdfium.FPDF_FILLMODE_ALTERNATE, found)
    for points, curved in outlines:
        if width and ink is None and _is_unseen(item, points):
            continue
        if colour is not None:
            _add_tinted(points, colour, found)
        _add_outline(points, curved, width, ink, found)
        if found.outlines is not None:
            found.outlines.append(points)
    if ink == "white" and not width and len(outlines) == 1:
        _add_white(item, outlines[0][0], found)
    if ink == "white" and len(outlines) == 1 and (found.shapes or found.small):
        _add_ground(item, outlines[0][0], found)


def _is_unseen(item: object, points: list[Point]) -> bool:
    """Whether a white line goes round no more room than a box takes."""
    if len(points) < _CLOSED or not is_rectangle(points):
        return False
    x0, top, x1, bottom = around([(x, y, x, y) for x, y in points])
    return max(x1 - x0, bottom - top) <= _LARGEST_GROUND and is_white_line(item)


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
    if _LEAST_MARK <= side <= _LARGEST_GROUND and is_opaque(item):
        whiten(found.shapes, box)
        found.small = [_whitened(one, box) for one in found.small] if found.small else []


def _whitened(one: Small, ground: Box) -> Small:
    return replace(one, covered=True) if holds(ground, *middle(one.box)) else one


def _add_white(item: object, points: list[Point], found: Drawing) -> None:
    """Notes a white area that is large enough to hide a word."""
    box = around([(x, y, x, y) for x, y in points])
    if min(box[2] - box[0], box[3] - box[1]) >= _SMALLEST_GROUND and is_opaque(item):
        found.whites.append((found.seen, box))


def _add_tinted(points: list[Point], colour: tuple[int, ...], found: Drawing) -> None:
    """Notes an area no higher than a line by its colour: the marker over words, or a part of it."""
    box = around([(x, y, x, y) for x, y in points])
    if box[3] - box[1] < _LINE and len(found.marker) < MOST_OBJECTS:
        found.marker.setdefault((colour, round(box[1]), round(box[3])), []).append(box)


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
    if not all(-FAR < side < FAR for side in box):
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
    elif part.curved or thin > THIN or long <= 2 * thin:
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
            Shape(
                part.box,
                part.upright,
                part.width > 0,
                ink == "dark",
                ink == "tint",
                closed,
                shown,
                white=ink == "white",
            )
        )


def _goes_on(points: list[Point], found: Drawing) -> bool:
    """Puts a stroke to the one before it that ends where it begins; whether there is any."""
    whole = prolonged(found.shapes[-1], points) if found.shapes else None
    if whole is not None:
        found.shapes[-1] = whole
    return whole is not None
