"""Where fields, frames and pictures come among a page's text: behind the label that they answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.document import Box, Mark, Paragraph
from parsers.pdf.objects import area, holds, middle
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, PictureDraft, Placed, TableDraft
from parsers.pdf.text.flow import LEADING, Draft
from parsers.pdf.text.lines import Line

_BESIDE, _CLOSE = 6.0, 0.5
"""How far a text before a field and one above it may be, in font sizes, to be surely its label."""

_SLACK = 3.0
"""How far below a picture the text beside it may stand, in points."""


_FLUSH = 3.0
"""A field that begins this near to where words do, in points, is set flush with them."""


def beside(text: Sequence[Placed], table: TableDraft) -> float:
    """The height of a table among the page's blocks: that of the label of a frame, on the left of it."""
    row = first_row(table.box)
    labels = [
        one.y
        for one in text
        if isinstance(one.block, Draft)
        and one.block.lines[0].x1 <= table.box[0] + 1
        and row[1] < one.y <= row[3] + _SLACK
    ]
    return max(labels, default=table.box[1]) if len(table.cells) == 1 else table.box[1]


def level(placed: Sequence[Placed], box: Box) -> float:
    """The height of a field or picture among the page's blocks: that of the text beside it."""
    y = middle(box)[1]
    beside = [one.y for one in placed if isinstance(one.block, Draft) and box[1] < one.y <= box[3] + _SLACK]
    return min(beside, key=lambda height: abs(height - y)) if beside else y


def holder(tables: Sequence[TableDraft], box: Box) -> CellDraft | None:
    """The innermost cell that a box lies in."""
    x, y = middle(box)
    for table in tables:
        found = None if table.ruled else _begun(table, box)
        if found is not None:
            return found
        for cell in table.cells if table.ruled else ():
            if holds(cell.cell.box, x, y) and area(cell.cell.box) > area(box) * 0.8:
                inner = [block for block in cell.blocks if isinstance(block, TableDraft)]
                return holder(inner, box) or cell
    return None


def _begun(table: TableDraft, box: Box) -> CellDraft | None:
    """The cell of a table with no lines that a field is part of: that of the words it stands behind.

    Else the one that it begins in. There a cell ends where its text does.
    """
    x, y = box[0] + 2, middle(first_row(box))[1]
    if x < table.box[0] or not table.box[1] <= y <= table.box[3]:
        return None
    under = next((cell for cell in table.cells if _is_headed(cell, box)), None)
    if under is not None:
        return under
    before = [
        (box[0] - line.x1, at)
        for at, cell in enumerate(table.cells)
        for block in cell.blocks
        if isinstance(block, Draft)
        for line in block.lines
        if line.x1 <= box[0] + 1 and abs(line.baseline - 3 - y) < 0.8 * line.size
    ]
    gap, at = min(before, default=(1000.0, 0))
    there = next((cell for cell in table.cells if holds(cell.cell.box, x, y)), None)
    if gap > 10 * _BESIDE or (there is not None and not there.blocks):
        return there
    return table.cells[at]


def _is_headed(cell: CellDraft, box: Box) -> bool:
    """Whether a field stands in a cell right below words that begin where it does."""
    if not holds(cell.cell.box, *middle(box)) or not cell.blocks:
        return False
    head = cell.blocks[0]
    if not isinstance(head, Draft):
        return False
    last = head.lines[-1]
    return abs(last.x0 - box[0]) < _FLUSH and -_FLUSH < box[1] - last.baseline < last.size


def insert(cell: CellDraft, item: BlockDraft, box: Box) -> None:
    """Puts a block into a cell: after the text to its left, or before what stands below it."""
    _part(cell, box)
    at = next((at for at, block in enumerate(cell.blocks) if _top(block) > middle(box)[1]), len(cell.blocks))
    beside = [at for at, block in enumerate(cell.blocks) if _ends_before(block, box)]
    at = max(at, beside[-1] + 1) if beside else at
    while at < len(cell.blocks) and isinstance(item, Paragraph) and _is_part(cell.blocks[at], item):
        at += 1
    cell.blocks.insert(at, item)


def _part(cell: CellDraft, box: Box) -> None:
    """Parts a text behind the line that a field stands beside, where the next one is no rest of it."""
    for at, block in enumerate(cell.blocks):
        if isinstance(block, Draft):
            parts = _parts(block, box)
            if len(parts) > 1:
                cell.blocks[at : at + 1] = parts
                return


