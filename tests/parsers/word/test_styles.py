"""Tests of what is read of a styles part."""

import pytest

from parsers.word.names import W
from parsers.word.styles import styles_in


def _styles(*styles: str) -> bytes:
    return f'<w:styles xmlns:w="{W[1:-1]}">{"".join(styles)}</w:styles>'.encode()


def _ids(part: bytes) -> list[str]:
    return [style.get(W + "styleId", "") for style in styles_in(part)]


BODY = '<w:style w:type="paragraph" w:styleId="Testo"><w:name w:val="Testo"/></w:style>'
NOTE = '<w:style w:type="character" w:styleId="Nota"><w:name w:val="Nota"/></w:style>'
GRID = '<w:style w:type="table" w:styleId="Griglia"><w:name w:val="Griglia"/></w:style>'


def test_styles_of_tables_are_left_out() -> None:
    """No paragraph has a table's style, and Word writes a hundred of them."""
    assert _ids(_styles(BODY, GRID, "\n  ", GRID, NOTE, GRID)) == ["Testo", "Nota"]


@pytest.mark.parametrize("empty", ['<w:style w:type="table" w:styleId="Vuota"/>', "<w:latentStyles/>"])
def test_what_has_no_end_tag_takes_no_neighbour_along(empty: str) -> None:
    """A table's style of one tag leaves the paragraph's style behind it where it is."""
    assert "Testo" in _ids(_styles(NOTE, empty, BODY))
