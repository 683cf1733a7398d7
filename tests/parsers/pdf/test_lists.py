"""Boxes and options in lines: which line goes on with which, told by where boxes and blanks stand."""

from __future__ import annotations

import pytest

from parsers.document import Mark, Paragraph, State, Table, Text
from parsers.pdf.objects import Style, Word
from parsers.pdf.reader import PdfReader
from parsers.pdf.text.flow import drafts
from parsers.pdf.text.inlines import blanks
from parsers.pdf.text.lines import Line, line
from parsers.pdf.text.paragraphs import paragraph
from parsers.pdf.text.region import region
from parsers.pdf.text.rows import rows
from parsers.pdf.text.tails import carried
from parsers.pdf.text.tokens import Token
from tests.parsers.pdf.builder import Leaf, leaf, pdf

WIDE = 5.0
"""The width of every letter here, in points; so is that of a blank."""
LEFT, SIZE = 2.0, 10.0


def tokens(at: int, text: str, left: float = LEFT) -> list[Token]:
    """A line's tokens, as many blanks apart as typed; a box is as wide as a letter."""
    found: list[Token] = []
    start, y = 0, 12.0 * at
    for word in text.split(" "):
        if word:
            x = left + WIDE * start
            style = Style("Plain", SIZE)
            found.append(Word(word, x, y, x + WIDE * len(word), y + SIZE, y + 8, style))
        start += len(word) + 1
    return found


def row(at: int, text: str, left: float = LEFT) -> Line:
    """A line of words and boxes."""
    return line(tokens(at, text, left), 1)


def texts(lines: list[Line], right: float, after: bool = False) -> list[str]:
    """The paragraphs that lines of a cell make, with single blanks."""
    found = [paragraph(draft) for draft in drafts(lines, region(lines, 0, right, LEFT, after))]
    return [_shown(one) for one in found]


def _shown(one: Paragraph) -> str:
    said = "".join(
        i.text if isinstance(i, Text) else i.raw for i in one.inlines if isinstance(i, (Text, Mark))
    )
    return " ".join(said.split())


def test_a_box_that_found_no_room_behind_its_words() -> None:
    """A box alone on a line, where it would not have fitted above, is that of the words above."""
    lines = [row(0, "Alfa Beta Gamma"), row(1, "☒", left=20), row(2, "Delta"), row(3, "Epsilon")]
    assert texts(lines, 80) == ["Alfa Beta Gamma ☒", "Delta", "Epsilon"]


def test_a_box_whose_words_found_no_room_beside_it() -> None:
    """A box alone on a line, where the next word would not have fitted beside it, is that of what follows."""
    lines = [row(0, "☐ Alfa"), row(1, "☒"), row(2, "Rappresentanza")]
    assert texts(lines, 76) == ["☐ Alfa", "☒ Rappresentanza"]


def test_a_box_at_a_line_s_end_whose_words_follow() -> None:
    """Where boxes stand nearer to the words behind them, the last one's stand on the next line."""
    lines = [row(0, "Titolo: ☐ Alfa    ☐"), row(1, "Gamma    ☐ Delta")]
    assert texts(lines, 105, after=True) == ["Titolo: ☐ Alfa ☐ Gamma ☐ Delta"]


def test_a_box_at_a_line_s_beginning_whose_words_come_before() -> None:
    """Where they stand nearer to the words before them, the first of a line is the last words'."""
    lines = [row(0, "Alfa ☐    Beta ☐    Gamma"), row(1, "☐    Delta ☐")]
    assert texts(lines, 130) == ["Alfa ☐ Beta ☐ Gamma ☐ Delta ☐"]


def test_a_box_behind_its_words_ends_the_paragraph() -> None:
    """However full the line: the next option begins anew."""
    lines = [row(0, "Alfa"), row(1, "Beta     ☒"), row(2, "Gammagamma")]
    assert texts(lines, 60) == ["Alfa", "Beta ☒", "Gammagamma"]


def test_a_tick_typed_apart_behind_its_words_ends_the_paragraph() -> None:
    """So does an X with a gap before it."""
    lines = [row(0, "Alfa"), row(1, "Beta     X"), row(2, "Gammagamma")]
    assert texts(lines, 60) == ["Alfa", "Beta X", "Gammagamma"]


def test_typed_ticks_among_boxes_in_a_cell_of_their_own() -> None:
    """Each line of a column of boxes is a paragraph, an X in place of a box as well."""
    assert texts([row(0, "X"), row(1, "☐"), row(2, "X"), row(3, "☐")], 40) == ["X", "☐", "X", "☐"]


