"""Which heading governs a place."""

from __future__ import annotations

import pytest

from parsers.document import Document
from parsers.finding.align import align
from parsers.finding.anchors import Role, anchors
from parsers.finding.govern import Headings, Rule, Tie
from parsers.layout import lay_out
from tests.parsers.drawing import draw, drawn, grid
from tests.parsers.visit_form import FORM, PROMPT


def rule(drawing: str | Document, words: str) -> Rule | None:
    """What governs the place where these words begin."""
    layout = lay_out(draw(drawing) if isinstance(drawing, str) else drawing)
    chained = align(layout, anchors(FORM)).chained
    headings = Headings(layout, [match for match in chained if match.anchor.role is not Role.OPTION])
    line = next(line for line in layout.lines if words in line.text)
    return headings.governing(line, line.text.index(words))


def field(drawing: str | Document, words: str) -> str:
    """The field that governs those words; blank for none."""
    found = rule(drawing, words)
    return " ".join(found.heading.anchor.fields) if found is not None else ""


ROW = "| Ente proponente | qui |"
COLUMN = "| Ente proponente | Mezzo di viaggio |\n| là | qui |"


def test_the_heading_of_the_row_governs_the_cell_beside_it() -> None:
    """A label to the left governs what stands to its right."""
    assert field(ROW, "qui") == "ente"


def test_the_heading_of_the_column_governs_the_cell_below_it() -> None:
    """Labels in a row govern what stands below each."""
    assert (field(COLUMN, "là"), field(COLUMN, "qui")) == ("ente", "mezzo")


def test_a_heading_in_the_cell_comes_before_those_beside_it() -> None:
    """What stands above in the same cell is closest."""
    found = rule(f"| Ente proponente | Racconto // {PROMPT} // qui |", "qui")
    assert found is not None
    assert (found.heading.anchor.fields, found.tie) == (("racconto",), Tie.CELL)


def test_a_heading_in_the_line_is_the_closest() -> None:
    """What stands before in the same paragraph governs."""
    found = rule("Ente proponente: qui", "qui")
    assert found is not None
    assert (found.heading.anchor.fields, found.tie) == (("ente",), Tie.LINE)


def test_outside_tables_the_heading_before_governs() -> None:
    """A label governs the paragraphs that follow it."""
    found = rule("Ente proponente\nqui\nMezzo di viaggio", "qui")
    assert found is not None
    assert (found.heading.anchor.fields, found.tie) == (("ente",), Tie.BEFORE)


@pytest.mark.parametrize(
    ("drawing", "governing"),
    [
        ("| | Tornereste un’altra volta? |\n| Ente proponente | qui |", "ente"),
        ("| | Ente proponente |\n| Compagni (2) | Compagni all’andata: |\n| | qui |", "andata"),
        ("| Compagni (2) | Compagni all’andata: | Compagni al ritorno: |\n| | là | qui |", "ritorno"),
    ],
)
def test_of_row_and_column_the_later_heading_governs(drawing: str, governing: str) -> None:
    """A form asks before it is answered: the heading read last is meant."""
    assert field(drawing, "qui") == governing


def test_a_label_merged_down_governs_all_its_rows() -> None:
    """A cell merged over rows is a heading for each of them."""
    assert field("| Mezzo di viaggio | là |\n| ^ | qui |", "qui") == "mezzo"


def test_a_label_merged_across_governs_all_its_columns() -> None:
    """A cell merged over columns is a heading for what stands below."""
    assert field("| Mezzo di viaggio | < |\n| là | qui |", "qui") == "mezzo"


def test_a_nested_table_is_governed_by_the_headings_around_it() -> None:
    """The label beside the outer cell governs a nested table with no heading of its own."""
    nested = drawn(grid(("Ente proponente", "Circolo"), ("Mezzo di viaggio", grid(("là", "qui")))))
    assert field(nested, "qui") == "mezzo"


def test_a_nested_table_is_governed_by_the_words_above_it_in_its_cell() -> None:
    """A label above a nested table in the same cell comes before the one beside the cell."""
    nested = drawn(grid(("Compagni (2)", ("Compagni al ritorno:", grid(("là", "qui"))))))
    assert field(nested, "qui") == "ritorno"


def test_a_heading_inside_a_nested_table_governs_there() -> None:
    """A nested table's own labels come first."""
    nested = drawn(grid(("Ente proponente", grid(("Mezzo di viaggio", "qui")))))
    assert field(nested, "qui") == "mezzo"


def test_a_table_without_headings_is_governed_by_the_words_before_it() -> None:
    """A label in a paragraph governs the table below it."""
    assert field("Mezzo di viaggio\n| là | qui |", "qui") == "mezzo"


def test_before_the_form_begins_nothing_governs() -> None:
    """A letter's first lines belong to no field."""
    assert rule("Cari amici, ecco qui la nostra gita.\n| Ente proponente | Circolo |", "qui") is None


def test_what_comes_later_governs_nothing_before_it() -> None:
    """A heading does not reach back."""
    assert field("Ente proponente\nqui\nRacconto (1)", "qui") == "ente"
