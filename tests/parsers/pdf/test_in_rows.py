"""Options one after the other, options with their boxes far behind them, and boxes over their labels."""

from __future__ import annotations

from parsers.document import Document
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_unruled import rows, said

BOLD = "F2"


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def lines(page: Leaf) -> list[str]:
    return [text for text in map(said, read(page).paragraphs()) if text]


def typed(*words: str) -> Leaf:
    """Options with lines to write on before them, the last of which has no more room for its words."""
    page = leaf().text(50, 90, "Enti", font=BOLD)
    for at, word in enumerate(words):
        page.text(50 + 105 * at, 104, word)
    return page.text(50, 116, "Organizzazioni").text(155, 116, "___ Atenei")


def test_a_typed_tick_at_the_end_of_a_line_goes_with_the_words_below() -> None:
    """The rows are one line of text, and no table."""
    found = lines(typed("___ Comuni", "___ Scuole", "___ Banche", "___ Privati", "_X_"))
    assert found[1:] == [
        "___ Comuni ___ Scuole ___ Banche ___ Privati _X_",
        "Organizzazioni ___ Atenei",
    ]


def over(page: Leaf, x: float, y: float, *options: tuple[str, bool]) -> Leaf:
    """Boxes with lines of their own, each over its words."""
    for at, (words, ticked) in enumerate(options):
        top = y + 24 * at
        page.box(x + 2, top, x + 9, top + 7)
        if ticked:
            page.line(x + 2, top, x + 9, top + 7).line(x + 2, top + 7, x + 9, top)
        page.text(x, top + 18, words)
    return page


def test_boxes_over_their_labels_stand_so_below_a_prompt_too() -> None:
    """Another cell of the page begins with such a box."""
    page = leaf().grid([40, 140, 540], [100, 160, 240])
    over(page.text(50, 115, "Tipo"), 150, 104, ("Alfa", False), ("Beta", True))
    page.text(50, 175, "Scelta").text(150, 174, "Segnare una voce:")
    over(page, 150, 180, ("Gamma", True), ("Delta", False))
    assert rows(read(page)) == [
        ["Tipo", "[ ] Alfa / [x] Beta"],
        ["Scelta", "Segnare una voce: / [x] Gamma / [ ] Delta"],
    ]


def test_an_option_with_its_box_far_behind_it_has_a_row_of_its_own() -> None:
    """The table holds labels over their answers besides."""
    page = leaf()
    for at, label in enumerate(("Ente", "Regione")):
        y = 100 + 40 * at
        page.text(50, y, label, font=BOLD).text(300, y, f"{label} due", font=BOLD)
        page.text(50, y + 14, "Le Tegole").text(300, y + 14, "Roma")
    page.text(50, 180, "Tipo", font=BOLD)
    for at, option in enumerate(("Alfa", "Beta", "Gamma")):
        page.text(50, 194 + 13 * at, option).text(520, 194 + 13 * at, "[X]" if at == 1 else "[ ]")
    assert rows(read(page))[-3:] == [["Alfa", "[ ]"], ["Beta", "[x]"], ["Gamma", "[ ]"]]


def test_words_below_a_short_line_that_begin_with_a_number_are_no_note() -> None:
    """Nothing raised refers to them."""
    page = leaf().text(50, 100, "Altre, specificare").line(50, 110, 250, 110).text(50, 122, "8x1000 e doni")
    assert "8x1000 e doni" in " ".join(lines(page))
