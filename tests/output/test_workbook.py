"""The workbook, read back: every text exactly as it was answered, never a formula or an error."""

from __future__ import annotations

import gc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from ingest.filed import Filed
from ingest.record import finding
from output.cells import LIMIT, as_written
from output.dataset import frames
from output.workbook import write
from tests.output.made import FORM, rejected, returned

NASTY = (
    "=1+1",
    '=HYPERLINK("https://esempio.example")',
    "+39 0522 123456",
    "-1",
    "@nome",
    "＝1+1",
    "#N/A",
    "#DIV/0!",
    "TRUE",
    "NA",
    "00118",
    "1e5",
    "12/11/2026",
    "https://esempio.example/a?b=c",
    "mailto:info@esempio.example",
    "_x000D_",
    "prima _x0041__x0042_ dopo",
    " spazi ai lati ",
    "\t=1+1",
    "a\nb\n",
    "<b>&amp;</b>",
    "\x00\x0b\x1f\x7f",
    "\ud800 \ufffe",
    "🙂" * 20_000,
    "x" * 40_000,
    "'",
    "{=1}",
)


def _cell(path: Path, field: str) -> Cell:
    sheet = load_workbook(path)["Schede_codici"]
    position = [cell.value for cell in sheet[1]].index(field)
    cell = sheet[2][position]
    assert isinstance(cell, Cell)
    return cell


def _tables(path: Path) -> list[Worksheet]:
    """The sheets that hold rows of data."""
    return [sheet for sheet in load_workbook(path).worksheets[1:] if sheet.max_row > 1]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_a_nasty_text_comes_back_as_text(tmp_path: Path, text: str) -> None:
    """Equal after the visible replacement, stored as a string, in the sheet for people too."""
    write(tmp_path / "d.xlsx", [returned(answers={"story": text})], FORM, "it")
    cell = _cell(tmp_path / "d.xlsx", "story")
    assert (cell.value, cell.data_type) == (as_written(text), "s")
    people = load_workbook(tmp_path / "d.xlsx")["Schede"]
    assert people[2][[cell.value for cell in people[1]].index("Breve descrizione")].value == as_written(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=())), min_size=1, max_size=30))
def test_any_text_comes_back_as_text(tmp_path: Path, texts: list[str]) -> None:
    """Whatever people write, surrogates included; no answer is an empty cell."""
    forms = [returned(n, answers={"story": text}) for n, text in enumerate(texts, 1)]
    write(tmp_path / "d.xlsx", forms, FORM, "it")
    frame = pd.read_excel(tmp_path / "d.xlsx", sheet_name="Schede_codici", dtype=str, keep_default_na=False)
    assert list(frame["story"]) == [as_written(text) for text in texts]


@pytest.mark.parametrize("text", ["=1+1", "+39", "-x", "@x", "＝1"])
def test_what_looks_like_a_formula_is_marked_as_text(tmp_path: Path, text: str) -> None:
    """The quote prefix keeps it a text when somebody edits the cell."""
    write(tmp_path / "d.xlsx", [returned(answers={"story": text})], FORM, "it")
    assert _cell(tmp_path / "d.xlsx", "story").quotePrefix


def test_an_escape_that_was_typed_is_not_decoded_by_spreadsheets(tmp_path: Path) -> None:
    """``_x000D_`` in one run would be read as a carriage return."""
    write(tmp_path / "d.xlsx", [returned(answers={"story": "_x000D_"})], FORM, "it")
    with zipfile.ZipFile(tmp_path / "d.xlsx") as package:
        assert all(b">_x000D_<" not in package.read(name) for name in package.namelist())


def test_a_cut_text_is_reported(tmp_path: Path) -> None:
    """The cell ends with the marker, and the findings say that it holds a part only."""
    write(tmp_path / "d.xlsx", [returned(answers={"story": "x" * (LIMIT + 1)})], FORM, "it")
    assert str(_cell(tmp_path / "d.xlsx", "story").value).endswith(" […]")
    sheet = load_workbook(tmp_path / "d.xlsx")["Segnalazioni"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[3], row[4]) for row in rows] == [("text-cut", "story")]


def test_a_text_that_just_fits_is_not_reported(tmp_path: Path) -> None:
    """No false alarm at the limit itself."""
    write(tmp_path / "d.xlsx", [returned(answers={"story": "x" * LIMIT})], FORM, "it")
    assert load_workbook(tmp_path / "d.xlsx")["Segnalazioni"].max_row == 1


