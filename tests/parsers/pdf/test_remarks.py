"""Notes, stamps and handwriting on a PDF, and annotations that say nothing."""

from __future__ import annotations

import pytest

from parsers.document import Image, Mark
from parsers.errors import TooLarge
from tests.parsers.pdf.builder import HEIGHT, leaf
from tests.parsers.pdf.inked_options import E, options, remarks, states, texts_without_notes
from tests.parsers.pdf.test_reader import read


@pytest.mark.parametrize("flags", ["/F 2", "/F 32"])
def test_what_is_hidden_is_not_read(flags: str) -> None:
    """Nobody sees it on the page."""
    assert states(read(options().note("Square", (51, 81, 59, 89), f"/IC [0 0 0] {flags}"))) == [E, E, E]


@pytest.mark.parametrize("subtype", ["Text", "Caret", "FileAttachment"])
def test_notes_are_kept_beside_the_text(subtype: str) -> None:
    """A note is no part of the text, and not lost."""
    document = read(options().note(subtype, (200, 80, 218, 98), "/Contents (da rivedere)"))
    assert texts_without_notes(document) == ["Alfa", "Beta", "Gamma"]
    assert remarks(document) == ["da rivedere"]


def test_a_remark_on_a_highlight_that_repeats_its_words() -> None:
    """Some viewers copy the words that are marked: nothing new."""
    page = options().note("Highlight", (64, 80, 90, 92), "/Contents (Beta)")
    assert remarks(read(page)) == []


@pytest.mark.parametrize("subtype", ["Popup", "Link"])
def test_nothing_to_say_of(subtype: str) -> None:
    """Windows of notes and links say nothing."""
    document = read(options().note(subtype, (50, 80, 60, 90), "/Contents (X)"))
    assert (states(document), document.notes, remarks(document)) == ([E, E, E], (), [])


def test_handwriting_is_announced() -> None:
    """Strokes in a cell that tick nothing may be an answer."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("Ink", (200, 55, 260, 75), f"/InkList [[200 {HEIGHT - 55} 260 {HEIGHT - 75}]]")
    assert [(note.code, note.detail) for note in read(page).notes] == [("low-confidence", "annotations")]


def test_a_signature_below_the_form_is_no_answer() -> None:
    """Strokes outside all cells of a form made of cells are nothing to ask about."""
    page = leaf().grid([50, 150, 400], [50, 80]).text(55, 68, "Nome")
    page.note("Ink", (200, 655, 260, 675), f"/InkList [[200 {HEIGHT - 655} 260 {HEIGHT - 675}]]")
    assert read(page).notes == ()


def test_a_large_stamp_ticks_nothing() -> None:
    """What a stamp says is kept as a remark."""
    document = read(options().note("Stamp", (40, 50, 200, 130), "/Contents (RICEVUTO)"))
    assert (states(document), remarks(document)) == ([E, E, E], ["RICEVUTO"])


def test_a_page_with_too_many_annotations() -> None:
    """Reading takes a bounded time."""
    page = leaf().text(50, 60, "Testo")
    page.notes = [("/Subtype /Square /Rect [0 0 9 9]", "\n")] * 2_001
    with pytest.raises(TooLarge):
        read(page)


def test_a_giant_scribble() -> None:
    """A stroke of more points than a hand draws is taken by its outline."""
    points = " ".join(f"{200 + at % 7} {500 + at % 5}" for at in range(21_000))
    document = read(options().note("Ink", (200, 300, 207, 305), f"/InkList [[{points}]]"))
    assert states(document) == [E, E, E]


def test_nonsense_numbers_do_no_harm() -> None:
    """A damaged annotation is left out."""
    page = options().note("FreeText", (50, 80, 60, 90), "/Contents (ok) /DA (/ .. Tf 1.2.3 Tf) /Q (x)")
    page.notes.append(("/Subtype /Square /Rect [1e30 (a)]", "\n"))
    page.notes.append(("/Subtype /Ink /InkList [[1 2 3] 4 [(a)]] /Rect [0 0 0 0]", "\n"))
    assert len(states(read(page))) == 3


def test_a_picture_on_a_stamp_is_a_picture() -> None:
    """People put a logo on the page as a stamp; a mark without a picture is none."""
    page = options().note(
        "Stamp", (300, 300, 360, 360), shown="q 60 0 0 60 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    )
    found = [one for part in read(page).paragraphs() for one in part.inlines]
    assert sum(isinstance(one, Image) for one in found) == 1
    assert sum(isinstance(one, Mark) for one in found) == 3
