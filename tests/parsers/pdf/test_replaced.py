"""Texts of a PDF that are said in other words than their own letters."""

from __future__ import annotations

import pytest

from parsers.pdf.reader import read_pages
from tests.parsers.pdf.builder import Leaf, leaf, pdf

TAGGED = "Casa della mamma, 15.500 euro"


def said(text: str, spelling: str = "utf-16-be", sign: str = "feff") -> str:
    """The operator that begins a stretch which means that text."""
    return f"/Span <</ActualText <{sign}{text.encode(spelling).hex()}>>> BDC"


def words(page: Leaf) -> list[tuple[str, int]]:
    """The words of a page, each with where it begins."""
    return [(word.text, round(word.x0)) for word in read_pages(pdf(page)).pages[0].words]


@pytest.mark.parametrize(
    ("spelling", "sign"), [("utf-16-be", "feff"), ("utf-16-le", "fffe"), ("utf-8", "efbbbf"), ("latin-1", "")]
)
def test_a_line_that_is_said_in_its_own_words_stands_where_it_is_seen(spelling: str, sign: str) -> None:
    """However the other words are spelt."""
    plain = leaf().text(60, 100, TAGGED)
    tagged = leaf().raw(said(TAGGED, spelling, sign)).text(60, 100, TAGGED).raw("EMC")
    assert words(tagged) == words(plain)


def test_a_word_in_several_texts_stands_where_it_is_seen() -> None:
    """One stretch may go over many texts, whatever blanks it says."""
    plain = leaf().text(60, 100, "Uno").text(120, 100, "due").text(180, 100, "uno")
    tagged = leaf().raw(said("Uno due uno "))
    tagged.text(60, 100, "Uno").text(120, 100, "due").text(180, 100, "uno").raw("EMC")
    assert words(tagged) == words(plain)


def test_a_text_that_is_said_otherwise_is_what_the_file_says() -> None:
    """Its letters may be those of a font that has its own."""
    page = leaf().raw(said("Casa")).text(60, 100, "xq3z").raw("EMC")
    assert [text for text, _ in words(page)] == ["Casa"]
