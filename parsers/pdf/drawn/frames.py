"""Frames that are no tables: drawn by somebody around words of a line, or printed to be written in.

What was written in a frame beside its question, or in one of several side by side, is read as text of
the line that it stands on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Box, Emphasis
from parsers.pdf.objects import Rule, Way, Word, area, holds, middle
from parsers.pdf.tables.grid import Grid

_HIGH = 1.9
"""A frame around words is no higher than so many font sizes."""

_BESIDE = 1.0
"""From a frame to the next word of its line is less than so many font sizes."""

_HIGHEST = 40.0
_LINE_HIGH = 30.0
"""The height of a frame for an answer of one line, at most, in points."""
_SIDE = 1.5
"""How far off the line of a frame's side may run, in points."""
_PADDING = 12.0
"""What an answer keeps from the left side of its frame, at most, in points."""
_LEVEL = 3.0
"""By how much the upper lines of frames side by side differ, in points."""


def unframed(tables: Sequence[Grid], words: Sequence[Word]) -> tuple[tuple[Grid, ...], tuple[Word, ...]]:
    """The tables without the frames, and the words with a frame around them highlighted."""
    low = [table for table in tables if table.box[3] - table.box[1] < _HIGHEST and len(table.rows) == 2]
    frames = [table for table in low if _is_frame(table, words)]
    rooms = _rooms([table for table in low if not any(table is frame for frame in frames)], tables, words)
    if not frames and not rooms:
        return tuple(tables), tuple(words)
    gone = {id(table) for table in (*frames, *rooms)}
    kept = tuple(table for table in tables if id(table) not in gone)
    framed = (_framed(word) if _inside(word, frames) else word for word in words)
    return kept, tuple(_set_left(list(framed), rooms))


def without_sides(rules: Sequence[Rule], before: Sequence[Grid], after: Sequence[Grid]) -> tuple[Rule, ...]:
    """The rules but for the lines of the frames that are no tables any more."""
    kept = {id(table) for table in after}
    gone = [table.box for table in before if id(table) not in kept]
    return (
        tuple(rule for rule in rules if not any(_is_side(rule, box) for box in gone))
        if gone
        else tuple(rules)
    )


def _is_side(rule: Rule, box: Box) -> bool:
    x0, top, x1, bottom = box
    level = rule.way is Way.ACROSS
    start, end, sides = (x0, x1, (top, bottom)) if level else (top, bottom, (x0, x1))
    within = start - _SIDE < rule.start and rule.end < end + _SIDE
    return within and any(abs(rule.at - side) < _SIDE for side in sides)


def _is_frame(table: Grid, words: Sequence[Word]) -> bool:
    """Whether words run on beside a frame on the level of those in it, nearer than a cell's would."""
    inside = [word for word in words if holds(table.box, *middle(word.box))]
    if not inside:
        return False
    size = max(word.style.size for word in inside)
    if table.box[3] - table.box[1] > _HIGH * size:
        return False
    return any(
        abs(word.baseline - inside[0].baseline) < 0.3 * size
        and max(table.box[0] - word.x1, word.x0 - table.box[2]) < _BESIDE * size
        for word in words
        if not holds(table.box, *middle(word.box))
    )


def _set_left(words: list[Word], rooms: Sequence[Grid]) -> list[Word]:
    """The words with each answer beginning where its frame did, as the label above that does."""
    for room in rooms:
        inside = [at for at, word in enumerate(words) if holds(room.box, *middle(word.box))]
        by = min((words[at].x0 for at in inside), default=room.box[0]) - room.box[0]
        if 0 < by <= _PADDING:
            for at in inside:
                words[at] = replace(words[at], x0=words[at].x0 - by, x1=words[at].x1 - by)
    return words


def _rooms(low: Sequence[Grid], tables: Sequence[Grid], words: Sequence[Word]) -> list[Grid]:
    """The frames of one line's height that an answer was written in, beside its question or another frame."""
    lines = [table for table in low if len(table.cells) == 1 and table.box[3] - table.box[1] <= _LINE_HIGH]
    return [one for one in lines if _holds_a_line(one, words) and _is_beside(one, lines, tables, words)]


def _holds_a_line(table: Grid, words: Sequence[Word]) -> bool:
    found = [word for word in words if holds(table.box, *middle(word.box))]
    levels = [word.baseline for word in found]
    size = max((word.style.size for word in found), default=0.0)
    return bool(found) and max(levels) - min(levels) < 0.5 * size


def _is_beside(one: Grid, lines: Sequence[Grid], tables: Sequence[Grid], words: Sequence[Word]) -> bool:
    """Whether its question stands before a frame on its level, or another frame beside it."""
    box = one.box
    level = [word for word in words if box[1] < word.baseline < box[3] and not holds(box, *middle(word.box))]
    if any(table is not one and abs(table.box[1] - box[1]) < _LEVEL for table in lines):
        others = [table.box for table in lines if abs(table.box[1] - box[1]) < _LEVEL]
        return all(any(holds(other, *middle(word.box)) for other in others) for word in level)
    room = _around(one, tables)
    return any(word.x1 <= box[0] + 1 and _around_word(word, tables) == room for word in level)


def _around(one: Grid, tables: Sequence[Grid]) -> Box | None:
    """The cell that a frame lies in."""
    cells = [cell.box for table in tables if table is not one for cell in table.cells]
    return min((box for box in cells if holds(box, *middle(one.box))), key=area, default=None)


def _around_word(word: Word, tables: Sequence[Grid]) -> Box | None:
    cells = [cell.box for table in tables for cell in table.cells]
    return min((box for box in cells if holds(box, *middle(word.box))), key=area, default=None)


def _inside(word: Word, frames: Sequence[Grid]) -> bool:
    return any(holds(frame.box, *middle(word.box)) for frame in frames)


def _framed(word: Word) -> Word:
    return replace(word, dress=word.dress | Emphasis.HIGHLIGHTED)
