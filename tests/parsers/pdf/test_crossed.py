"""A table wider than the cell it stands in is read whole, and the cut is said."""

from __future__ import annotations

from parsers.document import Block, Note, Paragraph, Table, Text
from parsers.pdf.drawn.crossed import uncrossed
from parsers.pdf.objects import Rule, Style, Way, Word
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf

_PLAIN = Style("Plain", 10)


def word(text: str, x0: float, x1: float, baseline: float) -> Word:
    return Word(text, x0, baseline - 8, x1, baseline + 2, baseline, _PLAIN)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append("".join(inline.text for inline in block.inlines if isinstance(inline, Text)))
        else:
            found += [part for cell in block.cells for part in texts(cell.blocks)]
    return [text for text in found if text]


def overflowing() -> Leaf:
    """A cell up to 300, with a table in it that is cut off there though its words go on to 380."""
    page = leaf().grid([40, 300, 400], [40, 200])
    for y in (60, 90, 120):
        page.line(50, y, 300, y)
    page.line(50, 60, 50, 120).line(180, 60, 180, 120)
    page.text(55, 74, "Uno").text(185, 74, "La portineria del quartiere aperta")
    return page.text(55, 104, "Due").text(185, 104, "Ogni giorno prima delle diciotto")


def test_words_over_a_border_stay_in_one_cell() -> None:
    """What runs over the border of the cell around belongs to the cell where it begins."""
    found = texts(PdfReader().read(pdf(overflowing())).blocks)
    assert found == ["Uno", "La portineria del quartiere aperta", "Due", "Ogni giorno prima delle diciotto"]


def test_a_table_cut_off_is_said() -> None:
    """A program leaves out what begins beyond the border, so the reading may lack it."""
    assert Note("low-confidence", "cut-off") in PdfReader().read(pdf(overflowing())).notes


def test_words_within_their_cells_say_nothing() -> None:
    """A page with words in their cells is not said to be cut off."""
    page = leaf().grid([40, 180, 400], [40, 80]).text(45, 60, "Uno").text(185, 60, "Due")
    assert PdfReader().read(pdf(page)).notes == ()


def test_one_long_word_takes_only_its_part_of_a_border() -> None:
    """Where level lines go on beyond the border, only the part beside the word is left out."""
    level = tuple(Rule(Way.ACROSS, y, 0, 200) for y in (0.0, 20.0, 40.0))
    border = Rule(Way.DOWN, 100, 0, 40)
    kept = uncrossed([*level, border], [word("Lunghissima", 50, 150, 14)])
    assert kept == (*level, Rule(Way.DOWN, 100, 20, 40))


def test_dots_to_write_on_cross_nothing() -> None:
    """Dots that run over a border leave it where it is."""
    rules = [Rule(Way.ACROSS, 0, 0, 100), Rule(Way.ACROSS, 20, 0, 100), Rule(Way.DOWN, 100, 0, 20)]
    assert uncrossed(rules, [word("............", 50, 120, 14)]) == tuple(rules)


def test_table_with_a_margin_around_is_a_table_in_a_cell() -> None:
    """The margin between a cell's line and a table as tall as the cell is no column."""
    page = leaf().grid([40, 400], [40, 200]).grid([46, 200, 400], [40, 120, 200])
    page.text(50, 60, "Uno").text(205, 60, "Due").text(50, 140, "Tre").text(205, 140, "Quattro")
    outer = PdfReader().read(pdf(page)).blocks[0]
    assert isinstance(outer, Table)
    inner = outer.cells[0].blocks[0]
    assert isinstance(inner, Table)
    assert (len(outer.cells), [(cell.row, cell.column) for cell in inner.cells]) == (
        1,
        [(0, 0), (0, 1), (1, 0), (1, 1)],
    )


def test_row_with_a_margin_around_is_a_table_in_a_cell() -> None:
    """The same for a table of one row, with a margin on its left alone."""
    page = leaf().grid([40, 400], [40, 200]).grid([46, 200, 400], [40, 200])
    page.text(50, 60, "Uno").text(205, 60, "Due")
    outer = PdfReader().read(pdf(page)).blocks[0]
    assert isinstance(outer, Table)
    assert (len(outer.cells), isinstance(outer.cells[0].blocks[0], Table)) == (1, True)


def test_table_that_fills_one_of_several_cells() -> None:
    """A table as tall as its cell is a table in it, though their lines run into one another."""
    page = leaf().grid([40, 150, 300], [40, 100]).grid([156, 220, 294], [40, 70, 100])
    page.text(45, 60, "Voce").text(160, 60, "Uno").text(225, 60, "Due").text(160, 90, "Tre")
    outer = PdfReader().read(pdf(page)).blocks[0]
    assert isinstance(outer, Table)
    assert [isinstance(cell.blocks[0], Table) for cell in outer.cells] == [False, True]


def test_sign_that_hangs_over_the_last_border() -> None:
    """What begins in a cell and hangs over the table's side is the cell's."""
    page = leaf().grid([40, 100], [40, 80]).text(98, 60, "o")
    (block,) = PdfReader().read(pdf(page)).blocks
    assert texts((block,)) == ["o"]
