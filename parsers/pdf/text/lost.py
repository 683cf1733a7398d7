"""Letters that the library leaves out of a page's text: it takes them for their neighbours painted again.

Each text of the page that lacks letters is moved to where nothing is near it, and read there. Letters that
show nothing are left out too, signs that their font lacks among them: these are given an outline for it.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2.raw as pdfium

from parsers.pdf.file import Sheet
from parsers.pdf.text.hidden import address_of

Item: TypeAlias = "ctypes._Pointer[ctypes.Structure]"
"""The library's handle of a text."""

_MOST = 3_000
_AWAY = 20_000.0
"""How far below the page the first text is moved, in points."""

_APART = 50.0
_SEEN = 0.1
"""What is narrower than this, in points, is a blank."""

_LINE = 1.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that was left out."""

    text: str
    x: float
    y: float
    """Of its baseline, in the page's own coordinates."""
    right: float
    item: object
    """The text it belongs to."""


def lost(sheet: Sheet, known: set[int]) -> list[Letter]:
    """The letters of the texts that give none; `known` are the addresses of those that do."""
    return left_out(sheet, [item for item in _texts(sheet) if address_of(item) not in known])


def left_out(sheet: Sheet, texts: Sequence[object]) -> list[Letter]:
    """The letters of those of some texts that give none."""
    items = [item for item in texts if _width(item) > _SEEN and not _says(sheet, item)][:_MOST]
    if not items:
        return []
    with _moved(items):
        return list(_read(sheet, items))


def unshown(sheet: Sheet) -> list[Letter]:
    """The letters of the texts that show nothing, blanks left away."""
    items = [item for item in _texts(sheet) if _width(item) <= _SEEN][:_MOST]
    if not items:
        return []
    with _outlined(items), _moved(items):
        return list(_read(sheet, items))


def _texts(sheet: Sheet) -> Iterator[Item]:
    for at in range(pdfium.FPDFPage_CountObjects(sheet.page)):
        item = pdfium.FPDFPage_GetObject(sheet.page, at)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item


def _width(item: object) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return max(float(right.value - left.value), float(top.value - bottom.value))


def _says(sheet: Sheet, item: object) -> bool:
    """Whether the library gives any letter of a text."""
    length = pdfium.FPDFTextObj_GetText(item, sheet.text, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(item, sheet.text, wide, length)
    return bool(buffer.raw.decode("utf-16-le", "replace").strip("\0 \r\n"))


@contextmanager
def _outlined(items: Sequence[object]) -> Iterator[None]:
    """Some texts with a line around their letters, which gives them room."""
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(item) for item in items]
    widths = [_line(item) for item in items]
    for item in items:
        pdfium.FPDFPageObj_SetStrokeWidth(item, _LINE)
        pdfium.FPDFTextObj_SetTextRenderMode(item, pdfium.FPDF_TEXTRENDERMODE_STROKE)
    try:
        yield
    finally:
        for item, mode, width in zip(items, modes, widths, strict=True):
            pdfium.FPDFPageObj_SetStrokeWidth(item, width)
            pdfium.FPDFTextObj_SetTextRenderMode(item, mode)


def _line(item: object) -> float:
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    return float(width.value)


@contextmanager
def _moved(items: Sequence[object]) -> Iterator[None]:
    for at, item in enumerate(items):
        pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, 0, -_AWAY - at * _APART)
    try:
        yield
    finally:
        for at, item in enumerate(items):
            pdfium.FPDFPageObj_Transform(item, 1, 0, 0, 1, 0, _AWAY + at * _APART)


def _is_seen(char: str) -> bool:
    """Whether a character is a letter or a sign, a private one among them."""
    return bool(char.strip()) and (char.isprintable() or unicodedata.category(char) == "Co")


def _read(sheet: Sheet, items: Sequence[object]) -> Iterator[Letter]:
    numbers = {address_of(item): at for at, item in enumerate(items)}
    text = pdfium.FPDFText_LoadPage(sheet.page)
    try:
        x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        for at in range(pdfium.FPDFText_CountChars(text)):
            item = pdfium.FPDFText_GetTextObject(text, at)
            number = numbers.get(address_of(item)) if item else None
            char = chr(pdfium.FPDFText_GetUnicode(text, at))
            if number is not None and _is_seen(char):
                pdfium.FPDFText_GetCharOrigin(text, at, x, y)
                pdfium.FPDFText_GetLooseCharBox(text, at, rect)
                below = _AWAY + number * _APART
                yield Letter(char, x.value, y.value + below, rect.right, items[number])
    finally:
        pdfium.FPDFText_ClosePage(text)
