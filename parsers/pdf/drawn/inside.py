"""What stands in a drawn box: a stroke, an area, a character, a colour; or nothing.

A box that holds what its neighbours hold too may be made so; see `pdf.drawn.marks` for what is a box at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import and_

from parsers import marks
from parsers.document import Box, Method, State
from parsers.pdf.objects import Rule, Shape, Sign, Way, Word, around, holds, middle
from parsers.signs import Look

_LEAST, _SHARE = 1.0, 0.15
"""What stands in a box is no smaller than this, in points and as a share of its side."""

_RIM = 0.5
"""A ring in a ring that is larger than this share of it is part of it."""

_EITHER, _JUDGED = 0.5, 0.7
_WHOLE, _FREE = 10, 1
_QUIET = ".,:;'’\"`´-–—_/|()[]"
"""Signs that say nothing when they stand in a box."""

_LETTERED = frozenset(["si", "sì", "sí", "s", "ok", "yes", "y", "1"])
"""Words that tick a box where somebody wrote them into it, and that may be printed in it as well."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The line around a box."""

    box: Box
    dark: bool
    """Whether its area is filled."""
    tinted: bool = False
    """Whether its area has a colour that is neither white nor dark."""
    rules: tuple[Rule, ...] = ()
    """The rules that make it, where it is made of rules."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What fills the boxes of a page, as far as it is no word."""

    ink: tuple[Shape, ...]
    rules: tuple[Rule, ...]
    tints: tuple[Shape, ...]
    """Coloured areas."""


def signs_in(
    outlines: Sequence[Outline], inside: Inside, words: Sequence[Word]
) -> tuple[list[Sign], list[Word]]:
    """The boxes with their states, and the words without those that stand in one.

    A frame round a number or a letter is none, unless most others like it are empty.
    """
    held = [_held(outline.box, words) for outline in outlines]
    drawn = [_drawn(outline, inside) for outline in outlines]
    tinted = _tinted(outlines, drawn, inside.tints)
    signs: list[Sign] = []
    gone: set[int] = set()
    for at, outline in enumerate(outlines):
        word, tint = held[at], tinted[at]
        said = None if word is None else _said(word)
        if word is not None and said is None:
            if not _is_odd(at, outlines, held):
                continue
            signs.append(_sign(outline.box, State.UNSURE, _EITHER))
        elif word is not None and said is not None and _counts(word, at, outlines, held):
            gone.add(id(word))
            gone |= {id(under) for under in words if _is_under(under, outline.box)}
            state = State.TICKED if said is State.TICKED else drawn[at]
            signs.append(_sign(outline.box, state, _EITHER if state is State.UNSURE else 1.0))
        elif word is not None:
            continue
        elif tint and drawn[at] is State.EMPTY:
            # A colour that fills the box may say that it is not to be ticked.
            signs.append(_sign(outline.box, State.TICKED, _JUDGED if tint == _WHOLE else 1.0))
        else:
            signs.append(_sign(outline.box, drawn[at], _EITHER if drawn[at] is State.UNSURE else 1.0))
    return signs, [word for word in words if id(word) not in gone]


def _sign(box: Box, state: State, sure: float = 1.0) -> Sign:
    return Sign(box, state, Method.DRAWING, "☒" if state is State.TICKED else "☐", sure)


def _held(box: Box, words: Sequence[Word]) -> Word | None:
    """The short word that stands in a box: before a box's own character what was put over it."""
    found = [
        word
        for word in words
        if len(word.text) <= 2 and holds(box, *middle(word.box)) and word.text not in _QUIET
    ]
    over = (word for word in found if len(found) > 1 and _said(word) is not State.EMPTY)
    return next(over, found[0] if found else None)


def _is_under(word: Word, box: Box) -> bool:
    """Whether a word is the character of an empty box where the box is drawn as well."""
    return len(word.text) == 1 and holds(box, *middle(word.box)) and _said(word) is State.EMPTY


def _said(word: Word) -> State | None:
    """What a word in a box says of it, or None where it is a letter or a number."""
    look = marks.glyph(word.text, word.style.font)
    if look is not None:
        return look.state
    if marks.font_table(word.style.font) or (len(word.text) == 1 and not word.text.isalnum()):
        # Whatever sign it is, somebody put it there.
        return State.TICKED
    return marks.typed(word.text)


def _counts(word: Word, at: int, outlines: Sequence[Outline], held: Sequence[Word | None]) -> bool:
    """Whether a word in a box was written there, and is not printed there as a label."""
    return word.text.casefold() not in _LETTERED or _is_odd(at, outlines, held)


def _is_odd(at: int, outlines: Sequence[Outline], held: Sequence[Word | None]) -> bool:
    """Whether most boxes of the same size hold no letter, and this one does."""
    alike = [held[number] for number, one in enumerate(outlines) if is_alike(one.box, outlines[at].box)]
    lettered = sum(word is not None and word.text.isalnum() and not _is_cross(word) for word in alike)
    return 2 * lettered < len(alike)


def _is_cross(word: Word) -> bool:
    return _said(word) is State.TICKED and word.text.casefold() not in _LETTERED


