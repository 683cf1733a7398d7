"""The fields of an interactive form (AcroForm) that a page shows, with what was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.fields.combs import spelt
from parsers.pdf.fields.states import Facts, asked, facts, state, string
from parsers.pdf.file import Sheet
from parsers.pdf.layers import is_off
from parsers.pdf.objects import Entry, Kind, holds, middle
from parsers.word.form_fields import is_prompt

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


@dataclass(slots=True)
class Fields:
    """A document's interactive form while its pages are read."""

    handle: object
    shown: set[str] = field(default_factory=set)
    """The names of the text fields with several places of which one was read."""


@contextmanager
def form(document: object) -> Iterator[Fields]:
    """The document's interactive form, closed at the end."""
    callbacks = pdfium.FPDF_FORMFILLINFO(version=2)
    handle = pdfium.FPDFDOC_InitFormFillEnvironment(document, callbacks)
    try:
        yield Fields(handle)
    finally:
        if handle:
            pdfium.FPDFDOC_ExitFormFillEnvironment(handle)


def entries(sheet: Sheet, fields: Fields) -> tuple[Entry, ...]:
    """The fields on a page, in the order they are stored.

    Hidden ones are left out, and all places but the first of a text that is shown in several.
    """
    if not fields.handle:
        return ()
    widgets = _widgets(sheet)
    with _with_unlisted(sheet, fields, widgets) as before:
        found = [_entry(sheet, fields, at, before.get(at)) for at in widgets]
    return tuple(spelt([one for one in found if one is not None]))


def _widgets(sheet: Sheet) -> list[int]:
    """The numbers of the annotations that are fields."""
    count = pdfium.FPDFPage_GetAnnotCount(sheet.page)
    return [at for at in range(count) if _subtype(sheet, at) == pdfium.FPDF_ANNOT_WIDGET]


def _subtype(sheet: Sheet, at: int) -> int:
    with _annotation(sheet, at) as annotation:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation)) if annotation else pdfium.FPDF_ANNOT_UNKNOWN


@contextmanager
def _annotation(sheet: Sheet, at: int) -> Iterator[object]:
    annotation = pdfium.FPDFPage_GetAnnot(sheet.page, at)
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


@contextmanager
def _with_unlisted(sheet: Sheet, fields: Fields, widgets: Sequence[int]) -> Iterator[Mapping[int, Facts]]:
    """Has the library take in a page's fields that the form does not list, where there are any.

    As it draws them anew, it gives what all said before.
    """
    if all(_kind(sheet, fields, at) >= 0 for at in widgets):
        yield {}
        return
    before = {at: _facts(sheet, at) for at in widgets}
    pdfium.FORM_OnAfterLoadPage(sheet.page, fields.handle)
    try:
        yield before
    finally:
        pdfium.FORM_OnBeforeClosePage(sheet.page, fields.handle)


def _facts(sheet: Sheet, at: int) -> Facts:
    with _annotation(sheet, at) as annotation:
        return facts(annotation)


def _kind(sheet: Sheet, fields: Fields, at: int) -> int:
    """The library's number for a field's kind; below 0 where the form does not know the field."""
    with _annotation(sheet, at) as annotation:
        return int(pdfium.FPDFAnnot_GetFormFieldType(fields.handle, annotation))


def _entry(sheet: Sheet, fields: Fields, at: int, before: Facts | None) -> Entry | None:
    with _annotation(sheet, at) as annotation:
        kind = _KINDS.get(pdfium.FPDFAnnot_GetFormFieldType(fields.handle, annotation))
        hidden = pdfium.FPDFAnnot_GetFlags(annotation) & (_HIDDEN | _NO_VIEW)
        if kind is None or hidden or is_off(sheet, annotation):
            return None
        return _field(sheet, fields, annotation, kind, before)


def _field(
    sheet: Sheet, fields: Fields, annotation: object, kind: Kind, before: Facts | None
) -> Entry | None:
    """The field, or None where its place has no room to be seen in, or where it was read elsewhere."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, rect)
    low, high = sorted((rect.bottom, rect.top))
    box = sheet.view.box(rect.left, low, rect.right, high)
    if not (1 <= box[2] - box[0] <= 5000 and 1 <= box[3] - box[1] <= 5000) or _is_beyond(sheet, box):
        return None
    if kind is Kind.TEXT:
        name = _shared_name(fields.handle, annotation)
        if name and name in fields.shown:
            return None
        fields.shown.add(name)
        return Entry(kind, box, _written(fields.handle, annotation))
    ticked, conflict = state(fields.handle, annotation, before or facts(annotation))
    return Entry(kind, box, "", ticked, conflict)


def _is_beyond(sheet: Sheet, box: Box) -> bool:
    """Whether a field's middle lies off the page."""
    return not holds((0.0, 0.0, sheet.view.width, sheet.view.height), *middle(box))


def _shared_name(handle: object, annotation: object) -> str:
    """The name of a field that has several places."""
    if pdfium.FPDFAnnot_GetFormControlCount(handle, annotation) < 2:
        return ""
    return asked(pdfium.FPDFAnnot_GetFormFieldName, handle, annotation)


def _written(handle: object, annotation: object) -> str:
    """What was filled in; nothing where the field shows what it came with to ask for an entry."""
    chosen = _chosen(handle, annotation)
    text = chosen or _value(handle, annotation)
    if text and is_prompt(text) and (chosen or text == string(annotation, b"DV").strip()):
        return ""
    return text


def _chosen(handle: object, annotation: object) -> str:
    """What a list shows as chosen: its labels, not what they are exported as; ``""`` for other fields."""
    count = min(pdfium.FPDFAnnot_GetOptionCount(handle, annotation), _MOST_OPTIONS)
    picked = [at for at in range(count) if pdfium.FPDFAnnot_IsOptionSelected(handle, annotation, at)]
    return "\n".join(_label(handle, annotation, at) for at in picked)


def _label(handle: object, annotation: object, at: int) -> str:
    def ask(handle: object, annotation: object, buffer: object, length: int) -> int:
        return int(pdfium.FPDFAnnot_GetOptionLabel(handle, annotation, at, buffer, length))

    return asked(ask, handle, annotation)


def _value(handle: object, annotation: object) -> str:
    value = asked(pdfium.FPDFAnnot_GetFormFieldValue, handle, annotation)
    return value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
