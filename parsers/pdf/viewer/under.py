"""The words of a page that things put on it lie over: hidden, struck, underlined, ringed by them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from parsers.document import Box, Emphasis
from parsers.pdf.objects import Added, Point, Word, holds
from parsers.pdf.viewer.pen import meet
from parsers.pdf.viewer.targets import Target, share

_BELOW = 0.5
"""How far below its baseline a line under a word may run, in font sizes."""

_BY = 1.2
"""So far from its words a box may stand, in font sizes."""

_LEADERS = re.compile(r"[._…]{3,}|…+")


def through(one: Added, word: Word) -> Emphasis | None:
    """Whether strokes run through or under a word from end to end, and which it is."""
    size = word.style.size
    band = (word.x0, word.baseline - 0.85 * size, word.x1, word.baseline + _BELOW * size)
    if not meet(one.box, band):
        return None
    inside = [(x, y) for x, y, _ in one.dots if holds(band, x, y)]
    if not inside or max(inside)[0] - min(inside)[0] <= 0.6 * (word.x1 - word.x0):
        return None
    level = sum(y for _, y in inside) / len(inside)
    return Emphasis.UNDERLINED if level > word.baseline - 0.08 * size else Emphasis.STRUCK


def lined(one: Added, words: Sequence[Word], boxed: Container[int]) -> list[tuple[int, Emphasis]]:
    """The words, without those that are boxes, that strokes run through or under, and which it is."""
    found = [(at, through(one, word)) for at, word in enumerate(words) if at not in boxed]
    return [(at, dress) for at, dress in found if dress is not None]


def next_to(first: Word, last: Word, targets: Sequence[Target]) -> list[int]:
    """The one box that words stand right beside, or clearly nearer than any other."""
    found = []
    for at, target in enumerate(targets):
        x0, top, x1, bottom = target.box
        for gap, word in ((first.x0 - x1, first), (x0 - last.x1, last)):
            if 0 <= gap < _BY * word.style.size and top < word.baseline < bottom + 3:
                found.append((gap, at))
    found.sort()
    clear = len(found) == 1 or (len(found) > 1 and found[0][0] < 0.6 * found[1][0])
    return [found[0][1]] if clear else []


def uncovered(word: Word, typed: Sequence[Added]) -> Word | None:
    """A word without its dots, where something was typed over them."""
    found = _LEADERS.search(word.text)
    if found is None or found.end() != len(word.text):
        return word
    box = share(word, found.start(), found.end())
    for one in typed:
        over = min(one.box[2], box[2]) - max(one.box[0], box[0])
        level = one.box[1] < word.baseline < one.box[3] + 0.6 * word.style.size
        if over > 2 and level:
            return replace(word, text=word.text[: found.start()], x1=box[0]) if found.start() else None
    return word


def is_over(part: Box, word: Word) -> bool:
    """Whether a marked area lies over most of a word."""
    over = min(part[2], word.x1) - max(part[0], word.x0)
    y = word.baseline - 0.3 * word.style.size
    return over > 0.5 * (word.x1 - word.x0) and part[1] <= y <= part[3]


def heart(word: Word) -> Point:
    """The point in the middle of a word's letters."""
    return ((word.x0 + word.x1) / 2, word.baseline - 0.3 * word.style.size)


def left(word: Word, gone: Sequence[tuple[int, int]]) -> list[Word]:
    """A word without some of its characters, from and to."""
    found, at = [], 0
    for start, end in (*gone, (len(word.text), len(word.text))):
        if start > at:
            box = share(word, at, start)
            found.append(replace(word, text=word.text[at:start], x0=box[0], x1=box[2]))
        at = end
    return found


def is_copy(one: Added, words: Sequence[Word]) -> bool:
    """Whether what is said about marked words is those words: some viewers copy them."""
    under = "".join(word.text for word in words if any(is_over(part, word) for part in one.parts))
    return "".join(one.remark.split()) in under
