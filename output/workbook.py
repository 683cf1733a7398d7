"""The consolidated dataset as a spreadsheet: one workbook a form, replaced as a whole or left as it was."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook, load_workbook

from ingest.filed import Filed
from ingest.record import Entry, Finding, finding
from ingest.roll import Roll
from ingest.texts import Texts
from output import dataset, labels
from output.cells import LIMIT
from output.characters import visible, width
from output.charts import add_charts
from output.looks import Looks
from output.readme import about, add_readme
from output.returns import is_shown
from output.sheets import add_sheet
from output.summary import charted
from parsers.form import Form


def write(path: Path, filed: Iterable[Filed], form: Form, language: str, roll: Roll | None = None) -> None:
    """Writes the form's workbook to `path`; with a list of those invited, who has not answered comes last.

    The file is written beside its place, checked, and put there in one step. Raises OSError when
    that cannot be done (PermissionError where the workbook is open in Excel on Windows); what was
    at `path` is then still there.
    """
    words = Texts(language, labels.CATALOGUE, dataset.CATALOGUE)
    book = _book(dataset.frames(with_cuts(filed, form), form, language, roll), form, words, roll)
    expected = list(book.sheetnames)
    beside = path.with_name(f".{path.stem}.{os.getpid()}.xlsx")
    try:
        book.save(beside)
        _check(beside, expected)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def with_cuts(filed: Iterable[Filed], form: Form) -> Iterator[Filed]:
    """The same, with a `text-cut` finding for each answer that a cell cannot hold in full."""
    return (_with_cuts(one) if is_shown(one, form) else one for one in filed)


def _with_cuts(filed: Filed) -> Filed:
    record = filed.outcome.record
    cuts = tuple(_cut(entry) for entry in record.entries if _too_long(entry)) if record is not None else ()
    if not cuts:
        return filed
    return replace(filed, outcome=replace(filed.outcome, findings=filed.outcome.findings + cuts))


def _too_long(entry: Entry) -> bool:
    return isinstance(entry.value, str) and width(entry.value) > LIMIT


def _cut(entry: Entry) -> Finding:
    length = len(entry.value) if isinstance(entry.value, str) else 0
    return finding("text-cut", entry.field, entry.evidence.place, length=length, limit=LIMIT)


def _book(data: dataset.Dataset, form: Form, words: Texts, roll: Roll | None) -> Workbook:
    book = Workbook(write_only=True)
    book.properties.title = visible(words.say("title", "workbook", form=form.title))
    book.properties.creator = words.say("title", "program")
    book.properties.language = {"it": "it-IT", "en": "en-GB"}[words.language]
    sheets = [(name, frame) for name, frame in data.sheets() if name != "mancanti" or roll is not None]
    names = [name for name, _ in sheets]
    add_readme(book, words.say("sheet", "leggimi"), about(data, form, words, roll), names, words)
    looks = Looks(data, form, words)
    for name, frame in sheets:
        sheet = add_sheet(book, words.say("sheet", name), frame, looks.of(name))
        if name == "riepilogo":
            add_charts(sheet, charted(frame, form, words))
    return book


def _check(path: Path, sheets: list[str]) -> None:
    """Raises OSError where what was written cannot be read back (a full disk, a failing share)."""
    with zipfile.ZipFile(path) as package:
        damaged = package.testzip()
    book = load_workbook(path, read_only=True)
    try:
        if damaged is not None or book.sheetnames != sheets:
            raise OSError(f"the workbook could not be written whole: {path.name}")
    finally:
        book.close()
