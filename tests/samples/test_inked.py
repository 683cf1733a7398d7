"""Forms ticked and filled in with a viewer's tools: read whole, as a person sees them."""

from __future__ import annotations

from random import Random

import pytest

from ingest import pipeline
from parsers.definition import built_in
from parsers.document import Box, Mark, Method
from parsers.match import match
from parsers.pdf.reader import PdfReader, read_pages
from samples import blank
from samples.answers import truth
from samples.drawing import draw, planned
from samples.inked import FLAT, TICKS, Sheets
from samples.producers import available, converted
from samples.programs import AS_MADE
from tests.readings import values_of

FORMS = {
    21: ("original", "ballot"),
    22: ("one-table", "squares"),
    23: ("labels-above", "legacy"),
    24: ("two-columns-apart", "brackets"),
    25: ("boxes-left", "circles"),
    26: ("paragraphs-below", "ballot"),
    27: ("labels-above-apart", "bordered"),
    28: ("partnership-columns", "rounds"),
}
"""Forms by layout and by what their boxes are."""

WAYS = {**TICKS, **FLAT}
EACH = 12
"""So many of the ways are tried on each form."""

pytestmark = pytest.mark.skipif(not available(), reason="LibreOffice is not there to make a PDF of a form")


@pytest.fixture(scope="module")
def empty_forms() -> dict[str, bytes]:
    """Forms that nobody has filled in yet, as PDF."""
    plain = {"scenario": "blank", "second": "same", "joint": "space", "side": "before", "extra": "none"}
    plain |= {"program": AS_MADE, "decoy": "none", "blank": "nothing", "spelling": "as-printed"}
    drawn = {
        str(seed): draw(seed, layout=layout, mark=mark, **plain).data
        for seed, (layout, mark) in FORMS.items()
    }
    return converted(drawn, "pdf")


def printed(mark: Mark) -> Box:
    """The square of a box, by the room that its character has on the line where it is one."""
    box = mark.place.box
    assert box is not None
    if mark.method is Method.DRAWING:
        return box
    high = 0.45 if mark.raw[0] not in "[(" else 0.5
    x, y = (box[0] + box[2]) / 2, box[1] + high * (box[3] - box[1])
    half = 0.42 * min(box[2] - box[0], box[3] - box[1])
    return (x - half, y - half, x + half, y + half)


def _drawn() -> list[tuple[int, str]]:
    """A form and a way of ticking, evenly over both."""
    names = sorted(WAYS)
    step = len(names) // EACH
    return [(seed, names[(seed + at * step) % len(names)]) for seed in FORMS for at in range(EACH)]


@pytest.mark.parametrize(("seed", "way"), _drawn())
def test_a_form_ticked_with_a_viewers_tool(seed: int, way: str, empty_forms: dict[str, bytes]) -> None:
    """Every choice is read as it was ticked, and surely."""
    data, given = empty_forms[str(seed)], planned(seed, scenario="complete").given
    height = read_pages(data).pages[0].height
    sheets, random = Sheets(data), Random(seed)  # noqa: S311
    for answer in match(PdfReader().read(data), built_in()[0]).answers:
        for choice in answer.choices:
            if choice.option in given.ticks[answer.field] and choice.mark:
                x0, top, x1, bottom = printed(choice.mark)
                page = (choice.mark.place.page or 1) - 1
                sheets.put(page, WAYS[way]((x0, height - bottom, x1, height - top), random))
    outcome = pipeline.read(sheets.bytes(), "scheda.pdf", built_in())
    found, right = values_of(outcome), truth(given)
    assert {field: found[field] for field in blank.OPTIONS} == {
        field: right[field] for field in blank.OPTIONS
    }
    doubted = {one.code for one in outcome.findings} & {"ambiguous-mark", "low-confidence"}
    assert doubted == set()
