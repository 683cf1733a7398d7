"""Sentences of findings and failures."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from ingest.messages import CATALOGUE, failure_message, message, place_words
from ingest.record import SEVERITIES, Failure, Finding, Severity, finding
from ingest.texts import LANGUAGES, Texts
from parsers.document import Place
from tests.ingest.visit import FORM, PLACE

ITALIAN = Texts("it", CATALOGUE)
FAILURES = ("unknown-form", "unreadable", "encrypted", "too-large", "timed-out", "unsupported-type")


def table(language: str) -> dict[str, dict[str, str]]:
    source = files("ingest.texts").joinpath(f"findings.{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITIES)
def test_every_code_has_a_sentence(code: str, language: str) -> None:
    """Each finding is a sentence in each language, with nothing left to fill in."""
    said = message(finding(code, "nome", PLACE), FORM, Texts(language, CATALOGUE))
    assert said.endswith((".", "?"))
    assert "{" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", FAILURES)
def test_every_failure_has_a_sentence(code: str, language: str) -> None:
    """Each failure is a sentence, also for a reason nobody foresaw."""
    assert failure_message(Failure(code, "unforeseen"), Texts(language, CATALOGUE)).endswith(".")


def test_languages_carry_the_same_keys_and_facts() -> None:
    """What one language says, the other says with the same facts."""
    italian, english = table("it"), table("en")
    assert {name: set(rows) for name, rows in italian.items()} == {
        name: set(rows) for name, rows in english.items()
    }
    for name, rows in italian.items():
        for key, text in rows.items():
            assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[name][key])), key


def test_every_variant_can_be_filled() -> None:
    """Each fact that a sentence names is one the messages know."""
    for key in table("it")["finding"]:
        code, _, fact = key.partition("+")
        if fact:
            assert message(Finding(code, "nome", ((fact, "qui"),), PLACE), FORM, ITALIAN)


def test_sentence_says_what_where_and_what_to_do() -> None:
    """A sentence names the field and its place and asks for something."""
    assert message(finding("missing-required", "nome", PLACE), FORM, ITALIAN) == (
        "Manca la risposta a «Nome» (tabella 2, riga 5, cella 2). "
        "Chiedetela alla cooperativa e rimettete la scheda corretta nella cartella inbox."
    )


def test_length_gives_both_figures() -> None:
    """Too long a text says how long and how long it may be."""
    said = message(finding("over-length", "racconto", length=2134, limit=2000), FORM, ITALIAN)
    assert "2134 caratteri su 2000" in said


def test_suggestion_is_offered_where_there_is_one() -> None:
    """A place with a suggestion offers it; without one it asks for the name."""
    with_one = finding("unknown-city", "luogo", text="Empli", suggestion="Empoli")
    without = finding("unknown-city", "luogo", text="Qui", suggestion="")
    assert "forse è «Empoli»?" in message(with_one, FORM, ITALIAN)
    assert "forse" not in message(without, FORM, ITALIAN)


def test_fields_of_one_label_are_told_apart() -> None:
    """Fields that share a label say which is meant."""
    assert "«Tel. e mail – e-mail»" in message(finding("missing-required", "posta"), FORM, ITALIAN)


def test_changed_fields_go_by_their_labels() -> None:
    """The fields that differ are named as the form names them."""
    told = finding("superseded", file="b.docx", number=2, fields="nome, luogo")
    assert "Nome, Luogo" in message(told, FORM, ITALIAN)


def test_optional_field_asks_nobody() -> None:
    """An optional field that is not there asks for nothing."""
    mild = finding("field-not-found", "foto", None, Severity.INFO)
    assert "non dovete fare nulla" in message(mild, FORM, ITALIAN)


def test_field_without_form_goes_by_its_id() -> None:
    """Without the form's definition the field's id stands for its label."""
    assert "«altro»" in message(finding("missing-required", "altro"), None, ITALIAN)


def test_doubt_says_why() -> None:
    """A mark in doubt says what makes it so."""
    doubt = finding("ambiguous-mark", "tipo", PLACE, choices="A", doubt="conflict")
    assert "si contraddicono" in message(doubt, FORM, ITALIAN)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Failure("unreadable", "truncated"), "ne manca la fine"),
        (Failure("unsupported-type", "doc", (("kind", "doc"),)), "salvatelo come .docx"),
        (Failure("too-large", "pages", (("pages", 90), ("limit", 40))), "90 pagine"),
        (
            Failure("unknown-form", "none", (("form1", "Visita"), ("share1", 23))),
            "«Visita», ma troppo poco (23 %)",
        ),
        (
            Failure("unknown-form", "", (("form1", "Uno"), ("share1", 70), ("form2", "Due"), ("share2", 69))),
            "«Uno» (70 %) o «Due» (69 %)",
        ),
    ],
)
def test_failure_goes_by_its_reason(failure: Failure, words: str) -> None:
    """A failure says its own reason, with its facts."""
    assert words in failure_message(failure, ITALIAN)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""),
        (Place(), ""),
        (PLACE, "tabella 2, riga 5, cella 2"),
        (Place(paragraph=4), "paragrafo 4"),
        (Place(page=3, box=(1.0, 2.0, 3.0, 4.0)), "pagina 3"),
    ],
)
def test_place_in_words(place: Place | None, words: str) -> None:
    """A place is told in words, as far as it is known."""
    assert place_words(place, ITALIAN) == words


@pytest.mark.parametrize("doubt", ["emphasis", "deletion", "conflict", "faint", "order", "mixed", "no-box"])
def test_every_doubt_of_the_matcher_has_words(doubt: str) -> None:
    """A reading that is a judgement says in a sentence what made it one, in both languages."""
    for language in LANGUAGES:
        assert Texts(language, CATALOGUE).say("doubt", doubt).strip()


@pytest.mark.parametrize("detail", ["ocr-layer", "annotations"])
def test_a_file_that_is_unsure_as_a_whole_names_no_answer(detail: str) -> None:
    """The sentence speaks of the file, not of an answer without a name."""
    for language in LANGUAGES:
        words = message(finding("low-confidence", detail=detail), None, Texts(language, CATALOGUE))
        assert "PDF" in words
        assert "«»" not in words
        assert "“”" not in words
