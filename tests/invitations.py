"""Lists of those invited, as a few literal rows, in a work folder."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from ingest.invited import load
from ingest.roll import Guest, Guests
from ingest.workspace import create


def put_csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write ``invitati.csv`` into a work folder."""
    path = create(folder).folder / "invitati.csv"
    path.write_bytes(text.encode(encoding))
    return path


def put_xlsx(folder: Path, *sheets: list[list[object]]) -> Path:
    """Write ``invitati.xlsx``, a sheet a table, into a work folder."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    path = create(folder).folder / "invitati.xlsx"
    book.save(path)
    return path


def loaded(folder: Path) -> Guests:
    """The list of a work folder that has one."""
    guests = load(create(folder))
    assert guests is not None
    return guests


def guest(line: int, name: str, address: str = "", region: str = "", *further: str) -> Guest:
    """A row of the list."""
    return Guest(line, name, (address,) if address else (), address, region, further)


def listed(*entries: Guest, headings: tuple[str, ...] = ()) -> Guests:
    """A list with these rows."""
    return Guests("invitati.xlsx", headings, entries, (), 0, ())
