"""E-mail addresses that go over several lines of a narrow cell."""

from __future__ import annotations

import pytest

from parsers.document import Break, Document, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import leaf, pdf


def _cell(*lines: str, right: float = 160) -> Document:
    return PdfReader().read(pdf(leaf().grid([50, right], [50, 150]).lines(55, 64, *lines)))


def _text(document: Document) -> str:
    return "|".join(
        "".join(
            inline.text if isinstance(inline, Text) else "|"
            for inline in paragraph.inlines
            if isinstance(inline, (Text, Break))
        )
        for paragraph in document.paragraphs()
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("area-", "m", "inori@rondini.example.it"),
        ("area-m", "inori@rondini.example.it"),
        ("area-minor", "i@rondini.example.it"),
        ("n.", "area-minori@rondini.example.it"),
    ],
)
def test_an_address_broken_where_its_dress_changes_is_whole(lines: tuple[str, ...]) -> None:
    """However much room is left behind its first part."""
    assert "area-minori@rondini.example.it" in _text(_cell(*lines))


def test_what_no_address_begins_with_goes_on_with_the_line_above() -> None:
    """A vowel alone may be a word, but not before a full stop that a letter follows."""
    assert "o.tigli@rondini.example.it" in _text(_cell("o", ".tigli@rondini.example.it"))


def test_capitals_are_letters_too() -> None:
    """An address in capitals is broken like any other, a small word's letters included."""
    text = _text(_cell("IN", "NOVAZIONE_SOCIA", "LE@RONDINI.EXAMPLE.IT"))
    assert "INNOVAZIONE_SOCIALE@RONDINI.EXAMPLE.IT" in text


@pytest.mark.parametrize("word", ["mail", "Mario", "0522000111"])
def test_a_word_before_an_address_is_no_part_of_it(word: str) -> None:
    """Labels, names and numbers stand for themselves."""
    text = _text(_cell(word, "info@rondini.example.it"))
    assert f"{word}info" not in text


def test_a_label_alone_above_an_address_is_a_paragraph_of_its_own() -> None:
    """However little room there was beside it: it may head a column."""
    assert _text(_cell("E-mail", "info@rondini.example.it", right=165)) == "E-mail|info@rondini.example.it"


def test_what_may_be_an_address_or_two_words_is_said() -> None:
    """A word that ends as Italian words do, and that had no room beside the address, is a doubt."""
    document = _cell("segreteria", "sociale@rondini.example.it", right=190)
    assert [(note.code, note.detail) for note in document.notes] == [("low-confidence", "address")]


@pytest.mark.parametrize(("word", "doubted"), [("Segret", True), ("Rossi", False)])
def test_a_name_that_ends_as_few_do_may_be_the_beginning(word: str, doubted: bool) -> None:
    """It is left alone, and said."""
    document = _cell(word, "eria@rondini.example.it", right=170)
    assert [(note.code, note.detail) for note in document.notes] == [("low-confidence", "address")] * doubted


def test_a_word_with_room_beside_the_address_is_none() -> None:
    """Where both would have stood on one line, somebody put them on two."""
    assert _cell("segreteria", "sociale@rondini.example.it", right=400).notes == ()


def test_a_capital_letter_alone_begins_the_address_below_it() -> None:
    """Some people begin an address like a sentence, and the letter is dressed by itself."""
    assert "Segreteria@rondini.example.it" in _text(_cell("S", "egreteria@rondini.example.it"))
    assert "O.tigli@rondini.example.it" in _text(_cell("O.", "tigli@rondini.example.it"))


def test_an_address_with_a_sign_too_many_goes_on_with_the_line_above() -> None:
    """No word begins with the sign, so nothing is in doubt, though the word above had no room beside it."""
    document = _cell("segreteria", "@@rondini.example.it", right=160)
    assert "segreteria@@rondini.example.it" in _text(document)
    assert document.notes == ()
