"""How a sheet is dressed, and what it offers beyond its cells: filter, links, lists of values, tints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

_NEARLY = 0.95
"""So much of the longest answer allowed is nearly too long."""
_NEARLY_TINT = "FFF3CD"
_A4 = 9
"""Its number among paper sizes."""
_PAGE = 180.0
"""How many characters' width a printed page holds legibly."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet's cells are dressed."""

    tints: Mapping[str, str]
    """Background colours (RRGGBB) of the words that stand for a state or a severity."""
    tinted: frozenset[str]
    """The headings of the columns that hold such words."""
    links: frozenset[str] = frozenset()
    """The headings of the columns that hold a path from the workbook's folder."""
    rows: frozenset[str] = frozenset()
    """The headings of the columns that hold such a path and, after ``#``, the id of a part of the file."""
    galleries: frozenset[str] = frozenset()
    """The headings of the columns that hold such paths joined by ``; ``: the first one is linked."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """By heading, what its comment says."""
    lists: Mapping[str, str] = field(default_factory=dict)
    """By heading, the closed values of its column, as a spreadsheet's formula."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """By heading, how many characters an answer may have: nearly as many are tinted."""
    tallest: int = 4
    """The height of a row of long text, in lines; the rest shows when the cell is opened. 1: no wrapping."""


def add_filter(sheet: Worksheet, title: str, headings: Sequence[str], rows: int) -> None:
    """Makes the sheet a table with filters; `headings` as they are written."""
    if not rows:  # a table needs a row of data: without one the file is called damaged
        return
    extent = f"A1:{get_column_letter(len(headings))}{rows + 1}"
    table = Table(displayName=title, ref=extent, autoFilter=AutoFilter(ref=extent))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    table.tableColumns = [TableColumn(id=n, name=heading) for n, heading in enumerate(headings, 1)]
    sheet.tables.add(table)  # add_table warns in write-only mode, whatever it is given


def add_lists(sheet: Worksheet, headings: Sequence[str], rows: int, lists: Mapping[str, str]) -> None:
    """Adds a drop-down list to each column with closed values."""
    for position, heading in enumerate(headings, 1):
        if heading in lists and rows:
            known = DataValidation(type="list", formula1=lists[heading], allow_blank=True)
            known.add(_column(position, rows))
            sheet.data_validations.append(known)


def add_tints(sheet: Worksheet, headings: Sequence[str], rows: int, look: Look) -> None:
    """Tints cells by their word, and long answers that are nearly too long or are so."""
    for position, heading in enumerate(headings, 1):
        letter = get_column_letter(position)
        rules = [
            (f'${letter}2="{word}"', tint) for word, tint in look.tints.items() if heading in look.tinted
        ]
        if heading in look.limits:
            rules.append((f"LEN(${letter}2)>={int(_NEARLY * look.limits[heading])}", _NEARLY_TINT))
        for formula, tint in rules if rows else ():
            # Conditional fills take the background colour, not the pattern's own.
            fill = PatternFill("solid", bgColor=tint, fgColor=tint)
            rule = Rule(type="expression", dxf=DifferentialStyle(fill=fill), formula=[formula])
            sheet.conditional_formatting.add(_column(position, rows), rule)


def set_page(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Prints the sheet in landscape on as few pages side by side as stay legible, with its header."""
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = max(1, round(sum(widths) / _PAGE))
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&A – &P/&N"


def _column(position: int, rows: int) -> str:
    letter = get_column_letter(position)
    return f"{letter}2:{letter}{rows + 1}"
