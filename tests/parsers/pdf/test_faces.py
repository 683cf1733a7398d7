"""White faces of a form's boxes that became part of the page, over the boxes that were printed there."""

from __future__ import annotations

import pytest

from parsers.document import Aside, Document, State, Text
from parsers.pdf.reader import PdfReader
from tests.parsers.pdf.builder import HEIGHT, Leaf, leaf, pdf
from tests.parsers.pdf.test_icons import FRAME, shown

E, T = State.EMPTY, State.TICKED
TICKED = (False, True, False, False, True, False, False, False)
TOPS = [100 + 20 * at for at in range(len(TICKED))]


def printed(kind: str) -> Leaf:
    """Empty boxes, their left sides at 60 points and ten points wide, with labels."""
    page = leaf()
    for top in TOPS:
        if kind == "drawn":
            page.box(60, top, 70, top + 10)
        elif kind == "picture":
            shown(page, FRAME, (60, HEIGHT - top - 10), 10)
        else:
            page.text(60, top + 9, kind, 12, "F3" if kind == "o" else "F1")
        page.text(84, top + 9, "Voce")
    return page


def faced(page: Leaf, grown: float, over: float = 0, line: bool = False) -> Leaf:
    """A white face over each of the boxes, `over` points to the right, and the crosses on the faces."""
    side = 10 + 2 * grown
    for top, ticked in zip(TOPS, TICKED, strict=True):
        place = f"{60 - grown + over} {HEIGHT - top - 10 - grown} {side} {side} re"
        page.raw(f"q 1 g .5 w 0 G {place} {'B' if line else 'f'} Q")
        if ticked:
            page.text(61 + over, top + 8.5, "8", 10, "F3")
    return page


def texts(document: Document) -> list[str]:
    """What the paragraphs say, boxes left out."""
    parts = [[one.text for one in part.inlines if isinstance(one, Text)] for part in document.paragraphs()]
    return [text for part in parts if (text := "".join(part).strip())]


@pytest.mark.parametrize(("grown", "over"), [(2.5, 0), (0.5, 0), (-1, 0), (1, 1.4)])
@pytest.mark.parametrize(
    ("kind", "line"),
    [(kind, line) for kind in ("drawn", "picture", "o", "[ ]") for line in (False, True)][:-1],
)
def test_a_white_face_over_a_box(kind: str, grown: float, over: float, line: bool) -> None:
    """What is painted on the face ticks the box, and nothing else does: no cross is left as a text."""
    document = PdfReader().read(pdf(faced(printed(kind), grown, over, line)))
    assert [mark.state for mark in document.marks()] == [T if tick else E for tick in TICKED]
    assert texts(document) == ["Voce"] * len(TICKED)
    assert not any(isinstance(block, Aside) for block in document.blocks)


def test_a_field_much_smaller_than_its_box() -> None:
    """The printed box is the field's, though its middle lies beside it."""
    page = leaf().text(60, 109, "o", 12, "F3").text(84, 109, "Voce")
    page.fields.append(
        f"/Subtype /Widget /FT /Btn /T (a) /V /Yes /AS /Yes /Rect [64 {HEIGHT - 102} 67 {HEIGHT - 99}]"
    )
    document = PdfReader().read(pdf(page))
    assert [mark.state for mark in document.marks()] == [T]


@pytest.mark.parametrize("right", [300, 322])
def test_a_field_between_the_words_and_their_box(right: float) -> None:
    """It is those words' answer, not that of the words above."""
    page = leaf()
    for at in range(3):
        page.text(60, 100 + 12 * at, f"Voce {at}").box(320, 92 + 12 * at, 328, 100 + 12 * at)
    page.entry((92, 113.5, right, 128.0), "a", "detto qui")
    assert texts(PdfReader().read(pdf(page))) == ["Voce 0", "Voce 1", "Voce 2", "detto qui"]
