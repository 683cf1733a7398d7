"""What asks with boxes below an answer in a table with no lines, where nothing but the boxes tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.tables.drafts import BlockDraft, CellDraft
from parsers.pdf.text.flow import Draft

_QUESTION = re.compile(r"\?\W*$")


def asked_apart(cells: Sequence[CellDraft]) -> list[CellDraft]:
    """The cells of a table with no lines; what asks with boxes below an answer has a row of its own."""
    found: list[CellDraft] = []
    more = 0
    for cell in cells:
        grid = replace(cell.cell, row=cell.cell.row + more)
        at = _asks_from(cell) if _is_alone(cell, cells) else 0
        found.append(CellDraft(grid, cell.page, cell.blocks[:at] if at else cell.blocks))
        if at:
            more += 1
            found.append(CellDraft(replace(grid, row=grid.row + 1), cell.page, cell.blocks[at:]))
    return found


def _is_alone(cell: CellDraft, cells: Sequence[CellDraft]) -> bool:
    """Whether a cell stands alone in its row but for a label, and is the last that does not stay empty."""
    row = [one for one in cells if one.cell.row == cell.cell.row and one.cell.column > 0 and one.blocks]
    return len(row) == 1 and row[0] is cell


def _asks_from(cell: CellDraft) -> int:
    """The number of the paragraph with boxes below it that stands below other text; 0 where there is none."""
    flat = [_has_box(block) for block in cell.blocks]
    numbers = range(len(flat) - 2, 0, -1)
    found = next((at for at in numbers if not flat[at - 1] and not flat[at] and flat[at + 1]), 0)
    # Options without a box of their own may come before those with one.
    asking = [at for at in range(max(found - 2, 1), found) if _asks(cell.blocks[at])]
    return asking[-1] if asking else found


def _asks(block: BlockDraft) -> bool:
    return isinstance(block, Draft) and _QUESTION.search(block.lines[-1].text) is not None


def _has_box(block: BlockDraft) -> bool:
    return isinstance(block, Draft) and (block.lines[0].marked or block.lines[-1].tailed)
