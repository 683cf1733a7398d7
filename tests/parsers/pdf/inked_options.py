"""Pages with options and boxes to put things on, and what was read of them."""

from __future__ import annotations

from parsers.document import Aside, Document, Emphasis, State, Text
from parsers.pdf.reader import PdfReader
from samples.ink import Ink
from samples.inked import Sheets
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf

E, T, U = State.EMPTY, State.TICKED, State.UNSURE


def options() -> Leaf:
    """Three options one under the other, their boxes at 60, 80 and 100 points."""
    page = leaf()
    for at, label in enumerate(("Alfa", "Beta", "Gamma")):
        top = 60 + 20 * at
        page.box(50, top, 60, top + 10).text(66, top + 9, label)
    return page


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


def dress(document: Document) -> dict[str, Emphasis]:
    found = [one for part in document.paragraphs() for one in part.inlines if isinstance(one, Text)]
    return {one.text.strip(): one.emphasis for one in found if one.text.strip()}


def remarks(document: Document) -> list[str]:
    return [one.text for part in document.paragraphs() for one in part.inlines if isinstance(one, Aside)]


def inked(page: Leaf, ink: Ink) -> Document:
    sheets = Sheets(pdf(page))
    sheets.put(0, ink)
    return PdfReader().read(sheets.bytes())


def up(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
    """A box as the file counts."""
    return (x0, HEIGHT - bottom, x1, HEIGHT - top)


def texts_without_notes(document: Document) -> list[str]:
    return [
        "".join(one.text for one in part.inlines if isinstance(one, Text)).strip()
        for part in document.paragraphs()
    ]
