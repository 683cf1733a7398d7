"""Signs that the file names beside what it shows for them: they are what their names say.

A program whose fonts lack the signs of a form writes one and the same blank, or frame, for all of them,
and names each. The library knows a name only where the font has a letter for it, and leaves out blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2.raw as pdfium

from parsers.pdf.file import Sheet
from parsers.pdf.objects import Word
from parsers.pdf.replaced import Sign
from parsers.pdf.text.hidden import address, address_of
from parsers.pdf.text.lost import Letter
from parsers.pdf.text.styles import style_of
from parsers.pdf.text.words import word_of

_WIDTH = 0.5
"""The room that a sign which shows nothing is given, in font sizes."""


def named(sheet: Sheet, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a page with its named signs as they are named, those that show nothing among them."""
    names = {address_of(sign.item): sign for sign in sheet.signs}
    if not names:
        return tuple(words)
    found: list[Word] = []
    for word in words:
        lone = len(word.text) == 1 and word.at >= 0
        sign = names.pop(address(sheet, word), None) if lone else None
        found.append(replace(word, text=sign.text) if sign else word)
    return (*found, *(_blank(sheet, sign) for sign in names.values()))


def _blank(sheet: Sheet, sign: Sign) -> Word:
    """A sign that shows nothing, where the file sets it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(sign.item, matrix)
    size = style_of(sign.item).size
    return word_of(Letter(sign.text, matrix.e, matrix.f, matrix.e + _WIDTH * size, sign.item), sheet.view)
