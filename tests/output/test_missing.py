"""Who has not answered: the workbook's sheet, the report's page, the reminders."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from lxml import html
from openpyxl import load_workbook

from ingest.answered import tie
from ingest.filed import Filed
from ingest.record import finding
from ingest.roll import Guest, Roll, Skipped
from output import report, workbook
from output.dataset import frames
from tests.invitations import guest, listed
from tests.output.made import FORM, rejected, returned

HERE = guest(3, "Girandola soc. coop.", "altra@girandola.example")
GONE = guest(4, "Il Glicine", "info@glicine.example", "Toscana", "1998")
ALIKE = guest(5, "Cooperativa Girandula")


def roll(filed: list[Filed], *guests: Guest) -> Roll:
    """The list, with a column of its own, tied to the returns."""
    entries = [replace(one, further=one.further or ("",)) for one in guests]
    return tie(listed(*entries, headings=("Dal",)), filed, [FORM])


def put(folder: Path, filed: list[Filed], *guests: Guest, language: str = "it") -> html.HtmlElement:
    """Write the report; the page of those who have not answered."""
    report.write(folder, filed, [FORM], language, roll=roll(filed, *guests))
    return html.document_fromstring((folder / "mancanti.html").read_bytes())


def test_without_a_list_the_frame_is_empty_and_the_workbook_without_its_sheet(tmp_path: Path) -> None:
    """As it was before there were lists."""
    assert frames([returned()], FORM, "it").mancanti.empty
    workbook.write(tmp_path / "d.xlsx", [returned()], FORM, "it")
    assert "Mancanti" not in load_workbook(tmp_path / "d.xlsx").sheetnames


@pytest.mark.parametrize(("language", "name"), [("it", "Mancanti"), ("en", "Missing")])
def test_the_sheet_is_the_last_and_explained_on_the_first(tmp_path: Path, language: str, name: str) -> None:
    """With the count of those who have answered."""
    filed = [returned()]
    workbook.write(tmp_path / "d.xlsx", filed, FORM, language, roll(filed, HERE, GONE))
    book = load_workbook(tmp_path / "d.xlsx")
    assert book.sheetnames[-1] == name
    first = {left: right for left, right, *_ in book.worksheets[0].values}
    assert first[name]
    assert any(re.search("1 (su|of) 2 ", str(text)) for text in first.values())


def test_who_has_not_answered_stands_in_the_sheet_with_the_lists_columns() -> None:
    """And a path to the reminder."""
    row = frames([], FORM, "it", roll([], GONE)).mancanti.iloc[0].to_dict()
    assert row["Cooperativa invitata"] == "Il Glicine"
    assert (row["Risposta"], row["E-mail"], row["Regione"], row["Dal"]) == (
        "Nessuna", "info@glicine.example", "Toscana", "1998",
    )  # fmt: skip
    assert (row["Promemoria"], row["Riga nell'elenco"]) == ("reports/promemoria-0004.eml", 4)


def test_who_has_perhaps_answered_is_said_to_have() -> None:
    """With the number of the return."""
    row = frames([], FORM, "it", roll([returned(12)], ALIKE)).mancanti.iloc[0].to_dict()
    assert (row["Risposta"], row["Scheda n."]) == ("Forse", 12)
    assert row["Nota"] == "forse è la scheda n. 12 (Cooperativa Girandola)"


def test_returns_of_nobody_and_rows_passed_over_stand_in_the_sheet() -> None:
    """Nothing of the list or of the returns is dropped unseen."""
    tied = roll([returned(7)], GONE)
    skipped = (Skipped(9, "x@y.example", None), Skipped(10, "Il Glicine", 4))
    tied = replace(tied, guests=replace(tied.guests, skipped=skipped))
    rows = frames([], FORM, "it", tied).mancanti.to_numpy().tolist()
    assert [(row[0], row[1]) for row in rows[1:]] == [
        ("Cooperativa Girandola", "Non è nell'elenco"),
        ("x@y.example", "Riga saltata"),
        ("Il Glicine", "Riga saltata"),
    ]
    assert "ripete la riga 4" in rows[-1]


def test_a_return_that_may_be_somebodys_is_not_said_to_be_on_no_list() -> None:
    """It waits for a person to tie it."""
    rows = frames([], FORM, "it", roll([returned(12)], ALIKE)).mancanti.to_numpy().tolist()
    assert [(row[0], row[1]) for row in rows[1:]] == [("Cooperativa Girandola", "Da attribuire")]


def test_a_column_of_the_list_may_be_called_as_one_of_ours() -> None:
    """Both are there, ours under its own name."""
    tied = tie(listed(guest(2, "Il Glicine", "", "", "socia"), headings=("Nota",)), [], [FORM])
    columns = list(frames([], FORM, "it", tied).mancanti.columns)
    assert columns.index("Nota (2)") < columns.index("Nota")


def test_the_sheet_links_reminder_and_return(tmp_path: Path) -> None:
    """And tints the state by its word."""
    filed = [returned(12)]
    workbook.write(tmp_path / "d.xlsx", filed, FORM, "it", roll(filed, ALIKE))
    sheet = load_workbook(tmp_path / "d.xlsx")["Mancanti"]
    targets = {cell.hyperlink.target for cell in sheet[2] if cell.hyperlink is not None}
    assert targets == {"reports/0012.html", "reports/promemoria-0005.eml"}
    formulas = [rule.formula[0] for place in sheet.conditional_formatting for rule in place.rules]
    assert '$B2="Forse"' in formulas


def test_the_page_names_who_has_not_answered(tmp_path: Path) -> None:
    """And nobody else; the index leads to it with the count."""
    page = put(tmp_path, [returned()], HERE, GONE)
    assert page.xpath("//table[1]/tbody/tr/th/text()") == ["Il Glicine"]
    assert "Hanno risposto 1 su 2." in page.xpath("string(//header)")
    index = html.document_fromstring((tmp_path / "index.html").read_bytes())
    assert "Hanno risposto 1 su 2." in index.xpath("string(//header)")
    assert index.xpath("//header//a/@href") == ["mancanti.html"]


def test_a_page_without_anybody_missing_says_so(tmp_path: Path) -> None:
    """No empty table."""
    page = put(tmp_path, [returned()], HERE)
    assert page.xpath("//table") == []
    assert "Hanno risposto tutte" in page.xpath("string(//main)")


def test_a_doubtful_return_is_linked_beside_the_name(tmp_path: Path) -> None:
    """And stands among the returns that are surely nobody's, with who it may be from."""
    page = put(tmp_path, [returned(12)], ALIKE)
    (link,) = page.xpath("//tbody[@data-rows]//a[@href='0012.html']")
    assert link.text == "forse è la scheda n. 12 (Cooperativa Girandola)"
    assert "Cooperativa Girandula" in page.xpath("string(//section[@aria-labelledby='strangers']//tr[td])")


