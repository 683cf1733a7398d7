"""What a returned form comes to: values with their evidence, findings, a status.

These are the types that store, workbook and reports share.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from parsers.document import Image, Place

Value: TypeAlias = str | bool | int | tuple[str, ...] | None
"""Text and codes are str, several choices or phones tuple, yes/no bool, images int, no answer None."""

Fact: TypeAlias = str | int


class Severity(StrEnum):
    """How much a finding matters; `info` asks nobody to do anything."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Status(StrEnum):
    """The outcome in one word."""

    OK = "ok"
    REVIEW = "review"
    REJECTED = "rejected"


SEVERITIES: Mapping[str, Severity] = {
    "missing-required": Severity.ERROR,
    "too-many-choices": Severity.ERROR,
    "contradictory-choice": Severity.ERROR,
    "over-length": Severity.WARNING,
    "invalid-email": Severity.ERROR,
    "invalid-phone": Severity.ERROR,
    "unknown-region": Severity.WARNING,
    "unknown-city": Severity.WARNING,
    "city-not-in-region": Severity.WARNING,
    "other-without-text": Severity.WARNING,
    "text-without-other": Severity.WARNING,
    "ambiguous-mark": Severity.WARNING,
    "field-not-found": Severity.WARNING,
    "low-confidence": Severity.WARNING,
    "several-forms": Severity.WARNING,
    "partial-form": Severity.WARNING,
    "damaged": Severity.WARNING,
    "unexpected-content": Severity.INFO,
    "more-addresses": Severity.INFO,
    "wrong-suffix": Severity.INFO,
    "macros": Severity.INFO,
    "signature-not-verified": Severity.INFO,
    "text-cut": Severity.INFO,
    "superseded": Severity.INFO,
    "possible-duplicate": Severity.INFO,
    "unknown-form": Severity.ERROR,
    "unreadable": Severity.ERROR,
    "encrypted": Severity.ERROR,
    "too-large": Severity.ERROR,
    "timed-out": Severity.ERROR,
    "unsupported-type": Severity.ERROR,
}
"""Every finding code there is, with its severity; the sentences stand in ingest/texts/."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a form, by code; the sentence is made of the facts by ingest.texts."""

    code: str
    field: str | None = None
    facts: tuple[tuple[str, Fact], ...] = ()
    place: Place | None = None
    severity: Severity = Severity.INFO
    """Given by the code; kept here because an optional field's `field-not-found` is milder."""

    def fact(self, name: str) -> Fact | None:
        """The fact of that name, or None."""
        return dict(self.facts).get(name)


def finding(
    code: str,
    field: str | None = None,
    place: Place | None = None,
    severity: Severity | None = None,
    **facts: Fact,
) -> Finding:
    """A finding with its code's severity unless another is given. Raises KeyError for an unknown code."""
    return Finding(code, field, tuple(facts.items()), place, severity or SEVERITIES[code])


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value comes from and how sure the reading is."""

    raw: str
    method: str
    confidence: float
    place: Place | None
    context: str = ""
    """The cell (or paragraph) as it stands in the document."""
    places: tuple[Place, ...] = ()
    """For pages, everything that the value was read from: each paragraph of a text, each tick."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field's value with its evidence."""

    field: str
    value: Value
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that answers a field: `field` is the images field's id."""

    field: str
    image: Image


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one returned form, one entry a field in the form's order."""

    form: str
    version: str
    entries: tuple[Entry, ...]

    def values(self) -> dict[str, Value]:
        """Field id to value, in the form's order."""
        return {entry.field: entry.value for entry in self.entries}


def is_paged(record: Record) -> bool:
    """Whether it was read from pages, such as a PDF's, and not from a Word file."""
    places = (entry.evidence.place for entry in record.entries)
    return any(place is not None and place.page is not None for place in places)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no form could be read: a code of the finding codes, and what picks its sentence."""

    code: str
    reason: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one form came to. `record` and `failure`: exactly one of them is there."""

    record: Record | None
    findings: tuple[Finding, ...] = ()
    failure: Failure | None = None
    pictures: tuple[Picture, ...] = ()

    @property
    def status(self) -> Status:
        """Never rosier than the findings."""
        if self.record is None:
            return Status.REJECTED
        if any(f.severity in (Severity.ERROR, Severity.WARNING) for f in self.findings):
            return Status.REVIEW
        return Status.OK
