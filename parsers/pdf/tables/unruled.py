"""Tables with no ruling lines: which rows of text they are, and what their cells hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.pdf.tables.cut import Row, are_ticked, is_flush
from parsers.pdf.tables.drafts import CellDraft, TableDraft
from parsers.pdf.tables.followers import is_next_label, is_rest_of_label
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.tables.shape import NARROW, Shape
from parsers.pdf.tables.stacked import are_stacked, headed
from parsers.pdf.tables.stacked import starts as stacked_starts
from parsers.pdf.text.closing import closed
from parsers.pdf.text.flow import LEADING, Draft, drafts, goes_on
from parsers.pdf.text.lines import Line
from parsers.pdf.text.region import Region, region
from parsers.pdf.text.tails import carried, may_be_carried

_PITCH = 1.3
"""About how far apart lines are, in font sizes."""

_SAME = 3.0
"""How far the beginnings of one column may lie apart, in points: a blank may stand before the text."""

_LABEL = 60.0
"""A column of labels is wider than that, in points."""

_FAR = 1.8
"""Lines of one label are no further apart than so many font sizes."""


def spans(
    rows: Sequence[Row], breaks: Sequence[float], known: Shape, running: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The numbers of the first row of each table, and of the row after its last.

    `breaks` are the heights where something else stands between the rows, `running` the numbers of
    rows that are lines of text for all their gaps.
    """
    at = 0
    while at < len(rows):
        end = at if at in running else _end(rows, at, breaks, known, running)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _end(
    rows: Sequence[Row], start: int, breaks: Sequence[float], known: Shape, running: Collection[int]
) -> int:
    """The number of the row after the last of a table that begins with row `start`, or `start`."""
    rest = start == 0 and (_goes_on_from(known, rows[0].first) or are_ticked(rows, known))
    if not rest and not _is_cut(rows[start], known):
        return start
    end = start + 1
    second = rows[start].lines[-1].x0 if len(rows[start].lines) < 2 else rows[start].lines[1].x0
    for at in range(start + 1, len(rows)):
        row, above = rows[at], rows[at - 1]
        if row.legend or at in running or any(above.first.baseline < y < row.first.baseline for y in breaks):
            break
        if row.joined:
            end = at + 1
        elif len(row.lines) > 1:
            second, end = row.lines[1].x0, at + 1
        elif is_flush(row.first, known) and row.first.baseline - above.first.baseline <= known.pitch + 1:
            end = at + 1
        elif row.first.x0 < known.first - _SAME or _crosses(row.first, second):
            break
        elif known.begins(row.first.x0) or _follows(rows[start:at], row.first) or _answers(above, row):
            end = at + 1 if end == at or row.first.x0 > second - _SAME else end
    return start if end == start + 1 and _is_prose(rows[start], known) else end


def _crosses(first: Line, second: float) -> bool:
    """Whether a line runs from the first column through the beginning of the second one."""
    return first.x0 < second - _SAME and first.x1 > second + _SAME


def _goes_on_from(known: Shape, first: Line) -> bool:
    """Whether a page's first line stands in a column that has room for another one on its left."""
    return known.begins(first.x0) and first.x0 > known.first + _LABEL


def _is_prose(row: Row, known: Shape) -> bool:
    """Whether a row alone is a line of text with a gap in it: its first piece goes far."""
    return row.first.x0 < known.first + NARROW and row.first.x1 > (known.first + known.right) / 2


def _is_cut(row: Row, known: Shape) -> bool:
    """Whether a row has a column begin where others do."""
    return any(known.begins(one.x0) for one in row.lines[1:])


def _answers(above: Row, row: Row) -> bool:
    """Whether a row holds the answer to a bold label that stands right above it, beside others."""
    one, head = row.first, above.first
    near = one.baseline - head.baseline < _FAR * head.size and abs(one.x0 - head.x0) <= _SAME
    return near and head.bold and not one.bold and len(above.lines) > 1


def _follows(rows: Sequence[Row], piece: Line) -> bool:
    """Whether a piece of a row is right below another."""
    above = (one for row in reversed(rows[-4:]) for one in row.lines)
    near = next((one for one in above if one.x0 < piece.x1 and piece.x0 < one.x1), None)
    return near is not None and piece.baseline - near.baseline < LEADING * near.size


