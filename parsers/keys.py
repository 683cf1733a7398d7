"""Keys for comparing words: case, accents, spaces and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata


class _Folding(dict[int, str]):
    """A translation table filled as characters turn up: letters and digits folded, all else dropped."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        folded = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))
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


def offsets(text: str) -> list[int]:
    """For every character of ``key(text)`` the index in `text` that it comes from."""
    found: list[int] = []
    for index, char in enumerate(without_references(text)):
        found.extend([index] * len(_FOLDING[ord(char)]))
    return found
