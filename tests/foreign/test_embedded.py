"""Forms with objects of other programs in them: read, whatever the object is."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from tests.parsers.word.builder import p, read, relationships

_RELATIONSHIPS = "word/_rels/document.xml.rels"


def _with_part(data: bytes) -> list[tuple[str, str]]:
    """The marks of a form with a control whose part holds these bytes."""
    control = '<w:r><w:object><w:control r:id="c" w:name="CheckBox1"/></w:object></w:r>'
    parts = {
        _RELATIONSHIPS: relationships(("c", "control", "activeX/activeX1.xml")),
        "word/activeX/activeX1.xml": data,
    }
    found = labelled(read(p("☐ Alfa") + p(control, " Beta"), parts))
    return [(one.mark.state.value, one.label) for one in found]


def test_object_of_another_program() -> None:
    """A sheet or a formula in binary is no control, and does not make the form unreadable."""
    assert _with_part(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)) == [("empty", "Alfa")]


@pytest.mark.parametrize("data", [b"<ax:ocx", b"<a"])
def test_damaged_control(data: bytes) -> None:
    """A check box whose part is damaged is a box in doubt."""
    assert _with_part(data) == [("empty", "Alfa"), ("unsure", "Beta")]