def test_pandas_reads_what_the_frames_hold(tmp_path: Path) -> None:
    """The province NA stays Napoli, blanks stay blank, numbers keep their value."""
    forms = [returned(1), returned(2, answers={"partners": None, "impact": None, "province": "00118"})]
    write(tmp_path / "d.xlsx", forms, FORM, "it")
    read = pd.read_excel(tmp_path / "d.xlsx", sheet_name="Schede_codici", dtype=str, keep_default_na=False)
    held = frames(forms, FORM, "it").schede_codici
    assert list(read.columns) == list(held.columns)
    assert read.to_numpy().tolist() == held.astype(str).to_numpy().tolist()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "it",
            "Leggimi Schede Schede_codici Scelte Segnalazioni Valori_liberi Riepilogo Codebook Opzioni "
            "Registro Versioni",
        ),
        (
            "en",
            "Readme Forms Forms_codes Choices Findings Free_values Summary Codebook Options "
            "Register Versions",
        ),
    ],
)
def test_sheets_stand_in_order_with_a_frozen_header(tmp_path: Path, language: str, names: str) -> None:
    """Row 1 and column A stay in sight, headings are unique, no cell is merged."""
    write(tmp_path / "d.xlsx", [returned(), rejected(2)], FORM, language)
    book = load_workbook(tmp_path / "d.xlsx")
    assert book.sheetnames == names.split()
    for sheet in book.worksheets[1:]:
        header = [cell.value for cell in sheet[1]]
        assert sheet.freeze_panes == "B2"
        assert not sheet.merged_cells.ranges
        assert len(header) == len(set(header))


def test_tables_are_named_by_their_headers(tmp_path: Path) -> None:
    """A table whose columns differ from row 1 makes Excel offer to repair the file."""
    write(tmp_path / "d.xlsx", [returned(1, finding("missing-required", "mail"))], FORM, "it")
    for sheet in _tables(tmp_path / "d.xlsx"):
        (table,) = sheet.tables.values()
        assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
        assert table.ref == sheet.dimensions


def test_a_folder_without_forms_gives_a_workbook_with_headers(tmp_path: Path) -> None:
    """No table without a row: Excel would call the file damaged."""
    write(tmp_path / "d.xlsx", [], FORM, "it")
    book = load_workbook(tmp_path / "d.xlsx")
    assert [cell.value for cell in book["Schede"][1]][:2] == ["N.", "Cooperativa proponente"]
    assert not book["Schede"].tables


def test_a_failed_write_leaves_the_old_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the workbook is open in Excel: the error is let through, nothing is left lying about."""
    path = tmp_path / "d.xlsx"
    path.write_bytes(b"vecchio")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write(path, [returned()], FORM, "it")
    assert path.read_bytes() == b"vecchio"
    assert list(tmp_path.iterdir()) == [path]


def _same(forms: list[Filed], path: Path) -> list[list[object]]:
    write(path, forms, FORM, "it")
    return [[cell.value for row in sheet for cell in row] for sheet in load_workbook(path).worksheets]


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    """The same forms give the same cells."""
    forms = [returned(2), rejected(3), returned(1)]
    assert _same(forms, tmp_path / "a.xlsx") == _same(forms[::-1], tmp_path / "b.xlsx")


def test_a_form_is_let_go_once_its_rows_are_made(tmp_path: Path) -> None:
    """Forms come one by one: thousands of them with all their evidence would fill the memory."""
    held: list[int] = []

    def forms() -> Iterator[Filed]:
        for number in range(1, 9):
            held.append(sum(type(one) is Filed for one in gc.get_objects()))
            yield returned(number)

    write(tmp_path / "d.xlsx", forms(), FORM, "it")
    assert max(held) - held[0] <= 1


def _headings(sheet: Worksheet) -> list[object]:
    return [cell.value for cell in sheet[1]]


def test_the_first_sheet_leads_to_all_others(tmp_path: Path) -> None:
    """Each sheet is named once, explained, and linked to its first cell."""
    write(tmp_path / "d.xlsx", [returned()], FORM, "it")
    book = load_workbook(tmp_path / "d.xlsx")
    linked = {
        cell.value: (cell.hyperlink.location, beside.value)
        for cell, beside in book["Leggimi"].iter_rows(max_col=2)
        if cell.hyperlink is not None
    }
    assert list(linked) == book.sheetnames[1:]
    assert all(place == f"'{name}'!A1" and text for name, (place, text) in linked.items())


def test_the_first_sheet_tells_what_the_file_holds(tmp_path: Path) -> None:
    """The form's version, the last arrival, and how many forms are in which state."""
    write(tmp_path / "d.xlsx", [returned(1), returned(2, finding("missing-required", "mail"))], FORM, "it")
    said = "\n".join(str(row) for row in load_workbook(tmp_path / "d.xlsx")["Leggimi"].values)
    assert "Scheda di prova, versione 3" in said
    assert "2: 1 in ordine, 1 da verificare" in said


