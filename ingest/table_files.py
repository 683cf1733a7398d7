"""Small tables that the office gives the program: sheets of a workbook, or a text with separators.

Every cell becomes text on one line. Reading is bounded in size, rows and columns.
"""

from __future__ import annotations

import codecs
import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

from ingest.headings import find_header

_LARGEST = 20_000_000  # bytes of the file
_LARGEST_OPENED = 300_000_000  # bytes of a workbook's parts together
_MOST_ROWS = 100_000
_LAST_ROW = 1_048_576  # of a spreadsheet
_MOST_COLUMNS = 200
_LONGEST = 2_000  # characters of a cell

_SEPARATORS = (";", "\t", ",")
"""Where two fit alike the first counts: a comma stands in names too."""
_ERRORS = frozenset(
    (
        *("#N/A", "#N/D", "#REF!", "#RIF!", "#VALUE!", "#VALORE!", "#NAME?", "#NOME?", "#DIV/0!"),
        *("#NULL!", "#NULLO!", "#NUM!"),
    )
)
"""What a cell shows whose formula failed."""
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(SyntaxError, KeyError, IndexError, TypeError, AttributeError),
)
"""What comes of a package whose parts are damaged, or not what they are said to be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table."""

    title: str
    """The sheet's name, or ``""``."""
    rows: tuple[tuple[str, ...], ...]
    """From the first one; a blank cell is ``""``."""


def read_csv(path: Path) -> tuple[Sheet, ...]:
    """The one table of a text parted by ``;``, ``,`` or tabs: in UTF-8, UTF-16 or else Windows' own letters.

    Raises ValueError where it is no such text, OverflowError where it is too large, OSError.
    """
    text = _decoded(_bounded(path).read_bytes())
    if "\0" in text:
        raise ValueError("not a text")
    sheets = [_parted(text, separator) for separator in _SEPARATORS]
    scored = ((columns.score if (columns := find_header(one.rows)) else 0) for one in sheets)
    return (max(zip(scored, sheets, strict=True), key=lambda pair: pair[0])[1],)


def read_xlsx(path: Path) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook, with the values that formulas had when it was saved.

    Raises ValueError where it is damaged or locked by a password, OverflowError where it is too large,
    OSError.
    """
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    with _bounded(path).open("rb") as file:
        try:
            with zipfile.ZipFile(file) as package:
                if sum(part.file_size for part in package.infolist()) > _LARGEST_OPENED:
                    raise OverflowError(path.name)
            with warnings.catch_warnings():
                # What openpyxl leaves aside (lists of values, styles) is nothing that is read here.
                warnings.simplefilter("ignore")
                book = load_workbook(file, read_only=True, data_only=True)
                sheets = [one for one in book.worksheets if isinstance(one, ReadOnlyWorksheet)]
                for one in sheets:
                    one.reset_dimensions()  # the extent that some programs write is wrong
                visible = (one for one in sheets if one.sheet_state == "visible")
                return tuple(Sheet(one.title, _limited(one.iter_rows(values_only=True))) for one in visible)
        except _BROKEN as error:
            raise ValueError(path.name) from error


def _bounded(path: Path) -> Path:
    if path.stat().st_size > _LARGEST:
        raise OverflowError(path.name)
    return path


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _parted(text: str, separator: str) -> Sheet:
    lines = io.StringIO(text, newline="")
    try:
        return Sheet("", _limited(csv.reader(lines, delimiter=separator, strict=True)))
    except csv.Error:
        # A quotation mark that was never meant as a quote would swallow the rows that follow it.
        plain = csv.reader(io.StringIO(text), delimiter=separator, quoting=csv.QUOTE_NONE)
        try:
            return Sheet("", _limited((cell.strip('" ') for cell in row) for row in plain))
        except csv.Error as error:
            raise ValueError(str(error)) from error


def _limited(rows: Iterable[Iterable[object]]) -> tuple[tuple[str, ...], ...]:
    """The rows as text, up to the last one that says something."""
    found: list[tuple[str, ...]] = []
    last = 0
    for row in islice(rows, _LAST_ROW):
        texts = tuple(_text(value) for value in islice(row, _MOST_COLUMNS))
        if any(texts):
            if len(found) >= _MOST_ROWS:
                raise OverflowError
            last = len(found) + 1
        if len(found) < _MOST_ROWS:
            found.append(texts)
    return tuple(found[:last])


def _text(value: object) -> str:
    """What a cell shows, on one line."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y %H:%M" if isinstance(value, datetime) else "%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(str(value)[:_LONGEST].split())
    return "" if text in _ERRORS else text
