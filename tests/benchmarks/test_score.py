"""The comparison of a reading with the right one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.score import Score, same, score
from ingest.record import Entry, Evidence, Failure, Finding, Outcome, Record, Value, finding
from samples.answers import Json
from samples.drawing import Sample, draw

SAMPLE = draw(3, scenario="complete")
NOWHERE = Evidence("", "text", 1.0, None)


def reading(sample: Sample, *findings: Finding, **other: Value) -> Outcome:
    """The right reading of a sample, with some values other than they should be."""
    values = {
        field: tuple(value) if isinstance(value, list) else value for field, value in sample.truth.items()
    }
    entries = tuple(Entry(field, value, NOWHERE) for field, value in (values | other).items())
    return Outcome(Record("form", "1", entries), findings)


def test_a_right_reading_has_no_fault() -> None:
    """The truth itself scores full marks."""
    found = score(SAMPLE, reading(SAMPLE))
    assert (found.perfect, found.wrong, found.silent, found.box_f1) == (1, (), (), 1.0)


def test_a_wrong_value_with_nothing_said_is_silent() -> None:
    """A wrong value on whose field there is no error or warning counts as silent."""
    found = score(SAMPLE, reading(SAMPLE, finding("more-addresses", "referente"), referente="altro"))
    assert (found.wrong, found.silent) == (("referente",), ("referente",))


def test_a_wrong_value_that_is_spoken_of_is_not_silent() -> None:
    """A finding on the field keeps a wrong value from being silent."""
    found = score(SAMPLE, reading(SAMPLE, finding("low-confidence", "referente"), referente="altro"))
    assert (found.wrong, found.silent) == (("referente",), ())


def test_a_finding_that_nobody_expects_is_a_false_alarm() -> None:
    """An error or a warning that is not among the expected is a false alarm; a note is none."""
    found = score(SAMPLE, reading(SAMPLE, finding("over-length", "valutazione"), finding("macros")))
    assert found.false_alarms == (("valutazione", "over-length"),)


def test_a_finding_that_is_expected_is_missed_when_it_is_not_given() -> None:
    """An expected finding that does not come is counted."""
    expecting = replace(SAMPLE, expect=(("email", "invalid-email"),))
    assert score(expecting, reading(expecting)).missed == (("email", "invalid-email"),)


def test_ticks_are_counted_one_by_one() -> None:
    """Each tick too many and each tick lost takes from the F1."""
    ticked = replace(SAMPLE, truth={**SAMPLE.truth, "finanziamento": ["proprie", "banche"]})
    right = score(ticked, reading(ticked)).boxes
    found = score(ticked, reading(ticked, finanziamento=("proprie", "privati")))
    assert found.boxes == (right[0] - 1, 1, 1)


def test_a_rejected_file_is_wrong_but_not_silent() -> None:
    """A file that was refused has its answers wrong, and says so."""
    found = score(SAMPLE, Outcome(None, failure=Failure("unreadable")))
    assert (found.silent, len(found.wrong) > 10) == ((), True)


def test_scores_add_up() -> None:
    """Two forms together have the fields and the faults of both."""
    one = score(SAMPLE, reading(SAMPLE, referente="altro"))
    total = Score() + one + one
    assert (total.forms, total.fields, total.wrong) == (2, 2 * one.fields, ("referente", "referente"))


@pytest.mark.parametrize(
    ("truth", "value", "folded", "expected"),
    [
        (["a", "b"], ("b", "a"), False, True),
        (["a"], ("a", "b"), False, False),
        (1, True, False, False),
        ("uno\ndue", "uno due", False, False),
        ("uno\ndue", "uno due", True, True),
        (None, "", False, False),
    ],
)
def test_values_are_the_same_or_not(truth: Json, value: Value, folded: bool, expected: bool) -> None:
    """Order and, for pages, white space do not matter; everything else does."""
    assert same(truth, value, folded) is expected
