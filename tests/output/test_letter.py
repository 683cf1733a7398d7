"""The message to the cooperative: polite, numbered, and only about what it can supply."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from ingest.record import SEVERITIES, Finding, Severity, Value, finding
from output.letter import LONGEST_ADDRESS, Letter, letter, words_of
from tests.output.made import FORM, returned


def _letter(*findings: Finding, answers: dict[str, Value] | None = None, language: str = "it") -> Letter:
    found = letter(returned(1, *findings, answers=answers), FORM, words_of(language))
    assert found is not None
    return found


def test_it_asks_for_each_thing_by_number() -> None:
    """In the form's own words, in the order of the findings, with figures where there are some."""
    said = _letter(
        finding("missing-required", "project"),
        finding("over-length", "story", length=2134, limit=2000),
    ).text.split("\n")
    assert "1. «Nome progetto (1)»: manca la risposta." in said
    assert any(
        line.startswith("2. «Breve descrizione»") and "2134" in line and "2000" in line for line in said
    )
    assert any("2 cose" in line for line in said)


def test_what_the_office_has_to_look_at_is_not_asked_for() -> None:
    """An uncertain reading is nothing that a cooperative can mend."""
    findings = [
        finding("low-confidence", "story"),
        finding("ambiguous-mark", "type"),
        finding("field-not-found", "type"),
        finding("unexpected-content", None, text="x"),
    ]
    assert letter(returned(1, *findings), FORM, words_of("it")) is None


def test_everything_an_error_says_of_an_answer_is_asked_for() -> None:
    """No error on a field is kept from the sender."""
    words = words_of("it")
    whole_file = ("unknown-form", "unreadable", "encrypted", "too-large", "timed-out", "unsupported-type")
    errors = [code for code, severity in SEVERITIES.items() if severity is Severity.ERROR]
    assert [code for code in errors if not words.has("asked", code)] == list(whole_file)


def test_it_is_addressed_to_who_filled_in_the_form() -> None:
    """Name, project and address as the form gives them."""
    said = _letter(finding("missing-required", "story"))
    assert said.to == "info@girandola.example"
    assert "«Orti in comune»" in said.subject
    assert said.text.startswith("Gentile Cooperativa Girandola,\n")


def test_a_form_without_name_and_address_still_gets_its_message() -> None:
    """Nothing is left open like a gap."""
    said = _letter(finding("missing-required", "mail"), answers={"mail": None, "sender": "", "project": ""})
    assert said.to == ""
    assert said.text.startswith("Gentile cooperativa,\n")
    assert "«»" not in said.text + said.subject


@pytest.mark.parametrize("name", ["Riga\nBcc: altri@esempio.example", "Rosa\r\n\r\nTesto", "\ud800 \x00"])
def test_a_name_makes_no_header_and_no_line(name: str) -> None:
    """What people write stays within its line, in the message and in the draft."""
    said = _letter(finding("missing-required", "story"), answers={"sender": name, "project": name})
    mail = message_from_bytes(said.draft(), policy=default)
    assert set(mail.keys()) == {
        "Subject", "To", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert "\n" not in said.subject


def test_the_draft_opens_as_a_message_to_be_sent() -> None:
    """Unsent, to the form's address, with the same text."""
    said = _letter(finding("missing-required", "story"))
    mail = message_from_bytes(said.draft(), policy=default)
    assert (mail["X-Unsent"], mail["To"], mail["Subject"]) == ("1", said.to, said.subject)
    assert mail.get_content().replace("\r\n", "\n") == said.text + "\n"


def test_the_same_letter_gives_the_same_draft() -> None:
    """No date and no random boundary: a draft is written again only when it says something else."""
    assert (
        _letter(finding("missing-required", "story")).draft()
        == _letter(finding("missing-required", "story")).draft()
    )


def test_a_link_that_would_be_cut_is_none() -> None:
    """A long list goes by the draft or by copying."""
    short = _letter(finding("missing-required", "story"))
    assert short.mailto.startswith("mailto:info@girandola.example?subject=")
    long = _letter(*(finding("missing-required", field.id) for field in FORM.fields for _ in range(5)))
    assert len(short.mailto) <= LONGEST_ADDRESS
    assert long.mailto == ""


def test_an_older_version_is_not_asked_about() -> None:
    """The newer one says what is missing."""
    old = returned(1, finding("missing-required", "story"), current=False)
    assert letter(old, FORM, words_of("it")) is None
