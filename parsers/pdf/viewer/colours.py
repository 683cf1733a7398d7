"""The colours of annotations: whether an area is filled, and what hides the page with white."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from parsers.pdf.viewer.appearance import objects

_OPAQUE = 100
"""From this on, of 255, a colour hides what lies under it."""

_LIGHT = 235
"""A colour of which each part is at least this is white."""


def fill(annotation: object) -> tuple[bool, bool]:
    """Whether an annotation's area is filled: with a colour, with white."""
    colours = [colour for item in objects(annotation) if (colour := _painted(item, lines=False)) is not None]
    if not colours:
        inside = _named(annotation, b"IC", pdfium.FPDFANNOT_COLORTYPE_InteriorColor)
        if inside is None:
            return False, False
        colours = [inside]
    return min(colours) < _LIGHT, min(colours) >= _LIGHT


def is_white(annotation: object) -> bool:
    """Whether an annotation's lines are white; without a picture, a typed text's ground."""
    if pdfium.FPDFAnnot_HasKey(annotation, b"AP"):
        return _is_all_white(annotation, lines=True)
    colour = _named(annotation, b"C", pdfium.FPDFANNOT_COLORTYPE_Color)
    return colour is not None and colour >= _LIGHT


def is_whitener(annotation: object) -> bool:
    """Whether white areas are all that an annotation's picture shows."""
    return _is_all_white(annotation, lines=False)


def hides(annotation: object) -> bool:
    """Whether a typed text has a white ground: by its picture, or by the colour kept for its ground."""
    pictured = bool(pdfium.FPDFAnnot_HasKey(annotation, b"AP"))
    return fill(annotation)[1] or (not pictured and is_white(annotation))


def _is_all_white(annotation: object, lines: bool) -> bool:
    """Whether an annotation's picture shows something, and nothing but white areas, or white lines."""
    colours = [_painted(item, lines=lines) for item in objects(annotation)]
    return bool(colours) and all(colour is not None and colour >= _LIGHT for colour in colours)


def _named(annotation: object, key: bytes, kind: int) -> int | None:
    """The least part of a colour that an annotation names, 0 to 255, or None where it names none."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFAnnot_HasKey(annotation, key):
        return None
    said = pdfium.FPDFAnnot_GetColor(annotation, kind, red, green, blue, alpha)
    return min(red.value, green.value, blue.value) if said else None


def _painted(item: object, lines: bool) -> int | None:
    """The least part of the colour of a path's area, or of its lines; None where it is not opaque."""
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
        return None
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
    asked = pdfium.FPDFPageObj_GetStrokeColor if lines else pdfium.FPDFPageObj_GetFillColor
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not (stroked if lines else filled).value or not asked(item, red, green, blue, alpha):
        return None
    return min(red.value, green.value, blue.value) if alpha.value > _OPAQUE else None