def _tinted(outlines: Sequence[Outline], drawn: Sequence[State], tints: Sequence[Shape]) -> list[int]:
    """How large a colour each box holds, in tenths of its side; 0 for none, or one that is its design.

    That is one which all boxes have in which nothing else is.
    """
    if not tints and not any(outline.tinted for outline in outlines):
        return [0] * len(outlines)
    held = [Counter(_colours(outline, tints)) for outline in outlines]
    plain = [sizes for sizes, state in zip(held, drawn, strict=True) if state is State.EMPTY]
    design = reduce(and_, plain, plain[0]) if plain else Counter[int]()
    del design[_FREE]
    return [min(sizes - design, default=0) for sizes in held]


def _colours(outline: Outline, tints: Sequence[Shape]) -> Iterator[int]:
    """The sizes of the coloured areas in a box, in tenths of its side; `_FREE` for one of another shape."""
    if outline.tinted:
        yield _WHOLE
    x0, top, x1, bottom = box = outline.box
    grown = (x0 - 1.5, top - 1.5, x1 + 1.5, bottom + 1.5)
    for shape in tints:
        within = holds(grown, *shape.box[:2]) and holds(grown, *shape.box[2:])
        middling = within and holds(box, *middle(shape.box)) and not _is_speck(shape.box, box)
        if middling and _reaches(shape, box):
            size = max(min(round(10 * _width(shape.box) / _width(box)), _WHOLE), _FREE + 1)
            yield size if shape.upright or shape.closed else _FREE


def _drawn(outline: Outline, inside: Inside) -> State:
    """What is drawn in a box."""
    if outline.dark or is_drawn_in(outline.box, inside.ink):
        return State.TICKED
    if any(is_inside(rule, outline.box) for rule in inside.rules):
        return State.TICKED
    return State.UNSURE if any(crosses(shape.box, outline.box) for shape in inside.ink) else State.EMPTY


def is_drawn_in(box: Box, ink: Sequence[Shape]) -> bool:
    """Whether a stroke or an area lies in the box; one may stick out by half the box."""
    reach = 2 * max(_width(box), box[3] - box[1])
    pieces = [
        shape.box
        for shape in ink
        if holds(box, *middle(shape.box))
        and max(_width(shape.box), shape.box[3] - shape.box[1]) <= reach
        and _reaches(shape, box)
    ]
    return bool(pieces) and not _is_speck(around(pieces), box)


def _is_speck(part: Box, box: Box) -> bool:
    return max(_width(part), part[3] - part[1]) < max(_LEAST, _SHARE * _width(box))


def _reaches(shape: Shape, box: Box) -> bool:
    """Whether a shape comes near the middle of a box: the edges of one shown in relief do not."""
    width, height = _width(box), box[3] - box[1]
    inner = (box[0] + width / 4, box[1] + height / 4, box[2] - width / 4, box[3] - height / 4)
    between = (((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in pairwise(shape.points))
    ring = shape.closed and not shape.dark
    return not shape.points or ring or any(holds(inner, *point) for point in (*shape.points, *between))


def is_rim(shape: Shape, box: Box) -> bool:
    """Whether a ring goes round along the inner side of a box's line."""
    large = _width(shape.box) > _RIM * _width(box) and shape.box[3] - shape.box[1] > _RIM * (box[3] - box[1])
    return shape.closed and not shape.dark and large and _is_held(shape.box, box)


def _is_held(inner: Box, outer: Box) -> bool:
    return holds(outer, *inner[:2], 0.5) and holds(outer, *inner[2:], 0.5)


def _width(box: Box) -> float:
    return box[2] - box[0]


def is_alike(one: Box, two: Box) -> bool:
    """Whether two boxes are of one size, about."""
    return abs(_width(one) - _width(two)) < 3 and abs(one[3] - one[1] - two[3] + two[1]) < 3


def crosses(stroke: Box, box: Box) -> bool:
    """Whether a stroke that is not much larger than the box goes through its middle part."""
    inset = _width(box) / 4
    over = stroke[0] < box[2] - inset and stroke[2] > box[0] + inset
    down = stroke[1] < box[3] - inset and stroke[3] > box[1] + inset
    return over and down and max(_width(stroke), stroke[3] - stroke[1]) <= 4 * _width(box)


def is_inside(rule: Rule, box: Box) -> bool:
    """Whether a rule lies within a box and touches none of its sides along them."""
    if rule.way is Way.ACROSS:
        ends, at, low, high = (box[0], box[2]), rule.at, box[1], box[3]
    else:
        ends, at, low, high = (box[1], box[3]), rule.at, box[0], box[2]
    return (
        low + 1.5 < at < high - 1.5
        and ends[0] - 2 <= rule.start
        and rule.end <= ends[1] + 2
        and rule.length > max(_LEAST, 2 * _SHARE * _width(box))
    )


def is_empty_box(word: Word) -> bool:
    """Whether a word is the character of an empty box."""
    look = _look(word)
    return look is not None and look.state is State.EMPTY


def is_box_sign(word: Word) -> bool:
    """Whether a word is the character of a box, ticked or not."""
    look = _look(word)
    return look is not None and look.boxed


def _look(word: Word) -> Look | None:
    if len(word.text) != 1 or word.text.isascii():
        return None
    return marks.glyph(word.text, word.style.font)
