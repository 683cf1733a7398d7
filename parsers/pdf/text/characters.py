"""The characters of a page as one text, in which each stands at the number that the PDF library gives it."""

from __future__ import annotations

import ctypes
import re
import sys

import pypdfium2.raw as pdfium

HYPHEN = "\x02"
"""The library's word for a hyphen at a line's end; no blank follows it."""

_UNKNOWN = 0xFFFD
_IN_TWO = re.compile("[\ud800-\udfff]")
_OTHERWISE = "\ufffe"
"""What the library's text of a page has for a character that it knows by another code, a hyphen mostly."""


def characters(handle: object, count: int) -> str:
    """The `count` characters of an open text page.

    Asked for one by one they take a tenth of the reading; the text as a whole leaves some of them out,
    and has others in two halves, and serves where it does neither.
    """
    buffer = ctypes.create_string_buffer(2 * (2 * count + 2))
    size = pdfium.FPDFText_GetText(handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * max(size - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count or _IN_TWO.search(text):
        return "".join(_character(handle, at) for at in range(count))
    if _OTHERWISE not in text:
        return text
    return "".join(_character(handle, at) if char == _OTHERWISE else char for at, char in enumerate(text))


def _character(handle: object, at: int) -> str:
    """One character; a damaged font may name one that does not exist."""
    code: int = pdfium.FPDFText_GetUnicode(handle, at)
    return chr(code if code <= sys.maxunicode else _UNKNOWN)
