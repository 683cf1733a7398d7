"""Words and boxes as the tokens of a row of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from parsers import marks
from parsers.document import State
from parsers.pdf.objects import Sign, Word, middle

Token: TypeAlias = Word | Sign

BLANK = 0.25
"""About how wide a blank is, in font sizes."""

_CROSSES = frozenset("xXvV")

_SELECTORS = "\ufe0e\ufe0f"
"""What may follow a sign to say how it is to be drawn."""


def size_of(token: Token) -> float:
    """The font size of a word, or about that of the words beside a box."""
    return token.style.size if isinstance(token, Word) else min(max(token.box[3] - token.box[1], 1.0), 12.0)


def baseline(token: Token) -> float:
    """Where a token stands, in points from the top."""
    if isinstance(token, Word):
        return token.baseline
    # A drawn box is centred on the height of the capital letters beside it.
    return middle(token.box)[1] + 0.3 * min(token.box[3] - token.box[1], 12.0)


def is_box(token: Token) -> bool:
    """Whether a token is a box."""
    if isinstance(token, Sign):
        return True
    sign = token.text.rstrip(_SELECTORS)
    return len(sign) == 1 and not sign.isascii() and marks.glyph(sign, token.style.font) is not None


def is_empty_box(token: Token) -> bool:
    """Whether a token is a box that nobody ticked."""
    if isinstance(token, Sign):
        return token.state is State.EMPTY
    if not is_box(token):
        return False
    look = marks.glyph(token.text.rstrip(_SELECTORS), token.style.font)
    return look is not None and look.state is State.EMPTY


def is_tick(token: Token) -> bool:
    """Whether a token is a box or a tick, or begins with one."""
    if isinstance(token, Sign):
        return True
    sign = token.text[0]
    if sign.isascii():
        return sign in _CROSSES and (len(token.text) == 1 or not token.text[1:].isascii())
    return marks.glyph(sign, token.style.font) is not None


def gap(row: Sequence[Token], at: int) -> float:
    """How wide the gap before a token is, in font sizes."""
    before, token = row[at - 1], row[at]
    return (token.box[0] - before.box[2]) / max(size_of(before), size_of(token))