def test_lines_of_options_are_no_rows_of_yes_and_no() -> None:
    """Several boxes a line with other words beside them each time: the label that wraps is one."""
    lines = [
        row(0, "☐ Alfa alfa alf ☐ c)"),
        row(1, "Betabeta ☐ Gamma ☐ Delt"),
        row(2, "Epsilon ☐ Zeta ☐ Etaeta"),
    ]
    assert texts(lines, 122)[0].startswith("☐ Alfa alfa alf ☐ c) Betabeta ☐ Gamma")


def test_rows_of_yes_and_no_stay_rows() -> None:
    """The same words beside the boxes of each line are the heads of columns."""
    lines = [row(at, f"{name} ☐ sì ☐ no") for at, name in enumerate(("Alfaalfa", "Betabeta", "Gammagam"))]
    assert len(texts(lines, 90)) == 3


def test_a_label_that_is_tied_to_its_box() -> None:
    """Where its second word would have fitted above, but not with the box behind it."""
    lines = [row(0, "Alfa ☐"), row(1, "Beta ☐"), row(2, "Gamma"), row(3, "Delta ☐")]
    assert texts(lines, 63, after=True)[2:] == ["Gamma Delta ☐"]


def test_lines_to_write_on_do_not_say_how_full_lines_are() -> None:
    """Dotted lines of one length do not make a label that wraps look broken on purpose."""
    lines = [row(0, "Alfa,"), row(1, "betabeta"), *(row(at, "..........") for at in range(2, 7))]
    assert texts(lines, 58)[0] == "Alfa, betabeta"


def test_words_under_a_box_with_a_hanging_indent() -> None:
    """A label that wraps back under its box is one paragraph with it."""
    lines = [row(0, "☐"), row(1, "Coope", left=LEFT + 30), row(2, "rative")]
    assert texts(lines, 60) == ["☐ Cooperative"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Alfa [", "] Beta", ["Alfa", "[ ] Beta"]),
        ("[", "X] Beta", ["[ X] Beta"]),
        ("Alfa <", ">", ["Alfa < >"]),
        ("Alfa (", "nota) Beta", ["Alfa (", "nota) Beta"]),
    ],
)
def test_a_typed_box_cut_by_a_line_s_end(first: str, second: str, expected: list[str]) -> None:
    """Its two halves are one box, before the words that follow it."""
    found = rows([*tokens(0, first), *tokens(1, second)])
    assert [line(some, 1).text for some in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("☐ Alfa    ☐ Beta", ["Alfa        ", "Beta"]), ("Alfa    Beta", ["Alfa Beta"])],
)
def test_how_many_blanks_stand_between_options(text: str, expected: list[str]) -> None:
    """Beside a box a gap is as many blanks as fit in it; elsewhere it is one."""
    said = [one.text for one in row(0, text).inlines if isinstance(one, Text)]
    assert [one.lstrip() for one in said if one.strip()] == expected


def rows_of(*pages: Leaf) -> int:
    """How many rows the first table of some pages has."""
    blocks = PdfReader().read(pdf(*pages)).blocks
    table = next(block for block in blocks if isinstance(block, Table))
    return len({cell.row for cell in table.cells})


def test_a_row_whose_label_breaks_off_over_the_page() -> None:
    """A label in mid-phrase says that its row goes on, whatever stands in the other cells."""
    xs = [40.0, 100, 300, 400]
    one = leaf().grid(xs, [700, 760]).text(46, 740, "Forme di").box(106, 731, 116, 741)
    one.text(120, 740, "Alfa").text(306, 740, "Altre").box(340, 731, 350, 741)
    two = leaf().grid(xs, [40, 80]).text(46, 55, "finanziare").box(106, 46, 116, 56)
    two.text(120, 55, "Beta").text(306, 55, "lascito")
    assert rows_of(one, two) == 1


def test_a_box_in_a_cell_of_its_own_does_not_go_on() -> None:
    """A box beside its label at a page's end, and a heading on the next: two rows."""
    xs = [40.0, 150, 250]
    one = leaf().grid(xs, [740, 760]).text(46, 752, "Centri di ricerca oltre").box(156, 744, 166, 754)
    two = leaf().grid(xs, [40, 60, 80]).text(46, 52, "Finanziamenti ricevuti").text(156, 52, "NO")
    two.text(46, 72, "Proprie").box(156, 64, 166, 74)
    assert rows_of(one, two) == 3


