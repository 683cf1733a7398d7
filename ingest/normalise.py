"""Answers as they were written, turned into the record's values, with a finding where one is in doubt.

It goes by the kind of a field and the form's rules, never by a field's name. Whether the values
satisfy the form is the matter of ingest.validate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ingest import choosing, places
from ingest.contacts import Contacts, find_contacts
from ingest.echoes import echoes
from ingest.record import Entry, Evidence, Finding, Picture, Record, Severity, Value, finding
from ingest.tidy import is_blank, one_line, tidy, tidy_filled, tidy_long
from parsers.answers import Answer, Answers, Stray
from parsers.document import Method
from parsers.form import Field, Form, Kind

SURE = 0.8
"""A reading below this confidence asks for a look."""

_CONTACT = re.compile(r"@|(?:\d[ ./-]?){6}")

_FACT = 200
"""Characters of a written text that a finding repeats; the whole stands in the evidence."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A record with what was found while making it, and the pictures that answer its fields."""

    record: Record
    findings: tuple[Finding, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    value: Value
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The form and its answers, with what was worked out of several of them together."""

    form: Form
    answers: Mapping[str, Answer]
    filled: frozenset[str]
    """The text fields that say more of a ticked option: they stand on a dotted line."""
    shared: Mapping[str, str]
    """Contact field to the text it shares with the fields of the same label."""


def normalise(form: Form, answers: Answers) -> Normalised:
    """The record of a form's answers, one entry a field in the form's order."""
    sheet = _sheet(form, answers)
    entries: list[Entry] = []
    findings: list[Finding] = []
    for field in form.fields:
        answer = sheet.answers[field.id]
        reading = _READERS[field.kind](field, answer, sheet)
        entries.append(Entry(field.id, reading.value, _evidence(field, answer)))
        findings += (*_not_found(field, answer), *reading.findings, *_not_sure(field, answer, reading))
    findings += _left_over(sheet)
    findings += map(_unexpected, _strays(answers))
    findings += _of_the_whole(answers)
    return Normalised(Record(form.id, form.version, tuple(entries)), tuple(findings), tuple(_pictures(sheet)))


def _unexpected(stray: Stray) -> Finding:
    text = one_line(stray.text, _FACT)
    if not stray.source:
        return finding("unexpected-content", stray.field or None, stray.place, text=text)
    detail = f"{stray.source}-at" if stray.field else stray.source
    return finding("unexpected-content", stray.field or None, stray.place, text=text, detail=detail)


def _of_the_whole(answers: Answers) -> Iterator[Finding]:
    """What is to be said of the form as a whole: a part of it, or one of several in the file."""
    copies = answers.copies
    if copies is not None:
        # Empty copies beside the one that was filled in hold nothing to look at.
        mild = None if copies.filled > 1 else Severity.INFO
        yield finding("several-forms", severity=mild, number=copies.read, count=copies.count)
    if answers.partial:
        yield finding("partial-form")


def _sheet(form: Form, answers: Answers) -> _Sheet:
    given = {answer.field: answer for answer in answers.answers}
    every = {field.id: given.get(field.id) or _absent(field.id) for field in form.fields}
    asked = frozenset(
        option.asks_text for field in form.fields for option in field.options if option.asks_text
    )
    return _Sheet(form, every, asked, _shared(form, every))


def _absent(field: str) -> Answer:
    return Answer(field, False, "", (), (), Method.NONE, 1.0, None)


def _shared(form: Form, answers: Mapping[str, Answer]) -> dict[str, str]:
    """Contact fields that stand under one label, each with everything that was written there."""
    labels: dict[str, list[Field]] = {}
    for field in form.fields:
        if field.kind in (Kind.PHONES, Kind.EMAIL):
            labels.setdefault("".join(field.label.casefold().split()), []).append(field)
    shared: dict[str, str] = {}
    for fields in labels.values():
        if len(fields) > 1:
            texts = dict.fromkeys(answers[field.id].text for field in fields)
            shared.update((field.id, "\n".join(filter(None, texts))) for field in fields)
    return shared


def _text(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    if field.id in sheet.filled:
        return _Reading(tidy_filled(answer.text))
    mixed = tuple(_holding_questions(field, answer, sheet.form))
    if field.kind is Kind.LONG_TEXT:
        return _Reading(tidy_long(answer.text), mixed)
    return _Reading(tidy(answer.text), mixed or tuple(_holding_contacts(field, answer)))


def _holding_questions(field: Field, answer: Answer, form: Form) -> Iterator[Finding]:
    """An answer with words in it that the form asks with: it may be cut at the wrong place."""
    if echoes(form, field, answer.text):
        yield finding("low-confidence", field.id, answer.place, text=one_line(answer.text, _FACT))


def _holding_contacts(field: Field, answer: Answer) -> Iterator[Finding]:
    """A name with a number or an address in it: the contacts may belong to another question."""
    if _CONTACT.search(answer.text):
        contacts = find_contacts(answer.text)
        if contacts.phones or contacts.addresses:
            text = one_line(answer.text, _FACT)
            yield finding("low-confidence", field.id, answer.place, text=text)


def _choice(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    value, findings = choosing.choose(field, answer)
    return _Reading(value, findings)


def _region(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    written = tidy(answer.text)
    region = places.find_region(written) or _region_among(written)
    if region or not written:
        return _Reading(region)
    near = places.nearest_region(written)
    return _Reading(None, (_unknown("unknown-region", field, answer, near),))


def _region_among(written: str) -> str | None:
    """The one region named in a text that names a town as well: ``Forlì (Emilia-Romagna)``."""
    parts = re.split(r"\s*[,;/()\n]\s*|\s+[-–]\s+", written)
    found = {region for part in parts if part and (region := places.find_region(part))}
    return found.pop() if len(found) == 1 and len(parts) > 1 else None


def _municipality(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    written = tidy(answer.text)
    region = places.find_region(tidy(sheet.answers[field.within].text)) if field.within else None
    found = places.find_municipality(written, region)
    if found or not written:
        return _Reading(found.name if found else None)
    near = places.nearest_municipality(written, region)
    return _Reading(None, (_unknown("unknown-city", field, answer, near),))


def _unknown(code: str, field: Field, answer: Answer, near: str | None) -> Finding:
    text = one_line(answer.text, _FACT)
    return finding(code, field.id, answer.place, text=text, suggestion=near or "")


def _phones(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    contacts = _contacts(field, answer, sheet)
    broken = contacts.broken_phones
    if not broken and not contacts.phones and field.id not in sheet.shared:
        broken = (one_line(answer.text),) if not is_blank(answer.text) else ()
    return _Reading(contacts.phones, tuple(_invalid("invalid-phone", field, answer, broken)))


def _email(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    contacts = _contacts(field, answer, sheet)
    addresses, broken = contacts.addresses, contacts.broken_addresses
    if not addresses and not broken and field.id not in sheet.shared:
        broken = (one_line(answer.text),) if not is_blank(answer.text) else ()
    findings = list(_invalid("invalid-email", field, answer, broken))
    if len(addresses) > 1:
        further = ", ".join(addresses[1:])
        findings.append(finding("more-addresses", field.id, answer.place, text=one_line(further, _FACT)))
    if addresses and addresses[0] in contacts.unsure_addresses:
        text = one_line(_written(field, answer, sheet), _FACT)
        findings.append(finding("low-confidence", field.id, answer.place, text=text))
    return _Reading(addresses[0] if addresses else None, tuple(findings))


def _contacts(field: Field, answer: Answer, sheet: _Sheet) -> Contacts:
    return find_contacts(_written(field, answer, sheet))


def _written(field: Field, answer: Answer, sheet: _Sheet) -> str:
    return sheet.shared.get(field.id, answer.text)


def _invalid(code: str, field: Field, answer: Answer, broken: tuple[str, ...]) -> Iterator[Finding]:
    if broken:
        yield finding(code, field.id, answer.place, text=one_line("; ".join(broken), _FACT))


def _images(field: Field, answer: Answer, sheet: _Sheet) -> _Reading:
    return _Reading(len(answer.images))


_READERS: Mapping[Kind, Callable[[Field, Answer, _Sheet], _Reading]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.ONE_OF: _choice,
    Kind.ANY_OF: _choice,
    Kind.YES_NO: _choice,
    Kind.REGION: _region,
    Kind.MUNICIPALITY: _municipality,
    Kind.PHONES: _phones,
    Kind.EMAIL: _email,
    Kind.IMAGES: _images,
}


def _evidence(field: Field, answer: Answer) -> Evidence:
    raw = choosing.raw(answer) if field.kind.is_choice else answer.text
    return Evidence(raw, answer.method.value, answer.confidence, answer.place, answer.context, answer.places)


def _not_found(field: Field, answer: Answer) -> Iterator[Finding]:
    if not answer.found:
        yield finding("field-not-found", field.id, answer.place, None if field.required else Severity.INFO)


def _not_sure(field: Field, answer: Answer, reading: _Reading) -> Iterator[Finding]:
    said = any(found.code in ("ambiguous-mark", "low-confidence") for found in reading.findings)
    if answer.confidence < SURE and reading.value not in (None, "", (), 0) and not said:
        text = choosing.raw(answer) if field.kind.is_choice else answer.text
        yield finding("low-confidence", field.id, answer.place, text=one_line(text, _FACT))


def _left_over(sheet: _Sheet) -> Iterator[Finding]:
    """What stands in a contact answer and is neither number nor address, once a label."""
    said: set[str] = set()
    for field in sheet.form.fields:
        if field.kind not in (Kind.PHONES, Kind.EMAIL):
            continue
        answer = sheet.answers[field.id]
        written = _written(field, answer, sheet)
        contacts = find_contacts(written)
        used = contacts.phones or contacts.addresses or field.id in sheet.shared
        if written not in said and used and contacts.rest:
            said.add(written)
            text = one_line(contacts.rest, _FACT)
            yield finding("unexpected-content", field.id, answer.place, text=text)


def _strays(answers: Answers) -> Iterator[Stray]:
    return (stray for stray in answers.strays if stray.text.strip())


def _pictures(sheet: _Sheet) -> Iterator[Picture]:
    for field in sheet.form.fields:
        if field.kind is Kind.IMAGES:
            yield from (Picture(field.id, image) for image in sheet.answers[field.id].images)
