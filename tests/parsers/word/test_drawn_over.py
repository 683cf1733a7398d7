"""Marks drawn over the text, and what is drawn there as an ornament."""

from __future__ import annotations

import pytest

from parsers.document import Emphasis, State, Text
from tests.parsers.word.builder import lines, only, p, read, states, table, tc
from tests.parsers.word.shapes_builder import (
    BLACK,
    FREEHAND,
    LINE,
    UNSEEN,
    floating,
    group,
    inline,
    over,
    shape,
    vml,
)

# Marks over the text


@pytest.mark.parametrize(
    "drawn",
    [
        over("mathMultiply", (-2, 0, 14, 13), BLACK),
        over("line", (-1, 1, 12, 12), LINE) + over("rising", (-1, 1, 12, 12), LINE),
        over("line", (-1, 1, 12, 12), LINE),
        over("ellipse", (-3, -1, 17, 16)),
        over(FREEHAND, (0, -3, 16, 14), LINE),
        over("rect", (0, 0, 20, 20), UNSEEN, "X"),
        vml("line", "position:absolute", 'from="-1pt,1pt" to="11pt,13pt"'),
        vml(
            "oval", "position:absolute;margin-left:-3pt;margin-top:-1pt;width:17pt;height:16pt", 'filled="f"'
        ),
    ],
    ids=["multiply", "lines", "slash", "ring", "freehand", "text-box", "vml-line", "vml-ring"],
)
def test_what_lies_over_a_box_of_the_text_stands_before_it(drawn: str) -> None:
    """A mark that floats over a typed box is put right before it, and is sure."""
    document = read(p(drawn, "☐ Alfa") + p("☐ Beta"))
    first, second, _ = document.marks()
    assert (first.state, first.boxed, second.raw) == (State.TICKED, False, "☐")
    assert first.confidence >= 0.8
    assert [line.replace("[☐]", "") for line in lines(document)] == [f"[{first.raw}] Alfa", " Beta"]


def test_a_ring_round_words_stands_before_them() -> None:
    """An ellipse round an option without a box marks it."""
    document = read(p(over("ellipse", (-3, -2, 34, 17)), "Alfa") + p("Beta"))
    assert lines(document) == ["[]Alfa", "Beta"]
    assert only(document).confidence >= 0.8


def test_a_ring_round_one_of_several_words_is_not_sure() -> None:
    """Where several words share a line their places are estimates."""
    document = read(p(over("ellipse", (46, -2, 24, 17)), "Alfa        Beta        Gamma"))
    assert lines(document) == ["Alfa        []Beta        Gamma"]
    assert only(document).confidence < 0.8


def test_a_mark_among_several_boxes_is_not_sure() -> None:
    """The nearest of several boxes in a line is meant, most likely."""
    document = read(p(over("mathMultiply", (70, 0, 12, 12), BLACK), "☐ Alfa          ☐ Beta"))
    ticked = [mark for mark in document.marks() if mark.state is State.TICKED]
    assert lines(document) == ["[☐] Alfa          [✗][☐] Beta"]
    assert [mark.confidence < 0.8 for mark in ticked] == [True]


def test_a_mark_some_lines_down_goes_to_the_line_it_lies_on() -> None:
    """A cross anchored in the first option but lying on the third marks the third."""
    cross = over("mathMultiply", (0, 27, 12, 12), BLACK)
    document = read(table((p(cross, "☐ Alfa") + p("☐ Beta") + p("☐ Gamma"), "")))
    assert lines(document)[:3] == ["[☐] Alfa", "[☐] Beta", "[✗][☐] Gamma"]


def test_a_mark_below_a_text_that_wraps_is_not_sure() -> None:
    """How many lines a long option takes is an estimate, and so is what lies below it."""
    cross = over("mathMultiply", (0, 27, 12, 12), BLACK)
    long = "☐ " + "parole " * 20
    document = read(table((tc(p(cross, long) + p("☐ Beta"), '<w:tcW w:w="2400" w:type="dxa"/>'),)))
    assert [mark.confidence < 0.8 for mark in document.marks() if mark.state is State.TICKED] == [True]


def test_a_mark_that_leaves_its_cell_is_a_guess() -> None:
    """A cross anchored in the label's cell and lying on the next row is kept, and not sure."""
    cross = over("mathMultiply", (0, 16, 12, 12), BLACK)
    document = read(table((p(cross, "Alfa"),), ("☐ Beta",)))
    assert lines(document) == ["Alfa", "[✗][☐] Beta"]
    assert [mark.confidence < 0.5 for mark in document.marks() if mark.state is State.TICKED] == [True]


