"""Tables of pages that have no lines between their rows: what a person sees as rows made rows.

A cell of several boxes one below the other, beside the words of each, is as many rows. Words set above
the boxes of a table are its header. Half a label above a table belongs to its first row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Box, Cell, Mark, Paragraph, Place, Table, Text
from parsers.labels.rows import Row, around, centred_on, rows_of, spaced
from parsers.labels.words import is_enumerator
from parsers.pdf.objects import middle

_LEVEL = 4.0
"""Boxes of one row differ in height by no more than this, in points."""

_ABOVE = 3.0
"""A header stands at most so many heights of a line above the boxes."""

_LONGEST = 40
"""A header's words are no longer than this."""


def recut(table: Table) -> Table:
    """The table with every row parted that holds several rows of boxes, one for each height."""
    cells: list[Cell] = []
    moved = 0
    for number in sorted({cell.row for cell in table.cells}):
        row = [cell for cell in table.cells if cell.row == number]
        parts = _parts(row)
        for at, part in enumerate(parts or [row]):
            cells.extend(replace(cell, row=number + moved + at) for cell in part)
        moved += max(len(parts) - 1, 0)
    return replace(table, cells=tuple(cells)) if moved else table


def _parts(row: Sequence[Cell]) -> list[list[Cell]]:
    """The rows that a row is seen as; nothing where it is one, or where that cannot be said."""
    heights = [_heights(cell) for cell in row]
    boxed = [one for one in heights if one]
    if not boxed or len(boxed[0]) < 2 or any(cell.row_span > 1 for cell in row):
        return []
    if any(not _are_alike(boxed[0], one) for one in boxed[1:]):
        return []
    found: list[list[Cell]] = [[] for _ in boxed[0]]
    for cell, own in zip(row, heights, strict=True):
        parts = _lines(cell) if own else _words(cell, boxed[0])
        if not parts and cell.blocks and rows_in(cell):
            return []
        for at, part in enumerate(parts):
            found[at].append(replace(cell, blocks=(part,)))
    return found if all(len(part) > 1 for part in found) else []


def _are_alike(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) < _LEVEL for a, b in zip(one, two, strict=True))


def _heights(cell: Cell) -> tuple[float, ...]:
    """The heights of the rows in a cell of boxes and numbers of points; nothing for any other cell."""
    rows = rows_in(cell)
    if not any(row.mark is not None and not row.text for row in rows):
        return ()
    if any(row.text and (row.boxes or not is_enumerator(row.text)) for row in rows):
        return ()
    return tuple(middle(row.box)[1] for row in rows)


def rows_in(cell: Cell) -> list[Row]:
    """The printed lines of a cell; nothing where a table stands in it."""
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
    return [row for one in paragraphs for row in rows_of(one)] if len(paragraphs) == len(cell.blocks) else []


def _lines(cell: Cell) -> list[Paragraph]:
    """A cell of boxes, a paragraph to each of its lines."""
    return [_paragraph([row], cell) for row in rows_in(cell)]


def _words(cell: Cell, heights: Sequence[float]) -> list[Paragraph]:
    """A cell of words with one paragraph to each height; nothing where they do not go together."""
    rows = rows_in(cell)
    if any(row.boxes and not row.starts_with_mark for row in rows):
        return []
    heads = [_at(rows, height) for height in heights]
    starts = sorted({_start(cell, at, heads) for at in heads if at is not None})
    if len(starts) < len(heights):
        return []
    return [_paragraph(rows[one:two], cell) for one, two in pairwise([0, *starts[1:], len(rows)])]


def _at(rows: Sequence[Row], height: float) -> int | None:
    """The number of the line at a height: the first of those that a label centred on it has."""
    part = centred_on(rows, height)
    if part is not None:
        return part[0]
    return next((at for at, row in enumerate(rows) if row.box[1] <= height <= row.box[3]), None)


def _start(cell: Cell, at: int, heads: Sequence[int | None]) -> int:
    """The first line of the paragraph that a line is of, if no other box stands beside that."""
    start = 0
    for block in cell.blocks:
        end = start + (len(rows_of(block)) if isinstance(block, Paragraph) else 0)
        if start <= at < end:
            return start if sum(one is not None and start <= one < end for one in heads) == 1 else at
        start = end
    return at


def _paragraph(rows: Sequence[Row], cell: Cell) -> Paragraph:
    inlines = tuple(one for row in rows for one in spaced(row.inlines))
    return Paragraph(inlines, replace(cell.place, box=around([row.box for row in rows])))


@dataclass(frozen=True, slots=True)
class _Header:
    """Words above a box, where they stand."""

    text: Text
    box: Box


