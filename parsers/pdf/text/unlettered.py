"""Letters in the midst of words of which the file does not say what they are.

A font may draw a sign and give no letter for it, as some programs do for "ti" and "tt" drawn as one. The
library then gives the bare code: a blank, or another letter.
"""

from __future__ import annotations

import re

import pypdfium2.raw as pdfium

from parsers.pdf.file import Sheet
from parsers.pdf.text.characters import characters
from parsers.pdf.text.strangers import is_seen

_SAMPLES = 150
"""So many characters of a page are asked before all of them are."""

_CODE = re.compile("[\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
"""What no letter has for its code; the library's hyphen aside."""

_FEWEST = 3
"""Fewer such letters in words are signs that stand close."""


def lacks_letters(sheet: Sheet) -> bool:
    """Whether words of a page have letters that nobody can tell but from its picture. Blanks need none."""
    count = pdfium.FPDFText_CountChars(sheet.text)
    text = characters(sheet.text, count)
    asked = range(0, count, max(count // _SAMPLES, 1))
    if _CODE.search(text) is None and not any(_is_code(sheet, at) for at in asked):
        return False
    codes = {at for at in range(count) if _is_code(sheet, at) and is_seen(sheet, at)}
    return sum(_is_inside(text, at, codes) for at in codes) >= _FEWEST


def _is_inside(text: str, at: int, codes: set[int]) -> bool:
    """Whether a bare code stands between two letters of a word, or other such codes."""
    sides = (at - 1, at + 1)
    if not all(side in codes or text[side : side + 1].isalpha() for side in sides if side >= 0):
        return False
    return any(side >= 0 and side not in codes and text[side : side + 1].isalpha() for side in sides)


def _is_code(sheet: Sheet, at: int) -> bool:
    return bool(pdfium.FPDFText_HasUnicodeMapError(sheet.text, at) == 1)
