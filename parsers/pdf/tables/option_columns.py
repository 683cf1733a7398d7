"""Options set in columns: read row by row, the rests of those that wrap would be mixed up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.pdf.objects import Word, around
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, TableDraft
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.tables.measures import SAME
from parsers.pdf.text.dress import Dress
from parsers.pdf.text.flow import Draft, drafts
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.region import Region
from parsers.pdf.text.rows import TABBED, rows
from parsers.pdf.text.tokens import BLANK, Token, gap, is_box, size_of

_INDENT = 30.0
"""How far behind its box the rest of an option begins at the most, in points."""

_LEADING = 1.8
"""Lines of one option are less than this apart, in font sizes."""

_GAP = 0.85
"""Columns are further apart than that, in font sizes."""

_FAR = 2.5
"""Words so many font sizes apart are not in one column."""

_WIDE = 0.75
"""How wide a blank is at the most, in font sizes."""

_FEWEST = 3

_TYPED, _PARTS = re.compile(r"[\[(]\s*[xX✓✔✗✘*]?\s*[\])]$"), 3
"""A typed box, and of how many words it may be made."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that are columns of options."""

    first: int
    end: int
    lefts: tuple[float, ...]
    starts: tuple[tuple[int, ...], ...]
    """The tokens of each row that an option begins with, or its rest, but for one that begins the row."""
    labelled: bool
    """Whether a label stands before them."""


@dataclass(slots=True)
class _Growth:
    """Columns of options as far as they were followed."""

    lefts: tuple[float, ...]
    right: float
    """Where lines must end at the latest; 0 where that is not known."""
    last: dict[int, Sequence[Token]]
    """The lowest piece of each column."""
    full: int = 0
    """How many rows have a box in each column."""
    told: bool = False
    """Whether something goes on with an option that can go on with no other one."""
    starts: list[tuple[int, ...]] = field(default_factory=list)
    labelled: bool = False

    def takes(self, row: Sequence[Token]) -> bool:
        """Whether a row goes on with the columns; if so it is theirs."""
        label = next((at for at, token in enumerate(row) if token.box[0] >= self.lefts[0] - SAME), len(row))
        found = _pieces(row[label:], self.lefts)
        if not found or (label and row[label - 1].box[2] > self.lefts[0]):
            return False
        rests = {at: piece for at, piece in found.items() if not _begins_box(piece, 0)}
        if any(not self._goes_on(at, piece) for at, piece in rests.items()):
            return False
        told = bool(rests) and (list(rests) != [0] or self._is_rest_of_first(found[0]))
        if len(found) == len(rests) == 1 and not told:
            return False
        self.told |= told
        self.full += len(found) == len(self.lefts) and not rests and len(found[len(found) - 1]) > 1
        self.last.update(found)
        self.labelled |= label > 0
        lengths = [len(found[at]) for at in sorted(found)]
        ends = (label, *(label + sum(lengths[: at + 1]) for at in range(len(lengths) - 1)))
        self.starts.append(tuple(end for end in ends if end))
        return True

    def _goes_on(self, at: int, piece: Sequence[Token]) -> bool:
        above = self.last.get(at)
        return above is not None and _step(above, piece) < _LEADING * size_of(piece[0])

    def _is_rest_of_first(self, row: Sequence[Token]) -> bool:
        """Whether what goes on in the first column had no room there, and goes on with nothing beside it.

        Where only one row has all columns, it must have had room at the end of the row above.
        """
        above = self.last[0]
        beside = [piece for at, piece in self.last.items() if at > 0 and _step(above, piece) > -SAME]
        if _has_room(above, row, self._end_of_first(size_of(row[0])), _blank(above)):
            return False
        if not beside or (len(beside[-1]) == 1 and is_box(beside[-1][0])):
            return not beside
        return self.full > 1 or (self.right > 0 and _has_room(beside[-1], row, self.right, BLANK))

    def _end_of_first(self, size: float) -> float:
        """Where lines of the first column must end; columns that fill a cell are of one width."""
        latest = self.lefts[1] - _GAP * size
        even = self.lefts[0] + self.right - self.lefts[-1]
        return even if self.lefts[1] - _FAR * size < even < latest else latest


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
    blocks: list[BlockDraft] = []
    end = 0
    for block in option_blocks(found, room.right):
        if block.labelled:
            return None
        part = found[block.first : block.end]
        blocks += drafts(lines[end : block.first], room)
        blocks.append(as_table(part, block.lefts, cell.box[2], lines[0].page, dress))
        end = block.end
    return [*blocks, *drafts(lines[end:], room)] if end else None


def option_blocks(found: Sequence[Sequence[Token]], right: float = 0.0) -> Iterator[Block]:
    """The columns of options among rows, from the top, where some option goes on in a further line.

    `right` is where lines must end at the latest, as in a cell; 0 where that is not known.
    """
    at = 0
    while at < len(found):
        block = None if at and _heads(found[at - 1], _lefts(found[at])) else _block(found, at, right)
        if block is not None:
            yield block
        at = at + 1 if block is None else block.end


def fixed_cuts(blocks: Iterable[Block]) -> dict[int, tuple[int, ...]]:
    """The rows that are columns of options, by number, with the tokens that those begin with."""
    return {at: some for block in blocks for at, some in enumerate(block.starts, block.first)}


