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
from parsers.pdf.text.lost import Letter, unshown
from parsers.pdf.text.styles import style_of
from parsers.pdf.text.words import word_of

_WIDTH = 0.5
"""The room that a sign for which a blank stands is given, in font sizes."""


def named(sheet: Sheet, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a page with its named signs as they are named, those that show nothing among them."""
    if sheet.signs is None:
        return tuple(words)
    names = {address_of(sign.item): sign for sign in sheet.signs}
    found: list[Word] = []
    for word in words:
        lone = len(word.text) == 1 and word.at >= 0
        sign = names.pop(address(sheet, word), None) if lone else None
        found.append(replace(word, text=sign.text) if sign else word)
    for letter in unshown(sheet):
        sign = names.pop(address_of(letter.item), None)
        found.append(word_of(replace(letter, text=sign.text) if sign else letter, sheet.view))
    return (*found, *(_blank(sheet, sign) for sign in names.values()))


def _blank(sheet: Sheet, sign: Sign) -> Word:
    """A sign for which the file sets a blank."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(sign.item, matrix)
    right = matrix.e + _WIDTH * style_of(sign.item).size
    return word_of(Letter(sign.text, matrix.e, matrix.f, right, sign.item), sheet.view)
