"""Ticks and the options they belong to, in every arrangement of box and label."""

from __future__ import annotations

import pytest

from parsers.document import Document, Method
from tests.parsers import returned
from tests.parsers.drawing import drawn, grid
from tests.parsers.visit_form import NAVE, SURE, answer, confidence, reading, strays, ticked, ticks

ARRANGEMENTS = {
    "box before": "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |",
    "box glued before": "| Mezzo di viaggio | ☐Treno regionale // ☒Nave traghetto // ☐Bicicletta |",
    "box behind": "| Mezzo di viaggio | Treno regionale ☐ // Nave traghetto ☒ // Bicicletta ☐ |",
    "box behind a tab": "| Mezzo di viaggio | Treno regionale\\t☐ // Nave traghetto\\t☒ // Bicicletta\\t☐ |",
    "boxes in cells to the left": """
| Mezzo di viaggio | ☐ | Treno regionale |
| ^ | ☒ | Nave traghetto |
| ^ | ☐ | Bicicletta |""",
    "boxes in cells to the right": """
| Mezzo di viaggio | Treno regionale | ☐ |
| ^ | Nave traghetto | ☒ |
| ^ | Bicicletta | ☐ |""",
    "cells in a row, boxes to the left": """
| Mezzo di viaggio | ☐ | Treno regionale | ☒ | Nave traghetto | ☐ | Bicicletta |""",
    "cells in a row, boxes to the right": """
| Mezzo di viaggio | Treno regionale | ☐ | Nave traghetto | ☒ | Bicicletta | ☐ |""",
    "a cell an option": "| Mezzo di viaggio | ☐ Treno regionale | ☒ Nave traghetto | ☐ Bicicletta |",
    "boxes on lines of their own above": """
| Mezzo di viaggio | ☐ // Treno regionale // ☒ // Nave traghetto // ☐ // Bicicletta |""",
    "boxes on lines of their own below": """
| Mezzo di viaggio | Treno regionale // ☐ // Nave traghetto // ☒ // Bicicletta // ☐ |""",
    "on a line by tabs": "| Mezzo di viaggio | ☐ Treno regionale\\t☒ Nave traghetto\\t☐ Bicicletta |",
    "on a line by blanks": "| Mezzo di viaggio | ☐ Treno regionale    ☒ Nave traghetto    ☐ Bicicletta |",
    "on a line by one blank": "| Mezzo di viaggio | ☐ Treno regionale ☒ Nave traghetto ☐ Bicicletta |",
    "on a line, boxes behind": """
| Mezzo di viaggio | Treno regionale ☐   Nave traghetto ☒   Bicicletta ☐ |""",
    "by line breaks": "| Mezzo di viaggio | ☐ Treno regionale\\n☒ Nave traghetto\\n☐ Bicicletta |",
    "in paragraphs": "Mezzo di viaggio\n☐ Treno regionale\n☒ Nave traghetto\n☐ Bicicletta",
    "behind the label in its line": """
Mezzo di viaggio: ☐ Treno regionale ☒ Nave traghetto ☐ Bicicletta""",
    "in the label's cell": """
| Mezzo di viaggio // ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |""",
    "below the label": """
| Mezzo di viaggio |
| ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |""",
    "an empty line between": """
| Mezzo di viaggio | ☐ Treno regionale // // ☒ Nave traghetto // // ☐ Bicicletta |""",
    "in another order": "| Mezzo di viaggio | ☐ Bicicletta // ☒ Nave traghetto // ☐ Treno regionale |",
    "an option's words on two lines": """
| Mezzo di viaggio | ☐ Treno // regionale // ☒ Nave // traghetto // ☐ Bicicletta |""",
}


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_a_tick_belongs_to_its_option(arrangement: str) -> None:
    """However box and label stand, the one option that a person sees ticked is ticked, for sure."""
    drawing = ARRANGEMENTS[arrangement]
    assert (ticks(drawing), strays(drawing), confidence(drawing, "mezzo") >= SURE) == (NAVE, [], True)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_no_tick_no_choice(arrangement: str) -> None:
    """The same arrangements with every box empty say nothing, and say so for sure."""
    drawing = ARRANGEMENTS[arrangement].replace("☒", "☐")
    found = answer(reading(drawing), "mezzo")
    assert (ticks(drawing), len(found.choices), found.confidence >= SURE) == ({}, 3, True)


@pytest.mark.parametrize("code", ["treno", "nave", "bici"])
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_each_option_can_be_the_one(arrangement: str, code: str) -> None:
    """The first and the last option are told as the middle one is."""
    label = {"treno": "Treno", "nave": "Nave", "bici": "Bicicletta"}[code]
    assert ticks(ticking(ARRANGEMENTS[arrangement], label)) == {"mezzo": [code]}


def ticking(drawing: str, label: str) -> str:
    """The drawing with the box of that option ticked instead of the ship's."""
    order = sorted(("Treno", "Nave", "Bicicletta"), key=drawing.index)
    boxes = iter("☒" if one == label else "☐" for one in order)
    return "".join(next(boxes) if char in "☐☒" else char for char in drawing)