def test_a_lone_ring_beside_a_square_as_large_is_a_box() -> None:
    """The empty box of a pair may have round corners, and the ticked one none."""
    page = leaf().box(40, 92, 50, 102).line(40, 92, 50, 102).line(40, 102, 50, 92).text(54, 101, "si")
    page.raw("41 722 m 49 722 l 50 721 l 50 713 l 49 712 l 41 712 l 40 713 l 40 721 l h S").text(
        54, 129, "no"
    )
    states = [mark.state for mark in PdfReader().read(pdf(page)).marks()]
    assert states == [State.TICKED, State.EMPTY]


def test_an_x_that_a_change_took_out_ticks_nothing() -> None:
    """Beside a box an X in its author's colour with a line through it is gone."""
    page = leaf().box(40, 92, 50, 102).raw("1 0 0 rg").text(51, 101, "X").raw("1 0 0 RG")
    page.line(51, 98, 57.7, 98).raw("0 g 0 G").text(62, 101, "Alfa")
    marks = list(PdfReader().read(pdf(page)).marks())
    assert [mark.state for mark in marks] == [State.EMPTY]


def test_a_row_with_nothing_left_over_the_page() -> None:
    """The empty rest of a row at a page's top is no row of its own."""
    xs = [40.0, 150, 250]
    one = leaf().grid(xs, [740, 760]).box(46, 744, 56, 754).box(156, 744, 166, 754)
    two = leaf().grid(xs, [40, 50, 70]).text(46, 62, "Alfa").text(156, 62, "Beta")
    assert rows_of(one, two) == 2


def test_a_box_far_behind_its_words_outside_tables() -> None:
    """A box that comes last in its row is that of the words before it, however far away."""
    page = leaf()
    for at, word in enumerate(("Proprie", "Privati", "Pubblica")):
        x, y = 130 + 17 * at, 100 + 20 * at
        page.text(60, y, word).box(x, y - 8, x + 10, y + 2)
    found = [one.inlines for one in PdfReader().read(pdf(page)).paragraphs()]
    assert [sum(isinstance(inline, Mark) for inline in inlines) for inlines in found] == [1, 1, 1]


def test_a_lone_ring_beside_a_word_is_a_box() -> None:
    """A page's end may leave one of a pair of round boxes to itself."""
    page = leaf().raw("45 747 m 50 747 50 737 45 737 c 40 737 40 747 45 747 c h S").text(54, 103, "no")
    assert [mark.state for mark in PdfReader().read(pdf(page)).marks()] == [State.EMPTY]


def test_an_option_that_begins_further_in_goes_on_at_the_left() -> None:
    """A tab before its box is no hanging indent, though its box may be a bullet elsewhere."""
    lines = [row(0, "■ a) Banche Soci", 40), row(1, "volontari ☐ b) Beta")]
    assert texts(lines, 125) == ["■ a) Banche Soci volontari ☐ b) Beta"]


def test_a_number_at_a_line_s_end_goes_with_the_words_below() -> None:
    """A box and its number are no option alone, though the words would have fitted."""
    lines = [row(0, "☐ a) Alfa ☐ b)"), row(1, "Banche")]
    assert texts(lines, 160) == ["☐ a) Alfa ☐ b) Banche"]


def test_a_box_at_a_tab_stop_is_not_carried() -> None:
    """Where words run past the place of two boxes to one further on, that place is no column's."""
    lines = [row(0, "Alfa     ☒"), row(1, "Beta"), row(2, "Gamma    ☒"), row(3, "Delta Epsilon Zeta   ☒")]
    assert [one.boxes for one in carried(lines)] == [1, 0, 1, 1]
    assert [one.boxes for one in carried(lines[:3])] == [0, 1, 1]


def test_boxes_at_the_next_tab_stop_are_not_carried() -> None:
    """Where each stands in the first of several places behind its words, none of those is a column's."""
    lines = [row(0, "Alfa Beta Gamma     ☒"), row(1, "Delta Epsilon Zeta  ☐"), row(2, "Eta Theta Iota")]
    assert [one.boxes for one in carried([*lines, row(3, "Alfa      ☐")])] == [1, 1, 0, 1]
    assert [one.boxes for one in carried(lines)] == [1, 0, 1]


def test_a_box_is_not_carried_past_the_number_of_the_next_option() -> None:
    """What begins with a number of its own is no rest of the option above."""
    lines = [row(0, "i) Proprie        ☐"), row(1, "ii) Privati       ☐"), row(2, "iii) Pubblica")]
    assert [one.boxes for one in carried(lines)] == [1, 1, 0]


