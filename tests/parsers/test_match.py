"""Answers: what is left over goes to the field that governs it; which form it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.definition import built_in
from parsers.document import Cell, Document, Method, Paragraph, Place, Table, Text
from parsers.match import Unmatched, identify, match
from tests.parsers.drawing import draw, drawn, grid
from tests.parsers.visit_form import (
    FORM,
    PROMPT,
    SHEET,
    answer,
    confidence,
    reading,
    strays,
    text,
    ticks,
    written,
)

PLACES = {
    "beside": "| Ente proponente | Circolo Pettirosso |\n| Chi ha pagato | |",
    "below": "| Ente proponente |\n| Circolo Pettirosso |\n| Chi ha pagato |",
    "below in the column": "| Ente proponente | Stemma |\n| Circolo Pettirosso | |",
    "in the label's cell": "| Ente proponente // Circolo Pettirosso |\n| Chi ha pagato |",
    "behind the label": "| Ente proponente: Circolo Pettirosso |\n| Chi ha pagato |",
    "behind the label and dots": "| Ente proponente ...... Circolo Pettirosso |",
    "behind the label and a break": "| Ente proponente\\nCircolo Pettirosso |",
    "behind the label and a tab": "Ente proponente\\tCircolo Pettirosso",
    "two cells on": "| Ente proponente | | Circolo Pettirosso |",
    "two rows down": "| Ente proponente |\n| |\n| Circolo Pettirosso |",
    "in paragraphs": "Ente proponente\nCircolo Pettirosso\nChi ha pagato",
    "on the label's line": "Ente proponente: Circolo Pettirosso\nChi ha pagato",
    "beside a merged label": "| Ente proponente | |\n| ^ | Circolo Pettirosso |",
    "numbered label": "| 1. Ente proponente | Circolo Pettirosso |",
    "another spelling": "| Nome dell'ente: | Circolo Pettirosso |",
    "among blank lines": "| Ente proponente | // Circolo Pettirosso // |",
    "put in by a revision": "| Ente proponente | {+Circolo Pettirosso+} |",
    "in place of other words": "| Ente proponente | {-Gruppo Merlo-}{+Circolo Pettirosso+} |",
}


@pytest.mark.parametrize("place", PLACES)
def test_an_answer_is_found_where_it_stands(place: str) -> None:
    """Beside, below or behind its label, an answer goes to its field and nowhere else."""
    found = {field: words.strip(" .\t") for field, words in written(PLACES[place]).items()}
    assert (found, strays(PLACES[place])) == ({"ente": "Circolo Pettirosso"}, [])


PROMPTED = {
    "below the prompt": f"| Racconto (1) | {PROMPT} |\n| ^ | Siamo partiti. |",
    "after the prompt in its cell": f"| Racconto (1) | {PROMPT} // Siamo partiti. |",
    "after the prompt in its line": f"| Racconto (1) | {PROMPT} Siamo partiti. |",
    "after the prompt and a colon": f"| Racconto (1) | {PROMPT}: Siamo partiti. |",
    "in place of the prompt": "| Racconto (1) | Siamo partiti. |",
    "between label and prompt": f"| Racconto (1) | Siamo partiti. |\n| | {PROMPT} |",
    "in the label's cell": f"| Racconto (1) // Siamo partiti. | {PROMPT} |",
    "in paragraphs": f"Racconto (1)\n{PROMPT}\nSiamo partiti.",
    "without the label": f"| | {PROMPT} |\n| | Siamo partiti. |",
    "the prompt on two lines": f"| Racconto (1) | {PROMPT.replace(', ', ', // ', 1)} // Siamo partiti. |",
    "a slip in the prompt": f"| Racconto (1) | {PROMPT.replace('giornata', 'gornata')} // Siamo partiti. |",
}


@pytest.mark.parametrize("place", PROMPTED)
def test_a_prompt_is_no_part_of_the_answer(place: str) -> None:
    """The form's own request is told from what was written around it or in its place."""
    assert (written(PROMPTED[place]), strays(PROMPTED[place])) == ({"racconto": "Siamo partiti."}, [])


