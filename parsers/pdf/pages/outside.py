"""The text outside ruled tables: lines cut at wide gaps, paragraphs, columns of boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from parsers.document import Box, Paragraph, Place
from parsers.pdf.objects import Word, around
from parsers.pdf.pages.in_rows import asked_in_line, is_answer, running, running_answers
from parsers.pdf.tables.columns import Columns, columns
from parsers.pdf.tables.cut import Row, cut, in_line, with_rules
from parsers.pdf.tables.drafts import CellDraft, Placed, TableDraft
from parsers.pdf.tables.even import evenly
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.tables.option_columns import as_table, fixed_cuts, option_blocks
from parsers.pdf.tables.pictured import with_pictures
from parsers.pdf.tables.shape import Setting, Shape
from parsers.pdf.tables.tinted import with_tints
from parsers.pdf.tables.unruled import spans
from parsers.pdf.tables.unruled import table as unruled
from parsers.pdf.text.closing import is_close
from parsers.pdf.text.dress import Dress
from parsers.pdf.text.flow import Draft, drafts, goes_on
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.region import Region, crossed, region
from parsers.pdf.text.rows import pieces
from parsers.pdf.text.tails import carried, may_be_carried
from parsers.pdf.text.tokens import Token

_COLUMN_GAP, _BOX_GAP = 2.5, 1.2
"""From how many font sizes on a gap outside tables parts two columns; less before a box."""

_ALIGNED_GAP = 0.8
"""The same, where the second one begins exactly where a column does in other rows."""


def outside(
    kept: Sequence[Sequence[Token]],
    page: int,
    dress: Dress,
    tables: Sequence[TableDraft],
    setting: Setting,
    *,
    titles: Sequence[Line] = (),
    pictures: Sequence[Box] = (),
) -> list[Placed]:
    """The blocks that rows of tokens outside the ruled tables make, and the titles of frames.

    `pictures` are the boxes of the page's pictures.
    """
    named = [_title(one) for one in titles]
    known = setting.known
    if known is None:
        return [*named, *_loose(kept, page, dress, tables, setting)]
    blocks = list(option_blocks(kept))
    alone = [one for one in blocks if not (one.labelled or known.begins(one.lefts[0]))]
    if alone:
        columned = [
            as_table(kept[one.first : one.end], one.lefts, setting.right, page, dress) for one in alone
        ]
        gone = {at for one in alone for at in range(one.first, one.end)}
        kept = [row for at, row in enumerate(kept) if at not in gone]
        tables = [*tables, *columned]
        named += [Placed(table.box[1], table.box[0], table) for table in columned]
        blocks = list(option_blocks(kept))
    fixed = fixed_cuts(blocks)
    rows_ = with_pictures(_cut_rows(kept, fixed, page, dress, known), pictures, known)
    breaks = [table.box[1] for table in tables] + [one.box[1] for one in titles]
    whole = _whole(rows_, setting.right, known) - fixed.keys()
    found = named
    at = 0
    for start, end in spans(rows_, breaks, known, whole):
        found.extend(_loose(kept[at:start], page, dress, tables, setting))
        top, left = rows_[start].first.baseline, known.first
        found.append(
            Placed(top, left, unruled(rows_[start:end], _below(kept, end, tables, top, known.bottom), known))
        )
        at = end
    found.extend(_loose(kept[at:], page, dress, tables, setting))
    return found


def _cut_rows(
    kept: Sequence[Sequence[Token]],
    fixed: Mapping[int, tuple[int, ...]],
    page: int,
    dress: Dress,
    known: Shape,
) -> Sequence[Row]:
    """The rows cut where columns begin, as rules and tints confirm; `fixed` tells where some must be."""
    cut_ = [cut(row, page, dress, known, fixed.get(at)) for at, row in enumerate(kept)]
    for at in running_answers(cut_, known) if known.answers is not None else ():
        if at not in fixed:
            cut_[at] = in_line(kept[at], page, dress, known)
    return with_tints(with_rules(cut_, dress.rules, known), dress.tints, known)


def _whole(rows_: Sequence[Row], right: float, known: Shape) -> frozenset[int]:
    """The numbers of the rows that are one line for all their gaps, and no answers."""
    lines = [row.lines for row in rows_]
    # In a table what begins the row below is a label's rest, and holds no box.
    found = running(lines, right, True) | asked_in_line(lines, right)
    if known.answers is None:
        return found
    return frozenset(at for at in found if not is_answer(rows_[at], known))


def _title(one: Line) -> Placed:
    """The title of a frame, before all that stands in it."""
    place = Place(page=one.page, box=one.box)
    return Placed(one.box[1], one.x0, Paragraph(one.inlines, place, title=True))


def _below(
    kept: Sequence[Sequence[Token]], end: int, tables: Sequence[TableDraft], top: float, deep: float
) -> float:
    """Where the next thing below a table begins that ends before row `end`; `deep` where nothing does."""
    text = [min(token.box[1] for token in kept[end])] if end < len(kept) else []
    return min((*text, *(table.box[1] for table in tables if table.box[1] > top)), default=deep)


def _loose(
    kept: Sequence[Sequence[Token]],
    page: int,
    dress: Dress,
    tables: Sequence[TableDraft],
    setting: Setting,
) -> list[Placed]:
    """The paragraphs and columns of boxes."""
    right = setting.right
    parted = _aligned([evenly(pieces(row, _COLUMN_GAP, _BOX_GAP), setting.even) for row in kept])
    lines = [[line(piece, page, dress) for piece in row] for row in parted]

    def uncut(start: int, end: int) -> list[list[Line]]:
        whole = running(lines[start:end], right)
        return [
            [line(kept[at], page, dress)] if at - start in whole else lines[at] for at in range(start, end)
        ]

    found: list[Placed] = []
    at = 0
    for block in columns(lines):
        found.extend(_paragraphs(uncut(at, block.first), tables, setting))
        found.extend(_columned(block, right, page))
        at = block.end
    found.extend(_paragraphs(uncut(at, len(lines)), tables, setting))
    return found


def _aligned(cut: Sequence[Sequence[list[Token]]]) -> list[list[list[Token]]]:
    """Rows cut at wide gaps, cut where a column of other rows begins as well: there the gap may be narrow."""
    starts: dict[int, int] = {}
    for row in cut:
        for piece in row[1:]:
            at = round(piece[0].box[0])
            starts[at] = starts.get(at, 0) + 1
    lefts = frozenset(at + off for at, count in starts.items() if count > 1 for off in (-1, 0, 1))
    return [[part for piece in row for part in _parts(piece, lefts)] for row in cut]


def _parts(piece: list[Token], lefts: frozenset[int]) -> list[list[Token]]:
    found = [[piece[0]]]
    for before, token in pairwise(piece):
        size = token.style.size if isinstance(token, Word) else token.box[3] - token.box[1]
        narrow = token.box[0] - before.box[2] > _ALIGNED_GAP * size
        if narrow and isinstance(before, Word) and round(token.box[0]) in lefts:
            found.append([])
        found[-1].append(token)
    return found


def _paragraphs(
    rows_: Sequence[Sequence[Line]], tables: Sequence[TableDraft], setting: Setting
) -> list[Placed]:
    """The paragraphs that rows of text outside tables make."""
    if not rows_:
        return []
    rows_ = _carried(rows_)
    right = setting.right
    left = min(piece.x0 for row in rows_ for piece in row)
    pitch = region([row[0] for row in rows_], left, right, 0).pitch
    boxes = crossed([piece for row in rows_ for piece in row])
    groups: list[_Group] = []
    for row in rows_:
        for at, piece in enumerate(row):
            limit = right if at + 1 == len(row) or _asks(piece, row[at + 1]) else row[at + 1].x0 - piece.size
            room = Region(left, limit, pitch, loose=True, boxes=boxes)
            group = _group_above(groups, piece, tables)
            if group is not None and _continues(group, piece, room):
                group.lines.append(piece)
            elif group is not None and setting.apart and is_close(group.lines, piece):
                group.breaks.add(len(group.lines))
                group.lines.append(piece)
            else:
                groups.append(_Group([piece], limit))
    behind = _label_rests(rows_)
    return [
        Placed(*_start(one.lines[0], behind), Draft(tuple(one.lines), one.limit, frozenset(one.breaks)))
        for one in groups
    ]


def _asks(piece: Line, after: Line) -> bool:
    """Whether a piece is a question and some of its options, of which the next piece is a further one.

    What stands below goes on with the last of them.
    """
    return not piece.marked and piece.boxes > 0 and not piece.boxed and after.marked


def _carried(rows_: Sequence[Sequence[Line]]) -> Sequence[Sequence[Line]]:
    """The rows, boxes at their right behind the last line of their option."""
    ends = [row[0] for row in rows_ if len(row) == 1]
    if not may_be_carried(ends):
        return rows_
    moved = iter(carried(ends))
    return [(next(moved),) if len(row) == 1 else row for row in rows_]


@dataclass(slots=True)
class _Group:
    """Lines that are one paragraph."""

    lines: list[Line]
    limit: float
    """Where they must end at the latest."""
    breaks: set[int] = field(default_factory=set)


def _start(first: Line, behind: Mapping[int, Line]) -> tuple[float, float]:
    """Where a paragraph comes in the page's order: the rest of a label right behind its beginning."""
    head = behind.get(id(first))
    return (first.baseline, first.x0) if head is None else (head.baseline, head.x0 + 0.01)


