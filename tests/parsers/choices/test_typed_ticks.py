"""What is typed for a tick, and what stands before options and is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parsers.match import match
from tests.parsers.drawing import draw
from tests.parsers.visit_form import FORM, NAVE, SURE, answer, confidence, strays, ticked, ticks


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


def test_a_cross_between_yes_and_no_is_in_doubt() -> None:
    """A cross as near to the one word as to the other is no sure answer."""
    assert confidence("| Tornereste un’altra volta? | sì X no |", "ancora") < SURE


def test_typed_ticks_in_a_row_of_their_own_tick_no_neighbour() -> None:
    """A lone X in the row below the options: the option above it, or none for sure."""
    drawing = """
| Mezzo di viaggio | Treno regionale | Nave traghetto | Bicicletta |
| ^ | | X | |"""
    codes, sure = ticked(drawing, "mezzo"), confidence(drawing, "mezzo") >= SURE
    assert codes in ([], ["nave"]) or not sure


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
