"""A page's paragraphs as a reader of labels wants them: no option runs on into what stands below it.

Where a page has no lines between its options the reader of pages may join what a person sees apart:
an option that ends its line early and the text under it, or the texts beside several boxes. The
places of the words tell. A known form needs none of this: the matcher knows its options.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.document import Block, Box, Cell, Document, Mark, Paragraph, Table
from parsers.labels.begins import POINT, begins_anew, first_width
from parsers.labels.limits import MARGIN, Limits
from parsers.labels.near import gathered, grown, with_questions
from parsers.labels.pairs import paired
from parsers.labels.recut import recut, with_above
from parsers.labels.rows import CLOSE, ENDS, GOES_ON, Row, around, rows_of, spaced
from parsers.labels.words import is_answer
from parsers.pdf.objects import middle

_ROOM = 1.5
"""So many heights of a line are room enough for another word, besides the word itself."""

_HANGING = 3.0
"""A line that begins further to the right than its box by this, in points, belongs to it."""

_BLANK = 220.0
"""A blank to write on is no wider than this, in points."""

_SPACE = 0.3
"""About how wide the blank before a word is, in heights of a line."""


def as_set(document: Document) -> Document:
    """The same document with such paragraphs parted, and torn ones mended; only pages need it."""
    if document.kind != "pdf" or not any(True for _ in document.marks()):
        return document
    limits = Limits(document)
    parted = tuple(_blocks(document.blocks, limits, None))
    return replace(document, blocks=_mended(parted, limits))


def _blocks(blocks: Sequence[Block], limits: Limits, cell: Box | None) -> Iterator[Block]:
    """The blocks of a page or of a cell, options parted from what stands below them."""
    run: list[Paragraph] = []
    for block in grown(blocks):
        if isinstance(block, Paragraph):
            run.extend(_parted(block, limits, cell))
        else:
            run, table = with_above(run, block)
            yield from paired(gathered(run))
            run = []
            yield _table(table, limits)
    yield from paired(gathered(run))


def _table(table: Table, limits: Limits) -> Table:
    table = with_questions(recut(table))
    cells = [
        replace(cell, blocks=tuple(_blocks(cell.blocks, limits, cell.place.box))) for cell in table.cells
    ]
    levels = {(cell.row, cell.column): found for cell in cells if (found := _levels(cell)) and len(found) > 1}
    if levels:
        cells = [_levelled(cell, levels) for cell in cells]
    return replace(table, cells=tuple(cells))


def _levels(cell: Cell) -> tuple[float, ...]:
    """The heights of the boxes in a cell of boxes alone, one a line; nothing for any other cell."""
    found: list[float] = []
    for block in cell.blocks:
        if not isinstance(block, Paragraph):
            return ()
        for row in rows_of(block):
            if row.text or row.mark is None:
                return ()
            found.append(middle(row.box)[1])
    return tuple(found)


def _levelled(cell: Cell, levels: Mapping[tuple[int, int], tuple[float, ...]]) -> Cell:
    """A cell of words beside one with boxes, with one paragraph to each box's height."""
    beside = [levels[at] for at in levels if at[0] == cell.row and at[1] != cell.column]
    if not beside or any(not isinstance(block, Paragraph) for block in cell.blocks):
        return cell
    paragraphs = [block for block in cell.blocks if isinstance(block, Paragraph)]
    if any(isinstance(one, Mark) for paragraph in paragraphs for one in paragraph.inlines):
        return cell
    rows = [(row, paragraph) for paragraph in paragraphs for row in rows_of(paragraph)]
    heads = [_at_level(rows, height) for height in beside[0]]
    if None in heads or len(set(heads)) < len(heads):
        return cell
    starts = sorted(at for at in heads if at is not None)
    groups = [rows[one:two] for one, two in pairwise([0, *starts[1:], len(rows)])]
    return replace(cell, blocks=tuple(_joined(group) for group in groups if group))


def _at_level(rows: Sequence[tuple[Row, Paragraph]], height: float) -> int | None:
    return next((at for at, (row, _) in enumerate(rows) if row.box[1] <= height <= row.box[3]), None)


def _joined(rows: Sequence[tuple[Row, Paragraph]]) -> Paragraph:
    return replace(rows[0][1], inlines=tuple(one for row, _ in rows for one in spaced(row.inlines)))


def _parted(paragraph: Paragraph, limits: Limits, cell: Box | None) -> Iterator[Paragraph]:
    """A paragraph cut where an option ends its line early and the next line is not set in under it."""
    if not any(isinstance(one, Mark) for one in paragraph.inlines):
        yield paragraph
        return
    rows = rows_of(paragraph)
    page = paragraph.place.page or 0
    mark = rows[0].mark if rows else None
    start = 0
    hung = False
    for at, (row, below) in enumerate(pairwise(rows), 1):
        early = limits.of(page, row.box, cell) - row.box[2] > first_width(below) + _ROOM * row.height
        under = mark is not None and below.box[0] < mark + _HANGING
        beside = mark is not None and limits.has_box_before(page, below.box) and below.mark is None
        heading = early and below.bold and not row.bold
        hung = mark is not None and row.mark is None and (hung or row.box[0] > mark + _HANGING)
        if row.text and (beside or heading or (under and (hung or begins_anew(row, below, early)))):
            yield _part(paragraph, rows[start:at])
            start = at
        mark = below.mark if below.mark is not None else mark
    yield _part(paragraph, rows[start:]) if start else paragraph


