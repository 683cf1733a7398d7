"""More layouts of others' forms: those of tax offices, registries and schools, dense and headed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.foreign.pdf_drawn import Drawn, width
from tests.parsers.pdf.builder import Leaf


def scale_headed_once(d: Drawn) -> None:
    """A ruled scale with its heads in one cell over all its columns."""
    xs, heads = (300.0, 370.0, 440.0), ("ottimo", "sufficiente", "scarso")
    d.page.box(40, 80, 520, 98)
    for x, head in zip(xs, heads, strict=True):
        d.page.text(x + 30 - width(head) / 2, 93, head)
    d.page.grid([40.0, 290, 360, 430, 520], [98.0, 120, 142, 164])
    for row, question in enumerate(("Orari di apertura", "Cortesia del personale", "Pulizia dei locali")):
        y = 113 + 22 * row
        d.page.text(46, y, question)
        for at, (x, head) in enumerate(zip(xs, heads, strict=True)):
            d.lone(x + 26, y, head, at == row)


def heads_of_a_strip(d: Drawn) -> None:
    """Small words over each of the boxes of a framed strip, behind the title of the strip."""
    d.page.box(40, 80, 555, 130)
    d.page.text(46, 92, "STATO CIVILE", 8, "F2")
    for at, head in enumerate(("CELIBE/NUBILE", "CONIUGATO/A", "VEDOVO/A", "SEPARATO/A")):
        d.page.text(150 + 90 * at, 92, head, 7)
        d.lone(168 + 90 * at, 112, head, at == 1)


def answers_of_two_words(d: Drawn) -> None:
    """Heads of one word and of two over the boxes of questions, without lines."""
    for x, head in ((400, "SI"), (450, "NO"), (495, "NON SO")):
        d.page.text(x, 80, head)
    for row, question in enumerate(("Ha la febbre?", "Soffre di allergie?", "Assume farmaci?")):
        y = 100 + 18 * row
        d.page.text(60, y, question)
        for at, (x, head) in enumerate(((401, "SI"), (453, "NO"), (510, "NON SO"))):
            d.lone(x, y, head, at == 2 - row)


def entries_behind(d: Drawn) -> None:
    """Options with the caption of an entry far behind on the same line, and a question there."""
    d.option(60, 100, "INIZIO ATTIVITA", True)
    d.page.text(330, 100, "Data di inizio", 8)
    d.option(60, 120, "VARIAZIONE DATI")
    d.page.text(330, 120, "Partita IVA", 8)
    d.page.text(60, 150, "padre")
    d.option(d.option(100, 150, "presente", True) + 12, 150, "assente")
    d.page.text(330, 150, "madre")


def named_rows(d: Drawn) -> None:
    """A ruled table with the box of each row behind its name and its hours."""
    d.page.grid([60.0, 240, 360, 420], [80.0, 100, 120, 140])
    d.page.text(66, 94, "Frequenza").text(246, 94, "Orario").text(366, 94, "Scelta")
    for row, (name, hours) in enumerate((("Tempo pieno", "7.30 - 16.30"), ("Mattino", "7.30 - 13.00"))):
        y = 114 + 20 * row
        d.page.text(66, y, name).text(246, y, hours)
        d.lone(386, y, name, row == 1)


def below_the_question(d: Drawn) -> None:
    """Two columns of questions, each with its box below its last line."""
    questions = (
        (60, ("If you are registered blind and your", "name is on a register, mark the box")),
        (320, ("If you do not want any tax you owe", "collected this way, mark the box")),
    )
    for at, (x, lines) in enumerate(questions):
        d.page.lines(x, 100, *lines)
        d.lone(x, 126, " ".join(lines), at == 1)


def narrow_cells(d: Drawn) -> None:
    """Options of two words in cells that hold one in a line."""
    d.page.grid([60.0, 140, 220], [80.0, 140])
    words = (("Black or African", "American"), ("Other Pacific", "Islander"))
    for column, (first, rest) in enumerate(words):
        d.lone(64 + 80 * column, 94, f"{first} {rest}", column == 0)
        d.page.text(78 + 80 * column, 94, first, 8).text(78 + 80 * column, 104, rest, 8)
    for column, word in enumerate(("Asian", "White")):
        d.option(64 + 80 * column, 126, word)


OFFICES = (
    *(scale_headed_once, heads_of_a_strip, answers_of_two_words, entries_behind, named_rows),
    *(below_the_question, narrow_cells),
)


def odd_cell_of_a_number(page: Leaf) -> None:
    """Squares for the characters of a number in pairs, the last one alone."""
    page.text(60, 85, "National Insurance number")
    for pair in range(2):
        page.grid([60.0 + 34 * pair, 74 + 34 * pair, 88 + 34 * pair], [92.0, 108])
    page.box(128, 92, 142, 108)


def lone_bar(page: Leaf) -> None:
    """The bars of a chart, one of them no higher than a box."""
    for at, height in enumerate((30, 22, 40, 18)):
        page.box(160 + 14 * at, 160 - height, 170 + 14 * at, 160, "B")
    page.text(60, 130, "Accessi").text(54, 180, "la domanda va consegnata entro il termine")


def example_of_a_tick(page: Leaf) -> None:
    """A ticked square in the line that says how to tick."""
    page.text(60, 100, "Zutreffendes bitte ankreuzen")
    x = 64 + width("Zutreffendes bitte ankreuzen")
    page.box(x, 92, x + 8, 100).line(x, 92, x + 8, 100).line(x, 100, x + 8, 92)
    page.text(x + 12, 100, "oder leserlich ausfüllen")


OFFICE_DECOYS: Mapping[str, Callable[[Leaf], None]] = {
    decoy.__name__: decoy for decoy in (odd_cell_of_a_number, lone_bar, example_of_a_tick)
}
