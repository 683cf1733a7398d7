"""What an annotation's own picture shows: its letters, lines and areas, and where on the page they lie.

The library gives a picture in its own measure, and not how that is laid on the page.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.file import View
from parsers.pdf.objects import Point, area, around

_MOST_OBJECTS = 300
"""Of one annotation's picture."""

_MOST_SEGMENTS = 5_000
"""Of the lines of one picture."""

_MOST_LETTERS = 100_000
"""Bytes of a picture's operators that letters are looked for in."""

_PIECE = re.compile(
    rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>|(?<![\w/*'])(T[dDm*]|')(?![\w*'])", re.DOTALL
)
"""A string in either spelling, or the beginning of another line."""

_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"", b"\r\n": b""}
_FONT = re.compile(rb"/(\S+)\s+[-\d.]+\s+Tf")
_SLACK = 3.0
Move = tuple[float, float, float, float]
"""What the picture's measure is multiplied with, across and upward, and then moved by."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of a picture."""

    text: str = ""
    font: str = ""
    """The key or the name of their font."""


def lettering(annotation: object) -> Lettering:
    """The letters in an annotation's picture, as far as they stand there plainly."""
    length = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    if not 2 < length < _MOST_LETTERS:
        return Lettering()
    buffer = ctypes.create_string_buffer(length)
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, wide, length)
    raw = decoded(buffer).encode("cp1252", "ignore")
    named = [name for item in objects(annotation) if _is_text(item) and (name := _font_name(item))]
    keyed = _FONT.search(raw)
    font = named[0] if named else keyed[1].decode("ascii", "ignore") if keyed else ""
    return Lettering(_plain(raw), font)


def _plain(raw: bytes) -> str:
    """The strings of operators, those of one line joined."""
    lines: list[bytes] = [b""]
    for literal, digits, step in _PIECE.findall(raw):
        if step:
            lines += [b""] if lines[-1] else []
        elif digits:
            code = b"".join(digits.split())
            lines[-1] += bytes.fromhex((code + b"0" * (len(code) % 2)).decode("ascii"))
        else:
            lines[-1] += _ESCAPE.sub(_unescaped, literal)
    text = b"\n".join(lines).decode("cp1252", "ignore").strip()
    # Numbers of glyphs, which only the font can tell.
    return "" if any(sign < " " and sign not in "\n\t" for sign in text) else text


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1][:1].isdigit():
        return bytes([int(found[1], 8) & 255])
    return _LETTERS.get(found[1], found[1])


def _font_name(item: object) -> str:
    font = pdfium.FPDFTextObj_GetFont(item)
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0) if font else 0
    if not 1 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "ignore").rpartition("+")[2]


def seen(view: View, annotation: object, box: Box) -> Box:
    """What is seen of an annotation: its letters, or else its lines and pictures, or else its box."""
    bounds = [_bounds(item) for item in objects(annotation) if _is_text(item)] or [
        _bounds(item) for item in objects(annotation)
    ]
    boxes = [bound for bound in bounds if bound is not None]
    if not boxes:
        return box
    whole = around(boxes)
    move = _move(view, annotation, whole, box)
    return box if move is None else _moved(view, move, whole)


def is_lettered(annotation: object) -> bool:
    """Whether letters stand in an annotation's picture."""
    return any(_is_text(item) for item in objects(annotation))


def strokes(view: View, annotation: object, box: Box) -> Iterator[tuple[Point, ...]]:
    """The lines and outlines of an annotation's picture, as they lie on the page."""
    paths = [item for item in objects(annotation) if _is_path(item)]
    boxes = [bound for item in paths if (bound := _bounds(item, thin=True)) is not None]
    if not boxes:
        return
    move = _move(view, annotation, around(boxes), box) or _fitted(annotation, around(boxes))
    left = _MOST_SEGMENTS
    for item in paths:
        for points in _outlines(item):
            left -= len(points)
            if left < 0:
                return
            yield tuple(view.point(x * move[0] + move[2], y * move[1] + move[3]) for x, y in points)


def pen_width(annotation: object) -> float:
    """The width of the broadest line in an annotation's picture, in points; 0 where it has none."""
    width, widest = ctypes.c_float(), 0.0
    for item in objects(annotation):
        if _is_path(item) and pdfium.FPDFPageObj_GetStrokeWidth(item, width):
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
            widest = max(widest, width.value if stroke.value else 0.0)
    return widest


def objects(annotation: object) -> Iterator[object]:
    """The things that an annotation's picture is made of, those of its forms left out."""
    count = min(pdfium.FPDFAnnot_GetObjectCount(annotation), _MOST_OBJECTS)
    for at in range(count):
        item = pdfium.FPDFAnnot_GetObject(annotation, at)
        if item:
            yield from _leaves(item, 0)


def _leaves(item: object, depth: int) -> Iterator[object]:
    """A thing itself, or for a form the things in it; how these are moved is not looked at."""
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item
    elif depth < 4:
        for at in range(min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)):
            yield from _leaves(pdfium.FPDFFormObj_GetObject(item, at), depth + 1)


def decoded(buffer: ctypes.Array[ctypes.c_char]) -> str:
    """The library's wide characters as text."""
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]


def _is_text(item: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT)


def _is_path(item: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH)


def _move(view: View, annotation: object, shown: Box, box: Box) -> Move | None:
    """How what is shown comes to lie in its box: mostly from the box's corner, or as the page measures."""
    left, bottom, _, _ = rect(annotation)
    moves: Sequence[Move] = ((1.0, 1.0, 0.0, 0.0), (1.0, 1.0, left, bottom))
    return next((move for move in moves if _lies_in(_moved(view, move, shown), box)), None)


def _fitted(annotation: object, shown: Box) -> Move:
    """As if the picture filled the annotation's box."""
    left, bottom, right, top = rect(annotation)
    across = (right - left) / max(shown[2] - shown[0], 0.1)
    upward = (top - bottom) / max(shown[3] - shown[1], 0.1)
    return (across, upward, left - across * shown[0], bottom - upward * shown[1])


def rect(annotation: object) -> Box:
    """An annotation's box as the file counts: left, bottom, right, top."""
    found = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, found)
    left, right = sorted((found.left, found.right))
    low, high = sorted((found.bottom, found.top))
    return (left, low, right, high)


def _moved(view: View, move: Move, shown: Box) -> Box:
    across, upward, x, y = move
    return view.box(
        shown[0] * across + x, shown[1] * upward + y, shown[2] * across + x, shown[3] * upward + y
    )


def _lies_in(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - _SLACK
        and inner[1] >= outer[1] - _SLACK
        and inner[2] <= outer[2] + _SLACK
        and inner[3] <= outer[3] + _SLACK
    )


def _bounds(item: object, thin: bool = False) -> Box | None:
    """A thing's box in the picture's measure; without an area only where `thin` things count."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    box = (left.value, bottom.value, right.value, top.value)
    return box if thin or area(box) > 0 else None


def _outlines(item: object) -> Iterator[list[Point]]:
    """The points of a path's lines; of a curve its end is taken."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    bends = 0
    for at in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points, bends = [], 0
        bends = bends + 1 if kind == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        if bends % 3 == 0:
            points.append(
                (
                    matrix.a * x.value + matrix.c * y.value + matrix.e,
                    matrix.b * x.value + matrix.d * y.value + matrix.f,
                )
            )
        if pdfium.FPDFPathSegment_GetClose(segment) and points and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def said_by(annotation: object, key: bytes) -> str:
    """A string or a name of an annotation's dictionary; empty where there is none."""
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, wide, length)
    return decoded(buffer)
