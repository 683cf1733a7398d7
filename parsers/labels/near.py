"""Boxes alone on a page that the order of its paragraphs parts from their words.

Words and boxes that stand in turns on one level are one line; a box right below a text, nearer to it
than to what follows, is that text's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Block, Cell, Inline, Paragraph, Table, Text
from parsers.labels.recut import rows_in
from parsers.labels.rows import Row, are_halves, around, is_box, rows_of, spaced
from parsers.pdf.objects import middle

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
_SPACE = Text(" ")

_RUN = 3
"""So many pieces make a line of words and boxes, or of a box and words spread out."""

_EVEN = 1.0
"""By how much the gaps of a line that is spread out differ, in points."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A paragraph with its printed lines."""

    paragraph: Paragraph
    rows: tuple[Row, ...]

    @property
    def alone(self) -> bool:
        """Whether it is one box and nothing else."""
        return is_box(self.rows)

    @property
    def led(self) -> bool:
        """Whether it is one line of words with one box before them."""
        one = len(self.rows) == 1 and self.rows[0].boxes == 1
        return one and self.rows[0].starts_with_mark and bool(self.rows[0].text)

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
            cells = _with_upper(table.cells, number, _upwards(table, number))
            cells[number] = replace(cell, blocks=(*cells[number].blocks, following))
            return replace(table, cells=tuple(cells))
    return None


def with_questions(table: Table) -> Table:
    """The table with the lines of a question above a box in one cell: that right above the box."""
    cells = list(table.cells)
    starts = {(cell.row, cell.column): cell for cell in table.cells}
    for number, cell in enumerate(table.cells):
        under = starts.get((cell.row + cell.row_span, cell.column))
        alone = under is not None and is_box(rows_in(under))
        if not alone or not rows_in(cell) or any(row.boxes for row in rows_in(cell)):
            continue
        parts = _upwards(table, number)
        if len(parts) > 1:
            cells = _with_upper(cells, number, parts)
    return replace(table, cells=tuple(cells))


def _with_upper(cells: Sequence[Cell], number: int, parts: Sequence[int]) -> list[Cell]:
    """The cells with the words of some, given from below to above, as one paragraph in that of a number."""
    found = [replace(cell, blocks=()) if at in parts else cell for at, cell in enumerate(cells)]
    blocks = tuple(block for at in reversed(parts) for block in cells[at].blocks)
    found[number] = replace(cells[number], blocks=(_one(blocks),))
    return found


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
    """What follows one another on one level, joined where it is one line to the eye."""
    runs: list[list[_Held]] = []
    for one in held:
        if runs and _is_level(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in _as_line(run)]


def _is_level(last: _Held, one: _Held) -> bool:
    if len(last.rows) != 1 or len(one.rows) != 1 or last.paragraph.place.page != one.paragraph.place.page:
        return False
    return abs(middle(last.rows[0].box)[1] - middle(one.rows[0].box)[1]) < _LEVEL


def _as_line(run: Sequence[_Held]) -> Sequence[_Held]:
    """What stands on one level as one paragraph, if it is to be one."""
    if len(run) < _RUN:
        return run
    line = sorted(run, key=lambda one: one.rows[0].box[0])
    gaps = [two.rows[0].box[0] - one.rows[0].box[2] for one, two in pairwise(line)]
    if min(gaps) < -1:
        return run
    if _is_stretched(line, gaps):
        return [_joined(line, _SPACE)]
    return [_joined(line, _TAB)] if _in_turns(line) else run


def _is_stretched(line: Sequence[_Held], gaps: Sequence[float]) -> bool:
    """Whether a box and the words of its label stand apart in equal gaps: a line spread out to the margin."""
    words = line[0].alone and all(one.words for one in line[1:])
    return words and max(gaps) - min(gaps) < _EVEN


def _in_turns(line: Sequence[_Held]) -> bool:
    """Whether words and boxes stand in turns, words first, and a box alone is among them or the last."""
    if not line[0].words:
        return False
    among = any(one.alone and two.words for one, two in pairwise(line[1:]))
    return among or (line[-1].alone and all(one.led for one in line[1:-1]))


def _joined(line: Sequence[_Held], between: Text) -> _Held:
    inlines: list[Inline] = []
    for one in line:
        inlines += [*([between] if inlines else []), *one.paragraph.inlines]
    box = around([one.rows[0].box for one in line])
    first = line[0].paragraph
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
    level = row.box[1] < middle(box.box)[1] < row.box[3]
    return level and row.box[0] - _FREE < box.box[2] and row.box[2] + _FREE > box.box[0]
