"""Groups of boxes in columns with no lines: a heading over one group is none of the next one's columns."""

from __future__ import annotations

from parsers.document import Table
from tests.parsers.pdf.builder import leaf
from tests.parsers.pdf.test_reader import read


def test_a_heading_over_columns_of_boxes_is_as_wide_as_they_are() -> None:
    """What stands over the second column of the group above does not ask for this one's."""
    page = leaf().text(50, 50, "Con chi").text(300, 50, "Per chi")
    for at, word in enumerate(("Alfa", "Beta", "Gamma")):
        for x in (50, 300):
            page.check(x, 58 + 16 * at, f"{word}{x}", on=False).text(x + 16, 68 + 16 * at, word)
    page.text(50, 118, "Da chi")
    for at, (left, right) in enumerate((("Delta", "Zeta"), ("Eta", "Teta"))):
        page.check(50, 126 + 16 * at, left, on=False).text(66, 136 + 16 * at, left)
        page.check(300, 126 + 16 * at, right, on=True).text(316, 136 + 16 * at, right)
    tables = [block for block in read(page).blocks if isinstance(block, Table)]
    heads = [cell for table in tables for cell in table.cells if "Da chi" in str(cell.blocks)]
    last = [cell for table in tables for cell in table.cells if "Zeta" in str(cell.blocks)]
    assert heads
    assert last
    assert all(one.column + one.column_span > last[0].column for one in heads)
