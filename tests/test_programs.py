"""Forms as other office programs write them, or LibreOffice in person, are read like any other."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from ingest import pipeline
from parsers.definition import built_in
from samples import producers
from samples.collection import PLAIN
from samples.drawing import Sample, draw
from samples.programs import AS_MADE, PROGRAMS
from tests.readings import named, problems, values_of

PICTURES = ("logo", "foto")
MARKS = (
    "ballot-gothic",
    "control",
    "legacy",
    "symbol-tick",
    "font-2",
    "bullet-tick",
    "brackets",
    "tracked",
    "squares",
)
LAYOUTS = ("original", "one-table", "boxes-left", "partnership-columns", "labels-above", "paragraphs")
KEPT = ("saved-again", "through-odt", "through-doc", "through-rtf", "through-html")
"""The ways through LibreOffice that end in a Word file."""


def faults(sample: Sample, data: bytes, without: tuple[str, ...] = ()) -> list[str]:
    """The names of fields read otherwise than written, and whether the findings are not those expected."""
    outcome = pipeline.read(data, sample.name, built_in())
    if outcome.failure is not None:
        return [outcome.failure.code]
    found = values_of(outcome)
    wrong = [
        field
        for field, value in sample.truth.items()
        if field not in without and in_order(found[field]) != in_order(value)
    ]
    # Pictures that are not in the file are said of the file as a whole.
    lacking = [(None, "low-confidence")] if any(sample.truth[field] for field in without) else []
    expected = named((*sample.expect, *lacking))
    return wrong if problems(outcome) == expected else [*wrong, "findings"]


def in_order(value: object) -> object:
    """Several choices or phones are the same in any order."""
    return sorted(value) if isinstance(value, list) else value


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("program", [name for name in PROGRAMS if name != AS_MADE])
def test_a_programs_own_way_of_writing_changes_no_answer(program: str, mark: str) -> None:
    """Whatever program saved the form, its answers are those written."""
    layout = LAYOUTS[MARKS.index(mark) % len(LAYOUTS)]
    sample = draw(50, **{**PLAIN, "program": program, "mark": mark, "joint": "space", "layout": layout})
    assert faults(sample, sample.data) == []


@pytest.mark.parametrize("program", [name for name in PROGRAMS if name != AS_MADE])
def test_every_program_writes_otherwise(program: str) -> None:
    """No program is a mere name: what it writes differs from what Word wrote."""
    plain = draw(51, **{**PLAIN, "mark": "control", "writing": "tagged"})
    assert draw(51, **{**plain.axes, "program": program}).data != plain.data


def forms(producer: str) -> Mapping[str, Sample]:
    """A few forms of different marks and layouts that the producer keeps, by the stem of their file."""
    pairs = zip(MARKS, itertools.cycle(LAYOUTS), strict=False)
    samples = (
        draw(60 + number, **{**PLAIN, "mark": mark, "layout": layout, "joint": "space"})
        for number, (mark, layout) in enumerate(pairs)
        if layout != "paragraphs" or mark != "bullet-tick"
    )
    kept = [sample for sample in samples if producers.keeps(producer, sample.axes)]
    return {f"form-{number}": sample for number, sample in enumerate(kept)}


@pytest.mark.skipif(not producers.available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("producer", KEPT)
def test_a_form_saved_by_libreoffice_is_read_as_it_was_written(producer: str) -> None:
    """A form that went through LibreOffice, whatever the kind of file between, has the same answers."""
    samples = forms(producer)
    between = () if producer == "saved-again" else (producer.removeprefix("through-"),)
    made = producers.passed({stem: one.data for stem, one in samples.items()}, *between, "docx")
    # What is saved as HTML has its pictures in files of their own.
    without = PICTURES if producer == "through-html" else ()
    found = {one.axes["mark"]: faults(one, made[stem], without) for stem, one in samples.items()}
    assert {mark: wrong for mark, wrong in found.items() if wrong} == {}