def _block(found: Sequence[Sequence[Token]], first: int, right: float) -> Block | None:
    lefts = _lefts(found[first])
    if len(lefts) < 2:
        return None
    growth = _Growth(lefts, right, {})
    end = first
    while end < len(found) and growth.takes(found[end]):
        end += 1
    if not growth.told:
        return None
    return Block(first, end, lefts, tuple(growth.starts), growth.labelled)


def _lefts(row: Sequence[Token]) -> tuple[float, ...]:
    """Where the options of a row begin, each with its box before it; a label may stand before all of them."""
    starts = [at for at in range(len(row)) if _begins_box(row, at)]
    if len(starts) < 2 or any(_is_twin(row, at) for at in starts):
        return ()
    far = all(gap(row, at) > _GAP for at in starts if at)
    return tuple(row[at].box[0] for at in starts) if far else ()


def _heads(row: Sequence[Token], lefts: Sequence[float]) -> bool:
    """Whether words of a row head further columns: those are other questions' options."""
    return any(
        abs(row[at].box[0] - left) <= _INDENT and gap(row, at) > _FAR and not _begins_box(row, at)
        for at in range(1, len(row))
        for left in lefts[1:]
    )


def _is_twin(row: Sequence[Token], at: int) -> bool:
    """Whether a box stands right before another one: one that was there, and one put in its stead."""
    end = at + _length(row, at)
    return end < len(row) and _begins_box(row, end)


def _begins_box(row: Sequence[Token], at: int) -> bool:
    return _length(row, at) > 0


def _length(row: Sequence[Token], at: int) -> int:
    """Of how many tokens the box is made that begins there; 0 where none does."""
    token = row[at]
    if is_box(token):
        return 1
    if not isinstance(token, Word) or token.text[0] not in "[(":
        return 0
    text = ""
    for count, part in enumerate(row[at : at + _PARTS], 1):
        text += part.text if isinstance(part, Word) else "?"
        if _TYPED.match(text):
            return count
    return 0


def _pieces(row: Sequence[Token], lefts: Sequence[float]) -> dict[int, Sequence[Token]] | None:
    """A row by columns; None where it is no row of them."""
    found: dict[int, list[Token]] = {}
    for at, token in enumerate(row):
        column = max((number for number, left in enumerate(lefts) if left - SAME <= token.box[0]), default=-1)
        if column < 0 or (column + 1 < len(lefts) and token.box[2] > lefts[column + 1]):
            return None
        if column not in found and not _may_begin(row, at, lefts[column]):
            return None
        if column in found and _begins_box(row, at):
            return None
        found.setdefault(column, []).append(token)
    return None if any(map(_is_torn, found.values())) else dict(found)


def _is_torn(piece: Sequence[Token]) -> bool:
    """Whether words stand so far behind others that they are in another column; justified lines are even."""
    gaps = [gap(piece, at) for at in range(2 if _begins_box(piece, 0) else 1, len(piece))]
    widest = max(gaps, default=0.0)
    return widest > _FAR and (widest > 2 * min(gaps) or widest > TABBED)


def _may_begin(row: Sequence[Token], at: int, left: float) -> bool:
    """Whether an option or its rest begins there."""
    token = row[at]
    if at and (row[at - 1].box[2] > left or gap(row, at) < _GAP):
        return False
    return token.box[0] - left <= (SAME if _begins_box(row, at) else _INDENT)


def _step(above: Sequence[Token], piece: Sequence[Token]) -> float:
    return piece[0].box[3] - above[0].box[3]


def _has_room(above: Sequence[Token], piece: Sequence[Token], right: float, blank: float) -> bool:
    """Whether the first word of a line would have had its place behind the line above."""
    word = piece[0]
    return above[-1].box[2] + blank * size_of(word) + word.box[2] - word.box[0] < right


def _blank(piece: Sequence[Token]) -> float:
    """How wide a blank may be in a line, in font sizes."""
    widest = max((gap(piece, at) for at in range(1, len(piece))), default=BLANK)
    return min(max(widest, BLANK), _WIDE)


def as_table(
    part: Sequence[Sequence[Token]], lefts: Sequence[float], right: float, page: int, dress: Dress
) -> TableDraft:
    """Columns of options as a table of one row, which ends at `right` at the least."""
    box = around([token.box for row in part for token in row])
    edges = (*lefts, max(right, box[2]))
    cells = []
    for at, (start, end) in enumerate(pairwise(edges)):
        pieces = [[token for token in row if start - SAME <= token.box[0] < end - SAME] for row in part]
        lines = [line(piece, page, dress) for piece in pieces if piece]
        place = GridCell(0, at, 1, 1, (start, box[1], end, box[3]))
        cells.append(CellDraft(place, page, list(_options(pieces, lines, end))))
    return TableDraft(box, page, edges, 1, cells)


def _options(pieces: Sequence[Sequence[Token]], lines: Sequence[Line], right: float) -> Iterator[Draft]:
    """A column's lines as one paragraph an option: what has no box goes on with the one above."""
    run: list[Line] = []
    for piece, one in zip((piece for piece in pieces if piece), lines, strict=True):
        if run and _begins_box(piece, 0):
            yield Draft(tuple(run), right)
            run = []
        run.append(one)
    if run:
        yield Draft(tuple(run), right)
