"""Frames that somebody drew around words of a line: dress of those words, and no table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Emphasis
from parsers.pdf.objects import Word, holds, middle
from parsers.pdf.tables.grid import Grid

_HIGH = 1.9
"""A frame around words is no higher than so many font sizes."""

_BESIDE = 1.0
"""From a frame to the next word of its line is less than so many font sizes."""

_HIGHEST = 40.0


def unframed(tables: Sequence[Grid], words: Sequence[Word]) -> tuple[tuple[Grid, ...], tuple[Word, ...]]:
    """The tables without the frames, and the words with a frame around them highlighted."""
    low = [table for table in tables if table.box[3] - table.box[1] < _HIGHEST and len(table.rows) == 2]
    frames = [table for table in low if _is_frame(table, words)]
    if not frames:
        return tuple(tables), tuple(words)
    kept = tuple(table for table in tables if not any(table is frame for frame in frames))
    return kept, tuple(_framed(word) if _inside(word, frames) else word for word in words)


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


def _inside(word: Word, frames: Sequence[Grid]) -> bool:
    return any(holds(frame.box, *middle(word.box)) for frame in frames)


def _framed(word: Word) -> Word:
    return replace(word, dress=word.dress | Emphasis.HIGHLIGHTED)
