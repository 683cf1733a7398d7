"""A page's things to blocks: tables with their cells filled, and the text outside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parsers.document import Box, Paragraph, Place, Text
from parsers.pdf.drawn.marks import is_box
from parsers.pdf.fields.answers import under_captions
from parsers.pdf.fields.places import beside, entries_under, first_row, holder, insert, level, parted
from parsers.pdf.objects import Entry, Kind, area
from parsers.pdf.pages.bare import Bare
from parsers.pdf.pages.outside import outside
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, PictureDraft, Placed, TableDraft
from parsers.pdf.tables.grid import Grid
from parsers.pdf.tables.option_columns import may_hold
from parsers.pdf.tables.option_columns import parted as options
from parsers.pdf.tables.rows import boxes, part_labels
from parsers.pdf.tables.shape import Setting
from parsers.pdf.text.closing import closed, stacked
from parsers.pdf.text.flow import Draft, drafts
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.region import region
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tails import carried, may_be_carried


def fill(page: Bare, setting: Setting) -> list[BlockDraft]:
    """The page's blocks from the top."""
    tables = _tables(page, setting)
    pictures = [one.box for one in page.page.pictures]
    text = outside(
        page.free, page.page.number, page.dress, tables, setting, titles=page.titles, pictures=pictures
    )
    placed = [*text, *(Placed(beside(text, table), table.box[0], table) for table in tables)]
    tables = [*tables, *(one.block for one in text if isinstance(one.block, TableDraft))]
    moved = under_captions(page.page.entries, page.things.words) if page.page.entries else {}
    for item, box in _loose(page, moved):
        target = holder(tables, box)
        if target is None:
            placed = [part for one in placed for part in parted(one, box)]
            placed.append(Placed(level(placed, box), box[0], item))
        else:
            insert(target, item, box)
    placed.sort(key=lambda one: (one.y, one.x))
    return [one.block for one in entries_under(placed, moved)]


def _tables(page: Bare, setting: Setting) -> list[TableDraft]:
    """The tables with their cells filled; a table inside a cell is that cell's."""
    found: list[tuple[Grid, TableDraft]] = []
    number = page.page.number
    lines = {at: [line(row, number, page.dress) for row in rows(some)] for at, some in page.inside.items()}
    lines = {at: carried(own) if may_be_carried(own) else own for at, own in lines.items()}
    after, over = _after(lines.values()), _over(lines.values())
    at = 0
    for grid in page.tables:
        cells = []
        for cell in grid.cells:
            room = region(lines[at], cell.box[0], cell.box[2], setting.gap, after, over=over)
            parts = drafts(lines[at], room)
            blocks: list[BlockDraft] = list(closed(parts) if setting.spaced else parts)
            if may_hold(lines[at]):
                blocks = options(page.inside[at], lines[at], cell, page.dress, room) or blocks
            cells.append(CellDraft(cell, number, blocks))
            at += 1
        _stack(cells)
        table = TableDraft(grid.box, page.page.number, grid.columns, len(grid.rows) - 1, cells)
        found.append((grid, table))
    top: list[TableDraft] = []
    for _, table in sorted(found, key=lambda pair: -area(pair[0].box)):
        around = holder(top, table.box)
        if around is None:
            top.append(table)
        else:
            insert(around, table, table.box)
    return top


def _stack(cells: Sequence[CellDraft]) -> None:
    """Makes the lines of labels one paragraph, but for labels whose boxes stand in a cell of their own."""
    boxed = {cell.cell.row for cell in cells if boxes(cell)}
    if boxed:
        part_labels(cells)
    for cell in cells:
        parts = [block for block in cell.blocks if isinstance(block, Draft)]
        if len(parts) == len(cell.blocks) == 2 and cell.cell.row not in boxed:
            cell.blocks[:] = stacked(parts)


def _after(cells: Iterable[Sequence[Line]]) -> bool:
    """Whether boxes stand after their labels on this page, as a rule."""
    tailed = before = 0
    for lines in cells:
        tailed += sum(line.tailed and line.worded for line in lines)
        before += sum(line.marked and line.worded for line in lines)
    return tailed > 3 * before + 2


def _over(cells: Iterable[Sequence[Line]]) -> bool:
    """Whether boxes with lines of their own stand over their labels on this page: they begin cells."""
    found = 0
    for lines in cells:
        if len(lines) > 1:
            found += lines[0].lone and lines[-1].worded
            found -= lines[-1].lone and lines[0].worded
    return found > 0


def _loose(page: Bare, moved: Mapping[Box, Box]) -> list[tuple[BlockDraft, Box]]:
    """Pictures and filled-in text fields, each a block of its own."""
    found: list[tuple[BlockDraft, Box]] = [
        (PictureDraft(page.page.number, number, picture), picture.box)
        for number, picture in enumerate(page.page.pictures, 1)
    ]
    for entry in (*page.page.entries, *page.typed):
        if entry.kind is Kind.TEXT and entry.value.strip() and not is_box(entry):
            box = moved.get(entry.box, entry.box)
            found.extend((part, _row(box, at)) for at, part in enumerate(_written(entry, page.page.number)))
    return found


def _written(entry: Entry, page: int) -> list[Paragraph]:
    """The paragraphs of a text field."""
    place = Place(page=page, box=entry.box)
    return [
        Paragraph((Text(part, box=entry.box),) if part else (), place) for part in entry.value.split("\n")
    ]


def _row(box: Box, at: int) -> Box:
    """Where a field's paragraph stands, about: only its order matters."""
    x0, top, x1, bottom = first_row(box)
    return (x0, top + at * 0.01, x1, bottom + at * 0.01)
