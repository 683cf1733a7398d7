"""Columns for yes and no, and cells of boxes beside cells of labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import State, Table
from tests.parsers.drawing import draw
from tests.parsers.visit_form import SURE, answer, confidence, reading, strays, ticks, written

HEADS = [("SÌ", "NO"), ("Si", "No"), ("presente", "assente"), ("S", "N"), ("Presente", "Non presente")]


@pytest.mark.parametrize("signs", [("☐", "☒"), ("", "X")], ids="".join)
@pytest.mark.parametrize("heads", HEADS, ids="/".join)
def test_a_tick_under_no_is_none(heads: tuple[str, str], signs: tuple[str, str]) -> None:
    """Of two columns the one for yes ticks, the one for no does not, for sure."""
    empty, ticked = signs
    drawing = f"""
| Chi ha pagato | {heads[0]} | {heads[1]} |
| Fondo comune | {ticked} | {empty} |
| Parenti stretti | {empty} | {ticked} |
| Altri, specificare | {empty} | {ticked} |"""
    found = (ticks(drawing), strays(drawing), confidence(drawing, "spese") >= SURE)
    assert found == ({"spese": ["noi"]}, [], True)


@pytest.mark.parametrize("sign", ["☒", "X"])
def test_ticks_under_no_alone_choose_nothing(sign: str) -> None:
    """A group with every option denied has none chosen."""
    drawing = f"""
| Chi ha pagato | SÌ | NO |
| Fondo comune | | {sign} |
| Parenti stretti | | {sign} |
| Altri, specificare | | {sign} |"""
    assert ticks(drawing) == {}


def test_no_may_stand_before_yes() -> None:
    """The columns' heads tell, not their order."""
    drawing = """
| Chi ha pagato | | NO | SÌ |
| ^ | Fondo comune | ☒ | ☐ |
| ^ | Parenti stretti | ☐ | ☒ |
| ^ | Altri, specificare | ☒ | ☐ |"""
    assert ticks(drawing) == {"spese": ["parenti"]}


def test_a_section_s_title_over_the_columns_does_not_hide_the_boxes() -> None:
    """The boxes of an option are its row's, whatever title stands above them."""
    drawing = """
| Compagni (2) | < | < |
| Compagni all’andata: | SÌ | NO |
| Nessuno | ☐ | ☒ |
| Vicini di casa | ☒ | ☐ |
| Colleghi d’ufficio | ☐ | ☒ |"""
    assert ticks(drawing) == {"andata": ["vicini"]}


def test_a_label_far_above_the_columns_does_not_hide_the_boxes() -> None:
    """A question that another row asks over the column of boxes ends where the group's own label begins."""
    drawing = """
| Ente proponente | Mezzo di viaggio | |
| | ☐ Treno regionale ☒ Nave traghetto ☐ Bicicletta | |
| Compagni all’andata: | SÌ | NO |
| Nessuno | ☐ | ☒ |
| Vicini di casa | ☒ | ☐ |
| Colleghi d’ufficio | ☐ | ☒ |"""
    assert ticks(drawing) == {"mezzo": ["nave"], "andata": ["vicini"]}


def test_an_option_no_with_its_box_is_no_column_s_head() -> None:
    """The question in the row above may have its own "no" right over other boxes."""
    drawing = """
| Tornereste un’altra volta? | < | < | ☒ sì // ☐ no | < |
| Chi ha pagato | ☐ | Fondo comune | ☐ | Parenti stretti |
| ^ | ☒ | Altri, specificare | | |"""
    assert ticks(drawing)["spese"] == ["altri"]
    assert confidence(drawing, "spese") >= SURE


def test_yes_and_no_both_ticked_are_in_doubt() -> None:
    """A row that says both is for a person."""
    drawing = """
| Chi ha pagato | SÌ | NO |
| Fondo comune | X | X |
| Parenti stretti | | X |
| Altri, specificare | | X |"""
    assert confidence(drawing, "spese") < SURE


def test_columns_of_other_heads_are_in_doubt() -> None:
    """Ticks in several columns that say neither yes nor no are no sure answer."""
    drawing = """
| Chi ha pagato | chiesto | ottenuto |
| Fondo comune | X | |
| Parenti stretti | | X |
| Altri, specificare | | |"""
    assert confidence(drawing, "spese") < SURE


