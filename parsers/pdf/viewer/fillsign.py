"""What Acrobat's tool for filling and signing left on a page: no annotations, but marked page content.

Each mark or text is a form of its own within ``/ADBE_FillSign BMC … EMC``; its strokes lie over the print
like any drawing, and its letters are among the page's words.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from parsers.document import Method
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Added, Tool, Word
from parsers.pdf.text.hidden import address

_NAME = "ADBE_FillSign"


def is_filled_in(item: object) -> bool:
    """Whether a form of the page's content was put there by that tool."""
    for at in range(min(pdfium.FPDFPageObj_CountMarks(item), 8)):
        mark = pdfium.FPDFPageObj_GetMark(item, at)
        length = ctypes.c_ulong()
        buffer = ctypes.create_string_buffer(2 * len(_NAME) + 2)
        wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        named = pdfium.FPDFPageObjMark_GetName(mark, wide, len(buffer), length)
        if named and buffer.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0") == _NAME:
            return True
    return False


def letters(item: object, depth: int = 0) -> frozenset[int]:
    """The addresses of the text objects in a form."""
    found: set[int] = set()
    for at in range(min(pdfium.FPDFFormObj_CountObjects(item), 2_000)):
        inner = pdfium.FPDFFormObj_GetObject(item, at)
        kind = pdfium.FPDFPageObj_GetType(inner)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.add(ctypes.addressof(inner.contents))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 3:
            found |= letters(inner, depth + 1)
    return frozenset(found)


def typed(sheet: Sheet, words: Sequence[Word], addresses: frozenset[int]) -> tuple[Added, ...]:
    """The short texts among the page's words that are those text objects: they may tick a box."""
    return tuple(
        Added(
            Tool.TEXT,
            (
                word.x0,
                word.baseline - 0.7 * word.style.size,
                word.x1,
                word.baseline + 0.02 * word.style.size,
            ),
            Method.ANNOTATION,
            word.text,
            word.style,
            word=word,
        )
        for word in words
        if len(word.text) <= 3 and address(sheet, word) in addresses
    )
