"""Rows of tables without lines: parted as a person sees them, with the words above as their header."""

from __future__ import annotations

from parsers.document import Box, Cell, Mark, Method, Paragraph, Place, State, Table, Text
from parsers.labels.recut import recut, with_above


def _words(text: str, x: float, y: float) -> Paragraph:
    """Lines of ten points, one below the other."""
    lines = text.split("|")
    boxes: list[Box] = [
        (x, y + 12 * at, x + 5.0 * len(line), y + 12 * at + 10) for at, line in enumerate(lines)
    ]
    inlines = tuple(Text(line, box=box) for line, box in zip(lines, boxes, strict=True))
    return Paragraph(inlines, Place(page=1, box=boxes[0]))


def _boxes(y: float, *xs: float) -> Paragraph:
    places = [Place(page=1, box=(x, y, x + 8, y + 8)) for x in xs]
    return Paragraph(tuple(Mark(State.EMPTY, Method.DRAWING, "☐", place) for place in places), places[0])


def _cell(row: int, column: int, *blocks: Paragraph) -> Cell:
    return Cell(row, column, 1, 1, blocks, Place(page=1))


def _grid(table: Table) -> list[tuple[int, int, str]]:
    return [
        (cell.row, cell.column, "".join(one.text for one in block.inlines if isinstance(one, Text)).strip())
        for cell in table.cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
    ]


def test_boxes_below_one_another_are_rows() -> None:
    """A cell of two boxes and the words of each make two rows, and what follows moves down."""
    words = _cell(0, 1, _words("primo|ancora", 80, 100), _words("secondo", 80, 130))
    table = Table((_cell(0, 0, _boxes(107, 60), _boxes(131, 60)), words, _cell(1, 1, _words("poi", 80, 150))))
    assert _grid(recut(table)) == [
        *((0, 0, ""), (0, 1, "primo ancora"), (1, 0, ""), (1, 1, "secondo"), (2, 1, "poi"))
    ]


def test_a_box_beside_the_last_line_has_all_the_paragraph() -> None:
    """Cells may be set at the bottom: the paragraph of the line at the box's height is its label."""
    words = _cell(0, 1, _words("primo", 80, 100), _words("Secondo|Ancora", 80, 120))
    table = Table((_cell(0, 0, _boxes(101, 60), _boxes(133, 60)), words))
    assert [text for _, column, text in _grid(recut(table)) if column] == ["primo", "Secondo Ancora"]


def test_one_text_for_all_boxes_is_one_row() -> None:
    """A question beside a column of boxes stays as it is."""
    table = Table((_cell(0, 0, _words("domanda", 60, 100)), _cell(0, 1, _boxes(101, 200), _boxes(121, 200))))
    assert recut(table) == table


def _asked() -> Table:
    rows = [(_cell(at, 0, _words("domanda", 60, 100 + 20 * at)), at) for at in range(2)]
    return Table(
        tuple(one for cell, at in rows for one in (cell, _cell(at, 1, _boxes(101 + 20 * at, 300, 340))))
    )


def test_words_above_boxes_are_their_header() -> None:
    """As many words as boxes, each over one, are the first row of the table."""
    rest, table = with_above([_words("Titolo", 60, 40), _words("SI     NO", 299, 84)], _asked())
    assert len(rest) == 1
    assert _grid(table)[:2] == [(0, 1, "SI"), (0, 1, "NO")]


def test_words_beside_the_boxes_are_no_header() -> None:
    """Words above the questions stay a paragraph."""
    rest, table = with_above([_words("SI NO", 60, 84)], _asked())
    assert (len(rest), table) == (1, _asked())
