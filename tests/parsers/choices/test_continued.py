"""Options that go on below their group, in a row that a page's end cut off."""

from __future__ import annotations

from dataclasses import replace

from parsers.document import Document, Table
from tests.parsers.drawing import draw
from tests.parsers.visit_form import SURE, confidence, ticks


def _cut(sign: str) -> Document:
    """A form whose last row has no cell on its left."""
    document = draw(f"""
| | Mezzo di viaggio // ☐ Treno regionale // ☒ Nave traghetto |
| Compagni all’andata: | ☐ Nessuno // ☒ Vicini di casa |
| | {sign} Colleghi d’ufficio |""")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    last = max(cell.row for cell in table.cells)
    kept = tuple(cell for cell in table.cells if (cell.row, cell.column) != (last, 0))
    return replace(document, blocks=(replace(table, cells=kept),))


def test_an_option_in_the_next_row_belongs_to_the_group_over_it() -> None:
    """What another label further up asks in that column is answered by then."""
    assert ticks(_cut("☒"))["andata"] == ["vicini", "colleghi"]


def test_an_option_that_lost_its_box_in_the_next_row_is_in_doubt() -> None:
    """Its tick may be lost with the box, so the group is for a person."""
    assert confidence(_cut(""), "andata") < SURE


def test_what_another_label_asks_there_is_none_of_them() -> None:
    """A text in the row below that is an option's words answers its own question."""
    drawing = """
| Compagni all’andata: | ☐ Nessuno // ☒ Vicini di casa |
| Racconto (1) | Colleghi d’ufficio |"""
    assert (ticks(drawing), confidence(drawing, "andata") >= SURE) == ({"andata": ["vicini"]}, True)