def parted(one: Placed, box: Box) -> list[Placed]:
    """A text outside tables, parted behind the line that a field stands beside."""
    parts = _parts(one.block, box) if isinstance(one.block, Draft) else []
    if len(parts) < 2:
        return [one]
    head, rest = parts
    return [replace(one, block=head), Placed(rest.lines[0].baseline, one.x, rest)]


def _parts(block: Draft, box: Box) -> list[Draft]:
    lines = block.lines
    for at, (last, below) in enumerate(pairwise(lines), 1):
        if _is_before(last, box) and below.baseline - last.baseline > LEADING * last.size:
            rest = frozenset(number - at for number in block.breaks if number > at)
            return [replace(block, lines=lines[:at]), replace(block, lines=lines[at:], breaks=rest)]
    return [block]


def _ends_before(block: BlockDraft, box: Box) -> bool:
    """Whether a text's last line stands on the left of a box and on its level."""
    if not isinstance(block, Draft):
        return False
    return _is_before(block.lines[-1], box)


def _is_before(last: Line, box: Box) -> bool:
    return _end(last, box) <= box[0] + 1 and box[1] < last.baseline <= box[3] + _SLACK


def _end(line: Line, box: Box) -> float:
    """Where a line ends, or its words do where a field stands between them and the line's last box."""
    last = line.inlines[-1] if line.tailed else None
    there = last.place.box if isinstance(last, Mark) else None
    between = there is not None and line.x0 < box[0] and box[2] < middle(there)[0]
    return min(line.x1, box[0]) if between else line.x1


def _top(block: BlockDraft) -> float:
    if isinstance(block, Draft):
        return block.lines[0].baseline
    if isinstance(block, TableDraft):
        return block.box[1]
    if isinstance(block, PictureDraft):
        return middle(block.picture.box)[1]
    box = block.place.box
    return middle(first_row(box))[1] if box else 0.0


def first_row(box: Box) -> Box:
    """Where the first line of a field stands, about."""
    return (box[0], box[1], box[2], min(box[3], box[1] + 14.0))


def entries_under(placed: list[Placed], moved: Mapping[Box, Box]) -> list[Placed]:
    """The same order, but a field that stands under its label follows it, whatever stands to the left.

    `moved` are the places that fields with their label below them are to have.
    """
    found: list[Placed] = []
    for entry in placed:
        block = entry.block
        at = len(found)
        box = _room(block)
        if box is not None:
            label = _label_above(found, moved.get(box, box), box in moved)
            at = at if label is None else label + 1
            while at < len(found) and isinstance(block, Paragraph) and _is_part(found[at].block, block):
                at += 1
        found.insert(at, entry)
    return found


def _room(block: BlockDraft) -> Box | None:
    """Where a field or a frame for one answer is."""
    if isinstance(block, Paragraph):
        return block.place.box
    framed = isinstance(block, TableDraft) and block.ruled and len(block.cells) == 1
    return block.box if framed and isinstance(block, TableDraft) else None


def _is_part(block: BlockDraft, other: Paragraph) -> bool:
    return isinstance(block, Paragraph) and block.place == other.place


def _label_above(found: Sequence[Placed], box: Box, sure: bool) -> int | None:
    """The number of the text right above a field, unless a text before the field is its label.

    A text that ends right before the field is; one further away where what stands above is not closer.
    None is where it is `sure` that the label stands above.
    """
    row = first_row(box)
    above, over, beside = None, 0.0, 1000.0
    for at, one in enumerate(found):
        block = one.block
        if isinstance(block, Draft):
            last = block.lines[-1]
            if (
                not sure
                and abs(last.baseline - 3 - middle(row)[1]) < 0.8 * last.size
                and _end(last, box) <= box[0] + 1
            ):
                beside = min(beside, (box[0] - _end(last, box)) / last.size)
            across = min(last.x1, box[2]) - max(last.x0, box[0])
            if -4 < box[1] - last.box[3] < 1.5 * last.size and across > 0:
                above, over = at, (box[1] - last.box[3]) / last.size
    return None if beside < _BESIDE or (beside < 1000 and over > _CLOSE) else above
