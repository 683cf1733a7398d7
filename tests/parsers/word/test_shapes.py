"""What is drawn in Word files beside words: boxes of shapes, groups and older Word."""

from __future__ import annotations

import pytest

from parsers.document import Emphasis, Method, State
from tests.parsers.word.builder import PIXEL, lines, only, p, r, read, relationships, states, table
from tests.parsers.word.shapes_builder import (
    BLACK,
    FREEHAND,
    HOLLOW,
    LINE,
    UNSEEN,
    floating,
    group,
    inline,
    marks,
    over,
    shape,
    vml,
    with_pictures,
    written,
)

# Boxes


@pytest.mark.parametrize("figure", ["rect", "roundRect", "ellipse", "flowChartProcess"])
def test_a_small_frame_in_the_line_is_an_empty_box(figure: str) -> None:
    """A frame as large as a letter is an empty box where it stands."""
    document = read(p(inline(shape(figure)), " Alfa"))
    assert marks(document) == [("empty", "☐", True)]
    assert lines(document) == ["[☐] Alfa"]


def test_a_filled_frame_among_empty_ones_is_ticked() -> None:
    """Black among hollow frames says yes."""
    document = read(p(inline(shape("rect")), "Alfa") + p(inline(shape("rect", BLACK)), "Beta"))
    assert states(document) == ["empty", "ticked"]


def test_filled_frames_alone_are_ornament() -> None:
    """A dark dot before every heading is decoration, and no box."""
    document = read(p(inline(shape("ellipse", BLACK)), "Alfa") + p(inline(shape("ellipse", BLACK)), "Beta"))
    assert lines(document) == ["Alfa", "Beta"]


@pytest.mark.parametrize(
    "colour",
    [
        '<a:schemeClr val="bg1"/>',
        '<a:srgbClr val="F2F2F2"/>',
        '<a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>',
    ],
)
def test_a_frame_filled_like_paper_is_empty(colour: str) -> None:
    """White, pale and transparent fillings leave a box empty."""
    look = f"<a:solidFill>{colour}</a:solidFill>{LINE}"
    assert states(read(p(inline(shape("rect", look)), "Alfa"))) == ["empty"]


def test_a_large_frame_is_no_box() -> None:
    """A frame round a part of the page is not a mark."""
    assert states(read(p(inline(shape("rect", place=(0, 0, 300, 90)), 300, 90), "Alfa"))) == []


@pytest.mark.parametrize(
    ("words", "state"), [("X", "ticked"), ("x", "ticked"), ("✓", "ticked"), ("☒", "ticked"), ("☐", "empty")]
)
def test_a_small_text_box_says_what_is_written_in_it(words: str, state: str) -> None:
    """A framed X is a ticked box, and its letter is not read again."""
    document = read(p(inline(shape("rect", HOLLOW, words=words)), "Alfa"))
    assert states(document) == [state]
    assert lines(document) == [f"[{'☒' if state == 'ticked' else '☐'}]Alfa"]


def test_a_tick_in_a_symbol_font_counts_in_a_text_box() -> None:
    """A letter that Wingdings draws as a tick ticks the box it is written in."""
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    box = shape("rect", HOLLOW, words=r("ü", font))
    assert states(read(p(inline(box), "Alfa"))) == ["ticked"]


def test_other_words_in_a_small_text_box_are_read() -> None:
    """What is written in a small frame and is no mark stays text."""
    assert lines(read(p(inline(shape("rect", HOLLOW, words="42")), "Alfa"))) == ["Alfa", "42"]


CROSSED = (shape("line", LINE), shape("rising", LINE))


@pytest.mark.parametrize(
    "inside",
    [
        CROSSED,
        (shape("mathMultiply", BLACK),),
        (shape(FREEHAND, LINE, (1, -2, 13, 12)),),
        (shape("ellipse", BLACK, (3, 3, 4, 4)),),
        (shape("line", LINE),),
    ],
    ids=["lines", "multiply", "freehand", "dot", "slash"],
)
def test_what_lies_over_a_box_of_its_group_ticks_it(inside: tuple[str, ...]) -> None:
    """A cross, a tick, a dot or a slash grouped with a frame makes one ticked box."""
    mark = only(read(p(inline(group(shape("rect"), *inside)), "Alfa")))
    assert (mark.state, mark.boxed, mark.method) == (State.TICKED, True, Method.DRAWING)
    assert mark.confidence >= 0.8


def test_a_line_along_a_box_is_for_a_person() -> None:
    """A stroke that lies flat may strike the box out: nobody knows."""
    assert states(read(p(inline(group(shape("rect"), shape("line", LINE, (0, 5, 10, 0)))), "Alfa"))) == [
        "unsure"
    ]


def test_a_cross_over_a_floating_box_ticks_it() -> None:
    """Box and strokes anchored one by one count from the same corner."""
    place = (0.0, 2.0, 10.0, 10.0)
    drawn = over("rect", place) + over("line", place, LINE) + over("rising", place, LINE)
    document = read(p(drawn, "      Alfa") + p(over("rect", place), "      Beta"))
    assert lines(document) == ["      [☒]Alfa", "      [☐]Beta"]