def table(rows: Sequence[Row], bottom: float, known: Shape) -> TableDraft:
    """The table that rows make; `bottom` is where the next thing on the page begins."""
    lefts = _lefts(rows, known)
    edges = (
        *(left - known.gap for left in lefts),
        max(known.right, lefts[-1], *(row.lines[-1].x1 for row in rows)) + known.gap,
    )
    stacked = are_stacked(rows)
    own = [{_column(lefts, one.x0): one for one in row.lines} for row in rows] if stacked else []
    starts = stacked_starts(rows, own) if stacked else _starts(rows, lefts, edges[1] - known.gap, known)
    tops = [rows[at].top for at in starts]
    page = rows[0].first.page
    cells: list[CellDraft] = []
    for number, (start, end) in enumerate(zip(starts, (*starts[1:], len(rows)), strict=True)):
        heights = (tops[number], (*tops[1:], bottom)[number])
        lines = [one for row in rows[start:end] for one in row.lines]
        below = rows[end].first if end < len(rows) else None
        places = _placed(lines, lefts, number, edges, heights, matrix=known.is_ticked_under(lines[-1].x0))
        if below is not None and _is_heading(lines, below):
            whole = GridCell(number, 0, 1, len(lefts), (edges[0], heights[0], edges[-1], heights[1]))
            places = iter([(whole, lines)])
        cells += [_cell(cell, some, page, edges, known, stacked=stacked) for cell, some in places]
    box = (edges[0], tops[0], edges[-1], bottom)
    return TableDraft(box, page, edges, len(starts), cells, ruled=False)


def _lefts(rows: Sequence[Row], known: Shape) -> list[float]:
    """Where the columns of a table begin."""
    first = min(known.first, *(row.first.x0 for row in rows))
    starts = [one.x0 for row in rows for one in row.lines[1:]]
    beyond = first + 2 * NARROW
    starts += [
        row.first.x0
        for row in rows
        if (known.begins(row.first.x0) or (len(row.lines) > 1 and row.first.x0 > beyond))
        and not (known.flush is not None and abs(row.first.x1 - known.flush) <= _SAME)
    ]
    found = [first]
    for x in sorted(starts):
        if x - found[-1] > NARROW:
            found.append(x)
    return found


def _column(lefts: Sequence[float], x: float) -> int:
    return max(bisect_right(lefts, x + _SAME) - 1, 0)


def _starts(rows: Sequence[Row], lefts: Sequence[float], right: float, known: Shape) -> list[int]:
    """The numbers of the rows of text that a row of the table begins with."""
    found = [0]
    room = Region(lefts[0], right, 0)
    label: list[Line] = []
    last: dict[int, Line] = {}
    options: set[int] = set()
    for at, row in enumerate(rows):
        own = {_column(lefts, one.x0): one for one in row.lines}
        if row.ruled and at:
            found.append(at)
            last, options = own, {column for column, one in own.items() if one.marked}
            label = [row.first] if 0 in own else []
            continue
        wrapped = at > 0 and _is_wrapped(rows[at - 1], row, own, options)
        options |= {column for column, one in own.items() if one.marked}
        if row.joined or wrapped:
            last.update(own)
            continue
        options -= {column for column, one in own.items() if not one.marked}
        labelled = 0 in own
        anew = labelled and not (label and _is_same(label, row.first, room, known))
        if labelled and at:
            anew = (anew and not is_rest_of_label(rows[at - 1], row)) or is_next_label(rows[at - 1], row)
        headed = at > 0 and len(row.lines) > 1 and _is_heading(rows[at - 1].lines, row.first)
        begun = anew and (headed or not (_is_rest(row, label, known) or _is_amid(rows, at, lefts, known)))
        if at and (begun or (not labelled and _is_below(rows[at - 1], own, last, known))):
            found.append(at)
            last = {}
        if labelled:
            label = [row.first] if anew else [*label, row.first]
        last.update(own)
    return found


def _is_wrapped(above: Row, row: Row, own: Mapping[int, Line], options: Collection[int]) -> bool:
    """Whether a row holds nothing but the rest of options; in which columns those stand is told."""
    size = above.first.size
    close = row.first.baseline - above.first.baseline < LEADING * size
    return close and all(not one.boxes and column in options for column, one in own.items())


