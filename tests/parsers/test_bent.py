"""Forms bent by those who filled them in: rows added, forms repeated, ticks in odd places.

Each was read wrong once without a word. What is not read rightly has to be in doubt.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Paragraph, Place
from parsers.match import match
from tests.parsers.drawing import draw
from tests.parsers.returned import FORM, PAID, PROMPTS, STORY, answer, in_doubt, sheet, ticked


@pytest.mark.parametrize("row", ["| Durata | 24 mesi |", "| Durata: 24 mesi | < |"])
@pytest.mark.parametrize(("part", "field"), [("project", "nome_progetto"), ("story", "descrizione")])
def test_a_row_the_respondent_added_is_no_part_of_the_answer_above(row: str, part: str, field: str) -> None:
    """It is kept apart, whole, as text that belongs to no question."""
    usual = "| Nome progetto (1) | Orti |" if part == "project" else STORY
    answers = match(draw(sheet(**{part: f"{usual}\n{row}"})), FORM)
    assert answer(sheet(**{part: f"{usual}\n{row}"}), field).text in ("Orti", "Un orto sul tetto.")
    assert "24 mesi" in " ".join(stray.text for stray in answers.strays)


def test_what_was_added_to_a_label_is_not_the_answer() -> None:
    """The words in brackets behind a label whose answer has a cell of its own are none."""
    drawing = sheet(project="| Nome progetto (1) (al massimo dieci parole) | Orti |")
    assert answer(drawing, "nome_progetto").text == "Orti"


def test_a_repeated_table_head_is_the_forms_own() -> None:
    """The label and the prompt that a table shows again on its next page are no answer."""
    drawing = sheet(story=f"{STORY}\n| Breve descrizione | {PROMPTS['descrizione']} |\n| | E un pollaio. |")
    assert answer(drawing, "descrizione").text == "Un orto sul tetto.\nE un pollaio."


def test_of_two_forms_in_a_file_the_first_is_read_and_the_second_told() -> None:
    """The second form's answers reach no field, and are kept as strays."""
    second = sheet(project="| Nome progetto (1) | Galline |", story=STORY.replace("orto", "pollaio"))
    answers = match(draw(sheet() + "\n \n" + second), FORM)
    assert answers.several
    assert [a.text for a in answers.answers if a.field == "nome_progetto"] == ["Orti"]
    assert {"Galline", "Un pollaio sul tetto."} <= {stray.text for stray in answers.strays}


def test_a_table_of_contents_before_the_form_is_not_the_form() -> None:
    """Its labels lose against those that prompts and options follow."""
    contents = "\n".join(field.label for field in FORM.fields if field.required)
    answers = match(draw(contents + "\n \n" + sheet()), FORM)
    assert not answers.several
    assert [a.text for a in answers.answers if a.field == "nome_progetto"] == ["Orti"]


@pytest.mark.parametrize("words", ["Fare clic o toccare qui per immettere il testo.", "Choose an item."])
def test_the_words_of_a_placeholder_are_no_answer(words: str) -> None:
    """Also where the program that saved the file dropped what marked them as one."""
    assert answer(sheet(project=f"| Nome progetto (1) | {words} |"), "nome_progetto").text == ""


@pytest.mark.parametrize(
    "words", ["Fare clic qui per immettere testo. Orti", "Click here to enter text.  Orti"]
)
def test_an_answer_behind_a_placeholder_is_the_answer_alone(words: str) -> None:
    """Somebody typed beside the control and left its words standing."""
    assert answer(sheet(project=f"| Nome progetto (1) | {words} |"), "nome_progetto").text.strip() == "Orti"


def test_a_tick_at_words_that_are_no_option_is_nobodys() -> None:
    """It ticks no neighbour, and the question is in doubt."""
    for own in ("☒Cooperativa tipo C", "X Cooperativa tipo C"):
        drawing = sheet(
            kinds=f"| Tipologia | Cooperativa tipo A // {own} // Cooperativa a oggetto misto (A+B) |"
        )
        assert ticked(drawing, "tipologia") == []
        assert in_doubt(drawing, "tipologia")


