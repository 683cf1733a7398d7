"""The fields of an interactive form (AcroForm) that a page shows, with what was filled in."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2.raw as pdfium

from parsers.pdf_file import Sheet
from parsers.pdf_objects import Entry, Kind

_MOST_OPTIONS = 2_000
"""Of a list."""

_HIDDEN = 2
_NO_VIEW = 32
_KINDS = {
    pdfium.FPDF_FORMFIELD_CHECKBOX: Kind.CHECK,
    pdfium.FPDF_FORMFIELD_RADIOBUTTON: Kind.RADIO,
    pdfium.FPDF_FORMFIELD_TEXTFIELD: Kind.TEXT,
    pdfium.FPDF_FORMFIELD_COMBOBOX: Kind.TEXT,
    pdfium.FPDF_FORMFIELD_LISTBOX: Kind.TEXT,
}


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
        return Entry(kind, box, _chosen(handle, annotation) or _value(handle, annotation))
    ticked = _ticked(handle, annotation)
    return Entry(kind, box, "", ticked, _conflict(handle, annotation, kind, ticked))


def _ticked(handle: object, annotation: object) -> bool:
    """What the box shows: its appearance state, or else what the field says."""
    shown = _string(annotation, b"AS")
    if shown:
        return shown != "Off"
    value = _string(annotation, b"V")
    if value:
        return value != "Off"
    # Without pictures of its states the library takes every box for ticked.
    return bool(pdfium.FPDFAnnot_HasKey(annotation, b"AP") and pdfium.FPDFAnnot_IsChecked(handle, annotation))


def _chosen(handle: object, annotation: object) -> str:
    """What a list shows as chosen: its labels, not what they are exported as; ``""`` for other fields."""
    count = min(pdfium.FPDFAnnot_GetOptionCount(handle, annotation), _MOST_OPTIONS)
    picked = [at for at in range(count) if pdfium.FPDFAnnot_IsOptionSelected(handle, annotation, at)]
    return "\n".join(_label(handle, annotation, at) for at in picked)


def _label(handle: object, annotation: object, at: int) -> str:
    def ask(handle: object, annotation: object, buffer: object, length: int) -> int:
        return int(pdfium.FPDFAnnot_GetOptionLabel(handle, annotation, at, buffer, length))

    return _asked(ask, handle, annotation)


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
    value = _asked(pdfium.FPDFAnnot_GetFormFieldValue, handle, annotation)
    return value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _asked(ask: Callable[[object, object, object, int], int], handle: object, annotation: object) -> str:
    """What the library answers with a text in a buffer of ours."""
    length = ask(handle, annotation, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(handle, annotation, ctypes.cast(buffer, _WIDE), length)
    return _decoded(buffer)


_WIDE = ctypes.POINTER(ctypes.c_ushort)


def _decoded(buffer: ctypes.Array[ctypes.c_char]) -> str:
    return buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
