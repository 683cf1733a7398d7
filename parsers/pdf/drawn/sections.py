"""Frames drawn around a whole section of a form: their titles, and which of them are no cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.pdf.objects import Rule, Way, Word, holds, middle
from parsers.pdf.tables.grid import Grid
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tokens import Token, is_box, size_of

_WIDE = 0.5
"""A section is wider than this share of the page."""

_GAP = 0.8
"""From so many font sizes on a gap parts a label and its answer."""

_SAME = 3.0
"""How far the beginnings of one column may lie apart, in points."""

_TALL = 0.9
"""A frame higher than so many widths of the page is one around all of it."""

_TITLE = 0.6
"""A title takes no more than this share of the line that it stands in."""

_ROUND = 16.0
"""How far below a frame's upper line its sides begin at the most, in points."""

_THROUGH = (0.12, 0.6)
"""How high above the baseline a line runs through the middle of letters, in font sizes."""


def titles(words: Sequence[Word], rules: Iterable[Rule], width: float) -> list[list[Word]]:
    """The words that stand in the upper lines of frames, frame by frame from the top."""
    sides = [rule for rule in rules if rule.way is Way.DOWN]
    tops = [
        rule
        for rule in rules
        if rule.way is Way.ACROSS
        and rule.length > _WIDE * width
        and any(_hangs(side, rule) for side in sides)
    ]
    if not tops:
        return []
    placed = sorted(words, key=lambda word: word.baseline)
    baselines = [word.baseline for word in placed]
    found = []
    for top in sorted(tops, key=lambda rule: rule.at):
        near = placed[bisect_left(baselines, top.at) : bisect_right(baselines, top.at + _ROUND)]
        title = sorted((word for word in near if _stands_in(word, top)), key=lambda word: word.x0)
        if title and title[-1].x1 - title[0].x0 < _TITLE * top.length and title not in found:
            found.append(title)
    return found


def _hangs(side: Rule, top: Rule) -> bool:
    """Whether a line down begins at an end of a line across."""
    at_end = min(abs(side.at - top.start), abs(side.at - top.end)) <= _ROUND
    return at_end and -_SAME <= side.start - top.at <= _ROUND and side.length > _ROUND / 2


def _stands_in(word: Word, top: Rule) -> bool:
    above = (word.baseline - top.at) / word.style.size
    return _THROUGH[0] < above < _THROUGH[1] and word.x0 > top.start + _SAME and word.x1 < top.end - _SAME


def without_sections(
    tables: Sequence[Grid], tokens: Sequence[Token], width: float, above: Box | None = None
) -> tuple[Grid, ...]:
    """The tables without the frames around sections: labels on the left, answers where a column begins.

    Where two rows have it begin, so may a single one in another frame. The frame that the page before ends
    with, `above`, goes on where this one begins with a frame as wide.
    """
    frames = [table for table in tables if _may_be_section(table, tables, width)]
    if not frames:
        return tuple(tables)
    starts = [list(_answers(frame, tokens)) for frame in frames]
    known = [x for some in starts for x in some]
    columns = [x for x in known if sum(abs(x - other) <= _SAME for other in known) > 1]
    gone = [
        frame
        for frame, some in zip(frames, starts, strict=True)
        if any(abs(x - column) <= _SAME for x in some for column in columns)
        or (above is not None and _goes_on(frame, above, tokens))
    ]
    return tuple(table for table in tables if not any(table is frame for frame in gone))


def last_frame(before: Sequence[Grid], after: Sequence[Grid], tokens: Sequence[Token]) -> Box | None:
    """The frame among tables that were taken away below which a page has no text."""
    gone = [table.box for table in before if not any(table is other for other in after)]
    end = max((middle(token.box)[1] for token in tokens), default=0.0)
    return next((box for box in gone if box[1] < end <= box[3]), None)


def _goes_on(frame: Grid, above: Box, tokens: Sequence[Token]) -> bool:
    x0, top, x1, _ = frame.box
    as_wide = abs(x0 - above[0]) <= _SAME and abs(x1 - above[2]) <= _SAME
    return as_wide and all(token.box[3] > top for token in tokens)


def _may_be_section(table: Grid, tables: Sequence[Grid], width: float) -> bool:
    """Whether a table is one wide frame with no other in it."""
    x0, _, x1, _ = table.box
    if len(table.cells) != 1 or x1 - x0 < _WIDE * width:
        return False
    return not any(other is not table and holds(table.box, *middle(other.box)) for other in tables)


def _answers(frame: Grid, tokens: Sequence[Token]) -> Iterator[float]:
    """Where the text behind the first wide gap of each row begins, if what stands before it is a label."""
    for row in rows([token for token in tokens if holds(frame.box, *middle(token.box))]):
        for before, token in pairwise(row):
            if token.box[0] - before.box[2] > _GAP * size_of(token):
                if not is_box(row[0]) and not is_box(before):
                    yield token.box[0]
                break