def test_floating_boxes_anchored_together_go_to_their_lines() -> None:
    """Boxes drawn in one go hang on the first option; each belongs to the line it lies on."""
    drawn = "".join(over("rect", (0, 2 + 13.2 * at, 10, 10)) for at in range(3))
    document = read(table((p(drawn, "     Alfa") + p("     Beta") + p("     Gamma"), "")))
    assert lines(document)[:3] == ["     [☐]Alfa", "     [☐]Beta", "     [☐]Gamma"]


def test_a_floating_box_behind_the_words_follows_them() -> None:
    """A box drawn to the right of its words stands after them."""
    assert lines(read(p(over("rect", (60, 2, 10, 10)), "Alfa"))) == ["Alfa[☐]"]


def test_a_deleted_drawing_is_a_deleted_mark() -> None:
    """A shape that a tracked change took out is kept as evidence only."""
    box = inline(shape("rect", words="X"))
    assert only(read(p(f"<w:del>{box}</w:del>", "Alfa"))).emphasis & Emphasis.DELETED


# Alternatives, groups, older Word


def test_a_shape_that_is_there_twice_is_read_once() -> None:
    """Choice and fallback are the same shape."""
    choice = inline(shape("rect", words="X"))[5:-6]
    fallback = vml(
        "rect",
        "width:10pt;height:10pt",
        "",
        written("X"),
    )
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(read(p(both, "Alfa"))) == ["[☒]Alfa"]


@pytest.mark.parametrize(
    ("drawn", "state"),
    [
        (vml("rect", "width:10pt;height:10pt"), "empty"),
        (vml("roundrect", "width:4mm;height:4mm"), "empty"),
        (vml("shape", "width:10pt;height:10pt", 'type="#_x0000_t202"', written("")), "empty"),
        (vml("shape", "width:10pt;height:10pt", 'type="#_x0000_t202"', written("X")), "ticked"),
    ],
    ids=["rect", "roundrect", "empty-text-box", "text-box"],
)
def test_boxes_of_older_word_are_read(drawn: str, state: str) -> None:
    """Small frames in VML are boxes."""
    assert states(read(p(drawn, "Alfa"))) == [state]


def test_a_group_of_older_word_counts_in_its_own_units() -> None:
    """Two strokes in a group with a frame tick it, whatever the group's units."""
    inside = (
        '<v:rect style="position:absolute;left:500;top:500;width:200;height:200" filled="f"/>'
        '<v:line from="500,500" to="700,700"/><v:line from="500,700" to="700,500"/>'
    )
    drawn = vml("group", "width:10pt;height:10pt", 'coordorigin="500,500" coordsize="200,200"', inside)
    assert states(read(p(drawn, "Alfa"))) == ["ticked"]


def test_text_boxes_of_a_group_are_read_beside_its_shapes() -> None:
    """A group may hold both: its words stay, and its box is not sure, since its place beside them is lost."""
    drawn = inline(group(shape("rect"), shape("rect", UNSEEN, (14, 0, 90, 14), "Alfa"), side=100), 100, 100)
    document = read(p(drawn))
    assert lines(document) == ["[☐]", "Alfa"]
    assert only(document).confidence < 0.8


def test_words_along_a_path_are_read() -> None:
    """WordArt of older Word keeps its words in an attribute."""
    art = vml("shape", "width:200pt;height:40pt", 'type="#_x0000_t136"', '<v:textpath string="Rete Aperta"/>')
    assert lines(read(p(art))) == ["", "Rete Aperta"]


def test_an_x_as_word_art_is_a_mark() -> None:
    """A single X drawn as WordArt over a box ticks it."""
    style = "position:absolute;margin-left:0;margin-top:1pt;width:11pt;height:11pt"
    art = vml("shape", style, 'type="#_x0000_t136"', '<v:textpath string="X"/>')
    assert lines(read(p(art, "☐ Alfa"))) == ["[✗][☐] Alfa"]


def test_the_words_of_a_diagram_are_read() -> None:
    """What a diagram says stands in a part of its own, and is not lost."""
    drawn = inline('<dgm:relIds r:dm="d1"/>', 200, 100)
    parts = {
        "word/_rels/document.xml.rels": relationships(("d1", "diagramData", "diagrams/data1.xml")),
        "word/diagrams/data1.xml": (
            '<x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Rete Aperta</a:t></x>'
        ),
    }
    assert lines(read(p(drawn), parts)) == ["", "Rete Aperta"]


def test_ink_is_read_once_and_by_its_name() -> None:
    """Ink over a box is a mark; the picture that older programs show for it is not another."""
    part = '<w14:contentPart r:id="i1"><w14:xfrm/></w14:contentPart>'
    choice = floating(part, (0, -1, 14, 13))[5:-6]
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpi">{choice}</mc:Choice><mc:Fallback>'
        '<w:pict><v:shape style="width:14pt;height:13pt"><v:imagedata r:id="p1"/></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(p(both, "☐ Alfa"), with_pictures(p1=PIXEL))
    assert [mark.method for mark in document.marks()] == [Method.INK, Method.GLYPH]
    assert lines(document) == ["[][☐] Alfa"]
