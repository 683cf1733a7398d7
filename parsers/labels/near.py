"""Boxes alone on a page that the order of its paragraphs parts from their words.

Words and boxes that stand in turns on one level are one line; a box right below a text, nearer to it
than to what follows, is that text's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Block, Inline, Paragraph, Table, Text
from parsers.labels.recut import rows_in
from parsers.labels.rows import Row, are_halves, around, rows_of, spaced

_LEVEL = 4.0
"""What stands on one line differs in height by no more than this, in points."""

_BELOW = 1.3
"""A box stands this near below its text, in heights of a line."""

_INDENT = 30.0
"""It begins no further to the right than this, in points."""

_FREE = 60.0
"""So far on both sides of it nothing else stands, in points."""

_MOST = 400
"""Among no more paragraphs than this such boxes are sought."""

_CELLS = 60
"""So many cells back the first line of a question is looked for."""

_TAB = Text("\t")


@dataclass(frozen=True, slots=True)
class _Held:
    """A paragraph with its printed lines."""

    paragraph: Paragraph
    rows: tuple[Row, ...]

    @property
    def alone(self) -> bool:
        """Whether it is one box and nothing else."""
        return len(self.rows) == 1 and self.rows[0].boxes == 1 and not self.rows[0].text

    @property
    def words(self) -> bool:
        """Whether it is text without boxes."""
        return bool(self.rows) and not any(row.boxes for row in self.rows)


def grown(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the boxes that stand below a table's cells put into those."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        table = _with_below(last, block) if isinstance(last, Table) and isinstance(block, Paragraph) else None
        if table is not None:
            found[-1] = table
        else:
            found.append(block)
    return found


def gathered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a page or of a cell with such boxes put to their words."""
    held = [_Held(one, tuple(rows_of(one))) for one in paragraphs]
    if len(held) > _MOST or not any(one.alone for one in held):
        return list(paragraphs)
    lines = _lined(held)
    return _below(lines)


def _with_below(table: Table, following: Paragraph) -> Table | None:
    """The table with the box alone that stands below the words of one of its cells, if it does."""
    box = _Held(following, tuple(rows_of(following)))
    if not box.alone or following.place.page != table.place.page:
        return None
    for number, cell in enumerate(table.cells):
        paragraphs = [one for one in cell.blocks if isinstance(one, Paragraph)]
        held = [_Held(one, tuple(rows_of(one))) for one in paragraphs]
        if len(paragraphs) < len(cell.blocks) or any(not one.words for one in held):
            continue
        if _owner(box, [*held, box]) is not None:
            parts = _upwards(table, number)
            blocks = tuple(block for at in reversed(parts) for block in table.cells[at].blocks)
            cells = [replace(one, blocks=()) if at in parts else one for at, one in enumerate(table.cells)]
            cells[number] = replace(cell, blocks=(_one(blocks), following))
            return replace(table, cells=tuple(cells))
    return None


def with_questions(table: Table) -> Table:
    """The table with the lines of a question above a box in one cell: that right above the box."""
    cells = list(table.cells)
    starts = {(cell.row, cell.column): cell for cell in table.cells}
    for number, cell in enumerate(table.cells):
        under = starts.get((cell.row + cell.row_span, cell.column))
        lines = rows_in(under) if under is not None else []
        alone = len(lines) == 1 and lines[0].boxes == 1 and not lines[0].text
        if not alone or not rows_in(cell) or any(row.boxes for row in rows_in(cell)):
            continue
        parts = _upwards(table, number)
        if len(parts) > 1:
            blocks = tuple(block for at in reversed(parts) for block in table.cells[at].blocks)
            for at in parts:
                cells[at] = replace(cells[at], blocks=())
            cells[number] = replace(cell, blocks=(_one(blocks),))
    return replace(table, cells=tuple(cells))


def _upwards(table: Table, number: int) -> list[int]:
    """The numbers of a cell and of those above it whose words go on in it, from below to above."""
    found = [number]
    for at in range(number - 1, max(number - _CELLS, 0) - 1, -1):
        upper, lower = table.cells[at], table.cells[found[-1]]
        if upper.column != lower.column or upper.row + upper.row_span != lower.row:
            continue
        lines, under = rows_in(upper), rows_in(lower)
        if not lines or any(row.boxes for row in lines) or not are_halves(lines[-1], under[0]):
            break
        found.append(at)
    return found


