"""Letters as programs place them: one by one, twice, with accents of their own, too close, sideways."""

from __future__ import annotations

import pytest

from parsers.document import Mark, State
from parsers.pdf.reader import PdfReader, read_pages
from samples.printed.book import Book, Printed
from samples.printed.leaves import Letter
from samples.printed.outlines import blocks
from samples.printed.writers import Pen, each_alone
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf
from tests.parsers.pdf.sign_fonts import true_type

WIDTHS = {"(": 3.3, ")": 3.3, "1": 5.6, "N": 7.2, "o": 5.6, "m": 8.3, "e": 5.6, "a": 5.6}


def words(*leaves: Leaf) -> list[str]:
    return [word.text for word in read_pages(pdf(*leaves)).pages[0].words]


def spelt(text: str, x: float = 50.0, y: float = 100.0) -> Leaf:
    """A text with each letter placed by itself."""
    page = leaf()
    for letter in text:
        if letter != " ":
            page.text(x, y, letter)
        x += WIDTHS.get(letter, 4.0)
    return page


def test_letters_placed_one_by_one_are_words() -> None:
    """What stands together is one word, though each letter is a text of its own."""
    assert words(spelt("Nome nome")) == ["Nome", "nome"]


def test_a_number_in_brackets_placed_letter_by_letter_is_no_tick() -> None:
    """The reference of a label is no ticked box."""
    marks = list(PdfReader().read(pdf(spelt("Nome (1)"))).marks())
    assert marks == []


@pytest.mark.parametrize("gap", [0.0, 0.3, 0.6])
def test_a_text_painted_twice_is_read_once(gap: float) -> None:
    """Bold by painting twice, or a shadow."""
    page = leaf()
    for at in (0.0, gap):
        for row, text in enumerate(("La sede operativa", "di nostra gente")):
            page.text(50 + at, 100 + 20 * row + at, text)
    assert words(page) == ["La", "sede", "operativa", "di", "nostra", "gente"]


@pytest.mark.parametrize(
    ("accent", "base", "said"), [("`", "a", "à"), ("´", "e", "é"), ("¨", "o", "ö"), ("ˆ", "e", "ê")]
)
def test_an_accent_over_a_letter_is_that_letters(accent: str, base: str, said: str) -> None:
    """Old programs set the accent first, and the letter under it."""
    page = leaf().text(50, 100, "citt").text(63.6, 100, accent).text(62.8, 100, base)
    assert words(page) == [f"citt{said}"]


def test_an_accent_beside_a_letter_stays_itself() -> None:
    """People type an accent behind a capital."""
    assert words(leaf().text(50, 100, "CITTA´ NUOVA")) == ["CITTA´", "NUOVA"]


def test_a_narrow_blank_parts_words() -> None:
    """A line that is pressed together still has its blanks."""
    page = leaf().raw(f"BT /F1 10 Tf -1.9 Tw 1 0 0 1 50 {HEIGHT - 100} Tm (La sede di via Roma) Tj ET")
    document = PdfReader().read(pdf(page))
    assert "".join(inline.text for inline in next(document.paragraphs()).inlines) == "La sede di via Roma"  # type: ignore[union-attr]


