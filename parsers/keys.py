"""Keys for comparing words: case, accents, spaces and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata


class _Folding(dict[int, str]):
    """A translation table filled as characters turn up: letters and digits folded, all else dropped."""

    def __missing__(self, code: int) -> str:
        # No folding of one character gives more than nine letters but a few Arabic ligatures.
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        folded = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))[:9]
        self[code] = folded
        return folded


_FOLDING = _Folding()
_NOTE_REFERENCE = re.compile(r"\(\d\)")


def key(text: str) -> str:
    """The text's letters and digits, folded; note references such as ``(1)`` do not count."""
    return without_references(text).translate(_FOLDING)


def without_references(text: str) -> str:
    """The text with its note references blanked, as long as before."""
    return _NOTE_REFERENCE.sub("   ", text) if "(" in text else text


class _Widths(dict[int, str]):
    """A translation table to how many letters of a key a character gives: blank for none."""

    def __missing__(self, code: int) -> str:
        self[code] = width = "123456789"[len(_FOLDING[code]) - 1] if _FOLDING[code] else " "
        return width


_WIDTHS = _Widths()


def offsets(text: str) -> list[int]:
    """For every character of ``key(text)`` the index in `text` that it comes from."""
    widths = without_references(text).translate(_WIDTHS)
    found = [index for index, width in enumerate(widths) if width != " "]
    if len(found) == widths.count("1"):
        return found
    return [index for index in found for _ in range(int(widths[index]))]


def extent(text: str) -> tuple[int, int]:
    """From where to where in the text its key comes from. The key must not be empty."""
    bare = without_references(text)
    start, end = 0, len(bare)
    while not _FOLDING[ord(bare[start])]:
        start += 1
    while not _FOLDING[ord(bare[end - 1])]:
        end -= 1
    return start, end
