"""The boxes of a page that a mark may tick: drawn ones, fields, and characters that look like boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers import marks
from parsers.document import Box, State
from parsers.pdf.objects import Sign, Word, around

_BLANKS = re.compile(r"_{1,5}")
_OPEN, _CLOSE = "[({|│", "])}|│"


@dataclass(frozen=True, slots=True)
class Target:
    """A box that may be ticked: a sign, or characters of one word or two."""

    box: Box
    state: State
    sign: int = -1
    cuts: tuple[tuple[int, int, int], ...] = ()
    """Which characters of the page's words it is: word, start, end."""


def signs_of(signs: Sequence[Sign]) -> Iterator[Target]:
    """The drawn boxes and those of fields."""
    for at, sign in enumerate(signs):
        yield Target(sign.box, sign.state, sign=at)


def boxes_of(words: Sequence[Word]) -> Iterator[Target]:
    """The boxes that characters are: signs, typed brackets, a short line to write on."""
    for at, word in enumerate(words):
        text = word.text
        if len(text) == 1 and (not text.isascii() or marks.font_table(word.style.font)):
            look = _look(word)
            if look is not None:
                # Its picture may be ticked only by what was laid over it.
                yield Target(_tight(word.box, word), look, cuts=((at, 0, 1),))
        elif _BLANKS.fullmatch(text):
            yield Target(_tight(word.box, word), State.EMPTY, cuts=((at, 0, len(text)),))
        else:
            yield from _brackets(words, at)


def _look(word: Word) -> State | None:
    look = marks.glyph(word.text, word.style.font)
    return look.state if look is not None and look.boxed else None


def _brackets(words: Sequence[Word], at: int) -> Iterator[Target]:
    """The typed brackets in a word, or those that it opens and the next one closes."""
    word = words[at]
    if not any(sign in word.text for sign in _OPEN):
        return
    closed = False
    for found in marks.find(word.text):
        closed = closed or found.end == len(word.text)
        if found.boxed:
            box = _tight(share(word, found.start, found.end), word)
            yield Target(box, found.state, cuts=((at, found.start, found.end),))
    follower = words[at + 1] if at + 1 < len(words) else None
    if not closed and word.text[-1] in _OPEN and follower is not None and follower.text[0] in _CLOSE:
        level = abs(follower.baseline - word.baseline) < 2
        left = share(word, len(word.text) - 1, len(word.text))
        right = share(follower, 0, 1)
        if level and 0 <= right[0] - left[2] < 3 * word.style.size:
            cuts = ((at, len(word.text) - 1, len(word.text)), (at + 1, 0, 1))
            yield Target(_tight(around([left, right]), word), State.EMPTY, cuts=cuts)


def share(word: Word, start: int, end: int) -> Box:
    """The box of some characters of a word."""
    width = (word.x1 - word.x0) / len(word.text)
    return (word.x0 + start * width, word.top, word.x0 + end * width, word.bottom)


def _tight(box: Box, word: Word) -> Box:
    """The box without the room that a line keeps above and below its letters."""
    size = word.style.size
    return (box[0], word.baseline - 0.78 * size, box[2], word.baseline + 0.1 * size)