def test_two_ticks_are_both_read() -> None:
    """What is ticked is read, be it one too many: that is judged later."""
    drawing = "| Mezzo di viaggio | ☒ Treno regionale // ☐ Nave traghetto // ☒ Bicicletta |"
    assert ticked(drawing, "mezzo") == ["treno", "bici"]


def test_a_misspelt_option_keeps_its_tick() -> None:
    """Slips of the pen in an option do not lose its box."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghettto // ☐ Biciclett |"
    assert ticks(drawing) == NAVE


def test_words_added_to_an_option_leave_it_its_tick() -> None:
    """What is added behind an option is kept, and the option stays ticked."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto (da Trapani) // ☐ Bicicletta |"
    assert (ticks(drawing), ["Trapani" in stray for stray in strays(drawing)]) == (NAVE, [True])


@pytest.mark.parametrize(
    ("drawing", "codes"),
    [
        ("| Tornereste un’altra volta? | ☒ sì // ☐ no |", ["yes"]),
        ("| Tornereste un’altra volta? | ☐ sì // ☒ no |", ["no"]),
        ("| Tornereste un’altra volta? | ☐ sì   ☒ no |", ["no"]),
        ("| Tornereste un’altra volta? | sì ☒   no ☐ |", ["yes"]),
        ("| Tornereste un’altra volta? | ☐ SI // ☒ NO |", ["no"]),
        ("Tornereste un’altra volta? ☒ sì ☐ no", ["yes"]),
        ("| Tornereste un’altra volta? | X si' // no |", ["yes"]),
        ("| Tornereste un’altra volta? | no // ☐ sì |", []),
    ],
)
def test_yes_and_no_are_options_like_others(drawing: str, codes: list[str]) -> None:
    """Short options are found in lines of their own and side by side."""
    assert ticked(drawing, "ancora") == codes


def test_options_quoted_in_an_answer_are_not_the_groups() -> None:
    """An option named in somebody's text takes no tick from the form's own."""
    drawing = """
| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |
| Racconto (1) | Prima il Treno regionale, poi: Bicicletta. ☒ Treno regionale |"""
    assert ticks(drawing) == NAVE


def test_the_evidence_of_a_choice_is_the_mark_and_the_words() -> None:
    """What is kept of an option is its mark with its label, and how it was read."""
    found = answer(reading(ARRANGEMENTS["box glued before"]), "mezzo").choices[1]
    assert (found.raw, found.method, found.mark is not None) == ("☒Nave traghetto", Method.GLYPH, True)


def test_a_mark_in_the_next_cell_is_part_of_the_evidence() -> None:
    """A box with a cell of its own is shown before its words."""
    found = answer(reading(ARRANGEMENTS["boxes in cells to the left"]), "mezzo").choices[1]
    assert (found.raw, found.place and found.place.cell) == ("☒Nave traghetto", 2)


@pytest.mark.parametrize(
    "drawing",
    [
        """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| ^ | ☐ | ☒ | ☐ |""",
        """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| | ☐ | ☒ | ☐ |""",
        """
| Mezzo di viaggio | ☐ | ☒ | ☐ |
| ^ | Treno regionale | Nave traghetto | Bicicletta |""",
    ],
)
def test_boxes_in_a_row_of_their_own_tick_no_neighbour(drawing: str) -> None:
    """Boxes above or below their options: the right option, or a reading that is said to be unsure."""
    codes, sure = ticked(drawing, "mezzo"), confidence(drawing, "mezzo") >= SURE
    assert codes in ([], ["nave"]) or not sure


def test_no_options_no_choices() -> None:
    """A label without its options gives an answer that was found and says nothing."""
    found = answer(reading("| Mezzo di viaggio | |\n| Ente proponente | |"), "mezzo")
    assert (found.found, found.choices, found.text) == (True, (), "")


def test_a_whole_document_of_groups_is_read_together() -> None:
    """Ticks of one group are no other's, whatever stands between."""
    document: Document = drawn(
        grid(("Mezzo di viaggio", "☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta")),
        grid(("Chi ha pagato", "☒ Fondo comune // ☐ Parenti stretti // ☐ Altri, specificare")),
        grid(("Tornereste un’altra volta?", "☐ sì // ☒ no")),
    )
    assert ticks(document) == {"mezzo": ["nave"], "spese": ["noi"], "ancora": ["no"]}


def test_the_rest_of_a_torn_option_says_no_yes() -> None:
    """A page's end may tear "Non presente" apart, and "presente" alone would tick the option below it."""
    rows = [
        "| Partnership (3) | Partnership di intenti: | | Partnership economica: | |",
        "| | ☐ Non | V Soggetti Profit | V Non presente | ☐ Soggetti |",
        "| | presente // ☐ PA e EE.LL. // V Cooperative | V Università, Centri di ricerca "
        "| ☐ PA e EE.LL. // ☐ Cooperative | Profit // ☐ Università, Centri di ricerca |",
    ]
    found = returned.ticked(returned.sheet(partners="\n".join(rows)), "partnership_intenti")
    assert found == ["cooperative", "universita_ricerca"]
