"""Labels and options in other words: together in one label, in two languages, translated, misspelt."""

from __future__ import annotations

import pytest

from tests.parsers.returned import FORM, PROMPTS, STORY, answer, in_doubt, sheet, strays, text, ticked

BOTH = "Lazio, Roma"


@pytest.mark.parametrize(
    "row",
    [
        f"| Regione e città: {BOTH} |",
        f"| Regione e città | {BOTH} |",
        f"| Regione / Città | {BOTH} |",
        f"| Città e regione | {BOTH} |",
        f"| Comune, Regione | {BOTH} |",
        f"| Regione // Città | {BOTH} |",
    ],
)
def test_a_label_for_two_questions_gives_both_what_is_written(row: str) -> None:
    """The value of each is found in it later, by its kind."""
    drawing = sheet(who=f"| Cooperativa proponente | Le Tegole |\n{row}")
    assert text(drawing, "regione") == BOTH
    assert text(drawing, "citta") == BOTH


def test_two_empty_questions_are_not_one_label() -> None:
    """A label whose line was left blank does not share the next one's answer."""
    drawing = sheet(who="Cooperativa proponente: Le Tegole\nRegione: ______ Città: Roma")
    assert text(drawing, "regione") == ""
    assert text(drawing, "citta") == "Roma"


def test_labels_that_follow_answers_in_one_line_are_found() -> None:
    """With their colon and a capital letter, after a label at the line's beginning."""
    drawing = sheet(who="Cooperativa proponente: Le Tegole Regione: Lazio Città: Roma")
    assert text(drawing, "cooperativa").strip() == "Le Tegole"
    assert text(drawing, "regione").strip() == "Lazio"
    assert text(drawing, "citta") == "Roma"


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Region", "regione"),
        ("Stadt", "citta"),
        ("Project name", "nome_progetto"),
        ("Projektname (1)", "nome_progetto"),
        ("Nom du projet", "nome_progetto"),
        ("Kurze Beschreibung", "descrizione"),
        ("Évaluation", "valutazione"),
        ("Contact person", "referente"),
    ],
)
def test_translated_labels_are_known(label: str, field: str) -> None:
    """In English, German and French, as surely as the form's own."""
    own = {
        "regione": "Regione",
        "citta": "Città",
        "nome_progetto": "Nome progetto (1)",
        "descrizione": "Breve descrizione",
        "valutazione": "Valutazione",
        "referente": "Referente // Progetto",
    }
    drawing = sheet().replace(f"| {own[field]} |", f"| {label} |")
    assert text(drawing, field) == text(sheet(), field) != ""
    assert not in_doubt(drawing, field)


@pytest.mark.parametrize(
    "options",
    [
        "☐Type A cooperative // ☒Type B cooperative // ☐Mixed-purpose cooperative (A+B)",
        "☐Genossenschaft Typ A // ☒Genossenschaft Typ B // ☐Gemischte Genossenschaft (A+B)",
        "☐Coopérative de type A // ☒Coopérative de type B // ☐Coopérative à objet mixte (A+B)",
        "☐Cooperativa tipo A / Typ A // ☒Cooperativa tipo B / Typ B // ☐Cooperativa a oggetto misto (A+B)",
    ],
)
def test_translated_options_are_known(options: str) -> None:
    """Alone, or behind the form's own."""
    drawing = sheet(kinds=f"| Tipologia | {options} |")
    assert ticked(drawing, "tipologia") == ["B"]
    assert not in_doubt(drawing, "tipologia")


@pytest.mark.parametrize(
    "label", ["Regione / Region", "Regione (Region)", "Region / Regione", "Regione // Region"]
)
def test_a_label_in_two_languages_is_one(label: str) -> None:
    """Its second half is no answer."""
    drawing = sheet(who=f"| Cooperativa proponente | Le Tegole |\n| {label} | Lazio | Città | Roma |")
    assert text(drawing, "regione") == "Lazio"
    assert text(drawing, "cooperativa") == "Le Tegole"


@pytest.mark.parametrize("words", ["Altre, speciicare", "Altre, specifcare:", "Altre specificcare"])
def test_the_misspelt_end_of_an_option_is_no_answer(words: str) -> None:
    """A shorter spelling is known, and what follows it is the form's own."""
    drawing = sheet(paid=f"| Forme di finanziamento attivate | ☒Proprie // ☒{words} lotteria |")
    assert text(drawing, "finanziamento_altre").strip() == "lotteria"


@pytest.mark.parametrize("before", ["2.1 ", "1.2.3 ", "[", "“", "# ", "**"])
def test_signs_before_a_label_do_not_hide_it(before: str) -> None:
    """Numbers of several steps, brackets, quotation marks and what a chat program takes for bold."""
    drawing = sheet(project=f"{before}Nome progetto: Orti")
    assert text(drawing, "nome_progetto") == "Orti"
    assert not in_doubt(drawing, "nome_progetto")


