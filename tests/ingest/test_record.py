"""The types of an outcome: severities, and a status that is never rosier than the findings."""

from __future__ import annotations

import pytest

from ingest.record import (
    SEVERITIES,
    Entry,
    Evidence,
    Failure,
    Outcome,
    Record,
    Severity,
    Status,
    finding,
)
from ingest.texts import Texts

RECORD = Record("gite", "1", (Entry("ente", "Circolo", Evidence("Circolo", "text", 1.0, None)),))
WHOLE_FILE = ("unknown-form", "unreadable", "encrypted", "too-large", "timed-out", "unsupported-type")
ERRORS = (
    "missing-required",
    "too-many-choices",
    "contradictory-choice",
    "invalid-email",
    "invalid-phone",
    *WHOLE_FILE,
)
WARNINGS = (
    "over-length",
    "unknown-region",
    "unknown-city",
    "city-not-in-region",
    "other-without-text",
    "text-without-other",
    "ambiguous-mark",
    "field-not-found",
    "low-confidence",
    "damaged",
)
NOTES = (
    "unexpected-content",
    "more-addresses",
    "wrong-suffix",
    "macros",
    "signature-not-verified",
    "text-cut",
    "superseded",
    "possible-duplicate",
)


@pytest.mark.parametrize(
    ("codes", "severity"), [(ERRORS, Severity.ERROR), (WARNINGS, Severity.WARNING), (NOTES, Severity.INFO)]
)
def test_each_code_has_its_severity(codes: tuple[str, ...], severity: Severity) -> None:
    """The published codes keep their severities."""
    assert [code for code in codes if SEVERITIES[code] is not severity] == []


@pytest.mark.parametrize("language", ["it", "en"])
def test_each_code_has_a_sentence_for_people(language: str) -> None:
    """There is a sentence in both languages for every code that is given."""
    texts = Texts(language, "ingest.texts:findings")
    assert [code for code in SEVERITIES if not texts.has("finding", code)] == []


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        ((), Status.OK),
        (("superseded",), Status.OK),
        (("over-length",), Status.REVIEW),
        (("superseded", "missing-required"), Status.REVIEW),
    ],
)
def test_errors_and_warnings_ask_for_a_review(codes: tuple[str, ...], status: Status) -> None:
    """A form with an error or a warning is for a person; notes ask nobody for anything."""
    assert Outcome(RECORD, tuple(finding(code) for code in codes)).status is status


def test_what_could_not_be_read_is_rejected() -> None:
    """Without a record the status is rejected, whatever the findings."""
    assert Outcome(None, failure=Failure("unreadable")).status is Status.REJECTED


def test_a_finding_takes_its_codes_severity() -> None:
    """The code says how much a finding matters."""
    assert finding("over-length", "racconto").severity is Severity.WARNING


def test_an_optional_fields_finding_can_be_milder() -> None:
    """A severity that is given counts."""
    found = finding("field-not-found", "foto", severity=Severity.INFO)
    assert (found.severity, Outcome(RECORD, (found,)).status) == (Severity.INFO, Status.OK)


def test_a_finding_keeps_its_facts_by_name() -> None:
    """What fills the sentence can be asked for; what is not there is None."""
    found = finding("over-length", "racconto", length=501, limit=500)
    assert (found.fact("length"), found.fact("limit"), found.fact("text")) == (501, 500, None)


def test_an_unknown_code_is_a_mistake() -> None:
    """A finding with a code that is not published cannot be made."""
    with pytest.raises(KeyError):
        finding("missing-requred")


def test_a_record_gives_its_values_by_field() -> None:
    """Values are asked for by field, in the form's order."""
    assert RECORD.values() == {"ente": "Circolo"}
