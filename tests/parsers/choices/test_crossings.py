"""Groups whose boxes stand where a row crosses a column."""

from __future__ import annotations

import pytest

from tests.parsers.visit_form import SURE, confidence, strays, ticks

BOTH = {"andata": ["vicini", "colleghi"], "ritorno": ["nessuno"]}

SIGNS = [("☐", "☒"), ("", "X"), ("[ ]", "[X]"), ("○", "●"), ("", "✓"), ("__", "X"), ("☐", "☐X"), ("no", "sì")]

OPTIONS_DOWN = """
| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |
| Nessuno | - | + |
| Vicini di casa | + | - |
| Colleghi d’ufficio | + | - |"""

TWO_GROUPS = {
    "options down": OPTIONS_DOWN,
    "options down, their names on the right": """
| Compagni all’andata: | Compagni al ritorno: | Compagni (2) |
| - | + | Nessuno |
| + | - | Vicini di casa |
| + | - | Colleghi d’ufficio |""",
    "options down, their names between": """
| Compagni all’andata: | Compagni (2) | Compagni al ritorno: |
| - | Nessuno | + |
| + | Vicini di casa | - |
| + | Colleghi d’ufficio | - |""",
    "options across": """
| Compagni (2) | Nessuno | Vicini di casa | Colleghi d’ufficio |
| Compagni all’andata: | - | + | + |
| Compagni al ritorno: | + | - | - |""",
    "under a title over all columns": """
| Compagni (2) | < | < |
| | Compagni all’andata: | Compagni al ritorno: |
| Nessuno | - | + |
| Vicini di casa | + | - |
| Colleghi d’ufficio | + | - |""",
}

ONE_GROUP = {
    "boxes below": """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| | - | + | - |""",
    "boxes below, the label merged": """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| ^ | - | + | - |""",
    "the label beside the boxes": """
| | Treno regionale | Nave traghetto | Bicicletta |
| Mezzo di viaggio | - | + | - |""",
    "the label above all": """
| Mezzo di viaggio | < | < |
| Treno regionale | Nave traghetto | Bicicletta |
| - | + | - |""",
}


def signed(drawing: str, empty: str, ticked: str) -> str:
    """The drawing with these signs for its minuses and pluses."""
    return drawing.replace("| - ", f"| {empty} ").replace("| + ", f"| {ticked} ")


@pytest.mark.parametrize("signs", SIGNS, ids="".join)
@pytest.mark.parametrize("drawing", TWO_GROUPS)
def test_a_box_is_its_row_s_and_its_column_s(drawing: str, signs: tuple[str, str]) -> None:
    """One name serves both groups, and each box ticks it for one of them, for sure."""
    crossed = signed(TWO_GROUPS[drawing], *signs)
    sure = [confidence(crossed, field) >= SURE for field in BOTH]
    assert (ticks(crossed), sure) == (BOTH, [True, True])


@pytest.mark.parametrize("signs", SIGNS, ids="".join)
@pytest.mark.parametrize("drawing", ONE_GROUP)
def test_boxes_in_a_row_of_their_own(drawing: str, signs: tuple[str, str]) -> None:
    """A box above or below an option is that option's."""
    crossed = signed(ONE_GROUP[drawing], *signs)
    assert (ticks(crossed), confidence(crossed, "mezzo") >= SURE) == ({"mezzo": ["nave"]}, True)


def test_a_group_that_ticks_nothing_leaves_the_other_its_ticks() -> None:
    """An empty column is no group left out."""
    drawing = """
| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |
| Nessuno | | X |
| Vicini di casa | | |
| Colleghi d’ufficio | | |"""
    assert ticks(drawing) == {"ritorno": ["nessuno"]}


def test_a_row_that_people_added_ticks_no_other_option() -> None:
    """A tick by a name of their own puts the group in doubt, and the name is kept."""
    crossed = signed(OPTIONS_DOWN + "\n| Volontari | + | - |", "☐", "☒")
    found = (ticks(crossed), confidence(crossed, "andata") < SURE, "Volontari" in strays(crossed))
    assert found == (BOTH, True, True)


def test_words_in_a_crossing_are_kept() -> None:
    """What stands behind the mark is handed on."""
    crossed = signed(OPTIONS_DOWN, "", "X").replace("casa | X |", "casa | X (Rossi e Bianchi) |")
    assert (ticks(crossed), ["Rossi" in stray for stray in strays(crossed)]) == (BOTH, [True])


def test_boxes_of_two_groups_one_below_the_other_do_not_cross() -> None:
    """Groups alike with boxes in cells of their own keep their own options."""
    drawing = """
| Compagni (2) | < | < |
| Compagni all’andata: | ☐ | Nessuno |
| | ☒ | Vicini di casa |
| | ☒ | Colleghi d’ufficio |
| Compagni al ritorno: | ☒ | Nessuno |
| | ☐ | Vicini di casa |
| | ☐ | Colleghi d’ufficio |"""
    assert ticks(drawing) == BOTH
