"""Names: safe on any system, and as they were where they are."""

from __future__ import annotations

import pytest

from ingest import names


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("scheda: finale?.docx", "scheda_ finale_.docx"),
        ("CON.docx", "_CON.docx"),
        ("nul", "_nul"),
        ("fine. . ", "fine"),
        ("a\nb\x7f.docx", "a_b_.docx"),
        ("fattura\u202exslx.docx", "fattura_xslx.docx"),
        ("rotto\udce9.pdf", "rotto_.pdf"),
        ("perché l'età.docx", "perché l'età.docx"),
        ("...", "_"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    """Names stand on any system, and ordinary ones stay as they are."""
    assert names.safe(name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    """A name is cut to 150 characters and to what a file system takes in bytes."""
    long = names.safe("è" * 300 + ".docx")
    assert (len(long) <= 150, len(long.encode()) <= 220, long.endswith(".docx")) == (True, True, True)
