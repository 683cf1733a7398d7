"""Comments and notes as answers: judged where they tick, kept where they only speak."""

from __future__ import annotations

import pytest

from ingest.messages import CATALOGUE, message
from ingest.normalise import Normalised, normalise
from ingest.texts import Texts
from parsers.match import match
from parsers.word.reader import WordReader
from tests.parsers.visit_form import FORM
from tests.parsers.word.asides_builder import comment, ends, note, noted, on, options, starts
from tests.parsers.word.builder import p, r, table

MEANS = ("☐ Treno regionale", "☐ Nave traghetto", "☐ Bicicletta")
SHIP = "Mezzo di viaggio"


def reading(body: str, **texts: tuple[str, ...]) -> Normalised:
    """The record and findings of a form with those comments and notes."""
    return normalise(FORM, match(WordReader().read(noted(body, **texts)), FORM))


def asked(first: str, ship: str = "☐ Nave traghetto", label: str = SHIP) -> str:
    """The question of the means of travel, with runs for two of its options."""
    return table((label, options(first, ship, "☐ Bicicletta")))


def found(read: Normalised, field: str | None) -> set[tuple[str, str]]:
    """Code and text of the findings on a field, those on absent fields left out."""
    return {
        (one.code, str(one.fact("text") or ""))
        for one in read.findings
        if one.field == field and one.code not in ("field-not-found", "missing-required")
    }


CHOOSING = ("questa", "Sì", "X", "scegliamo questa!", "ok", "Abbiamo scelto questa voce.", "Nave traghetto")


@pytest.mark.parametrize("said", CHOOSING)
def test_a_comment_on_an_option_ticks_it_and_is_judged(said: str) -> None:
    """In a group without ticks it is the only answer there is."""
    read = reading(asked("☐ Treno regionale", on(1, r("☐ Nave traghetto"))), comments=(said,))
    assert read.record.values()["mezzo"] == "nave"
    assert found(read, "mezzo") == {("ambiguous-mark", "")}


@pytest.mark.parametrize(
    "ship",
    [
        on(1, r("☐")) + r(" Nave traghetto"),
        r("☐ ") + on(1, r("Nave")) + r(" traghetto"),
        r("☐ Nave traghetto") + comment(1),
        r("☐ Nave traghetto") + note(1),
    ],
    ids=["on the box", "on a word", "behind it", "as a footnote"],
)
def test_wherever_it_stands_by_the_option(ship: str) -> None:
    """Its box, one of its words, or the place behind it."""
    read = reading(asked("☐ Treno regionale", ship), comments=("questa",), footnotes=("questa",))
    assert read.record.values()["mezzo"] == "nave"


def test_a_comment_on_the_question_that_names_an_option_ticks_it() -> None:
    """The option's own words say which."""
    label = p(on(1, r(SHIP)))
    read = reading(asked("☐ Treno regionale", label=label), comments=("Bicicletta",))
    assert (read.record.values()["mezzo"], found(read, "mezzo")) == ("bici", {("ambiguous-mark", "")})


NOT_CHOOSING = ("no", "non so", "questa?", "vedi nota", "Bicicletta", "si veda la delibera allegata")


@pytest.mark.parametrize("said", NOT_CHOOSING)
def test_other_words_tick_nothing_and_are_kept(said: str) -> None:
    """What is no choice in few words is left to a person."""
    read = reading(asked("☐ Treno regionale", on(1, r("☐ Nave traghetto"))), comments=(said,))
    assert read.record.values()["mezzo"] is None
    assert found(read, "mezzo") == {("unexpected-content", said)}


@pytest.mark.parametrize("said", ["no", "Non questa", "forse", "è giusto?", "Bicicletta", "errore"])
def test_a_comment_against_a_ticked_option_puts_it_in_doubt(said: str) -> None:
    """The tick holds, and a person looks."""
    read = reading(asked("☐ Treno regionale", on(1, r("☒ Nave traghetto"))), comments=(said,))
    assert read.record.values()["mezzo"] == "nave"
    assert found(read, "mezzo") == {("ambiguous-mark", ""), ("unexpected-content", said)}


def test_a_comment_for_another_option_than_the_ticked_one() -> None:
    """A tick here and "this one" there contradict each other."""
    read = reading(asked("☒ Treno regionale", on(1, r("☐ Nave traghetto"))), comments=("questa",))
    assert read.record.values()["mezzo"] == "treno"
    assert found(read, "mezzo") == {("ambiguous-mark", ""), ("unexpected-content", "questa")}


