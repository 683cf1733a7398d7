"""Options one after the other, options with their boxes far behind them, and boxes over their labels."""

from __future__ import annotations

import pytest

from parsers.document import Document
from parsers.pdf.pages.in_rows import asked_in_line, running
from parsers.pdf.reader import PdfReader
from parsers.pdf.text.lines import Line
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_lists import row
from tests.parsers.pdf.test_unruled import rows, said

BOLD = "F2"


def read(page: Leaf) -> Document:
    return PdfReader().read(pdf(page))


def lines(page: Leaf) -> list[str]:
    return [text for text in map(said, read(page).paragraphs()) if text]


def typed(*words: str) -> Leaf:
    """Options with lines to write on before them, the last of which has no more room for its words."""
    page = leaf().text(50, 90, "Enti", font=BOLD)
    for at, word in enumerate(words):
        page.text(50 + 105 * at, 104, word)
    return page.text(50, 116, "Organizzazioni").text(155, 116, "___ Atenei")


def test_a_typed_tick_at_the_end_of_a_line_goes_with_the_words_below() -> None:
    """The rows are one line of text, and no table."""
    found = lines(typed("___ Comuni", "___ Scuole", "___ Banche", "___ Privati", "_X_"))
    assert found[1:] == [
        "___ Comuni ___ Scuole ___ Banche ___ Privati _X_",
        "Organizzazioni ___ Atenei",
    ]


def over(page: Leaf, x: float, y: float, *options: tuple[str, bool]) -> Leaf:
    """Boxes with lines of their own, each over its words."""
    for at, (words, ticked) in enumerate(options):
        top = y + 24 * at
        page.box(x + 2, top, x + 9, top + 7)
        if ticked:
            page.line(x + 2, top, x + 9, top + 7).line(x + 2, top + 7, x + 9, top)
        page.text(x, top + 18, words)
    return page


def test_boxes_over_their_labels_stand_so_below_a_prompt_too() -> None:
    """Another cell of the page begins with such a box."""
    page = leaf().grid([40, 140, 540], [100, 160, 240])
    over(page.text(50, 115, "Tipo"), 150, 104, ("Alfa", False), ("Beta", True))
    page.text(50, 175, "Scelta").text(150, 174, "Segnare una voce:")
    over(page, 150, 180, ("Gamma", True), ("Delta", False))
    assert rows(read(page)) == [
        ["Tipo", "[ ] Alfa / [x] Beta"],
        ["Scelta", "Segnare una voce: / [x] Gamma / [ ] Delta"],
    ]


def test_an_option_with_its_box_far_behind_it_has_a_row_of_its_own() -> None:
    """The table holds labels over their answers besides."""
    page = leaf()
    for at, label in enumerate(("Ente", "Regione")):
        y = 100 + 40 * at
        page.text(50, y, label, font=BOLD).text(300, y, f"{label} due", font=BOLD)
        page.text(50, y + 14, "Le Tegole").text(300, y + 14, "Roma")
    page.text(50, 180, "Tipo", font=BOLD)
    for at, option in enumerate(("Alfa", "Beta", "Gamma")):
        page.text(50, 194 + 13 * at, option).text(520, 194 + 13 * at, "[X]" if at == 1 else "[ ]")
    assert rows(read(page))[-3:] == [["Alfa", "[ ]"], ["Beta", "[x]"], ["Gamma", "[ ]"]]


def test_words_below_a_short_line_that_begin_with_a_number_are_no_note() -> None:
    """Nothing raised refers to them."""
    page = leaf().text(50, 100, "Altre, specificare").line(50, 110, 250, 110).text(50, 122, "8x1000 e doni")
    assert "8x1000 e doni" in " ".join(lines(page))


def asked(page: Leaf, y: float, *options: tuple[float, str]) -> Leaf:
    """A question and its options at tabs, each with a box before it."""
    page.text(50, y, "Forme:")
    return boxed(page, y, *options)


def boxed(page: Leaf, y: float, *options: tuple[float, str]) -> Leaf:
    for x, words in options:
        page.box(x, y - 8, x + 8, y).text(x + 11, y, words)
    return page


def test_options_whose_last_word_is_parted_go_on_on_the_next_line() -> None:
    """The rest of the word begins it, and other options stand at tabs behind that."""
    page = leaf()
    for y, first, second in ((100, 230, 150), (140, 180, 150)):
        asked(page, y, (85, "Alfa"), (first, "Beta"), (330, "Gamma"), (500, "Orga-"))
        boxed(page.text(50, y + 14, "nizzazioni"), y + 14, (second, "Delta"), (330, "Zeta"))
    assert [text.split("Gamma ")[1] for text in lines(page)] == 2 * ["[ ] Orga-nizzazioni [ ] Delta [ ] Zeta"]


@pytest.mark.parametrize(("end", "rest"), [("Soggetti no", "profit"), ("IV)", "Fondazioni")])
def test_options_whose_words_go_on_at_the_start_of_the_next_line(end: str, rest: str) -> None:
    """Further options at tabs behind that rest are no columns of a table."""
    page = leaf()
    for y, first in ((100, 230), (140, 180)):
        asked(page, y, (85, "Alfa"), (first, "Beta"), (330, "Gamma"), (500, end))
        boxed(page.text(50, y + 14, rest), y + 14, (150, "Delta"), (330, "Kappa"))
    assert sum(f"{end} {rest} [ ] Delta [ ] Kappa" in one for one in lines(page)) == 2


