"""Options that people added of their own."""

from __future__ import annotations

import pytest

from tests.parsers.visit_form import NAVE, SURE, confidence, strays, ticks

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
