"""A print taken to pieces: its letters one by one, its lines, areas and pictures, page by page.

What is taken to pieces can be written again in another program's hand, and says the same.
Lengths are points, counted from the lower left corner as files do.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import pypdfium2.raw as pdfium

Colour: TypeAlias = tuple[int, int, int]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

THIN = 2.0
"""An upright bar up to this thick is a ruling line."""

SHORT = 22.0
"""One shorter than this may be a part of a drawing."""


_SIGNS = re.compile("OpenSymbol|^Symbol|dings", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter where it stands."""

    text: str
    x: float
    y: float
    """Of its baseline."""
    advance: float
    size: float
    font: str = "Body"
    colour: Colour = (0, 0, 0)
    angle: float = 0.0
    """Radians, counter-clockwise."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight ruling line along the page's directions, by its middle and its thickness."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: Colour = (0, 0, 0)

    @property
    def level(self) -> bool:
        """Whether it runs across."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    def meets(self, other: Bar) -> bool:
        """Whether it touches a line that runs the other way."""
        near = other.x0 - 2 <= self.x1 and self.x0 <= other.x1 + 2
        return self.level != other.level and near and other.y0 - 2 <= self.y1 and self.y0 <= other.y1 + 2


@dataclass(frozen=True, slots=True)
class Path:
    """Any other drawing, as operators with its colours."""

    operators: str


@dataclass(frozen=True, slots=True)
class Photo:
    """Where a picture stands, as the matrix of its square."""

    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page."""

    width: float
    height: float
    lines: tuple[tuple[Letter, ...], ...]
    """The letters that were written in one go, in the order of writing, without blanks."""
    bars: tuple[Bar, ...]
    paths: tuple[Path, ...]
    photos: tuple[Photo, ...]

    @property
    def spells(self) -> bool:
        """Whether no picture or font says more than the letters do, as where boxes are small pictures."""
        letters = [letter for line in self.lines for letter in line]
        private = any("\ue000" <= letter.text[0] <= "\uf8ff" for letter in letters)
        small = any(max(abs(photo.matrix[0]), abs(photo.matrix[3])) < SHORT for photo in self.photos)
        return not private and not small and not any(_SIGNS.search(letter.font) for letter in letters)


def leaves(data: bytes) -> tuple[Leaf, ...]:
    """The pages of a print of LibreOffice's."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        return tuple(_leaf(document, at) for at in range(pdfium.FPDF_GetPageCount(document)))
    finally:
        pdfium.FPDF_CloseDocument(document)


def _leaf(document: object, at: int) -> Leaf:
    page = pdfium.FPDF_LoadPage(document, at)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        bars, paths, photos = [], [], []
        for item in _objects(page):
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                drawn = _drawn(item)
                bars += [one for one in drawn if isinstance(one, Bar)]
                paths += [one for one in drawn if isinstance(one, Path)]
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                photos.append(Photo(_matrix(item)))
        size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return Leaf(*size, tuple(_lines(text)), tuple(bars), tuple(paths), tuple(photos))
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _objects(page: object) -> Iterator[object]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, at)


def _matrix(item: object) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _lines(text: object) -> Iterator[tuple[Letter, ...]]:
    """The letters, parted where the pen was set down anew on another height or further left."""
    run: list[Letter] = []
    for letter in _tied(_letters(text)):
        if run:
            last = run[-1]
            gap = letter.x - last.x - last.advance
            if abs(letter.y - last.y) > 0.1 or not -1 < gap < 2.5 * letter.size:
                yield tuple(run)
                run = []
        run.append(letter)
    if run:
        yield tuple(run)


