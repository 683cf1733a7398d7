"""What goes on over a page's end: tables, rows, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.pdf.pages.rests import in_mid_sentence, is_own_row, whole
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, TableDraft
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.text.flow import Draft, ends_in_mid_phrase, flows
from parsers.pdf.text.items import is_item
from parsers.pdf.text.region import Region
from parsers.pdf.text.seams import TIED

_SAME = 3.0
"""How far the same thing may lie apart on two pages, in points."""

_TALL = 0.6
"""A cell that takes more than this share of a page holds the form, and is no answer's."""


def joined(pages: Sequence[list[BlockDraft]], bottom: float) -> list[BlockDraft]:
    """The blocks of all pages as one; `bottom` is how far down the pages are filled, in points."""
    found: list[BlockDraft] = []
    for blocks in pages:
        rest = list(blocks)
        if found and rest:
            last, first = found[-1], rest[0]
            if isinstance(last, TableDraft) and isinstance(first, TableDraft):
                if _same_table(last, first):
                    found[-1] = _one_table(last, first, bottom)
                    rest = rest[1:]
            elif isinstance(last, Draft) and isinstance(first, Draft):
                entire = _one_paragraph(last, first, bottom)
                if entire is not None:
                    found[-1] = entire
                    rest = rest[1:]
        found.extend(rest)
    return found


def _one_paragraph(last: Draft, first: Draft, bottom: float) -> Draft | None:
    """A paragraph outside tables that goes on on the next page, or None where two stand there."""
    end = last.lines[-1]
    low = end.baseline > bottom - 4 * end.size and end.x1 - end.x0 > 20 * end.size
    room = Region(last.lines[0].x0, last.right, 0, loose=True)
    if low and in_mid_sentence(end.text, first.lines[0].text) and flows(last.lines, first.lines[0], room):
        return Draft((*last.lines, *first.lines), last.right)
    return None


def _same_table(last: TableDraft, first: TableDraft) -> bool:
    """Whether a table at a page's top is the rest of the one at the last page's bottom."""
    if (
        first.page == last.page
        or first.ruled != last.ruled
        or not _near(last.box[0], first.box[0])
        or not _near(last.box[2], first.box[2])
    ):
        return False
    one, two = last.columns, first.columns
    if not first.ruled or _within(one, two) or _within(two, one):
        return True
    return _aligned(_row(last, last.rows - 1), _row(first, 0))


def _near(one: float, two: float) -> bool:
    return abs(one - two) <= _SAME


def _within(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(_near(x, other) for other in others) for x in some)


def _row(table: TableDraft, row: int) -> list[CellDraft]:
    """The cells that reach down to a row."""
    cells = [cell for cell in table.cells if cell.cell.row <= row < cell.cell.row + cell.cell.row_span]
    return sorted(cells, key=lambda cell: cell.cell.box[0])


def _aligned(above: Sequence[CellDraft], below: Sequence[CellDraft]) -> bool:
    """Whether the cells of two rows have the same sides."""
    return len(above) == len(below) and all(
        _near(one.cell.box[0], two.cell.box[0]) and _near(one.cell.box[2], two.cell.box[2])
        for one, two in zip(above, below, strict=True)
    )


def _one_table(last: TableDraft, first: TableDraft, bottom: float) -> TableDraft:
    if not first.ruled:
        return _one_unruled(last, first, bottom)
    columns = _columns(last.columns, first.columns)
    first = _without_head(last, first)
    shift = last.rows
    cells = list(last.cells)
    rest = first.cells
    above, below = _row(last, last.rows - 1), _row(first, 0)
    if below and (_row_goes_on(above, below, bottom) or _is_around(last, first, bottom)):
        shift -= 1
        lone = _one_column(list(zip(above, below, strict=True)))
        for one, two in zip(above, below, strict=True):
            _pour(two, one, lone, bottom)
        grown = {id(one): two for one, two in zip(above, below, strict=True)}
        cells = [_taller(cell, grown.get(id(cell))) for cell in cells]
        rest = [cell for cell in rest if not any(cell is gone for gone in below)]
    elif _aligned(above, below):
        for at, (one, two) in enumerate(zip(above, below, strict=True)):
            if _reaches_over(one, two, at == 0):
                _pour(two, one, True, bottom)
                cells = [_longer(cell, two.cell.row_span) if cell is one else cell for cell in cells]
                rest = [cell for cell in rest if cell is not two]
    cells += [CellDraft(_moved(cell.cell, shift), cell.page, cell.blocks) for cell in rest]
    placed = [CellDraft(_fitted(cell.cell, columns), cell.page, cell.blocks) for cell in cells]
    placed.sort(key=lambda cell: (cell.cell.row, cell.cell.column))
    return TableDraft(last.box, last.page, columns, shift + first.rows, placed)


