"""Letters whose codes a program wrote a byte too far: ``afﬁdo`` read as ``af昀椀do``, ``è`` as ``攃``.

Ghostscript does so in its table of letters, for ligatures and for accents that stand apart. Each character
is then the right one's low byte and the next one's high byte, and so tells both.
"""

from __future__ import annotations

import re
from string import ascii_letters

_LIGATURE = {chr(ord(letter) << 8): letter for letter in ascii_letters}
_ACCENTED = {chr(ord(letter) << 8 | 3): letter for letter in ascii_letters}
_SHIFTED = re.compile("[" + "".join(_LIGATURE) + "]|([" + "".join(_ACCENTED) + "])(.?)", re.DOTALL)
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NO_LETTER = "\0\ufffe\uffff"
"""What is given for the low byte of a grave accent, which is naught."""


def shifted_back(text: str) -> str:
    """A page's text with such letters put right, one for one; as it is where it is an Eastern one."""
    if text.isascii() or _EASTERN.search(text) is None:
        return text
    back = _SHIFTED.sub(_back, text)
    return text if _EASTERN.search(back) else back


def _back(match: re.Match[str]) -> str:
    letter, rest = match.group(1), match.group(2)
    if not letter:
        return _LIGATURE[match.group()]
    code = 0 if rest in _NO_LETTER else ord(rest)
    if not rest or code & 0xFF or code >= 0x7000:
        return match.group()
    return _ACCENTED[letter] + chr(0x300 | code >> 8)
