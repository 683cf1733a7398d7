"""The same forms as other programs bring them to PDF: they say the same, and are read the same."""

from __future__ import annotations

import pytest

from benchmarks.score import same
from ingest import pipeline
from parsers.definition import built_in
from samples import producers
from samples.drawing import Sample, draw
from samples.printed import browser
from samples.printed.again import HANDS, can_be_written, written
from samples.printed.sheets import SHEETS
from samples.printed.web import AXES, LAYOUTS, Website, website

SEEDS = {41: "original", 42: "two-columns", 43: "boxes-left"}
"""Forms by how they are laid out."""

OUT_OF_ORDER = ("swapped", "backwards")
"""What a person must look at: the program says so, and does not always put it right."""

pytestmark = pytest.mark.skipif(
    not producers.available(), reason="LibreOffice is not there to make a PDF of a form"
)


@pytest.fixture(scope="module")
def prints() -> dict[str, tuple[Sample, bytes]]:
    """Forms printed by LibreOffice, with what they say."""
    plain = {"mark": "ballot", "second": "same", "program": "as-made", "spelling": "as-printed"}
    plain |= {"writing": "plain", "extra": "none", "joint": "space", "side": "before", "decoy": "none"}
    drawn = {str(seed): draw(seed, layout=layout, **plain) for seed, layout in SEEDS.items()}
    made = producers.converted({name: one.data for name, one in drawn.items()}, "pdf")
    return {name: (one, made[name]) for name, one in drawn.items()}


def faults(data: bytes, truth: object, expect: object) -> list[str]:
    """The fields that are read wrongly, and errors and warnings that a right reading does not give."""
    assert isinstance(truth, dict)
    assert isinstance(expect, tuple)
    outcome = pipeline.read(data, "scheda.pdf", built_in())
    assert outcome.record is not None
    found = outcome.record.values()
    wrong = [field for field, value in truth.items() if not same(value, found.get(field), folded=True)]
    said = [(one.field, one.code) for one in outcome.findings if one.severity.value != "info"]
    return [*wrong, *(f"{field}: {code}" for field, code in said if (field, code) not in expect)]


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_form_in_another_hand(hand: str, seed: int, prints: dict[str, tuple[Sample, bytes]]) -> None:
    """Whoever writes the page, the form says what it says."""
    sample, data = prints[str(seed)]
    assert can_be_written(data)
    assert faults(written(data, HANDS[hand], seed), dict(sample.truth), tuple(sample.expect)) == []


@pytest.mark.parametrize("way", [way for way in SHEETS if way not in OUT_OF_ORDER])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_form_on_other_sheets(way: str, seed: int, prints: dict[str, tuple[Sample, bytes]]) -> None:
    """Turned, cropped, two on a sheet: a person reads it all the same."""
    sample, data = prints[str(seed)]
    again = written(data, HANDS["word"], seed, SHEETS[way])
    assert faults(again, dict(sample.truth), tuple(sample.expect)) == []


WEB = {
    layout: 100 + at
    for at, layout in enumerate(layout for layout in LAYOUTS if layout not in ("pairs", "fieldsets"))
}
"""A seed a layout."""


PLAIN = {"options": "lines", "look": "sans", "page": "a4-headed", "order": "as-printed", "other": "below"}
PLAIN |= {"spelling": "as-printed", "contacts": "two", "blank": "nothing"}

BOXES = ("ballot-check", "brackets", "native", "radio", "framed-check", "filled", "styled", "drawn-cross")
BOXES += ("drawn-filled-check", "drawn-round", "drawn-outline", "picture-x")


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[Website, bytes]]:
    """Web pages printed by Chromium, by what is looked at in them."""
    if browser.found() is None:
        pytest.skip("Chromium is not there to print a web page")
    sites = {name: website(seed, layout=name, box="ballot", **PLAIN) for name, seed in WEB.items()}
    sites |= {name: website(7, layout="table", box=name, **PLAIN) for name in BOXES}
    with browser.opened() as opened:
        return {name: (site, browser.printed(opened, site)) for name, site in sites.items()}


@pytest.mark.parametrize("name", [*WEB, *BOXES])
def test_a_form_from_the_web(name: str, pages: dict[str, tuple[Website, bytes]]) -> None:
    """Set out with CSS and printed by a browser; boxes are characters, the browser's own, drawn, pictures."""
    site, data = pages[name]
    assert faults(data, dict(site.truth), tuple(site.expect)) == []


def test_a_page_is_drawn_alike_each_time() -> None:
    """The seed alone decides."""
    assert website(3).html == website(3).html
    assert set(website(3).axes) == {*AXES, "scenario"}
