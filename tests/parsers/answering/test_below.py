"""What an option asks for, where it stands below the option and not beside it."""

from __future__ import annotations

import pytest

from tests.parsers.returned import in_doubt, sheet, strays, text

FIELD = "finanziamento_altre"


def in_cells(third: str, fourth: str, mark: str = "☒") -> str:
    """A return whose forms of funding have a cell each, with the right-hand cells of two rows given."""
    rows = f"| ☒ Proprie | ☐ Privati |\n| ☐ Banche | {mark} {third} |\n| ☐ Fondazioni | {fourth} |"
    return sheet(paid=f"Forme di finanziamento attivate\n \n{rows}")


@pytest.mark.parametrize("mark", ["☒", "☐"])
def test_a_text_in_the_cell_under_its_option(mark: str) -> None:
    """Where every option has a cell, what stands under the one that asks for text is that."""
    drawing = in_cells("Altre, specificare", "un lascito", mark)
    assert (text(drawing, FIELD), in_doubt(drawing, FIELD), strays(drawing)) == ("un lascito", False, [])


def test_a_text_that_goes_on_in_the_cell_underneath_is_in_doubt() -> None:
    """It may be its end, or a note of somebody."""
    drawing = in_cells("Altre, specificare una raccolta tra i", "cittadini")
    assert (text(drawing, FIELD), in_doubt(drawing, FIELD)) == ("una raccolta tra i\ncittadini", True)


def test_a_cell_underneath_with_an_option_in_it_is_none() -> None:
    """What stands there is that option's."""
    drawing = in_cells("Altre, specificare", "☐ Soggetti profit")
    assert text(drawing, FIELD) == ""


@pytest.mark.parametrize(
    ("above", "below", "found"), [("Dati", "un lascito", "un lascito"), ("Dati", "Dati", "")]
)
def test_one_line_below_a_group_is_what_its_ticked_option_asks_for(
    above: str, below: str, found: str
) -> None:
    """A title that comes back is the form's own, as those of its parts are."""
    group = "| Forme di finanziamento attivate | ☒ Proprie // ☐ Banche // ☒ Altre, specificare |"
    assert text(sheet(paid=f"{above}\n \n{group}\n \n{below}"), FIELD) == found


@pytest.mark.parametrize(("below", "found"), [("……un lascito…………", True), ("un lascito", False)])
def test_a_line_to_write_on_below_a_group_is_what_its_last_option_asks_for(below: str, found: bool) -> None:
    """Ticked or not: that the tick is missing is said."""
    group = "| Forme di finanziamento attivate | ☒ Proprie // ☐ Banche // ☐ Altre, specificare |"
    assert ("un lascito" in text(sheet(paid=f"{group}\n \n{below}"), FIELD)) is found


@pytest.mark.parametrize(("written", "doubt"), [("× un lascito", True), ("un lascito", False)])
def test_a_tick_before_a_text_that_was_asked_for_is_in_doubt(written: str, doubt: bool) -> None:
    """It may be the option's own, which found no room beside it."""
    paid = f"| Forme di finanziamento attivate | Proprie × // Banche // Altre, specificare // {written} |"
    assert in_doubt(sheet(paid=paid), FIELD) is doubt