def test_two_numbers_with_a_label_each_are_one_answer() -> None:
    """A row for the telephone and one for the mobile."""
    contacts = "| Referente | Ida Mirtillo |\n| Tel. | 0522 000123 |\n| Cell. | 347 0001234 |"
    assert "347 0001234" in text(sheet(contacts=contacts), "telefono")


def test_a_prompt_quoted_in_another_answer_is_part_of_it() -> None:
    """Only in the midst of its own question's answer it may be a table's repeated head."""
    prompt = "Inserire foto che rappresentino il progetto"
    news = sheet().split("\n \n")[5].replace("Il tetto.", f"Il tetto. // {prompt} // Eccole.")
    drawing = sheet(news=news) + f"\n \n| Foto (facoltativo) | {prompt} |\n| | |"
    assert text(drawing, "elementi_innovazione") == f"Il tetto.\n{prompt}\nEccole."


def test_a_note_quoted_in_an_answer_is_part_of_it() -> None:
    """The form's notes stand together; one alone among somebody's lines was copied there."""
    note = FORM.notes[1]
    drawing = sheet(story=STORY.replace("Un orto sul tetto.", f"Un orto. // {note} // È il nostro caso."))
    assert note in text(drawing, "descrizione")


def test_the_text_of_an_option_is_its_own_whatever_governs_its_line() -> None:
    """The group's label is gone, and what stands behind «Altre, specificare» is still its text."""
    drawing = sheet(paid="| | ☒Proprie // ☐Banche // ☒Altre, specificare lotteria |")
    assert answer(drawing, "finanziamento_altre").text.strip() == "lotteria"


@pytest.mark.parametrize(
    ("first", "second"), [("Breve", "descrizione"), ("*Elementi di*", "*innovazione (4)*")]
)
def test_a_label_over_two_paragraphs_outside_tables_is_one(first: str, second: str) -> None:
    """Its first part is no answer, though its second is a spelling of it."""
    drawing = sheet(
        paid="Forme di finanziamento attivate\n☐Proprie\n☒Banche\n☐Altre, specificare",
        story=f"{first}\n{second}\nUn orto.",
        news="",
    )
    assert strays(drawing) == []
    assert text(drawing, "finanziamento_altre") == ""
    assert "Un orto." in (text(drawing, "descrizione"), text(drawing, "elementi_innovazione"))


@pytest.mark.parametrize("end", [" *:", " (1) *:", " * (1):", "*:", " **:"])
def test_a_star_behind_a_label_is_the_forms_own(end: str) -> None:
    """Before or behind the number of its note."""
    assert text(sheet(project=f"Nome progetto{end} Orti"), "nome_progetto").strip() == "Orti"


@pytest.mark.parametrize("answers", ["  sì ☐   no ☒", " sì ☐ no ☒", "  sì   no ☒"])
def test_a_question_with_its_options_behind_it_is_found(answers: str) -> None:
    """In one line, each box behind its word."""
    drawing = sheet(
        judged=f"Valutazione\n{PROMPTS['valutazione']}\nBuona.",
        impact=f"È prevista valutazione di impatto?{answers}",
    )
    assert text(drawing, "valutazione") == "Buona."
    assert ticked(drawing, "valutazione_impatto") == ["no"]


def test_an_option_alike_in_two_languages_is_one() -> None:
    """Behind its box "no / no" says it once."""
    drawing = sheet(impact="| È prevista valutazione di impatto? | ☒sì / yes // ☐no / no |")
    assert ticked(drawing, "valutazione_impatto") == ["yes"]
    assert not in_doubt(drawing, "valutazione_impatto")


@pytest.mark.parametrize("order", ["☐Banche // ☒Soggetti profit", "☒Soggetti profit // ☐Banche"])
def test_options_whose_label_was_emptied_are_a_group_of_their_own(order: str) -> None:
    """They stand below another choice, and are none of its options."""
    intended = "☐Non presente // ☒Cooperative // ☐Soggetti no profit // ☐Soggetti Profit"
    paid = f"☒Proprie // ☐Privati // {order} // ☒Altre, specificare // lotteria"
    drawing = sheet(
        project=f"| Nome progetto (1) | Orti |\n| Partnership di intenti: | {intended} |\n| | {paid} |",
        paid="",
    )
    assert sorted(ticked(drawing, "finanziamento")) == ["altre", "proprie", "soggetti_profit"]
    assert ticked(drawing, "partnership_intenti") == ["cooperative"]
    assert text(drawing, "finanziamento_altre") == "lotteria"


def test_a_label_over_several_lines_in_two_languages_is_one() -> None:
    """Its last line goes on with the other language: no part of that is the answer."""
    drawing = sheet().replace(
        "| Referente // Progetto |", "| Referente // Progetto / Ansprechperson des Projekts: |"
    )
    assert text(drawing, "referente") == text(sheet(), "referente") != ""
    assert strays(drawing) == []
