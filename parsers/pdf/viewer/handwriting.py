"""Where something was drawn that says nothing to a program: handwriting over an answer's place, a signature.

What somebody wrote by hand in a cell makes that cell's answer doubtful; a signature does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.document import Box, Method, State
from parsers.pdf.objects import Sign, Word, middle

_SIGNED = re.compile(
    r"\W*(?:firm|timbr|sottoscri|signat|signed|sign\b|stamp\b|unterschrift|stempel)", re.IGNORECASE
)
_ABOVE = 60.0
"""So far below the word for it a signature may stand, in points."""

_SIDE, _HIGH = 10.0, 9.0
"""The room that a doubtful drawing is given among words, in points."""

DOUBT = "handwriting"


def unsigned(drawn: Sequence[Box], words: Sequence[Word]) -> tuple[Box, ...]:
    """The drawings that are no signature: none that stands by a word such as "Firma"."""
    places = [word for word in words if _SIGNED.match(word.text)] if drawn else []
    return tuple(box for box in drawn if not any(_is_by(box, word) for word in places))


def _is_by(drawn: Box, word: Word) -> bool:
    x, y = middle(drawn)
    beside = drawn[1] - 12 < word.baseline < drawn[3] + 12 and x > word.x0
    below = 0 <= y - word.baseline < _ABOVE and drawn[0] < word.x1 + 150 and drawn[2] > word.x0 - 60
    return beside or below


def is_on_line(sign: Sign, tokens: Sequence[Word | Sign]) -> bool:
    """Whether words stand on the level of a drawing."""
    y = middle(sign.box)[1]
    return any(isinstance(token, Word) and abs(token.baseline - y) < _HIGH for token in tokens)


def doubts(drawn: Sequence[Box]) -> Iterator[Sign]:
    """A mark that nobody can read for each drawing: it makes doubtful what stands there."""
    for box in drawn:
        x, y = box[0], middle(box)[1]
        place = (x, y - _HIGH / 2, min(x + _SIDE, box[2]), y + _HIGH / 2)
        yield Sign(place, State.UNSURE, Method.INK, "", 0.5, DOUBT)
