"""A page's things to blocks: tables with their cells filled, and the text outside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.document import Box, Paragraph, Place, Text
from parsers.pdf.drawn.crossed import uncrossed
from parsers.pdf.drawn.frames import unframed, without_sides
from parsers.pdf.drawn.marks import Sorted, is_box, sort
from parsers.pdf.drawn.sections import last_frame, titles, without_sections
from parsers.pdf.fields.answers import cleared, under_captions, without_frames, written_over
from parsers.pdf.fields.places import beside, entries_under, first_row, holder, insert, level, parted
from parsers.pdf.objects import Entry, Kind, Page, Rule, Way, Word, area, middle
from parsers.pdf.pages.outside import outside
from parsers.pdf.tables.drafts import BlockDraft, CellDraft, PictureDraft, Placed, TableDraft
from parsers.pdf.tables.grid import Grid, GridCell, grids
from parsers.pdf.tables.option_columns import may_hold
from parsers.pdf.tables.option_columns import parted as options
from parsers.pdf.tables.rows import boxes, part_labels
from parsers.pdf.tables.shape import Setting
from parsers.pdf.text.closing import closed, stacked
from parsers.pdf.text.dress import PLAIN, Dress
from parsers.pdf.text.flow import Draft, drafts
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.region import region
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tails import carried, may_be_carried
from parsers.pdf.text.tokens import Token
from parsers.pdf.viewer.handwriting import doubts, is_on_line
from parsers.pdf.viewer.typed import apart, laid, start

_USUAL_PADDING = 5.4
"""What Word and LibreOffice keep between a cell's line and its text, in points."""

_MOST_RULES = 3000
"""More rules than these are a drawing or a map, and underline no words."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A page with its things sorted and its tables found, not filled yet."""

    page: Page
    things: Sorted
    tables: tuple[Grid, ...]
    dress: Dress
    inside: dict[int, list[Token]]
    """The tokens of each cell, by the cell's number over all tables."""
    outside: tuple[Line, ...]
    """The lines outside tables, uncut: to find those that come back on every page."""
    free: tuple[tuple[Token, ...], ...]
    """The same lines as tokens."""
    cut_off: bool = False
    """Whether a table is wider than the cell it stands in, and cut off at that cell's border."""
    typed: tuple[Entry, ...] = ()
    """Texts of several lines that were typed over the page."""
    titles: tuple[Line, ...] = ()
    """What stands in the lines of frames, as their titles."""
    around: Box | None = None
    """The frame around a section that the page ends with."""


def bares(pages: Iterable[Page]) -> Iterator[Bare]:
    """Finds the tables of pages, and which of their words stand in which cell."""
    around: Box | None = None
    for page in pages:
        found = bare(page, around)
        yield found
        around = found.around


def bare(page: Page, above: Box | None = None) -> Bare:
    """The same for one page; `above` is the frame around a section that the page before ends with."""
    page = cleared(page) if page.entries else written_over(page)
    things = sort(page)
    rules = uncrossed(things.rules, things.words)
    cut_off = any(rule.way is Way.ACROSS for rule in set(rules) - set(things.rules))
    found = grids(rules, page.width, page.height)
    found = without_frames(found, page) if page.entries else found
    tables, words = unframed(found, things.words)
    if len(tables) < len(found):
        things = replace(things, rules=without_sides(things.rules, found, tables))
    headed = titles(words, rules, page.width) if len(rules) <= _MOST_RULES else []
    if headed:
        entitled = {word for title in headed for word in title}
        words = tuple(word for word in words if word not in entitled)
    things = things if words == things.words else replace(things, words=words)
    tokens: tuple[Token, ...] = (*things.words, *things.signs)
    framed, tables = tables, without_sections(tables, tokens, page.width, above)
    around = last_frame(framed, tables, tokens) if len(tables) < len(framed) else None
    inside, outside = _share(tables, tokens)
    typed = _typed(things, tables, inside, outside)
    _doubt(things, tables, inside, outside)
    dress = _dress(things, tables)
    free = tuple(tuple(row) for row in rows(outside))
    lines = tuple(line(row, page.number, dress) for row in free)
    named = tuple(line(title, page.number, dress) for title in headed)
    return Bare(page, things, tables, dress, inside, lines, free, cut_off, typed, named, around)


