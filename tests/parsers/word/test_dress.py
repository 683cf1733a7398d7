"""What styles, shades, frames and tracked changes do to text in Word, and boxes whose font was lost."""

from __future__ import annotations

import pytest

from parsers.document import Document, Emphasis, Mark, State, Text
from tests.parsers.word.builder import document_xml, lines, p, r, read, relationships, states, table, tc

_RELS = "word/_rels/document.xml.rels"
_BORDER = '<w:bdr w:val="single" w:sz="4"/>'


def _part(root: str, inside: str) -> str:
    return document_xml("").replace("<w:body></w:body>", inside).replace("w:document", f"w:{root}")


def _style(name: str, properties: str = "", block: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:styleId="{name}">{based}<w:pPr>{block}</w:pPr><w:rPr>{properties}</w:rPr></w:style>'


def _styled(body: str, *styles: str, numbering: str = "") -> Document:
    parts = {
        "word/styles.xml": _part("styles", "".join(styles)),
        "word/numbering.xml": _part("numbering", numbering),
        _RELS: relationships(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml")),
    }
    return read(body, parts)


def _of(style: str, *runs: str, more: str = "") -> str:
    return p(f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>', *runs)


def _texts(document: Document) -> list[tuple[str, Emphasis]]:
    inlines = (inline for paragraph in document.paragraphs() for inline in paragraph.inlines)
    return [(inline.text, inline.emphasis) for inline in inlines if isinstance(inline, Text)]


# Styles

_STRONG = _style("Forte", "<w:b/>")
_RUN_STYLE = '<w:rStyle w:val="Forte"/>'


@pytest.mark.parametrize(
    ("body", "emphasis"),
    [
        (p(r("Alfa", _RUN_STYLE)), Emphasis.BOLD),
        (_of("Forte", "Alfa"), Emphasis.BOLD),
        (_of("Figlio", "Alfa"), Emphasis.BOLD),
        (_of("Forte", r("Alfa", '<w:b w:val="0"/>')), Emphasis.NONE),
        (_of("Forte", r("Alfa", _RUN_STYLE)), Emphasis.NONE),
        (_of("Forte", r("Alfa", _RUN_STYLE + "<w:b/>")), Emphasis.BOLD),
        (_of("Ombra", "Alfa"), Emphasis.HIGHLIGHTED),
    ],
)
def test_emphasis_of_styles(body: str, emphasis: Emphasis) -> None:
    """Styles dress text as runs do; bold in a bold style is not bold."""
    child = _style("Figlio", base="Forte")
    shaded = _style("Ombra", block='<w:shd w:val="clear" w:fill="FFFF00"/>')
    assert _texts(_styled(body, _STRONG, child, shaded)) == [("Alfa", emphasis)]


def test_text_that_a_style_hides() -> None:
    """What a style hides is no text."""
    hidden = _style("Nascosto", "<w:vanish/>")
    body = _of("Nascosto", "Alfa") + p(r("Beta", '<w:rStyle w:val="Nascosto"/>'), "Gamma")
    assert lines(_styled(body, hidden)) == ["", "Gamma"]


def test_styles_in_a_circle() -> None:
    """Styles that are based on each other are read to an end."""
    body = _of("Uno", "Alfa")
    assert _texts(_styled(body, _style("Uno", base="Due"), _style("Due", "<w:b/>", base="Uno"))) == [
        ("Alfa", Emphasis.BOLD)
    ]


@pytest.mark.parametrize("sign", ["þ", "þ "])
def test_symbol_font_of_a_paragraph_style(sign: str) -> None:
    """A lone letter is a box where its paragraph's style sets the font, through another style too."""
    font = _style("Base", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    (mark,) = _styled(_of("Casella", r(sign)), font, _style("Casella", base="Base")).marks()
    assert (mark.state, mark.confidence) == (State.TICKED, 1.0)


# Bullets


def _list(bullet: str, style: str = "", link: str = "") -> str:
    kept = f'<w:pStyle w:val="{style}"/>' if style else ""
    level = (
        '<w:lvl w:ilvl="0"><w:lvlText w:val="-"/></w:lvl>'
        f'<w:lvl w:ilvl="1">{kept}<w:lvlText w:val="{bullet}"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="4">{link}{level}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )


_ITEM = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'


def test_bullet_of_a_style() -> None:
    """A style that makes its paragraphs items of a list gives them its box."""
    item = _style("Voce", block=_ITEM)
    assert states(_styled(_of("Voce", "Alfa"), item, numbering=_list("\uf0a8"))) == ["empty"]


def test_bullet_of_the_level_kept_for_a_style() -> None:
    """Where a style names the list alone, the list says which level is the style's."""
    item = _style("Voce", block='<w:numPr><w:numId w:val="7"/></w:numPr>')
    assert states(_styled(_of("Voce", "Alfa"), item, numbering=_list("\uf0fe", "Voce"))) == ["ticked"]


def test_item_taken_out_of_its_style_s_list() -> None:
    """A paragraph that leaves its style's list has no box."""
    item = _style("Voce", block=_ITEM)
    body = _of("Voce", "Alfa", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert states(_styled(body, item, numbering=_list("\uf0a8"))) == []


def test_bullet_of_a_linked_list() -> None:
    """A list that takes its levels from another one has that one's boxes."""
    other = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Elenco"/></w:abstractNum>'
        '<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>'
    )
    numbering = _list("\uf0a8", link='<w:styleLink w:val="Elenco"/>') + other
    body = p('<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="8"/></w:numPr></w:pPr>', "Alfa")
    assert states(_styled(body, numbering=numbering)) == ["empty"]


@pytest.mark.parametrize(("pictures", "expected"), [("00", []), ("01", ["unsure", "unsure"])])
def test_picture_bullets(pictures: str, expected: list[str]) -> None:
    """Several pictures for bullets may be boxes, in doubt; a single one is decoration."""
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{list_}"><w:lvl w:ilvl="0"><w:lvlText w:val=""/>'
        f'<w:lvlPicBulletId w:val="{picture}"/></w:lvl></w:abstractNum>'
        for list_, picture in enumerate(pictures)
    )
    numbers = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>' for number in range(2)
    )
    body = "".join(
        p(f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>', "Alfa") for number in (1, 2)
    )
    assert states(_styled(body, numbering=levels + numbers)) == expected


# Frames and shades


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((r("    ", _BORDER),), ["empty"]),
        ((r("\u00a0", _BORDER), r("X", _BORDER + "<w:b/>"), r(" ", _BORDER)), ["ticked"]),
        ((r("   ", '<w:bdr w:val="nil"/>'),), []),
        ((r(" " * 40, _BORDER),), []),
        ((r("SI", _BORDER),), []),
    ],
)
def test_framed_runs(runs: tuple[str, ...], expected: list[str]) -> None:
    """A frame around blanks or an X is a box, however the runs are cut; a wide one is to write in."""
    assert states(read(p(*runs, " Alfa"))) == expected


def test_framed_word() -> None:
    """A frame around a word sets it off."""
    assert _texts(read(p("Alfa ", r("SI", _BORDER)))) == [
        ("Alfa ", Emphasis.NONE),
        ("SI", Emphasis.HIGHLIGHTED),
    ]


@pytest.mark.parametrize(
    ("fill", "emphasis"),
    [
        ("FFFF00", Emphasis.HIGHLIGHTED),
        ("92D050", Emphasis.HIGHLIGHTED),
        ("D9D9D9", Emphasis.NONE),
        ("DBE5F1", Emphasis.NONE),
        ("auto", Emphasis.NONE),
    ],
)
def test_shades_of_cells_and_paragraphs(fill: str, emphasis: Emphasis) -> None:
    """A colour behind a cell or a paragraph sets its text off; greys and tints dress tables."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    for body in (table((tc("Alfa", shade),)), p(f"<w:pPr>{shade}</w:pPr>", "Alfa")):
        assert _texts(read(body)) == [("Alfa", emphasis)]


# Tracked changes


@pytest.mark.parametrize(
    ("sides", "emphasis"),
    [(("top", "left", "bottom", "right"), Emphasis.HIGHLIGHTED), (("bottom",), Emphasis.NONE)],
)
def test_frame_round_a_paragraph(sides: tuple[str, ...], emphasis: Emphasis) -> None:
    """A frame on all four sides sets a paragraph off; a rule below it does not."""
    drawn = "".join(f'<w:{side} w:val="single" w:sz="8"/>' for side in sides)
    assert _texts(read(p(f"<w:pPr><w:pBdr>{drawn}</w:pBdr></w:pPr>", "Alfa"))) == [("Alfa", emphasis)]


@pytest.mark.parametrize(
    ("change", "emphasis"), [("cellDel", Emphasis.DELETED), ("cellIns", Emphasis.INSERTED)]
)
def test_tracked_cell(change: str, emphasis: Emphasis) -> None:
    """A cell that a tracked change took out or put in says so of its text."""
    assert _texts(read(table((tc("Alfa", f"<w:{change}/>"), "Beta")))) == [
        ("Alfa", emphasis),
        ("Beta", Emphasis.NONE),
    ]


def test_deleted_paragraph_end() -> None:
    """Two paragraphs whose parting was deleted are one."""
    first = p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "☒ Al")
    document = read(first + p("fa") + p("Beta"))
    assert lines(document) == ["[☒] Alfa", "Beta"]


@pytest.mark.parametrize("last", [p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "Alfa"), ""])
def test_deleted_paragraph_end_before_nothing(last: str) -> None:
    """The last paragraph of a cell is kept though its end was deleted."""
    assert lines(read(table((tc(p("Beta") + last),))))[-1] in ("Alfa", "Beta")


@pytest.mark.parametrize(
    "body",
    [
        p(r("Alfa", "<w:rPrChange><w:rPr><w:b/><w:strike/></w:rPr></w:rPrChange>")),
        p("<w:pPr><w:pPrChange><w:pPr><w:shd w:fill='FFFF00'/></w:pPr></w:pPrChange></w:pPr>", "Alfa"),
        table((tc("Alfa", "<w:tcPrChange><w:tcPr><w:shd w:fill='FFFF00'/></w:tcPr></w:tcPrChange>"),)),
    ],
)
def test_former_dress_does_not_count(body: str) -> None:
    """How text was dressed before a tracked change is not how it is dressed."""
    assert _texts(read(body)) == [("Alfa", Emphasis.NONE)]


# Lost fonts


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("¨ Alfa", "þ Beta", "¨ Gamma"), ["empty", "ticked", "empty"]),
        (("q Alfa", "x Beta", "q Gamma"), ["empty", "ticked", "empty"]),
        (("£ Alfa", "R Beta", "£ Gamma"), ["empty", "ticked", "empty"]),
        (("oAlfa", "ýBeta", "oGamma"), ["empty", "ticked", "empty"]),
        (("Alfa ¨", "Beta þ", "Gamma ¨"), ["empty", "ticked", "empty"]),
        (("Alfa£", "BetaS", "Gamma£"), ["empty", "ticked", "empty"]),
        (("¨ Alfa þ Beta ¨ Gamma",), ["empty", "ticked", "empty"]),
        (("£ Alfa R Beta £ Gamma",), ["empty", "ticked", "empty"]),
    ],
)
def test_boxes_whose_font_was_lost(options: tuple[str, ...], expected: list[str]) -> None:
    """Letters that stand like the boxes they once were are boxes in doubt, in lines and in cells."""
    bodies = ("".join(map(p, options)), table(*((option,) for option in options)))
    for marks in ([*read(body).marks()] for body in bodies):
        assert [mark.state.value for mark in marks] == expected
        assert all(mark.confidence < 0.8 for mark in marks)


@pytest.mark.parametrize(
    "text",
    ["o Alfa", "costa £ 500 R", "R Beta", "Alfa o Beta o Gamma", "Nový Beta", "Sono q o r", "Malmstro¨m"],
)
def test_letters_that_are_letters(text: str) -> None:
    """A letter without neighbours that look alike is a letter."""
    assert states(read(p(text) + p("Gamma"))) == []


def test_items_that_were_typed_with_an_o() -> None:
    """Lines that begin with "o" are a list where nothing is ticked; beside a tick they are boxes."""
    items = p("o Alfa") + p("o Beta") + p("o Gamma")
    assert states(read(items)) == []
    assert states(read(items + p("x Delta"))) == ["empty", "empty", "empty", "ticked"]


def test_lost_box_keeps_the_text() -> None:
    """What the letters were is kept with the marks."""
    found = [inline.raw for inline in read(p("þ Beta")).marks() if isinstance(inline, Mark)]
    assert found == ["þ"]
