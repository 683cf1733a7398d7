"""Looks at the pictures of characters whose code says nothing sure, or that have no letter at all.

LibreOffice writes a symbol whose font it has not got as one and the same code, whatever stood
there; some programs give empty and ticked boxes one code, or a letter, or none. Then only the
drawn glyph tells. What it means among others, `lettering` tells.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

from parsers import marks
from parsers.document import Box
from parsers.pdf.drawn.pixels import Frame, Seen, seen
from parsers.pdf.file import Sheet
from parsers.pdf.objects import Word
from parsers.pdf.text.strangers import UNNAMED

SIDE = 28
"""Pixels of the small picture, each way."""

_MOST = 400
"""Characters looked at on one page."""

_LARGEST = 3000
"""Pixels of the picture of a stretch of text, the longer way."""

_KINDS = 5
"""So many different letters of one font are letters, and no boxes."""

_LIGHT = bytes(range(255, -1, -1))
"""What is left of white paper under ink of each depth."""

_FEWEST = 3
"""So many boxes of one code on a page, and no other, may be empty and ticked ones."""

_ROUND = frozenset("O0QCGD689@&©®°¤øØºª•·")
"""Characters that look like a ring, with something in it or not, and are none."""

_LOW = frozenset("oaceg")
"""The same, but no higher than small letters are."""

_HIGH = 0.62
"""The height in font sizes from which on a ring is no small letter."""

_SMALL = 0.45
"""A ring no higher than this, in font sizes, is a degree."""

_SQUARE = frozenset("0OD8B#")
_KNOWN = frozenset(("symbol", "wingdings", "zapfdingbats"))
"""Fonts of which every ring is known."""

_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf02d")
"""What office programs set before the items of lists."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How one character looks."""

    word: int
    """Its number among the page's words."""
    seen: Seen
    coded: bool = True
    """Whether its code is that of a box."""


def glimpses(sheet: Sheet, words: Sequence[Word]) -> tuple[Glimpse, ...]:
    """The pictures of a page's characters that are private code points, or of which the code says nothing."""
    lone = [
        (at, word)
        for at, word in enumerate(words)
        if len(word.text) == 1 and word.at >= 0 and not word.style.hidden
    ]
    coded = [at for at, word in lone if _is_coded(sheet, word)]
    found = [Glimpse(at, _seen(sheet, words[at])) for at in coded[:_MOST]]
    known = set(coded)
    hollow = {words[glimpse.word].style.font for glimpse in found if _is_hollow(glimpse.seen)}
    strange = list(_strange(sheet, [(at, word) for at, word in lone if at not in known], words))
    hollow |= {words[at].style.font for at, picture in strange if _is_hollow(picture)}
    found.extend(
        Glimpse(at, picture, coded=False)
        for at, picture in strange
        if not _is_ornament(words[at], picture) or words[at].style.font in hollow
    )
    return tuple(found) or _alike(sheet, lone)


def _is_coded(sheet: Sheet, word: Word) -> bool:
    """Whether a character is a box by a code that may mislead: a private one, or one of a font of signs."""
    if word.text > "\uf8ff" or ("\xff" < word.text < "\ue000"):
        return False
    private = word.text >= "\ue000"
    if not private and not marks.font_table(word.style.font):
        return False
    look = marks.glyph(word.text, word.style.font)
    return look is not None and look.boxed and (_is_embedded(sheet, word) or private)


def _is_embedded(sheet: Sheet, word: Word) -> bool:
    """Whether the file holds the font of a character: else its picture is another font's."""
    item = pdfium.FPDFText_GetTextObject(sheet.text, word.at)
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    # A font without a name is made of drawings that stand in the file.
    return bool(font) and (not word.style.font or pdfium.FPDFFont_GetIsEmbedded(font) == 1)


def _alike(sheet: Sheet, lone: Sequence[tuple[int, Word]]) -> tuple[Glimpse, ...]:
    """The pictures of a page's boxes where all of them have one code, as if nobody had ticked any."""
    boxes = [(at, word) for at, word in lone if word.text > "\xff" and is_box(word)]
    if len(boxes) < _FEWEST or len({(word.text, word.style.font) for _, word in boxes}) > 1:
        return ()
    if not _is_embedded(sheet, boxes[0][1]):
        return ()
    return tuple(Glimpse(at, _seen(sheet, word)) for at, word in boxes[:_MOST])


def is_box(word: Word) -> bool:
    """Whether a character is a box by its code."""
    look = marks.glyph(word.text, word.style.font)
    return look is not None and look.boxed


def _strange(
    sheet: Sheet, lone: Sequence[tuple[int, Word]], words: Sequence[Word]
) -> Iterator[tuple[int, Seen]]:
    """The characters whose code says nothing, and how they look: those with a frame, and those unnamed."""
    wordy = {word.style.font for word in words if len(word.text) > 1} | _spelling(lone)
    refused: set[tuple[str, str]] = set()
    looked = 0
    for at, word in lone:
        key = (word.style.font, word.text)
        unnamed = UNNAMED.match(word.text) is not None
        if key in refused and not unnamed:
            continue
        if not (unnamed or _may_be_box(sheet, word, wordy)):
            refused.add(key)
            continue
        looked += 1
        picture = _seen(sheet, word) if looked <= _MOST else Seen(None)
        lettered = not unnamed and not _is_code(sheet, word)
        if unnamed or (picture.frame is not None and not (lettered and _is_letter(word, picture))):
            yield at, picture
        else:
            refused.add(key)


