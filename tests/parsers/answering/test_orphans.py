"""Answers whose label is gone or unknown: found by order or by what they hold, and always in doubt."""

from __future__ import annotations

import pytest

from tests.parsers.returned import PROMPTS, STORY, answer, in_doubt, sheet, strays, text

NEWS = f"| Elementi di innovazione (4) | {PROMPTS['elementi_innovazione']} |\n| | Il tetto. |"


@pytest.mark.parametrize("label", ["", "Dežela"])
def test_an_answer_between_two_questions_is_the_missing_ones(label: str) -> None:
    """The label is gone or in a language nobody knows; the value goes by order, in doubt."""
    who = f"| Cooperativa proponente | Le Tegole | Logo | |\n| {label} | Lazio | Città | Roma |"
    drawing = sheet(who=who)
    assert text(drawing, "regione") == "Lazio"
    assert not answer(drawing, "regione").found
    assert in_doubt(drawing, "regione")


def test_more_answers_than_questions_stay_strays() -> None:
    """Where nothing tells which is meant none is taken."""
    who = "| Cooperativa proponente | Le Tegole | Logo | |\n| | Lazio | Nord | Centro | Città | Roma |"
    assert text(sheet(who=who), "regione") == ""
    assert "Lazio" in strays(sheet(who=who))


def test_an_address_can_only_be_the_e_mail() -> None:
    """The contacts' label is gone: what has an @ and what has digits is still known."""
    contacts = "| Referente Progetto | Ida Mirtillo | | 0522 000123 ida@tegole.example.it |"
    drawing = sheet(contacts=contacts)
    assert "ida@tegole.example.it" in text(drawing, "email")
    assert "0522 000123" in text(drawing, "telefono")
    assert in_doubt(drawing, "email")


@pytest.mark.parametrize("label", ["", "Che cosa c’è di nuovo"])
def test_a_long_answer_does_not_swallow_the_next(label: str) -> None:
    """Without the label and prompt of the next question, its table is still another one."""
    drawing = sheet(news=f"| {label} | |\n| | Il tetto. |")
    assert text(drawing, "descrizione") == "Un orto sul tetto."
    assert text(drawing, "elementi_innovazione") == "Il tetto."
    assert in_doubt(drawing, "elementi_innovazione")


def test_an_unknown_label_beside_a_prompt_is_no_part_of_the_answer_above() -> None:
    """Its row is the next question's."""
    drawing = sheet(news=NEWS.replace("Elementi di innovazione (4)", "Inovativni elementi"))
    assert text(drawing, "descrizione") == "Un orto sul tetto."
    assert text(drawing, "elementi_innovazione") == "Il tetto."


def test_outside_tables_an_answer_that_may_hold_the_next_is_in_doubt() -> None:
    """No cell parts them: the whole is kept and said to be unsure."""
    story = f"Breve descrizione\n{PROMPTS['descrizione']}\nUn orto.\nChe cosa c’è di nuovo\nIl tetto."
    drawing = sheet(story=story, news="")
    assert "Un orto." in text(drawing, "descrizione")
    assert in_doubt(drawing, "descrizione")


def test_a_table_of_two_columns_that_was_added_is_no_part_of_the_answer() -> None:
    """It has a label of its own."""
    drawing = sheet(story=f"{STORY}\n \n| Durata | 24 mesi |")
    assert text(drawing, "descrizione") == "Un orto sul tetto."
    assert {"Durata", "24 mesi"} <= set(strays(drawing))


def test_the_forms_own_headings_are_never_an_answer() -> None:
    """A heading that is left over answers no question."""
    contacts = "| Riferimenti | Ida Mirtillo // 0522 000123 // ida@tegole.example.it |"
    assert text(sheet(contacts=contacts), "referente") == "Ida Mirtillo"


def test_a_heading_in_an_answer_does_not_stand_for_a_lost_label() -> None:
    """The label is gone from its place, and somebody's text has it as a heading."""
    story = f"| Breve descrizione | {PROMPTS['descrizione']} |\n| | Un orto. // Valutazione // Bella. |"
    drawing = sheet(story=story, judged="| | |\n| | Buona. |")
    assert text(drawing, "descrizione") == "Un orto.\nValutazione\nBella."
    assert text(drawing, "valutazione") == "Buona."
    assert in_doubt(drawing, "valutazione")
