"""The frames: a row a form, values for people and for programs, blanks that mean what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.record import finding
from output.dataset import Dataset, frames
from parsers.form import Field, Kind
from tests.output.made import FORM, rejected, returned


def _row(data: Dataset, sheet: str, row: int = 0) -> dict[str, object]:
    frame = dict(data.sheets())[sheet]
    return {str(key): value for key, value in frame.iloc[row].to_dict().items()}


def test_people_read_labels_in_place_of_codes() -> None:
    """Choices stand as the form prints them, yes as Sì, several joined by a semicolon."""
    row = _row(frames([returned()], FORM, "it"), "schede")
    assert row["Tipologia"] == "Tipo misto"
    assert row["Partnership"] == "Cooperative; Altri, specificare"
    assert row["Valutazione?"] == "Sì"
    assert row["Tel. e mail – telefono"] == "+390522123456; +393331234567"


def test_programs_read_codes() -> None:
    """The same answers as codes, true as 1."""
    row = _row(frames([returned()], FORM, "it"), "schede_codici")
    assert (row["type"], row["partners"], row["impact"], row["photo"]) == ("A+B", "coop; other", 1, 2)


def test_headings_differ_even_where_labels_do_not() -> None:
    """Fields that share a label, or a label that is also a column of ours, get headings of their own."""
    form = replace(
        FORM, fields=(*FORM.fields, Field("file", "File", Kind.TEXT), Field("x", "FOTO", Kind.TEXT))
    )
    data = frames([], form, "it")
    for frame in (data.schede, data.schede_codici):
        folded = [str(name).casefold() for name in frame.columns]
        assert len(folded) == len(set(folded))


def test_a_ticked_box_is_1_and_an_empty_one_0() -> None:
    """One column an option, after the field's own."""
    row = _row(frames([returned(answers={"partners": ("coop",)})], FORM, "it"), "schede_codici")
    assert (row["partners___none"], row["partners___coop"], row["partners___other"]) == (0, 1, 0)


def test_no_tick_at_all_is_0_everywhere() -> None:
    """A group that was seen and left empty is no, not unknown."""
    row = _row(frames([returned(answers={"partners": ()})], FORM, "it"), "schede_codici")
    assert [row[f"partners___{code}"] for code in ("none", "coop", "other")] == [0, 0, 0]


def test_a_group_that_could_not_be_read_is_blank() -> None:
    """Null, or a group that is not in the document, is never written as 0."""
    lost = returned(2, finding("field-not-found", "partners"), answers={"partners": ()})
    data = frames([returned(1, answers={"partners": None}), lost], FORM, "it")
    for row in (_row(data, "schede_codici", 0), _row(data, "schede_codici", 1)):
        assert [row[f"partners___{code}"] for code in ("none", "coop", "other")] == ["", "", ""]


def test_a_box_that_is_in_doubt_is_blank_and_the_others_are_not() -> None:
    """An unsure box is neither 1 nor 0; one that was ticked on a judgement stays 1."""
    doubt = finding("ambiguous-mark", "partners", choices="Nessuno; Cooperative")
    row = _row(frames([returned(1, doubt, answers={"partners": ("coop",)})], FORM, "it"), "schede_codici")
    assert [row[f"partners___{code}"] for code in ("none", "coop", "other")] == ["", 1, 0]


@pytest.mark.parametrize(("value", "expected"), [(True, 1), (False, 0), (None, "")])
def test_yes_no_is_1_0_or_blank(value: bool | None, expected: object) -> None:
    """No answer is not a no; a number, not a truth value of the spreadsheet's."""
    cell = _row(frames([returned(answers={"impact": value})], FORM, "it"), "schede_codici")["impact"]
    assert (cell, type(cell)) == (expected, type(expected))


def test_only_current_versions_are_in_the_dataset() -> None:
    """A superseded form and a rejected file stand in the register only."""
    old = replace(returned(1, current=False), superseded_by=2)
    data = frames([rejected(3), returned(2), old], FORM, "it")
    assert list(data.schede_codici["id"]) == [2]
    assert list(data.registro["N."]) == [1, 2, 3]


