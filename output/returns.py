"""The rows of the forms themselves: for people, for programs, and one a ticked option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC
from functools import partial

from ingest.filed import Filed
from ingest.record import Severity, Value
from ingest.texts import Texts
from output.labels import JOIN, Cell, coded, headings, shown, unique
from output.page import page_name, row_id
from output.rows import Row, Rows
from parsers.form import Field, Form, Kind

ABOUT = (
    "status",
    "file",
    "gruppo",
    "sha256",
    "received_at",
    "form",
    "form_version",
    "confidence_min",
    "findings",
)
"""The columns that follow the answers in the sheet for programs."""

REPORTS = "reports"
"""The folder of the report, beside the workbook."""


def is_shown(filed: Filed, form: Form) -> bool:
    """Whether the sheets of answers show it: a current version of the form."""
    return filed.current and filed.form_id == form.id


def report_of(filed: Filed, field: str = "") -> str:
    """The path of its page in the report, from the work folder; with a field, that field's row there."""
    path = f"{REPORTS}/{page_name(filed.number)}"
    return f"{path}#{row_id(field)}" if field else path


PEOPLE = ("status", "to_correct", "to_check", "file", "report", "original", "pictures", "findings")
"""The columns that follow the answers in the sheet for people."""


def for_people(form: Form, words: Texts) -> Rows:
    """A row a form: number, answers as people read them under the form's labels, then `PEOPLE`.

    Report, original and pictures are paths from the work folder, with ``/``.
    """
    labels = headings(form, words)
    columns = [words.say("column", "number"), *labels.values()]
    columns += [words.say("column", name) for name in PEOPLE]

    def rows(one: Filed) -> Iterator[Row]:
        yield [
            one.number,
            *(shown(field, _value(one, field), words) for field in form.fields),
            words.say("status", one.outcome.status.value),
            _concerned(one, Severity.ERROR, labels),
            _concerned(one, Severity.WARNING, labels),
            one.file,
            report_of(one),
            one.archived,
            JOIN.join(picture.image.name for picture in one.outcome.pictures),
            len(one.outcome.findings),
        ]

    return Rows(unique(columns), rows, partial(is_shown, form=form))


def _concerned(filed: Filed, severity: Severity, labels: Mapping[str, str]) -> str:
    """The fields with findings of that severity, in words; a finding on the whole form goes by its code."""
    found = (finding for finding in filed.outcome.findings if finding.severity is severity)
    names = (labels.get(finding.field or "", finding.code) for finding in found)
    return JOIN.join(dict.fromkeys(names))


def for_programs(form: Form) -> Rows:
    """The same rows: ids as headings, codes as values, after an any-of field one column an option."""

    def rows(one: Filed) -> Iterator[Row]:
        yield [one.number, *(cell for field in form.fields for cell in _codes(one, field)), *_about(one)]

    return Rows(code_columns(form), rows, partial(is_shown, form=form))


def choices(form: Form, words: Texts) -> Rows:
    """A row a ticked option: number, field and option, each with its code and its label."""
    names = ("number", "field", "label", "option", "option_label")
    labels = headings(form, words)
    fields = [field for field in form.fields if field.kind.is_choice]

    def rows(one: Filed) -> Iterator[Row]:
        for field in fields:
            for code in ticked(_value(one, field)):
                yield [one.number, field.id, labels[field.id], code, shown(field, code, words)]

    return Rows([words.say("column", name) for name in names], rows, partial(is_shown, form=form))


def code_columns(form: Form) -> list[str]:
    """The headings of the sheet for programs, in order."""
    answers = [name for field in form.fields for name in field_columns(field)]
    return unique(["id", *answers, *ABOUT])


def field_columns(field: Field) -> Iterator[str]:
    """The field's id, then for an any-of field ``id___option`` for each option."""
    yield field.id
    if field.kind is Kind.ANY_OF:
        for option in field.options:
            yield f"{field.id}___{option.code}"


def ticked(value: Value) -> tuple[str, ...]:
    """The codes of the ticked options of a choice field's value."""
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def _value(filed: Filed, field: Field) -> Value:
    record = filed.outcome.record
    entries = record.entries if record is not None else ()
    return next((entry.value for entry in entries if entry.field == field.id), None)


def _codes(filed: Filed, field: Field) -> Iterator[Cell]:
    value = _value(filed, field)
    yield coded(value)
    if field.kind is Kind.ANY_OF:
        unread = _unread(filed, field, value)
        codes = ticked(value)
        for option in field.options:
            yield "" if option.code in unread else int(option.code in codes)


def _unread(filed: Filed, field: Field, value: Value) -> frozenset[str]:
    """The options whose box could not be read: blank in their columns, never 0."""
    findings = [finding for finding in filed.outcome.findings if finding.field == field.id]
    missing = any(finding.code == "field-not-found" for finding in findings)
    if value is None or (missing and not value):
        return frozenset(option.code for option in field.options)
    unsure = [str(finding.fact("choices")) for finding in findings if finding.code == "ambiguous-mark"]
    named = {label for labels in unsure for label in labels.split(JOIN)}
    doubted = {option.code for option in field.options if " ".join(option.label.split()) in named}
    return frozenset(doubted.difference(ticked(value)))


def _about(filed: Filed) -> Iterator[Cell]:
    record = filed.outcome.record
    sure = [entry.evidence.confidence for entry in record.entries] if record is not None else []
    yield filed.outcome.status.value
    yield filed.file
    yield filed.group
    yield filed.sha256
    yield filed.received_at.astimezone(UTC).isoformat()
    yield filed.form_id or ""
    yield record.version if record is not None else ""
    yield min(sure) if sure else ""
    yield len(filed.outcome.findings)
