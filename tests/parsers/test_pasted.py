"""Forms pasted from e-mails and web pages: what the program left in them is put right before matching."""

from __future__ import annotations

import pytest

from parsers.document import Break, Document, Paragraph, Text
from parsers.pasted import plain
from tests.parsers.drawing import draw
from tests.parsers.returned import in_doubt, text, ticked

LINES = """Cooperativa proponente: Le Tegole
Regione: Lazio
Città: Roma
Tipologia:
☐Cooperativa tipo A
☒Cooperativa tipo B
☐Cooperativa a oggetto misto (A+B)
Nome progetto: Orti
Forme di finanziamento attivate:
☒Proprie
☐Banche
È prevista valutazione di impatto?
☐sì
☒no
Referente Progetto: Ida Mirtillo
Tel. e mail: 0522 000123"""


def shown(document: Document) -> list[str]:
    """The text of each paragraph."""
    return ["".join(i.text for i in p.inlines if isinstance(i, Text)) for p in document.paragraphs()]


def test_a_form_in_one_paragraph_is_read_line_by_line() -> None:
    """Line breaks part its questions, so that no box counts for another group."""
    drawing = LINES.replace("\n", "\\n")
    assert ticked(drawing, "tipologia") == ["B"]
    assert ticked(drawing, "valutazione_impatto") == ["no"]
    assert text(drawing, "nome_progetto") == "Orti"


def test_a_paragraph_with_few_breaks_stays_one() -> None:
    """An answer with line breaks is no form."""
    document = draw("a\\nb\\nc")
    assert plain(document) is document


@pytest.mark.parametrize("sign", ["> ", ">> ", "> > ", "- ", "• "])
def test_the_sign_that_begins_every_line_is_taken_off(sign: str) -> None:
    """It is the e-mail program's, and no part of an answer."""
    drawing = "\n".join(sign + line for line in LINES.splitlines())
    assert text(drawing, "cooperativa") == "Le Tegole"
    assert text(drawing, "referente") == "Ida Mirtillo"
    assert ticked(drawing, "tipologia") == ["B"]


def test_bullets_of_an_answer_stay() -> None:
    """Where only some lines begin with a bullet, it was written."""
    document = draw(LINES + "\n- una cosa\n- un'altra")
    assert shown(plain(document))[-2:] == ["- una cosa", "- un'altra"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_invisible_characters_do_not_count(sign: str) -> None:
    """Nobody sees them, in a label or in an answer."""
    drawing = LINES.replace("proponente", f"prop{sign}onente{sign}").replace("Orti", f"Or{sign}ti")
    assert text(drawing, "cooperativa") == "Le Tegole"
    assert text(drawing, "nome_progetto") == "Orti"


def test_accents_that_stand_apart_join_their_letters() -> None:
    """As a Mac writes them."""
    assert text(LINES.replace("Città", "Citta\u0300"), "citta") == "Roma"
    assert not in_doubt(LINES.replace("Città", "Citta\u0300"), "citta")


def test_breaks_in_cells_are_parted_too() -> None:
    """A form pasted into one cell of a table reads the same."""
    document = draw(f"| {LINES} | |".replace("\n", "\\n"))
    assert text(document, "regione") == "Lazio"


def test_an_empty_paragraph_has_no_sign() -> None:
    """Paragraphs without text, or of breaks only, do no harm."""
    document = Document("docx", (Paragraph(()), Paragraph((Break(),) * 9)))
    assert len(list(plain(document).paragraphs())) == 11
