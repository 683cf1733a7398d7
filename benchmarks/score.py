"""The comparison of one reading with the right one, in numbers that can be added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.record import Finding, Outcome, Severity, Value
from samples import blank
from samples.answers import Json
from samples.drawing import Sample

Named = tuple[tuple[str | None, str], ...]
"""Findings as (field, code)."""


@dataclass(frozen=True, slots=True)
class Score:
    """What reading one form, or several, came to."""

    forms: int = 0
    fields: int = 0
    perfect: int = 0
    """Forms with every field right."""
    wrong: tuple[str, ...] = ()
    """The fields read wrongly, a name for each time."""
    silent: tuple[str, ...] = ()
    """Those of them that no error or warning names."""
    boxes: tuple[int, int, int] = (0, 0, 0)
    """Ticked and read as ticked; not ticked and read as ticked; ticked and not read as ticked."""
    false_alarms: Named = ()
    """Errors and warnings that the right reading does not give."""
    missed: Named = ()
    """Errors and warnings of the right reading that were not given."""

    @property
    def right(self) -> int:
        """The fields read rightly."""
        return self.fields - len(self.wrong)

    @property
    def box_f1(self) -> float:
        """The harmonic mean of how many read ticks are ticks and how many ticks are read; 1 is all."""
        hits, extra, lost = self.boxes
        return 2 * hits / (2 * hits + extra + lost) if hits + extra + lost else 1.0

    def __add__(self, other: Score) -> Score:
        hits, extra, lost = (mine + theirs for mine, theirs in zip(self.boxes, other.boxes, strict=True))
        return Score(
            self.forms + other.forms,
            self.fields + other.fields,
            self.perfect + other.perfect,
            self.wrong + other.wrong,
            self.silent + other.silent,
            (hits, extra, lost),
            self.false_alarms + other.false_alarms,
            self.missed + other.missed,
        )

    def faults(self) -> str:
        """What is wrong, in a line: names of fields and codes, no value."""
        parts = (
            ("wrong", [f"{name} (silent)" if name in self.silent else name for name in self.wrong]),
            ("false alarm", [f"{field}: {code}" for field, code in self.false_alarms]),
            ("missed", [f"{field}: {code}" for field, code in self.missed]),
        )
        return "; ".join(f"{name} {', '.join(said)}" for name, said in parts if said)


def score(sample: Sample, outcome: Outcome, folded: bool = False) -> Score:
    """One reading beside the right one. `folded` passes over white space in texts: pages lose it.

    A file that was rejected has all its answered fields wrong, and none of them silently.
    """
    values = outcome.record.values() if outcome.record else {}
    wrong = tuple(field for field in blank.FIELDS if not same(sample.truth[field], values.get(field), folded))
    given = _named(outcome.findings)
    flagged = {field for field, _ in given}
    quiet = () if outcome.record is None else tuple(field for field in wrong if field not in flagged)
    return Score(
        forms=1,
        fields=len(blank.FIELDS),
        perfect=0 if wrong else 1,
        wrong=wrong,
        silent=quiet,
        boxes=_boxes(sample, outcome),
        false_alarms=tuple(one for one in given if one not in sample.expect),
        missed=tuple(one for one in sample.expect if one not in given),
    )


def same(truth: Json, value: Value, folded: bool = False) -> bool:
    """Whether a value is the right one; several choices or phones are the same in any order."""
    if isinstance(truth, list):
        return isinstance(value, tuple) and sorted(truth) == sorted(value)
    if folded and isinstance(truth, str) and isinstance(value, str):
        return "".join(truth.split()) == "".join(value.split())
    return truth == value and isinstance(truth, bool) == isinstance(value, bool)


def _named(findings: Sequence[Finding]) -> Named:
    return tuple((one.field, one.code) for one in findings if one.severity is not Severity.INFO)


def _boxes(sample: Sample, outcome: Outcome) -> tuple[int, int, int]:
    values = outcome.record.values() if outcome.record else {}
    hits = extra = lost = 0
    for field in blank.OPTIONS:
        want, have = _ticked(sample.truth[field]), _ticked(values.get(field))
        hits, extra, lost = hits + len(want & have), extra + len(have - want), lost + len(want - have)
    return hits, extra, lost


def _ticked(value: Json | Value) -> frozenset[str]:
    if value is None or value == "":
        return frozenset()
    return frozenset(value) if isinstance(value, list | tuple) else frozenset([str(value)])