def test_an_answer_behind_a_misspelt_prompt_is_kept() -> None:
    """Words in the prompt's own line stay an answer when the prompt has a slip."""
    drawing = f"| Racconto (1) | {PROMPT.replace('giornata', 'gornata')} Siamo partiti. |"
    assert "Siamo partiti." in "".join([*written(drawing).values(), *strays(drawing)])


@pytest.mark.parametrize(
    "blank", ["", "........", "……………", "________", "- - -", "{?Fare clic qui per scrivere.?}", ":", "\\n"]
)
def test_what_nobody_wrote_is_no_answer(blank: str) -> None:
    """Dots, rules and the program's placeholders are blank."""
    drawing = f"| Ente proponente | {blank} |\n| Chi ha pagato | |"
    assert (written(drawing), strays(drawing)) == ({}, [])


@pytest.mark.parametrize(
    "phrase",
    [
        "Fare clic o toccare qui per immettere il testo.",
        "Click here to enter text.",
        "Scegliere un elemento.",
    ],
)
def test_the_programs_own_words_are_no_answer(phrase: str) -> None:
    """Printed or saved by another program, a placeholder is known by its words alone."""
    drawing = f"| Ente proponente | {phrase} |\n| Racconto (1) | {phrase} |"
    assert (written(drawing), strays(drawing)) == ({}, [])


def test_rows_that_people_add_are_no_part_of_a_short_answer() -> None:
    """A line added below an answer of one line is handed on and does not lengthen it."""
    drawing = "| Ente proponente | Circolo |\n| Nota nostra | Siamo nuovi |\n| Chi ha pagato | |"
    assert (written(drawing), strays(drawing)) == ({"ente": "Circolo"}, ["Nota nostra", "Siamo nuovi"])


def test_lines_of_an_answer_are_kept_apart() -> None:
    """Paragraphs and line breaks of an answer are line feeds."""
    assert text("| Racconto (1) | Prima. // Poi.\\nInfine. |", "racconto") == "Prima.\nPoi.\nInfine."


def test_an_answer_in_two_cells_is_kept_whole() -> None:
    """Cells that one label governs are joined line by line."""
    assert text("| Racconto (1) | Prima. |\n| ^ | Poi. |", "racconto") == "Prima.\nPoi."


def test_an_answer_in_a_nested_table_is_kept() -> None:
    """What stands in a table inside the answer's cell belongs to it."""
    document = drawn(grid(("Racconto (1)", ("Prima.", grid(("sabato", "mare"))))))
    assert text(document, "racconto") == "Prima.\nsabato\nmare"


def test_marks_in_a_text_stay_as_they_look() -> None:
    """A box in somebody's words is part of the words."""
    drawing = "| Racconto (1) | Fatto: ☑ mare, ☐ monti |"
    assert (text(drawing, "racconto"), ticks(drawing)) == ("Fatto: ☑ mare, ☐ monti", {})


OTHERS = {
    "behind the option": "☒ Altri, specificare zia Pina",
    "behind a colon": "☒ Altri, specificare: zia Pina",
    "behind dots": "☒ Altri, specificare ........zia Pina",
    "before dots": "☒ Altri, specificare zia Pina ........",
    "on the next line": "☒ Altri, specificare // zia Pina",
    "on a dotted line": "☒ Altri, specificare // ........ // zia Pina // ........",
    "behind a break": "☒ Altri, specificare\\nzia Pina",
}


@pytest.mark.parametrize("place", OTHERS)
def test_the_text_of_another_option_is_found(place: str) -> None:
    """What is written after "Altri, specificare" belongs to the field the option asks for."""
    drawing = f"| Chi ha pagato | ☐ Fondo comune // ☐ Parenti stretti // {OTHERS[place]} |"
    found = {field: words.strip(" .\n") for field, words in written(drawing).items()}
    assert (found, ticks(drawing), strays(drawing)) == ({"spese_altri": "zia Pina"}, {"spese": ["altri"]}, [])


def test_the_text_of_another_option_may_stand_in_the_next_row() -> None:
    """Below the option's cell the text is still the option's."""
    drawing = """
| Chi ha pagato | ☒ Fondo comune | ☐ Parenti stretti | ☒ Altri, specificare |
| ^ | | | zia Pina |"""
    assert (written(drawing), ticks(drawing)) == ({"spese_altri": "zia Pina"}, {"spese": ["noi", "altri"]})


