"""The label that each box of a document belongs to."""

from __future__ import annotations

from parsers.labels import labelled
from tests.parsers.word_builder import p, r, read, table, tc


def _labels(body: str) -> list[tuple[str, str]]:
    return [(found.mark.state.value, found.label) for found in labelled(read(body))]


def test_text_after_the_mark() -> None:
    """The label follows its box up to the next one."""
    assert _labels(p("☐ Alfa ☒ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_label_first_line() -> None:
    """Where the line starts with text and ends with a box, labels stand before."""
    assert _labels(p("Alfa ☐ Beta: ☒")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_question_before_the_boxes() -> None:
    """A question before the first box is nobody's label."""
    assert _labels(p("Soci? ☐ sì ☒ no")) == [("empty", "sì"), ("ticked", "no")]


def test_box_cell_with_text_to_the_right() -> None:
    """A box alone in its cell belongs to the text on its right."""
    assert _labels(table(("☐", "Alfa"), ("☒", "Beta"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_cell_at_the_end_of_the_row() -> None:
    """Where rows end with boxes, the text on the left is the label."""
    assert _labels(table(("Alfa", "☐", "Beta", "☒"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_cell_below_its_header() -> None:
    """A box with no text in its row belongs to the header above."""
    assert _labels(table(("Alfa", "Beta"), ("☐", "☒"))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_paragraph_before_its_label() -> None:
    """In a cell of paragraphs a box on its own line belongs to the next line."""
    cell = tc(p("☐") + p("Alfa") + p("☒") + p("Beta"))
    assert _labels(table((cell,))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_box_paragraph_after_its_label() -> None:
    """In a cell that begins with text and ends with a box, the line before is the label."""
    cell = tc(p("Alfa") + p("☐") + p("Beta") + p("☒"))
    assert _labels(table((cell,))) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_typed_x_among_boxes() -> None:
    """An X in place of one of several boxes is a ticked mark."""
    assert _labels(p("☐ Alfa") + p("X Beta") + p("XGamma")) == [
        ("empty", "Alfa"),
        ("ticked", "Beta"),
        ("ticked", "Gamma"),
    ]


def test_x_without_boxes_nearby() -> None:
    """A paragraph that starts with a letter is text where no box is near."""
    assert _labels(p("V edizione") + p("X Factor")) == []


def test_x_beside_the_box() -> None:
    """An X between the empty box and its label ticks the box."""
    assert _labels(p("☐ X Alfa") + p("☐ ✓ Beta")) == [("ticked", "Alfa"), ("ticked", "Beta")]


def test_tick_beside_one_of_equal_boxes() -> None:
    """A tick belongs to the box it stands beside, not to an equal one before it."""
    assert _labels(p("☐ Alfa ☐ ✓ Beta")) == [("empty", "Alfa"), ("ticked", "Beta")]


def test_deleted_mark_is_left_out() -> None:
    """A box that a tracked change replaced is shown once, as it is now."""
    change = f"<w:del>{r('☐').replace('w:t', 'w:delText')}</w:del><w:ins>{r('☒')}</w:ins>"
    assert _labels(p(change, " Alfa")) == [("ticked", "Alfa")]


def test_label_cut_into_runs() -> None:
    """A label in several dresses is one label."""
    assert _labels(p("☐", r("Al", "<w:b/>"), "fa")) == [("empty", "Alfa")]
