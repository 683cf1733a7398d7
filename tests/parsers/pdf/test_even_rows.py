"""Tables with no lines: options that are one line of text, labels on a tint, labels set flush right."""

from __future__ import annotations

from parsers.document import Document
from parsers.pdf.reader import PdfReader, read_pages
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_unruled import rows, said

BOLD = "F2"
HEIGHT = 842


def read(*leaves: Leaf) -> Document:
    return PdfReader().read(pdf(*leaves))


def width(text: str) -> float:
    """How wide text is in print."""
    words = read_pages(pdf(leaf().text(0, 100, text))).pages[0].words
    return max(word.x1 for word in words)


def options(page: Leaf, y: float, *words: str, x: float = 200) -> Leaf:
    """Boxes and words one behind the other, eleven points apart."""
    for word in words:
        page.box(x, y - 8, x + 8, y).text(x + 11, y, word)
        x += 22 + width(word)
    return page


def in_line() -> Leaf:
    """A form whose options stand in one line of text; the last one of each group goes on below."""
    page = leaf().text(50, 100, "Regione", font=BOLD).text(200, 100, "Marche")
    page.text(50, 120, "Comune", font=BOLD).text(200, 120, "Ancona")
    page.text(50, 140, "Anno", font=BOLD).text(200, 140, "2024")
    for y, label in (160, "Aiuti"), (190, "Spese"):
        options(page.text(50, y, label, font=BOLD), y, "Nessuno", "Enti locali", "Scuole", "Reti di")
        page.text(200, y + 12, "quartiere")
        options(page, y + 12, "Banche", "Altri enti privati", x=211 + width("quartiere"))
    return page


def test_options_that_stand_evenly_are_one_line_of_text() -> None:
    """What goes on on the next line belongs to the box above, though columns begin there."""
    wanted = "[ ] Nessuno [ ] Enti locali [ ] Scuole [ ] Reti di quartiere [ ] Banche [ ] Altri enti privati"
    assert rows(read(in_line()))[3:] == [["Aiuti", wanted], ["Spese", wanted]]


def tinted() -> Leaf:
    """Labels on a tint each, lines far apart."""
    page = leaf()
    for at, (label, answer) in enumerate(
        (
            ("Regione/di residenza/attuale", "Marche"),
            ("Comune", "Ancona"),
            ("Anno/di inizio/previsto", "2024"),
        )
    ):
        top = 90 + 70 * at
        page.raw(f"q 0.85 0.89 0.95 rg 48 {HEIGHT - top - 70} 140 70 re f Q")
        for line, words in enumerate(label.split("/")):
            page.text(52, top + 14 + 21 * line, words)
        page.text(200, top + 14, answer)
    return page


def test_a_label_on_one_tint_is_one_however_far_apart_its_lines_are() -> None:
    """Each tint is a row of the table."""
    found = [["".join(cell.split()) for cell in row] for row in rows(read(tinted()))]
    assert found == [
        ["Regione/diresidenza/attuale", "Marche"],
        ["Comune", "Ancona"],
        ["Anno/diinizio/previsto", "2024"],
    ]


def test_a_label_set_flush_right_is_one_paragraph() -> None:
    """The number of a note on its second line is part of it."""
    page = leaf()
    for at, (label, answer) in enumerate((("Regione", "Marche"), ("Comune", "Ancona"), ("Anno", "2024"))):
        page.text(180 - width(label), 100 + 20 * at, label).text(200, 100 + 20 * at, answer)
    page.text(180 - width("Ambito scelto"), 160, "Ambito scelto").text(200, 160, "Ragazze e ragazzi")
    page.text(180 - width("(2) *"), 172, "(2) *").text(200, 172, "del quartiere")
    assert "Ambito scelto (2) *" in [said(one) for one in read(page).paragraphs()]


def test_the_rest_of_an_option_goes_on_for_more_than_one_line() -> None:
    """A third line in a column of options begins no row."""
    page = leaf().text(50, 80, "Domanda")
    for y, words in (100, ("Uno", "Due", "Tre")), (130, ("Altre risorse", "Cinque", "Sei")):
        for x, word in zip((50, 200, 350), words, strict=True):
            page.box(x, y - 8, x + 8, y).text(x + 11, y, word)
    page.lines(50, 142, "raccolta di fondi", "tra i cittadini", "del quartiere")
    assert [row[0] for row in rows(read(page))] == [
        "[ ] Uno",
        "[ ] Altre risorse / raccolta di fondi / tra i cittadini / del quartiere",
    ]
