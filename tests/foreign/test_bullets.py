"""Bullets of the lists that office programs make by themselves: no boxes."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from tests.parsers.word.builder import document_xml, p, read, relationships


def _marks(sign: str, font: str, level: str) -> int:
    """How many boxes a form shows whose list has that bullet at that level, beside one typed box."""
    lists = (
        f'<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="{level}"><w:lvlText w:val="{sign}"/>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    )
    parts = {
        "word/numbering.xml": document_xml("").replace("<w:body></w:body>", lists),
        "word/_rels/document.xml.rels": relationships(("n", "numbering", "numbering.xml")),
    }
    numbered = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    return len(labelled(read(p("☐ Alfa") + p(numbered, "Beta"), parts))) - 1


@pytest.mark.parametrize(
    ("sign", "font", "level", "expected"),
    [
        ("\uf0a8", "Symbol", "0", 0),
        ("\uf0a8", "Wingdings", "0", 1),
        ("○", "Noto Sans Symbols", "1", 0),
        ("○", "Noto Sans Symbols", "0", 1),
    ],
)
def test_bullet(sign: str, font: str, level: str, expected: int) -> None:
    """Symbol's diamond and the circle below a disc are ordinary bullets; boxes are boxes."""
    assert _marks(sign, font, level) == expected
