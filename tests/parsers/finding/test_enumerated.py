"""Options that stand one after the other in a line with nothing between them."""

from __future__ import annotations

import pytest

from parsers.definition import built_in
from parsers.document import Document, Mark, Method, Paragraph, Place, State, Text
from parsers.finding.anchors import Role, anchors
from parsers.finding.enumerated import enumerated
from parsers.layout import lay_out

FORM = built_in()[0]
TICK = Mark(State.TICKED, Method.GLYPH, "✔", Place(page=1), boxed=False)


def found(*inlines: Text | Mark) -> list[str]:
    """The options of the first partnership found in a line, in order."""
    layout = lay_out(Document("pdf", (Paragraph(inlines),)))
    matches = enumerated(layout.lines, anchors(FORM))
    own = [m for m in matches if m.anchor.fields == ("partnership_intenti",)]
    return [match.anchor.option or "" for match in own]


def test_options_of_lines_that_became_one() -> None:
    """The one in the middle is found as well as those at the ends."""
    said = "Soggetti Profit Organizzazioni di rappresentanza Università, Centri di ricerca"
    assert found(Text(said)) == ["profit", "organizzazioni_rappresentanza", "universita_ricerca"]


def test_a_tick_before_the_first_of_them() -> None:
    """It does not matter that one of them has a tick."""
    options = Text(" PA e EE.LL. Cooperative Soggetti no profit")
    assert found(TICK, options) == ["pa_enti_locali", "cooperative", "no_profit"]


def test_a_tick_typed_before_the_first_of_them() -> None:
    """An X at the line's beginning is no part of their words."""
    assert found(Text("X Cooperative Soggetti no profit")) == ["cooperative", "no_profit"]


def test_brackets_around_each() -> None:
    """Signs that are no letters do not part them."""
    assert found(Text("[Non presente] [Cooperative]")) == ["non_presente", "cooperative"]


@pytest.mark.parametrize(
    "text",
    [
        "Cooperative, Soggetti Profit",
        "Cooperative e Soggetti Profit",
        "Cooperative",
        "Cooperative Soggetti Profitti",
    ],
)
def test_words_that_are_no_such_line(text: str) -> None:
    """What somebody enumerated, other words among them, and a single option are not."""
    assert found(Text(text)) == []


def test_all_are_options() -> None:
    """Nothing but options is found so."""
    layout = lay_out(Document("pdf", (Paragraph((Text("Proprie Privati Banche"),)),)))
    assert {match.anchor.role for match in enumerated(layout.lines, anchors(FORM))} == {Role.OPTION}
