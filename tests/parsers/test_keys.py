"""Keys: what counts when words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.keys import key, offsets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Città", "CITTÀ"),
        ("Città", "citta"),
        ("Città", "citta'"),
        ("Città", "citta\u0300"),
        ("l’ambito", "l'ambito"),
        ("l’ambito", "l`ambito"),
        ("Nome progetto (1)", "Nome progetto"),
        ("Nome progetto (1)", "nome  progetto:"),
        ("Tel. e mail", "tel e-mail"),
        ("PA e EE.LL.", "pa e eell"),
        ("Straße", "STRASSE"),
        ("officina", "o\ufb03cina"),
        ("no\u00adme", "nome"),
        ("nome\u00a0progetto", "nome progetto"),
    ],
)
def test_spellings_that_do_not_matter_have_one_key(one: str, other: str) -> None:
    """Case, accents, apostrophes, spaces, punctuation and note references do not count."""
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tipo A", "tipo B"), ("(A+B)", "(A)"), ("fase 1", "fase 2"), ("(12)", "")]
)
def test_letters_and_digits_count(one: str, other: str) -> None:
    """What a person would tell apart has another key; only one digit in brackets is a reference."""
    assert key(one) != key(other)


@pytest.mark.parametrize("text", ["", " ..…__ ", "☐", "(1)", "–"])
def test_what_holds_no_letter_has_no_key(text: str) -> None:
    """Leaders, rules, boxes and references alone are nothing to compare."""
    assert key(text) == ""


def test_each_letter_of_a_key_leads_back_to_its_place() -> None:
    """The way back passes over what does not count."""
    assert offsets("È (1) “sì”") == [0, 7, 8]


def test_one_character_that_folds_to_several_is_the_place_of_each() -> None:
    """Letters that fold to more than one lead back to the one character."""
    assert (key("aßb"), offsets("aßb")) == ("assb", [0, 1, 1, 2])


@given(st.text(max_size=60))
def test_a_key_and_its_way_back_are_as_long(text: str) -> None:
    """Whatever the text, every letter of the key has a place, in order."""
    back = offsets(text)
    assert (len(back), back) == (len(key(text)), sorted(back))


@given(st.text(max_size=60))
def test_what_stands_at_a_place_gives_the_letter(text: str) -> None:
    """The character that the way back names holds the letter of the key."""
    folded = key(text)
    assert all(letter in key(text[at]) for letter, at in zip(folded, offsets(text), strict=True))


@given(st.lists(st.sampled_from("Perché l’Ω–ßﬁ℃½Å☐ 7\n"), min_size=100, max_size=200).map("".join))
def test_a_long_text_is_folded_as_its_characters_are(text: str) -> None:
    """Accented letters and signs count in a long text as they do by themselves."""
    assert key(text) == "".join(map(key, text))
    assert [len(key(char)) for char in text] == [offsets(text).count(at) for at in range(len(text))]
