"""Where a line goes on in the next one, told by whether the next word would have fitted."""

from __future__ import annotations

import pytest

from parsers.document import Break, Text
from parsers.pdf.objects import Style, Word
from parsers.pdf.text.closing import closed, stacked
from parsers.pdf.text.flow import Draft, drafts
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.paragraphs import paragraph
from parsers.pdf.text.region import Region, region
from parsers.pdf.text.tokens import Token

WIDE = 5.0
"""The width of every letter here, in points."""


def row(at: int, text: str, x: float = 0.0, bold: bool = False) -> Line:
    """A line of letters of one width; a soft hyphen is written as ``¬``, and signs are never bold."""
    tokens: list[Token] = []
    for word in text.split(" "):
        width = WIDE * len(word)
        soft = word.endswith("¬")
        y = 12.0 * at
        style = Style("Plain", 10, bold and any(map(str.isalnum, word)))
        tokens.append(Word(word.replace("¬", "-"), x, y, x + width, y + 10, y + 8, style, soft))
        x += width + 2.5
    return line(tokens, 1)


def joined(lines: list[Line], right: float, **room: bool) -> list[str]:
    found = drafts(lines, Region(0, right, 12, **room))
    return [
        "".join(inline.text for inline in paragraph(draft).inlines if isinstance(inline, Text))
        for draft in found
    ]


@pytest.mark.parametrize(
    ("first", "second", "right", "expected"),
    [
        ("uno due", "tre", 45, ["uno due tre"]),
        ("uno due", "tre", 60, ["uno due", "tre"]),
        ("la co-", "operativa", 45, ["la co-operativa"]),
        ("coope¬", "rativa", 45, ["cooperativa"]),
        ("e/", "o", 14, ["e/o"]),
        ("rappresentanz", "a", 66, ["rappresentanza"]),
        ("progettazione", "di", 66, ["progettazione di"]),
        ("posta@esempio", ".it", 66, ["posta@esempio.it"]),
        ("posta@esempio.it", "Rossi", 81, ["posta@esempio.it Rossi"]),
        ("innovazione", "@esempio.it", 66, ["innovazione@esempio.it"]),
        ("progetti@nuo", "va.it", 66, ["progetti@nuova.it"]),
        ("posta@nuova.it", "cell.", 72, ["posta@nuova.it cell."]),
        ("proget", "ti@nuova.it", 66, ["progetti@nuova.it"]),
        ("PROGET", "TI@NUOVA.IT", 66, ["PROGETTI@NUOVA.IT"]),
        ("347.000.16", "posta@nuova.it", 51, ["347.000.16 posta@nuova.it"]),
        ("347.000.29", "area", 52, ["347.000.29 area"]),
        ("mail", "posta@nuova.it", 72, ["mail", "posta@nuova.it"]),
        ("Rossi", "posta@nuova.it", 72, ["Rossi posta@nuova.it"]),
        ("…………", "……", 21, ["…………………"[:6]]),
        ("uno due", "• tre", 45, ["uno due", "• tre"]),
    ],
)
def test_two_lines(first: str, second: str, right: float, expected: list[str]) -> None:
    """Two lines are one paragraph or two, with a blank between them or none."""
    assert joined([row(0, first), row(1, second)], right) == expected


def test_wider_gap_ends_a_paragraph() -> None:
    """A line further down than usual begins a paragraph, however full the one before."""
    assert joined([row(0, "uno due"), row(2, "tre")], 45) == ["uno due", "tre"]


def test_bold_heading_ends() -> None:
    """Plain text after a bold line is a paragraph of its own."""
    assert joined([row(0, "uno due", bold=True), row(1, "tre")], 45) == ["uno due", "tre"]


def test_a_sign_of_another_font_ends_no_bold_paragraph() -> None:
    """An option in bold letters whose box, behind its second line, has no bold form."""
    option = [row(0, "Alfa della", bold=True), row(1, "Beta ○", bold=True)]
    assert joined(option, 60) == ["Alfa della Beta "]


@pytest.mark.parametrize("listed", [True, False])
def test_a_typed_tick_alone_among_options_begins_one(listed: bool) -> None:
    """Its words stand on the next line, where boxes stand before their options."""
    lines = [row(0, "× PA e EE"), row(1, "×"), row(2, "Cooperative")]
    assert (joined(lines, 45, listed=listed)[0] == "× PA e EE") is listed


def test_first_line_indent_begins_a_paragraph() -> None:
    """An indented line begins a paragraph."""
    assert joined([row(0, "uno due"), row(1, "tre", x=10)], 45) == ["uno due", "tre"]


