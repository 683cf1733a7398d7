"""Whether a record's values satisfy the form: what is missing, too long, or does not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ingest import places
from ingest.record import Entry, Finding, Record, Value, finding
from ingest.tidy import one_line
from parsers.form import Field, Form, Kind, Option

_SAID = frozenset(
    (
        "too-many-choices",
        "invalid-email",
        "invalid-phone",
        "unknown-region",
        "unknown-city",
        "ambiguous-mark",
    )
)
"""Findings that say already why a field has no value."""

_FACT = 200


@dataclass(frozen=True, slots=True)
class _Checked:
    form: Form
    entries: Mapping[str, Entry]
    said: frozenset[str]
    """The fields with a finding that says already why they have no value."""

    def value(self, field: str) -> Value:
        return self.entries[field].value


def validate(form: Form, record: Record, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is wrong with a record, beyond what was found while it was made.

    Fields that the record does not have are not judged.
    """
    said = frozenset(one.field for one in found if one.field and one.code in _SAID)
    checked = _Checked(form, {entry.field: entry for entry in record.entries}, said)
    findings: list[Finding] = []
    for field in form.fields:
        if field.id in checked.entries:
            entry = checked.entries[field.id]
            findings += (
                *_missing(field, entry, checked),
                *_contradiction(field, entry),
                *_length(field, entry),
                *_elsewhere(field, entry, checked),
                *_further_text(field, entry, checked),
            )
    return tuple(findings)


def _missing(field: Field, entry: Entry, checked: _Checked) -> Iterator[Finding]:
    empty = entry.value in (None, "", ()) or (field.kind is Kind.IMAGES and entry.value == 0)
    if field.required and empty and field.id not in checked.said:
        yield finding("missing-required", field.id, entry.evidence.place)


def _contradiction(field: Field, entry: Entry) -> Iterator[Finding]:
    codes = entry.value if isinstance(entry.value, tuple) and field.kind.is_choice else ()
    options = [option for option in field.options if option.code in codes]
    alone = next((option for option in options if option.exclusive), None)
    others = [option for option in options if option is not alone]
    if alone and others:
        yield finding(
            "contradictory-choice",
            field.id,
            entry.evidence.place,
            choice=_line(alone.label),
            others="; ".join(_line(option.label) for option in others),
        )


def _length(field: Field, entry: Entry) -> Iterator[Finding]:
    if field.max_length is None or not isinstance(entry.value, str):
        return
    length = len(entry.value.replace("\n", ""))
    if length > field.max_length:
        place = entry.evidence.place
        yield finding("over-length", field.id, place, length=length, limit=field.max_length)


def _elsewhere(field: Field, entry: Entry, checked: _Checked) -> Iterator[Finding]:
    """A municipality that is in none of the form's answers' region; places of one name count as one."""
    if not field.within or field.within not in checked.entries:
        return
    region = checked.value(field.within)
    if not isinstance(entry.value, str) or not isinstance(region, str):
        return
    found = _found(entry, entry.value, region)
    if found and region not in found.regions:
        yield finding(
            "city-not-in-region",
            field.id,
            entry.evidence.place,
            city=entry.value,
            region=region,
            found=", ".join(found.regions),
        )


def _found(entry: Entry, name: str, region: str) -> places.Found | None:
    """The place as it was written, province and all; by its name where that is another by now."""
    written = places.find_municipality(entry.evidence.raw, region)
    return written if written and written.name == name else places.find_municipality(name, region)


def _further_text(field: Field, entry: Entry, checked: _Checked) -> Iterator[Finding]:
    for option in field.options:
        if option.asks_text and option.asks_text in checked.entries:
            yield from _option_text(field, entry, option, checked)


def _option_text(field: Field, entry: Entry, option: Option, checked: _Checked) -> Iterator[Finding]:
    text = checked.entries[option.asks_text or ""]
    choice = f"{_line(field.label)}: {_line(option.label)}"
    ticked = entry.value == option.code or (isinstance(entry.value, tuple) and option.code in entry.value)
    if ticked and not text.value:
        place = text.evidence.place or entry.evidence.place
        yield finding("other-without-text", text.field, place, choice=choice)
    if text.value and not ticked and field.id not in checked.said:
        written = one_line(str(text.value), _FACT)
        yield finding("text-without-other", field.id, entry.evidence.place, choice=choice, text=written)


def _line(text: str) -> str:
    return " ".join(text.split())
