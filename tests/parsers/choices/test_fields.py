"""Ticks and the options they belong to, in every arrangement of box and label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.document import Document, Method, State
from parsers.match import match
from tests.parsers import returned
from tests.parsers.drawing import draw, drawn, grid
from tests.parsers.visit_form import FORM, answer, confidence, reading, strays, ticked, ticks

NAVE = {"mezzo": ["nave"]}
SURE = 0.8
"""Below this a reading is put before a person."""

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


@pytest.mark.parametrize(
    "line",
    [
        "X Nave traghetto",
        "x Nave traghetto",
        "XNave traghetto",
        "xx Nave traghetto",
        "_X_ Nave traghetto",
        "Nave traghetto X",
        "Nave traghetto: sì",
        "Nave traghetto  OK",
        "✓ Nave traghetto",
        "[x] Nave traghetto",
        "(X) Nave traghetto",
        "Nave traghetto (x)",
        "☐ X Nave traghetto",
        "X ☐ Nave traghetto",
        "☐X Nave traghetto",
        "☐ Nave traghetto X",
        "☐ Nave traghetto ✓",
        "☐ Nave traghetto\\tX",
        "☐ Nave traghetto (x)",
        "√ Nave traghetto",
    ],
)
def test_what_is_typed_for_a_tick_is_one(line: str) -> None:
    """An X in place of the box, beside it or behind the words is a tick, and no judgement."""
    drawing = f"| Mezzo di viaggio | ☐ Treno regionale // {line} // ☐ Bicicletta |"
    assert (ticks(drawing), strays(drawing), confidence(drawing, "mezzo") >= SURE) == (NAVE, [], True)


@pytest.mark.parametrize("mark", ["X", "✓", "v", "✗", "(x)"])
def test_a_mark_where_no_boxes_are_is_a_tick(mark: str) -> None:
    """Where all boxes were deleted, what stands by one option only ticks it."""
    drawing = f"| Mezzo di viaggio | Treno regionale // {mark} Nave traghetto // Bicicletta |"
    assert ticks(drawing) == NAVE


@pytest.mark.parametrize("mark", ["1", "+", "X"])
def test_a_sign_alone_in_a_cell_is_a_tick(mark: str) -> None:
    """Where a cell is kept for it, a sign that else begins a line ticks too."""
    drawing = f"""
| Mezzo di viaggio | | Treno regionale |
| ^ | {mark} | Nave traghetto |
| ^ | | Bicicletta |"""
    assert ticks(drawing) == NAVE


@pytest.mark.parametrize("bullet", ["+", "1"])
def test_a_sign_that_begins_lines_ticks_nothing(bullet: str) -> None:
    """A number or a bullet before one option only is no tick."""
    assert ticks(f"| Mezzo di viaggio | {bullet} Treno regionale // Nave traghetto // Bicicletta |") == {}


@pytest.mark.parametrize("bullet", ["+", "1", "-", "•", "–"])
def test_the_same_sign_before_every_option_is_a_bullet(bullet: str) -> None:
    """A list's bullets tick nothing."""
    lines = " // ".join(f"{bullet} {label}" for label in ("Treno regionale", "Nave traghetto", "Bicicletta"))
    assert ticks(f"| Mezzo di viaggio | {lines} |") == {}


@pytest.mark.parametrize(
    "numbering",
    [
        ("1.", "2.", "3."),
        ("1)", "2)", "3)"),
        ("1", "2", "3"),
        ("a)", "b)", "c)"),
        ("7.", "8.", "9."),
        ("i)", "ii)", "iii)"),
    ],
)
def test_numbering_before_options_is_no_tick(numbering: tuple[str, str, str]) -> None:
    """Options that were numbered are not ticked by their numbers."""
    first, second, third = numbering
    lines = f"{first} ☐ Treno regionale // {second} ☒ Nave traghetto // {third} ☐ Bicicletta"
    assert ticks(f"| Mezzo di viaggio | {lines} |") == NAVE


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


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        ("☐ Treno regionale // ☐ *Nave traghetto* // ☐ Bicicletta", "emphasis"),
        ("☐ Treno regionale // ☐ {=Nave traghetto=} // ☐ Bicicletta", "emphasis"),
        ("☐ Treno regionale // ☐ {_Nave traghetto_} // ☐ Bicicletta", "emphasis"),
        ("Treno regionale // *Nave traghetto* // Bicicletta", "emphasis"),
        ("☐ ~Treno regionale~ // ☐ Nave traghetto // ☐ ~Bicicletta~", "emphasis"),
        ("{-☐ Treno regionale-} // ☐ Nave traghetto // {-☐ Bicicletta-}", "deletion"),
        ("☐ Nave traghetto", "deletion"),
    ],
)
def test_a_choice_by_dress_or_deletion_is_a_judgement(lines: str, doubt: str) -> None:
    """No box ticked: what stands out, or what was left standing, is meant, and said to be in doubt."""
    found = answer(reading(f"| Mezzo di viaggio | {lines} |"), "mezzo")
    chosen = [(c.option, c.doubt, c.confidence < SURE) for c in found.choices if c.state is State.TICKED]
    assert chosen == [("nave", doubt, True)]


@pytest.mark.parametrize(
    "lines",
    [
        "☐ *Treno regionale* // ☐ *Nave traghetto* // ☐ *Bicicletta*",
        "☐ ~Treno regionale~ // ☐ ~Nave traghetto~ // ☐ ~Bicicletta~",
        "☐ *Treno* regionale // ☐ Nave traghetto // ☐ Bicicletta",
    ],
)
def test_dress_that_tells_nothing_apart_chooses_nothing(lines: str) -> None:
    """All options bold, all struck out, or one bold word: no choice."""
    assert ticks(f"| Mezzo di viaggio | {lines} |") == {}


