"""Marks that became part of the page: drawn and typed over printed boxes and words, or beside them."""

from __future__ import annotations

from random import Random

import pytest

from parsers.document import Document, Emphasis, Method, State, Table, Text
from parsers.pdf.reader import PdfReader
from samples.ink import Ink
from samples.ink_carriers import CONTENT
from samples.ink_pens import PENS, line_through
from samples.inked import FLAT, Sheets
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf
from tests.parsers.pdf.test_reader import texts

E, T, U = State.EMPTY, State.TICKED, State.UNSURE

KINDS = {"glyph": ("o", 12, "F3"), "bracket": ("[  ]", 12, "F1"), "line": ("__", 12, "F1")}


def options(kind: str = "square", pitch: float = 20) -> Leaf:
    """Three options one under the other, the box of the second at 50, 80 to 60, 90 points."""
    page = leaf()
    for at, label in enumerate(("Alfa", "Beta", "Gamma")):
        top = 80 + pitch * (at - 1)
        if kind == "square":
            page.box(50, top, 60, top + 10)
        else:
            page.text(49 if kind == "line" else 50, top + 9, *KINDS[kind])
        page.text(68, top + 9, label)
    return page


def read(page: Leaf, *inks: Ink) -> Document:
    sheets = Sheets(pdf(page))
    for ink in inks:
        sheets.put(0, ink)
    return PdfReader().read(sheets.bytes())


def states(document: Document) -> list[State]:
    return [mark.state for mark in document.marks()]


def up(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
    """A box as the file counts."""
    return (x0, HEIGHT - bottom, x1, HEIGHT - top)


@pytest.mark.parametrize("kind", ["square", *KINDS])
@pytest.mark.parametrize("way", FLAT)
def test_a_mark_that_became_part_of_the_page(way: str, kind: str) -> None:
    """It ticks the box that it lies in or stands right before, surely, and no other."""
    box = up(50.5, 79.8, 59, 88.7) if kind == "glyph" else up(50, 80, 60, 90)
    document = read(options(kind), FLAT[way](box, Random(3)))  # noqa: S311
    # A line to write on is a box only where somebody ticked it.
    assert states(document) == ([T] if kind == "line" else [E, T, E])
    assert all(mark.confidence >= 0.8 and not mark.conflict for mark in document.marks())
    assert document.notes == ()


@pytest.mark.parametrize("pen", PENS)
def test_boxes_that_touch_one_another(pen: str) -> None:
    """Marks in boxes of a column that share their sides are told apart, though each sticks out of its box."""
    random = Random(5)  # noqa: S311
    inks = [
        CONTENT["content"](PENS[pen](up(50, top, 60, top + 10), random)) for top in (70, 80) if pen != "loop"
    ] or [CONTENT["content"](PENS[pen](up(50, 80, 60, 90), random))]
    found = states(read(options(pitch=10), *inks))
    assert found == ([E, T, E] if pen == "loop" else [T, T, E])


def test_a_short_word_struck_out_is_no_tick_in_the_box_beside_it() -> None:
    """A line through "no" that begins at its box rejects it."""
    page = leaf().box(50, 80, 60, 90).text(63, 89, "no")
    ink = CONTENT["content"](line_through(up(63, 82, 74, 89), Random(1)))  # noqa: S311
    document = read(page, ink)
    assert states(document) == [E]
    words = [one for part in document.paragraphs() for one in part.inlines if isinstance(one, Text)]
    assert [one.emphasis for one in words if one.text.strip() == "no"] == [Emphasis.STRUCK]


def test_a_letter_that_was_printed_in_its_turn_is_text() -> None:
    """An X that stands before a box in the text's own order is left to what reads the text."""
    page = leaf().text(38, 69, "X").text(50, 69, "o", 12, "F3").text(68, 69, "Alfa")
    assert texts(read(page)) == ["X [ ] Alfa"]


def test_a_word_over_a_box_of_another_line_is_no_tick() -> None:
    """Where no box is under or beside a letter it stays a letter."""
    page = leaf().text(50, 69, "Alfa").text(50, 89, "Beta").text(80, 69, "X")
    assert [text.split() for text in texts(read(page))] == [["Alfa", "X"], ["Beta"]]


def test_a_dash_in_brackets() -> None:
    """A short level line is a mark as any other, though rules are drawn so too."""
    page = options("bracket").raw(f"51.5 {HEIGHT - 85} m 55 {HEIGHT - 85} l S")
    assert states(read(page)) == [E, T, E]


def test_a_short_label_struck_with_its_box_is_no_dash_in_it() -> None:
    """The line runs from the box's beginning to the label's end: both are struck out."""
    page = leaf().text(50, 89, "[  ]", 12).text(61, 89, "no", 12)
    page.line(50, 85.5, 74, 85.5)
    document = PdfReader().read(pdf(page))
    assert states(document) == [E]
    assert [one.emphasis for one in document.marks()] == [Emphasis.STRUCK]


def test_a_line_in_pieces_through_a_box_and_its_label_strikes_both() -> None:
    """Programs draw a piece for each font."""
    page = leaf().text(50, 89, "[  ]", 12).text(61, 89, "Banche", 12)
    page.line(50, 85.5, 61, 85.5).line(61, 85.5, 101, 85.5)
    assert states(read(page)) == [E]


def test_white_that_hides_words() -> None:
    """What lies under whitener is no answer any more, and not lost."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome").text(155, 68, "Vecchio nome")
    page.raw("1 1 1 rg").box(152, 55, 300, 75, "f").raw("0 g").text(157, 68.5, "Nuovo")
    document = PdfReader().read(pdf(page))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    cell = [one.text for part in document.paragraphs() for one in part.inlines if not isinstance(one, Text)]
    assert "Nuovo" in "".join(texts(document)[1])
    assert "Vecchio" not in "".join(
        one.text for part in document.paragraphs() for one in part.inlines if isinstance(one, Text)
    )
    assert (len(table.cells), cell) == (2, ["Vecchio nome"])


def test_white_under_words_hides_nothing() -> None:
    """Many programs paint a white ground before the words on it."""
    page = leaf().raw("1 1 1 rg").box(48, 55, 300, 75, "f").raw("0 g").text(50, 68, "Nome")
    assert texts(PdfReader().read(pdf(page))) == ["Nome"]


def test_a_word_typed_over_the_end_of_its_cell() -> None:
    """A long address that somebody typed into a narrow cell cuts no table off."""
    page = leaf().grid([50, 150, 250], [50, 80, 110]).text(55, 68, "E-mail").text(55, 98, "Note")
    page.text(155, 68, "segreteria.nazionale@esempio.it", size=8)
    document = PdfReader().read(pdf(page))
    assert document.notes == ()
    assert texts(document)[1] == "segreteria.nazionale@esempio.it"


def test_how_a_drawn_tick_was_read() -> None:
    """The way it was read says that it was drawn over the print."""
    ink = CONTENT["content"](PENS["cross"](up(50.5, 79.8, 59, 88.7), Random(1)))  # noqa: S311
    methods = [mark.method for mark in read(options("glyph"), ink).marks() if mark.state is T]
    assert methods == [Method.DRAWING]
