"""Characters that cannot be written, or cannot be seen, made visible. The rest of a text is left as it is."""

from __future__ import annotations

import re

CUT = " […]"
"""What stands at the end of a text that was cut."""

_PICTURES = 0x2400
_DELETE = 0x7F
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with control characters as their pictures (``␀`` …) and what no file can hold as ``�``.

    Line feeds and tabs stay. One character becomes one character.
    """
    return _UNWRITABLE.sub(_picture, text)


def unambiguous(text: str) -> str:
    """As `visible`, and characters that turn the writing direction spelled out (``[U+202E]``)."""
    return _DIRECTIONS.sub(lambda match: f"[U+{ord(match[0]):04X}]", visible(text))


def width(text: str) -> int:
    """How many characters a spreadsheet counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text, or where it is wider than `limit` as much of it as fits with the marker ``[…]``."""
    if 2 * len(text) <= limit or width(text) <= limit:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - len(CUT))]
    return units.decode("utf-16-le", "ignore") + CUT


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return chr(_PICTURES + 0x21) if code == _DELETE else _REPLACEMENT