def test_a_ticked_box_comes_before_any_dress() -> None:
    """Where a box is ticked, bold words elsewhere do not count."""
    drawing = "| Mezzo di viaggio | ☐ *Treno regionale* // ☒ Nave traghetto // ☐ Bicicletta |"
    assert (ticks(drawing), confidence(drawing, "mezzo") >= SURE) == (NAVE, True)


def test_a_deleted_tick_does_not_count() -> None:
    """A tick that a tracked change took out is no tick."""
    drawing = "| Mezzo di viaggio | {-☒-}{+☐+} Treno regionale // ☒ Nave traghetto // ☐ Bicicletta |"
    assert ticks(drawing) == NAVE


FOREIGN = [
    "☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta // ☒ Mongolfiera",
    "☒ Mongolfiera // ☐ Treno regionale // ☐ Nave traghetto // ☐ Bicicletta",
    "☐ Treno regionale // ☒ Mongolfiera // ☐ Nave traghetto // ☐ Bicicletta",
    "Treno regionale ☐ // Nave traghetto ☐ // Bicicletta ☐ // Mongolfiera ☒",
    "☐ Treno regionale\\t☐ Nave traghetto\\t☐ Bicicletta\\t☒ Mongolfiera",
    "☐ Treno regionale\\n☒ Mongolfiera\\n☐ Nave traghetto\\n☐ Bicicletta",
]


@pytest.mark.parametrize("lines", FOREIGN)
def test_a_ticked_option_of_ones_own_is_never_a_neighbours(lines: str) -> None:
    """A box that people added ticks none of the form's options, and the answer is not sure."""
    drawing = f"| Mezzo di viaggio | {lines} |"
    assert (ticks(drawing), confidence(drawing, "mezzo") < SURE) == ({}, True)


@pytest.mark.parametrize("lines", FOREIGN)
def test_the_words_of_an_option_of_ones_own_are_kept(lines: str) -> None:
    """What people added is handed on."""
    assert "Mongolfiera" in "".join(strays(f"| Mezzo di viaggio | {lines} |"))


def test_an_empty_option_of_ones_own_does_no_harm() -> None:
    """A box added and left empty leaves the others their ticks, for sure."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ Nave traghetto // ☐ Bicicletta // ☐ Mongolfiera |"
    assert (ticks(drawing), confidence(drawing, "mezzo") >= SURE) == (NAVE, True)


def test_two_boxes_of_one_option_that_disagree_are_a_conflict() -> None:
    """An empty and a ticked box by one option: ticked, and said to be in doubt."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☐ ☒ Nave traghetto // ☐ Bicicletta |"
    found = answer(reading(drawing), "mezzo")
    doubts = [(c.option, c.doubt) for c in found.choices if c.state is State.TICKED]
    assert (doubts, found.confidence < SURE) == ([("nave", "conflict")], True)


def test_a_cross_between_two_boxes_on_a_line_is_in_doubt() -> None:
    """A cross as near to the words before it as to the box after it: no sure answer."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale X ☐ Nave traghetto ☐ Bicicletta |"
    assert confidence(drawing, "mezzo") < SURE


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("☐ Treno regionale X    ☐ Nave traghetto    ☐ Bicicletta", "treno"),
        ("☐ Treno regionale    X ☐ Nave traghetto    ☐ Bicicletta", "nave"),
        ("☐ Treno regionale X\\t☐ Nave traghetto\\t☐ Bicicletta", "treno"),
    ],
)
def test_a_cross_on_a_line_goes_with_what_it_stands_by(lines: str, code: str) -> None:
    """Where blanks or tabs part the options, the nearer one is meant."""
    assert ticks(f"| Mezzo di viaggio | {lines} |") == {"mezzo": [code]}


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


def test_a_cross_between_yes_and_no_is_in_doubt() -> None:
    """A cross as near to the one word as to the other is no sure answer."""
    assert confidence("| Tornereste un’altra volta? | sì X no |", "ancora") < SURE


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


def test_typed_ticks_in_a_row_of_their_own_tick_no_neighbour() -> None:
    """A lone X in the row below the options: the option above it, or none for sure."""
    drawing = """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| ^ | | X | |"""
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


def test_crosses_glued_to_options_that_follow_one_another() -> None:
    """As on a page whose lines ran together: "XTreno regionale XNave traghetto"."""
    drawing = "| Mezzo di viaggio | XTreno regionale XNave traghetto ☐ Bicicletta |"
    assert ticks(drawing) == {"mezzo": ["treno", "nave"]}


def test_misspelt_words_fit_best_without_the_cross_glued_to_them() -> None:
    """Also where a shorter spelling of the option fits the same place, and less well."""
    options = [
        replace(option, spellings=("Altri",)) if option.code == "altri" else option
        for option in FORM.field("spese").options
    ]
    spent = replace(FORM.field("spese"), options=tuple(options))
    form = replace(FORM, fields=tuple(spent if one.id == "spese" else one for one in FORM.fields))
    found = match(
        draw("| Chi ha pagato | ☐Fondo comune // ☐Parenti stretti // ☐XAltri, specifficare |"), form
    )
    assert [choice.option for choice in answer(found, "spese").ticked] == ["altri"]


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