def test_hanging_indent_goes_on() -> None:
    """The second line of a list's item is indented and goes on."""
    assert joined([row(0, "• uno due"), row(1, "tre", x=8)], 50) == ["• uno due tre"]


def test_justified_text_that_stops_short() -> None:
    """In justified text a line that does not reach the margin ends its paragraph."""
    assert joined([row(0, "uno due"), row(1, "trentatré")], 45, justified=True) == ["uno due", "trentatré"]


def test_typed_tick_in_a_list_of_boxes() -> None:
    """Among boxes a line that begins with a typed X is an option of its own."""
    assert joined([row(0, "uno due"), row(1, "XPrivati")], 45, listed=True) == ["uno due", "XPrivati"]


def test_address_over_three_lines() -> None:
    """An address broken at its hyphen and then cut is one word."""
    lines = [row(0, "posta@due-"), row(1, "officine.ne"), row(2, "t")]
    assert joined(lines, 57) == ["posta@due-officine.net"]


def test_many_lines_of_dots_take_no_time() -> None:
    """Lines that each look like the rest of the one before are joined at one go."""
    assert joined([row(at, "." * 9) for at in range(200)], 46) == ["." * 1800]


def test_line_that_ends_with_its_box() -> None:
    """Where boxes stand after their labels, a box ends its paragraph however full the line is."""
    assert joined([row(0, "Uno ☐"), row(1, "Altro ☐")], 32, tailed=True) == ["Uno ", "Altro "]


def test_one_long_line_is_no_margin() -> None:
    """One line longer than many short ones does not tell where lines must end."""
    lines = [row(at, "uno") for at in range(9)] + [row(9, "uno due tre quattro")]
    assert region(lines, 0, 300, 0).right == 300


def test_two_addresses_the_first_of_which_is_broken() -> None:
    """An address broken at its hyphen ends there, and the next one is another."""
    lines = [row(0, "posta@due-"), row(1, "officine.net"), row(2, "altra@nuova.it")]
    assert joined(lines, 75) == ["posta@due-officine.net altra@nuova.it"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("XPA e", ["uno due", "XPA e"]),
        ("XCooperative", ["uno due", "XCooperative"]),
        ("XIV", ["uno due XIV"]),
    ],
)
def test_a_tick_typed_without_a_blank_begins_an_option(second: str, expected: list[str]) -> None:
    """Among options; a number in Roman letters is none."""
    assert joined([row(0, "uno due"), row(1, second)], 45, listed=True) == expected


def parts(found: list[Draft]) -> list[str]:
    """What paragraphs say; ``|`` stands where a line was broken on purpose."""
    return [
        "".join(
            inline.text if isinstance(inline, Text) else "|"
            for inline in paragraph(draft).inlines
            if isinstance(inline, Text | Break)
        )
        for draft in found
    ]


def test_close_lines_are_one_paragraph_where_others_have_room() -> None:
    """The line was broken on purpose, unless the next word would not have fitted."""
    lines = [row(0, "Nome"), row(1, "Progetto"), row(3, "Anna")]
    apart = [Draft((one,), 200) for one in lines]
    assert parts(closed(apart)) == ["Nome|Progetto", "Anna"]
    assert parts(closed(apart[:2], 40)) == ["Nome Progetto"]


def test_a_label_broken_on_purpose_whose_second_part_wraps() -> None:
    """It is one paragraph all the same."""
    found = [Draft((row(0, "Referente"),), 80), Draft((row(1, "Progetto /"), row(2, "Kontakt")), 80)]
    assert parts(stacked(found)) == ["Referente|Progetto / Kontakt"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("anna@passo-di-", "lumaca.it", ["anna@passo-di-lumaca.it"]),
        ("anna@tigli", "-rossi.it", ["anna@tigli-rossi.it"]),
        ("anna@tigli.it", "rossi.it", ["anna@tigli.it", "rossi.it"]),
        ("anna@tigli", "www.rossi.it", ["anna@tigli", "www.rossi.it"]),
    ],
)
def test_an_address_that_lacks_its_end(first: str, second: str, expected: list[str]) -> None:
    """It goes on in the next line, however much room was left; a whole one does not."""
    assert joined([row(0, first), row(1, second)], 200) == expected


def test_a_label_ends_with_the_number_of_its_note() -> None:
    """What follows is no part of it, though the label fills its line."""
    assert joined([row(0, "Ambito (2)"), row(1, "Scegliere una voce")], 55) == [
        "Ambito (2)",
        "Scegliere una voce",
    ]
