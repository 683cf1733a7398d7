"""Text as it goes into the dataset."""

from __future__ import annotations

import pytest

from ingest.tidy import tidy_filled, tidy_long


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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("…… Il progetto \u00a0 parte. ______", "Il progetto parte."),
        (".... Il\u200b progetto\tparte...", "Il progetto parte..."),
        ("Prima riga \r\n\r\n___ seconda", "Prima riga\nseconda"),
    ],
)
def test_a_long_text_loses_the_form_s_leaders_and_keeps_its_own_dots(text: str, value: str) -> None:
    """Blanks are single, leaders at either end of a line go, an ellipsis stays."""
    assert tidy_long(text) == value