def with_above(paragraphs: Sequence[Paragraph], table: Table) -> tuple[list[Paragraph], Table]:
    """The table with the words right above it that are its own, and the paragraphs without them."""
    rest = list(paragraphs)
    half = _half(rest, table)
    if half is not None:
        first = rest.pop()
        cells = [_joined(first, cell) if cell is half else cell for cell in table.cells]
        table = replace(table, cells=tuple(cells))
    headed, used = _headed(rest, table)
    return rest[: len(rest) - used], headed


def _half(paragraphs: Sequence[Paragraph], table: Table) -> Cell | None:
    """The cell of a table's first row whose words go on with those of the paragraph above, if any."""
    above = rows_of(paragraphs[-1]) if paragraphs else []
    if not 0 < len(above) < 3 or any(row.boxes for row in above):
        return None
    first = [cell for cell in table.cells if cell.row == 0]
    heights = [height for cell in first for height in _heights(cell)[:1]]
    for cell in first:
        rows = rows_in(cell)
        if rows and not any(row.boxes for row in rows):
            parts = [centred_on([*above, *rows], height) for height in heights]
            if any(part is not None and part[0] < len(above) < part[1] for part in parts):
                return cell
    return None


def _joined(half: Paragraph, cell: Cell) -> Cell:
    """A cell with the half of its first paragraph that stands above it."""
    first = cell.blocks[0]
    if not isinstance(first, Paragraph):
        return cell
    inlines = [one for row in rows_of(half) for one in spaced(row.inlines)]
    return replace(cell, blocks=(replace(first, inlines=(*inlines, *first.inlines)), *cell.blocks[1:]))


def _headed(paragraphs: Sequence[Paragraph], table: Table) -> tuple[Table, int]:
    """The table with the last paragraphs as its header, and how many they are."""
    columns = _box_columns(table)
    if len(columns) < 2:
        return table, 0
    tops = [box[1] for _, box in columns]
    level: list[Row] = []
    used = 0
    for paragraph in reversed(paragraphs):
        rows = rows_of(paragraph)
        if len(rows) != 1 or rows[0].boxes or not rows[0].text:
            break
        if level and abs(rows[0].box[1] - level[0].box[1]) > _LEVEL:
            break
        level.insert(0, rows[0])
        used += 1
    if not level or not 0 <= min(tops) - level[0].box[3] + _LEVEL < _ABOVE * level[0].height:
        return table, 0
    headers = sorted((one for row in level for one in _headers(row)), key=lambda one: one.box[0])
    if len(headers) != len(columns) or not _stand_above(headers, [box for _, box in columns]):
        return table, 0
    page = paragraphs[-1].place
    row = [
        Cell(0, column, 1, 1, (Paragraph((one.text,), replace(page, box=one.box)),), _over(page, one, box))
        for one, (column, box) in zip(headers, columns, strict=True)
    ]
    below = [replace(cell, row=cell.row + 1) for cell in table.cells]
    return replace(table, cells=(*row, *below)), used


def _over(page: Place, header: _Header, box: Box) -> Place:
    left, right = min(header.box[0], box[0]), max(header.box[2], box[2])
    return replace(page, box=(left, header.box[1], right, header.box[3]))


def _box_columns(table: Table) -> list[tuple[int, Box]]:
    """The boxes of a table that begins with a row of words and several boxes, from left to right."""
    first = [cell for cell in table.cells if cell.row == 0 and rows_in(cell)]
    words = [cell for cell in first if not _heights(cell)]
    if not words or len(words) == len(first) or len({cell.row for cell in table.cells}) < 2:
        return []
    found: list[tuple[int, Box]] = []
    for cell in first:
        rows = rows_in(cell)
        if not _heights(cell):
            if any(row.boxes for row in rows) or found:
                return []
            continue
        marks = [one for one in rows[0].inlines if isinstance(one, Mark)]
        found.extend((cell.column, one.place.box) for one in marks if one.place.box is not None)
    return found


def _headers(row: Row) -> list[_Header]:
    """The words of a line, each with its place."""
    found = []
    for one in row.inlines:
        if not isinstance(one, Text) or one.box is None or len(one.text) > _LONGEST:
            continue
        width = (one.box[2] - one.box[0]) / max(len(one.text), 1)
        at = 0
        for word in one.text.split():
            at = one.text.index(word, at)
            left = one.box[0] + at * width
            box = (left, one.box[1], left + len(word) * width, one.box[3])
            found.append(_Header(replace(one, text=word, box=box), box))
            at += len(word)
    return found


def _stand_above(headers: Sequence[_Header], boxes: Sequence[Box]) -> bool:
    """Whether each of the words stands over one of the boxes, no nearer to any other."""
    middles = [middle(box)[0] for box in boxes]
    for at, header in enumerate(headers):
        own = middle(header.box)[0]
        nearest = min(range(len(middles)), key=lambda one: abs(middles[one] - own))
        if nearest != at:
            return False
    return True
