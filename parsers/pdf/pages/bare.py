"""A page with its things sorted and its tables found: which of its words stand in which cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.document import Box
from parsers.pdf.drawn.crossed import uncrossed
from parsers.pdf.drawn.frames import unframed, without_sides
from parsers.pdf.drawn.marks import Sorted, sort
from parsers.pdf.drawn.sections import last_frame, titles, without_sections
from parsers.pdf.fields.answers import cleared, without_frames, written_over
from parsers.pdf.objects import Entry, Page, Rule, Way, Word, area, middle
from parsers.pdf.tables.grid import Grid, GridCell, grids
from parsers.pdf.tables.spilled import pull_up
from parsers.pdf.text.dress import PLAIN, Dress
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.rows import rows
from parsers.pdf.text.stretched import closed_up
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
    pull_up([cell for table in tables for cell in table.cells], inside)
    typed = _typed(things, tables, inside, outside)
    _doubt(things, tables, inside, outside)
    dress = _dress(things, tables)
    free = tuple(tuple(row) for row in closed_up(rows(outside)))
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
