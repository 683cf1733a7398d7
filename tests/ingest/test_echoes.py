"""Answers with the form's own words in them."""

from __future__ import annotations

import pytest

from ingest.echoes import echoes
from parsers.form import Field, Form, Kind, Option

NAME = Field("nome", "Nome del gruppo", Kind.TEXT)
STORY = Field(
    "storia",
    "Storia",
    Kind.LONG_TEXT,
    prompts=("Raccontare come il gruppo è nato, chi lo anima e che cosa fa (max 900 battute)",),
)
SPENT = Field(
    "spese", "Spese", Kind.ANY_OF, options=(Option("altre", "Altre spese, quali", asks_text="nome"),)
)
FORM = Form("gruppi", "1", "Gruppi", "it", (NAME, STORY, SPENT), ("nome", "nome"))


@pytest.mark.parametrize(
    "text",
    [
        "che cosa fa (max 900 battute)\nDue amiche e un prato.",
        "Due amiche e un prato. Raccontare come il gruppo è nato,",
    ],
)
def test_a_piece_of_a_prompt_is_an_echo(text: str) -> None:
    """A prompt cut at the wrong place leaves its end or its beginning in the answer."""
    assert echoes(FORM, STORY, text)


def test_a_line_that_is_another_label_is_an_echo_in_a_short_answer() -> None:
    """A name is not the question below it."""
    assert echoes(FORM, NAME, "Storia")


def test_a_label_within_words_is_none() -> None:
    """People use the same words as the form."""
    assert not echoes(FORM, NAME, "Storia di quartiere")


def test_a_heading_in_a_long_answer_is_none() -> None:
    """People head their paragraphs with the form's words."""
    assert not echoes(FORM, STORY, "Storia\nDue amiche e un prato.")


def test_an_option_that_asks_for_text_is_an_echo_in_any_answer() -> None:
    """It is a line of the form's that was taken in with the answer."""
    assert echoes(FORM, STORY, "Due amiche\nAltre spese, quali:\ne un prato.")
    assert not echoes(FORM, STORY, "Due amiche e altre spese, quali quelle per il prato.")
