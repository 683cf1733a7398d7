"""pdfplumber's own reading, slow and well tried, says the same of characters, words and cells."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest

from parsers.pdf import read_pages
from parsers.pdf_drawing import sides
from parsers.pdf_grid import grids
from tests.parsers.pdf_builder import Leaf, leaf, pdf


def form() -> Leaf:
    """A page set like a form: labels, answers, a table with merged cells, a long text."""
    page = (
        leaf().text(50, 40, "MAPPA DELLE PRATICHE", size=14, font="F2").text(50, 60, "Scheda di rilevazione")
    )
    page.grid([50, 180, 310, 440, 560], [80, 100, 120])
    for at, word in enumerate(
        ("Cooperativa", "Rete Aurora", "Logo", "", "Regione", "Umbria", "Città", "Terni")
    ):
        page.text(55 + 130 * (at % 4), 94 + 20 * (at // 4), word)
    page.box(50, 140, 560, 260).line(180, 140, 180, 260).line(180, 160, 560, 160).line(370, 160, 370, 260)
    page.lines(185, 174, "Alfa e beta (A+B)", "Perché no? L'altra", "è già qui: 100% vero", pitch=13)
    page.lines(
        50, 300, *["Il progetto coinvolge famiglie, scuole e associazioni del territorio."] * 12, pitch=13
    )
    return page


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf(form(), form())


def test_characters(data: bytes) -> None:
    """The same characters, page by page."""
    with pdfplumber.open(BytesIO(data)) as other:
        for mine, theirs in zip(read_pages(data).pages, other.pages, strict=True):
            read = sorted("".join(word.text for word in mine.words))
            assert read == sorted(char["text"] for char in theirs.chars if char["text"].strip())


def test_words(data: bytes) -> None:
    """The same words at the same places."""
    with pdfplumber.open(BytesIO(data)) as other:
        for mine, theirs in zip(read_pages(data).pages, other.pages, strict=True):
            read = sorted((word.text, word.top, word.x0, word.x1) for word in mine.words)
            words = theirs.extract_words(x_tolerance=1.5)
            said = sorted((word["text"], word["top"], word["x0"], word["x1"]) for word in words)
            assert [word[0] for word in read] == [word[0] for word in said]
            assert [side for word in read for side in word[2:]] == pytest.approx(
                [side for word in said for side in word[2:]], abs=0.6
            )


def test_cells(data: bytes) -> None:
    """The same tables with the same cells."""
    with pdfplumber.open(BytesIO(data)) as other:
        for mine, theirs in zip(read_pages(data).pages, other.pages, strict=True):
            rules = list(mine.rules)
            boxes = [side for shape in mine.shapes for side in sides(shape.box)]
            found = grids([*rules, *boxes], mine.width, mine.height)
            read = sorted(_round(cell.box) for table in found for cell in table.cells)
            assert read == sorted(_round(cell) for table in theirs.find_tables() for cell in table.cells)


def _round(box: tuple[float, float, float, float]) -> tuple[int, ...]:
    return tuple(round(side) for side in box)
