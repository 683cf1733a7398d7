"""Text as it goes into the dataset."""

from __future__ import annotations

import pytest

from ingest.tidy import tidy_filled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(lotteria)", "lotteria"),
        ("/ lotteria", "lotteria"),
        (": lotteria", "lotteria"),
        ("– lotteria", "lotteria"),
        ("☒ lotteria", "lotteria"),
        ("[x] lotteria", "lotteria"),
        ("..lotteria..", "lotteria"),
        ("……lotteria………", "lotteria"),
        ("lotteria (20%)", "lotteria (20%)"),
        ("(a) lotteria (b)", "(a) lotteria (b)"),
        ("5 per mille", "5 per mille"),
        ("-5% sui costi", "-5% sui costi"),
    ],
)
def test_what_is_written_behind_an_option_stands_bare(text: str, value: str) -> None:
    """Box, separator, dots and brackets around the whole are none of the text."""
    assert tidy_filled(text) == value
