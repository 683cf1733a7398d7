"""Forms of tax offices, registries and schools: every box found, with its label, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.foreign.pdf_drawn import STYLES, Drawn, Layout, seen
from tests.foreign.pdf_offices import OFFICE_DECOYS, OFFICES
from tests.parsers.pdf.builder import Leaf, leaf, pdf


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("layout", OFFICES, ids=lambda layout: layout.__name__)
def test_layout(layout: Layout, style: str) -> None:
    """A layout is read as a person reads it, whatever its boxes are."""
    drawn = Drawn(STYLES[style])
    layout(drawn)
    assert seen(pdf(drawn.page)) == drawn.truth


@pytest.mark.parametrize("decoy", OFFICE_DECOYS.values(), ids=OFFICE_DECOYS.keys())
def test_decoy(decoy: Callable[[Leaf], None]) -> None:
    """What only looks like a box is none."""
    page = leaf()
    decoy(page)
    assert seen(pdf(page)) == []
