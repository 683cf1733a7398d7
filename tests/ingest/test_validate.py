"""Whether values satisfy the form."""

from __future__ import annotations

import pytest

from ingest.normalise import normalise
from ingest.record import Finding
from ingest.validate import validate
from parsers.answers import Answer
from parsers.document import State
from tests.ingest.visit import FORM, answer, answers, choice, contact


def found(*changed: Answer) -> list[Finding]:
    made = normalise(FORM, answers(*changed))
    return list(validate(FORM, made.record, made.findings))


def codes(*changed: Answer) -> list[tuple[str | None, str]]:
    return [(one.field, one.code) for one in found(*changed)]


def test_complete_form_is_right() -> None:
    """Complete and right answers give nothing to say."""
    assert found() == []


@pytest.mark.parametrize("field", ["nome", "zona", "tipo", "fondi", "racconto", "misura"])
def test_required_answer_is_missed(field: str) -> None:
    """A required field without an answer is missed, where it stands."""
    changed = answer(field), answer("fondi_altri")
    (one,) = [one for one in found(*changed) if one.code == "missing-required"]
    assert (one.field, one.place) == (field, answer(field).place)


def test_optional_answer_is_not_missed() -> None:
    """An optional field may stay empty."""
    assert codes(answer("foto"), answer("fondi_altri"), answer("fondi", "", choice("propri"))) == []


def test_both_contacts_are_missed() -> None:
    """An empty shared answer misses the number and the address."""
    assert codes(*contact("")) == [("numero", "missing-required"), ("posta", "missing-required")]


@pytest.mark.parametrize(
    "changed",
    [
        (answer("tipo", "", choice("a"), choice("b")),),
        (answer("tipo", "", choice("a", State.UNSURE)),),
        (answer("luogo", "Empli"),),
        contact("0571 12345678901 info@lanterna.it"),
        contact("0571 123456 info@lanterna,it"),
    ],
)
def test_what_is_wrong_is_not_missed_too(changed: tuple[Answer, ...]) -> None:
    """A field whose value could not be taken is not said to be missing."""
    assert codes(*changed) == []


def test_unknown_region_judges_no_city() -> None:
    """Without a region the city is not judged."""
    assert codes(answer("zona", "Toscna")) == []


def test_exclusive_choice_with_another() -> None:
    """An option that stands alone contradicts the others."""
    (one,) = found(answer("fondi", "", choice("nessuno"), choice("propri")), answer("fondi_altri"))
    assert (one.code, one.field) == ("contradictory-choice", "fondi")
    assert (one.fact("choice"), one.fact("others")) == ("Nessuno", "Propri")


@pytest.mark.parametrize(
    ("text", "said"), [("à" * 20, False), ("a" * 10 + "\n" + "b" * 10, False), ("a b" * 7, True)]
)
def test_length_counts_spaces_and_no_line_feeds(text: str, said: bool) -> None:
    """Characters count with spaces and without line feeds."""
    assert [one.code for one in found(answer("racconto", text))] == ["over-length"] * said


def test_length_says_both_figures() -> None:
    """A text too long says how long it is and may be."""
    (one,) = found(answer("racconto", "x" * 25))
    assert dict(one.facts) == {"length": 25, "limit": 20}


def test_city_of_another_region() -> None:
    """A city that lies elsewhere is said with its region."""
    (one,) = found(answer("luogo", "Bari"))
    assert (one.code, one.field) == ("city-not-in-region", "luogo")
    assert dict(one.facts) == {"city": "Bari", "region": "Toscana", "found": "Puglia"}


def test_homonym_counts_by_the_province_written() -> None:
    """Of two places with one name, the province written beside it is judged."""
    assert codes(answer("zona", "Piemonte"), answer("luogo", "Samone")) == []
    assert codes(answer("zona", "Piemonte"), answer("luogo", "Samone (TN)")) == [
        ("luogo", "city-not-in-region")
    ]


def test_option_without_its_text() -> None:
    """An option that asks for a text and has none is said at the text."""
    assert codes(answer("fondi_altri", "……")) == [("fondi_altri", "other-without-text")]


def test_text_without_its_option() -> None:
    """A text whose option is not ticked is said at the choice."""
    (one,) = found(answer("fondi", "", choice("propri")))
    assert (one.field, one.code, one.fact("text")) == ("fondi", "text-without-other", "Bando")


def test_text_beside_an_unsure_option() -> None:
    """A text whose option may be ticked is not said to lack it."""
    assert codes(answer("fondi", "", choice("propri"), choice("altri", State.UNSURE))) == []