def test_report_original_and_pictures_are_linked(tmp_path: Path) -> None:
    """A path from the workbook's folder; what a link cannot hold as it is stands quoted."""
    write(tmp_path / "d.xlsx", [returned(7, file="scheda 100% é#.docx")], FORM, "it")
    sheet = load_workbook(tmp_path / "d.xlsx")["Schede"]
    row = dict(zip(_headings(sheet), sheet[2], strict=True))
    assert row["Rapporto"].hyperlink.target == "reports/0007.html"
    assert row["Originale"].value == "archive/scheda 100% é#.docx"
    assert row["Originale"].hyperlink.target == "archive/scheda%20100%25%20%C3%A9%23.docx"


def test_a_finding_leads_to_its_fields_row_in_the_report(tmp_path: Path) -> None:
    """The page and the part of it apart, so that the file is found whatever its parts are called."""
    write(tmp_path / "d.xlsx", [returned(7, finding("missing-required", "mail"))], FORM, "it")
    sheet = load_workbook(tmp_path / "d.xlsx")["Segnalazioni"]
    cell = dict(zip(_headings(sheet), sheet[2], strict=True))["Rapporto"]
    assert (cell.value, cell.hyperlink.target) == ("reports/0007.html#f-mail", "reports/0007.html")
    assert cell.hyperlink.location == "f-mail"


def test_closed_values_can_be_chosen_from_a_list(tmp_path: Path) -> None:
    """Labels for people and codes for programs, taken from the sheet of options."""
    write(tmp_path / "d.xlsx", [returned()], FORM, "it")
    book = load_workbook(tmp_path / "d.xlsx")
    for name, column, wanted in (
        ("Schede", "D", ["Tipo A", "Tipo misto"]),
        ("Schede_codici", "C", ["A", "A+B"]),
    ):
        lists = [one.formula1 for one in book[name].data_validations.dataValidation]
        places = [place for place in lists if place.startswith(f"'Opzioni'!${column}$")]
        cells = [cell.value for place in places for (cell,) in book["Opzioni"][place.partition("!")[2]]]
        assert cells == wanted


def test_headers_tell_the_question_and_its_rule(tmp_path: Path) -> None:
    """As it is printed, with kind of answer and longest length."""
    write(tmp_path / "d.xlsx", [returned()], FORM, "it")
    sheet = load_workbook(tmp_path / "d.xlsx")["Schede"]
    note = next(cell.comment for cell in sheet[1] if cell.value == "Breve descrizione")
    assert note is not None
    assert note.text.split("\n")[0] == "Breve descrizione"
    assert "2000" in note.text


def test_states_are_tinted_by_their_word(tmp_path: Path) -> None:
    """By a rule of the spreadsheet, so that the tint follows the word; the word stands in the cell."""
    write(tmp_path / "d.xlsx", [returned(1, finding("missing-required", "mail"))], FORM, "it")
    sheet = load_workbook(tmp_path / "d.xlsx")["Schede"]
    formulas = [rule.formula[0] for place in sheet.conditional_formatting for rule in place.rules]
    letter = sheet[1][_headings(sheet).index("Stato")].column_letter
    assert f'${letter}2="Da verificare"' in formulas
    assert any(formula.endswith(">=1900") for formula in formulas)


def test_the_summary_has_its_charts_beside_the_numbers(tmp_path: Path) -> None:
    """One chart for a question with several answers, over the very rows that count them."""
    write(tmp_path / "d.xlsx", [returned()], FORM, "it")
    with zipfile.ZipFile(tmp_path / "d.xlsx") as package:
        charts = [package.read(name).decode() for name in package.namelist() if "charts/chart" in name]
    rows = list(load_workbook(tmp_path / "d.xlsx")["Riepilogo"].values)
    partners = [number for number, row in enumerate(rows, 1) if row[0] == "Partnership"]
    assert f"'Riepilogo'!$C${partners[0]}:$C${partners[-1]}" in "".join(charts)
