"""Texts put on a page that do not fit the place they were put in."""

from __future__ import annotations

from parsers.document import Paragraph, Table, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def cells(page: Leaf) -> list[list[str]]:
    """What the paragraphs of each cell say, those that say nothing left out."""
    table = next(block for block in PdfReader().read(pdf(page)).blocks if isinstance(block, Table))
    found = []
    for cell in table.cells:
        parts = [block for block in cell.blocks if isinstance(block, Paragraph)]
        said = ["".join(one.text if isinstance(one, Text) else " " for one in part.inlines) for part in parts]
        found.append([text.strip() for text in said if text.strip()])
    return found


def test_a_line_over_the_lower_border_goes_on_with_the_cell_above() -> None:
    """A text typed into a cell too low for it; what is printed in the next cell stays there."""
    page = leaf().grid([50, 300], [100, 120, 160]).text(54, 140, "Valutazione")
    page.text(56, 114.5, "Il gruppo si ritrova ogni mese", 7, "F2").text(56, 123, "e ne parla", 7, "F2")
    assert cells(page) == [["Il gruppo si ritrova ogni mese e ne parla"], ["Valutazione"]]


def test_a_label_on_the_upper_border_stays_in_its_cell() -> None:
    """It goes on with nothing above it."""
    page = leaf().grid([50, 300], [100, 120, 160]).text(54, 123, "Valutazione", 7).text(54, 140, "Testo")
    page.text(56, 113, "Il gruppo", 7, "F2")
    assert cells(page) == [["Il gruppo"], ["Valutazione", "Testo"]]


def test_lines_typed_beside_a_label_keep_their_order() -> None:
    """Also where the label stands lower than the middle of the first line."""
    page = leaf().grid([50, 300], [100, 160]).text(54, 117, "Altre, specificare")
    page.note("FreeText", (150, 104, 200, 136), "/Contents (quote\ndelle\nfamiglie) /DA (/Helv 8 Tf 0 g)")
    assert cells(page) == [["Altre, specificare", "quote", "delle", "famiglie"]]