@pytest.mark.parametrize("down", ["page", "margin", "bottomMargin"])
def test_a_mark_placed_on_the_page_is_kept_and_not_sure(down: str) -> None:
    """What counts from the page cannot be tied to a line: it stays with its anchor, in doubt."""
    cross = floating(shape("mathMultiply", BLACK, (0, 0, 12, 12)), (60, 300, 12, 12), "page", down)
    document = read(p(cross, "☐ Alfa"))
    assert lines(document) == ["[✗][☐] Alfa"]
    assert next(document.marks()).confidence < 0.5


def test_a_mark_placed_from_its_letter_is_sure_among_several() -> None:
    """What counts from the letter and line of its anchor needs no estimate."""
    cross = floating(shape("mathMultiply", BLACK, (0, 0, 12, 12)), (-1, 1, 12, 12), "character", "line")
    document = read(p("☐ Alfa ", cross, "☐ Beta"))
    assert lines(document) == ["[☐] Alfa [✗][☐] Beta"]
    assert [mark.confidence >= 0.8 for mark in document.marks() if mark.state is State.TICKED] == [True]


@pytest.mark.parametrize(("y", "dress"), [(6.5, Emphasis.STRUCK), (12.5, Emphasis.UNDERLINED)])
def test_a_line_along_words_dresses_them(y: float, dress: Emphasis) -> None:
    """A drawn line strikes words out or underlines them: whatever that means, it is kept as dress."""
    document = read(p(over("line", (12, y, 30, 0), LINE), "☐ Alfa") + p("☐ Beta"))
    dresses = [
        one.emphasis for para in document.paragraphs() for one in para.inlines if isinstance(one, Text)
    ]
    assert dress in dresses[:2]
    assert states(document) == ["empty", "empty"]
    assert dresses[-1] == Emphasis.NONE


# Ornament


@pytest.mark.parametrize(
    "drawn",
    [
        over("star5", (-20, 0, 14, 14), BLACK),
        over("line", (0, 14, 480, 0), LINE),
        over("rect", (-6, -4, 500, 120)),
        over("rightArrow", (-30, 2, 24, 10), BLACK),
        over("ellipse", (-40, 0, 12, 12), BLACK),
        over(FREEHAND, (300, -60, 140, 50), LINE),
        over("line", (-10, 0, 0, 40), LINE),
    ],
    ids=["star", "rule", "frame", "arrow", "dot", "flourish", "bar"],
)
def test_ornament_is_no_mark(drawn: str) -> None:
    """Stars, rules, frames, arrows and bars beside a heading mark nothing."""
    assert lines(read(p(drawn, "Tipologia"))) == ["Tipologia"]


def test_rings_all_alike_by_words_without_boxes_are_ornament() -> None:
    """What stands alike at every heading of a form with boxes was not drawn to tick."""
    ring = over("ellipse", (-6, -3, 60, 20))
    headings = "".join(p(ring, name) for name in ("Tipologia", "Ambito", "Finanziamento"))
    assert states(read(headings + p("☐ Alfa"))) == ["empty"]


def test_a_frame_round_an_option_is_for_a_person() -> None:
    """A frame may be drawn to choose or to adorn: the option is ticked, and a person is asked."""
    document = read(p(over("rect", (-4, -2, 60, 18)), "☐ Alfa") + p("☐ Beta"))
    assert states(document) == ["ticked", "empty", "empty"]
    assert next(document.marks()).confidence < 0.8


def test_a_fallback_is_not_asked_where_the_drawing_is_no_mark() -> None:
    """A long rule stays a rule, whatever older programs show in its place."""
    rule = over("line", (0, 14, 480, 0), LINE)[5:-6]
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{rule}</mc:Choice><mc:Fallback><w:pict>'
        '<v:rect style="width:9pt;height:9pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )
    assert lines(read(p(both, "Alfa"))) == ["Alfa"]


def test_a_hidden_shape_is_not_there() -> None:
    """What Word does not show is not read."""
    hidden = floating(shape("mathMultiply", BLACK), (0, 0, 12, 12), more='<wp:docPr hidden="1"/>')
    gone = vml("rect", "width:10pt;height:10pt;visibility:hidden")
    assert lines(read(p(hidden, gone, "☐ Alfa"))) == ["[☐] Alfa"]


def test_a_drawing_without_end_is_left_alone() -> None:
    """A drawing of a thousand shapes is no tick, and takes no time."""
    drawn = inline(group(*[shape("line", LINE)] * 1_000))
    assert lines(read(p(drawn, "☐ Alfa"))) == ["[☐] Alfa"]
