"""Frames drawn around a whole section of a form, with labels and answers side by side in it: no cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.pdf.objects import holds, middle
from parsers.pdf.tables.grid import Grid
from parsers.pdf.text.lines import Token, is_box, rows, size_of

_WIDE = 0.5
"""A section is wider than this share of the page."""

_GAP = 0.8
"""From so many font sizes on a gap parts a label and its answer."""

_SAME = 3.0
"""How far the beginnings of one column may lie apart, in points."""

_TALL = 0.9
"""A frame higher than so many widths of the page is one around all of it."""


def without_sections(tables: Sequence[Grid], tokens: Sequence[Token], width: float) -> tuple[Grid, ...]:
    """The tables without the frames around sections: labels on the left, answers where a column begins.

    Where two rows have it begin, so may a single one in another frame.
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
    ]
    return tuple(table for table in tables if not any(table is frame for frame in gone))


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
