"""What only looks like boxes on pages of forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.foreign.pdf_drawn import _circle
from tests.parsers.pdf.builder import Leaf


def comb(page: Leaf) -> None:
    """Squares side by side, one for each character of a code."""
    page.text(60, 100, "Codice fiscale")
    for at in range(16):
        page.box(150 + 12 * at, 90, 162 + 12 * at, 102)


def spaced_comb(page: Leaf) -> None:
    """The same with gaps, and filled in."""
    page.text(60, 100, "CAP")
    for at, digit in enumerate("90010"):
        page.box(150 + 16 * at, 90, 162 + 16 * at, 102).text(153 + 16 * at, 100, digit)


def numbered_frames(page: Leaf) -> None:
    """Numbers of sections in circles and squares."""
    for at in range(3):
        page.raw(_circle(66, 96 + 30 * at, 7) + " S").text(63, 99 + 30 * at, str(at + 1))
        page.text(80, 100 + 30 * at, "Dati del richiedente")
    page.box(60, 200, 76, 214).text(63, 211, "10").text(80, 211, "Dati dell'immobile")


def diagram(page: Leaf) -> None:
    """Squares tied by lines."""
    for at in range(4):
        page.box(100 + 60 * at, 100, 112 + 60 * at, 112)
        page.text(95 + 60 * at, 125, "fase")
    for at in range(3):
        page.line(112 + 60 * at, 106, 160 + 60 * at, 106)


def crest(page: Leaf) -> None:
    """Many small curves, some of them rings, as in a coat of arms."""
    for at in range(24):
        page.raw(_circle(60 + 5 * (at % 6), 60 + 5 * (at // 6), 5) + " S")
    page.text(110, 70, "COMUNE DI MONTEVAGO", 14, "F2")


def star(page: Leaf) -> None:
    """Closed curves that are no rings."""
    for at in range(3):
        x, y = 60.0, 742.0 - 30 * at
        page.raw(
            f"{x} {y} m {x + 5} {y + 5} {x + 5} {y + 5} {x + 5} {y + 12} c {x + 6} {y + 5} {x + 7} {y + 5}"
        )
        page.raw(f"{x + 12} {y + 5} c {x + 6} {y + 4} {x + 6} {y + 4} {x} {y} c h S")
        page.text(80, 842 - y, "Nota informativa")


def squares_as_bullets(page: Leaf) -> None:
    """Filled squares before the points of an instruction."""
    for at in range(4):
        page.box(60, 94 + 18 * at, 66, 100 + 18 * at, "f").text(75, 100 + 18 * at, "Allegare la ricevuta")


def page_number(page: Leaf) -> None:
    """The number of the page in a square, and one between brackets."""
    page.text(60, 100, "Informativa sul trattamento dei dati personali")
    page.box(290, 790, 306, 806).text(295, 801, "2").text(400, 801, "[ 2 ]")


def code(page: Leaf) -> None:
    """Brackets of a programming language."""
    page.text(60, 100, "values = [ ]  # none yet", font="F4").text(
        60, 114, "if (x) { return {}; }", font="F4"
    )
    page.text(60, 128, "for item in items[ ]:", font="F4").text(60, 142, "\\newcommand{ }[x]{y}", font="F4")


def table_cells(page: Leaf) -> None:
    """A table of small cells, some with figures in them."""
    page.grid([60.0 + 14 * at for at in range(12)], [100.0 + 14 * at for at in range(6)])
    for at in range(11):
        page.text(63 + 14 * at, 111, str(at % 10), 8)


def footnote_marks(page: Leaf) -> None:
    """Signs in running text."""
    page.text(60, 100, "La tariffa (x) si calcola come a \xd7 b; si veda la nota (*) e il punto (v).")
    page.text(60, 114, "Le parole tra parentesi [...] sono state omesse dal testo.")


def photograph(page: Leaf) -> None:
    """The frame of a photograph and of a stamp."""
    page.box(440, 60, 530, 170).text(455, 115, "Foto tessera").box(60, 60, 130, 130).text(
        65, 95, "Marca da bollo"
    )


def chart(page: Leaf) -> None:
    """Bars with a legend of coloured squares."""
    for at, colour in enumerate(("1 0 0", "0 0.6 0", "0 0 1")):
        page.raw(f"{colour} rg").box(100 + 30 * at, 200 - 30 * at, 120 + 30 * at, 220, "f")
        page.box(300, 100 + 16 * at, 308, 108 + 16 * at, "f").text(314, 108 + 16 * at, "anno precedente")
    page.raw("0 g")


DECOYS: Mapping[str, Callable[[Leaf], None]] = {
    decoy.__name__: decoy
    for decoy in (
        *(comb, spaced_comb, numbered_frames, diagram, crest, star, squares_as_bullets),
        *(page_number, code, table_cells, footnote_marks, photograph, chart),
    )
}
