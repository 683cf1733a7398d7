"""Tables of contents."""

from __future__ import annotations

import pytest

from parsers.finding.contents import contents_of
from parsers.layout import lay_out
from parsers.match import match
from tests.parsers.drawing import draw
from tests.parsers.returned import FORM, sheet, text

LABELS = [field.label for field in FORM.fields if field.required]


@pytest.mark.parametrize("leader", ["\\t", " ........ ", " …… ", "\\t..\\t"])
def test_a_table_of_contents_is_no_form_and_no_place_for_answers(leader: str) -> None:
    """Its page numbers are nobody's project name."""
    contents = "\n".join(f"{label}{leader}{1 + at // 4}" for at, label in enumerate(LABELS))
    drawing = contents + "\n \n" + sheet()
    assert not match(draw(drawing), FORM).several
    assert text(drawing, "nome_progetto") == "Orti"


def test_figures_that_do_not_rise_are_no_page_numbers() -> None:
    """Soci, lavoratori and volunteers are counted in somebody's answer."""
    lines = "Soci\\t40\nLavoratori\\t12\nVolontari\\t7\nUtenti\\t90"
    assert contents_of(lay_out(draw(lines)).lines) == frozenset()
