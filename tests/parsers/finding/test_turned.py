"""Tables turned over: the answers on the left of their labels, above them, or in odd rows."""

from __future__ import annotations

from parsers.match import match
from tests.parsers.drawing import draw
from tests.parsers.returned import FORM, PROMPTS, sheet, text, ticked

TURNED = """
| Le Tegole | Cooperativa proponente |
| Lazio | Regione |
| Roma | Città |
| ☐Cooperativa tipo A // ☒Cooperativa tipo B // ☐Cooperativa a oggetto misto (A+B) | Tipologia |
| Orti | Nome progetto (1) |
| ☒Proprie // ☐Banche | Forme di finanziamento attivate |
| Ida Mirtillo | Referente Progetto |
| 0522 000123 | Tel. e mail |"""


def test_answers_on_the_left_of_their_labels_are_read_from_there() -> None:
    """A person sees at once that every label stands on the right."""
    assert [text(TURNED, field) for field in ("cooperativa", "regione", "citta", "nome_progetto")] == [
        "Le Tegole",
        "Lazio",
        "Roma",
        "Orti",
    ]
    assert ticked(TURNED, "tipologia") == ["B"]


def test_pairs_turned_over_in_one_row_are_read_too() -> None:
    """Two questions a row, each answer before its label."""
    who = "| Le Tegole | Cooperativa proponente | | Logo |\n| Lazio | Regione | Roma | Città |"
    drawing = sheet(who=who, project="| Orti | Nome progetto (1) |")
    assert text(drawing, "regione") == "Lazio"
    assert text(drawing, "citta") == "Roma"
    assert text(drawing, "nome_progetto") == "Orti"


def test_answers_above_their_labels_are_read_from_there() -> None:
    """In a table of one column, each answer in the row before its label."""
    rows = [cell.strip() for row in TURNED.strip().splitlines() for cell in row.strip("| ").split("|")]
    drawing = "\n".join(f"| {cell} |" for cell in rows)
    assert text(drawing, "cooperativa") == "Le Tegole"
    assert text(drawing, "referente") == "Ida Mirtillo"
    assert ticked(drawing, "tipologia") == ["B"]


def test_a_form_as_it_was_sent_out_is_not_turned() -> None:
    """Though some of its answers are missing."""
    drawing = sheet(who="| Cooperativa proponente | | Logo | |\n| Regione | | Città | Roma |")
    assert text(drawing, "citta") == "Roma"
    assert text(drawing, "cooperativa") == ""


def test_numbers_before_labels_are_no_answers() -> None:
    """A column of numbers, with the answers in rows of their own, stays as it is."""
    drawing = "| 1 | Cooperativa proponente |\n| | |\n| 2 | Regione |\n| | Lazio |\n| 3 | Città |\n| | Roma |"
    assert text(drawing, "cooperativa") == ""
    assert text(drawing, "regione") == "Lazio"


def test_a_label_reaches_over_the_empty_cell_below_it() -> None:
    """Label and prompt in one row, an empty cell and the answer in the next."""
    drawing = f"""
| Valutazione | {PROMPTS["valutazione"]} |
| | Buona. |
| Referente Progetto | |
| | Ida Mirtillo |"""
    assert text(drawing, "valutazione") == "Buona."
    assert text(drawing, "referente") == "Ida Mirtillo"


def test_a_row_of_labels_over_a_row_of_answers_is_read_by_column() -> None:
    """A prompt in an answer's cell asks for its own column only."""
    drawing = f"""
| Nome progetto (1) | Valutazione | Referente Progetto |
| Orti | {PROMPTS["valutazione"]} // Buona. | Ida Mirtillo |"""
    assert text(drawing, "valutazione") == "Buona."
    assert text(drawing, "referente") == "Ida Mirtillo"


def test_an_empty_form_has_nothing_to_turn() -> None:
    """No answers, no labels, no failure."""
    assert all(not answer.text for answer in match(draw("\n| | |"), FORM).answers)


def test_a_prompt_in_the_labels_cell_leaves_it_a_label() -> None:
    """Right of the answer, with what the form asks below it."""
    story = f"| Un orto sul tetto. | Breve descrizione // {PROMPTS['descrizione']} |"
    assert text(TURNED + "\n" + story, "descrizione") == "Un orto sul tetto."
