"""The fields of an interactive form (AcroForm) that a page shows, with what was filled in."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2.raw as pdfium

from parsers.pdf_file import Sheet
from parsers.pdf_objects import Entry, Kind

_HIDDEN = 2
_NO_VIEW = 32
_KINDS = {
    pdfium.FPDF_FORMFIELD_CHECKBOX: Kind.CHECK,
    pdfium.FPDF_FORMFIELD_RADIOBUTTON: Kind.RADIO,
    pdfium.FPDF_FORMFIELD_TEXTFIELD: Kind.TEXT,
    pdfium.FPDF_FORMFIELD_COMBOBOX: Kind.TEXT,
    pdfium.FPDF_FORMFIELD_LISTBOX: Kind.TEXT,
}


_WRITTEN_ON = range(pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_INK + 1)
"""Free text, lines, squares, circles, polygons, highlights, strokes, stamps, carets and ink."""


@contextmanager
def form(document: object) -> Iterator[object]:
    """The document's interactive form, closed at the end."""
    callbacks = pdfium.FPDF_FORMFILLINFO(version=2)
    handle = pdfium.FPDFDOC_InitFormFillEnvironment(document, callbacks)
    try:
        yield handle
    finally:
        if handle:
            pdfium.FPDFDOC_ExitFormFillEnvironment(handle)


def entries(sheet: Sheet, handle: object) -> tuple[Entry, ...]:
    """The fields on a page, in the order they are stored; hidden ones are left out."""
    count = pdfium.FPDFPage_GetAnnotCount(sheet.page)
    return tuple(found for at in range(count) if (found := _entry(sheet, handle, at)) is not None)


def is_annotated(sheet: Sheet) -> bool:
    """Whether somebody drew or wrote on the page with a viewer's tools; links and notes do not count."""
    count = pdfium.FPDFPage_GetAnnotCount(sheet.page)
    return any(_subtype(sheet, at) in _WRITTEN_ON for at in range(count))


def _subtype(sheet: Sheet, at: int) -> int:
    annotation = pdfium.FPDFPage_GetAnnot(sheet.page, at)
    if not annotation:
        return pdfium.FPDF_ANNOT_UNKNOWN
    try:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _entry(sheet: Sheet, handle: object, at: int) -> Entry | None:
    annotation = pdfium.FPDFPage_GetAnnot(sheet.page, at)
    if not annotation:
        return None
    try:
        if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET or not handle:
            return None
        kind = _KINDS.get(pdfium.FPDFAnnot_GetFormFieldType(handle, annotation))
        if kind is None or pdfium.FPDFAnnot_GetFlags(annotation) & (_HIDDEN | _NO_VIEW):
            return None
        return _field(sheet, handle, annotation, kind)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _field(sheet: Sheet, handle: object, annotation: object, kind: Kind) -> Entry | None:
    """The field, or None where its place has no room to be seen in."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    low, high = sorted((rect.bottom, rect.top))
    box = sheet.view.box(rect.left, low, rect.right, high)
    if not (1 <= box[2] - box[0] <= 5000 and 1 <= box[3] - box[1] <= 5000):
        return None
    if kind is Kind.TEXT:
        return Entry(kind, box, _value(handle, annotation))
    ticked = _ticked(handle, annotation)
    return Entry(kind, box, "", ticked, _conflict(handle, annotation, kind, ticked))


def _ticked(handle: object, annotation: object) -> bool:
    """What the box shows: its appearance state, or else what the field says."""
    shown = _string(annotation, b"AS")
    if shown:
        return shown != "Off"
    return bool(pdfium.FPDFAnnot_IsChecked(handle, annotation))


def _conflict(handle: object, annotation: object, kind: Kind, ticked: bool) -> str:
    """Where a box that is the only one of its field shows another state than the field's value."""
    value = _string(annotation, b"V")
    alone = pdfium.FPDFAnnot_GetFormControlCount(handle, annotation) == 1
    if kind is not Kind.CHECK or not alone or not value:
        return ""
    says = value != "Off"
    return "" if says == ticked else f"box {'on' if ticked else 'off'}, value {value}"


def _string(annotation: object, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, _WIDE), length)
    return _decoded(buffer)


def _value(handle: object, annotation: object) -> str:
    length = pdfium.FPDFAnnot_GetFormFieldValue(handle, annotation, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDFAnnot_GetFormFieldValue(handle, annotation, ctypes.cast(buffer, _WIDE), length)
    return _decoded(buffer).replace("\r\n", "\n").replace("\r", "\n").strip("\n")


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def _decoded(buffer: ctypes.Array[ctypes.c_char]) -> str:
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
