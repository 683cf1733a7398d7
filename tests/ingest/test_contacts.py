"""Telephone numbers and addresses, alone or under one label."""

from __future__ import annotations

import pytest

from ingest.normalise import normalise
from ingest.record import Severity
from parsers.answers import Answers
from tests.ingest.visit import SEPARATE, answer, codes, contact, read, value


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0522 589738", ["+390522589738"]),
        ("+39 051/497931", ["+39051497931"]),
        ("(0039) 06-438054", ["+3906438054"]),
        ("(0039) 0522 000 390 / 331 0001697", ["+390522000390", "+393310001697"]),
        ("cell. 343.1475537", ["+393431475537"]),
        ("+39 (0)51 497931", ["+39051497931"]),
        ("051 - 497931", ["+39051497931"]),
        ("0522 589738 int. 12", ["+390522589738"]),
        ("0522 589738 / 335 1234567", ["+390522589738", "+393351234567"]),
        ("051.497931-335.1234567", ["+39051497931", "+393351234567"]),
        ("0522589738 e 3351234567", ["+390522589738", "+393351234567"]),
        ("0522 589738/9", ["+390522589738"]),
        ("0522 589738-9", ["+390522589738"]),
        ("335 12 34 567; 3351234567", ["+393351234567"]),
        ("+41 91 123 45 67", ["+41911234567"]),
        ("(0039) 010 000\n825", ["+39010000825"]),
        ("010 000\n0825 123456", ["+39010000", "+390825123456"]),
        ("0522 589738\n335 1234567", ["+390522589738", "+393351234567"]),
        ("P.IVA 01234567890, tel. 051 497931", ["+39051497931"]),
    ],
)
def test_phones_are_read(text: str, numbers: list[str]) -> None:
    """Numbers are read in E.164, each once, whatever parts their digits."""
    given = normalise(SEPARATE, Answers("breve", (answer("numero", text),), (), 1.0))
    assert given.record.values()["numero"] == tuple(numbers)
    assert not [found for found in given.findings if found.code == "invalid-phone"]


@pytest.mark.parametrize("text", ["0522 58973812345", "123456789", "O522 589738", "in segreteria"])
def test_what_is_no_phone_is_said(text: str) -> None:
    """Something written that is no number is no value, and says so."""
    given = normalise(SEPARATE, Answers("breve", (answer("numero", text),), (), 1.0))
    assert given.record.values()["numero"] == ()
    assert ("numero", "invalid-phone") in [(found.field, found.code) for found in given.findings]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("INFO@Lanterna.IT", "info@lanterna.it"),
        ("<mailto:info@lanterna.it>.", "info@lanterna.it"),
        ("E-mail: info@lanterna.coop", "info@lanterna.coop"),
        ("335 1234567-a.blu@lanterna.it", "a.blu@lanterna.it"),
        ("info@lanterna\u2011blu.it", "info@lanterna-blu.it"),
    ],
)
def test_email_is_read(text: str, address: str) -> None:
    """An address is read in lower case, without what people put around it."""
    assert value("posta", *contact(text)) == address


@pytest.mark.parametrize(
    "text",
    [
        "a.blu@lanterna,it",
        "a.blu at lanterna.it",
        "info(at)lanterna.it",
        "info@",
        "info@lanterna",
        "info@lan terna.it",
        "info@lanterna.i t",
        "info@lanterna.co op",
        "info@lanterna.\nit",
        "info@coop.lan\nterna.it",
        "a. blu@lanterna.it",
        "info\n@lanterna.it",
        "info@@lanterna.it",
        "info.lanterna.it",
        "niccolò@lanterna.it",
    ],
)
def test_broken_address_is_never_repaired(text: str) -> None:
    """An address that is wrong or cut is no value, whatever valid part it has, and says so."""
    changed = contact(f"0571 123456 {text}")
    assert value("posta", *changed) is None
    assert ("posta", "invalid-email") in codes(*changed)


@pytest.mark.parametrize(
    "text",
    [
        *("segre teria@lanterna.it", "In fo@lanterna.it", "SEGRE TERIA@LANTERNA.IT", "O .blu@lanterna.it"),
        *("O. blu@lanterna.it", "info@lanterna.xyzq"),
    ],
)
def test_address_that_may_be_cut_is_doubted(text: str) -> None:
    """An address that may be part of another is kept and doubted."""
    assert ("posta", "low-confidence") in codes(*contact(f"0571 123456 {text}"))


@pytest.mark.parametrize(
    "text", ["M info@lanterna.it", "Tel info@lanterna.it", "MAIL INFO@LANTERNA.IT", "Ada ada@lanterna.it"]
)
def test_a_short_word_before_an_address_is_no_part_of_it(text: str) -> None:
    """Labels in short stand there, and names that the address repeats."""
    assert ("posta", "low-confidence") not in codes(*contact(f"0571 123456 {text}"))


def test_further_addresses_are_said() -> None:
    """The first address counts, the others are in a finding."""
    changed = contact("0571 123456 uno@lanterna.it; due@lanterna.it")
    assert value("posta", *changed) == "uno@lanterna.it"
    (found,) = read(*changed).findings
    assert (found.code, found.fact("text"), found.severity) == (
        "more-addresses",
        "due@lanterna.it",
        Severity.INFO,
    )


def test_shared_answer_is_parted() -> None:
    """Under one label, numbers and addresses go to their fields and labels to none."""
    changed = contact("Tel.: +39 0571/123456  Cell. 335 1234567\nE-mail: info@lanterna.it")
    assert value("numero", *changed) == ("+390571123456", "+393351234567")
    assert codes(*changed) == []


def test_rest_of_a_shared_answer_is_said_once() -> None:
    """What is neither number nor address nor label is unexpected, once."""
    changed = contact("Anna Blu 0571 123456 info@lanterna.it")
    assert [(found.code, found.fact("text")) for found in read(*changed).findings] == [
        ("unexpected-content", "Anna Blu")
    ]


def test_shared_answer_without_phone_is_no_bad_phone() -> None:
    """Under one label, an address alone says nothing wrong of the phone."""
    changed = contact("info@lanterna.it")
    assert value("numero", *changed) == ()
    assert codes(*changed) == []


def test_email_field_of_its_own_takes_no_other_text() -> None:
    """Alone under its label, something without any address is a bad address."""
    given = normalise(SEPARATE, Answers("breve", (answer("posta", "chiedere in sede"),), (), 1.0))
    assert ("posta", "invalid-email") in [(found.field, found.code) for found in given.findings]


def test_long_contact_answer_is_kept_and_quick() -> None:
    """A text far too long for a contact ends in unexpected content, not in a long search."""
    changed = contact("0571 123456 info@lanterna.it " + "parole " * 5000)
    assert value("posta", *changed) == "info@lanterna.it"
    assert codes(*changed) == [("numero", "unexpected-content")]
