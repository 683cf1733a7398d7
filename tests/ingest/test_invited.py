"""The list of those invited: found by its headings, in whatever an office saves, or said what to do."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from ingest.invited import find, load
from ingest.table_files import read_csv
from ingest.texts import LANGUAGES, Texts
from ingest.trouble import Exit, SetUp
from ingest.workspace import create
from tests.invitations import loaded, put_csv, put_xlsx

PLAIN = "Cooperativa;E-mail;Regione\nIl Glicine;info@glicine.example;Toscana\n"


def trouble(folder: Path) -> str:
    """The key of what is said of a list that cannot be used; Italian and English have its sentence."""
    with pytest.raises(SetUp) as caught:
        load(create(folder))
    assert caught.value.status == Exit.USE
    for language in LANGUAGES:
        said = Texts(language, "ingest.texts:cli").say("trouble", caught.value.key, **caught.value.facts)
        assert "invitati" in said
    return caught.value.key


def test_a_folder_without_a_list_has_none(tmp_path: Path) -> None:
    """The list is optional."""
    assert load(create(tmp_path)) is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_text_is_read_in_every_way_offices_save_it(tmp_path: Path, encoding: str, separator: str) -> None:
    """Accents and columns arrive, with and without a byte order mark."""
    put_csv(tmp_path, separator.join(["Nome", "PEC"]) + f"\nPerché no?{separator}a@b.it\n", encoding)
    (entry,) = loaded(tmp_path).entries
    assert (entry.name, entry.addresses) == ("Perché no?", ("a@b.it",))


def test_a_comma_in_a_name_parts_nothing(tmp_path: Path) -> None:
    """A list of one column holds whole names."""
    put_csv(tmp_path, "Denominazione\nIl Glicine, soc. coop.\n")
    assert [entry.name for entry in loaded(tmp_path).entries] == ["Il Glicine, soc. coop."]


def test_a_stray_quotation_mark_swallows_no_row(tmp_path: Path) -> None:
    """Every row after it is still a row."""
    put_csv(tmp_path, 'Nome;Email\n"Il Glicine;a@b.it\nLa Rondine;c@d.it\n')
    assert [entry.name for entry in loaded(tmp_path).entries] == ["Il Glicine", "La Rondine"]


@pytest.mark.parametrize(
    "heading",
    ["Cooperativa", "DENOMINAZIONE SOCIALE", "Ragione sociale", "nome", "Ente", "Name", "Nome cooperativa"],
)
def test_the_column_of_names_goes_by_many_words(tmp_path: Path, heading: str) -> None:
    """In Italian and English, in any case."""
    put_csv(tmp_path, f"Codice;{heading}\n12;Il Glicine\n")
    assert loaded(tmp_path).entries[0].name == "Il Glicine"


@pytest.mark.parametrize(
    "heading", ["E-mail", "email", "MAIL", "Posta elettronica", "Indirizzo PEC", "e-mail address"]
)
def test_the_column_of_addresses_goes_by_many_words(tmp_path: Path, heading: str) -> None:
    """Certified mail too."""
    put_csv(tmp_path, f"Ente;{heading}\nIl Glicine;Info@Glicine.it\n")
    assert loaded(tmp_path).entries[0].address == "info@glicine.it"


def test_a_person_is_not_the_cooperative(tmp_path: Path) -> None:
    """Beside a column of cooperatives one of names is about their people, and kept as it is."""
    put_csv(tmp_path, "Nome;Cognome;Cooperativa;Nome referente\nIda;Neri;Il Glicine;Ugo\n")
    guests = loaded(tmp_path)
    assert guests.entries[0].name == "Il Glicine"
    assert guests.headings == ("Nome", "Cognome", "Nome referente")
    assert guests.entries[0].further == ("Ida", "Neri", "Ugo")


def test_ordinary_mail_is_written_to_before_certified_mail(tmp_path: Path) -> None:
    """Whatever order the columns have; both are addresses to know the sender by."""
    put_csv(tmp_path, "Ente;PEC;E-mail\nIl Glicine;glicine@pec.it;info@glicine.it\n")
    assert loaded(tmp_path).entries[0].addresses == ("info@glicine.it", "glicine@pec.it")


def test_what_is_no_address_is_not_written_to_and_still_shown(tmp_path: Path) -> None:
    """A word in the column of addresses stays as it is."""
    put_csv(tmp_path, "Ente;E-mail\nIl Glicine;da chiedere\n")
    (entry,) = loaded(tmp_path).entries
    assert (entry.address, entry.email) == ("", "da chiedere")


def test_a_workbook_is_read_below_its_title(tmp_path: Path) -> None:
    """Rows are counted as the spreadsheet does; numbers and dates are kept as they are shown."""
    rows: list[list[object]] = [
        ["Cooperative invitate"],
        [],
        ["N.", "Ragione sociale", "Regione", "Dal"],
        [1, "Il Glicine", "Toscana", datetime(2027, 1, 31)],
    ]
    put_xlsx(tmp_path, rows)
    guests = loaded(tmp_path)
    (entry,) = guests.entries
    assert (entry.line, entry.name, entry.region, entry.further) == (
        4,
        "Il Glicine",
        "Toscana",
        ("1", "31/01/2027"),
    )
    assert guests.file == "invitati.xlsx"


def test_other_sheets_with_names_are_said_to_be_left_aside(tmp_path: Path) -> None:
    """One sheet is the list, the one with most columns known; nobody is lost without a word."""
    put_xlsx(tmp_path, [["Nome"], ["Altra"]], [["Nome", "E-mail"], ["Il Glicine", "a@b.it"]])
    guests = loaded(tmp_path)
    assert [entry.name for entry in guests.entries] == ["Il Glicine"]
    assert guests.unread == ("Sheet",)


def test_empty_rows_repetitions_and_nameless_rows_are_passed_over_and_kept_count_of(tmp_path: Path) -> None:
    """Each with its row."""
    put_csv(
        tmp_path,
        "Ente;E-mail\nIl Glicine;a@b.it\n;\n\nLa Rondine;x@y.it\nIl glicine soc. coop.;a@b.it\n;solo@b.it\n",
    )
    guests = loaded(tmp_path)
    assert [entry.line for entry in guests.entries] == [2, 5]
    assert [(row.line, row.same_as) for row in guests.skipped] == [(6, 2), (7, None)]
    assert guests.blank == 2


def test_namesakes_are_two(tmp_path: Path) -> None:
    """The same name in another region is another cooperative."""
    put_csv(tmp_path, "Ente;Regione\nAurora;Puglia\nAurora;Veneto\n")
    assert len(loaded(tmp_path).entries) == 2


def test_a_list_without_names_is_said(tmp_path: Path) -> None:
    """No heading names a column of names."""
    put_csv(tmp_path, "Codice;Provincia\n1;FI\n")
    assert trouble(tmp_path) == "list-no-names"


def test_a_list_of_nobody_is_said(tmp_path: Path) -> None:
    """Headings and nothing below them."""
    put_csv(tmp_path, "Cooperativa;E-mail\n;\n")
    assert trouble(tmp_path) == "list-empty"


def test_two_lists_are_one_too_many(tmp_path: Path) -> None:
    """The program does not choose."""
    put_csv(tmp_path, PLAIN)
    put_xlsx(tmp_path, [["Nome"], ["Il Glicine"]])
    assert trouble(tmp_path) == "list-twice"


def test_a_list_of_another_kind_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    """Who puts it there expects it to be read."""
    (create(tmp_path).folder / "Invitati.ods").write_bytes(b"PK")
    with pytest.raises(SetUp) as caught:
        find(create(tmp_path))
    assert caught.value.key == "list-kind"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0 locked", b"Cooperativa;E-mail"])
def test_a_workbook_that_is_none_is_said(tmp_path: Path, data: bytes) -> None:
    """Damaged, locked by a password, or a text under another name."""
    (create(tmp_path).folder / "invitati.xlsx").write_bytes(data)
    assert trouble(tmp_path) == "list-unreadable"


def test_a_package_without_a_workbook_is_said(tmp_path: Path) -> None:
    """A zip file that holds something else."""
    with zipfile.ZipFile(create(tmp_path).folder / "invitati.xlsx", "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert trouble(tmp_path) == "list-unreadable"


def test_what_swells_when_opened_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bound on rows, whatever the size of the file."""
    monkeypatch.setattr("ingest.table_files._MOST_ROWS", 2)
    put_csv(tmp_path, "Ente\nUno\nDue\nTre\n")
    assert trouble(tmp_path) == "list-too-large"


def test_a_file_of_bytes_is_no_text(tmp_path: Path) -> None:
    """A picture named like a list."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"\x89PNG\0\0")
    with pytest.raises(ValueError, match="not a text"):
        read_csv(path)