def _typed(
    things: Sorted, tables: Sequence[Grid], inside: dict[int, list[Token]], outside: list[Token]
) -> tuple[Entry, ...]:
    """Puts what was typed over the page among the tokens; texts of several lines are given back."""
    if things.over is None:
        return ()
    cells = [cell for table in tables for cell in table.cells]
    order = sorted(range(len(cells)), key=lambda at: area(cells[at].box))
    blocks = []
    for text in things.over.texts:
        at = _within(cells, order, *start(text))
        tokens = outside if at is None else inside[at]
        words = [token for token in tokens if isinstance(token, Word)]
        found = laid(text, None if at is None else cells[at].box, words)
        tokens.extend(apart(found.words, tokens))
        blocks += [found.block] if found.block is not None else []
    return tuple(blocks)


def _doubt(
    things: Sorted, tables: Sequence[Grid], inside: dict[int, list[Token]], outside: list[Token]
) -> None:
    """Puts a doubtful mark among the tokens of each place where somebody wrote by hand."""
    if things.over is None or not things.over.unread:
        return
    cells = [cell for table in tables for cell in table.cells]
    order = sorted(range(len(cells)), key=lambda at: area(cells[at].box))
    for sign in doubts(things.over.unread):
        at = _within(cells, order, *middle(sign.box))
        if at is not None:
            inside[at].append(sign)
        elif not cells and is_on_line(sign, outside):
            outside.append(sign)


def _dress(things: Sorted, tables: Sequence[Grid]) -> Dress:
    """Rules that are no table's, and coloured areas."""
    rules = things.rules if len(things.rules) <= _MOST_RULES else ()
    level = [rule for rule in rules if rule.way is Way.ACROSS and not _of_table(rule, tables)]
    return Dress(tuple(level), things.tints) if level or things.tints else PLAIN


def _of_table(rule: Rule, tables: Sequence[Grid]) -> bool:
    return any(
        abs(y - rule.at) <= 2 and rule.start >= table.box[0] - 3 and rule.end <= table.box[2] + 3
        for table in tables
        for y in table.rows
    )


def _share(tables: Sequence[Grid], tokens: Iterable[Token]) -> tuple[dict[int, list[Token]], list[Token]]:
    """The tokens by the innermost cell that holds their middle, and those that no cell holds.

    Where a word or a box hangs over its cell's border, its beginning counts.
    """
    cells = [cell for table in tables for cell in table.cells]
    order = sorted(range(len(cells)), key=lambda at: area(cells[at].box))
    inside: dict[int, list[Token]] = {at: [] for at in range(len(cells))}
    beyond: list[Token] = []
    for token in tokens:
        x, y = middle(token.box)
        at = _within(cells, order, x, y)
        if at is None:
            at = _within(cells, order, token.box[0] + 1, y)
        (beyond if at is None else inside[at]).append(token)
    return inside, beyond


def _within(cells: Sequence[GridCell], order: Sequence[int], x: float, y: float) -> int | None:
    for at in order:
        x0, top, x1, bottom = cells[at].box
        if x0 <= x <= x1 and top <= y <= bottom:
            return at
    return None


def lines_with(page: Bare, sign: str) -> Iterator[tuple[list[Line], float]]:
    """The lines of each cell, and of the text outside tables, where a sign stands, and how far they reach."""
    cells = [cell for table in page.tables for cell in table.cells]
    for at, tokens in page.inside.items():
        if any(isinstance(token, Word) and sign in token.text for token in tokens):
            yield [line(row, page.page.number) for row in rows(tokens)], cells[at].box[2] - _USUAL_PADDING
    if any(sign in one.text for one in page.outside):
        yield list(page.outside), max(one.x1 for one in page.outside)


def padding(pages: Sequence[Bare]) -> float:
    """What text keeps from the lines of its cells on these pages, usually, in points."""
    gaps = []
    for page in pages:
        cells = [cell for table in page.tables for cell in table.cells]
        for at, tokens in page.inside.items():
            if tokens:
                gaps.append(min(token.box[0] for token in tokens) - cells[at].box[0])
    gaps = sorted(gap for gap in gaps if 0 <= gap <= 14)
    return gaps[len(gaps) // 2] if gaps else _USUAL_PADDING


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