def _one_unruled(last: TableDraft, first: TableDraft, bottom: float) -> TableDraft:
    """Two tables with no lines as one: what stands under no label belongs to the row above."""
    head = _row(first, 0)
    shift = last.rows
    rest = list(first.cells)
    above = _row(last, last.rows - 1)
    if head and above and (not head[0].blocks or any(_goes_on_over(one, head) for one in above)):
        shift -= 1
        for cell in head:
            over = [one for one in above if one.cell.box[0] <= cell.cell.box[0] + _SAME]
            _pour(cell, over[-1], False, bottom)
        rest = [cell for cell in rest if not any(cell is gone for gone in head)]
    columns = _columns(last.columns, first.columns)
    cells = [*last.cells, *(CellDraft(_moved(cell.cell, shift), cell.page, cell.blocks) for cell in rest)]
    placed = [CellDraft(_fitted(cell.cell, columns), cell.page, cell.blocks) for cell in cells]
    return replace(last, columns=columns, rows=shift + first.rows, cells=placed)


def _goes_on_over(above: CellDraft, head: Sequence[CellDraft]) -> bool:
    """Whether the text of a cell is cut by the page's end, and a cell below it has its rest."""
    below = next((cell for cell in head if _near(cell.cell.box[0], above.cell.box[0])), None)
    if below is None or not above.blocks or not below.blocks:
        return False
    last, first = above.blocks[-1], below.blocks[0]
    if not isinstance(last, Draft) or not isinstance(first, Draft) or first.lines[0].marked:
        return False
    end = last.lines[-1]
    return ends_in_mid_phrase(end) or first.lines[0].text[:1].islower() or TIED.search(end.last) is not None


def _columns(one: Sequence[float], two: Sequence[float]) -> tuple[float, ...]:
    found: list[float] = []
    for x in sorted((*one, *two)):
        if not found or x - found[-1] > _SAME:
            found.append(x)
    return tuple(found)


def _without_head(last: TableDraft, first: TableDraft) -> TableDraft:
    """The rest of a table without the heading rows that the program repeats on each page."""
    head, again = _row(last, 0), _row(first, 0)
    texts = [cell.text for cell in head]
    same = texts == [cell.text for cell in again] and all(texts) and _aligned(head, again)
    if not same or last.rows < 2 or first.rows < 2 or any(cell.cell.row_span > 1 for cell in again):
        return first
    cells = [
        CellDraft(_moved(cell.cell, -1), cell.page, cell.blocks) for cell in first.cells if cell.cell.row > 0
    ]
    return replace(first, cells=cells, rows=first.rows - 1)


def _row_goes_on(above: Sequence[CellDraft], below: Sequence[CellDraft], bottom: float) -> bool:
    """Whether the next page's first row is the rest of this page's last one.

    Sure only where a text breaks off in mid-paragraph or the label is missing; else the rows stay two,
    one below the other.
    """
    if not _aligned(above, below) or max(cell.cell.box[3] for cell in above) < bottom - 40:
        return False
    pairs = list(zip(above, below, strict=True))
    if any(two.blocks and not one.blocks for one, two in pairs) or is_own_row(above, below):
        return False
    lone = _one_column(pairs)
    if _unlabelled(pairs) or _is_done(pairs):
        return True
    rests = [_breaks_off(one, two, lone) for one, two in pairs if two.blocks]
    return bool(rests) and (all(rests) or (rests[0] and _is_torn(pairs)))


def _is_torn(pairs: Sequence[tuple[CellDraft, CellDraft]]) -> bool:
    """Whether the label of a row breaks off in mid-phrase, so that the row goes on whatever else says.

    So does one in two languages behind its stroke: "Città /".
    """
    label, rest = pairs[0][0].blocks[-1:], pairs[0][1].blocks[:1]
    above = [block.lines[-1].text for block in label if isinstance(block, Draft)]
    below = [block.lines[0].text for block in rest if isinstance(block, Draft)]
    torn = any(text[:1].islower() for text in below) or any(text.endswith(" /") for text in above)
    return len(pairs) > 1 and bool(label) and torn


def _is_around(last: TableDraft, first: TableDraft, bottom: float) -> bool:
    """Whether a table is one cell around all that stands on its page, and the other is its rest."""
    one, two = last.cells, first.cells
    tall = last.box[3] - last.box[1] > _TALL * bottom and last.box[3] > bottom - 40
    return len(one) == len(two) == 1 and tall and bool(one[0].blocks)


