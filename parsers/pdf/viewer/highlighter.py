"""Tells a highlighter's stroke from a pen's: it is broad, and letters can be read through it."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.objects import Point, around
from parsers.pdf.viewer.appearance import pen_width, said_by
from parsers.pdf.viewer.colours import is_white

_BROAD = 5.0
"""A line at least so broad, in points, may be a highlighter's."""


def breadth(annotation: object, box: Box, drawn: Box) -> float:
    """How broad a line is that lets what lies under it shine through, or is white; 0 for a pen's."""
    shown = pen_width(annotation)
    width = shown or min(box[2] - box[0] - drawn[2] + drawn[0], box[3] - box[1] - drawn[3] + drawn[1])
    if said_by(annotation, b"IT") == "InkHighlight":
        return max(width, _BROAD)
    if width < _BROAD:
        return 0.0
    light = _is_see_through(annotation) or (not shown and _is_light(annotation)) or is_white(annotation)
    return width if light else 0.0


def _is_see_through(annotation: object) -> bool:
    number = ctypes.c_float()
    said = pdfium.FPDFAnnot_GetNumberValue(annotation, b"CA", number)
    return bool(said) and number.value < 0.9


def _is_light(annotation: object) -> bool:
    """Whether an annotation without a picture has a colour that letters can be read through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    line = pdfium.FPDFANNOT_COLORTYPE_Color
    said = pdfium.FPDFAnnot_GetColor(annotation, line, red, green, blue, alpha)
    return bool(said) and 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value > 140


def band(stroke: tuple[Point, ...], width: float) -> Box:
    """What a broad line covers."""
    x0, top, x1, bottom = around([(*point, *point) for point in stroke])
    return (x0 - 1, top - width / 2, x1 + 1, bottom + width / 2)
