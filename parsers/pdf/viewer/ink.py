"""What is drawn or typed on a page itself, over its words and boxes: by somebody, and then printed into it.

A page's own rules, frames and boxes are known before; the rest is read as what a viewer's pen drew. A
sign that lies over a printed box was typed there afterwards: print never lies over print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers import marks
from parsers.document import Box, Method, State
from parsers.pdf.objects import (
    Added,
    Point,
    Rule,
    Shape,
    Sign,
    Tool,
    Way,
    Word,
    area,
    holds,
    letter_middle,
    middle,
)
from parsers.pdf.viewer.pen import beside, is_blot, meet, room_beside, touch
from parsers.pdf.viewer.refusals import is_refusal
from parsers.pdf.viewer.targets import boxes_of, signs_of

_MOST = 600
"""More strokes than these are a drawing."""

_HIGHEST = 45.0
_LONGEST = 400.0
"""What is higher or longer than that is no mark, in points."""

_LETTERS = 2
"""A sign typed over a box has no more."""

_SHORTEST, _DASH = 3.0, 20.0
"""A dash in a box is so long, in points."""

_LEVEL = 0.6
"""Pieces of one line lie no further apart in height, in points."""

_OUT = 0.4
"""A stroke may stick out of its box by so much of the box's side before that means anything."""

_SIGNS = frozenset(["x", "X", "xx", "XX", "×", "v", "V", "√", "+", "*"])
"""What people type for a tick; short words of the language are none here."""

_OVER = 0.5
"""The share of a letter, or of the box, from which on the letter lies over the box."""


_NEAR = 40.0
"""So far away, in points, the next word of a line may stand."""

_BLANKS = 6
"""So many blanks and line ends may stand between two words that were printed one after the other."""


def overshooting(ink: Sequence[Shape], boxes: Sequence[Box]) -> frozenset[int]:
    """The strokes that stick out of a box by a good part: by their ids. Their shape tells what they mean."""
    if not ink or len(ink) > _MOST:
        return frozenset()
    return frozenset(
        id(shape) for shape in ink if shape.points and any(_sticks_out(shape.box, box) for box in boxes)
    )


def _sticks_out(stroke: Box, box: Box) -> bool:
    room = _OUT * (box[2] - box[0])
    return meet(stroke, box) and (
        stroke[0] < box[0] - room
        or stroke[1] < box[1] - room
        or stroke[2] > box[2] + room
        or stroke[3] > box[3] + room
    )


def drawn_over(ink: Sequence[Shape], words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Added, ...]:
    """The strokes and rings over words, over or by boxes, without those that a box was read with."""
    if not ink or len(ink) > _MOST:
        return ()
    return tuple(_over(ink, words, signs))


def _over(ink: Sequence[Shape], words: Sequence[Word], signs: Sequence[Sign]) -> Iterator[Added]:
    near = [(word.x0, word.top, word.x1, word.bottom + 0.3 * word.style.size) for word in words]
    near += [room_beside(target.box) for some in (signs_of(signs), boxes_of(words)) for target in some]
    ticked = [sign.box for sign in signs if sign.state is State.TICKED and sign.method is Method.DRAWING]
    for shape in ink:
        x0, top, x1, bottom = shape.box
        sized = bottom - top <= _HIGHEST and x1 - x0 <= _LONGEST
        if not sized or not shape.points:
            continue
        own = next((box for box in ticked if _belongs(shape.box, box)), None)
        if own is not None and not _is_scribbled_over(shape, own, ink):
            continue
        if any(meet(shape.box, box) for box in near):
            ring = shape.closed and shape.stroked and not shape.dark
            yield Added(
                Tool.SHAPE if ring else Tool.STROKE,
                shape.box,
                Method.DRAWING,
                strokes=() if ring else (shape.points,),
                filled=shape.dark and _is_full(shape),
            )


def _is_scribbled_over(shape: Shape, box: Box, ink: Sequence[Shape]) -> bool:
    """Whether a stroke goes to and fro over another one in a box."""
    if not _is_blot(shape):
        return False
    return any(not _is_blot(other) for other in ink if other.points and _belongs(other.box, box))


