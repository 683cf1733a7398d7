"""Options set in columns inside a cell: read row by row, the rests of those that wrap would be mixed up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.pdf.objects import around
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, TableDraft
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.tables.measures import SAME, groups
from parsers.pdf.text.dress import Dress
from parsers.pdf.text.flow import Draft, drafts
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.region import Region
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tokens import Token, gap, is_box, size_of

_INDENT = 30.0
"""How far behind its box the rest of an option begins at the most, in points."""

_LEADING = 1.8
"""Lines of one option are less than this apart, in font sizes."""

_GAP = 1.0
"""Columns are further apart than that, in font sizes."""

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of a cell that are columns of options."""

    first: int
    end: int
    lefts: tuple[float, ...]


def may_hold(lines: Sequence[Line]) -> bool:
    """Whether a cell's lines have boxes enough, some of them side by side, and lines with fewer."""
    boxes = [one.boxes for one in lines]
    return sum(boxes) >= _FEWEST and max(boxes) > 1 and min(boxes) < max(boxes)


def parted(
    tokens: Sequence[Token], lines: Sequence[Line], cell: GridCell, dress: Dress, room: Region
) -> list[BlockDraft] | None:
    """The blocks of a cell with columns of options in it, each column a cell; None where there are none.

    `tokens` and `lines`, of which there is one at least, are what the cell holds.
    """
    found = rows(tokens)
    block = _block(found)
    if block is None:
        return None
    table = _table(found[block.first : block.end], block.lefts, cell.box[2], lines[0].page, dress)
    before, after = lines[: block.first], lines[block.end :]
    return [*drafts(before, room), table, *drafts(after, room)]


def _block(found: Sequence[Sequence[Token]]) -> _Block | None:
    several = [at for at, row in enumerate(found) if sum(map(is_box, row)) > 1]
    if not several:
        return None
    lefts = _lefts(found[at] for at in several) or _lefts(found[several[0] :])
    if len(lefts) < 2 or any(_has_twins(found[at]) for at in several):
        return None
    first, end = several[0], _end(found, several[-1] + 1, lefts)
    part = found[first:end]
    crossed = any(_crosses(token, left) for row in part for token in row for left in lefts[1:])
    if crossed or not any(_wraps(row, lefts) for row in part):
        return None
    return _Block(first, end, lefts)


def _has_twins(row: Sequence[Token]) -> bool:
    """Whether two boxes stand side by side, as the one that was there and the one put in its stead do."""
    return any(is_box(one) and is_box(after) for one, after in pairwise(row))


def _lefts(some: Iterable[Sequence[Token]]) -> tuple[float, ...]:
    """Where columns of boxes begin; a box that stands alone makes none."""
    columns = groups([token.box[0] for row in some for token in row if is_box(token)])
    return tuple(group[0] for group in columns) if all(len(group) > 1 for group in columns) else ()


def _end(found: Sequence[Sequence[Token]], at: int, lefts: Sequence[float]) -> int:
    """The number of the row after the last that goes on with options of those columns."""
    while at < len(found):
        row, above = found[at], found[at - 1]
        boxes = [token for token in row if is_box(token)]
        near = row[0].box[3] - above[0].box[3] < _LEADING * size_of(row[0])
        mine = all(any(abs(box.box[0] - left) <= SAME for left in lefts) for box in boxes)
        if not mine or (not boxes and not (near and _begins_below(row, lefts))):
            break
        at += 1
    return at


def _begins_below(row: Sequence[Token], lefts: Sequence[float]) -> bool:
    return any(-SAME <= row[0].box[0] - left <= _INDENT for left in lefts)


def _crosses(token: Token, left: float) -> bool:
    return token.box[0] < left - SAME and token.box[2] > left


def _wraps(row: Sequence[Token], lefts: Sequence[float]) -> bool:
    """Whether a row goes on with options that are not in the first column; a gap parts them from a box."""
    bare = not any(map(is_box, row))
    return any(
        (bare or (at > 0 and gap(row, at) > _GAP))
        and not is_box(token)
        and -SAME <= token.box[0] - left <= _INDENT
        and _is_begin(row, at, left)
        for at, token in enumerate(row)
        for left in lefts[1:]
    )


def _is_begin(row: Sequence[Token], at: int, left: float) -> bool:
    return at == 0 or row[at - 1].box[2] < left


def _table(
    part: Sequence[Sequence[Token]], lefts: Sequence[float], right: float, page: int, dress: Dress
) -> TableDraft:
    box = around([token.box for row in part for token in row])
    edges = (*lefts, max(right, box[2]))
    cells = []
    for at, (start, end) in enumerate(pairwise(edges)):
        pieces = [[token for token in row if start - SAME <= token.box[0] < end - SAME] for row in part]
        lines = [line(piece, page, dress) for piece in pieces if piece]
        place = GridCell(0, at, 1, 1, (start, box[1], end, box[3]))
        cells.append(CellDraft(place, page, list(_options(lines, end))))
    return TableDraft(box, page, edges, 1, cells)


def _options(lines: Sequence[Line], right: float) -> Iterator[Draft]:
    """A column's lines as one paragraph an option: what has no box goes on with the one above."""
    run: list[Line] = []
    for one in lines:
        if run and one.boxes:
            yield Draft(tuple(run), right)
            run = []
        run.append(one)
    if run:
        yield Draft(tuple(run), right)
