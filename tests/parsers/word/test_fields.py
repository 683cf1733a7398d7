"""Word's fields: form fields, symbols, toggle buttons and overstrikes, in every way they are spelt."""

from __future__ import annotations

import pytest

from parsers.document import Document, Emphasis, Mark, Method, State, Text
from tests.parsers.word.builder import field, lines, p, r, read, states

_DATA = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"
_LIST = (
    '<w:ffData><w:ddList>{}<w:listEntry w:val="Scegliere…"/><w:listEntry w:val="Beta"/></w:ddList></w:ffData>'
)
_WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'


def _char(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def _code(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def _sym(code: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def _mark(document: Document) -> Mark:
    (mark,) = document.marks()
    return mark


def _texts(document: Document) -> list[tuple[str, Emphasis]]:
    inlines = (inline for paragraph in document.paragraphs() for inline in paragraph.inlines)
    return [(inline.text, inline.emphasis) for inline in inlines if isinstance(inline, Text)]


# Check boxes


@pytest.mark.parametrize(
    "body",
    [
        field(" formcheckbox ", data=_DATA.format("<w:checked/>")),
        f'<w:fldSimple w:instr=" FORMCHECKBOX ">{_DATA.format("<w:checked/>")}</w:fldSimple>',
        field("FORMCHECKBOX", r("☒"), _DATA.format("<w:checked/>")),
        field("FORMCHECKBOX", r("þ", _WINGDINGS), _DATA.format("<w:checked/>")),
    ],
)
def test_check_box_in_other_spellings(body: str) -> None:
    """Lower case, one element, a printed result: the same box."""
    mark = _mark(read(p(body, " Alfa")))
    assert (mark.state, mark.method, mark.conflict) == (State.TICKED, Method.LEGACY_FIELD, "")


def test_check_box_that_shows_something_else() -> None:
    """A result that contradicts the state is in doubt."""
    mark = _mark(read(p(field("FORMCHECKBOX", r("☒"), _DATA.format('<w:checked w:val="0"/>')))))
    assert mark.conflict
    assert mark.confidence < 0.8


def test_check_box_without_data() -> None:
    """A check box field whose data is gone says nothing."""
    assert states(read(p(field("FORMCHECKBOX"), " Alfa"))) == ["unsure"]


def test_check_box_in_the_instruction_of_a_field() -> None:
    """A box that another field may print or not is in doubt, and not lost."""
    box = field("FORMCHECKBOX", data=_DATA.format("<w:checked/>"))
    body = _char("begin") + _code('IF 1 = 1 "') + box + _code('"') + _char("end")
    mark = _mark(read(p(body, " Alfa")))
    assert mark.state is State.TICKED
    assert mark.confidence < 0.8


def test_check_box_that_was_deleted() -> None:
    """A box taken out and another put in, both tracked: only the new one is there."""
    old = _char("begin", _DATA.format("<w:checked/>"))
    old += "<w:r><w:delInstrText>FORMCHECKBOX</w:delInstrText></w:r>" + _char("end")
    new = field("FORMCHECKBOX", data=_DATA.format(""))
    found = [
        (mark.state, mark.emphasis) for mark in read(p(f"<w:del>{old}</w:del><w:ins>{new}</w:ins>")).marks()
    ]
    assert found == [(State.TICKED, Emphasis.DELETED), (State.EMPTY, Emphasis.INSERTED)]


# Texts and lists


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("", [("Scegliere…", Emphasis.PLACEHOLDER)]),
        ('<w:result w:val="0"/>', [("Scegliere…", Emphasis.PLACEHOLDER)]),
        ('<w:result w:val="1"/>', [("Beta", Emphasis.NONE)]),
        ('<w:default w:val="1"/>', [("Beta", Emphasis.NONE)]),
        ('<w:default w:val="1"/><w:result w:val="0"/>', [("Scegliere…", Emphasis.PLACEHOLDER)]),
    ],
)
def test_drop_down(inside: str, shown: list[tuple[str, Emphasis]]) -> None:
    """An entry is an answer when it was chosen and does not only ask for one."""
    assert _texts(read(p(field("FORMDROPDOWN", data=_LIST.format(inside))))) == shown


def test_drop_down_never_touched() -> None:
    """The first entry of a list that nobody touched is shown; whether it was meant is for a person."""
    data = '<w:ffData><w:ddList><w:listEntry w:val="Alfa"/><w:listEntry w:val="Beta"/></w:ddList></w:ffData>'
    document = read(p(field("FORMDROPDOWN", data=data)))
    assert _texts(document) == [("Alfa", Emphasis.NONE)]
    assert [(mark.raw, bool(mark.conflict)) for mark in document.marks()] == [("", True)]


@pytest.mark.parametrize(
    ("usual", "emphasis"), [("Scrivere qui", Emphasis.PLACEHOLDER), ("Italia", Emphasis.NONE)]
)
def test_text_field_with_its_own_words(usual: str, emphasis: Emphasis) -> None:
    """A prompt that a text field came with is no answer; a usual answer is one."""
    data = f'<w:ffData><w:textInput><w:default w:val="{usual}"/></w:textInput></w:ffData>'
    assert _texts(read(p(field("FORMTEXT", r(usual), data)))) == [(usual, emphasis)]


def test_prompt_without_quotation_marks() -> None:
    """A fill-in field that still shows its one-word prompt is not answered."""
    assert _texts(read(p(field("FILLIN Nome", r("Nome"))))) == [("Nome", Emphasis.PLACEHOLDER)]


# Symbols and buttons


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (field(r" SYMBOL 254 \f Wingdings \s 12 "), "ticked"),
        (field(r' SYMBOL 0xA8 \f "Wingdings" '), "empty"),
        (field(r' SYMBOL 61694 \f "Wingdings" '), "ticked"),
        (field(r' symbol 9746 \u \f "MS Gothic" '), "ticked"),
        (field(r" SYMBOL 254 \f Wingdings ", r("þ")), "ticked"),
        (r'<w:fldSimple w:instr=" SYMBOL 111 \f Wingdings "/>', "empty"),
    ],
)
def test_symbol_field(body: str, state: str) -> None:
    """A symbol is read from its field's instruction, printed or not, its font lost or not."""
    assert states(read(p(body, " Alfa"))) == [state]


