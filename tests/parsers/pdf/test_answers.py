"""Texts of interactive forms among what is printed: labels on all sides, dots, frames, combs."""

from __future__ import annotations

import pytest

from parsers.document import Method, State
from parsers.pdf.reader import read_pages
from tests.parsers.pdf.builder import leaf, pdf
from tests.parsers.pdf.test_reader import read, texts


def test_a_label_below_its_field_comes_first() -> None:
    """Where most fields of a page have their label below, each value follows its own."""
    page = leaf().text(50, 40, "Modulo", 14)
    for at, (label, value) in enumerate((("Nome", "Ada"), ("Comune", "Pavia"), ("Ruolo", "socia"))):
        top = 60 + 40 * at
        page.entry((50, top, 300, top + 16), label, value).text(50, top + 25, label, 8)
    assert texts(read(page)) == ["Modulo", "Nome", "Ada", "Comune", "Pavia", "Ruolo", "socia"]


def test_labels_below_fields_side_by_side() -> None:
    """Each value follows the label that stands below it."""
    page = leaf()
    for x, label, value in ((50, "Nome", "Ada"), (300, "Comune", "Pavia")):
        page.entry((x, 60, x + 200, 76), label, value).text(x, 85, label, 8)
    assert texts(read(page)) == ["Nome", "Ada", "Comune", "Pavia"]


def test_labels_above_fields_stay_theirs() -> None:
    """However near the next label is below."""
    page = leaf()
    for at, (label, value) in enumerate((("Nome", "Ada"), ("Comune", "Pavia"), ("Ruolo", "socia"))):
        top = 60 + 34 * at
        page.text(50, top, label).entry((50, top + 3, 300, top + 19), label, value)
    assert texts(read(page)) == ["Nome", "Ada", "Comune", "Pavia", "Ruolo", "socia"]


def test_a_label_far_to_the_left_is_before_a_title_above() -> None:
    """A field follows the label on its level unless what stands above it is very near."""
    page = leaf().text(50, 40, "Domanda di contributo", 14).text(50, 68, "Nome")
    page.entry((150, 56, 400, 72), "n", "Ada")
    assert texts(read(page)) == ["Domanda di contributo", "Nome", "Ada"]


@pytest.mark.parametrize("printed", ["dots", "glued", "frame", "rules", "shade"])
def test_what_is_printed_to_be_written_upon_goes(printed: str) -> None:
    """Dots, frames and shades under a field are no text and no table."""
    page = leaf().text(50, 68, "Nome" + "." * 40 if printed == "glued" else "Nome").text(50, 98, "Comune")
    if printed == "dots":
        page.text(90, 68, "." * 40)
    elif printed == "frame":
        page.box(90, 56, 300, 72).box(90, 86, 300, 102)
    elif printed == "rules":
        page.grid([90, 300], [56, 72]).grid([90, 300], [86, 102])
    elif printed == "shade":
        page.raw("0.9 0.9 1 rg").box(90, 56, 300, 72, "f").raw("0 g")
    page.entry((90, 56, 300, 72), "n", "Ada").entry((90, 86, 300, 102), "c", "Pavia")
    assert texts(read(page)) == ["Nome", "Ada", "Comune", "Pavia"]


def test_a_framed_answer_follows_the_label_beside_it() -> None:
    """A frame begins above the label's line: once a field is part of the page, it is a frame with words."""
    page = leaf()
    for at, (label, value) in enumerate((("Nome", "Ada"), ("Comune", "Pavia"))):
        top = 56 + 30 * at
        page.text(50, top + 12, label).box(120, top, 300, top + 16).text(124, top + 12, value)
    assert texts(read(page)) == ["Nome", "Ada", "Comune", "Pavia"]


def test_letters_in_fields_of_their_own_are_one_answer() -> None:
    """A blank between them stays; a row of ticks is none."""
    page = leaf().text(50, 68, "Tel.")
    for at, letter in enumerate("051 00"):
        page.entry((100 + 16 * at, 56, 115 + 16 * at, 72), f"t{at}", letter.strip())
    assert texts(read(page)) == ["Tel.", "051 00"]


def test_empty_small_fields_are_boxes_beside_ticked_ones() -> None:
    """So that it is seen on which side of the words the boxes are."""
    page = leaf()
    for at, (label, value) in enumerate((("Alfa", ""), ("Beta", "X"), ("Gamma", ""))):
        page.text(50, 60 + 20 * at, label).entry((100, 50 + 20 * at, 112, 62 + 20 * at), label, value)
    assert [(mark.state, mark.method) for mark in read(page).marks()] == [
        (State.EMPTY, Method.ACROFORM),
        (State.TICKED, Method.ACROFORM),
        (State.EMPTY, Method.ACROFORM),
    ]


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ("/V (Inserire qui il nome) /DV (Inserire qui il nome)", ""),
        ("/V (Ada) /DV (Inserire qui il nome)", "Ada"),
        ("/V (Pavia) /DV (Pavia)", "Pavia"),
    ],
)
def test_a_hint_that_a_field_came_with_is_no_answer(more: str, value: str) -> None:
    """An answer that it came with is one."""
    page = leaf().text(50, 68, "Nome")
    page.fields.append(f"/Subtype /Widget /FT /Tx /T (n) {more} /Rect [90 770 300 786]")
    assert [entry.value for entry in read_pages(pdf(page)).pages[0].entries] == [value]


def test_the_entry_of_a_list_that_asks_to_choose_is_no_answer() -> None:
    """Nobody chose anything."""
    page = leaf().text(50, 68, "Nome")
    page.fields.append(
        "/Subtype /Widget /FT /Ch /Ff 131072 /T (c) /V (- Selezionare -)"
        " /Opt [(- Selezionare -) (Umbria)] /Rect [90 770 300 786]"
    )
    assert [entry.value for entry in read_pages(pdf(page)).pages[0].entries] == [""]


def test_a_field_off_the_page_is_not_seen() -> None:
    """What nobody sees is no answer."""
    page = leaf().text(50, 68, "Nome")
    page.fields.append("/Subtype /Widget /FT /Tx /T (n) /V (fuori) /Rect [-300 100 -100 120]")
    assert read_pages(pdf(page)).pages[0].entries == ()


@pytest.mark.parametrize("flags", [2, 32])
def test_a_field_that_is_not_shown_is_none(flags: int) -> None:
    """Hidden, or only printed."""
    page = leaf().text(50, 68, "Nome")
    page.fields.append(f"/Subtype /Widget /FT /Tx /T (n) /V (x y) /F {flags} /Rect [90 770 300 786]")
    assert read_pages(pdf(page)).pages[0].entries == ()


def test_a_tick_over_a_box_that_is_both_drawn_and_a_character() -> None:
    """A form field that became part of the page lies over the box that is printed there."""
    page = leaf()
    for at, word in enumerate(("Alfa", "Beta", "Gamma")):
        y = 60 + 13 * at
        page.text(52, y, "o", 8, "F3").box(52.5, y - 6.5, 59.5, y + 0.5).text(64, y, word, 8)
    page.text(53.2, 72.2, "5", 6.4, "F3")
    assert texts(read(page)) == ["[ ] Alfa", "[x] Beta", "[ ] Gamma"]