def _is_blot(shape: Shape) -> bool:
    return is_blot(Added(Tool.STROKE, shape.box, strokes=(shape.points,)))


def _is_full(shape: Shape) -> bool:
    """Whether a dark area fills the room that it takes, and is not the outline of a pen's line."""
    turned = sum(a * v - u * b for (a, b), (u, v) in pairwise((*shape.points, shape.points[0])))
    return abs(turned) / 2 > 0.4 * area(shape.box)


def dashes(rules: Sequence[Rule], words: Sequence[Word]) -> tuple[Added, ...]:
    """The short level lines through the middle of boxes that are characters."""
    short = [rule for rule in rules if rule.way is Way.ACROSS and _SHORTEST <= rule.length <= _DASH]
    if not short or len(short) > _MOST:
        return ()
    boxes = [target.box for target in boxes_of(words)]
    through = [rule for rule in short if any(_is_through(rule, box) for box in boxes)]
    return tuple(
        Added(Tool.STROKE, (rule.start, rule.at, rule.end, rule.at), Method.DRAWING, strokes=(_ends(rule),))
        for rule in through
        if not _strikes(_whole(rule, rules), words)
    )


def strikes(rules: Sequence[Rule], words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Added, ...]:
    """The level lines that run through a box and through words beside it."""
    boxes = [target.box for some in (signs_of(signs), boxes_of(words)) for target in some]
    levels = {round(middle(box)[1]) + by for box in boxes for by in (-1, 0, 1)}
    level = [rule for rule in rules if rule.way is Way.ACROSS and round(rule.at) in levels]
    return tuple(
        Added(Tool.STROKE, (rule.start, rule.at - 0.5, rule.end, rule.at + 0.5), strokes=(_ends(rule),))
        for rule in level
        if rule.length <= _LONGEST
        and any(_goes_on_beyond(rule, box) for box in boxes)
        and any(_runs_through(rule, word) for word in words if len(word.text) > _LETTERS)
    )


def _goes_on_beyond(rule: Rule, box: Box) -> bool:
    """Whether a level line runs through the middle of a box and beyond it on both sides."""
    inset = 0.25 * (box[3] - box[1])
    return rule.start < box[0] - 1 and box[2] + 1 < rule.end and box[1] + inset < rule.at < box[3] - inset


def _ends(rule: Rule) -> tuple[Point, Point]:
    return (rule.start, rule.at), (rule.end, rule.at)


def _whole(piece: Rule, rules: Sequence[Rule]) -> Rule:
    """The line that a piece is part of: programs draw one a font."""
    start, end = piece.start, piece.end
    level = [rule for rule in rules if rule.way is Way.ACROSS and abs(rule.at - piece.at) <= _LEVEL]
    for rule in sorted(level, key=lambda rule: rule.start):
        if rule.start <= end + 1 and start <= rule.end + 1:
            start, end = min(start, rule.start), max(end, rule.end)
    return replace(piece, start=start, end=end)


def _strikes(rule: Rule, words: Sequence[Word]) -> bool:
    """Whether a line runs through a short word too, from its beginning to its end: "☐no", struck out."""
    return any(_runs_through(rule, word) and any(map(str.isalnum, word.text)) for word in words)


def _runs_through(rule: Rule, word: Word) -> bool:
    """Whether a level line strikes a word out, all of it."""
    return (
        rule.way is Way.ACROSS
        and rule.start <= word.x0 + 1
        and word.x1 - 1 <= rule.end
        and 0.15 * word.style.size < word.baseline - rule.at < 0.5 * word.style.size
    )


def _is_through(rule: Rule, box: Box) -> bool:
    inset = 0.25 * (box[3] - box[1])
    return holds((box[0], box[1] + inset, box[2], box[3] - inset), (rule.start + rule.end) / 2, rule.at)


def _belongs(stroke: Box, box: Box) -> bool:
    """Whether a stroke lies in a box, about."""
    return holds(box, *middle(stroke), 2) and max(stroke[2] - stroke[0], stroke[3] - stroke[1]) <= 2 * (
        box[2] - box[0]
    )


