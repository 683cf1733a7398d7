"""PDF forms of others: every box found, with its state and label, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.foreign import pdf_columns, pdf_layouts, pdf_turns
from tests.foreign.pdf_decoys import DECOYS
from tests.foreign.pdf_drawn import STYLES, Drawn, Layout, seen
from tests.parsers.pdf.builder import Leaf, leaf, pdf


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "layout",
    [*pdf_layouts.LAYOUTS, *pdf_columns.LAYOUTS, *pdf_turns.LAYOUTS],
    ids=lambda layout: layout.__name__,
)
def test_layout(layout: Layout, style: str) -> None:
    """A layout is read as a person reads it, whatever its boxes are."""
    drawn = Drawn(STYLES[style])
    layout(drawn)
    assert seen(pdf(drawn.page)) == drawn.truth


@pytest.mark.parametrize("decoy", DECOYS.values(), ids=DECOYS.keys())
def test_decoy(decoy: Callable[[Leaf], None]) -> None:
    """What only looks like a box is none."""
    page = leaf()
    decoy(page)
    assert seen(pdf(page)) == []
