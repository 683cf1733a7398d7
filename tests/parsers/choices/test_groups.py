"""Groups that have the same options."""

from __future__ import annotations

import pytest

from tests.parsers.drawing import drawn, grid
from tests.parsers.visit_form import ticks

PAIRS = {
    "side by side": """
| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |
| | ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio \
| ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |""",
    "side by side, a row an option": """
| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |
| | ☐ Nessuno | ☒ Nessuno |
| | ☒ Vicini di casa | ☐ Vicini di casa |
| | ☐ Colleghi d’ufficio | ☐ Colleghi d’ufficio |""",
    "in two columns each": """
| Compagni (2) | Compagni all’andata: | < | Compagni al ritorno: | < |
| | ☐ Nessuno // ☒ Vicini di casa | ☐ Colleghi d’ufficio \
| ☒ Nessuno // ☐ Vicini di casa | ☐ Colleghi d’ufficio |""",
    "stacked": """
| Compagni (2) | Compagni all’andata: // ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio \
// Compagni al ritorno: // ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |""",
    "a row each": """
| Compagni all’andata: | ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio |
| Compagni al ritorno: | ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |""",
    "in paragraphs": """
Compagni (2)
Compagni all’andata:
☐ Nessuno
☒ Vicini di casa
☐ Colleghi d’ufficio
Compagni al ritorno:
☒ Nessuno
☐ Vicini di casa
☐ Colleghi d’ufficio""",
    "headings together in rows, then all options": """
| Compagni all’andata: |
| Compagni al ritorno: |
| ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio \
// ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |""",
    "headings together in paragraphs, then all options": """
Compagni all’andata:
Compagni al ritorno:
☐ Nessuno
☒ Vicini di casa
☐ Colleghi d’ufficio
☒ Nessuno
☐ Vicini di casa
☐ Colleghi d’ufficio""",
    "in the other order": """
| Compagni al ritorno: | ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |
| Compagni all’andata: | ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio |""",
    "boxes behind": """
| Compagni all’andata: | Nessuno ☐ // Vicini di casa ☒ // Colleghi d’ufficio ☐ |
| Compagni al ritorno: | Nessuno ☒ // Vicini di casa ☐ // Colleghi d’ufficio ☐ |""",
}


@pytest.mark.parametrize("arrangement", PAIRS)
def test_groups_with_the_same_options_are_told_apart(arrangement: str) -> None:
    """A tick counts in the group whose heading governs it, not in its double."""
    assert ticks(PAIRS[arrangement]) == {"andata": ["vicini"], "ritorno": ["nessuno"]}


def test_headings_together_in_one_cell_are_told_apart() -> None:
    """Two headings in one cell with all options in the cell below are dealt out in order."""
    drawing = """
| Compagni all’andata: // Compagni al ritorno: |
| ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio \
// ☒ Nessuno // ☐ Vicini di casa // ☐ Colleghi d’ufficio |"""
    assert ticks(drawing) == {"andata": ["vicini"], "ritorno": ["nessuno"]}


def test_groups_with_the_same_options_in_nested_tables_are_told_apart() -> None:
    """Each nested table is governed by the heading above its cell."""
    there = grid(("☐ Nessuno", "☒ Vicini di casa", "☐ Colleghi d’ufficio"))
    back = grid(("☒ Nessuno", "☐ Vicini di casa", "☐ Colleghi d’ufficio"))
    table = grid(("Compagni (2)", "Compagni all’andata:", "Compagni al ritorno:"), ("", there, back))
    assert ticks(drawn(table)) == {"andata": ["vicini"], "ritorno": ["nessuno"]}


def test_a_group_left_out_leaves_the_other_its_ticks() -> None:
    """Where one of two groups alike was deleted, the other keeps what is its own."""
    drawing = "| Compagni al ritorno: | ☐ Nessuno // ☒ Vicini di casa // ☐ Colleghi d’ufficio |"
    assert ticks(drawing) == {"ritorno": ["vicini"]}