def test_an_x_on_a_line_between_two_boxes_is_in_doubt() -> None:
    """Nothing tells whether it is the line's above or the line's below."""
    drawing = sheet(impact="| È prevista valutazione di impatto? | ☐sì // X // ☐no |")
    assert in_doubt(drawing, "valutazione_impatto")


def test_signs_in_a_row_under_their_options_are_read_by_column() -> None:
    """As in a table whose first row names the kinds and whose second is for the ticks."""
    kinds = "| Tipologia | Cooperativa tipo A | Cooperativa tipo B | Cooperativa a oggetto misto (A+B) |"
    assert ticked(sheet(kinds=f"{kinds}\n| | | X | |"), "tipologia") == ["B"]


def test_columns_for_yes_and_no_are_told() -> None:
    """A cross in the second column says the opposite of one in the first."""
    rows = "| Proprie | X | |\n| Privati | | X |\n| Banche | | X |\n| Altre, specificare | | |"
    drawing = sheet(paid=f"| Forme di finanziamento attivate | SI | NO |\n{rows}")
    assert not in_doubt(drawing, "finanziamento")


def test_checks_by_some_options_and_crosses_by_the_others_are_in_doubt() -> None:
    """They may mean yes and no."""
    drawing = sheet(paid="| Forme di finanziamento attivate | ✓ Proprie // ✗ Privati // ✗ Banche |")
    assert in_doubt(drawing, "finanziamento")


def test_a_ticked_label_that_was_struck_out_is_in_doubt() -> None:
    """The tick and the stroke contradict each other."""
    drawing = sheet(impact="| È prevista valutazione di impatto? | ☐sì // ☒~no~ |")
    assert in_doubt(drawing, "valutazione_impatto")


def test_an_answer_that_may_go_on_below_is_in_doubt() -> None:
    """Outside tables nothing parts a second line of the answer from a remark."""
    document = draw(sheet(project="Nome progetto (1): Orti\ndi vicinato"))
    assert answer(document, "nome_progetto").text == "Orti"
    assert in_doubt(document, "nome_progetto")


def test_a_misspelt_option_is_never_taken_for_its_sibling() -> None:
    """An enumeration before the words of one option does not make them another's."""
    words = "a) Cooperativa tipo A // X b) Cooperativa tipo B // c) Cooperativa a oggetto misto (A+B)"
    assert ticked(sheet(kinds=f"| Tipologia | {words} |"), "tipologia") == ["B"]


def test_groups_alike_are_told_apart_whatever_their_order() -> None:
    """Each heading before its options, or both headings before all."""
    left = "☒Non presente // ☐Cooperative // ☐Soggetti Profit"
    right = "☐Non presente // ☒Cooperative // ☒Soggetti Profit"
    side_by_side = f"| Partnership di intenti: | Partnership economica: |\n| {left} | {right} |"
    stacked = f"| Partnership di intenti: | {left} |\n| Partnership economica: | {right} |"
    for groups in (side_by_side, stacked):
        drawing = sheet(paid=f"{groups}\n \n{PAID}")
        assert ticked(drawing, "partnership_intenti") == ["non_presente"]
        assert ticked(drawing, "partnership_economica") == ["cooperative", "profit"]


def test_the_places_of_paragraphs_do_not_matter() -> None:
    """The matcher goes by structure and words: a document without places reads the same."""
    document = draw(sheet())
    blocks = (replace(b, place=Place()) if isinstance(b, Paragraph) else b for b in document.blocks)
    bare = replace(document, blocks=tuple(blocks))
    assert [a.text for a in match(bare, FORM).answers] == [a.text for a in match(document, FORM).answers]


def test_an_option_whose_box_was_lost_is_in_doubt() -> None:
    """Its neighbours have theirs, so a tick may have gone with it."""
    drawing = sheet(paid="| Forme di finanziamento attivate | ☒Proprie // Privati // ☐Banche |")
    assert ticked(drawing, "finanziamento") == ["proprie"]
    assert in_doubt(drawing, "finanziamento")


def test_a_label_that_a_page_end_parts_is_one_label() -> None:
    """Its second word stands in the next row, in the same column."""
    rows = "| Riferimenti | Referente | | | |\n| | Progetto: Ida Mirtillo | | Tel. e mail: 0522 000123 | |"
    assert answer(sheet(contacts=rows), "referente").text == "Ida Mirtillo"