@pytest.mark.parametrize(
    "cells",
    [
        "☐ // ☒ // ☐ | Treno regionale // Nave traghetto // Bicicletta",
        "Treno regionale // Nave traghetto // Bicicletta | ☐ // ☒ // ☐",
        "☐\\n☒\\n☐ | Treno regionale // Nave traghetto // Bicicletta",
        "☐ // ☐X // ☐ | Treno regionale // Nave traghetto // Bicicletta",
        "// X // | Treno regionale // Nave traghetto // Bicicletta",
        "Treno regionale // Nave traghetto // Bicicletta | // X //",
    ],
)
def test_a_cell_of_boxes_goes_with_the_labels_beside_it(cells: str) -> None:
    """Boxes in one cell and labels in the next are paired line by line."""
    drawing = f"| Mezzo di viaggio | {cells} |"
    assert (ticks(drawing), confidence(drawing, "mezzo") >= SURE) == ({"mezzo": ["nave"]}, True)


@pytest.mark.parametrize(
    "cells",
    [
        "X | Treno regionale // Nave traghetto // Bicicletta",
        "Treno regionale // Nave traghetto // Bicicletta | X",
        "☐ ☒ ☐ | Treno regionale // Nave traghetto // Bicicletta",
    ],
)
def test_a_cell_of_boxes_with_other_lines_is_in_doubt(cells: str) -> None:
    """A lone X beside three labels may be anybody's."""
    assert confidence(f"| Mezzo di viaggio | {cells} |", "mezzo") < SURE


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("Treno regionale | | Nave traghetto | X | Bicicletta | ", "nave"),
        ("| Treno regionale | X | Nave traghetto | | Bicicletta", "nave"),
        ("Treno regionale | X | Nave traghetto | | Bicicletta | ", "treno"),
    ],
)
def test_empty_cells_tell_which_side_the_boxes_are(cells: str, code: str) -> None:
    """A row that ends with an empty cell keeps one behind each label."""
    drawing = f"| Mezzo di viaggio | {cells} |"
    assert (ticks(drawing), confidence(drawing, "mezzo") >= SURE) == ({"mezzo": [code]}, True)


YES_AND_NO = [
    "Fondo comune  ☒ sì ☐ no // Parenti stretti  ☐ sì ☒ no // Altri, specificare ☐ sì ☒ no",
    "Fondo comune: sì ☒ no ☐ // Parenti stretti: sì ☐ no ☒ // Altri, specificare: sì ☐ no ☒",
    "Fondo comune\\t☒ SI\\t☐ NO // Parenti stretti\\t☐ SI\\t☒ NO // Altri, specificare\\t☐ SI\\t☒ NO",
    "Fondo comune (sì ☒ no ☐) // Parenti stretti (sì ☐ no ☒) // Altri, specificare (sì ☐ no ☒)",
    "Fondo comune ☒ presente ☐ assente // Parenti stretti ☐ presente ☒ assente "
    "// Altri, specificare ☐ presente ☒ assente",
    "Fondo comune [X] sì [ ] no // Parenti stretti [ ] sì [X] no // Altri, specificare [ ] sì [X] no",
    "Fondo comune X ☐ sì ☐ no // Parenti stretti ☐ sì X ☐ no // Altri, specificare ☐ sì X ☐ no",
    "Fondo comune  √ sì   □ no // Parenti stretti  □ sì   √ no // Altri, specificare □ sì   √ no",
    "Fondo comune ☒☒ sì ☐ no // Parenti stretti ☐ sì ☒☒ no // Altri, specificare ☐ sì ☒☒ no",
    "Fondo comune: SI // Parenti stretti: NO // Altri, specificare: NO",
    "Fondo comune SI // Parenti stretti NO // Altri, specificare NO",
    "Fondo comune = sì // Parenti stretti = no // Altri, specificare = no",
    "☒ Fondo comune SI // ☐ Parenti stretti NO // ☐ Altri, specificare NO",
    "☐ Fondo comune SI // ☐ Parenti stretti NO // ☐ Altri, specificare NO",
    "SI Fondo comune // NO Parenti stretti // NO Altri, specificare",
    "☒ sì ☐ no Fondo comune // ☐ sì ☒ no Parenti stretti // ☐ sì ☒ no Altri, specificare",
    "Fondo comune: presente // Parenti stretti: assente // Altri, specificare: assente",
]


