"""Short lines of a justified text, stretched to the margin where it breaks them."""

from __future__ import annotations

from parsers.document import Mark, Paragraph, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf

_RIGHT = 540.0
_WIDE = {"o": 5.56, "altre": 19.45, "legno": 24.46, "tegole": 27.24, "coppi": 23.9, "e": 5.56}
"""How wide words are in Helvetica of ten points."""


def _stretched(page: Leaf, y: float, *words: str) -> Leaf:
    """A box and the words behind it, all blanks as wide as the room allows."""
    gap = (_RIGHT - 60 - 8 - sum(_WIDE[word] for word in words)) / len(words)
    page.box(60, y - 8, 68, y)
    x = 68.0
    for word in words:
        page.text(x + gap, y, word)
        x += gap + _WIDE[word]
    return page


def _lines(page: Leaf) -> list[str]:
    found = PdfReader().read(pdf(page)).paragraphs()
    return [_text(one) for one in found if _text(one)]


def _text(paragraph: Paragraph) -> str:
    parts = (
        one.text if isinstance(one, Text) else "☐"
        for one in paragraph.inlines
        if isinstance(one, Text | Mark)
    )
    return " ".join("".join(parts).split())


def test_stretched_lines_are_no_columns() -> None:
    """Blanks that are all alike part no cells."""
    page = leaf().text(60, 80, "Tetto:")
    _stretched(_stretched(page, 100, "tegole", "o", "coppi"), 113, "legno", "e", "altre", "tegole")
    assert _lines(page)[-2:] == ["☐ tegole o coppi", "☐ legno e altre tegole"]


def test_a_line_that_ends_before_all_others_is_not_stretched() -> None:
    """Nothing tells of a margin there."""
    page = _stretched(leaf(), 100, "tegole", "o", "coppi").text(
        60, 130, "Una riga più lunga delle altre: " + "o" * 70
    )
    assert "☐ tegole o coppi" not in _lines(page)


def test_a_scale_is_not_stretched() -> None:
    """Its numbers are all as wide."""
    page = leaf().text(60, 80, "Voto:")
    for y in (100, 120):
        for at in range(5):
            page.text(60 + 100 * at, y, "12357"[at])
    assert not any("1 2 3" in line for line in _lines(page))


def test_rows_of_a_table_are_not_stretched() -> None:
    """Boxes side by side may stand as far apart as the last of them from its words."""
    page = leaf().text(100, 80, "spesa").text(300, 80, "intenti")
    for y in (100, 113):
        page.box(100, y - 8, 108, y).box(300, y - 8, 308, y).text(500, y, "tegole")
    found = [one for part in PdfReader().read(pdf(page)).paragraphs() for one in part.inlines]
    places = [one.box for one in found if isinstance(one, Text) and one.text.strip() == "tegole"]
    assert [box and round(box[0]) for box in places] == [500, 500]
