"""The letters o and x typed for boxes on a page."""

from __future__ import annotations

from parsers.labels.label import labelled
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import leaf, pdf


def _seen(*lines: str, x: float = 60) -> list[tuple[str, str]]:
    page = leaf()
    for row, line in enumerate(lines):
        page.text(x, 100 + 20 * row, line)
    return [(one.mark.state.value, one.label) for one in labelled(PdfReader().read(pdf(page)))]


def test_letters_below_one_another() -> None:
    """Two letters o and an x that begin the lines of a list are boxes."""
    found = _seen("o visione", "x copia semplice", "o copia conforme")
    assert found == [("empty", "visione"), ("ticked", "copia semplice"), ("empty", "copia conforme")]


def test_points_before_letters() -> None:
    """The number of the point stands before its letter."""
    found = _seen("a) o lavori non iniziati", "b) x lavori iniziati", "c) o lavori conclusi")
    assert [state for state, _ in found] == ["empty", "ticked", "empty"]


def test_letters_without_a_tick() -> None:
    """Without an x they may be bullets, or words."""
    assert _seen("o visione", "o copia semplice", "o copia conforme") == []


def test_one_letter_beside_a_tick() -> None:
    """A single letter o is a word."""
    assert _seen("o visione", "x copia semplice", "copia conforme") == []


def test_letters_in_a_text() -> None:
    """Letters inside of lines are words."""
    assert _seen("mare o monti", "x e y", "treno o nave", "auto o moto") == []
