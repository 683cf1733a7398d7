"""Looks at the pictures of characters whose code says nothing sure: private code points.

LibreOffice writes a symbol whose font it has not got as one and the same code, whatever stood
there; some programs give empty and ticked boxes one code. Then only the drawn glyph tells.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from parsers import marks
from parsers.document import State
from parsers.pdf_file import Sheet
from parsers.pdf_objects import Page, Word

_SIDE = 28
"""Pixels of the small picture, each way."""

_FULL = 0.08
"""The share of ink in a box's middle from which something stands in it."""

_MOST = 400
"""Characters looked at on one page."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How one character looks."""

    word: int
    """Its number among the page's words."""
    ink: float
    """The share of ink in the middle quarter of what is drawn, 0 to 1."""


def glimpses(sheet: Sheet, words: Sequence[Word]) -> tuple[Glimpse, ...]:
    """The pictures of a page's boxes that are private code points."""
    found = []
    for at, word in enumerate(words):
        if len(word.text) == 1 and "\ue000" <= word.text <= "\uf8ff" and len(found) < _MOST:
            look = marks.glyph(word.text, word.style.font)
            if look is not None and look.boxed:
                found.append(Glimpse(at, _ink(sheet, word)))
    return tuple(found)


def _ink(sheet: Sheet, word: Word) -> float:
    """The share of ink in the middle of a character's picture."""
    pad = 0.1 * word.style.size
    x0, top = word.x0 - pad, word.top - pad
    scale = _SIDE / max(word.x1 - word.x0 + 2 * pad, word.bottom - word.top + 2 * pad)
    bitmap = pdfium.FPDFBitmap_Create(_SIDE, _SIDE, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, _SIDE, _SIDE, 0xFFFFFFFF)
        matrix = pdfium.FS_MATRIX(scale, 0, 0, scale, -x0 * scale, -top * scale)
        clip = pdfium.FS_RECTF(0, 0, _SIDE, _SIDE)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, sheet.page, matrix, clip, 0)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), _SIDE * _SIDE * 4)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return _middle_ink(data[1::4])


def _middle_ink(light: bytes) -> float:
    dark = [divmod(at, _SIDE) for at, value in enumerate(light) if value < 140]
    if not dark:
        return 0.0
    top, bottom = min(y for y, _ in dark), max(y for y, _ in dark)
    left, right = min(x for _, x in dark), max(x for _, x in dark)
    down, across = (bottom - top + 1) / 4, (right - left + 1) / 4
    inner = [
        (y, x) for y, x in dark if top + down <= y <= bottom - down and left + across <= x <= right - across
    ]
    return len(inner) / max(4 * down * across, 1.0)


def decided(pages: Sequence[Page], seen: Sequence[Sequence[Glimpse]]) -> tuple[Page, ...]:
    """The pages with a state on each character whose picture says other than its code does."""
    full: dict[str, set[bool]] = {}
    for page, found in zip(pages, seen, strict=True):
        for glimpse in found:
            full.setdefault(page.words[glimpse.word].text, set()).add(glimpse.ink >= _FULL)
    return tuple(_decided(page, found, full) for page, found in zip(pages, seen, strict=True))


def _decided(page: Page, found: Sequence[Glimpse], full: dict[str, set[bool]]) -> Page:
    looks = {glimpse.word: _look(page.words[glimpse.word], glimpse, full) for glimpse in found}
    if not any(looks.values()):
        return page
    return replace(
        page,
        words=tuple(
            replace(word, look=looks[at]) if looks.get(at) else word for at, word in enumerate(page.words)
        ),
    )


def _look(word: Word, glimpse: Glimpse, full: dict[str, set[bool]]) -> State | None:
    """What the picture says, or None where it says what the code does, or nothing."""
    look = marks.glyph(word.text, word.style.font)
    if look is None:
        return None
    drawn = State.TICKED if glimpse.ink >= _FULL else State.EMPTY
    if len(full[word.text]) > 1:
        return drawn
    if not marks.font_table(word.style.font):
        # A font of letters draws one sign for all codes it lacks: codes that differ still tell,
        # but a single one may stand for boxes and ticks alike.
        return State.UNSURE if len(full) == 1 else None
    return None if drawn is look.state else State.UNSURE
