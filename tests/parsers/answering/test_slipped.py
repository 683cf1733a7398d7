"""Answers in doubt: they hold words of a label, or a line that belongs to no question stands right by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Cell, Document, Paragraph, Place, Table, Text
from tests.parsers.drawing import draw
from tests.parsers.returned import PROMPTS, STORY, in_doubt, sheet


def named(who: str) -> str:
    return sheet(who=f"{who}\n| Regione | Lazio | Città | Roma |")


def test_an_answer_that_ends_with_a_label_found_nowhere_is_in_doubt() -> None:
    """It may be the label of the next cell."""
    assert in_doubt(named("| Cooperativa proponente | Le Tegole Logo |"), "cooperativa")


def test_an_answer_may_end_with_a_label_that_stands_elsewhere() -> None:
    """Then it is somebody's own word."""
    assert not in_doubt(named("| Cooperativa proponente | Le Tegole Logo | Logo | |"), "cooperativa")


def test_an_answer_that_holds_the_rest_of_its_label_is_in_doubt() -> None:
    """The label's second line stands between two lines of the answer."""
    contacts = "| Riferimenti | Referente | Ida Progetto Mirtillo | Tel. e mail | 0522 000123 |"
    assert in_doubt(sheet(contacts=contacts), "referente")


def test_an_answer_may_hold_a_word_of_its_label_where_that_is_whole() -> None:
    """Who answers may well name the project."""
    contacts = "| Riferimenti | Referente Progetto | Ida, Progetto Tetti | Tel. e mail | 0522 000123 |"
    assert not in_doubt(sheet(contacts=contacts), "referente")


@pytest.mark.parametrize(
    ("written", "doubt"), [("specifficare un lascito", True), ("un lascito specifico", False)]
)
def test_an_answer_that_begins_with_its_options_prompt_misspelt_is_in_doubt(
    written: str, doubt: bool
) -> None:
    """The prompt was printed on the next line, in letters that are not the form's."""
    paid = f"| Forme di finanziamento attivate | ☒Proprie // ☒Altre, // {written} |"
    assert in_doubt(sheet(paid=paid), "finanziamento_altre") is doubt


def test_a_long_answer_that_leaves_its_table_and_comes_back_is_in_doubt() -> None:
    """What stands between the two tables, as a signature that floats at a page's top, may be none of it."""
    told = "| Breve descrizione | Un orto sul tetto. |\n \nFirma: la presidente\n \n| | Lo curano le nonne. |"
    assert in_doubt(sheet(story=told), "descrizione")


def test_a_long_answer_may_go_on_below_its_table() -> None:
    """There was no room left in it."""
    told = "| Breve descrizione | Un orto sul tetto. |\n \nLo curano le nonne."
    assert not in_doubt(sheet(story=told), "descrizione")


def test_a_long_answer_with_the_beginning_of_a_missing_label_is_in_doubt() -> None:
    """The question below was read as a line of it."""
    judged = f"| Valutazione | {PROMPTS['valutazione']} |\n| | Buona.\\nÈ prevista valutazione |"
    assert in_doubt(sheet(judged=judged, impact="| | ☐sì // ☒no |"), "valutazione")


def test_a_long_answer_may_begin_a_line_with_a_label_that_is_there() -> None:
    """Who tells a story may tell of what is asked elsewhere."""
    story = f"{STORY} // Elementi di innovazione sono molti. |".replace(". | //", ". //")
    assert not in_doubt(sheet(story=story), "descrizione")


def test_a_question_right_above_its_options_is_the_forms() -> None:
    """It may stand in the cell of the answer above it: nobody quotes a question with all its options."""
    prompt = PROMPTS["valutazione"]
    judged = f"| Valutazione | {prompt} // Buona. // È prevista valutazione di impatto? // ☐sì // ☒no |"
    assert not in_doubt(sheet(judged=judged, impact=""), "valutazione")


def on_a_page(lost: tuple[float, float], words: str = "Coop. sociale") -> Document:
    """A return with the cooperative's name at the height of 100 points, and words from `lost` on."""
    document = draw(sheet())
    x, y = lost
    stray = Paragraph((Text(words),), Place(page=1, box=(x, y, x + 80, y + 10)))

    def placed(cell: Cell) -> Cell:
        block = cell.blocks[0]
        if isinstance(block, Paragraph) and "Le Tegole" in str(block):
            at = Place(page=1, box=(200, 100, 260, 110))
            return replace(cell, blocks=(replace(block, place=at),))
        return cell

    blocks = [
        replace(block, cells=tuple(map(placed, block.cells))) if isinstance(block, Table) else block
        for block in document.blocks
    ]
    return replace(document, blocks=(stray, *blocks))


def test_a_lost_line_right_over_an_answer_puts_it_in_doubt() -> None:
    """It may be the first line of the answer."""
    assert in_doubt(on_a_page((200, 88)), "cooperativa")


def test_a_lost_line_further_off_says_nothing() -> None:
    """It stands a line away, or in another column."""
    assert not any(in_doubt(on_a_page(place), "cooperativa") for place in ((200, 70), (60, 88)))
