"""The grid of a Word table: cells merged across and down stand once, and nothing in them is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.document import Block, Cell, Paragraph, Place, Table
from parsers.word.dress import DELETED, INSERTED, shade
from parsers.word.names import VAL, Element, W, has

_MAX_SPAN = 1_000
_SPAN, _DOWN, _ACROSS, _SHADE = W + "gridSpan", W + "vMerge", W + "hMerge", W + "shd"
_CHANGES = {W + "cellDel": DELETED, W + "cellIns": INSERTED}
TINT = 0x48
"""Paler shades behind a cell or a paragraph are how tables are dressed: banded rows, headings."""


class Merge(NamedTuple):
    """How a cell lies in the grid, from its ``w:tcPr``."""

    columns: int = 1
    down: str = ""
    """``restart``, ``continue`` or nothing."""
    across: str = ""
    """The same, for the old way to merge in a row."""
    dress: int = 0
    """What the cell gives its text: a tracked change, or a colour behind it."""


SINGLE = Merge()


def merge(properties: Element | None) -> Merge:
    """The merge that a cell's properties ask for."""
    if properties is None:
        return SINGLE
    columns, down, across, dress = 1, "", "", 0
    for child in properties:
        tag = child.tag
        if tag == _SPAN:
            columns = _number(child, 1)
        elif tag == _DOWN:
            down = _joined(child)
        elif tag == _ACROSS:
            across = _joined(child)
        elif tag == _SHADE:
            dress |= shade(child, TINT)
        elif tag in _CHANGES:
            dress |= _CHANGES[tag]
    return Merge(columns, down, across, dress)


def row_properties(properties: Element | None) -> tuple[int, int]:
    """How many columns a row leaves free before its first cell, and the dress of a tracked row."""
    if properties is None:
        return 0, 0
    dress = DELETED if has(properties, W + "del") else INSERTED if has(properties, W + "ins") else 0
    return _number(properties.find(W + "gridBefore"), 0), dress


def _number(element: Element | None, usual: int) -> int:
    """An element's number, held within what a table can have."""
    value = element.get(VAL, "") if element is not None else ""
    return min(int(value), _MAX_SPAN) if value.isdecimal() else usual


def _joined(element: Element) -> str:
    """``restart`` or ``continue``, which is what no value means."""
    return "restart" if element.get(VAL) == "restart" else "continue"


@dataclass(slots=True)
class _Open:
    """A cell that may still grow."""

    row: int
    column: int
    columns: int
    place: Place
    blocks: list[Block] = field(default_factory=list)
    rows: int = 1
    merged: bool = False


class Grid:
    """A table as its rows come by."""

    def __init__(self) -> None:
        self._cells: list[_Open] = []
        self._row = -1
        self._column = 0
        self._above: dict[int, _Open] = {}
        """The cells merged down, by column, that may go on in the row being read."""
        self._below: dict[int, _Open] = {}

    def begin_row(self, skipped: int) -> None:
        """Starts a row whose first cell stands after `skipped` columns."""
        self._row += 1
        self._column = skipped
        self._above, self._below = self._below, {}

    def add(self, how: Merge, blocks: list[Block], place: Place) -> None:
        """Adds a cell of the row, or what it holds to the cell it belongs to."""
        column, self._column = self._column, self._column + how.columns
        if how.across == "continue" and self._cells and self._cells[-1].row == self._row:
            before = self._cells[-1]
            before.columns += how.columns
            before.blocks.extend(_written(blocks))
            return
        above = self._above.get(column) if how.down == "continue" else None
        if above is not None:
            above.rows += 1
            above.blocks.extend(_written(blocks))
            self._below[column] = above
            return
        cell = _Open(self._row, column, how.columns, place, blocks)
        self._cells.append(cell)
        if how.down:
            self._below[column] = cell

    def table(self, place: Place) -> Table:
        """The finished table."""
        cells = (
            Cell(cell.row, cell.column, cell.rows, cell.columns, tuple(cell.blocks), cell.place)
            for cell in self._cells
        )
        return Table(tuple(cells), place)


def _written(blocks: list[Block]) -> list[Block]:
    """The blocks, or none of them where nothing is written in them."""
    if any(block.inlines if isinstance(block, Paragraph) else block.cells for block in blocks):
        return blocks
    return []
