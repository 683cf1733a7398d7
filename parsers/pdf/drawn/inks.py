"""How a path or an area is painted: its colour, how thick its line is, whether it hides what is under it."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from parsers.pdf.drawn.gathered import Matrix

_OPAQUE = 200
"""From this on, of 255, a colour hides what lies under it."""

_WHITE = 250
"""From this on, of 255, a colour is white."""


def colour_of(item: object) -> tuple[int, ...]:
    """The red, green, blue and opacity of an area, 0 to 255."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(item, *parts)
    return tuple(part.value for part in parts)


def stroke_width(item: object, matrix: Matrix) -> float:
    """How thick the line of a path is on the page, in points."""
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return float(max(width.value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5, 0.1))


def ink_of(item: object) -> str:
    """What a fill looks like: ``dark``, ``tint`` or ``white``."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return "white"
    light = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) * alpha.value / 255 + 255 - alpha.value
    if light < 110:
        return "dark"
    return "tint" if min(red.value, green.value, blue.value) < 240 and alpha.value else "white"


def is_white_line(item: object) -> bool:
    """Whether the line of a path is white."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetStrokeColor(item, *parts)
    return min(part.value for part in parts[:3]) >= _WHITE


def is_opaque(item: object) -> bool:
    """Whether an area hides what lies under it."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    return bool(pdfium.FPDFPageObj_GetFillColor(item, *parts)) and parts[3].value > _OPAQUE
