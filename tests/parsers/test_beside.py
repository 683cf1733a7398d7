"""What stands beside an answer: stamps, signatures, what comes after the table, what an option asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Cell, Document, Emphasis, Mark, Paragraph, Table, Text
from tests.parsers.drawing import draw
from tests.parsers.returned import KINDS, answer, in_doubt, sheet, strays, text, ticked

CONTACTS = "| Riferimenti | Referente // Progetto | {} | Tel. e mail | {} |"
FUNDED = "| Forme di finanziamento attivate | ☐Proprie // {}Altre, specificare |"


def _afloat(document: Document, words: str) -> Document:
    """The same, the paragraphs with those words in a frame that floats."""

    def block(one: Paragraph | Table) -> Paragraph | Table:
        if isinstance(one, Paragraph):
            said = "".join(getattr(inline, "text", "") for inline in one.inlines)
            return replace(one, apart=True) if words in said else one
        return replace(one, cells=tuple(cell(each) for each in one.cells))

    def cell(one: Cell) -> Cell:
        return replace(one, blocks=tuple(block(each) for each in one.blocks))

    return replace(document, blocks=tuple(block(one) for one in document.blocks))


def test_a_stamp_on_an_answer_is_no_part_of_it() -> None:
    """What floats over an answer of one line is kept apart."""
    document = draw(sheet(contacts=CONTACTS.format("Ida Mirtillo // LE TEGOLE SOC. COOP.", "0522 000123")))
    stamped = _afloat(document, "SOC. COOP.")
    assert (text(stamped, "referente"), strays(stamped)) == ("Ida Mirtillo", ["LE TEGOLE SOC. COOP."])


def test_an_answer_in_a_text_box_is_an_answer() -> None:
    """Where nothing else is written, what floats answers."""
    assert text(_afloat(draw(sheet()), "Mirtillo"), "referente") == "Ida Mirtillo"


def test_a_long_answer_that_goes_on_in_a_text_box_is_in_doubt() -> None:
    """It may be a note on the page: nothing is left out, and a person is asked."""
    story = sheet().replace("Un orto sul tetto.", "Un orto sul tetto. // Con sei soci.")
    noted = _afloat(draw(story), "Con sei soci.")
    assert (text(noted, "descrizione"), in_doubt(noted, "descrizione")) == (
        "Un orto sul tetto.\nCon sei soci.",
        True,
    )


@pytest.mark.parametrize(("words", "count"), [("Firma", 0), ("Il timbro:", 0), ("La sede", 1)])
def test_a_picture_behind_the_signature_is_no_photo(words: str, count: int) -> None:
    """A signature's picture has a word of its own before it; a caption is none."""
    document = draw(sheet() + f"\n \n| Foto |\n \n{words}\n{{picture}}")
    assert len(answer(document, "foto").images) == count


def test_what_follows_the_table_is_no_contact() -> None:
    """Numbers in a text below the contacts' table are no telephone numbers."""
    below = "Informativa ai sensi del Regolamento UE 2016/679 del 12/03/2025."
    document = sheet() + "\n \n" + below
    assert text(document, "telefono") == "0522 000123"


def test_a_contact_below_its_table_is_found() -> None:
    """Where the cell holds none, what follows is read."""
    document = sheet(contacts=CONTACTS.format("Ida Mirtillo", "Tel:")) + "\n \n0522 000123"
    assert "0522 000123" in text(document, "telefono")


def test_what_an_option_asks_for_on_the_line_below() -> None:
    """The only line between the table of a group and the next heading is what was asked for."""
    assert text(sheet(paid=FUNDED.format("☒") + "\n \nuna lotteria"), "finanziamento_altre") == "una lotteria"


@pytest.mark.parametrize("below", ["una lotteria\n \nun altro rigo", ""])
def test_lines_below_that_answer_nothing(below: str) -> None:
    """Of two lines nobody knows which is meant."""
    assert text(sheet(paid=FUNDED.format("☒") + "\n \n" + below), "finanziamento_altre") == ""


def test_an_entry_that_a_list_shows_by_itself() -> None:
    """A text that stands behind a mark in conflict is an answer in doubt."""
    document = draw(sheet())

    def doubted(block: Paragraph | Table) -> Paragraph | Table:
        if isinstance(block, Paragraph):
            if not any(getattr(inline, "text", "") == "Lazio" for inline in block.inlines):
                return block
            (mark,) = (one for one in draw("☒").marks())
            left: Mark = replace(mark, raw="", boxed=False, conflict="first entry of a list")
            return replace(block, inlines=(left, *block.inlines))
        cells = (replace(cell, blocks=tuple(map(doubted, cell.blocks))) for cell in block.cells)
        return replace(block, cells=tuple(cells))

    document = replace(document, blocks=tuple(map(doubted, document.blocks)))
    assert (text(document, "regione"), in_doubt(document, "regione")) == ("Lazio", True)


def test_words_that_are_faint() -> None:
    """Where all options but one are grey that one was chosen; a person is asked."""
    kinds = "| Tipologia | ☐Cooperativa tipo A | ☐Cooperativa tipo B | ☐Cooperativa a oggetto misto (A+B) |"
    document = draw(sheet(kinds=kinds))

    def faint(block: Paragraph | Table) -> Paragraph | Table:
        if isinstance(block, Table):
            cells = (replace(cell, blocks=tuple(map(faint, cell.blocks))) for cell in block.cells)
            return replace(block, cells=tuple(cells))
        grey = (
            replace(one, emphasis=Emphasis.FAINT)
            if isinstance(one, Text)
            and one.text in ("Cooperativa tipo A", "Cooperativa a oggetto misto (A+B)")
            else one
            for one in block.inlines
        )
        return replace(block, inlines=tuple(grey))

    document = replace(document, blocks=tuple(map(faint, document.blocks)))
    assert (ticked(document, "tipologia"), in_doubt(document, "tipologia")) == (["B"], True)


@pytest.mark.parametrize("box", ["{=☐=}", "~☐~"])
def test_a_box_that_is_dressed(box: str) -> None:
    """Where no box is ticked, the only one highlighted or crossed was chosen; a person is asked."""
    kinds = KINDS.replace("☒", "☐").replace("☐Cooperativa tipo B", box + "Cooperativa tipo B")
    assert (ticked(sheet(kinds=kinds), "tipologia"), in_doubt(sheet(kinds=kinds), "tipologia")) == (
        ["B"],
        True,
    )