def test_forms_of_another_definition_stay_out() -> None:
    """A folder may hold several forms: each has a dataset of its own, the register is common."""
    data = frames([returned(1), replace(returned(2), form_id="altra")], FORM, "it")
    assert list(data.schede_codici["id"]) == [1]
    assert list(data.registro["N."]) == [1, 2]


def test_findings_of_current_forms_and_of_rejected_files_are_listed() -> None:
    """A row each, with the field's label and a sentence; those of a superseded form are history."""
    old = replace(returned(1, finding("missing-required", "mail"), current=False), superseded_by=2)
    data = frames([old, returned(2, finding("missing-required", "mail")), rejected(3)], FORM, "it")
    sheet = data.segnalazioni
    assert list(zip(sheet["N."], sheet["Codice"], sheet["Gravità"], strict=True)) == [
        (2, "missing-required", "errore"),
        (3, "encrypted", "errore"),
    ]
    assert sheet["Campo"][0] == "Tel. e mail – e-mail"
    assert all(sheet["Messaggio"])


def test_the_codebook_has_a_row_for_each_column() -> None:
    """In the order of the sheet for programs, with the share of forms that filled it."""
    data = frames([returned(1), returned(2, answers={"province": "", "photo": 0})], FORM, "it")
    names = list(data.codebook["Colonna in Schede_codici"])
    assert names == list(data.schede_codici.columns)
    filled = dict(zip(names, data.codebook["Compilata (%)"], strict=True))
    assert (filled["sender"], filled["province"], filled["photo"]) == (100.0, 50.0, 50.0)


def test_the_codebook_names_the_findings_of_each_kind_of_answer() -> None:
    """Those that any answer can have are left out."""
    book = frames([returned()], FORM, "it").codebook
    codes = dict(zip(book["Colonna in Schede_codici"], book["Segnalazioni possibili (codici)"], strict=True))
    assert codes["partners"] == (
        "missing-required; ambiguous-mark; contradictory-choice; other-without-text; text-without-other"
    )
    assert codes["story"] == "missing-required; over-length"
    assert codes["partners___coop"] == codes["photo"] == codes["id"] == ""


def test_a_finding_says_what_is_written_and_what_is_perhaps_meant() -> None:
    """Each in a column of its own, to be filtered and counted."""
    said = finding("unknown-city", "province", None, text="Reggio Emila", suggestion="Reggio nell'Emilia")
    row = _row(frames([returned(1, said)], FORM, "it"), "segnalazioni")
    assert (row["Che cosa è scritto"], row["Forse si intende"]) == ("Reggio Emila", "Reggio nell'Emilia")


def test_each_ticked_option_is_a_row_of_choices() -> None:
    """Single choices and yes/no included."""
    data = frames([returned(7)], FORM, "en")
    rows = list(data.scelte.itertuples(index=False, name=None))
    assert [(row[0], row[1], row[3]) for row in rows] == [
        (7, "type", "A+B"),
        (7, "partners", "coop"),
        (7, "partners", "other"),
        (7, "impact", "yes"),
    ]


def test_options_are_counted() -> None:
    """How many forms ticked each, the never ticked included."""
    data = frames([returned(1), returned(2, answers={"partners": ("coop",)})], FORM, "it")
    of_partners = data.opzioni[data.opzioni["Campo (codice)"] == "partners"]
    assert list(of_partners["Quante volte"]) == [0, 2, 1]


def test_the_other_spellings_of_an_option_are_told() -> None:
    """Those that the form's definition names."""
    (field,) = (one for one in FORM.fields if one.id == "partners")
    coop = replace(field.options[1], spellings=("Coop", "Coop."))
    form = replace(FORM, fields=(replace(field, options=(coop,)),), identity=())
    assert list(frames([], form, "it").opzioni["Vale anche se è scritta così"]) == ["Coop; Coop."]


def test_the_register_says_when_in_the_dataset_in_utc() -> None:
    """The sheet for programs carries the time with its zone."""
    row = _row(frames([returned(5)], FORM, "it"), "schede_codici")
    assert row["received_at"] == "2026-11-23T08:10:00+00:00"