def typed_over(words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Added, ...]:
    """The short words that are a tick and lie over a box of the page, or were printed late beside one."""
    letters = [
        (word, one)
        for word in words
        if len(word.text) <= _LETTERS
        and _is_tick(word)
        and _may_lie_over(one := _added(word), word, words, signs)
    ]
    if not letters:
        return ()
    mine = {id(word) for word, _ in letters}
    others = [word for word in words if id(word) not in mine]
    targets = [*signs_of(signs), *boxes_of(others)]
    return tuple(
        one
        for word, one in letters
        if any(touch(one, target.box) >= _OVER for target in targets)
        or (len(word.text) == 1 and beside(one, targets) and _is_late(word, words))
    )


def refusals(words: Sequence[Word], signs: Sequence[Sign]) -> tuple[Added, ...]:
    """The words that take a tick back, printed late in letters of their own behind words, not a box."""
    found = [word for word in words if word.at >= 0 and is_refusal(word.text) and _is_late(word, words)]
    return tuple(_added(word) for word in found if _is_by_strangers(word, words, signs))


def _is_by_strangers(word: Word, words: Sequence[Word], signs: Sequence[Sign]) -> bool:
    """Whether the word on the left of one is set in another font, and is no box."""
    height = 0.7 * word.style.size
    level = [one for one in words if one.x0 < word.x0 and abs(one.baseline - word.baseline) < height]
    before = max(level, key=lambda one: one.x0, default=None)
    if before is None or len(before.text) == 1 or before.style.font == word.style.font:
        return False
    gap = (before.x1, word.top, word.x0, word.bottom)
    return not any(holds(gap, *middle(sign.box)) for sign in signs)


def without_letters(icons: Sequence[Sign], words: Sequence[Word]) -> Sequence[Sign]:
    """The pictures of boxes without the ticks among the letters over them: they were looked at with these."""
    if not any(icon.state is State.TICKED for icon in icons):
        return icons
    ticks = [letter_middle(word) for word in words if len(word.text) <= _LETTERS and _is_tick(word)]
    return [
        replace(icon, state=State.EMPTY, raw="☐")
        if icon.state is State.TICKED and any(holds(icon.box, *tick) for tick in ticks)
        else icon
        for icon in icons
    ]


def _may_lie_over(one: Added, mine: Word, words: Sequence[Word], signs: Sequence[Sign]) -> bool:
    """Whether a letter meets anything, or was printed late: most do not, and are not looked at further."""
    low, high = mine.baseline - 2 * mine.style.size, mine.baseline + 2 * mine.style.size
    near = [word for word in words if low < word.baseline < high and word is not mine]
    return (
        any(meet(one.box, word.box) for word in near)
        or any(meet(one.box, sign.box) for sign in signs)
        or (len(mine.text) == 1 and _is_late(mine, near))
    )


def is_taken_out(word: Word, rules: Sequence[Rule]) -> bool:
    """Whether a tracked change took a word out: a line in its author's colour runs through it."""
    return word.style.coloured and any(_runs_through(rule, word) for rule in rules)


def _is_late(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word was printed after what stands on its right, or long after what stands on its left."""
    height = 0.7 * word.style.size
    level = [one for one in words if one is not word and abs(one.baseline - word.baseline) < height]
    after = min((one for one in level if one.x0 > word.x0), key=lambda one: one.x0, default=None)
    if after is not None and after.x0 - word.x1 < _NEAR:
        return after.at < word.at
    before = max((one for one in level if one.x0 <= word.x0), key=lambda one: one.x0, default=None)
    return before is not None and not 0 <= word.at - before.at - len(before.text) < _BLANKS


def _is_tick(word: Word) -> bool:
    if word.text in _SIGNS:
        return True
    if word.text.isascii() and not marks.font_table(word.style.font):
        return False
    look = marks.glyph(word.text, word.style.font)
    return look is not None and look.state is State.TICKED


def _added(word: Word) -> Added:
    size = word.style.size
    box = (word.x0, word.baseline - 0.72 * size, word.x1, word.baseline + 0.02 * size)
    return Added(Tool.TEXT, box, Method.TYPED_MARK, word.text, word.style, word=word)
