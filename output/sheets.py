"""One sheet of the workbook: header, table, widths, and cells that hold exactly the text they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pandas import DataFrame

from output.cells import FACE, Cells, Lead, Lie, Written, as_written, text_cell
from output.labels import JOIN, Cell
from output.look import Look, add_filter, add_lists, add_tints, set_page

_NARROWEST, _WIDEST = 9, 66
_LINE = 15.0
_SAMPLE = 200
"""How many rows decide a column's width."""

_NOTE = (120, 320)
"""Height and width of a comment, in pixels."""
_HEADER_FONT = Font(name=FACE, size=11, bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="1F3A5F")


def add_sheet(book: Workbook, title: str, frame: DataFrame, look: Look) -> Worksheet:
    """Adds the frame as a sheet: row 1 the header, frozen with column A, filter on, blanks left empty."""
    sheet: Worksheet = book.create_sheet(title)
    headings = [str(heading) for heading in frame.columns]
    rows: list[Sequence[Cell]] = list(frame.itertuples(index=False, name=None))
    widths = [_width(heading, position, rows) for position, heading in enumerate(headings)]
    # Told at the top: without it a program that reads row by row goes through the whole sheet to find out.
    extent = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.calculate_dimension = lambda: extent  # type: ignore[method-assign]
    sheet.freeze_panes = "B2"
    set_page(sheet, widths)
    for position, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(position)].width = wide
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.append([_header(sheet, heading, look.notes.get(heading, "")) for heading in headings])
    cells = Cells(sheet)
    linked = [_leads(heading, look) for heading in headings]
    for number, row in enumerate(rows, 2):
        lines = [_lines(value, wide) for value, wide in zip(row, widths, strict=True)]
        high = max(lines, default=1)
        if high > 1:  # the others have the height of a line anyway
            sheet.row_dimensions[number].height = min(high, look.tallest) * _LINE
        lies = _lies(row, lines, look.tallest)
        sheet.append(list(_row(cells, number, row, lies, linked)))
    add_filter(sheet, title, [as_written(heading) for heading in headings], len(rows))
    add_lists(sheet, headings, len(rows), look.lists)
    add_tints(sheet, headings, len(rows), look)
    return sheet


def _leads(heading: str, look: Look) -> Callable[[str], Lead] | None:
    """Tells where a text of that column leads; None where they lead nowhere."""
    if heading in look.galleries:
        return lambda text: Lead(text.split(JOIN, maxsplit=1)[0])
    if heading in look.rows:
        return lambda text: Lead(*text.split("#", maxsplit=1))
    return Lead if heading in look.links else None


def _lies(row: Sequence[Cell], lines: Sequence[int], tallest: int) -> Iterator[Lie]:
    tall = max(lines, default=1) > 1
    for value, high in zip(row, lines, strict=True):
        if tallest == 1:
            yield Lie.PLAIN
        elif not isinstance(value, str):
            yield Lie.CENTRED
        elif tall:
            yield Lie.WRAPPED if high > 1 else Lie.TOP
        else:
            yield Lie.PLAIN


def _row(
    cells: Cells,
    number: int,
    row: Sequence[Cell],
    lies: Iterable[Lie],
    linked: Sequence[Callable[[str], Lead] | None],
) -> Iterator[Written]:
    for column, (value, lie, leads) in enumerate(zip(row, lies, linked, strict=True), 1):
        if value == "":
            yield None
        elif not isinstance(value, str):
            yield cells.figure(value, lie)
        elif leads is not None:
            yield cells.link(value, leads(value), number, column, lie)
        else:
            yield cells.text(value, lie)


def _header(sheet: Worksheet, heading: str, note: str) -> SheetCell:
    cell = text_cell(sheet, heading)
    if note:
        cell.comment = Comment(as_written(note), "schedario", height=_NOTE[0], width=_NOTE[1])
    cell.font = _HEADER_FONT
    cell.fill = _HEADER_FILL
    cell.alignment = Lie.WRAPPED.value
    return cell


def _width(heading: str, position: int, rows: Sequence[Sequence[Cell]]) -> float:
    longest = max((_longest(row[position]) for row in rows[:_SAMPLE]), default=0)
    # Room for the filter's button; a header wraps onto two lines.
    return float(min(max(longest + 2, len(heading) / 2 + 5, _longest_word(heading) + 4, _NARROWEST), _WIDEST))


def _longest(value: Cell) -> int:
    if isinstance(value, str):
        return max((len(line) for line in value.split("\n")), default=0)
    return len(str(value))


def _longest_word(heading: str) -> int:
    return max(map(len, heading.split()), default=0)


def _lines(value: Cell, wide: float) -> int:
    if not isinstance(value, str):
        return 1
    return sum(1 + int(len(line) / wide) for line in value.split("\n"))
