"""What programs read: the objects that ``read --json`` and ``inspect --json`` print, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.codec import place_members
from ingest.messages import failure_message, message
from ingest.record import Entry, Failure, Finding, Outcome, Record, Value
from ingest.texts import Texts
from parsers.document import Document, Place
from parsers.form import Form

if TYPE_CHECKING:
    from parsers.labels.label import LabelledMark


def as_line(file: str, outcome: Outcome, form: Form | None, texts: Texts) -> dict[str, object]:
    """One form read. `form` is the definition it was read with, None where it could not be read."""
    record = outcome.record
    return {
        "file": file,
        "status": outcome.status.value,
        "form": record.form if record else None,
        "record": _record(record) if record else None,
        "fields": {entry.field: _field(entry) for entry in record.entries} if record else {},
        "findings": [_finding(finding, form, texts) for finding in outcome.findings],
        "error": _error(outcome.failure, texts) if outcome.failure else None,
    }


def as_inspection(file: str, document: Document, marks: Sequence[LabelledMark]) -> dict[str, object]:
    """What a reader saw in one file: its marks, given in reading order."""
    return {
        "file": file,
        "kind": document.kind,
        "pages": document.pages,
        "marks": [
            {
                "state": found.mark.state.value,
                "method": found.mark.method.value,
                "label": found.label,
                "place": _place(found.mark.place),
            }
            for found in marks
        ],
    }


def as_refusal(file: str, failure: Failure, texts: Texts) -> dict[str, object]:
    """The inspection of a file that no reader can open."""
    return {"file": file, "kind": None, "pages": None, "marks": [], "error": _error(failure, texts)}


def form_of(outcome: Outcome, forms: Sequence[Form]) -> Form | None:
    """The definition an outcome was read with, or None."""
    if outcome.record is None:
        return None
    return next((form for form in forms if form.id == outcome.record.form), None)


def _place(place: Place | None) -> dict[str, object] | None:
    """A place without what is not given; a top-level table goes by its number."""
    members = place_members(place)
    if members and place and place.table and place.table.isdecimal():
        members["table"] = int(place.table)
    return members


def _record(record: Record) -> dict[str, object]:
    return {name: _plain(value) for name, value in record.values().items()}


def _plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _field(entry: Entry) -> dict[str, object]:
    evidence = entry.evidence
    return {
        "raw": evidence.raw,
        "confidence": round(evidence.confidence, 3),
        "method": str(evidence.method),
        "place": _place(evidence.place),
    }


def _finding(finding: Finding, form: Form | None, texts: Texts) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "field": finding.field,
        "message": message(finding, form, texts),
        "place": _place(finding.place),
    }


def _error(failure: Failure, texts: Texts) -> dict[str, object]:
    return {"code": failure.code, "message": failure_message(failure, texts)}
