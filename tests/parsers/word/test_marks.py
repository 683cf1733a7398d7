"""Marks in every encoding: signs, controls, fields, bullets."""

from __future__ import annotations

import pytest

from parsers.document import Emphasis, Method, State
from tests.parsers.word.builder import (
    checkbox,
    document_xml,
    field,
    lines,
    only,
    p,
    r,
    read,
    relationships,
    states,
    tc,
)

_CHECK = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"

_MAIN_RELS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("☒ Alfa ☐ Beta"), ["ticked", "empty"]),
        (p("[", r("X", "<w:b/>"), "] Alfa"), ["ticked"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), ["ticked"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>'), ["empty"]),
        (p('<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>'), ["ticked"]),
        (p(r("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), " Alfa"), ["ticked"]),
        (p(r("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')), ["ticked"]),
        (p(r("\uf0a8"), " Alfa"), ["empty"]),
        (p(r("\uf052", '<w:rFonts w:cs="Wingdings 2"/>')), ["ticked"]),
    ],
)
def test_printed_marks(body: str, expected: list[str]) -> None:
    """Signs, brackets cut into runs, symbols and symbol fonts are marks."""
    assert states(read(body)) == expected


def test_bracket_whose_x_was_deleted() -> None:
    """What a tracked change took out of a bracket does not tick it."""
    body = p("[", "<w:del><w:r><w:delText>X</w:delText></w:r></w:del>", "<w:ins>" + r(" ") + "</w:ins>", "]")
    assert states(read(body)) == ["empty"]


def test_tracked_tick() -> None:
    """A box replaced with a tracked change is there twice: deleted and inserted."""
    body = p("<w:del><w:r><w:delText>☐</w:delText></w:r></w:del>", f"<w:ins>{r('☒')}</w:ins>", "Alfa")
    found = [(mark.state, mark.emphasis) for mark in read(body).marks()]
    assert found == [(State.EMPTY, Emphasis.DELETED), (State.TICKED, Emphasis.INSERTED)]


def test_symbol_font_of_a_style() -> None:
    """A lone letter whose style is set in a symbol font is a box."""
    styles = document_xml("").replace("<w:body></w:body>", "").replace("w:document", "w:styles")
    styles = styles.replace(
        "</w:styles>",
        '<w:style w:styleId="Casella"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style></w:styles>',
    )
    parts = {"word/styles.xml": styles, _MAIN_RELS: relationships(("s", "styles", "styles.xml"))}
    assert states(read(p(r("o", '<w:rStyle w:val="Casella"/>'), " Alfa"), parts)) == ["empty"]


@pytest.mark.parametrize(
    ("checked", "sign", "state"),
    [
        ("", "☐", "empty"),
        ('<w14:checked w14:val="0"/>', "☐", "empty"),
        ('<w14:checked w14:val="false"/>', "☐", "empty"),
        ('<w14:checked w14:val="1"/>', "☒", "ticked"),
        ('<w14:checked w14:val="on"/>', "☑", "ticked"),
        ("<w14:checked/>", "☒", "ticked"),
    ],
)
def test_checkbox_control(checked: str, sign: str, state: str) -> None:
    """A control's state is read in all its spellings, without doubt where its sign agrees."""
    mark = only(read(p(checkbox(checked, r(sign)), "Alfa")))
    assert (mark.state, mark.method, mark.conflict) == (state, Method.CONTENT_CONTROL, "")


@pytest.mark.parametrize("sign", ["þ", "\uf0fe"])
def test_checkbox_control_with_its_own_signs(sign: str) -> None:
    """The signs that a control declares are compared with what it shows."""
    signs = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/><w14:uncheckedState w14:val="00A8"/>'
    run = r(sign, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    mark = only(read(p(checkbox('<w14:checked w14:val="1"/>', run, signs))))
    assert (mark.state, mark.raw, mark.conflict) == (State.TICKED, "☒", "")


@pytest.mark.parametrize("sign", ["X", "☒"])
def test_checkbox_control_typed_over(sign: str) -> None:
    """A control whose sign was typed over shows ticked, and says that its state disagrees."""
    mark = only(read(p(checkbox('<w14:checked w14:val="0"/>', r(sign)))))
    assert (mark.state, mark.raw, mark.conflict) == (State.TICKED, sign, f"state 0, text {sign}")
    assert mark.confidence < 0.8


def test_checkbox_control_that_holds_its_label() -> None:
    """What else was typed into a control is text after its mark."""
    assert lines(read(p(checkbox('<w14:checked w14:val="1"/>', r("☒ Alfa"))))) == ["[☒] Alfa"]


def test_checkbox_control_around_blocks() -> None:
    """A control around a paragraph, a cell or a row is read like one in the line."""
    on = '<w14:checked w14:val="1"/>'
    row = f"<w:tr>{tc('☒')}{tc('Gamma')}</w:tr>"
    for body in (
        checkbox(on, p("☒ Alfa")),
        f"<w:tbl><w:tr>{checkbox(on, tc('☒'))}{tc('Beta')}</w:tr></w:tbl>",
        f"<w:tbl>{checkbox(on, row)}</w:tbl>",
    ):
        assert [mark.method for mark in read(body).marks()] == [Method.CONTENT_CONTROL]


@pytest.mark.parametrize(
    ("inside", "state"),
    [
        ("", "empty"),
        ('<w:default w:val="0"/>', "empty"),
        ('<w:default w:val="1"/>', "ticked"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "empty"),
        ('<w:default w:val="0"/><w:checked/>', "ticked"),
    ],
)
def test_legacy_checkbox(inside: str, state: str) -> None:
    """A legacy box says `checked`, else its default, else it is empty."""
    mark = only(read(p(field("FORMCHECKBOX", data=_CHECK.format(inside)), " Alfa")))
    assert (mark.state, mark.method) == (state, Method.LEGACY_FIELD)


def test_legacy_checkbox_in_pieces() -> None:
    """An instruction cut into runs and a nested field do not hide the box or leak words."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{_CHECK.format("<w:checked/>")}</w:fldChar></w:r>'
    cut = "<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:instrText>CHECKBOX</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(read(p(begin + cut + field("REF a", r("nascosto")) + end, "Alfa"))) == ["[☒]Alfa"]


def test_field_without_an_end() -> None:
    """A field that never ends hides nothing of the next paragraphs."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert lines(read(p(begin) + p("Alfa"))) == ["", "Alfa"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (field(" FORMTEXT ", r("Alfa")), "Alfa"),
        (field(" FORMTEXT ", r("\u2002\u2002\u2002\u2002\u2002")), ""),
        (field(' HYPERLINK "mailto:a@example.org" ', r("a@example.org")), "a@example.org"),
        (field(" PAGE ", r("1")), "1"),
        (f'<w:fldSimple w:instr=" DATE ">{r("oggi")}</w:fldSimple>', "oggi"),
        (
            field(
                "FORMDROPDOWN",
                data='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/>'
                '<w:listEntry w:val="B"/></w:ddList></w:ffData>',
            ),
            "B",
        ),
    ],
)
def test_fields_show_their_result(body: str, expected: str) -> None:
    """A field is its result, never its instruction; an empty text field is empty."""
    assert lines(read(p(body))) == [expected]


def test_toggle_button_and_overstrike() -> None:
    """A macro button's symbol and a tick printed over a box are marks."""
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    button = field("MACROBUTTON ToggleOff ").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{sign}")
    assert states(read(p(button, " Alfa ", field(r"eq \o\ac(□,√)"), " Beta"))) == ["ticked", "ticked"]


def _numbering(text: str, font: str) -> str:
    level = (
        f'<w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum>'
    numbers = '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    return document_xml("").replace("<w:body></w:body>", lists + numbers)


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0a8", "Wingdings", ["empty"]),
        ("\uf0fe", "Wingdings", ["ticked"]),
        ("\uf0a3", "Wingdings 2", ["empty"]),
        ("☐", "MS Gothic", ["empty"]),
        ("\uf0b7", "Symbol", []),
        ("\uf06e", "Wingdings", []),
        ("o", "Courier New", []),
    ],
)
def test_box_bullets(text: str, font: str, expected: list[str]) -> None:
    """A list bullet that is a box is a mark; an ordinary bullet is none."""
    parts = {
        "word/numbering.xml": _numbering(text, font),
        _MAIN_RELS: relationships(("n", "numbering", "numbering.xml")),
    }
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    assert states(read(p(numbered, "Alfa"), parts)) == expected
