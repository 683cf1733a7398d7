"""Outcomes as JSON and back, exactly; what the store keeps. The bytes of pictures are not kept."""

from __future__ import annotations

import json
import re
from typing import NotRequired, TypedDict, cast

from ingest.record import (
    Entry,
    Evidence,
    Fact,
    Failure,
    Finding,
    Outcome,
    Picture,
    Record,
    Severity,
    Value,
)
from parsers.document import Box, Image, Place

_SURROGATE = re.compile("[\ud800-\udfff]")


class _Place(TypedDict, total=False):
    table: str
    row: int
    cell: int
    paragraph: int
    page: int
    box: list[float]
    part: str


class _Entry(TypedDict):
    field: str
    value: str | bool | int | list[str] | None
    raw: str
    method: str
    confidence: float
    place: _Place | None
    context: str
    places: NotRequired[list[_Place]]


class _Record(TypedDict):
    form: str
    version: str
    entries: list[_Entry]


class _Finding(TypedDict):
    code: str
    field: str | None
    facts: list[tuple[str, Fact]]
    place: _Place | None
    severity: str


class _Failure(TypedDict):
    code: str
    reason: str
    facts: list[tuple[str, Fact]]


class _Picture(TypedDict):
    field: str
    name: str
    media_type: str
    place: _Place | None


class _Outcome(TypedDict):
    record: _Record | None
    findings: list[_Finding]
    failure: _Failure | None
    pictures: list[_Picture]


def to_json(value: object) -> str:
    """JSON on one line, letters as they are; lone surrogates, which no UTF-8 can carry, are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def place_members(place: Place | None) -> dict[str, object] | None:
    """A place's members that are given, by name; None for no place."""
    if place is None:
        return None
    members: dict[str, object] = {
        "table": place.table,
        "row": place.row,
        "cell": place.cell,
        "paragraph": place.paragraph,
        "page": place.page,
        "box": list(place.box) if place.box is not None else None,
        "part": place.part,
    }
    return {name: member for name, member in members.items() if member is not None}


def encode(outcome: Outcome) -> str:
    """The outcome as JSON."""
    record, failure = outcome.record, outcome.failure
    return to_json(
        {
            "record": _from_record(record) if record else None,
            "findings": [_from_finding(finding) for finding in outcome.findings],
            "failure": {"code": failure.code, "reason": failure.reason, "facts": failure.facts}
            if failure
            else None,
            "pictures": [_from_picture(picture) for picture in outcome.pictures],
        }
    )


def decode(text: str) -> Outcome:
    """The outcome that `encode` made the text of."""
    data = cast("_Outcome", json.loads(text))
    record, failure = data["record"], data["failure"]
    return Outcome(
        _to_record(record) if record else None,
        tuple(_to_finding(finding) for finding in data["findings"]),
        Failure(failure["code"], failure["reason"], _to_facts(failure["facts"])) if failure else None,
        tuple(_to_picture(picture) for picture in data["pictures"]),
    )


def _from_record(record: Record) -> dict[str, object]:
    entries = [_from_entry(entry) for entry in record.entries]
    return {"form": record.form, "version": record.version, "entries": entries}


def _from_entry(entry: Entry) -> dict[str, object]:
    evidence = entry.evidence
    return {
        "field": entry.field,
        "value": entry.value,
        "raw": evidence.raw,
        "method": evidence.method,
        "confidence": evidence.confidence,
        "place": place_members(evidence.place),
        "context": evidence.context,
        **({"places": [place_members(place) for place in evidence.places]} if evidence.places else {}),
    }


def _from_finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "field": finding.field,
        "facts": finding.facts,
        "place": place_members(finding.place),
        "severity": finding.severity,
    }


def _from_picture(picture: Picture) -> dict[str, object]:
    image = picture.image
    return {
        "field": picture.field,
        "name": image.name,
        "media_type": image.media_type,
        "place": place_members(image.place),
    }


def _to_record(data: _Record) -> Record:
    return Record(data["form"], data["version"], tuple(_to_entry(entry) for entry in data["entries"]))


def _to_entry(data: _Entry) -> Entry:
    value = data["value"]
    answer: Value = tuple(value) if isinstance(value, list) else value
    place = _to_place(data["place"])
    places = tuple(found for one in data.get("places", ()) if (found := _to_place(one)) is not None)
    evidence = Evidence(data["raw"], str(data["method"]), data["confidence"], place, data["context"], places)
    return Entry(data["field"], answer, evidence)


def _to_finding(data: _Finding) -> Finding:
    facts, place = _to_facts(data["facts"]), _to_place(data["place"])
    return Finding(data["code"], data["field"], facts, place, Severity(data["severity"]))


def _to_picture(data: _Picture) -> Picture:
    image = Image(data["name"], data["media_type"], b"", _to_place(data["place"]) or Place())
    return Picture(data["field"], image)


def _to_facts(data: list[tuple[str, Fact]]) -> tuple[tuple[str, Fact], ...]:
    return tuple((name, fact) for name, fact in data)


def _to_place(data: _Place | None) -> Place | None:
    if data is None:
        return None
    box = data.get("box")
    return Place(
        data.get("table"),
        data.get("row"),
        data.get("cell"),
        data.get("paragraph"),
        data.get("page"),
        cast("Box", tuple(box)) if box is not None else None,
        data.get("part"),
    )
