"""Where the words at two lines' ends are one."""

from __future__ import annotations

from parsers.pdf.text.lines import Line
from parsers.pdf.text.seams import cut


def _line(first: str, x1: float) -> Line:
    box = (60.0, 90.0, x1, 102.0)
    return Line(1, box, 100.0, 10.0, (), first, 30.0, first, True, False, False, False, True, first)


def test_a_line_that_begins_with_what_is_not_shown() -> None:
    """A sign that leaves no letters on the page is the rest of no word."""
    assert cut(_line("relazione", 300), "relazione", _line("", 300), 300) is False