def test_the_text_of_another_option_is_found_behind_its_box() -> None:
    """Where boxes follow their labels, the text follows the box."""
    drawing = "| Chi ha pagato | Fondo comune ☐ // Parenti stretti ☐ // Altri, specificare ☒ zia Pina |"
    assert (written(drawing), ticks(drawing)) == ({"spese_altri": "zia Pina"}, {"spese": ["altri"]})


def test_a_text_without_a_tick_is_kept() -> None:
    """The text is read though its option is not ticked."""
    drawing = "| Chi ha pagato | ☒ Fondo comune // ☐ Parenti stretti // ☐ Altri, specificare: zia Pina |"
    assert (written(drawing), ticks(drawing)) == ({"spese_altri": "zia Pina"}, {"spese": ["noi"]})


def test_words_by_options_that_ask_for_none_are_strays() -> None:
    """What is written beside an option that asks for no text is handed on as unexpected."""
    drawing = "| Mezzo di viaggio | ☒ Treno regionale // comodo e puntuale // ☐ Bicicletta |"
    assert strays(drawing) == ["comodo e puntuale"]


def test_fields_of_one_label_share_what_is_written() -> None:
    """A cell that asks for two things gives both fields its words."""
    drawing = "| Tel. e mail | 0522 000123 info@pettirosso.example |"
    words = "0522 000123 info@pettirosso.example"
    assert written(drawing) == {"telefono": words, "email": words}


def test_fields_of_one_label_may_have_been_given_their_own() -> None:
    """Where the shared label was parted in two, each field has its own answer."""
    drawing = "| Telefono | 0522 000123 |\n| Indirizzo e-mail | info@pettirosso.example |"
    assert written(drawing) == {"telefono": "0522 000123", "email": "info@pettirosso.example"}


@pytest.mark.parametrize(
    "drawing",
    [
        "| Stemma | {picture} |",
        "| Stemma // {picture} |",
        "| Stemma |\n| {picture} |",
        "Stemma\n{picture}\nMezzo di viaggio",
        "| Ente proponente | Circolo | Stemma | {picture} |",
    ],
)
def test_a_picture_goes_to_the_field_that_asks_for_it(drawing: str) -> None:
    """Pictures are found beside, below or in the cell of their label."""
    found = answer(reading(drawing), "logo")
    assert (len(found.images), found.method, strays(drawing)) == (1, Method.IMAGE, [])


def test_a_picture_elsewhere_is_a_stray() -> None:
    """A picture that no field asks for is handed on."""
    assert strays("| Ente proponente | Circolo {picture} |") == ["[image]"]


def test_words_beside_a_picture_are_strays() -> None:
    """A caption belongs to no text field and is not lost."""
    assert strays("| Stemma | {picture} disegnato a mano |") == ["disegnato a mano"]


def test_words_before_the_form_are_strays() -> None:
    """A letter above the form is none of its answers."""
    drawing = "Cari amici, ecco la scheda.\n| Ente proponente | Circolo Pettirosso |"
    assert (strays(drawing), written(drawing)) == (
        ["Cari amici, ecco la scheda."],
        {"ente": "Circolo Pettirosso"},
    )


def test_the_forms_own_words_are_no_answers() -> None:
    """Title, introduction, prompts and notes are nobody's answer."""
    drawing = SHEET + "\n" + "\n".join(FORM.notes)
    assert (written(drawing), strays(drawing)) == (written(SHEET), [])


def test_a_deleted_answer_is_none_and_is_kept_as_evidence() -> None:
    """What a tracked change took out is no answer; it is kept beside it."""
    found = answer(reading("| Ente proponente | {-Gruppo Merlo-}{+Circolo+} |"), "ente")
    assert (found.text, found.struck) == ("Circolo", "Gruppo Merlo")


def test_an_answer_knows_where_it_stands_and_its_cell() -> None:
    """Place and cell as they stand are kept with the answer."""
    found = answer(reading("| Chi ha pagato | |\n| Ente proponente | Circolo {-Merlo-} |"), "ente")
    assert found.place is not None
    assert (found.place.row, found.place.cell, found.context) == (2, 2, "[-Merlo-]Circolo ")


