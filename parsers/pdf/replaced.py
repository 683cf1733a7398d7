"""Texts that the file says in other words than their own letters (``/ActualText``).

Programs that tag a page say so of every word or line. The library then sets all of its letters down in one
and the same place, and leaves out those that come twice. Where the letters themselves say the same, the
other words are taken off, and each letter stands where it is seen.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

_NAME = b"ActualText"
_MOST, _DEEPEST, _MOST_MARKS = 20_000, 4, 20
_LONGEST = 20_000
"""Bytes of a replacement."""

_WIDE = ctypes.POINTER(ctypes.c_ushort)
_BYTES = ctypes.POINTER(ctypes.c_ubyte)
_SPELT = (
    (b"\xfe\xff", "utf-16-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"", "latin-1"),
)
"""How a text is spelt, by what it begins with."""


_SIGN = re.compile("[\ue000-\uf8ff\u2190-\u2bff\U0001f000-\U000fffff]")
"""What may be a box or a tick, and is no letter."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that the file names beside what it shows for it."""

    text: str
    item: object
    """The text that stands for it, a handle of the library."""


@dataclass(slots=True)
class _Stretch:
    """What one replacement stands for."""

    said: str
    marked: list[tuple[object, object]] = field(default_factory=list)
    """Handles of the texts, each with that of its mark."""


def take_off(document: object, page: object, index: int) -> tuple[Sign, ...]:
    """Takes the replacements off an open page whose letters say the same; `index` is its number from 0.

    Returns the signs that replacements name.
    """
    found = _stretches(page)
    _tell_apart(document, page, index, found)
    return tuple(
        Sign(stretch.said.strip(), stretch.marked[0][0])
        for stretch in found
        if len(stretch.marked) == 1 and _SIGN.fullmatch(stretch.said.strip())
    )


def _tell_apart(document: object, page: object, index: int, found: list[_Stretch]) -> None:
    """Takes off the replacements of some stretches of a page whose letters say the same."""
    # One letter alone stands where it is seen.
    longer = any(len(stretch.said) > 1 for stretch in found)
    bare = pdfium.FPDF_LoadPage(document, index) if longer else None
    if not bare:
        return
    try:
        own = _own(bare)
    finally:
        pdfium.FPDF_ClosePage(bare)
    for stretch, letters in zip(found, own, strict=False):
        if _plain(letters) == _plain(stretch.said):
            _unmark(stretch)


def _stretches(page: object) -> list[_Stretch]:
    """The replacements of a page, in the order of their texts."""
    found: dict[int, _Stretch] = {}
    count = pdfium.FPDFPage_CountObjects(page)
    for item in _texts((pdfium.FPDFPage_GetObject(page, at) for at in range(count)), _DEEPEST):
        for at in range(min(pdfium.FPDFPageObj_CountMarks(item), _MOST_MARKS)):
            mark = pdfium.FPDFPageObj_GetMark(item, at)
            said = _said(mark)
            if said:
                key = ctypes.addressof(mark.contents)
                found.setdefault(key, _Stretch(said)).marked.append((item, mark))
    return list(found.values())


def _texts(items: Iterator[object], depth: int) -> Iterator[object]:
    """The texts among some things of a page and in the forms among them."""
    for item, _ in zip(items, range(_MOST), strict=False):
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            inner = range(pdfium.FPDFFormObj_CountObjects(item))
            yield from _texts((pdfium.FPDFFormObj_GetObject(item, at) for at in inner), depth - 1)


def _said(mark: object) -> str:
    """The replacement that a mark gives, or nothing."""
    length = ctypes.c_ulong()
    # As bytes: the library's own text of it takes each byte for a letter.
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, _NAME, None, 0, length)
    if not 0 < length.value <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length.value)
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, _NAME, ctypes.cast(buffer, _BYTES), length.value, length)
    return next(
        (
            buffer.raw[len(sign) :].decode(how, "replace")
            for sign, how in _SPELT
            if buffer.raw.startswith(sign)
        )
    )


def _own(page: object) -> list[str]:
    """What the letters of the stretches of a page say, which loses its replacements for it."""
    stretches = _stretches(page)
    for stretch in stretches:
        _unmark(stretch)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        return ["".join(_letters(text, item) for item, _ in stretch.marked) for stretch in stretches]
    finally:
        pdfium.FPDFText_ClosePage(text)


def _unmark(stretch: _Stretch) -> None:
    for item, mark in stretch.marked:
        pdfium.FPDFPageObj_RemoveMark(item, mark)


def _letters(text: object, item: object) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    pdfium.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, _WIDE), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _plain(text: str) -> str:
    """A text without blanks, soft hyphens and how its letters are put together."""
    shown = unicodedata.normalize("NFKC", text.replace("\u00ad", "-").replace("\x02", "-"))
    return "".join(shown.split())
