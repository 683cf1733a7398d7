"""Tables as they lie, and the places of what stands in them."""

from __future__ import annotations

from parsers.document import Document, Place, Table
from tests.parsers.word.builder import (
    lines,
    p,
    read,
    table,
    tc,
)


def _first_table(document: Document) -> Table:
    found = document.blocks[0]
    assert isinstance(found, Table)
    return found


def test_grid_with_merges() -> None:
    """Cells merged across and down stand once, with their place in the grid."""
    across, start, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table((tc("a", start), tc("b", across)), (tc("", on), tc("c"), tc("d")))
    found = [
        (cell.row, cell.column, cell.row_span, cell.column_span, cell.place.cell)
        for cell in _first_table(read(body)).cells
    ]
    assert found == [(0, 0, 2, 1, 1), (0, 1, 1, 2, 2), (1, 1, 1, 1, 2), (1, 2, 1, 1, 3)]


def test_text_in_a_merged_cell_is_kept() -> None:
    """What stands in the lower part of a merged cell belongs to the cell."""
    body = table((tc("a", '<w:vMerge w:val="restart"/>'),), (tc("b", "<w:vMerge/>"),))
    assert lines(read(body)) == ["a", "b"]


def test_row_that_starts_later() -> None:
    """Columns left free before a row are counted."""
    body = f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("a")}</w:tr></w:tbl>'
    assert _first_table(read(body)).cells[0].column == 2


def test_old_merge_across() -> None:
    """The old way to merge in a row makes one cell too."""
    body = table((tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "b"))
    assert [(c.column, c.column_span) for c in _first_table(read(body)).cells] == [(0, 2), (2, 1)]


def test_rows_and_cells_in_wrappers() -> None:
    """Rows and cells inside controls and tracked changes are rows and cells."""
    cell = f"<w:sdt><w:sdtContent>{tc('a')}</w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell}{tc('b')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert lines(read(body)) == ["a", "b"]


def test_places() -> None:
    """Paragraphs and tables are counted from 1, nested tables by their path."""
    nested = tc(p("b") + table(("c",)) + p(""))
    document = read(p("x") + table(("y",)) + table(("a",), ("a", nested)) + p("z"))
    assert [paragraph.place for paragraph in document.paragraphs()] == [
        Place(paragraph=1),
        Place("1", 1, 1),
        Place("2", 1, 1),
        Place("2", 2, 1),
        Place("2", 2, 2),
        Place("2.2.2/1", 1, 1),
        Place("2", 2, 2),
        Place(paragraph=2),
    ]