def test_a_letter_that_the_library_leaves_out_is_read() -> None:
    """Behind a sign of no width that lies over another one."""
    line = [
        Letter("□", 100, 700, 10, 11, "Signs"),
        Letter("\u0338", 110, 700, 0, 11, "Signs"),
        *(Letter(char, 110 + 6 * at, 700, 6, 11, "Body") for at, char in enumerate("Altre")),
    ]
    pen = Pen()
    data = Book().saved([Printed(each_alone(line, pen), 595, 842)], pen.fonts, 0)
    document = PdfReader().read(data)
    paragraph = next(document.paragraphs())
    said = [inline.state if isinstance(inline, Mark) else inline.text for inline in paragraph.inlines]  # type: ignore[union-attr]
    assert said == [State.TICKED, "Altre"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", ["0 1 -1 0 400 100", "-1 0 0 -1 500 700", "0 -1 1 0 100 700"])
def test_a_page_printed_sideways_is_read_upright(matrix: str, turn: int) -> None:
    """People turn it; what it says of its own turning does not matter."""
    page = leaf(turn).raw(f"q {matrix} cm")
    page.raw("BT /F1 10 Tf 1 0 0 1 0 0 Tm (Prima riga) Tj 0 -20 Td (Seconda riga) Tj ET Q")
    found = read_pages(pdf(page)).pages[0].words
    assert [word.text for word in sorted(found, key=lambda word: (word.baseline, word.x0))] == [
        "Prima",
        "riga",
        "Seconda",
        "riga",
    ]


def test_a_line_cut_off_at_the_margin_is_not_read() -> None:
    """Browsers paint the next page's first line once more below, where nobody sees it."""
    page = leaf().text(50, 100, "Risposta").raw("q 40 40 515 762 re W n").text(50, 815, "Altra").raw("Q")
    assert words(page) == ["Risposta"]


def test_letters_of_a_font_of_drawings_take_the_room_they_say() -> None:
    """Their pictures may be larger than that; the words stay apart."""
    pen = Pen("drawn")
    line = [Letter(char, 100 + 5 * at, 700, 5, 10) for at, char in enumerate("la via") if char != " "]
    data = Book().saved([Printed(each_alone(line, pen), 595, 842)], pen.fonts, 0)
    found = read_pages(data).pages[0].words
    assert [(word.text, round(word.x1)) for word in found] == [("la", 110), ("via", 130)]


def test_the_makers_own_fonts_show_boxes_as_boxes() -> None:
    """An empty box is a frame, and a ticked one has something in it."""
    assert [len(blocks(sign, 900)) for sign in "☐☒a"] == [2, 3, 1]


def test_a_line_through_letters_ends_their_word_where_it_ends() -> None:
    """A tracked change prints what it took out struck, with no blank before what it put in."""
    x = read_pages(pdf(leaf().text(50, 100, "vedere"))).pages[0].words[0].x1
    both = leaf().text(50, 100, "vedere").text(x, 100, "Il")
    assert words(both) == ["vedereIl"]
    assert words(both.line(50, 97, x, 97)) == ["vedere", "Il"]


def test_a_line_under_letters_in_pieces_ends_no_word() -> None:
    """Each letter may have a line of its own, as long as they make one."""
    page = leaf().text(50, 100, "a").text(55.6, 100, "m").text(63.9, 100, "a")
    for x, end in ((50, 55.6), (55.6, 63.9), (63.9, 69.5)):
        page.line(x, 101.5, end, 101.5)
    assert words(page) == ["ama"]


def test_a_gap_much_wider_than_its_neighbours_parts_two_words() -> None:
    """Some programs leave the blank out where a word of one letter follows: "Nuvole e Chiodi"."""
    page = leaf().text(50, 100, "o").text(55.6, 100, "le").text(66, 100, "e")
    assert words(page) == ["ole", "e"]


def test_letters_of_a_lost_symbol_font_are_boxes_in_doubt() -> None:
    """Where the printing computer had no such font, its letters stand in another one than the words."""
    page = leaf()
    for row, (letter, label) in enumerate((("o", "Alfa"), ("ý", "Beta"), ("o", "Gamma"))):
        page.text(50, 100 + 20 * row, letter, font="F2").text(65, 100 + 20 * row, f"{label} e altro")
    marks = list(PdfReader().read(pdf(page)).marks())
    assert [(mark.raw, mark.state) for mark in marks] == [
        ("o", State.EMPTY),
        ("ý", State.TICKED),
        ("o", State.EMPTY),
    ]
    assert all(mark.confidence < 0.8 for mark in marks)


def test_bullets_of_another_font_are_no_boxes() -> None:
    """Without a tick that goes with them they begin the lines of a list."""
    page = leaf()
    for row, label in enumerate(("Alfa", "Beta", "Gamma")):
        page.text(50, 100 + 20 * row, "o", font="F2").text(65, 100 + 20 * row, f"{label} e altro")
    assert list(PdfReader().read(pdf(page)).marks()) == []


def test_letters_of_formulas_are_no_boxes() -> None:
    """Their font writes other letters as well."""
    page = leaf()
    for row, letters in enumerate(("onq", "xoa", "kro")):
        for column, letter in enumerate(letters):
            page.text(50 + 60 * column, 100 + 20 * row, letter, font="F2")
            page.text(62 + 60 * column, 100 + 20 * row, "dove")
    assert list(PdfReader().read(pdf(page)).marks()) == []


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_a_hyphen_is_one_whatever_its_code(hyphen: str) -> None:
    """Nobody sees which of them the file names."""
    page = leaf().text(60, 60, "Testo").raw("BT /S 11 Tf 1 0 0 1 60 700 Tm <000300040003> Tj ET")
    data = pdf(page, more={"S": true_type("ABCDEF+Calibri", {3: "a", 4: hyphen})})
    assert [word.text for word in read_pages(data).pages[0].words] == ["Testo", "a-a"]