def _one(blocks: Sequence[Block]) -> Paragraph:
    """The paragraphs of one text as one."""
    rows = [row for block in blocks if isinstance(block, Paragraph) for row in rows_of(block)]
    first = next(block for block in blocks if isinstance(block, Paragraph))
    place = replace(first.place, box=around([row.box for row in rows]))
    return replace(first, inlines=tuple(one for row in rows for one in spaced(row.inlines)), place=place)


def _lined(held: Sequence[_Held]) -> list[_Held]:
    """What follows one another on one level, joined where a box alone has words on both sides."""
    runs: list[list[_Held]] = []
    for one in held:
        if runs and _goes_on(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in ([_joined(run)] if _in_turns(run) else run)]


def _goes_on(last: _Held, one: _Held) -> bool:
    if len(last.rows) != 1 or len(one.rows) != 1 or last.paragraph.place.page != one.paragraph.place.page:
        return False
    left, right = last.rows[0].box, one.rows[0].box
    return abs((left[1] + left[3]) / 2 - (right[1] + right[3]) / 2) < _LEVEL and left[2] <= right[0] + 1


def _in_turns(run: Sequence[_Held]) -> bool:
    """Whether a box alone stands between words, and words begin the line."""
    return run[0].words and any(one.alone and two.words for one, two in pairwise(run[1:]))


def _joined(run: Sequence[_Held]) -> _Held:
    inlines: list[Inline] = []
    for one in run:
        inlines += [*([_TAB] if inlines else []), *one.paragraph.inlines]
    box = around([one.rows[0].box for one in run])
    first = run[0].paragraph
    whole = replace(first, inlines=tuple(inlines), place=replace(first.place, box=box))
    return _Held(whole, tuple(rows_of(whole)))


def _below(held: Sequence[_Held]) -> list[Paragraph]:
    """The paragraphs with each box that stands below a text put behind it."""
    owners = {at: _owner(one, held) for at, one in enumerate(held) if one.alone}
    texts = [owner for owner in owners.values() if owner is not None]
    once = {at: owner for at, owner in owners.items() if owner is not None and texts.count(owner) == 1}
    boxes = {owner: at for at, owner in once.items()}
    found: list[Paragraph] = []
    for at, one in enumerate(held):
        if at in boxes:
            words = [inline for row in one.rows for inline in spaced(row.inlines)]
            inlines = (*words, _TAB, *held[boxes[at]].paragraph.inlines)
            found.append(replace(one.paragraph, inlines=inlines))
        elif at not in once:
            found.append(one.paragraph)
    return found


def _owner(box: _Held, held: Sequence[_Held]) -> int | None:
    """The number of the text that a box stands below; nothing where it may be another's."""
    place, page = box.rows[0].box, box.paragraph.place.page
    others = [(at, one) for at, one in enumerate(held) if one is not box and one.paragraph.place.page == page]
    if any(_is_beside(row, box.rows[0]) for _, one in others for row in one.rows):
        return None
    above, under = [], []
    for at, one in others:
        if not one.rows or not _is_over(one, place[0]):
            continue
        gap = place[1] - one.rows[-1].box[3], one.rows[0].box[1] - place[3]
        if one.words and -2 < gap[0] < _BELOW * one.rows[-1].height:
            above.append((gap[0], at))
        elif -2 < gap[1] < _FREE:
            under.append(gap[1])
    if len(above) != 1 or (under and min(under) <= above[0][0] + _LEVEL):
        return None
    return above[0][1]


def _is_over(one: _Held, left: float) -> bool:
    """Whether a box that begins there begins where a text does, or a little further to the right."""
    box = around([row.box for row in one.rows])
    return box[0] - 2 <= left < min(box[0] + _INDENT, box[2])


def _is_beside(row: Row, box: Row) -> bool:
    """Whether a line stands near on one side of a box."""
    level = row.box[1] < (box.box[1] + box.box[3]) / 2 < row.box[3]
    return level and row.box[0] - _FREE < box.box[2] and row.box[2] + _FREE > box.box[0]