@pytest.mark.parametrize("said", ["questa", "Lo usiamo dal 1998, anche d’inverno.", "verificare"])
def test_a_comment_that_agrees_is_no_doubt(said: str) -> None:
    """By the ticked option such words change nothing."""
    read = reading(asked("☐ Treno regionale", on(1, r("☒ Nave traghetto"))), comments=(said,))
    assert found(read, "mezzo") == {("unexpected-content", said)}


def test_a_comment_on_several_options_ticks_none() -> None:
    """It cannot be told which one is meant."""
    one = starts(1) + r("☐ Treno regionale ☐ Nave traghetto") + ends(1)
    read = reading(table((SHIP, options(one, "☐ Bicicletta"))), comments=("questa",))
    assert read.record.values()["mezzo"] is None


def test_comments_on_two_options_of_one_answer() -> None:
    """Two choices where one is allowed are too many, however they are made."""
    body = asked(on(1, r("☐ Treno regionale")), on(2, r("☐ Nave traghetto")))
    codes = {code for code, _ in found(reading(body, comments=("questa", "sì")), "mezzo")}
    assert codes == {"too-many-choices", "ambiguous-mark"}


def test_a_comment_in_an_empty_answer_is_no_answer() -> None:
    """It is kept, and names the field it stands by."""
    read = reading(table(("Ente proponente", p(comment(1)))), comments=("Circolo Merlo",))
    assert read.record.values()["ente"] == ""
    assert found(read, "ente") == {("unexpected-content", "Circolo Merlo")}


def test_a_note_in_an_empty_answer_is_the_answer() -> None:
    """It is read, and not with certainty."""
    read = reading(table(("Ente proponente", p(note(1)))), footnotes=("Circolo Merlo",))
    assert read.record.values()["ente"] == "Circolo Merlo"
    assert found(read, "ente") == {("low-confidence", "Circolo Merlo")}


@pytest.mark.parametrize(
    ("label", "answer"), [("Ente proponente", p("Circolo", note(1))), (p("Ente proponente", note(1)), "")]
)
def test_a_note_to_an_answer_or_a_label_is_kept(label: str, answer: str) -> None:
    """It is no part of the answer."""
    read = reading(table((label, answer)), footnotes=("Circolo Merlo",))
    assert found(read, "ente") == {("unexpected-content", "Circolo Merlo")}


def test_a_box_ticked_in_a_note_makes_the_group_unsure() -> None:
    """A tick that is none of the options' may be one."""
    read = reading(asked("☒ Treno regionale", label=p(SHIP, note(1))), footnotes=("☒ Nave traghetto",))
    assert {code for code, _ in found(read, "mezzo")} == {"ambiguous-mark", "unexpected-content"}


def test_a_box_ticked_in_a_note_beside_other_words_makes_the_group_unsure() -> None:
    """It may be an answer, and nobody can say which."""
    read = reading(asked("☒ Treno regionale", label=p(SHIP, note(1))), footnotes=("☒ a volte",))
    assert {code for code, _ in found(read, "mezzo")} == {"low-confidence", "unexpected-content"}


def test_an_option_left_empty_in_a_note_is_not_chosen() -> None:
    """The option's words after an empty box do not choose it."""
    read = reading(asked("☐ Treno regionale", label=p(SHIP, note(1))), footnotes=("☐ Nave traghetto",))
    assert read.record.values()["mezzo"] is None


def test_the_form_s_own_note_as_a_footnote_says_nothing() -> None:
    """Sentences that the form prints are nobody's words."""
    printed = "Per racconto si intende quello che è accaduto durante la gita, dal mattino fino alla sera."
    read = reading(table(("Ente proponente", p("Circolo", note(1)))), footnotes=(printed,))
    assert found(read, "ente") == set()


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("kind", ["comments", "footnotes", "endnotes"])
def test_a_finding_on_an_aside_says_what_it_is_where_and_by_which_field(kind: str, language: str) -> None:
    """The sentence names field, place and words."""
    reference = comment(1) if kind == "comments" else note(1, kind.removesuffix("s"))
    read = reading(table(("Ente proponente", p("Circolo", reference))), **{kind: ("detto a voce",)})
    (said,) = (one for one in read.findings if one.code == "unexpected-content")
    words = message(said, FORM, Texts(language, CATALOGUE))
    assert all(word in words for word in ("Ente proponente", "detto a voce", "2"))
