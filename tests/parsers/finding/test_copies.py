"""Files that hold the form more than once, or only a part of it."""

from __future__ import annotations

import pytest

from parsers.answers import Answers
from parsers.document import Document
from parsers.match import Unmatched, identify, match
from tests.parsers.drawing import draw
from tests.parsers.returned import FORM, PROMPTS, sheet


def boxes(field: str) -> str:
    """The empty boxes of a group."""
    return " // ".join(f"☐{option.label}" for option in FORM.field(field).options)


BLANK = sheet(
    who="| Cooperativa proponente | | Logo | |\n| Regione | | Città | |",
    kinds="| Tipologia | ☐Cooperativa tipo A | ☐Cooperativa tipo B | ☐Cooperativa a oggetto misto (A+B) |",
    project="| Nome progetto (1) | |",
    paid=f"| Forme di finanziamento attivate | {boxes('finanziamento')} |",
    story=f"| Breve descrizione | {PROMPTS['descrizione']} |\n| | |",
    news=f"| Elementi di innovazione (4) | {PROMPTS['elementi_innovazione']} |\n| | |",
    judged=f"| Valutazione | {PROMPTS['valutazione']} |\n| | |",
    impact="| È prevista valutazione di impatto? | ☐sì // ☐no |",
    contacts="| Riferimenti | Referente // Progetto | | Tel. e mail | |",
)
OTHER = sheet(project="| Nome progetto (1) | Galline |")


def read(*copies: str) -> Answers:
    """Copies of the form one below the other."""
    return match(draw("\n \n".join(copies)), FORM)


def project(answers: Answers) -> str:
    """The project of the copy that was read."""
    return next(answer.text for answer in answers.answers if answer.field == "nome_progetto")


@pytest.mark.parametrize(
    ("copies", "number", "filled"),
    [
        ((BLANK, sheet()), 2, 1),
        ((sheet(), BLANK), 1, 1),
        ((BLANK, BLANK, sheet()), 3, 1),
        ((BLANK, sheet(), OTHER), 2, 2),
        ((sheet(), OTHER), 1, 2),
        ((sheet(), OTHER, OTHER), 1, 3),
    ],
)
def test_the_first_copy_that_is_filled_in_is_read(copies: tuple[str, ...], number: int, filled: int) -> None:
    """An empty copy before the filled one hides nothing."""
    answers = read(*copies)
    assert answers.copies is not None
    assert (answers.copies.read, answers.copies.count, answers.copies.filled) == (number, len(copies), filled)
    assert project(answers) == "Orti"


def test_copies_whose_tables_were_joined_are_told_apart() -> None:
    """Nothing stands between the first form's last row and the second one's first."""
    joined = "\n".join(line for line in (sheet() + "\n" + OTHER).splitlines() if line.strip())
    answers = match(draw(joined), FORM)
    assert answers.several
    assert project(answers) == "Orti"


def test_what_was_written_in_the_other_copy_is_kept() -> None:
    """Each of its answers is a stray, but for those that this one has too."""
    strays = [stray.text for stray in read(sheet(), OTHER).strays]
    assert "Galline" in strays
    assert "Le Tegole" not in strays


def parts(*names: str) -> Document:
    """A return that holds only some of its questions, whole ones."""
    asked = {
        "who": "| Cooperativa proponente | Le Tegole | Logo | |\n| Regione | Lazio | Città | Roma |",
        "kinds": sheet().split("\n \n")[1],
        "ambito": f"| Ambito di innovazione (2) | {PROMPTS['ambito']} // {boxes('ambito')} |",
        "partnership": "| Partnership (3) | Partnership di intenti: // "
        f"{boxes('partnership_intenti')} | Partnership economica: // {boxes('partnership_economica')} |",
        "news": sheet().split("\n \n")[5],
        "impact": sheet().split("\n \n")[7],
        "judged": f"| Valutazione | {PROMPTS['valutazione']} |\n| | Buona. |",
        "contacts": "| Riferimenti | Referente // Progetto | Ida Mirtillo | Tel. e mail | 0522 000123 |",
    }
    return draw("\n \n".join(asked[name] for name in names))


def test_the_first_half_of_a_form_is_known_as_a_part() -> None:
    """It is explained wholly from its first question to its last."""
    answers = identify(parts("who", "kinds", "ambito"), (FORM,))
    assert isinstance(answers, Answers)
    assert answers.partial


def test_the_second_half_alone_is_not_rejected() -> None:
    """It is little of the form, but surely the form's."""
    answers = identify(parts("news", "judged", "impact", "contacts"), (FORM,))
    assert isinstance(answers, Answers)
    assert answers.partial


def test_a_whole_form_is_no_part() -> None:
    """Nor is one in which single questions are missing."""
    assert not match(parts("who", "kinds", "ambito", "partnership", "judged", "contacts"), FORM).partial


def test_a_few_common_labels_are_no_part_of_the_form() -> None:
    """Any form asks for a region and a telephone number."""
    drawing = "| Cooperativa | La Tela |\n| Regione | Lazio |\n| Città | Roma |\n| Telefono | 0522 000123 |"
    assert isinstance(identify(draw(drawing), (FORM,)), Unmatched)
