"""Characters that a page shows, and that the file gives no letter: they may be boxes.

The file's own table of letters may leave a sign out, call it unknown or call it a blank. Whether such a
sign is a box only its picture tells: see `pdf.text.glyphs`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2.raw as pdfium

from parsers.pdf.file import Sheet
from parsers.pdf.objects import Word

UNNAMED = re.compile("[\x00-\x1f\u00a0 \ufffd-\uffff]")
"""What the library gives for a sign without a letter; a blank is one where it is seen."""

_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HYPHEN = "\x02"
"""The library's word for a hyphen at a line's end, after a letter."""

_LONE_END = re.compile("\r(?!\n)|(?<!\r)\n")
_BLANKS = re.compile("\n[ \u00a0]|[ \u00a0](?=\r)|[ \u00a0]{2,}")
"""Blanks that part no words: one that is a box stands before a label, or after it."""

_BLANK = (" ", "\u00a0")
_MOST = 400
"""Such characters looked at on one page."""

_WIDE = 0.6
"""A gap between words that is wider than this, in font sizes, may hold a sign."""

_HIGH = 1.0
"""What is larger than this both ways is seen, in points."""


def strangers(sheet: Sheet, text: str) -> Iterator[int]:
    """The numbers of the characters of a page that no letter stands for and that show something."""
    found = [match.start() for match in _NO_LETTER.finditer(text) if not _is_hyphen(text, match.start())]
    if not text.count("\r") == text.count("\n") == text.count("\r\n"):
        found += [match.start() for match in _LONE_END.finditer(text)]
    yield from found[:_MOST]
    blanks = [at for match in _BLANKS.finditer(text) for at in range(*match.span()) if text[at] != "\n"]
    blanks += [at for at in (0, len(text) - 1) if text[at : at + 1] in _BLANK]
    yield from (at for at in blanks[:_MOST] if is_seen(sheet, at))


def _is_hyphen(text: str, at: int) -> bool:
    return text[at] == _HYPHEN and text[max(at - 1, 0)].isalpha()


def between(sheet: Sheet, text: str, words: Sequence[Word]) -> Iterator[int]:
    """The same for single blanks that stand where two words of a line are far from one another."""
    for last, word in pairwise(words):
        at = word.at - 1
        if (
            word.x0 - last.x1 > _WIDE * word.style.size
            and text[at : at + 1] in _BLANK
            and abs(word.baseline - last.baseline) < 1
            and is_seen(sheet, at)
        ):
            yield at


def is_seen(sheet: Sheet, at: int) -> bool:
    """Whether a character is drawn as something: the box of its outline has a height."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(sheet.text, at, left, right, bottom, top):
        return False
    return abs(top.value - bottom.value) > _HIGH and abs(right.value - left.value) > _HIGH
