"""Answers typed over a PDF with a viewer's tools."""

from __future__ import annotations

import pytest

from parsers.document import Table
from samples.ink_typed import TYPED
from tests.parsers.pdf.builder import leaf
from tests.parsers.pdf.inked_options import inked, remarks, texts_without_notes, up
from tests.parsers.pdf.test_reader import read, texts


@pytest.mark.parametrize("way", TYPED)
def test_an_answer_typed_into_a_cell(way: str) -> None:
    """A text laid over a cell is what the cell says."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    cells = next(b for b in inked(page, TYPED[way](up(160, 58, 300, 72), "Rete Aurora")).blocks)
    assert isinstance(cells, Table)
    assert ["".join(i.text for i in c.blocks[0].inlines) for c in cells.cells] == [  # type: ignore[union-attr]
        "Nome",
        "Rete Aurora",
    ]


@pytest.mark.parametrize("way", TYPED)
def test_an_answer_of_several_lines(way: str) -> None:
    """Line feeds of a typed text part its paragraphs, however wide its box."""
    page = leaf().grid([50, 150, 400], [50, 120]).text(55, 68, "Note")
    document = inked(page, TYPED[way](up(160, 55, 300, 90), "Prima riga\nSeconda riga"))
    assert " ".join(texts(document)).replace("<image>", " ") == "Note Prima riga Seconda riga"


def test_an_answer_over_an_older_one() -> None:
    """A text box filled with white hides what was printed there; that is kept apart."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome").text(155, 68, "Vecchio")
    shown = "1 1 1 rg 0 0 148 20 re f BT /F1 10 Tf 0 g 3 6 Td (Nuovo nome) Tj ET"
    page.note("FreeText", (152, 55, 300, 75), "/Contents (Nuovo nome) /DA (/Helv 10 Tf)", shown)
    document = read(page)
    assert [text.strip() for text in texts_without_notes(document)] == ["Nome", "Nuovo nome"]
    assert remarks(document) == ["Vecchio"]


def test_letters_that_only_their_font_can_tell() -> None:
    """A text that stands in its picture alone, by the numbers of its glyphs, is announced."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("FreeText", (152, 55, 300, 75), shown="BT /F1 10 Tf 3 6 Td <00010002> Tj ET")
    assert [(note.code, note.detail) for note in read(page).notes] == [("low-confidence", "annotations")]


def test_an_answer_typed_over_dots() -> None:
    """The dots it hides are gone, and it stands on their line."""
    page = leaf().text(50, 60, "Altre, specificare..........")
    page.note("FreeText", (132, 50, 200, 64), "/Contents (donazioni) /DA (/Helv 10 Tf)")
    assert texts(read(page)) == ["Altre, specificare donazioni"]


def test_a_text_that_sticks_out_of_its_cell() -> None:
    """It belongs where it begins."""
    page = leaf().grid([50, 150, 200, 400], [50, 80]).text(55, 68, "Nome").text(205, 68, "Logo")
    page.note("FreeText", (152, 56, 390, 72), "/Contents (La cooperativa delle rondini) /DA (/Helv 10 Tf)")
    assert texts(read(page)) == ["Nome", "La cooperativa delle rondini", "Logo"]


def test_two_texts_typed_close_together_stay_two() -> None:
    """No letters of one are glued to the other's."""
    page = leaf().text(50, 60, "Contatti")
    page.note("FreeText", (100, 50, 170, 64), "/Contents (051 000123) /DA (/Helv 12 Tf)")
    page.note("FreeText", (150, 50, 280, 64), "/Contents (info@esempio.it) /DA (/Helv 10 Tf)")
    assert "123info" not in "".join(texts(read(page)))


def test_rich_text_with_signs() -> None:
    """Paragraphs and signs of a rich text are those of its plain one."""
    rich = "(<body><p>R&amp;D</p><p>due</p></body>)"
    page = leaf().text(50, 60, "Nome").note("FreeText", (50, 80, 200, 110), f"/RC {rich}")
    assert texts(read(page)) == ["Nome", "R&D", "due"]
