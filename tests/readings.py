"""A reading put so that it can be compared with the one that is expected."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ingest import pipeline
from ingest.record import Outcome, Severity
from parsers.definition import built_in
from samples.answers import Json
from samples.make import expected_path

SAMPLES = Path(__file__).parents[1] / "samples"

Named = list[tuple[str, str]]
"""Findings as (field, code), sorted; the field is blank where it is the file as a whole."""


def sample_files(kind: str) -> list[Path]:
    """The files of returned/, twins/ or bad/."""
    return sorted(path for path in (SAMPLES / kind).iterdir() if path.suffix != ".json")


def expected_of(path: Path) -> dict[str, Json]:
    """The reading that is right for a sample."""
    note = expected_path(SAMPLES, path.parent.name, path.name)
    read: dict[str, Json] = json.loads(note.read_text(encoding="utf-8"))
    return read


def read_file(path: Path) -> Outcome:
    """What the program makes of a sample."""
    return pipeline.read(path.read_bytes(), path.name, built_in())


def values_of(outcome: Outcome, folded: bool = False) -> dict[str, Json]:
    """The record's values as JSON has them; `folded`: white space in texts left out, which pages lose."""
    found = outcome.record.values() if outcome.record else {}
    plain: dict[str, Json] = {
        field: list(value) if isinstance(value, tuple) else value for field, value in found.items()
    }
    return fold(plain) if folded else plain


def fold(values: Mapping[str, Json]) -> dict[str, Json]:
    """The values with the white space of texts left out."""
    return {
        field: "".join(value.split()) if isinstance(value, str) else value for field, value in values.items()
    }


def problems(outcome: Outcome) -> Named:
    """Its findings of severity error and warning."""
    return sorted((f.field or "", f.code) for f in outcome.findings if f.severity is not Severity.INFO)


def notes(outcome: Outcome) -> Named:
    """Its findings of severity info."""
    return sorted((f.field or "", f.code) for f in outcome.findings if f.severity is Severity.INFO)


def named(pairs: object) -> Named:
    """Findings as a sample's expected reading or the generator writes them."""
    assert isinstance(pairs, Sequence)
    return sorted((field or "", code) for field, code in pairs)
