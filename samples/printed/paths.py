"""What a page draws: ruling lines where it is nothing else, or else the operators that draw it."""

from __future__ import annotations

import ctypes
from typing import TypeAlias

import pypdfium2.raw as pdfium

from samples.printed.leaves import SHORT, Bar, Colour, Matrix, Path

THIN = 2.0
"""An upright bar up to this thick is a ruling line."""

Step: TypeAlias = tuple[str, float, float]
"""An operator and its point."""


def matrix(item: object) -> Matrix:
    """Where an object of a page stands, as its matrix."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def drawn(item: object) -> list[Bar | Path]:
    """A path as ruling lines where it is nothing else, or else as it is."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return []
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    parts = _outlines(item, matrix(item))
    colour = _ink(item, stroke=bool(stroke.value))
    if not fill.value:
        bars = [_stroked(part, width.value * abs(matrix(item)[3]), colour) for part in parts]
    else:
        bars = [None if stroke.value else _filled(part, colour) for part in parts]
    if all(bars):
        return [bar for bar in bars if bar is not None]
    paint = {(True, True): "B", (True, False): "f*" if fill.value == 1 else "f", (False, True): "S"}
    inks = f"{_rgb(_ink(item, stroke=False))} rg {_rgb(_ink(item, stroke=True))} RG {width.value:.2f} w"
    return [Path(f"q {inks} {_operators(parts)} {paint[bool(fill.value), bool(stroke.value)]} Q")]


def _outlines(item: object, place: Matrix) -> list[list[Step]]:
    """The path's parts, each as its steps: ``m``, ``l``, ``c`` (one of three), ``h`` where it closes."""
    a, b, c, d, e, f = place
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
