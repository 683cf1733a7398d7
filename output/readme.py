"""The workbook's first sheet: what this file is, what it holds, what a blank means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ingest.roll import Roll
from ingest.texts import Texts
from output.cells import FACE, LINK, place, text_cell
from output.dataset import Dataset
from output.missing import remarks, summary
from parsers.form import Form

_TITLE = Font(name=FACE, size=16, bold=True, color="1F3A5F")
_HEAD = Font(name=FACE, size=11, bold=True, color="1F3A5F")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_WIDTHS = (24.0, 96.0)
_ROW = 16.0
_LINE_LENGTH = 105


@dataclass(frozen=True, slots=True)
class About:
    """What the first sheet says of this workbook."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Pairs such as form and version, last arrival, how many forms are in which state."""


def add_readme(book: Workbook, title: str, about: About, sheets: Sequence[str], words: Texts) -> None:
    """Adds the sheet; `sheets` are the ids of those that follow, each named and explained with a link."""
    sheet = book.create_sheet(title)
    for column, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, (left, right, font, link) in enumerate(_lines(about, sheets, words), 1):
        cells = [_cell(sheet, left, font), _cell(sheet, right, None)]
        if link and cells[0] is not None:
            place(cells[0], number, 1, Hyperlink(ref="", location=f"'{link}'!A1"))
            cells[0].font = LINK
        sheet.row_dimensions[number].height = _height(font, right)
        sheet.append(cells)


def about(data: Dataset, form: Form, words: Texts, roll: Roll | None = None) -> About:
    """What to say of a workbook that holds these data."""
    states = Counter(data.schede_codici["status"])
    arrivals = list(data.registro[words.say("column", "received")])
    updated = max(arrivals).strftime("%d/%m/%Y %H:%M") if arrivals else words.say("readme", "never")
    counts = words.say(
        "readme", "count_states", total=len(data.schede), ok=states["ok"], review=states["review"]
    )
    facts = {
        "form": words.say("readme", "form_version", title=form.title, version=form.version),
        "updated": updated,
        "counts": counts,
    }
    if roll is not None:
        facts["answers"] = " ".join((f"{summary(roll, words)} ({roll.guests.file}).", *remarks(roll, words)))
    title = words.say("title", "workbook", form=form.title)
    return About(title, tuple((words.say("readme", name), text) for name, text in facts.items()))


_Line = tuple[str, str, Font | None, str]
"""What stands in the two columns, the font of the first, and the sheet it leads to."""


def _lines(about: About, sheets: Sequence[str], words: Texts) -> Iterator[_Line]:
    yield about.title, "", _TITLE, ""
    yield "", "", None, ""
    yield words.say("readme", "caution"), words.say("readme", "warning"), _HEAD, ""
    for term, text in about.facts:
        yield term, text, _HEAD, ""
    yield "", "", None, ""
    yield words.say("readme", "contents"), "", _HEAD, ""
    for name in sheets:
        title = words.say("sheet", name)
        yield title, words.say("about", name), None, title
    yield "", "", None, ""
    yield words.say("readme", "legend"), "", _HEAD, ""
    for name in ("blank", "one_zero", "ok", "review", "text", "python"):
        yield words.say("legend_term", name), words.say("legend", name), None, ""


def _height(font: Font | None, text: str) -> float:
    return 24.0 if font is _TITLE else _ROW * max(1, -(-len(text) // _LINE_LENGTH))


def _cell(sheet: Worksheet, text: str, font: Font | None) -> SheetCell | None:
    if not text:
        return None
    cell = text_cell(sheet, text)
    if font is not None:
        cell.font = font
    # A title runs over the columns beside it; what is explained stays in its own.
    cell.alignment = Alignment(vertical="top") if font is _TITLE else _WRAPPED
    return cell
