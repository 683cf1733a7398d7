"""Keys for comparing words: case, accents, spaces and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from itertools import compress


class _Folding(dict[int, str | None]):
    """A translation table filled as characters turn up: letters and digits folded, all else dropped.

    None drops a character: with it plain text is translated many times faster than with ``""``.
    """

    def __missing__(self, code: int) -> str | None:
        # No folding of one character gives more than nine letters but a few Arabic ligatures.
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        folded = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))[:9]
        self[code] = found = folded or None
        return found


_FOLDING = _Folding()
_ACCENTED = re.compile(r"[^\x00-\x7f]")
_LONG = 50
"""From how many characters on that is worth the while."""
_NOTE_REFERENCE = re.compile(r"[(（]\d[)）]")


def key(text: str) -> str:
    """The text's letters and digits, folded; note references such as ``(1)`` do not count."""
    bare = without_references(text)
    return (bare if bare.isascii() else _plainer(bare)).translate(_FOLDING)


def _plainer(text: str) -> str:
    """A long text with its accented letters folded first, since only plain text is translated fast."""
    if len(text) < _LONG:
        return text
    for char in set(_ACCENTED.findall(text)):
        folded = _FOLDING[ord(char)] or ""
        if folded.isascii() and folded == folded.lower():
            text = text.replace(char, folded)
    return text


def without_references(text: str) -> str:
    """The text with its note references blanked, as long as before."""
    return _NOTE_REFERENCE.sub("   ", text) if "(" in text or "（" in text else text


class _Widths(dict[int, str]):
    """A translation table to how many letters of a key a character gives, as digits; a null for none."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDING[code]
        self[code] = width = "123456789"[len(folded) - 1] if folded else "\0"
        return width


_WIDTHS = _Widths()


def offsets(text: str) -> list[int]:
    """For every character of ``key(text)`` the index in `text` that it comes from."""
    bare = without_references(text)
    widths = (bare if bare.isascii() else _simpler(bare)).translate(_WIDTHS).encode()
    found = list(compress(range(len(widths)), widths))
    if len(found) == widths.count(b"1"):
        return found
    return [index for index in found for _ in range(widths[index] - ord("0"))]


def _simpler(text: str) -> str:
    """A long text with others for its accented letters and signs, as wide as they are, as in `_plainer`."""
    if len(text) < _LONG:
        return text
    for char in set(_ACCENTED.findall(text)):
        width = _WIDTHS[ord(char)]
        if width in "1\0":
            text = text.replace(char, "x" if width == "1" else " ")
    return text


def extent(text: str) -> tuple[int, int]:
    """From where to where in the text its key comes from. The key must not be empty."""
    bare = without_references(text)
    start, end = 0, len(bare)
    while not _FOLDING[ord(bare[start])]:
        start += 1
    while not _FOLDING[ord(bare[end - 1])]:
        end -= 1
    return start, end
