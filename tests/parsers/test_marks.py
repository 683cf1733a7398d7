"""The table of marks: signs, symbol fonts, typed brackets and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import marks
from parsers.document import Method, State

EMPTY, TICKED = State.EMPTY, State.TICKED


@pytest.mark.parametrize("sign", "☐□▢◻◽▫⬜⬚❏❐❑❒🞎🞓○◯◌⭘⚪❍🔾")
def test_empty_signs(sign: str) -> None:
    """An empty box or circle is an empty mark with a box."""
    assert marks.glyph(sign) == marks.Look(EMPTY, boxed=True)


@pytest.mark.parametrize("sign", "☑☒⌧■▣◼◾⬛⊠⮽🗵🗷🗹✅●◉◎⬤⚫⦿🔘⊙🞊🅇🆇")
def test_ticked_signs(sign: str) -> None:
    """A ticked, crossed or filled box is a ticked mark with a box."""
    assert marks.glyph(sign) == marks.Look(TICKED, boxed=True)


@pytest.mark.parametrize("sign", "✓✔✕✖✗✘🗴🗶🗸×√❌⤫")
def test_bare_signs(sign: str) -> None:
    """A tick or cross alone is a ticked mark without a box."""
    assert marks.glyph(sign) == marks.Look(TICKED, boxed=False)


@pytest.mark.parametrize(
    ("font", "empty", "ticked", "bare"),
    [
        ("Wingdings", "opqrm\xa8\xa1", "\xfe\xfdxn\xa4", "\xfc\xfb"),
        ("Wingdings 2", "\xa3\xa4\x99", "RSTQ\xa1UV\x98", "PO"),
        ("Webdings", "c", "g", "ar"),
        ("Marlett", "\x7f", "", "ab"),
        ("ZapfDingbats", "opqrm", "nluH", "345678"),
        ("ABCDEF+SymbolMT", "\x7f\x84\x8c\x9c\x9e\xa0\xf0\xff", "", ""),
    ],
)
def test_symbol_fonts(font: str, empty: str, ticked: str, bare: str) -> None:
    """Symbol fonts decide by byte, written plainly or on the private page."""
    for codes, look in (
        (empty, marks.Look(EMPTY, True)),
        (ticked, marks.Look(TICKED, True)),
        (bare, marks.Look(TICKED, False)),
    ):
        for code in codes:
            assert marks.glyph(code, font) == look
            assert marks.glyph(chr(0xF000 + ord(code)), font) == look


@pytest.mark.parametrize("letter", "oxnþRS£")
def test_letters_of_other_fonts_are_no_marks(letter: str) -> None:
    """A letter is a mark only in a symbol font."""
    assert marks.glyph(letter, "Calibri") is None


def test_windows_letter_in_a_symbol_font() -> None:
    """A byte that a program turned into its Windows letter is still read."""
    assert marks.glyph("™", "Wingdings 2") == marks.Look(EMPTY, True)


def test_private_code_point_without_a_font_is_less_sure() -> None:
    """Without its font a private code point is read as Wingdings, and says so."""
    look = marks.glyph("\uf0fe")
    assert look is not None
    assert (look.state, look.confidence < 1) == (TICKED, True)


def test_private_code_point_that_fonts_disagree_on_is_doubtful() -> None:
    """Where Wingdings and Wingdings 2 contradict each other the reading is below the line."""
    look = marks.glyph("\uf0a4")
    assert look is not None
    assert look.confidence < 0.8


def test_opensymbol_code_points() -> None:
    """The code points that LibreOffice gives to Wingdings pictures are known."""
    assert marks.glyph("\ue4c4", "OpenSymbol") == marks.Look(TICKED, True)


def test_variation_selector_belongs_to_its_sign() -> None:
    """A selector after a sign is part of the mark."""
    (found,) = marks.find("☑\ufe0f Alfa")
    assert (found.start, found.end, found.state) == (0, 2, TICKED)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("[ ]", EMPTY),
        ("[]", EMPTY),
        ("[_]", EMPTY),
        ("( )", EMPTY),
        ("(\u00a0)", EMPTY),
        ("|_|", EMPTY),
        ("│__│", EMPTY),
        ("[X]", TICKED),
        ("[ x ]", TICKED),
        ("[Х]", TICKED),
        ("(x)", TICKED),
        ("(✓)", TICKED),
        ("[v]", TICKED),
        ("|X|", TICKED),
        ("(●)", TICKED),
    ],
)
def test_typed_brackets(text: str, state: State) -> None:
    """Brackets around a tick or around nothing are marks in the midst of text."""
    line = f"sì {text} no"
    (found,) = marks.find(line)
    assert (line[found.start : found.end], found.state, found.method) == (text, state, Method.TYPED_MARK)


@pytest.mark.parametrize(
    "text",
    [
        "(1)",
        "(A+B)",
        "(2000)",
        "[1]",
        "[...]",
        "(…)",
        "|__|__|__|",
        "3×4",
        "√2",
        "a * b + c",
        "• uno",
        "· due",
        "X Alfa",
        "prov. (____)",
        "(*) obbligatorio",
        "(v)",
        "(a)",
        "V edizione",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    """Notes, sums, bullets, combs, blanks to fill in and bare letters are text."""
    assert marks.find(text) == ()


def test_enclosed_letter() -> None:
    """An X inside a combining square is a ticked box."""
    (found,) = marks.find("a X\u20de Alfa")
    assert (found.start, found.end, found.state, found.boxed) == (2, 4, TICKED, True)


@pytest.mark.parametrize(("line", "state"), [("\u0338", State.TICKED), ("\u0336", State.UNSURE)])
def test_box_with_an_overlay(line: str, state: State) -> None:
    """A box crossed by a combining line is ticked; one struck through may mean either."""
    assert [found.state for found in marks.find(f"☐{line} Alfa")] == [state]


@pytest.mark.parametrize("text", ["［Ｘ］", "[𝐗]", "(Ⅹ)", "<X>", "‹x›", "🟢", "🟩"])
def test_ticks_of_other_keyboards(text: str) -> None:
    """Full-width letters, numerals, letters of mathematics, angles and green signs tick as well."""
    assert [found.state for found in marks.find(text + " Alfa")] == [State.TICKED]


@pytest.mark.parametrize("text", ["Ｘ", "𝐗", "Ⅹ", "“X”", "/X/", "…x…", "«sì»"])
def test_typed_in_other_signs(text: str) -> None:
    """What is typed for a tick counts in whatever alphabet, quotes or slashes."""
    assert marks.typed(text) is State.TICKED


def test_angles_in_running_text() -> None:
    """Comparisons and addresses in angles are text."""
    assert marks.find("se a < b e c > d, scrivere a <posta@inventata.it>") == ()


def test_find_in_a_symbol_font_leaves_words_alone() -> None:
    """Letters that form a word are no row of boxes, even in a symbol font."""
    assert [(found.start, found.state) for found in marks.find("non o", "Wingdings")] == [(4, EMPTY)]


def test_several_marks_in_order() -> None:
    """Marks of several kinds in one line come in their order."""
    states = [found.state for found in marks.find("☐ a [x] b ✓ c ( )")]
    assert states == [EMPTY, TICKED, TICKED, EMPTY]


@pytest.mark.parametrize(
    "text",
    [
        "x",
        " X ",
        "Х",
        "×",
        "V",
        "v",
        "√",
        "*",
        "+",
        "sì",
        "SI",
        "si'",
        "ok",
        "OK",
        "1",
        "✓",
        "(x)",
        "[X]",
        "__X__",
        "X.",
        "☒",
        "(v)",
    ],
)
def test_typed_ticks(text: str) -> None:
    """What people type in place of a tick is one."""
    assert marks.typed(text) is TICKED


@pytest.mark.parametrize("text", ["__", "( )", "[ ]", "☐"])
def test_typed_blanks(text: str) -> None:
    """An underscore line or an empty bracket is an empty box."""
    assert marks.typed(text) is EMPTY


@pytest.mark.parametrize("text", ["", "  ", "no", "Banche", "x y", "2", "☒ Alfa", "…", "vedi sopra"])
def test_typed_leaves_text(text: str) -> None:
    """Other text says nothing about a box."""
    assert marks.typed(text) is None


def test_readable_arrow() -> None:
    """The arrow that Word makes of ``-->`` is an arrow again."""
    assert marks.readable("\uf0e0", "Wingdings") == "→"


@given(st.text(alphabet=st.sampled_from("[](){}|_ xXvV☐☒✓\u20de\ufe0fo\uf0fe×(1)"), max_size=30))
def test_marks_never_overlap(text: str) -> None:
    """Whatever stands there, marks lie in the text, in order and apart."""
    end = 0
    for found in marks.find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