def _label_rests(rows_: Sequence[Sequence[Line]]) -> dict[int, Line]:
    """The lines that are the rest of a label whose answer stands beside its first line.

    They stand nearer to that line than the next row does.
    """
    found: dict[int, Line] = {}
    for at, (row, below) in enumerate(pairwise(rows_)):
        head, rest = row[0], below[0]
        step = rest.baseline - head.baseline
        after = rows_[at + 2][0].baseline - rest.baseline if at + 2 < len(rows_) else 3 * step
        beside = len(row) > 1 and len(below) == 1 and abs(head.x0 - rest.x0) < 3 and rest.x1 < row[1].x0
        plain = not rest.marked and not head.marked and head.text[-1:] not in ":?."
        if beside and plain and step < 1.4 * head.size and after > step + 3:
            found[id(rest)] = head
    return found


def _columned(block: Columns, right: float, page: int) -> list[Placed]:
    """Columns of boxes as a table with no lines, and the labels to the left of it."""
    edges = (*block.lefts, max(right, *(piece.x1 for column in block.lines for piece in column)))
    starts = [column for column, _ in block.headings]
    spans = zip(starts, (*starts[1:], len(block.lefts)), strict=False)
    rows = [[piece for _, piece in block.headings], [piece for column in block.lines for piece in column]]
    first = 1 if block.headings else 0
    heads = [(0, span, [piece]) for span, piece in zip(spans, rows[0], strict=True)]
    bodies = [(first, (at, at + 1), list(column)) for at, column in enumerate(block.lines)]
    heights = [(min(one.box[1] for one in row), max(one.box[3] for one in row)) for row in rows if row]
    cells = []
    for row, (start, end), lines in (*heads, *bodies):
        box = (edges[start], heights[row][0], edges[end], heights[row][1])
        room = Region(edges[start], edges[end], 0, loose=True)
        cells.append(CellDraft(GridCell(row, start, 1, end - start, box), page, list(drafts(lines, room))))
    table = TableDraft(around([cell.cell.box for cell in cells]), page, edges, first + 1, cells)
    top = next(row for row in rows if row)[0].baseline
    labels = [Placed(top, label.x0, Draft((label,), block.lefts[0])) for label in block.labels]
    return [*labels, Placed(top, block.lefts[0], table)]


def _group_above(groups: Sequence[_Group], piece: Line, tables: Sequence[TableDraft]) -> _Group | None:
    """The paragraph right above a piece of a line."""
    for group in reversed(groups[-6:]):
        last = group.lines[-1]
        near = (
            0 < piece.baseline - last.baseline < 3 * last.size and piece.x0 < last.x1 and last.x0 < piece.x1
        )
        if near and not _between(tables, last, piece):
            return group
    return None


def _continues(group: _Group, piece: Line, room: Region) -> bool:
    """Whether a piece of a line goes on with the paragraph above it.

    Where the line above reaches past the piece's limit, that was none for it.
    """
    last = group.lines[-1]
    right = group.limit if last.x1 > room.right else min(group.limit, room.right)
    tight = replace(room, right=right, pitch=_close(room.pitch, last.size))
    return goes_on(group.lines, piece, tight)


def _close(pitch: float, size: float) -> float:
    """The page's usual distance of lines, unless this text is set much smaller or larger."""
    return pitch if size <= pitch <= 2.2 * size else 1.5 * size


def _between(tables: Sequence[TableDraft], above: Line, below: Line) -> bool:
    return any(above.baseline < table.box[1] < below.baseline for table in tables)
