"""Forms ticked with a viewer's tools: read whole, as a person sees them."""

from __future__ import annotations

from random import Random

import pytest

from ingest import pipeline
from parsers.definition import built_in
from parsers.document import Box
from parsers.match import match
from parsers.pdf import PdfReader, read_pages
from samples import blank
from samples.answers import truth
from samples.drawing import draw, planned
from samples.inked import TICKS, Sheets
from samples.producers import available, converted
from samples.programs import AS_MADE
from tests.readings import values_of

SEEDS = {21: "ballot", 22: "squares", 23: "legacy", 24: "brackets"}
"""Forms by what their boxes are."""

pytestmark = pytest.mark.skipif(not available(), reason="LibreOffice is not there to make a PDF of a form")


@pytest.fixture(scope="module")
def empty_forms() -> dict[str, bytes]:
    """Forms that nobody has filled in yet, as PDF."""
    plain = {"scenario": "blank", "second": "same", "joint": "space", "layout": "original"}
    plain["program"] = AS_MADE
    drawn = {str(seed): draw(seed, mark=mark, **plain).data for seed, mark in SEEDS.items()}
    return converted(drawn, "pdf")


def seen(box: Box) -> Box:
    """The printed square of a box, by the room that its character has on the line."""
    x, y = (box[0] + box[2]) / 2, box[1] + 0.45 * (box[3] - box[1])
    half = 0.42 * min(box[2] - box[0], box[3] - box[1])
    return (x - half, y - half, x + half, y + half)


@pytest.mark.parametrize("way", TICKS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_form_ticked_with_a_viewers_tool(way: str, seed: int, empty_forms: dict[str, bytes]) -> None:
    """Every choice is read as it was ticked, and surely."""
    data, given = empty_forms[str(seed)], planned(seed, scenario="complete").given
    height = read_pages(data).pages[0].height
    sheets, random = Sheets(data), Random(seed)  # noqa: S311
    for answer in match(PdfReader().read(data), built_in()[0]).answers:
        for choice in answer.choices:
            if choice.option in given.ticks[answer.field] and choice.mark and choice.mark.place.box:
                x0, top, x1, bottom = seen(choice.mark.place.box)
                page = (choice.mark.place.page or 1) - 1
                sheets.put(page, TICKS[way]((x0, height - bottom, x1, height - top), random))
    outcome = pipeline.read(sheets.bytes(), "scheda.pdf", built_in())
    found, right = values_of(outcome), truth(given)
    assert {field: found[field] for field in blank.OPTIONS} == {
        field: right[field] for field in blank.OPTIONS
    }
    doubted = {one.code for one in outcome.findings} & {"ambiguous-mark", "low-confidence"}
    assert doubted == set()