def test_options_with_no_boxes_begin_with_capitals() -> None:
    """However full the line above: their rests begin small. Among sentences a capital says nothing."""
    some = ["Scegliere una voce:", "Orti curati dalle nonne", "e dai vicini", "Botteghe che danno tempo"]
    some += ["agli apprendisti", "Scuole aperte la sera", "Biblioteche di quartiere"]
    lines = [row(at, text) for at, text in enumerate(some)]
    assert texts(lines, 125)[-2:] == some[-2:]
    lines[4] = row(4, "agli apprendisti.")
    assert texts(lines, 125)[-1] == " ".join(some[-2:])


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("«Scuole aperte la sera", "Biblioteche di quartiere»"), ("Scuole (ora aperte là", "Oriolo compreso)")],
)
def test_a_capital_within_a_quotation_begins_no_option(opened: str, closed: str) -> None:
    """What opens in one line closes in the next."""
    some = ["Scegliere una voce:", "Orti curati dalle nonne", "e dai vicini", "Botteghe che danno tempo"]
    lines = [row(at, text) for at, text in enumerate([*some, "agli apprendisti", opened, closed])]
    assert texts(lines, 125)[-1] == f"{opened} {closed}"


def test_a_capital_before_the_box_of_its_option_begins_none() -> None:
    """Where boxes stand behind their options a line without one is no whole option."""
    some = ["Orti curati dalle nonne", "e dai vicini ☐", "Botteghe che danno tempo", "agli apprendisti ☐"]
    lines = [row(at, text) for at, text in enumerate([*some, "Scuole del quartiere di", "Oriolo ☐", "Bar ☐"])]
    assert texts(lines, 125)[-2:] == ["Scuole del quartiere di Oriolo ☐", "Bar ☐"]


@pytest.mark.parametrize(("x", "said"), [(14, "B  X ☐"), (12, "B X ☐"), (10, "B X  ☐")])
def test_an_x_stands_nearer_to_what_it_belongs_to(x: float, said: str) -> None:
    """Be it by less than a blank: words, an X, a box."""
    style = Style("Plain", 10, False)
    places = zip("BX☐", (0, x, 24), strict=True)
    tokens = [Word(sign, left, 0, left + 7, 10, 8, style) for sign, left in places]
    assert "".join(blank + token.text for blank, token in zip(blanks(tokens), tokens, strict=True)) == said


def test_a_tick_in_place_of_the_first_of_several_boxes_in_a_line() -> None:
    """Boxes nearer to the words behind them stand before them: the last one's stand on the next line."""
    lines = [row(0, "Х Alfa dei sogni ☐ Beta ☐"), row(1, "Gamma       ☐ Delta     ☐"), row(2, "Epsilon")]
    assert texts(lines, 128) == ["Х Alfa dei sogni ☐ Beta ☐ Gamma ☐ Delta ☐ Epsilon"]


def test_boxes_behind_the_last_lines_of_options_are_not_carried() -> None:
    """Where one stands beside a rest that begins small, or alone below its words, so do the others."""
    lines = [row(0, "Alfa Beta Gamma"), row(1, "delta    ☒"), row(2, "Epsilon"), row(3, "Zeta     ☐")]
    assert [one.boxes for one in carried([*lines, row(4, "Eta Theta")])] == [0, 1, 0, 1, 0]
    below = [row(0, "Alfa     ☐"), row(1, "Beta     ☒"), row(2, "Gamma"), row(3, "Delta"), row(4, "☐", 40)]
    assert [one.boxes for one in carried(below)] == [1, 1, 0, 0, 1]


def test_a_number_alone_on_its_line_begins_an_option() -> None:
    """Its first word found no room beside it."""
    lines = [row(0, "e) Profit   ☒"), row(1, "f)"), row(2, "Organizza"), row(3, "g) Alfa     ☐")]
    assert [one.boxes for one in carried(lines)] == [1, 0, 0, 1]


@pytest.mark.parametrize("sign", ["X", "•", "a)", "2.1"])
def test_the_sign_of_an_item_goes_with_the_words_at_its_tab(sign: str) -> None:
    """Outside tables, too, a bullet, a number and an X in its place part no column."""
    page = leaf()
    for at, words in enumerate(("Alfa", "Beta", "Gamma")):
        page.text(50, 100 + 24 * at, sign).text(86, 100 + 24 * at, words)
    assert [_shown(one) for one in PdfReader().read(pdf(page)).paragraphs()] == [
        f"{sign} {words}" for words in ("Alfa", "Beta", "Gamma")
    ]


def test_a_typed_tick_alone_at_a_tab_is_none_of_the_words_below() -> None:
    """It found no room behind the words above."""
    lines = [row(0, "Alfa Beta"), row(1, "×", left=40), row(2, "Gamma ☐")]
    assert texts(lines, 55) == ["Alfa Beta", "×", "Gamma ☐"]


