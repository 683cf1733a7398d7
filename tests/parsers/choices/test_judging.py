"""What the boxes of a group mean together."""

from __future__ import annotations

import pytest

from parsers.document import Document, Mark, Method, Paragraph, Place, State, Text
from tests.parsers.drawing import drawn
from tests.parsers.visit_form import NAVE, SURE, answer, confidence, reading, ticked, ticks

ANYWHERE = Place()


def test_a_struck_tick_counts_for_nothing_beside_another() -> None:
    """A tick that was crossed out and made elsewhere: the other one is meant, to be checked."""
    drawing = "| Mezzo di viaggio | ☒ Treno regionale // ~☒ Nave traghetto~ // ☐ Bicicletta |"
    found = answer(reading(drawing), "mezzo")
    doubts = [choice.option for choice in found.choices if choice.doubt]
    assert ([choice.option for choice in found.ticked], doubts) == (["treno"], ["nave"])


@pytest.mark.parametrize("line", ["~☒ Parenti stretti~", "☒ ~Parenti stretti~", "~☒~ Parenti stretti"])
def test_a_struck_option_with_a_tick_is_in_doubt(line: str) -> None:
    """Box or words struck out: never a sure answer."""
    drawing = f"| Chi ha pagato | ☒ Fondo comune // {line} // ☐ Altri, specificare |"
    assert (ticked(drawing, "spese"), confidence(drawing, "spese") < SURE) == (["noi"], True)


@pytest.mark.parametrize("label", ["{=Parenti stretti=}", "{_Parenti stretti_}"])
def test_a_highlighted_option_beside_ticks_is_in_doubt(label: str) -> None:
    """Highlighted and not ticked, while another is ticked: it may be meant too."""
    drawing = f"| Chi ha pagato | ☒ Fondo comune // ☐ {label} // ☐ Altri, specificare |"
    assert (ticked(drawing, "spese"), confidence(drawing, "spese") < SURE) == (["noi"], True)


@pytest.mark.parametrize(("sign", "sure"), [("=", False), ("_", True)])
def test_most_options_highlighted_beside_a_tick(sign: str, sure: bool) -> None:
    """Somebody highlights with a mind; most options may be underlined on the blank form."""
    options = f"☒ Fondo comune // ☐ {{{sign}Parenti stretti{sign}}} // ☐ {{{sign}Altri, specificare{sign}}}"
    drawing = f"| Chi ha pagato | {options} |"
    assert (ticked(drawing, "spese"), confidence(drawing, "spese") >= SURE) == (["noi"], sure)


def test_highlighting_that_goes_with_the_ticks_is_no_doubt() -> None:
    """What is ticked and highlighted is meant."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☒ {=Nave traghetto=} // ☐ Bicicletta |"
    assert (ticks(drawing), confidence(drawing, "mezzo") >= SURE) == ({"mezzo": ["nave"]}, True)


def overlaid(method: Method, at: Place = ANYWHERE, box: Place = ANYWHERE) -> Document:
    """A group with a tick drawn over the empty box of the second option, or beside it."""
    over = Mark(State.TICKED, method, "☒", at, confidence=0.9)

    def line(label: str, *marks: Mark) -> Paragraph:
        return Paragraph((*marks, Mark(State.EMPTY, Method.GLYPH, "☐", box), Text(f" {label}")))

    label = Paragraph((Text("Mezzo di viaggio"),))
    return drawn(label, line("Treno regionale"), line("Nave traghetto", over), line("Bicicletta"))


@pytest.mark.parametrize("method", [Method.DRAWING, Method.INK])
def test_a_tick_drawn_over_an_empty_box_is_no_contradiction(method: Method) -> None:
    """What is drawn over a box ticks it."""
    document = overlaid(method)
    assert (ticks(document), confidence(document, "mezzo") >= SURE) == ({"mezzo": ["nave"]}, True)


def test_a_drawn_box_that_lies_apart_is_a_box_of_its_own() -> None:
    """On a page a tick lies over a box or does not."""
    box = Place(page=1, box=(50, 100, 60, 110))
    over, apart = Place(page=1, box=(52, 98, 63, 108)), Place(page=1, box=(50, 120, 60, 130))
    sure = [confidence(overlaid(Method.DRAWING, at, box), "mezzo") >= SURE for at in (over, apart)]
    assert sure == [True, False]


def test_a_ticked_box_in_another_line_was_not_added_to_an_option() -> None:
    """Behind its words it was; below them it may be what the next option has lost."""
    added = ["☐ Nave traghetto ☒", "☐ Nave traghetto // ☒"]
    drawings = [f"| Mezzo di viaggio | ☐ Treno regionale // {one} // ☐ Bicicletta |" for one in added]
    assert [confidence(drawing, "mezzo") >= SURE for drawing in drawings] == [True, False]


def test_two_boxes_of_which_one_is_ticked_contradict_each_other() -> None:
    """A ticked and an empty box that are both printed are for a person."""
    assert confidence(overlaid(Method.GLYPH), "mezzo") < SURE


def test_two_short_options_are_not_one_over_a_box() -> None:
    """Words of two lines with a box between them are two options, however like one they look."""
    drawing = "| Mezzo di viaggio | ☐ Treno reg // ☒ Nave // ☐ Bicicletta |"
    assert ticks(drawing) == {"mezzo": ["nave"]}


def boxed(side: float) -> Document:
    """A group with a ticked box by one of its options, and another with an empty box of ten points."""

    def drawing(state: State, at: float, wide: float) -> Mark:
        return Mark(state, Method.DRAWING, "☐", Place(page=1, box=(40, at, 40 + wide, at + wide)))

    return drawn(
        Paragraph((Text("Mezzo di viaggio"),)),
        Paragraph((drawing(State.TICKED, 100, side), Text(" Treno regionale"))),
        Paragraph((Text("Nave traghetto"),)),
        Paragraph((Text("Bicicletta"),)),
        Paragraph((Text("Chi ha pagato"),)),
        *(
            Paragraph((drawing(State.EMPTY, 200, 10), Text(f" {label}")))
            for label in ("Fondo comune", "Parenti stretti", "Altri, specificare")
        ),
    )


@pytest.mark.parametrize(("side", "sure"), [(10, False), (14, True)])
def test_boxes_lost_from_a_page(side: float, sure: bool) -> None:
    """Where empty boxes like the ticked one are drawn elsewhere, an option without has lost its own."""
    document = boxed(side)
    assert (ticks(document)["mezzo"], confidence(document, "mezzo") >= SURE) == (["treno"], sure)


@pytest.mark.parametrize(
    ("options", "sure"),
    [
        ("V Treno regionale // V // re // ☐ Bicicletta | Nave traghetto", False),
        ("V Treno regionale // V // re // ☐ Bicicletta | V Nave traghetto", True),
    ],
)
def test_a_tick_whose_words_broke_off_is_in_doubt_at_the_next_option(options: str, sure: bool) -> None:
    """An option without any sign may own the tick that stands in a line of its own."""
    assert (confidence(f"| Mezzo di viaggio | {options} |", "mezzo") >= SURE) == sure


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


def test_two_boxes_of_one_option_that_disagree_are_a_conflict() -> None:
    """An empty and a ticked box by one option: ticked, and said to be in doubt."""
    drawing = "| Mezzo di viaggio | ☐ Treno regionale // ☐ ☒ Nave traghetto // ☐ Bicicletta |"
    found = answer(reading(drawing), "mezzo")
    doubts = [(c.option, c.doubt) for c in found.choices if c.state is State.TICKED]
    assert (doubts, found.confidence < SURE) == ([("nave", "conflict")], True)
