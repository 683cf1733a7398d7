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
from parsers.document import Box, State
from parsers.pdf_file import Sheet
from parsers.pdf_objects import Page, Word

SIDE = 28
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
    found: list[Glimpse] = []
    for at, word in enumerate(words):
        if len(word.text) == 1 and "\ue000" <= word.text <= "\uf8ff" and len(found) < _MOST:
            look = marks.glyph(word.text, word.style.font)
            if look is not None and look.boxed:
                found.append(Glimpse(at, _ink(sheet, word)))
    return tuple(found)


def _ink(sheet: Sheet, word: Word) -> float:
    """The share of ink in the middle of a character's picture.

    Only its own outline is looked at: a ruling line may run close by.
    """
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(sheet.text, word.at, left, right, bottom, top)
    x0, y0, x1, y1 = sheet.view.box(left.value, bottom.value, right.value, top.value)
    if x1 - x0 < 1 or y1 - y0 < 1:
        return 0.0
    scale = SIDE / max(x1 - x0, y1 - y0)
    return _middle_ink(picture(sheet, (x0, y0, x1, y1)), (x1 - x0) * scale, (y1 - y0) * scale)


def picture(sheet: Sheet, box: Box) -> bytes:
    """What a page shows in a box, enlarged to `SIDE` pixels the longer way: the light of each, 0 to 255."""
    x0, y0, x1, y1 = box
    scale = SIDE / max(x1 - x0, y1 - y0)
    bitmap = pdfium.FPDFBitmap_Create(SIDE, SIDE, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, SIDE, SIDE, 0xFFFFFFFF)
        matrix = pdfium.FS_MATRIX(scale, 0, 0, scale, -x0 * scale, -y0 * scale)
        clip = pdfium.FS_RECTF(0, 0, SIDE, SIDE)
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, sheet.page, matrix, clip, 0)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), SIDE * SIDE * 4)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return data[1::4]


def _middle_ink(light: bytes, width: float, height: float) -> float:
    """The share of dark pixels in the middle quarter of a picture's upper left `width` by `height`."""
    across = range(round(width / 4), round(3 * width / 4))
    down = range(round(height / 4), round(3 * height / 4))
    dark = sum(light[y * SIDE + x] < 140 for y in down for x in across)
    return dark / max(len(across) * len(down), 1)


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
