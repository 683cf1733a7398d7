"""A pen's strokes that were saved as one picture on a transparent ground: traced back to lines.

Programs for notes on tablets lay such a picture over the whole page, or over the part written on.
Pictures that show through nowhere, or are painted under the text, are none of these.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from parsers.document import Box, Method
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Added, Point, Rule, Shape, Tool, Way, Word, area, around, holds, middle
from parsers.pdf.viewer.targets import boxes_of

_MOST_INK = 0.2
"""The share of a picture that strokes cover at most."""

_PAGE_LIKE, _WORDS = 0.2, 3
"""A picture that takes less of the page, or lies over fewer words, is a picture or a signature."""

_BOX = 25.0
"""The side of a box at most, in points."""

_SEEN, _LIGHT = 80, 200
"""What hides its ground by this much, of 255, is ink, unless it is as light as this."""

_MOST_PIXELS = 4_000_000
_MOST_RUNS = 40_000
"""Of one picture; of more only the outline is kept."""

_SPECK = 4
"""So few pixels are dirt."""

_BROAD = 6
"""A run of more pixels is part of a level stroke."""

_HIGHEST, _LONGEST = 45.0, 300.0
"""What is higher or longer is a drawing, or writing whose letters are joined, in points."""

_MOST_POINTS = 400
"""Of one stroke."""

_RUN = re.compile(b"\1+")


@dataclass(frozen=True, slots=True)
class Layer:
    """A picture of a page, while the page is open."""

    shown: Box
    """On the page as shown."""
    box: Box
    """Left, bottom, right, top as the file counts."""
    item: object
    """The library's handle."""


@dataclass(frozen=True, slots=True)
class Under:
    """What a page has printed that somebody may write on."""

    words: Sequence[Word]
    shapes: Sequence[Shape]
    rules: Sequence[Rule]


@dataclass(slots=True)
class _Run:
    """Pixels of ink side by side in one row."""

    row: int
    start: int
    end: int
    """The first one behind it."""
    touching: list[int] = field(default_factory=list)
    """The numbers of the runs above and below that it touches."""


def laid(sheet: Sheet, layers: Sequence[Layer], under: Under) -> dict[Box, tuple[Added, ...]]:
    """What is drawn on the pictures that are strokes over the page's words or boxes, by their places."""
    page = sheet.view.width * sheet.view.height
    over = [one for one in layers if _is_over(one.shown, under, area(one.shown) > _PAGE_LIKE * page)]
    if not over or not _is_painted_last(sheet):
        return {}
    found = ((one.shown, strokes(sheet, one)) for one in over)
    return {box: drawn for box, drawn in found if drawn}


def see_through(sheet: Sheet, layers: Sequence[Layer], traced: Mapping[Box, tuple[Added, ...]]) -> bool:
    """Whether every picture that takes most of a page is strokes on a transparent ground."""
    page = sheet.view.width * sheet.view.height
    return all(one.shown in traced for one in layers if area(one.shown) > 0.5 * page)


def _is_over(picture: Box, under: Under, large: bool) -> bool:
    """Whether a picture lies over a box, or is large and lies over several words."""
    words = [word for word in under.words if holds(picture, *middle(word.box))]
    if any(True for _ in boxes_of(words)) or (large and len(words) >= _WORDS):
        return True
    sides = [shape.box for shape in under.shapes if shape.stroked]
    sides += [(rule.start, rule.at, rule.end, rule.at) for rule in under.rules if rule.way is Way.ACROSS]
    small = [box for box in sides if box[2] - box[0] <= _BOX and box[3] - box[1] <= _BOX]
    return any(holds(picture, *middle(box)) for box in small)


def _is_painted_last(sheet: Sheet) -> bool:
    """Whether a picture, or what may hold one, is painted behind the last of the page's own text."""
    for at in range(pdfium.FPDFPage_CountObjects(sheet.page) - 1, -1, -1):
        kind = pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(sheet.page, at))
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return False
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            return True
    return False


