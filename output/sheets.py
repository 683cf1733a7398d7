"""One sheet of the workbook: header, table, widths, and cells that hold exactly the text they are given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from pandas import DataFrame

from output.characters import cut, visible
from output.labels import JOIN, Cell
from output.look import Look, add_filter, add_lists, add_tints, link, set_page

LIMIT = 32_767
"""How much text a cell can hold, in UTF-16 units (Excel's specification)."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that spreadsheet programs take for a formula when the cell is edited or exported."""

_ESCAPE = re.compile("(?<=_x[0-9A-Fa-f]{4})(?=_)")
"""Inside what a spreadsheet program would decode as an escaped character (``_x000D_``)."""

_NARROWEST, _WIDEST = 9, 66
_LINE = 15.0
_SAMPLE = 200
"""How many rows decide a column's width."""

_TOP = Alignment(vertical="top")
_CENTRED = Alignment(vertical="top", horizontal="center")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NOTE = (120, 320)
"""Height and width of a comment, in pixels."""
_HEADER_FONT = Font(bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="1F3A5F")


def add_sheet(book: Workbook, title: str, frame: DataFrame, look: Look) -> Worksheet:
    """Adds the frame as a sheet: row 1 the header, frozen with column A, filter on, blanks left empty."""
    sheet: Worksheet = book.create_sheet(title)
    headings = [str(heading) for heading in frame.columns]
    rows: list[Sequence[Cell]] = list(frame.itertuples(index=False, name=None))
    widths = [_width(heading, position, rows) for position, heading in enumerate(headings)]
    sheet.freeze_panes = "B2"
    set_page(sheet, widths)
    for position, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(position)].width = wide
    sheet.row_dimensions[1].height = 2 * _LINE
    sheet.append([_header(sheet, heading, look.notes.get(heading, "")) for heading in headings])
    for number, row in enumerate(rows, 2):
        lines = [min(_lines(value, wide), look.tallest) for value, wide in zip(row, widths, strict=True)]
        sheet.row_dimensions[number].height = max(lines, default=1) * _LINE
        cells = list(_cells(sheet, row, lines, look))
        for column, (heading, value, cell) in enumerate(zip(headings, row, cells, strict=True), 1):
            if cell is not None and heading in look.links:
                link(cell, number, column, str(value))
            elif cell is not None and heading in look.galleries:
                link(cell, number, column, str(value).split(JOIN, maxsplit=1)[0])
        sheet.append(cells)
    add_filter(sheet, title, [as_written(heading) for heading in headings], len(rows))
    add_lists(sheet, headings, len(rows), look.lists)
    add_tints(sheet, headings, len(rows), look)
    return sheet


def as_written(text: str) -> str:
    """The text as a cell holds it: unprintable characters made visible, and cut where it is too long."""
    return cut(visible(text), LIMIT)


def text_cell(sheet: Worksheet, text: str) -> SheetCell:
    """A cell that holds the text as text, whatever it looks like: never a formula, an error or a link."""
    written = as_written(text)
    pieces = _ESCAPE.split(written)
    # Runs of their own keep a typed "_x000D_" from being decoded; readers join them again.
    cell = WriteOnlyCell(sheet)
    cell.value = CellRichText(pieces) if len(pieces) > 1 else written
    cell.data_type = "s"
    cell.quotePrefix = written.startswith(_RISKY)
    return cell


def _cells(
    sheet: Worksheet,
    row: Sequence[Cell],
    lines: Sequence[int],
    look: Look,
) -> Iterator[SheetCell | None]:
    tall = max(lines, default=1) > 1
    for value, high in zip(row, lines, strict=True):
        if value == "":
            yield None
            continue
        cell = text_cell(sheet, value) if isinstance(value, str) else WriteOnlyCell(sheet, value)
        if not isinstance(value, str) and look.tallest > 1:
            cell.alignment = _CENTRED
        elif tall:
            cell.alignment = _WRAPPED if high > 1 else _TOP
        if isinstance(value, datetime):
            cell.number_format = "dd/mm/yyyy hh:mm"
        yield cell


def _header(sheet: Worksheet, heading: str, note: str) -> SheetCell:
    cell = text_cell(sheet, heading)
    if note:
        cell.comment = Comment(as_written(note), "schedario", height=_NOTE[0], width=_NOTE[1])
    cell.font = _HEADER_FONT
    cell.fill = _HEADER_FILL
    cell.alignment = _WRAPPED
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
