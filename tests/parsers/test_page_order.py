"""Pages out of order, put right by the words of the form."""

from __future__ import annotations

from parsers.answers import Answers
from parsers.match import identify
from parsers.page_order import in_order
from parsers.readers import reader_for
from tests.parsers.pdf.builder import HEIGHT, WIDTH, Leaf, leaf, pdf
from tests.parsers.visit_form import FORM, PROMPT, answer

ONE = ("Ente proponente: Circolo Pettirosso", "Mezzo di viaggio", "[x] Treno regionale", "[ ] Nave traghetto")
TWO = ("Chi ha pagato", "[x] Fondo comune", "Racconto (1)", PROMPT, "Partenza alle sei.")
THREE = ("Rientro di notte.", "Tornereste un'altra volta?", "[x] sì [ ] no", "Tel. e mail: 0522 000123")
LETTER = ("Gentile segreteria,", "ecco la nostra scheda.", "Cordiali saluti")


def page(lines: tuple[str, ...], x: float = 60) -> Leaf:
    made = leaf()
    for row, line in enumerate(lines):
        made.text(x, 80 + 40 * row, line)
    return made


def read(data: bytes) -> tuple[str, list[str]]:
    """The story as it was read, and what was said of the file."""
    document = reader_for(data).read(data)
    document, answers = in_order(data, document, identify(document, (FORM,)), (FORM,))
    assert isinstance(answers, Answers)
    return answer(answers, "racconto").text, [note.detail for note in document.notes]


STORY = "Partenza alle sei.\nRientro di notte."


def test_pages_printed_last_to_first_are_put_right_and_told() -> None:
    """The rest of an answer comes after its beginning."""
    assert read(pdf(page(THREE), page(TWO), page(ONE))) == (STORY, ["page-order"])


def test_a_page_that_was_moved_is_put_back() -> None:
    """Wherever it was put."""
    assert read(pdf(page(TWO), page(ONE), page(THREE))) == (STORY, ["page-order"])


def test_a_letter_before_the_pages_stays_there() -> None:
    """It holds no word of the form."""
    assert read(pdf(page(LETTER), page(TWO), page(ONE), page(THREE))) == (STORY, ["page-order"])


def test_pages_in_the_forms_order_are_left_as_they_are() -> None:
    """And nothing is said of them."""
    assert read(pdf(page(ONE), page(TWO), page(THREE))) == (STORY, [])


def test_a_section_that_was_moved_is_no_page_out_of_order() -> None:
    """It begins and ends within pages."""
    contacts, rest = THREE[3:], THREE[:3]
    assert read(pdf(page((*contacts, *ONE)), page(TWO), page(rest))) == (STORY, [])


def test_an_order_that_changes_no_answer_is_not_told() -> None:
    """Each page begins with a question and ends with its answer: no matter which comes first."""
    assert read(pdf(page(THREE[1:]), page(ONE), page(TWO))) == ("Partenza alle sei.", [])


def test_the_pages_of_a_booklet_are_put_right() -> None:
    """The last stands beside the first on its outer side."""
    last = ("Rientro di notte, tutti contenti, dopo una sosta al lago e una merenda.", *THREE[1:])
    outer, inner = page(last), page(TWO)
    outer.content += page((*ONE, "[ ] Bicicletta", "Stemma", "Compagni (2)"), 60 + WIDTH).content
    sizes = f"[0 0 {WIDTH} {HEIGHT}]".encode(), f"[0 0 {2 * WIDTH} {HEIGHT}]".encode()
    story, said = read(pdf(outer, inner).replace(*sizes))
    assert (story, said[0]) == (f"Partenza alle sei.\n{last[0]}", "page-order")