@pytest.mark.parametrize(
    "inside",
    [
        _sym("F0FE"),
        _code("þ", _WINGDINGS),
        _code("☒ "),
        field(r' SYMBOL 254 \f "Wingdings" '),
        field(r' SYMBOL 254 \f "Wingdings" ', r("þ", _WINGDINGS)),
    ],
)
def test_toggle_button(inside: str) -> None:
    """A macro button shows what stands in its instruction, in whichever way."""
    body = _char("begin") + _code(" MACROBUTTON ToggleOff ") + inside + _char("end")
    assert states(read(p(body, " Alfa"))) == ["ticked"]


@pytest.mark.parametrize(
    ("instruction", "emphasis"),
    [
        ("MACROBUTTON NoMacro Nome", Emphasis.PLACEHOLDER),
        ("MACROBUTTON Altro [Fare clic qui]", Emphasis.PLACEHOLDER),
        ("MACROBUTTON HTMLDirect Alfa", Emphasis.NONE),
    ],
)
def test_button_that_asks(instruction: str, emphasis: Emphasis) -> None:
    """A button to click on and type over is a prompt; other words of a button are text."""
    ((_, found),) = _texts(read(p(field(instruction))))
    assert found == emphasis


def test_quoted_sign() -> None:
    """A quoting field that no program printed shows what it quotes."""
    assert states(read(p(field(' QUOTE "☒" '), " Alfa"))) == ["ticked"]


# Overstrikes


@pytest.mark.parametrize(
    ("instruction", "state"),
    [
        (r"EQ \o(□,√)", "ticked"),
        (r"eq \o\ac(□,×)", "ticked"),
        (r"EQ \o \ad(□;X)", "ticked"),
        (r'EQ \o("☐";"X")', "ticked"),
        (r"EQ \o\al(□,\s\up1(x))", "ticked"),
        (r"EQ \o(\s\up 11(√),□)", "ticked"),
        (r"EQ \x(X)", "ticked"),
        (r"eq \x\to\bo\le\ri(√)", "ticked"),
        (r"EQ \b\bc\[(X)", "ticked"),
        (r"EQ \O\AC(○,)", "empty"),
        (r"EQ \o(□)", "empty"),
        (r"EQ \x( )", "empty"),
        (r"EQ \o(□,-)", "unsure"),
        (r"EQ \o\ac(○,A)", "unsure"),
    ],
)
def test_overstrike(instruction: str, state: str) -> None:
    """A box that an equation field prints, with or without a tick over it."""
    assert states(read(p(field(instruction), " Alfa"))) == [state]


def test_overstrike_in_symbol_fonts() -> None:
    """The signs of an overstrike may stand in a font of their own, or be symbols."""
    letters = _code("o", _WINGDINGS) + _code(",") + _code("ü", _WINGDINGS)
    symbols = _sym("F06F") + _code(";") + _sym("F0FB")
    for inside in (letters, symbols):
        body = _char("begin") + _code(r"eq \o\ac(") + inside + _code(")") + _char("end")
        assert states(read(p(body, " Alfa"))) == ["ticked"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"EQ \f(1;2)", "1/2"),
        (r"EQ \o(a,b)", "ab"),
        (r"EQ \o\ac(○,A)", "[☐]A"),
        (r"EQ \o\ac(○,12)", "12"),
        (r"EQ \b(a\,b)", "(a,b)"),
        (r"EQ \f(1,2", "1/2"),
        ("EQ ", ""),
    ],
)
def test_equation_keeps_its_letters(instruction: str, shown: str) -> None:
    """What an equation prints and is no box is text, well formed or not."""
    assert lines(read(p(field(instruction)))) == [shown]


def test_deep_equation_ends() -> None:
    """An equation nested beyond reason is read to an end."""
    assert lines(read(p(field("EQ " + r"\o(" * 500 + "X" + ")" * 500), "Alfa")))[0].endswith("Alfa")
