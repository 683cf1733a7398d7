"""Fillable forms, drawn in all the ways of designers and viewers: read whole."""

from __future__ import annotations

import pytest

from ingest import pipeline
from parsers.definition import built_in
from samples.drawing import Sample
from samples.fillable import AXES, draw
from tests.readings import fold, named, problems, values_of

LISTED = ("tipologia", "ambito")
FLATTENED = {
    "file": "flattened",
    "labels": "table",
    "scenario": "complete",
    "printed": "nothing",
    "single-list": "no",
}


def faults(sample: Sample) -> list[str]:
    """What is read otherwise than it was drawn: fields, and errors and warnings."""
    outcome = pipeline.read(sample.data, sample.name, built_in())
    if outcome.failure is not None:
        return [outcome.failure.code]
    found, right = values_of(outcome, folded=True), fold(dict(sample.truth))
    wrong = [field for field, value in right.items() if found[field] != value]
    given, wanted = problems(outcome), named(sample.expect)
    return [*wrong, *(f"{field}: {code}" for field, code in set(given) ^ set(wanted))]


@pytest.mark.parametrize("axis", [axis for axis in AXES if axis not in ("file", "single-list")])
def test_every_way_of_an_axis_is_read_as_it_was_drawn(axis: str) -> None:
    """Each way there is, among others drawn at random."""
    wrong = {}
    for number, way in enumerate(dict.fromkeys(AXES[axis])):
        sample = draw(500 + number, **{"file": "plain", "single-list": "no", axis: way})
        found = faults(sample)
        if found:
            wrong[way] = (found, dict(sample.axes))
    assert wrong == {}


@pytest.mark.parametrize("labels", ["left", "above", "table"])
def test_an_entry_of_a_list_is_the_option_it_names(labels: str) -> None:
    """Where no other option stands what was chosen is read; it may be doubted."""
    for seed in (60, 61, 62):
        sample = draw(seed, labels=labels, file="plain", scenario="complete", **{"single-list": "yes"})
        found = values_of(pipeline.read(sample.data, sample.name, built_in()))
        assert [found[field] for field in LISTED] == [sample.truth[field] for field in LISTED]


@pytest.mark.parametrize("file", ["plain", "packed", "updated"])
def test_the_same_form_is_read_alike_however_it_is_stored(file: str) -> None:
    """As plain objects, in an object stream, or empty with the answers behind its end."""
    for seed in (41, 42, 43):
        assert faults(draw(seed, file=file, **{"single-list": "no"})) == []


@pytest.mark.parametrize("seed", range(20, 24))
def test_a_form_whose_fields_became_part_of_the_page(seed: int) -> None:
    """What was filled in is text and drawing then."""
    assert faults(draw(seed, **FLATTENED)) == []


def test_lines_of_an_answer_keep_their_ends() -> None:
    """What somebody typed in a field of several lines is kept to the letter."""
    sample = draw(7, file="plain", scenario="complete", decoy="bullets", labels="table")
    outcome = pipeline.read(sample.data, sample.name, built_in())
    found = values_of(outcome)
    for field in ("descrizione", "elementi_innovazione", "valutazione"):
        assert found[field] == sample.truth[field]


def test_the_same_seed_draws_the_same_file() -> None:
    """A failure can be had again."""
    assert draw(5) == draw(5)


def test_a_way_that_does_not_exist_is_refused() -> None:
    """A typing error draws nothing."""
    with pytest.raises(ValueError, match="no way 'sideways'"):
        draw(1, labels="sideways")