@pytest.mark.parametrize(("below", "boxes"), [("Enti Epsilon", [1, 0, 1]), ("Enti vicini:", [1, 1, 0])])
def test_a_box_is_not_carried_to_a_question(below: str, boxes: list[int]) -> None:
    """What asks below the last option is no rest of it."""
    lines = [row(0, "Alfa Beta      ☒"), row(1, "Gamma Delta    ☐"), row(2, below)]
    assert [one.boxes for one in carried(lines)] == boxes


def test_a_box_that_hangs_over_its_cell_makes_no_more_room() -> None:
    """It found none behind its line's words; those of other lines end before the edge."""
    lines = [row(0, "☐ Alfa della scuola ☐"), row(1, "Beta della sera"), row(2, "vaghi"), row(3, "☐ Gamma")]
    assert texts(lines, 102)[0] == "☐ Alfa della scuola ☐ Beta della sera vaghi"


@pytest.mark.parametrize(
    ("some", "said"),
    [
        (["___ Alfa", "_X_", "Beta Gamma"], ["___ Alfa", "_X_", "Beta Gamma"]),
        (["___", "Alfa Beta", "_X_", "Gamma"], ["___", "Alfa Beta", "_X_", "Gamma"]),
        (["Alfa Beta", "_X_", "Gamma Delta", "_X_"], ["Alfa Beta _X_", "Gamma Delta _X_"]),
    ],
)
def test_a_line_to_tick_on_stands_where_the_others_do(some: list[str], said: list[str]) -> None:
    """Alone between two options it belongs to the one below where such lines stand before their words."""
    assert texts([row(at, text) for at, text in enumerate(some)], 58) == said


@pytest.mark.parametrize(("end", "said"), [("X", 3), ("Y", 1)])
def test_ticks_typed_behind_options_end_them(end: str, said: int) -> None:
    """However full their lines: several in a cell are no initials of a name."""
    some = [f"Alfa della sera {end}", f"Beta della sera {end}", "Gamma della sera"]
    assert len(texts([row(at, text) for at, text in enumerate(some)], 95)) == said


@pytest.mark.parametrize(("right", "said"), [(50, ["Alfa beta ☒", "Gamma"]), (60, ["Alfa beta", "☒ Gamma"])])
def test_a_box_alone_on_its_line_found_no_room_behind_a_blank(right: float, said: list[str]) -> None:
    """The blank before it wants room, too."""
    lines = [row(0, "Alfa beta"), row(1, "☒"), row(2, "Gamma")]
    assert texts(lines, right) == said


def test_quotations_one_behind_the_other_are_options_each() -> None:
    """However full the line that the first one ends; one that is open goes on."""
    lines = [row(0, "«Alfa beta»"), row(1, "«Gamma la"), row(2, "Deltadelta»")]
    assert texts(lines, 82) == ["«Alfa beta»", "«Gamma la Deltadelta»"]


@pytest.mark.parametrize("after", [True, False])
def test_a_box_alone_that_found_no_room_on_either_side(after: bool) -> None:
    """It is that of the words on the side where the page's others stand."""
    words = ("Alfaalfa", "☒", "Betabeta", "gamma", "delta", "Zeta", "eta", "teta")
    found = texts([row(at, one) for at, one in enumerate(words)], 45, after=after)
    assert found[0] == ("Alfaalfa ☒" if after else "Alfaalfa")


def test_a_line_to_tick_on_at_a_line_s_end_is_that_of_the_words_below() -> None:
    """Where such lines stand before their options, as the first of the cell does."""
    lines = [row(0, "___ Alfa ___ Beta _X_"), row(1, "Gammagamma ___ Delta _X_"), row(2, "Epsilonepsi")]
    assert texts(lines, 130) == ["___ Alfa ___ Beta _X_ Gammagamma ___ Delta _X_ Epsilonepsi"]


def test_items_of_a_list_go_on_with_a_capital() -> None:
    """Where each has its bullet, what has none begins no item."""
    lines = [row(0, "• Uno e due sì"), row(1, "quattro o"), row(2, "• Con la Cinque"), row(3, "Seiesette")]
    lines += [row(4, "• Otto e nove"), row(5, "oppure dieci")]
    assert texts(lines, 84)[1] == "• Con la Cinque Seiesette"


def test_options_whose_ends_chance_to_meet_are_not_justified() -> None:
    """Justified lines end where the cell's text must end at the latest."""
    lines = [row(at, f"☐ Alfa {word}") for at, word in enumerate(("uno", "due", "tre", "sei"))]
    assert texts([*lines, row(4, "☐ Beta"), row(5, "quattro")], 66)[-1] == "☐ Beta quattro"