def strokes(sheet: Sheet, layer: Layer) -> tuple[Added, ...]:
    """The strokes that a picture on a transparent ground is made of; none where it is another picture."""
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(sheet.document, sheet.page, layer.item)
    if not bitmap:
        return ()
    try:
        width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
        clear = pdfium.FPDFBitmap_GetFormat(bitmap) == pdfium.FPDFBitmap_BGRA
        if not clear or not 0 < width * height <= _MOST_PIXELS:
            return ()
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    runs = _runs(data, stride, width, height)
    inked = sum(run.end - run.start for run in runs)
    if not 0 < inked <= _MOST_INK * width * height:
        return ()
    if len(runs) > _MOST_RUNS:
        return (Added(Tool.STROKE, layer.shown, Method.INK, blended=True),)
    return tuple(_added(sheet, layer, path, (width, height)) for path in _paths(runs))


def _runs(data: bytes, stride: int, width: int, height: int) -> list[_Run]:
    """The runs of ink, from the top, each with those that it touches."""
    inked = bytes(int(value >= _SEEN) for value in range(256))
    found: list[_Run] = []
    above: list[int] = []
    for row in range(height):
        line = data[row * stride : row * stride + 4 * width]
        seen = line[3::4].translate(inked)
        own: list[int] = []
        for ink in _RUN.finditer(seen) if 1 in seen else ():
            start, end = ink.span()
            if min(*line[4 * start : 4 * end : 4], *line[4 * start + 2 : 4 * end : 4]) >= _LIGHT:
                continue
            own.append(len(found))
            found.append(_Run(row, start, end))
        _join(found, above, own)
        above = own
        if len(found) > _MOST_RUNS:
            break
    return found


def _join(runs: list[_Run], above: Sequence[int], below: Sequence[int]) -> None:
    """Notes which runs of two rows touch; both are in order from the left."""
    first = 0
    for number in below:
        run = runs[number]
        while first < len(above) and runs[above[first]].end < run.start:
            first += 1
        at = first
        while at < len(above) and runs[above[at]].start <= run.end:
            run.touching.append(above[at])
            runs[above[at]].touching.append(number)
            at += 1


def _paths(runs: Sequence[_Run]) -> Iterator[list[Point]]:
    """For each thing drawn a line that goes all along it, in pixels."""
    seen = bytearray(len(runs))
    for first in range(len(runs)):
        if not seen[first]:
            walked, size = _walked(runs, first, seen)
            if size > _SPECK:
                yield [point for number in walked for point in _points(runs[number])]


def _walked(runs: Sequence[_Run], first: int, seen: bytearray) -> tuple[list[int], int]:
    """The runs of one thing as a pen goes along them, to and fro where it branches; and its pixels."""
    way, path, size, last = [first], [first], runs[first].end - runs[first].start, 1
    seen[first] = 1
    while way:
        after = next((number for number in reversed(runs[way[-1]].touching) if not seen[number]), None)
        if after is None:
            way.pop()
            path += way[-1:]
        else:
            seen[after] = 1
            size += runs[after].end - runs[after].start
            way.append(after)
            path.append(after)
            last = len(path)
    return path[:last], size


def _points(run: _Run) -> tuple[Point, ...]:
    y = run.row + 0.5
    if run.end - run.start > _BROAD:
        return (run.start + 1.0, y), (run.end - 1.0, y)
    return (((run.start + run.end) / 2, y),)


def _added(sheet: Sheet, layer: Layer, path: Sequence[Point], size: tuple[int, int]) -> Added:
    """One thing drawn, at its place on the page."""
    x0, y0, x1, y1 = layer.box
    across, down = (x1 - x0) / size[0], (y1 - y0) / size[1]
    kept = (*path[:: -(-len(path) // _MOST_POINTS)], path[-1])
    line = tuple(sheet.view.point(x0 + x * across, y1 - y * down) for x, y in kept)
    box = around([(*point, *point) for point in line])
    drawn = box[3] - box[1] <= _HIGHEST and box[2] - box[0] <= _LONGEST
    return Added(Tool.STROKE, box, Method.INK, strokes=(line,) if drawn else (), blended=True)
