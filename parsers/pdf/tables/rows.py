"""Boxes in a cell of their own beside their labels' cell: which box stands on which label's level.

Where both cells hold as many paragraphs their order tells. Where boxes are missing only the page
shows it: the row is cut into one row a label, as a table with no lines between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.document import Mark
from parsers.pdf.tables.drafts import CellDraft
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.text.flow import Draft, ends_in_mid_phrase
from parsers.pdf.text.lines import Line

_LEVEL = 0.7
"""By how many font sizes a box may stand higher or lower than its label."""

_DOUBTFUL = 0.6


def levelled(cells: Sequence[CellDraft]) -> list[CellDraft]:
    """A table's cells with such rows cut. Rows that a page's end parted are to be whole again by then."""
    found = list(cells)
    for cell in cells:
        found = _parted(found, cell)
    return found


def _parted(cells: list[CellDraft], cell: CellDraft) -> list[CellDraft]:
    """The cells with the row of a cell of boxes cut, where boxes are missing."""
    drafts = boxes(cell)
    labels = _beside(cells, cell) if drafts and any(cell is one for one in cells) else None
    if labels is None or cell.cell.row_span > 1 or labels.cell.row_span > 1:
        return cells
    parts = [block for block in labels.blocks if isinstance(block, Draft)]
    levels = [_level(draft, parts) for draft in drafts]
    own = {at: _judged(one, parts[at]) for at, one in zip(levels, drafts, strict=True) if at is not None}
    if not 1 < len(parts) == len(labels.blocks) or not len(own) == len(drafts) < len(parts):
        return cells
    return _cut(cells, cell, labels, [own.get(at) for at in range(len(parts))], parts)


def boxes(cell: CellDraft) -> list[Draft]:
    """What a cell holds, where that is boxes alone."""
    drafts = [block for block in cell.blocks if isinstance(block, Draft)]
    alone = all(len(draft.lines) == 1 and not draft.lines[0].worded for draft in drafts)
    boxed = alone and any(draft.lines[0].lone for draft in drafts)
    return drafts if boxed and len(drafts) == len(cell.blocks) else []


def part_labels(cells: Sequence[CellDraft]) -> None:
    """Parts labels that were taken for one because the upper fills its line, where boxes stand beside them.

    As many labels as boxes there are to be: one in each line, or one for each line with a capital.
    """
    for cell in cells:
        count = len(boxes(cell))
        labels = _beside(cells, cell) if count > 1 else None
        if labels is None or len(labels.blocks) >= count:
            continue
        parts = [block for block in labels.blocks if isinstance(block, Draft) and not block.breaks]
        if len(parts) < len(labels.blocks):
            continue
        lines = sum(len(part.lines) for part in parts)
        cut = [one for part in parts for one in _at_capitals(part, alone=lines == count)]
        if len(cut) == count:
            labels.blocks[:] = cut


def _at_capitals(label: Draft, *, alone: bool) -> list[Draft]:
    """A paragraph in parts that begin with a capital letter; `alone`: one for each line."""
    parts: list[list[Line]] = []
    for line in label.lines:
        if not parts or alone or (line.text[:1].isupper() and not ends_in_mid_phrase(parts[-1][-1])):
            parts.append([])
        parts[-1].append(line)
    return [replace(label, lines=tuple(part)) for part in parts]


def _beside(cells: Sequence[CellDraft], own: CellDraft) -> CellDraft | None:
    """The cell of labels on the right of a cell of boxes, else on its left."""
    row = [cell for cell in cells if cell.cell.row == own.cell.row and cell is not own]
    right = [cell for cell in row if cell.cell.column == own.cell.column + own.cell.column_span]
    left = [cell for cell in row if cell.cell.column + cell.cell.column_span == own.cell.column]
    return next((cell for cell in (*right, *left) if cell.blocks and not boxes(cell)), None)


def _level(box: Draft, labels: Sequence[Draft]) -> int | None:
    """The number of the label on a box's level."""
    y, page = box.lines[0].baseline, box.lines[0].page
    for at, label in enumerate(labels):
        if any(abs(one.baseline - y) <= _LEVEL * one.size and one.page == page for one in label.lines):
            return at
    return None


def _judged(box: Draft, label: Draft) -> Draft:
    """A box with a doubt about it, where it stands beside a further line of its label."""
    line = box.lines[0]
    if abs(label.lines[0].baseline - line.baseline) <= _LEVEL * line.size:
        return box
    inlines = tuple(
        replace(one, confidence=min(one.confidence, _DOUBTFUL)) if isinstance(one, Mark) else one
        for one in line.inlines
    )
    return replace(box, lines=(replace(line, inlines=inlines),))


def _cut(
    cells: Sequence[CellDraft],
    boxed: CellDraft,
    labels: CellDraft,
    own: Sequence[Draft | None],
    parts: Sequence[Draft],
) -> list[CellDraft]:
    """The cells with the row of the boxes cut into one row a label."""
    row, more = boxed.cell.row, len(parts) - 1
    found = []
    for cell in cells:
        grid = cell.cell
        if cell is boxed or cell is labels:
            blocks = own if cell is boxed else parts
            for at, block in enumerate(blocks):
                part = replace(grid, row=row + at, box=_slice(grid, parts, at))
                found.append(CellDraft(part, cell.page, [] if block is None else [block]))
            continue
        if grid.row > row:
            cell.cell = replace(grid, row=grid.row + more)
        elif grid.row + grid.row_span > row:
            cell.cell = replace(grid, row_span=grid.row_span + more)
        found.append(cell)
    return sorted(found, key=lambda cell: (cell.cell.row, cell.cell.column))


def _slice(grid: GridCell, parts: Sequence[Draft], at: int) -> tuple[float, float, float, float]:
    """The part of a cell beside one label."""
    top = grid.box[1] if at == 0 else parts[at].lines[0].box[1]
    bottom = grid.box[3] if at == len(parts) - 1 else parts[at + 1].lines[0].box[1]
    return (grid.box[0], top, grid.box[2], bottom)