def _is_same(label: Sequence[Line], line: Line, room: Region, known: Shape) -> bool:
    """Whether a line of the first column goes on with the label above it."""
    step = line.baseline - label[-1].baseline
    close = step < LEADING * label[-1].size
    if known.close and line.bold == label[-1].bold:
        return step <= known.close * line.size
    if is_flush(label[-1], known):
        return step <= known.pitch + 1 if known.pitch else close
    if step > _FAR * label[-1].size:
        return False
    return (close or not known.spaced) and goes_on(label, line, room)


def _is_below(above: Row, own: Mapping[int, Line], last: Mapping[int, Line], known: Shape) -> bool:
    """Whether text with no label beside it stands as far below a row's longest cell as rows do.

    Where it is further from what stands above it in its own column, it is no part of that cell.
    """
    step = min(one.baseline for one in own.values()) - max(one.baseline for one in above.lines)
    if not known.spaced or step < known.spaced - 1:
        return False
    return any(
        column not in last or one.baseline - last[column].baseline > step + 0.5 * one.size
        for column, one in own.items()
    )


def _is_rest(row: Row, label: Sequence[Line], known: Shape) -> bool:
    """Whether a line stands right below a label, where that tells or it is alone in its row."""
    near = label and row.first.baseline - label[-1].baseline < (known.close or LEADING) * label[-1].size
    return (known.spaced or len(row.lines) == 1) and bool(near)


def _is_amid(rows: Sequence[Row], at: int, lefts: Sequence[float], known: Shape) -> bool:
    """Whether a text beside a row goes on in it or past it, so that no row of the table begins there."""
    above, own, below = (
        {_column(lefts, one.x0): one for one in row.lines}
        for row in (_other(rows, at - 1), rows[at], _other(rows, at + 1))
    )
    return any(
        column in below and below[column].baseline - one.baseline < LEADING * one.size
        if column not in own
        else known.spaced and column > 0 and own[column].baseline - one.baseline < LEADING * one.size
        for column, one in above.items()
    )


def _other(rows: Sequence[Row], at: int) -> Row:
    return rows[at] if 0 <= at < len(rows) else Row((), 0.0)


def _is_heading(lines: Sequence[Line], below: Line) -> bool:
    """Whether a row is nothing but words over boxes: their heading, as wide as the table."""
    return below.boxes > 0 and all(not one.boxes and abs(one.x0 - below.x0) <= _SAME for one in lines)


def _placed(
    lines: Sequence[Line],
    lefts: Sequence[float],
    row: int,
    edges: Sequence[float],
    heights: tuple[float, float],
    *,
    matrix: bool,
) -> Iterator[tuple[GridCell, list[Line]]]:
    """The cells of a table's row with the lines of each: as many columns wide as they are.

    In a `matrix` a tick stands under its head.
    """
    places = [_column(lefts, one.x0) for one in lines]
    at = 0
    while at < len(lefts):
        own = [one for one, place in zip(lines, places, strict=True) if place == at]
        after = min((place for place in places if place > at), default=len(lefts))
        reach = max((one.x1 for one in own), default=0.0)
        end = min(after, max(at, bisect_right(edges, reach) - 1) + 1)
        if len(own) == len(lines) - 1 == 1 and not own[0].boxes and lines[-1].lone and not matrix:
            # Between an option and its box there is no cell.
            end = after
        yield GridCell(row, at, 1, end - at, (edges[at], heights[0], edges[end], heights[1])), own
        at = end


def _cell(
    cell: GridCell, lines: Sequence[Line], page: int, edges: Sequence[float], known: Shape, *, stacked: bool
) -> CellDraft:
    """A cell with its paragraphs; it need not be as wide as the room it has."""
    lines = carried(lines) if may_be_carried(lines) else lines
    reach = max((one.x1 for one in lines), default=cell.box[0])
    inner = edges[cell.column + 1 : cell.column + cell.column_span]
    right = next((edge for edge in inner if edge - known.gap >= reach - 1), cell.box[2])
    room = region(lines, cell.box[0], right, known.gap)
    if known.spaced and lines:
        room = replace(room, pitch=min(room.pitch, _PITCH * lines[0].size))
    if len(lines) > 1 and all(is_flush(one, known) and not one.boxes for one in lines):
        return CellDraft(cell, page, [Draft(tuple(lines), room.right)])
    found = drafts(lines, room)
    found = closed(found, reach) if known.spaced else found
    return CellDraft(cell, page, list(headed(found) if stacked else found))
