"""How a text object of a page is dressed: font, size, colour, whether it can be seen."""

from __future__ import annotations

import ctypes
import re

import pypdfium2.raw as pdfium

from parsers.pdf.objects import Style

_INVISIBLE = 3
_FILL_AND_STROKE = 2
_FORCED_BOLD = 1 << 18
_BOLD_NAMES = re.compile("bold|black|heavy|demi", re.IGNORECASE)


def style_of(item: object) -> Style:
    """The style of a text object (a handle of the PDF library)."""
    font = pdfium.FPDFTextObj_GetFont(item)
    name = _font_name(font)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    forced = bool(font) and bool(pdfium.FPDFFont_GetFlags(font) & _FORCED_BOLD)
    return Style(
        name,
        round(_size(item), 2),
        bold=forced or mode == _FILL_AND_STROKE or _BOLD_NAMES.search(name) is not None,
        coloured=_coloured(item),
        hidden=mode == _INVISIBLE,
    )


def _font_name(font: object) -> str:
    if not font:
        return ""
    buffer = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return buffer.value.decode("utf-8", "replace").split("+", 1)[-1]


def _size(item: object) -> float:
    """The font size as shown: the text may be set at 1 point and then enlarged."""
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(item, size)
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    # A damaged file may give any number, or none.
    return min(max(float(size.value * scale), 1.0), 500.0) if size.value * scale > 0 else 1.0


def _coloured(item: object) -> bool:
    """Whether the text is set in a colour, not in black, grey or white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    parts = (red.value, green.value, blue.value)
    return max(parts) - min(parts) > 60
