"""Labels on pages: where an option ends, and ticks typed in place of a box."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import Leaf, leaf, pdf


def _seen(*pages: Leaf) -> list[tuple[str, str]]:
    return [(one.mark.state.value, one.label) for one in labelled(PdfReader().read(pdf(*pages)))]


def _option(page: Leaf, x: float, y: float, label: str) -> Leaf:
    return page.box(x, y - 8, x + 8, y).text(x + 12, y, label)


def _full(page: Leaf) -> Leaf:
    """A line of text as wide as the page's text is."""
    return page.text(
        60, 60, "Il sottoscritto chiede quanto segue, a norma del regolamento comunale vigente in materia"
    )


def test_text_under_a_short_option_is_no_part_of_it() -> None:
    """An option that ends well before the margin does not go on at the margin."""
    page = _option(_full(leaf()), 60, 100, "altro")
    page.text(60, 112, "da recapitare presso la sede")
    assert _seen(page) == [("empty", "altro")]


def test_option_goes_on_where_it_had_no_more_room() -> None:
    """An option as wide as the text goes on in the next line, though that begins right below its box."""
    long = "di essere in regola con il versamento dei contributi e di ogni altra somma dovuta"
    page = _option(_full(leaf()), 60, 100, long + " all'ente stesso")
    page.text(60, 112, "medesimo")
    assert _seen(page) == [("empty", f"{long} all'ente stesso medesimo")]


def test_point_of_a_list_begins_anew() -> None:
    """A letter at the start of a line belongs to the box behind it."""
    page = _option(
        _full(leaf()), 60, 100, "di essere in regola con ogni versamento dei contributi e di altre somme"
    )
    _option(page.text(60, 112, "b)"), 74, 112, "di non esserlo")
    assert [label for _, label in _seen(page)][1:] == ["di non esserlo"]


def test_bold_heading_is_no_part_of_an_option() -> None:
    """What is bold under an option is a heading."""
    page = _option(leaf(), 60, 100, "rinnovo della concessione")
    page.text(60, 112, "DATI DEL VEICOLO", font="F2")
    assert _seen(page) == [("empty", "rinnovo della concessione")]


def test_cell_of_boxes_beside_a_cell_of_lines() -> None:
    """Each of several boxes in one cell goes with the line at its height."""
    page = leaf().grid([60, 300, 360], [90, 150])
    for row, name in enumerate(("Copia della patente", "Visura camerale", "Marca da bollo")):
        page.text(64, 104 + 16 * row, name).box(320, 96 + 16 * row, 328, 104 + 16 * row)
    assert [label for _, label in _seen(page)] == ["Copia della patente", "Visura camerale", "Marca da bollo"]


@pytest.mark.parametrize(
    ("text", "ticked", "empty"),
    [
        ("[ ] avvio X subingresso [ ] cessazione", "subingresso", ("avvio", "cessazione")),
        ("[ ] SI X NO", "NO", ("SI",)),
        ("[ ] radiografia ai raggi X completa [ ] visita", "", ("radiografia ai raggi X completa", "visita")),
    ],
)
def test_tick_typed_in_place_of_a_box(text: str, ticked: str, empty: tuple[str, ...]) -> None:
    """A lone X among the options of a line is the tick of what follows it, unless it is part of a name."""
    found = _seen(leaf().text(60, 100, text))
    assert [label for state, label in found if state == "ticked"] == [ticked] * bool(ticked)
    assert tuple(label for state, label in found if state == "empty") == empty


@pytest.mark.parametrize(
    "text", ["x = a[ ] + b;", "if (x) return { };", "\\newcommand{ }{x}", "map::get( ) -> [ ]"]
)
def test_brackets_of_code_are_no_boxes(text: str) -> None:
    """Brackets in a line of a program are no boxes."""
    assert _seen(leaf().text(60, 100, text, font="F4")) == []


def test_number_of_the_next_box_is_no_part_of_a_label() -> None:
    """A number behind a gap belongs to the box that follows it."""
    page = _option(leaf().text(60, 100, "1"), 70, 100, "celibe")
    _option(page.text(300, 100, "4"), 310, 100, "vedovo")
    assert _seen(page) == [("empty", "celibe"), ("empty", "vedovo")]


def test_question_under_a_line_to_write_on_is_no_note() -> None:
    """A numbered question right under a line to write on is text, and its boxes are not lost."""
    page = leaf().text(60, 100, "3. Indirizzo").line(60, 118, 260, 118)
    _option(page.text(60, 130, "4. Possiede un'auto?"), 200, 130, "si")
    _option(page.text(60, 150, "5. Possiede una casa?"), 200, 150, "si")
    assert _seen(page) == [("empty", "si"), ("empty", "si")]


def test_a_frame_for_a_letter_is_no_box() -> None:
    """A square behind "M or F" wants a letter."""
    page = _option(leaf().text(60, 60, "Sesso (M o F)").box(140, 52, 148, 60), 60, 100, "residente")
    assert _seen(page) == [("empty", "residente")]


def test_line_back_under_the_box_of_an_option_that_was_set_in() -> None:
    """Where a label goes on set in under itself, a line that begins under the box is another text."""
    page = _option(
        _full(leaf()), 60, 100, "di essere in regola con ogni versamento dei contributi e delle altre"
    )
    page.text(72, 112, "somme dovute all'ente per gli anni che precedono quello della presente domanda e")
    page.text(60, 124, "chiede di essere ammesso")
    assert [label for _, label in _seen(page)] == [
        "di essere in regola con ogni versamento dei contributi e delle altre somme dovute all'ente per gli"
        " anni che precedono quello della presente domanda e"
    ]


@pytest.mark.parametrize(
    ("first", "goes_on"), [("versamento", True), ("Versamento", False)], ids=["wrapped", "heading"]
)
def test_bold_word_at_the_start_of_a_line(first: str, goes_on: bool) -> None:
    """A bold word goes on with an option, unless a capital begins it: then it is a heading."""
    long = "di essere in regola con ogni adempimento a proprio carico, e in particolare con il"
    page = (
        _option(_full(leaf()), 60, 100, long).text(60, 112, first, font="F2").text(122, 112, "dei contributi")
    )
    assert _seen(page) == [("empty", f"{long} {first} dei contributi" if goes_on else long)]


def test_boxes_nearer_to_the_words_behind_them() -> None:
    """Where a line has words at both ends, boxes that stand close before words are theirs."""
    page = _full(leaf())
    page.text(60, 100, "Ufficio: domanda").box(141, 92, 149, 100).text(151, 100, "ammessa")
    page.box(201, 92, 209, 100).text(211, 100, "esclusa")
    assert _seen(page) == [("empty", "ammessa"), ("empty", "esclusa")]
