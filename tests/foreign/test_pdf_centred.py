"""PDF forms of others whose boxes stand beside the middle of a text, or in one."""

from __future__ import annotations

import pytest

from tests.foreign.pdf_centred import LAYOUTS
from tests.foreign.pdf_drawn import STYLES, Drawn, Layout, seen
from tests.parsers.pdf.builder import pdf


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_layout(layout: Layout, style: str) -> None:
    """A layout is read as a person reads it, whatever its boxes are."""
    drawn = Drawn(STYLES[style])
    layout(drawn)
    assert sorted(seen(pdf(drawn.page))) == sorted(drawn.truth)
