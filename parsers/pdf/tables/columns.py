"""Boxes set in columns with no lines between them, as the table that a person sees.

Read row by row the options of two groups side by side would be mixed up; read as a table each
column stays together under its heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.pdf.text.lines import Line

_ALIGNED = 6.0
"""How far the boxes of a column may stand out of line, in points."""

_MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of text that are columns of boxes."""

    first: int
    """The number of its first row, that of the headings where there are any."""
    end: int
    """The number of the row after its last."""
    lefts: tuple[float, ...]
    """Where each column begins."""
    lines: tuple[tuple[Line, ...], ...]
    """The lines of each column."""
    headings: tuple[tuple[int, Line], ...]
    """The headings with the column each begins at."""
    labels: tuple[Line, ...]
    """What stands left of the first column, in its first row or in the headings'."""


def columns(rows: Sequence[Sequence[Line]]) -> tuple[Columns, ...]:
    """The columns of boxes among rows of text cut at wide gaps, from the top."""
    found: list[Columns] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        block = _block(rows, at, end, found[-1].end if found else 0) if end - at > 1 else None
        if block is not None:
            found.append(block)
        at = max(end, at + 1)
    return tuple(found)


def _end(rows: Sequence[Sequence[Line]], start: int) -> int:
    """The number of the first row that no longer belongs to a block that begins at `start`."""
    if not _boxes(rows[start]):
        return start
    left = _boxes(rows[start])[0].x0
    at = start + 1
    while (
        at < len(rows)
        and _close(rows[at - 1], rows[at])
        and all(_fits(rows[at - 1], piece, left) for piece in rows[at])
    ):
        at += 1
    return at


def _boxes(row: Sequence[Line]) -> list[Line]:
    return [piece for piece in row if piece.marked]


def _close(above: Sequence[Line], below: Sequence[Line]) -> bool:
    return below[0].baseline - above[0].baseline < 2.5 * max(piece.size for piece in above)


def _fits(above: Sequence[Line], piece: Line, left: float) -> bool:
    """Whether a piece of a row is a box, or the rest of a label that wraps."""
    if piece.x0 < left - _ALIGNED:
        return False
    return piece.marked or any(other.x0 <= piece.x0 + 1 and piece.x0 < other.x1 for other in above)


def _block(rows: Sequence[Sequence[Line]], start: int, end: int, free: int) -> Columns | None:
    """The block of the rows from `start` up to `end`, where it has two columns and two rows of boxes."""
    boxes = [piece for row in rows[start:end] for piece in _boxes(row)]
    lefts = _lefts(boxes)
    labels = [piece for piece in rows[start] if piece.x0 < lefts[0] - _ALIGNED]
    tall = sum(len(_boxes(row)) > 0 for row in rows[start:end]) > 1
    if (
        not 2 <= len(lefts) <= _MOST_COLUMNS
        or not tall
        or any(not piece.marked for piece in rows[start] if piece not in labels)
        or (start + 1 < end and ends_bare(rows[start]) and not rows[start + 1][0].marked)
    ):
        return None
    lines: list[list[Line]] = [[] for _ in lefts]
    for row in rows[start:end]:
        for piece in row:
            if piece not in labels:
                lines[_column(lefts, piece)].append(piece)
    if any(_runs_on(lefts, piece) for column in lines for piece in column):
        return None
    headings, more = _headings(rows[start - 1], rows[start], lefts) if start > free else ([], [])
    return Columns(
        start - 1 if headings else start,
        end,
        tuple(lefts),
        tuple(tuple(column) for column in lines),
        tuple(headings),
        (*more, *labels),
    )


def ends_bare(row: Sequence[Line]) -> bool:
    """Whether a line of options ends with a box alone: its words had no more room."""
    return row[0].marked and row[0].worded and row[-1].marked and row[-1].boxed


def _lefts(boxes: Sequence[Line]) -> list[float]:
    lefts: list[float] = []
    for x in sorted(box.x0 for box in boxes):
        if not lefts or x - lefts[-1] > _ALIGNED:
            lefts.append(x)
    return lefts


def _column(lefts: Sequence[float], piece: Line) -> int:
    return max((at for at, left in enumerate(lefts) if left <= piece.x0 + _ALIGNED), default=0)


def _runs_on(lefts: Sequence[float], piece: Line) -> bool:
    """Whether a piece of a row runs on into the next column: then the rows are lines of text."""
    after = _column(lefts, piece) + 1
    return after < len(lefts) and piece.x1 > lefts[after] + _ALIGNED


def _headings(
    above: Sequence[Line], first: Sequence[Line], lefts: Sequence[float]
) -> tuple[list[tuple[int, Line]], list[Line]]:
    """The row above as headings of columns, and what stands left of them; nothing where it is neither."""
    over = [piece for piece in above if piece.x0 >= lefts[0] - _ALIGNED]
    at = [_column(lefts, piece) for piece in over]
    plain = not any(piece.marked for piece in above) and _close(above, first)
    aligned = all(
        abs(lefts[column] - piece.x0) <= 2 * _ALIGNED for column, piece in zip(at, over, strict=True)
    )
    if len(over) < 2 or len(set(at)) < len(at) or at[0] != 0 or not plain or not aligned:
        return [], []
    return list(zip(at, over, strict=True)), [piece for piece in above if piece not in over]