def test_many_doubtful_returns_are_counted(tmp_path: Path) -> None:
    """Three are named."""
    page = put(tmp_path, [returned(n) for n in range(1, 7)], ALIKE)
    assert len(page.xpath("//tbody[@data-rows]//a[contains(@href, 'html')]")) == 3
    assert "e altre 3" in page.xpath("string(//tbody[@data-rows])")


def test_each_reminder_is_a_draft_and_a_short_link(tmp_path: Path) -> None:
    """To the list's address, naming the form that was sent out."""
    page = put(tmp_path, [], GONE)
    mail = message_from_bytes((tmp_path / "promemoria-0004.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["X-Unsent"]) == ("info@glicine.example", "1")
    assert "Scheda di prova" in mail["Subject"]
    assert mail.get_content().startswith("Gentile Il Glicine,")
    assert any(str(one).startswith("mailto:info@glicine.example?") for one in page.xpath("//a/@href"))


def test_a_reminder_goes_when_the_answer_has_come(tmp_path: Path) -> None:
    """And the page with the list."""
    put(tmp_path, [], HERE, GONE)
    put(tmp_path, [returned()], HERE, GONE)
    assert [path.name for path in tmp_path.glob("promemoria-*")] == ["promemoria-0004.eml"]
    report.write(tmp_path, [returned()], [FORM], "it")
    assert list(tmp_path.glob("promemoria-*")) == []
    assert not (tmp_path / "mancanti.html").exists()


def test_page_and_reminders_are_left_alone_where_nothing_changed(tmp_path: Path) -> None:
    """And a reminder that was taken away comes back."""
    put(tmp_path, [], HERE, GONE)
    os.utime(tmp_path / "mancanti.html", (1, 1))
    put(tmp_path, [], HERE, GONE)
    assert (tmp_path / "mancanti.html").stat().st_mtime == 1
    (tmp_path / "promemoria-0004.eml").unlink()
    put(tmp_path, [], HERE, GONE)
    assert (tmp_path / "promemoria-0004.eml").is_file()


def test_a_message_goes_to_the_lists_address_where_the_form_has_none(tmp_path: Path) -> None:
    """And the page says where the address is from."""
    form = returned(1, finding("missing-required", "mail"), answers={"mail": None})
    put(tmp_path, [form], HERE)
    mail = message_from_bytes((tmp_path / "0001.eml").read_bytes(), policy=default)
    assert mail["To"] == "altra@girandola.example"
    assert "dall'elenco degli invitati" in (tmp_path / "0001.html").read_text("utf-8").replace("&#39;", "'")


def test_a_message_goes_to_the_forms_own_address_first(tmp_path: Path) -> None:
    """Who filled it in is who can mend it."""
    put(tmp_path, [returned(1, finding("missing-required", "story"))], HERE)
    mail = message_from_bytes((tmp_path / "0001.eml").read_bytes(), policy=default)
    assert mail["To"] == "info@girandola.example"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x>', "{{ 7*7 }}", "\x00\ud800\u202e"], ids=ascii
)
def test_what_a_list_says_never_becomes_markup(tmp_path: Path, text: str) -> None:
    """The page holds the same elements as with a harmless word."""
    shapes = []
    for name, said in (("plain", "parola"), ("nasty", text)):
        odd = guest(2, f"x{said}", "", said, said)
        tied = tie(listed(odd, headings=(said,)), [rejected(1)], [FORM])
        report.write(tmp_path / name, [rejected(1)], [FORM], "it", roll=tied)
        page = html.document_fromstring((tmp_path / name / "mancanti.html").read_bytes())
        shapes.append([str(element.tag) for element in page.iter()])
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_page_can_be_read_by_ear(tmp_path: Path, language: str) -> None:
    """Language, one heading of the first level, landmarks, headed rows and columns."""
    page = put(tmp_path, [returned(12)], ALIKE, language=language)
    assert page.get("lang") == language
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    assert page.xpath("//th[not(@scope)]") == []
