"""How well the form's words fit where they stand."""

from __future__ import annotations

import pytest

from parsers.finding.anchors import Role
from parsers.finding.matches import Span
from parsers.finding.surroundings import quality_of
from parsers.layout import lay_out
from tests.parsers.drawing import draw


@pytest.mark.parametrize("blank", ["___", "_X_", "__"])
def test_a_blank_for_a_tick_parts_two_options(blank: str) -> None:
    """An option's words do not go on behind the blank of the next one."""
    text = f"___ A - Nave per A {blank} B - Nave per B"
    lines = lay_out(draw(f"Mezzo\n{text}")).lines
    start, end = text.index("Nave"), text.index(" - Nave per B")
    number = next(line.index for line in lines if "Nave" in line.text)
    assert quality_of(lines, (Span(number, start, end),), "naveperab", Role.OPTION) == 0
    alone = (Span(number, start, start + len("Nave per A")),)
    assert quality_of(lines, alone, "navepera", Role.OPTION) > 0


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("sign", ["×", "√", "✓", "✔", "✗"])
def test_a_sign_that_touches_a_short_option_parts_it_from_the_one_before(sign: str, blank: str) -> None:
    """No word begins with it, whereas an x may."""
    text = f"☐sì{blank}{sign}no"
    (line,) = lay_out(draw(text)).lines
    yes, no = line.text.index("sì"), line.text.index("no")
    assert quality_of((line,), (Span(0, yes, yes + 2),), "si", Role.OPTION) > 0
    assert quality_of((line,), (Span(0, no, no + 2),), "no", Role.OPTION) > 0
