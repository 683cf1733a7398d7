"""What is no part of an answer: titles of frames, numbers of notes, boxes of options."""

from __future__ import annotations

from dataclasses import replace

from parsers.document import Mark, Method, Paragraph, Place, State, Table, Text
from tests.parsers.drawing import draw
from tests.parsers.returned import PROMPTS, in_doubt, sheet, strays, text, ticked

PAID = "| Forme di finanziamento attivate | {} |"
RIGHT = "Proprie\t☐ // Banche\t☒ // Altre, specificare: un lascito\t☒"


def test_a_box_behind_what_an_option_asks_for_is_that_option_s() -> None:
    """Where all boxes stand at the right, what was written comes before the last one."""
    drawing = sheet(paid=PAID.format(RIGHT))
    found = ticked(drawing, "finanziamento"), text(drawing, "finanziamento_altre").strip()
    assert found == (["banche", "altre"], "un lascito")


def test_an_answer_that_ends_with_a_box_is_in_doubt() -> None:
    """It may be a tick that belongs elsewhere."""
    assert in_doubt(sheet(project="| Nome progetto (1) | Orti ☒ |"), "nome_progetto")


def test_a_long_answer_may_quote_a_box() -> None:
    """Who tells a story of many words may end a line of it with a box."""
    story = f"| Breve descrizione | {PROMPTS['descrizione']} // Quasi tutti hanno segnato ☒ // e pochi no. |"
    assert not in_doubt(sheet(story=story), "descrizione")


def test_a_box_alone_in_a_long_answer_is_in_doubt() -> None:
    """Nothing is told with it: it may be the tick of an option below."""
    story = f"| Breve descrizione | {PROMPTS['descrizione']} // Un orto sul tetto. // ☒ |"
    assert in_doubt(sheet(story=story), "descrizione")


def test_a_list_with_boxes_for_bullets_is_in_no_doubt() -> None:
    """Boxes may begin the lines of an answer."""
    story = f"| Breve descrizione | {PROMPTS['descrizione']} |\n| | ■ Un orto. // ■ Un tetto. |"
    assert not in_doubt(sheet(story=story), "descrizione")


def test_the_title_of_a_frame_is_no_part_of_the_answer_above_it() -> None:
    """It is put before a person among what belongs to no question."""
    document = draw(sheet())
    at = next(n for n, block in enumerate(document.blocks) if "Elementi" in str(block))
    title = Paragraph((Text("Dati del progetto"),), title=True)
    document = replace(document, blocks=(*document.blocks[:at], title, *document.blocks[at:]))
    assert text(document, "descrizione") == "Un orto sul tetto."
    assert strays(document) == ["Dati del progetto"]


def test_the_number_of_a_note_on_a_line_of_its_own_is_the_label_s() -> None:
    """A narrow label wraps before it."""
    news = f"| Elementi di innovazione // (4): | {PROMPTS['elementi_innovazione']} // Il tetto. |"
    assert text(sheet(news=news), "elementi_innovazione") == "Il tetto."


def test_words_left_over_that_hold_an_option_not_found_put_its_group_in_doubt() -> None:
    """Something is glued to them: it may be a tick."""
    paid = PAID.format("☒Proprie // ☐Banche // ☐Altre, specificare: // qqFondazioni")
    assert in_doubt(sheet(paid=paid), "finanziamento")


def test_a_box_left_over_with_an_option_not_found_puts_its_group_in_doubt() -> None:
    """A page's end may have parted it from its group."""
    first = "| Partnership (3) | Partnership di intenti: | Partnership economica: |"
    above = "| ^ | ☐Non presente // ☒PA e EE.LL. | ☐Non presente // ☐PA e EE.LL. |"
    below = "| | ☐Cooperative // ☐XSoggetti no | ☐Cooperative // ☐Soggetti no profit |"
    drawing = sheet(paid=f"{first}\n{above}\n \n1Un anno fa.\n \n{below}\n \n{PAID.format('☒Proprie')}")
    assert "☐XSoggetti no" in strays(drawing)
    assert in_doubt(drawing, "partnership_intenti")


def test_an_answer_with_a_box_that_nobody_can_read_is_in_doubt() -> None:
    """Its picture does not tell what was written there."""
    told = Mark(State.UNSURE, Method.DRAWING, "☒", Place(), confidence=0.5, boxed=True)
    document = draw(sheet(project="| Nome progetto (1) | Orti |"))
    table = next(block for block in document.blocks if "Orti" in str(block))
    assert isinstance(table, Table)
    cell = table.cells[-1]
    (paragraph,) = cell.blocks
    assert isinstance(paragraph, Paragraph)
    cell = replace(cell, blocks=(replace(paragraph, inlines=(told, *paragraph.inlines)),))
    table_told = replace(table, cells=(*table.cells[:-1], cell))
    blocks = tuple(table_told if block is table else block for block in document.blocks)
    assert in_doubt(replace(document, blocks=blocks), "nome_progetto")