def _tied(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters, those of a ligature as one: they stand in the same place."""
    last: Letter | None = None
    for letter in letters:
        if last is not None and (letter.x, letter.y) == (last.x, last.y) and last.font == letter.font:
            last = replace(last, text=last.text + letter.text)
        else:
            if last is not None:
                yield last
            last = letter
    if last is not None:
        yield last


def _letters(text: object) -> Iterator[Letter]:
    count, at = pdfium.FPDFText_CountChars(text), 0
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    while at < count:
        raw, first = pdfium.FPDFText_GetUnicode(text, at), at
        at += 1
        if 0xD800 <= raw < 0xDC00 and at < count:
            raw = 0x10000 + ((raw - 0xD800) << 10) + pdfium.FPDFText_GetUnicode(text, at) - 0xDC00
            at += 1
        char = "-" if raw == 2 else chr(raw)
        if pdfium.FPDFText_IsGenerated(text, first) == 1 or char.isspace() or (raw < 32 and raw != 2):
            continue
        pdfium.FPDFText_GetCharOrigin(text, first, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, first, rect)
        yield Letter(
            char,
            x.value,
            y.value,
            max(rect.right - x.value, 0.0),
            _size(text, first),
            _font(text, first),
            _text_colour(text, first),
            pdfium.FPDFText_GetCharAngle(text, first),
        )


def _size(text: object, at: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return round(pdfium.FPDFText_GetFontSize(text, at) * scale, 2)


def _font(text: object, at: int) -> str:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, buffer, 128, flags)
    return buffer.value.decode("utf-8", "replace").split("+", 1)[-1] or "Body"


def _text_colour(text: object, at: int) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, at, *parts)
    return (parts[0].value, parts[1].value, parts[2].value)


def _drawn(item: object) -> list[Bar | Path]:
    """A path as ruling lines where it is nothing else, or else as it is."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return []
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    parts = _outlines(item, _matrix(item))
    colour = _ink(item, stroke=bool(stroke.value))
    if not fill.value:
        bars = [_stroked(part, width.value * abs(_matrix(item)[3]), colour) for part in parts]
    else:
        bars = [None if stroke.value else _filled(part, colour) for part in parts]
    if all(bars):
        return [bar for bar in bars if bar is not None]
    paint = {(True, True): "B", (True, False): "f*" if fill.value == 1 else "f", (False, True): "S"}
    inks = f"{_rgb(_ink(item, stroke=False))} rg {_rgb(_ink(item, stroke=True))} RG {width.value:.2f} w"
    return [Path(f"q {inks} {_operators(parts)} {paint[bool(fill.value), bool(stroke.value)]} Q")]


Step: TypeAlias = tuple[str, float, float]


def _outlines(item: object, matrix: Matrix) -> list[list[Step]]:
    """The path's parts, each as its steps: ``m``, ``l``, ``c`` (one of three), ``h`` where it closes."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[list[Step]] = []
    names = {pdfium.FPDF_SEGMENT_MOVETO: "m", pdfium.FPDF_SEGMENT_LINETO: "l"}
    for at in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        kind = names.get(pdfium.FPDFPathSegment_GetType(segment), "c")
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == "m" or not found:
            found.append([])
        found[-1].append((kind, a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            found[-1].append(("h", 0, 0))
    return found


def _stroked(steps: list[Step], width: float, colour: Colour) -> Bar | None:
    """The ruling line that a stroked part is."""
    if [kind for kind, _, _ in steps] not in (["m", "l"], ["m", "l", "h"]):
        return None
    (_, x0, y0), (_, x1, y1), *_ = steps
    if min(abs(x1 - x0), abs(y1 - y0)) > 0.1 or abs(x1 - x0) + abs(y1 - y0) < SHORT:
        return None
    return Bar(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), width or 0.5, colour)


def _filled(steps: list[Step], colour: Colour) -> Bar | None:
    """The ruling line that a filled thin part is."""
    corners = [(x, y) for kind, x, y in steps if kind != "h"]
    if any(kind == "c" for kind, _, _ in steps) or len(set(corners)) != 4:
        return None
    x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
    y0, y1 = min(y for _, y in corners), max(y for _, y in corners)
    straight = all(
        min(abs(x - x0), abs(x - x1)) < 1 and min(abs(y - y0), abs(y - y1)) < 1 for x, y in corners
    )
    if (
        not straight
        or min(x1 - x0, y1 - y0) > THIN
        or max(x1 - x0, y1 - y0) < SHORT
        or colour == (255, 255, 255)
    ):
        return None
    if x1 - x0 >= y1 - y0:
        return Bar(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, y1 - y0, colour)
    return Bar((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1 - x0, colour)


def _ink(item: object, *, stroke: bool) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    (pdfium.FPDFPageObj_GetStrokeColor if stroke else pdfium.FPDFPageObj_GetFillColor)(item, *parts)
    return (parts[0].value, parts[1].value, parts[2].value)


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour)


def _operators(parts: list[list[Step]]) -> str:
    said = []
    for steps in parts:
        held: list[str] = []
        for kind, x, y in steps:
            if kind == "c":
                held.append(f"{x:.3f} {y:.3f}")
                if len(held) == 3:
                    said.append(" ".join(held) + " c")
                    held = []
            else:
                said.append("h" if kind == "h" else f"{x:.3f} {y:.3f} {kind}")
    return " ".join(said)