def test_a_field_without_an_answer_shows_its_label() -> None:
    """Where nothing was written, the label's place is where to look."""
    found = answer(reading("| Chi ha pagato | |\n| Ente proponente | |"), "ente")
    assert found.place is not None
    assert (found.found, found.place.row, found.place.cell) == (True, 2, 1)


def test_a_field_whose_label_is_gone_is_not_found() -> None:
    """No label, no prompt, no option: not found."""
    answers = reading("| Ente proponente | Circolo |")
    assert [one.field for one in answers.answers if one.found] == ["ente"]


def test_a_further_text_is_found_with_its_option() -> None:
    """The field that an option asks for is there when the option is."""
    assert answer(reading("| Chi ha pagato | ☐ Altri, specificare |"), "spese_altri").found


@pytest.mark.parametrize("field", [field.id for field in FORM.fields])
def test_a_clear_sheet_is_read_for_sure(field: str) -> None:
    """Nothing in a well filled form is in doubt."""
    assert confidence(SHEET, field) >= 0.9


def test_a_misspelt_label_makes_its_answer_less_sure() -> None:
    """How like the form's the label is bounds how sure its answer is."""
    assert confidence("| Ente propnente | Circolo |", "ente") < confidence(
        "| Ente proponente | Circolo |", "ente"
    )


def test_answers_stand_in_the_forms_order() -> None:
    """One answer a field, in the form's order, whatever the document's."""
    answers = reading("| Chi ha pagato | ☒ Fondo comune |\n| Ente proponente | Circolo |")
    assert [one.field for one in answers.answers] == [field.id for field in FORM.fields]


def test_the_form_is_known_by_its_words() -> None:
    """Of several forms the one that explains the document is read."""
    found = identify(draw(SHEET), (*built_in(), FORM))
    assert not isinstance(found, Unmatched)
    assert (found.form, found.explained > 0.9) == ("gite", True)


def test_the_order_of_the_forms_does_not_matter() -> None:
    """The best form is taken wherever it stands among the known ones."""
    found = identify(draw(SHEET), (FORM, *built_in()))
    assert not isinstance(found, Unmatched)
    assert found.form == "gite"


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "Cari amici, a domenica.",
        "| Articolo | Prezzo |\n| Pane | 2 |",
        "Ente proponente: Circolo",
    ],
)
def test_a_document_that_holds_little_of_any_form_is_none(drawing: str) -> None:
    """An unknown document is told with the form that comes nearest."""
    found = identify(draw(drawing), (*built_in(), FORM))
    assert isinstance(found, Unmatched)
    assert len(found.nearest) == 1
    assert found.nearest[0][1] < 0.35


def test_two_forms_that_explain_a_document_alike_are_both_named() -> None:
    """Where two definitions fit alike, neither is taken."""
    found = identify(draw(SHEET), (FORM, replace(FORM, id="gite-2"), *built_in()))
    assert isinstance(found, Unmatched)
    assert [form for form, _ in found.nearest] == ["gite", "gite-2"]


def test_a_form_with_some_sections_gone_is_still_known() -> None:
    """A person who deletes a section has still returned the form."""
    part = "\n".join(line for line in SHEET.splitlines() if "Compagni" not in line and "Nessuno" not in line)
    found = identify(draw(part), (*built_in(), FORM))
    assert not isinstance(found, Unmatched)
    assert found.form == "gite"


def test_a_label_that_a_page_end_parts() -> None:
    """Its two halves are one label, though each is words of the form's own."""
    rows = (("Nome progetto", 1), ("Orto", 1), ("Referente", 1), ("Progetto", 2), ("Anna Tiglio", 2))
    cells = tuple(
        Cell(at, 0, 1, 1, (Paragraph((Text(words),), Place(page=page)),), Place(page=page))
        for at, (words, page) in enumerate(rows)
    )
    answers = match(Document("pdf", (Table(cells),)), built_in()[0])
    assert [one.text for one in answers.answers if one.field == "referente"] == ["Anna Tiglio"]
