"""The points of annotations: what they were drawn through, and which words they mark."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.file import View
from parsers.pdf.objects import Point

_MOST_POINTS = 20_000
"""Of one annotation; of more only the outline is kept."""

_ENOUGH = 500
"""Points of one stroke that are kept, evenly; no hand needs more for a mark."""


def parts_of(view: View, annotation: object) -> Iterator[Box]:
    """The areas of words that an annotation marks."""
    quad = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 500)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield view.box(min(xs), min(ys), max(xs), max(ys))


def strokes_of(view: View, annotation: object, kind: int) -> Iterator[tuple[Point, ...]]:
    """The strokes that an annotation says it was drawn with; none for kinds with no lines."""
    if kind == pdfium.FPDF_ANNOT_LINE:
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        if pdfium.FPDFAnnot_GetLine(annotation, start, end):
            yield (view.point(start.x, start.y), view.point(end.x, end.y))
    elif kind == pdfium.FPDF_ANNOT_INK:
        left = _MOST_POINTS
        for at in range(min(pdfium.FPDFAnnot_GetInkListCount(annotation), 1_000)):
            length = pdfium.FPDFAnnot_GetInkListPath(annotation, at, None, 0)
            left -= length
            if length > 0 and left >= 0:
                points = (pdfium.FS_POINTF * length)()
                pdfium.FPDFAnnot_GetInkListPath(annotation, at, points, length)
                yield tuple(view.point(points[n].x, points[n].y) for n in _some(length))
    else:
        length = pdfium.FPDFAnnot_GetVertices(annotation, None, 0)
        if 0 < length <= _MOST_POINTS:
            points = (pdfium.FS_POINTF * length)()
            pdfium.FPDFAnnot_GetVertices(annotation, points, length)
            found = tuple(view.point(points[n].x, points[n].y) for n in _some(length))
            yield (*found, found[0]) if kind == pdfium.FPDF_ANNOT_POLYGON else found


def _some(length: int) -> list[int]:
    """The numbers of the points to keep of so many: all, or evenly some, the last one included."""
    return [*range(0, length - 1, max(-(-length // _ENOUGH), 1)), length - 1]