@pytest.mark.parametrize(("end", "whole"), [("☐ Gamma", True), ("........", False)])
def test_words_below_a_row_that_ends_in_dots_are_a_column_s(end: str, whole: bool) -> None:
    """They are the rest of the option that they stand under, and go on after no place to write on."""
    options = [row(0, "☐ Alfa", 10), row(0, "☐ Beta", 80), row(0, end, 150)]
    assert (0 in running([options, [row(1, "del quartiere", 12)]], 200)) is whole


def test_dots_below_an_option_are_no_rest_of_it() -> None:
    """The words of the box that ended the line above still begin the line."""
    page = boxed(asked(leaf(), 100, (85, "Alfa"), (230, "Beta"), (330, "Gamma")), 100, (530, ""))
    page = boxed(page.text(50, 114, "Delta"), 114, (85, "Altre")).text(230, 114, "…" * 20)
    assert any("[ ] Delta [ ] Altre" in text for text in lines(page))


def test_what_was_written_behind_options_at_a_tab_goes_on_where_the_question_begins() -> None:
    """It is no rest of the option that it stands below."""
    page = asked(leaf(), 100, (85, "Alfa"), (230, "Beta"), (430, "Delta della rete"))
    page = boxed(page, 114, (86, "Epsilon"), (230, "Altre, specificare"))
    page = page.text(340, 114, "raccolta di fondi e quote date da tutti quanti i").text(
        50, 128, "cittadini della zona"
    )
    assert lines(page)[-1].endswith(
        "Altre, specificare raccolta di fondi e quote date da tutti quanti i cittadini della zona"
    )


def test_a_gap_in_a_typed_box_parts_no_cells() -> None:
    """Its right half stands where a column of other rows begins."""
    page = leaf()
    for at in range(3):
        page.text(50, 60 + 24 * at, f"Voce {at}").text(120, 60 + 24 * at, f"risposta {at}")
    page.text(50, 132, "Alfa beta [").text(120, 132, "]")
    found = [cell for row in rows(read(page)) for cell in row]
    assert "Alfa beta [ ]" in [*found, *lines(page)]


def test_a_question_below_a_longer_line_begins_a_paragraph() -> None:
    """The option that stands at a tab behind it is no limit for the line above it."""
    page = leaf().text(50, 100, "Il progetto nasce da un lungo lavoro che ha coinvolto molte famiglie, e")
    page = page.text(50, 112, "finisce quest'anno con una festa di tutti i soci.")
    page = boxed(page.text(50, 124, "Prevista?"), 124, (96, "si"), (200, "no"))
    assert lines(page)[1].startswith("Prevista?")


def run_on(*texts: tuple[float, str]) -> list[list[Line]]:
    """Options with their boxes behind them, and what stands in the row below."""
    first, *further = texts
    return [[row(0, first[1], first[0]), row(0, "Gamma della", 80)], [row(1, text, x) for x, text in further]]


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        ([(10, "Alfa ☐"), (10, "scuola ☐"), (50, "Delta ☐")], True),
        ([(10, "Alfa ☐"), (10, "scuola X"), (50, "Delta X")], True),
        ([(10, "Alfa ☐"), (10, "☐"), (50, "Delta ☐")], True),
        ([(10, "Alfa ☐"), (10, "Beta ☐"), (80, "scuola ☐")], False),
        ([(10, "Alfa"), (10, "scuola ☐"), (50, "Delta ☐")], False),
    ],
)
def test_the_last_of_options_with_boxes_behind_them_goes_on(
    texts: list[tuple[float, str]], whole: bool
) -> None:
    """Its rest begins the next row, however few boxes stand in the first; in columns it stands below it."""
    assert (0 in running(run_on(*texts), 140)) is whole


def test_options_behind_their_question_end_with_a_box_alone() -> None:
    """Its words begin the next row."""
    options = [row(0, "Enti: ☐ Alfa", 10), row(0, "☐ Beta", 80), row(0, "☐", 120)]
    assert 0 in running([options, [row(1, "Gamma", 10), row(1, "Delta", 60)]], 135, True)


@pytest.mark.parametrize(("first", "whole"), [("Profit", True), ("Mezzo:", False)])
def test_options_behind_their_question_go_on_with_a_capital(first: str, whole: bool) -> None:
    """What begins the row below and has no box right behind it is a rest, unless it asks."""
    options = [row(0, "Enti: ☐ Alfa", 10), row(0, "☐ Soggetti", 80)]
    below = [row(1, first, 10), row(1, "☐ Beta", 60)]
    assert (1 in asked_in_line([options, below], 150)) is whole


@pytest.mark.parametrize(("x", "whole"), [(40, True), (81, False)])
def test_options_behind_their_question_go_on_with_a_box_at_a_tab(x: float, whole: bool) -> None:
    """Under none of those above it begins no row of columns."""
    options = [row(0, "Enti: ☐ Alfa", 10), row(0, "☐ Beta", 80), row(0, "☐ Gamma", 130)]
    assert (0 in running([options, [row(1, "☐ Delta", x), row(1, "un lascito", 130)]], 170)) is whole
