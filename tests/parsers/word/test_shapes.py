"""What is drawn in Word files: boxes beside words, marks over boxes and words, pictures of boxes."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pictures
from PIL import ImageDraw

from parsers.document import Document, Emphasis, Image, Mark, Method, State, Text
from tests.parsers.word.builder import PIXEL, lines, p, r, read, relationships, states, table, tc

_NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
LINE = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
HOLLOW = f"<a:noFill/>{LINE}"
BLACK = f'<a:solidFill><a:srgbClr val="000000"/></a:solidFill>{LINE}'
UNSEEN = "<a:noFill/><a:ln><a:noFill/></a:ln>"
FREEHAND = (
    '<a:custGeom><a:pathLst><a:path w="9" h="9"><a:moveTo><a:pt x="0" y="4"/></a:moveTo>'
    '<a:cubicBezTo><a:pt x="1" y="9"/><a:pt x="3" y="9"/><a:pt x="9" y="0"/></a:cubicBezTo>'
    "</a:path></a:pathLst></a:custGeom>"
)
Place = tuple[float, float, float, float]


def emu(points: float) -> int:
    return round(points * 12_700)


def shape(figure: str, look: str = HOLLOW, place: Place = (0, 0, 10, 10), words: str = "") -> str:
    """A shape at x, y, of a width and height in points."""
    x, y, width, height = map(emu, place)
    flip = ' flipV="1"' if figure == "rising" else ""
    preset = figure.replace("rising", "line")
    form = figure if figure.startswith("<") else f'<a:prstGeom prst="{preset}"/>'
    box = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f"{form}{look}</wps:spPr>{box}</wps:wsp>"
    )


def group(*shapes: str, side: float = 10) -> str:
    """Shapes grouped."""
    size = f'cx="{emu(side)}" cy="{emu(side)}"'
    frame = f'<a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/>'
    return f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{''.join(shapes)}</wpg:wgp>"


def graphic(content: str) -> str:
    return f"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic>"


def inline(content: str, width: float = 10, height: float = 10) -> str:
    """A run with a drawing in the line."""
    extent = f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/>'
    return f"<w:r><w:drawing {_NAMES}><wp:inline>{extent}{graphic(content)}</wp:inline></w:drawing></w:r>"


def floating(
    content: str, place: Place, across: str = "column", down: str = "paragraph", more: str = ""
) -> str:
    """A run with a drawing that floats at x, y from what is named."""
    x, y, width, height = map(emu, place)
    return (
        f'<w:r><w:drawing {_NAMES}><wp:anchor simplePos="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/>{more}{graphic(content)}</wp:anchor>'
        "</w:drawing></w:r>"
    )


def over(figure: str, place: Place, look: str = HOLLOW, words: str = "") -> str:
    """A single shape that floats from its paragraph's corner."""
    return floating(shape(figure, look, (0, 0, place[2], place[3]), words), place)


def vml(kind: str, style: str, attributes: str = "", content: str = "") -> str:
    """A run with a shape of older Word."""
    return f'<w:r><w:pict><v:{kind} style="{style}" {attributes}>{content}</v:{kind}></w:pict></w:r>'


def written(words: str) -> str:
    """What stands in a shape of older Word."""
    return f"<v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox>"


def marks(document: Document) -> list[tuple[str, str, bool]]:
    """State, sign and whether boxed, of every mark."""
    return [(mark.state.value, mark.raw, mark.boxed) for mark in document.marks()]


def only(document: Document) -> Mark:
    """The one mark of a document."""
    (mark,) = document.marks()
    return mark


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


# Pictures


def with_pictures(**pictures: bytes) -> dict[str, bytes | str]:
    """The parts of these pictures, by their relationship."""
    targets = tuple((name, "image", f"media/{name}.png") for name in pictures)
    parts: dict[str, bytes | str] = {f"word/media/{name}.png": data for name, data in pictures.items()}
    return {"word/_rels/document.xml.rels": relationships(*targets), **parts}


def box_picture(*strokes: tuple[int, int, int, int], frame: bool = True, fill: str = "white") -> bytes:
    """A picture of a box with strokes in it."""
    picture = Pictures.new("RGB", (40, 40), "white")
    pen = ImageDraw.Draw(picture)
    if frame:
        pen.rectangle((2, 2, 37, 37), fill=fill, outline="black", width=3)
    for stroke in strokes:
        pen.line(stroke, fill="black", width=4)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def icon(name: str, side: float = 11) -> str:
    """A run with a picture in the line."""
    return inline(f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic>', side, side)


X = ((6, 6, 34, 34), (6, 34, 34, 6))


@pytest.mark.parametrize(
    ("picture", "state"),
    [
        (box_picture(), "empty"),
        (box_picture(*X), "ticked"),
        (box_picture((8, 20, 17, 30), (17, 30, 33, 8)), "ticked"),
        (box_picture(fill="black"), "ticked"),
        (box_picture(fill="#eeeeee"), "empty"),
    ],
    ids=["empty", "cross", "check", "full", "pale"],
)
def test_small_pictures_of_boxes_are_boxes(picture: bytes, state: str) -> None:
    """A picture as small as a letter is a box by what is to be seen in it."""
    document = read(p(icon("a"), " Alfa") + p(icon("b"), " Beta"), with_pictures(a=box_picture(), b=picture))
    assert states(document) == ["empty", state]


def test_an_icon_stays_a_picture() -> None:
    """A small picture that looks like no box is no mark."""
    star = box_picture((20, 2, 8, 36), (20, 2, 32, 36), (4, 14, 36, 14), frame=False)
    (paragraph,) = read(p(icon("a"), " Tel."), with_pictures(a=star)).paragraphs()
    assert isinstance(paragraph.inlines[0], Image)


def test_a_large_picture_of_a_frame_stays_a_picture() -> None:
    """A logo is a picture however square it is."""
    body = p(icon("a", 60)) + p(icon("a", 60))
    assert states(read(body, with_pictures(a=box_picture(*X)))) == []


def test_a_single_small_picture_stays_a_picture() -> None:
    """One small framed picture alone is a logo sooner than a box."""
    assert states(read(p(icon("a")), with_pictures(a=box_picture(*X)))) == []


def test_icons_before_words_stay_pictures() -> None:
    """Small framed icons without an empty box of their size, and without boxes in the text, are no ticks."""
    body = p(icon("a"), " Nota") + p(icon("a"), " Avviso")
    assert states(read(body, with_pictures(a=box_picture(*X)))) == []


def test_a_picture_of_a_ticked_box_among_typed_boxes() -> None:
    """A picture put in place of one of the boxes of the text is that box."""
    body = p(icon("a"), " Alfa") + p("☐ Beta")
    assert states(read(body, with_pictures(a=box_picture(*X)))) == ["ticked", "empty"]


def test_a_small_picture_that_cannot_be_seen_into_is_for_a_person() -> None:
    """Where the pixels cannot be read the state is not known, and nothing is guessed."""
    document = read(p(icon("a"), "Alfa") + p(icon("b"), "Beta"), with_pictures(a=PIXEL, b=PIXEL + b"x"))
    assert states(document) == ["unsure", "unsure"]


def test_a_drawing_without_end_is_left_alone() -> None:
    """A drawing of a thousand shapes is no tick, and takes no time."""
    drawn = inline(group(*[shape("line", LINE)] * 1_000))
    assert lines(read(p(drawn, "☐ Alfa"))) == ["[☐] Alfa"]
