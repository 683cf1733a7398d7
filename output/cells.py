"""Cells that hold exactly the text they are given, in the few dresses of a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias
from urllib.parse import quote

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Font
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from output.characters import cut, visible

LIMIT = 32_767
"""How much text a cell can hold, in UTF-16 units (Excel's specification)."""

FACE = "Calibri"
"""The face of the cells without a style. A font that names none is shown in whatever comes first."""
LINK = Font(name=FACE, size=11, underline="single", color="0B4F9E")

_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that spreadsheet programs take for a formula when the cell is edited or exported."""

_ESCAPE = re.compile("(?<=_x[0-9A-Fa-f]{4})(?=_)")
"""Inside what a spreadsheet program would decode as an escaped character (``_x000D_``)."""

Written: TypeAlias = SheetCell | str | int | float | datetime | None
"""What a row is made of: a cell with its style, or a bare value where there is none."""


def as_written(text: str) -> str:
    """The text as a cell holds it: unprintable characters made visible, and cut where it is too long."""
    return cut(visible(text), LIMIT)


def text_cell(sheet: Worksheet, text: str) -> SheetCell:
    """A cell that holds the text as text, whatever it looks like: never a formula, an error or a link."""
    written = as_written(text)
    cell = WriteOnlyCell(sheet)
    _fill(cell, written)
    cell.quotePrefix = written.startswith(_RISKY)
    return cell


class Lie(Enum):
    """How a cell's content lies in it."""

    PLAIN = None
    TOP = Alignment(vertical="top")
    CENTRED = Alignment(vertical="top", horizontal="center")
    WRAPPED = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a link leads: a file, by its path from the workbook's folder, and a part of it by its id."""

    path: str
    part: str = ""


class Cells:
    """Makes the cells of one sheet. A style is made once: making it cell by cell is most of the work."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._styles: dict[tuple[Lie, bool, bool, bool], StyleArray] = {}

    def text(self, text: str, lie: Lie = Lie.PLAIN) -> Written:
        """The text as text (see `text_cell`)."""
        written = as_written(text)
        risky = written.startswith(_RISKY)
        if lie is Lie.PLAIN and not risky and _is_plain(written):
            return written
        return self._text(written, self._style(lie, quoted=risky))

    def link(self, text: str, leads: Lead, row: int, column: int, lie: Lie = Lie.PLAIN) -> SheetCell:
        """The text as text, with a link to a file beside the workbook."""
        written = as_written(text)
        cell = self._text(written, self._style(lie, quoted=written.startswith(_RISKY), linked=True))
        target = quote(leads.path, safe="/", errors="surrogatepass")
        place(cell, row, column, Hyperlink(ref="", target=target, location=leads.part or None))
        return cell

    def figure(self, value: float | datetime, lie: Lie = Lie.PLAIN) -> Written:
        """A number or a moment."""
        moment = isinstance(value, datetime)
        if lie is Lie.PLAIN and not moment:
            return value
        return SheetCell(self._sheet, 1, 1, value, self._style(lie, moment=moment))

    def _text(self, written: str, style: StyleArray) -> SheetCell:
        cell = SheetCell(self._sheet, 1, 1, None, style)
        _fill(cell, written)
        return cell

    def _style(
        self, lie: Lie, *, quoted: bool = False, linked: bool = False, moment: bool = False
    ) -> StyleArray:
        wanted = (lie, quoted, linked, moment)
        if wanted not in self._styles:
            self._styles[wanted] = self._made(*wanted)
        return self._styles[wanted]

    def _made(self, lie: Lie, quoted: bool, linked: bool, moment: bool) -> StyleArray:
        cell = WriteOnlyCell(self._sheet)
        if lie.value is not None:
            cell.alignment = lie.value
        if linked:
            cell.font = LINK
        if moment:
            cell.number_format = "dd/mm/yyyy hh:mm"
        cell.quotePrefix = quoted
        made: StyleArray = cell._style  # type: ignore[attr-defined]  # as the library's own copies do
        return made


def place(cell: SheetCell, row: int, column: int, leads: Hyperlink) -> None:
    """Gives a cell that is not written yet its link: the link has to know where it stands."""
    cell.row, cell.column = row, column
    cell.hyperlink = leads


def _fill(cell: SheetCell, written: str) -> None:
    pieces = _ESCAPE.split(written) if "_x" in written else [written]
    # Runs of their own keep a typed "_x000D_" from being decoded; readers join them again.
    cell.value = CellRichText(pieces) if len(pieces) > 1 else written
    cell.data_type = "s"


def _is_plain(written: str) -> bool:
    """Whether the library takes it for a text without being told so."""
    return written not in ERROR_CODES and "_x" not in written