@pytest.mark.parametrize("lines", YES_AND_NO)
def test_yes_and_no_beside_each_option(lines: str) -> None:
    """What is said to be so is chosen, what is denied is not, and neither word is anybody's text."""
    drawing = f"| Chi ha pagato | {lines} |"
    found = (ticks(drawing), written(drawing), strays(drawing), confidence(drawing, "spese") >= SURE)
    assert found == ({"spese": ["noi"]}, {}, [], True)


def test_empty_boxes_for_yes_and_no_choose_nothing() -> None:
    """A pair of empty boxes is no tick."""
    lines = " // ".join(
        f"{label}: ☐ sì ☐ no" for label in ("Fondo comune", "Parenti stretti", "Altri, specificare")
    )
    assert ticks(f"| Chi ha pagato | {lines} |") == {}


@pytest.mark.parametrize(
    "line",
    ["☒ Parenti stretti NO", "Parenti stretti ☒ sì ☒ no", "Parenti stretti: sì X no", "Parenti stretti ☐ sì"],
)
def test_yes_and_no_that_contradict_are_in_doubt(line: str) -> None:
    """A tick beside a "no", both ticked, a cross between the two: for a person."""
    found = answer(reading(f"| Chi ha pagato | ☒ Fondo comune // {line} // ☐ Altri, specificare |"), "spese")
    doubts = {choice.option for choice in found.choices if choice.doubt and choice.state is not State.EMPTY}
    assert doubts == {"parenti"}


BESIDE = "Fondo comune // Parenti stretti // Altri, specificare"


BOXES = "| Compagni all’andata: | ☐ // ☒ // ☐ | Nessuno // Vicini di casa // Colleghi d’ufficio |"


@pytest.mark.parametrize(("below", "lost"), [("☐", False), ("☒", True)])
def test_a_cell_of_boxes_below_by_no_label_of_the_group_is_not_its_own(below: str, lost: bool) -> None:
    """As where the next group's label is torn by the page's end; a tick in it is said."""
    drawing = f"{BOXES}\n| Compa- | {below} | Nessuno |"
    assert (ticks(drawing)["andata"], confidence(drawing, "andata") < SURE) == (["vicini"], lost)


@pytest.mark.parametrize(
    "row", [f"☐ // ☒ // ☐ | | {BESIDE}", f"{BESIDE} | | ☐ // ☒ // ☐"], ids=["before", "behind"]
)
def test_an_empty_cell_between_boxes_and_labels(row: str) -> None:
    """A page without ruling lines may seem to have further columns."""
    drawing = f"| Chi ha pagato | {row} |"
    assert ticks(drawing) == {"spese": ["parenti"]}
    assert confidence(drawing, "spese") >= SURE


def test_boxes_under_no_behind_an_empty_cell_tick_nothing_for_sure() -> None:
    """The empty cell is the column for yes."""
    drawing = f"""
| Chi ha pagato | SÌ | NO |
| {BESIDE} | | ☐ // ☒ // ☐ |"""
    assert ticks(drawing) == {} or confidence(drawing, "spese") < SURE


def test_empty_boxes_of_which_nothing_tells_whose_they_are_tick_nothing() -> None:
    """More boxes than labels, and none of them ticked."""
    assert ticks(f"| Chi ha pagato | ☐ // ☐ // ☐ // ☐ | {BESIDE} |") == {}


def test_options_in_a_row_that_has_no_cell_for_their_label() -> None:
    """The label's cell is that of the row above, as if it were merged."""
    document = draw("""
| Stemma | Mezzo di viaggio |
| | ☐ Treno regionale // ☐ Nave traghetto // ☒ Bicicletta |
| Compagni all’andata: | ☐ Nessuno |
| lost | X Vicini di casa // X Colleghi d’ufficio |""")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    cells = tuple(cell for cell in table.cells if (cell.row, cell.column) != (3, 0))
    assert ticks(replace(document, blocks=(replace(table, cells=cells),))) == {
        "mezzo": ["bici"],
        "andata": ["vicini", "colleghi"],
    }
