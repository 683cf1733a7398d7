"""Lines that a program printed one over the other."""

from __future__ import annotations

from parsers.document import Note, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import leaf, pdf

SAID = Note("low-confidence", "overprinted")


def _notes(step: float, size: float = 10.0) -> tuple[Note, ...]:
    page = leaf()
    for at in range(6):
        page.text(50, 100 + step * at, "Abbiamo chiuso il forno", size=size).text(
            170, 100 + step * at, "di sera"
        )
    return PdfReader().read(pdf(page)).notes


def test_lines_over_one_another_are_said() -> None:
    """Nobody can read them, and their words are mixed up."""
    assert SAID in _notes(5)


def test_close_lines_are_none() -> None:
    """Lines set solid touch one another, and do not lie over one another."""
    assert SAID not in _notes(9)


def test_raised_figures_are_none() -> None:
    """They are smaller, and stand behind their words."""
    page = leaf()
    for at in range(6):
        page.text(50, 100 + 12 * at, "Abbiamo chiuso").text(122, 97 + 12 * at, "2", size=6)
    assert SAID not in PdfReader().read(pdf(page)).notes


def _texts(*texts: tuple[float, str]) -> list[str]:
    """What the paragraphs of a page say with texts set on one line, each from a distance from the left."""
    page = leaf()
    for x, text in texts:
        page.text(x, 100, text)
    return [
        "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Text))
        for paragraph in PdfReader().read(pdf(page)).paragraphs()
    ]


def test_texts_over_one_another_are_not_mixed() -> None:
    """A phone too long for its field lies over the address beside it: each is read by itself."""
    assert _texts((50, "0471 000299 interno"), (90, "segreteria tigli")) == [
        "0471 000299 interno",
        "segreteria tigli",
    ]


def test_texts_whose_letters_touch_are_one() -> None:
    """As those of a word that was set in two goes."""
    assert _texts((50, "affi"), (64, "ancato")) == ["affiancato"]
