"""The words that office programs put where nothing was written yet.

Word marks them as placeholders; what another program saved or printed carries the words alone.
"""

from __future__ import annotations

import re

from parsers.keys import key

_PHRASES = (
    "Fare clic o toccare qui per immettere il testo.",
    "Fare clic o toccare qui per immettere una data.",
    "Fare clic qui per immettere testo.",
    "Fare clic qui per immettere il testo.",
    "Fare clic qui per immettere una data.",
    "Fai clic o tocca qui per immettere il testo.",
    "Fai clic qui per inserire il testo.",
    "Inserire qui il testo.",
    "Scegliere un elemento.",
    "Click or tap here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter text.",
    "Click here to enter a date.",
    "Choose an item.",
)
_KEYS = frozenset(map(key, _PHRASES))
_LONGEST = max(map(len, _PHRASES)) + 10


_LEADING = re.compile(
    rf"[ \t\u00a0]*(?:{'|'.join(re.escape(phrase) for phrase in _PHRASES)})[ \t\u00a0]*", re.IGNORECASE
)


def placeholder_end(text: str, start: int, end: int) -> int:
    """Where an answer begins that was typed behind one of these phrases; `start` where none stands there."""
    if "." not in text[start : start + _LONGEST]:
        return start
    found = _LEADING.match(text, start, end)
    return found.end() if found is not None else start


def is_placeholder(text: str) -> bool:
    """Whether the text is one of these phrases and no more."""
    return len(text) <= _LONGEST and key(text) in _KEYS