def _is_hollow(picture: Seen) -> bool:
    """Whether a picture is that of an empty ring as high as a capital letter, about."""
    return picture.frame is Frame.RING and not picture.full and picture.size > _SMALL


def _is_ornament(word: Word, picture: Seen) -> bool:
    """Whether a ring is one that its font is not known for: a number in a ring, a clock, degrees.

    Not so where the font has empty rings as well.
    """
    named = UNNAMED.match(word.text) is None and marks.font_table(word.style.font) in _KNOWN
    return named and picture.frame is Frame.RING


def _spelling(lone: Sequence[tuple[int, Word]]) -> set[str]:
    """The fonts of letters that stand apart: an alphabet, initials. Boxes are of few kinds."""
    letters: dict[str, set[str]] = {}
    for _, word in lone:
        if word.text.isascii() and word.text.isalnum():
            letters.setdefault(word.style.font, set()).add(word.text)
    return {font for font, found in letters.items() if len(found) > _KINDS}


def _may_be_box(sheet: Sheet, word: Word, wordy: set[str]) -> bool:
    """Whether a character may be a sign that the file calls a letter.

    It is one of a font that writes no words here, or has no letter and was given its bare code.
    """
    if "\xff" < word.text < "\ue000" or word.text > "\uf8ff" or word.text in _BULLETS:
        return False
    if marks.glyph(word.text, word.style.font) is not None:
        return False
    if _is_code(sheet, word):
        return True
    signs = marks.font_table(word.style.font) or word.style.font not in wordy
    return bool(signs) and _is_embedded(sheet, word)


def _is_code(sheet: Sheet, word: Word) -> bool:
    """Whether the file has no letter for a character, and its bare code stands for one."""
    return bool(pdfium.FPDFText_HasUnicodeMapError(sheet.text, word.at) == 1)


def _is_letter(word: Word, picture: Seen) -> bool:
    """Whether the picture of a frame may be that of the letter that it is called."""
    if picture.frame is Frame.SQUARE:
        return word.text in _SQUARE
    return word.text in _ROUND or (word.text in _LOW and picture.size < _HIGH)


def _seen(sheet: Sheet, word: Word) -> Seen:
    """What the picture of a character shows; nothing else that is drawn there."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(sheet.text, word.at, left, right, bottom, top)
    box = (left.value, bottom.value, right.value, top.value)
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        return Seen(None)
    high = (box[3] - box[1]) / word.style.size
    alone = _alone(sheet, word, box)
    if alone is not None:
        return replace(alone, size=high)
    shown = x0, y0, x1, y1 = sheet.view.box(*box)
    scale = SIDE / max(x1 - x0, y1 - y0)
    found = seen(picture(sheet, shown), SIDE, round((x1 - x0) * scale), round((y1 - y0) * scale))
    return replace(found, size=high)


def _alone(sheet: Sheet, word: Word, box: Box) -> Seen | None:
    """The same from a picture of the stretch of text that a character is part of, or None for a long one."""
    item = pdfium.FPDFText_GetTextObject(sheet.text, word.at)
    sides = tuple(ctypes.c_float() for _ in range(4))
    if not item or not pdfium.FPDFPageObj_GetBounds(item, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    inside = left - 1 <= box[0] and bottom - 1 <= box[1] and box[2] <= right + 1 and box[3] <= top + 1
    scale = SIDE / max(box[2] - box[0], box[3] - box[1])
    if not inside or max(right - left, top - bottom) * scale > _LARGEST:
        return None
    bitmap = pdfium.FPDFTextObj_GetRenderedBitmap(sheet.document, sheet.page, item, scale)
    if not bitmap:
        return None
    try:
        x0, y0 = max(round((box[0] - left) * scale), 0), max(round((top - box[3]) * scale), 0)
        x1 = min(round((box[2] - left) * scale) + 1, pdfium.FPDFBitmap_GetWidth(bitmap))
        y1 = min(round((top - box[1]) * scale) + 1, pdfium.FPDFBitmap_GetHeight(bitmap))
        return _read(bitmap, x0, y0, x1, y1)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _read(bitmap: object, x0: int, y0: int, x1: int, y1: int) -> Seen | None:
    """What a part of a picture with nothing behind its ink shows."""
    if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA or x1 <= x0 or y1 <= y0:
        return None
    stride, start = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetBuffer(bitmap)
    data = ctypes.string_at(start, stride * pdfium.FPDFBitmap_GetHeight(bitmap))
    rows = [data[y * stride + 4 * x0 + 3 : y * stride + 4 * x1 : 4] for y in range(y0, y1)]
    light = b"".join(rows).translate(_LIGHT)
    return seen(light, x1 - x0, x1 - x0, y1 - y0)


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
    # A line of any colour counts as dark as its darkest part.
    return bytes(map(min, data[0::4], data[1::4], data[2::4]))