def _part(paragraph: Paragraph, rows: Sequence[Row]) -> Paragraph:
    inlines = tuple(one for row in rows for one in row.inlines)
    return replace(
        paragraph, inlines=inlines, place=replace(paragraph.place, box=around([r.box for r in rows]))
    )


@dataclass(frozen=True, slots=True)
class _Option:
    """A paragraph with a box, where it ends."""

    paragraph: Paragraph
    mark: float
    """Where its last box begins."""
    last: Row
    limit: float
    cell: Box | None


def _mended(blocks: tuple[Block, ...], limits: Limits) -> tuple[Block, ...]:
    """The blocks with the rest of an option's label put to it, where it was taken for one of its own."""
    options: dict[int, list[_Option]] = {}
    loose: list[tuple[Paragraph, list[Row], Box | None]] = []
    for paragraph, cell in _places(blocks, None):
        rows = rows_of(paragraph)
        page = paragraph.place.page or 0
        marks = [row.mark for row in rows if row.mark is not None]
        if marks:
            limit = limits.of(page, rows[-1].box, cell)
            options.setdefault(page, []).append(_Option(paragraph, marks[-1], rows[-1], limit, cell))
        elif rows and (GOES_ON.match(rows[0].text) or cell is not None):
            loose.append((paragraph, rows, cell))
    rests: dict[int, list[Paragraph]] = {}
    gone: set[int] = set()
    for paragraph, rows, cell in loose:
        page = paragraph.place.page or 0
        own = [
            one
            for one in options.get(page, ())
            if not limits.has_text_between(page, one.last.box, rows[0].box)
        ]
        option = _owner(rows[0], own, cell)
        if option is not None:
            rests.setdefault(id(option.paragraph), []).append(paragraph)
            gone.add(id(paragraph))
    return tuple(_rebuilt(blocks, rests, gone)) if gone else blocks


def _owner(first: Row, options: Sequence[_Option], cell: Box | None) -> _Option | None:
    """The option whose label a line goes on with: from above, or past a blank on its own line."""
    if first.text[:1].islower():
        above = next((one for one in options if _is_rest(first, one)), None)
        if above is not None:
            return above
    elif cell is not None and (forced := next((o for o in options if _is_forced(first, o, cell)), None)):
        return forced
    if not GOES_ON.match(first.text):
        return None
    level = [one for one in options if one.cell == cell and _is_past_blank(first, one)]
    return max(level, key=lambda one: one.mark, default=None)


def _is_forced(first: Row, option: _Option, cell: Box) -> bool:
    """Whether a line in the cell of an option stands below it because its first word had no room there."""
    last = option.last
    near = option.cell == cell and -2 < first.box[1] - last.box[3] < CLOSE * last.height / 2
    if not near or not last.text or last.text.endswith(ENDS) or first.text.endswith(":") or first.bold:
        return False
    left = option.mark - _HANGING < first.box[0] < option.mark + 2 * last.height
    wide = first_width(first) + _SPACE * last.height
    return left and POINT.match(first.text) is None and option.limit - last.box[2] < wide


def _is_past_blank(first: Row, option: _Option) -> bool:
    """Whether a text goes on with an option on the same line, past a blank to write on."""
    last = option.last
    level = abs(first.box[3] - last.box[3]) < 0.4 * last.height
    gap = first.box[0] - last.box[2]
    return level and 0 <= gap < _BLANK and bool(last.text) and not is_answer(last.text)


def _places(blocks: Sequence[Block], cell: Box | None) -> Iterator[tuple[Paragraph, Box | None]]:
    """Every paragraph with the cell that it stands in."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block, cell
        else:
            for one in block.cells:
                yield from _places(one.blocks, one.place.box)


def _is_rest(first: Row, option: _Option) -> bool:
    """Whether a line goes on where an option's label had no more room, or is set in under it."""
    last = option.last
    near = -2 < first.box[1] - last.box[3] < CLOSE * last.height
    if not near or last.text.endswith(ENDS) or not last.text:
        return False
    if not option.mark - 2 * _HANGING <= first.box[0] < last.box[2] or first.box[2] > option.limit + MARGIN:
        return False
    set_in = first.box[0] > option.mark + _HANGING
    if last.mark is None and last.box[0] > option.mark + _HANGING:
        return set_in
    return set_in or option.limit - last.box[2] < first_width(first) + _ROOM * last.height


def _rebuilt(
    blocks: Sequence[Block], rests: Mapping[int, Sequence[Paragraph]], gone: Collection[int]
) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table):
            cells = [replace(cell, blocks=tuple(_rebuilt(cell.blocks, rests, gone))) for cell in block.cells]
            yield replace(block, cells=tuple(cells))
        elif id(block) not in gone:
            inlines = list(block.inlines)
            for rest in rests.get(id(block), ()):
                inlines = [*spaced(inlines), *rest.inlines]
            yield replace(block, inlines=tuple(inlines))
