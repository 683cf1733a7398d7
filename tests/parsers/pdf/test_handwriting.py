"""What was written by hand with a viewer's pen: nobody reads it, and the answer there is in doubt."""

from __future__ import annotations

from math import sin

import pytest

from parsers.document import Document, Mark, State, Text
from parsers.pdf.reader import PdfReader
from samples.ink import Strokes
from samples.ink_carriers import ANNOTATIONS
from samples.inked import Sheets
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf


def hand(x0: float, top: float, x1: float, bottom: float) -> Strokes:
    """Six letters that nobody can read."""
    wide = (x1 - x0) / 6
    return tuple(
        tuple(
            (x0 + at * wide + 0.15 * wide * n, HEIGHT - bottom + (bottom - top) * abs(sin(n + at)))
            for n in range(7)
        )
        for at in range(6)
    )


def read(page: Leaf, strokes: Strokes, way: str = "ink") -> Document:
    sheets = Sheets(pdf(page))
    sheets.put(0, ANNOTATIONS[way](strokes))
    return PdfReader().read(sheets.bytes())


def doubted(document: Document) -> list[str]:
    """The texts of the paragraphs in which a mark stands that nobody can read."""
    return [
        "".join(one.text for one in part.inlines if isinstance(one, Text)).strip()
        for part in document.paragraphs()
        if any(isinstance(one, Mark) and one.state is State.UNSURE for one in part.inlines)
    ]


def form() -> Leaf:
    page = leaf().grid([50, 150, 400], [50, 80, 110]).text(55, 68, "Nome").text(55, 98, "Citta")
    return page.text(155, 68, "Rete Aurora").text(155, 98, "Lodi")


@pytest.mark.parametrize("way", ANNOTATIONS)
def test_writing_over_an_answer(way: str) -> None:
    """The answer of that cell is in doubt, and no other."""
    document = read(form(), hand(230, 58, 300, 74), way)
    assert doubted(document) == ["Rete Aurora"]


def test_writing_is_told_of_the_file_as_well() -> None:
    """Where it stands in no answer, somebody still has to look."""
    document = read(form(), hand(230, 58, 300, 74))
    assert [(note.code, note.detail) for note in document.notes] == [("low-confidence", "annotations")]


@pytest.mark.parametrize("word", ["Firma", "Timbro e firma", "Signature", "FIRMATO"])
def test_a_signature_where_it_is_asked_for(word: str) -> None:
    """What is drawn beside or below the word for it puts nothing in doubt."""
    page = leaf().grid([50, 150, 400], [50, 80, 160]).text(55, 68, "Nome").text(155, 68, "Aurora")
    page.text(55, 98, word)
    document = read(page, hand(170, 95, 300, 125))
    assert (doubted(document), document.notes) == ([], ())


def test_a_signature_on_a_form_without_cells() -> None:
    """Nor where the form has no cells at all."""
    page = leaf().text(50, 60, "Nome: Aurora").text(300, 700, "Firma")
    document = read(page, hand(300, 715, 420, 745))
    assert (doubted(document), document.notes) == ([], ())