def _unlabelled(pairs: Sequence[tuple[CellDraft, CellDraft]]) -> bool:
    """Whether the row above has a label and an answer, and the one below no label."""
    filled = [(one, two) for one, two in pairs if one.blocks]
    if len(filled) < 2 or any(cell.cell.row_span > 1 for cell in filled[0]):
        return False
    return not filled[0][1].blocks and any(two.blocks for _, two in filled)


def _is_done(pairs: Sequence[tuple[CellDraft, CellDraft]]) -> bool:
    """Whether the row above is boxes alone, side by side, and nothing is left of it below."""
    if len(pairs) < 2 or any(two.blocks for _, two in pairs):
        return False
    drafts = [block for one, _ in pairs for block in one.blocks if isinstance(block, Draft)]
    plain = all(len(draft.lines) == 1 and not draft.lines[0].worded for draft in drafts)
    return plain and len(drafts) == len(pairs)


def _one_column(pairs: Sequence[tuple[CellDraft, CellDraft]]) -> bool:
    """Whether only one cell of the row has anything in it: no label, hence no question before an answer."""
    return sum(bool(one.blocks or two.blocks) for one, two in pairs) == 1


def _breaks_off(above: CellDraft, below: CellDraft, lone: bool) -> bool:
    """Whether a cell's text goes on in the other, or a list of boxes does."""
    if not above.blocks or not below.blocks:
        return False
    last, first = above.blocks[-1], below.blocks[0]
    if isinstance(last, TableDraft) and isinstance(first, TableDraft):
        return _same_table(last, first)
    if not isinstance(last, Draft) or not isinstance(first, Draft):
        return False
    boxed = len(above.blocks) == 1 and len(last.lines) == 1 and last.lines[-1].lone
    if boxed and (not lone or (len(below.blocks) == 1 and first.lines[-1].lone)):
        # A box beside its label, in a cell of its own.
        return False
    if is_item(first.lines[0]) and (is_item(last.lines[-1]) or first.lines[0].marked):
        return True
    return whole(last, first, lone) is not None


def _pour(below: CellDraft, above: CellDraft, lone: bool, bottom: float) -> None:
    """Moves the content of the lower cell to the end of the upper one."""
    rest = list(below.blocks)
    if above.blocks and rest:
        last, first = above.blocks[-1], rest[0]
        if isinstance(last, TableDraft) and isinstance(first, TableDraft) and _same_table(last, first):
            above.blocks[-1] = _one_table(last, first, bottom)
            rest = rest[1:]
        elif isinstance(last, Draft) and isinstance(first, Draft):
            entire = whole(last, first, lone)
            if entire is not None:
                above.blocks[-1] = entire
                rest = rest[1:]
    above.blocks.extend(rest)


def _taller(cell: CellDraft, rest: CellDraft | None) -> CellDraft:
    if rest is None or rest.cell.row_span == 1:
        return cell
    grown = replace(cell.cell, row_span=cell.cell.row_span + rest.cell.row_span - 1)
    return CellDraft(grown, cell.page, cell.blocks)


def _reaches_over(above: CellDraft, below: CellDraft, label: bool) -> bool:
    """Whether a cell beside several rows has its rest on the next page: empty, or a label's end."""
    if not above.blocks:
        return False
    if not below.blocks:
        return above.cell.row_span > 1 or below.cell.row_span > 1
    last, first = above.blocks[-1], below.blocks[0]
    if not label or not isinstance(last, Draft) or not isinstance(first, Draft):
        return False
    broken = ends_in_mid_phrase(last.lines[-1]) or first.lines[0].text[:1].islower()
    return broken and not first.lines[0].marked and whole(last, first, True) is not None


def _longer(cell: CellDraft, rows: int) -> CellDraft:
    return CellDraft(replace(cell.cell, row_span=cell.cell.row_span + rows), cell.page, cell.blocks)


def _moved(cell: GridCell, rows: int) -> GridCell:
    return replace(cell, row=cell.row + rows)


def _fitted(cell: GridCell, columns: Sequence[float]) -> GridCell:
    """The cell with its columns counted among all of the table's."""
    left = min(range(len(columns)), key=lambda at: abs(columns[at] - cell.box[0]))
    right = min(range(len(columns)), key=lambda at: abs(columns[at] - cell.box[2]))
    return replace(cell, column=left, column_span=max(right - left, 1))
