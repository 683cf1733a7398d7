"""pdfplumber's own reading, slow and well tried, says the same of characters, words and cells.

Where it does not, the difference has a reason that is named; see `tests.parsers.pdf.oracle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from parsers.pdf.reader import read_pages
from samples.drawing import draw
from samples.producers import available, converted
from tests.parsers.pdf import oracle
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.oracle import Difference
from tests.readings import SAMPLES

PRINTS = [*sorted(SAMPLES.glob("returned/*.pdf")), *sorted(SAMPLES.glob("twins/*.pdf"))]
SEEDS = range(4100, 4112)
LOOKS = {"characters": oracle.characters, "words": oracle.words, "cells": oracle.cells}


def differences(data: bytes, *looks: str) -> Iterator[Difference]:
    """All differences over a file's pages."""
    with pdfplumber.open(BytesIO(data)) as other:
        for mine, theirs in zip(read_pages(data).pages, other.pages, strict=True):
            for look in looks:
                yield from LOOKS[look](mine, theirs)


def unexplained(data: bytes) -> list[Difference]:
    return [one for one in differences(data, *LOOKS) if not one.reason]


def form() -> Leaf:
    """A page set like a form: labels, answers, a table with merged cells, a long text."""
    page = (
        leaf().text(50, 40, "MAPPA DELLE PRATICHE", size=14, font="F2").text(50, 60, "Scheda di rilevazione")
    )
    page.grid([50, 180, 310, 440, 560], [80, 100, 120])
    for at, word in enumerate(
        ("Cooperativa", "Rete Aurora", "Logo", "", "Regione", "Umbria", "Città", "Terni")
    ):
        page.text(55 + 130 * (at % 4), 94 + 20 * (at // 4), word)
    page.box(50, 140, 560, 260).line(180, 140, 180, 260).line(180, 160, 560, 160).line(370, 160, 370, 260)
    page.lines(185, 174, "Alfa e beta (A+B)", "Perché no? L'altra", "è già qui: 100% vero", pitch=13)
    page.lines(
        50, 300, *["Il progetto coinvolge famiglie, scuole e associazioni del territorio."] * 12, pitch=13
    )
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_a_plain_page_is_the_same(look: str) -> None:
    """The same characters, the same words at the same places, the same cells: no reason is needed."""
    assert list(differences(pdf(form(), form()), look)) == []


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.stem)
def test_every_difference_over_a_sample_has_its_reason(path: Path) -> None:
    """Nothing stands on a sample's pages for one of the two only, unless it is known why."""
    assert unexplained(path.read_bytes()) == []


@cache
def prints() -> dict[str, bytes]:
    """A dozen drawn forms as LibreOffice prints them."""
    return converted({f"form-{seed}": draw(seed).data for seed in SEEDS}, "pdf")


@pytest.mark.skipif(not available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", SEEDS)
def test_every_difference_over_a_drawn_print_has_its_reason(seed: int) -> None:
    """Likewise for forms in other layouts, ticked and written in other ways."""
    assert unexplained(prints()[f"form-{seed}"]) == []


def test_a_word_that_is_lost_has_no_reason() -> None:
    """The reasons are no pretext: what one of the two loses is told."""
    data = pdf(form())
    page = read_pages(data).pages[0]
    with pdfplumber.open(BytesIO(data)) as other:
        lost = replace(page, words=page.words[1:])
        assert [(one.what, one.reason) for one in oracle.words(lost, other.pages[0])] == [("MAPPA", "")]
        assert {one.reason for one in oracle.characters(lost, other.pages[0])} == {""}


def test_a_cell_that_is_lost_has_no_reason() -> None:
    """A rule that is not seen joins two cells."""
    data = pdf(form())
    page = read_pages(data).pages[0]
    rules = tuple(rule for rule in page.rules if rule.at != 310)
    with pdfplumber.open(BytesIO(data)) as other:
        found = list(oracle.cells(replace(page, rules=rules), other.pages[0]))
    assert found
    assert {one.reason for one in found} == {""}
    assert any(one.ours for one in found)


@pytest.mark.parametrize(
    ("look", "reason", "page"),
    [
        ("words", "in pieces", leaf().text(50, 60, "Coope").text(75.6, 60, "rativa")),
        ("cells", "lone cell", leaf().text(55, 64, "Testo").box(50, 50, 200, 80)),
        ("cells", "strip", leaf().grid([50, 200, 300], [50, 80, 200]).grid([55, 195], [80, 120, 200])),
    ],
)
def test_each_reason_on_a_page_made_for_it(look: str, reason: str, page: Leaf) -> None:
    """A reason that no page shows any more is none."""
    assert {one.reason for one in differences(pdf(page), look)} == {reason}
