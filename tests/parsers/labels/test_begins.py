"""Lines of a page's paragraphs by their places: what goes on with an option, and what stands in turns."""

from __future__ import annotations

import pytest

from parsers.document import Document, Mark, Method, Paragraph, Place, State, Text
from parsers.labels.label import labelled

_WIDE = 5.0
_FULL = "appartiene per intero a chi presenta la domanda o a chi ne fa le veci, in proprio o per delega"
"""A line that leaves no room up to the margin."""


def _line(*pieces: tuple[float, str], y: float) -> Paragraph:
    """A printed line of texts at their left sides; "☐" is a box."""
    inlines: list[Text | Mark] = []
    for x, text in pieces:
        box = (x, y, x + _WIDE * len(text), y + 10)
        if text == "☐":
            inlines.append(Mark(State.EMPTY, Method.GLYPH, text, Place(page=1, box=box)))
        else:
            inlines.append(Text(text, box=box))
    ends = [one.box if isinstance(one, Text) else one.place.box for one in inlines]
    right = max(box[2] for box in ends if box is not None)
    return Paragraph(tuple(inlines), Place(page=1, box=(pieces[0][0], y, right, y + 10)))


def _joined(*lines: Paragraph) -> Paragraph:
    """Lines that the reader took for one paragraph."""
    boxes = [line.place.box for line in lines if line.place.box is not None]
    whole = (boxes[0][0], boxes[0][1], max(box[2] for box in boxes), boxes[-1][3])
    return Paragraph(tuple(one for line in lines for one in line.inlines), Place(page=1, box=whole))


def _labels(*paragraphs: Paragraph) -> list[str]:
    return [one.label for one in labelled(Document("pdf", tuple(paragraphs)))]


def test_question_with_its_boxes_behind_the_answers() -> None:
    """A line that begins with a capital and ends with a box is no rest of the option above it."""
    upper = _line((60, "☐"), (70, _FULL), y=100)
    lower = _line((60, "Durata: 1 anno"), (135, "☐"), (145, "2 anni"), (180, "☐"), y=112)
    assert _labels(_joined(upper, lower)) == [_FULL, "1 anno", "2 anni"]


def test_inverted_question() -> None:
    """A question that begins with its mark begins a text."""
    upper = _line((60, "☐"), (70, _FULL), y=100)
    lower = _line((60, "¿Es titular? "), (130, "☐"), (140, "SI"), (160, "☐"), (170, "NO"), y=112)
    assert _labels(_joined(upper, lower)) == [_FULL, "SI", "NO"]


def test_line_back_under_the_box() -> None:
    """Where a label went on set in, a line that begins under the box is another text."""
    lines = [_line((60, "☐"), (72, _FULL + " "), y=100), _line((72, _FULL), y=112), _line((60, _FULL), y=124)]
    assert _labels(_joined(*lines)) == [f"{_FULL} {_FULL}"]


def test_words_that_are_not_the_first_of_their_line() -> None:
    """A text with others before it, under the line of an option, is no rest of that."""
    upper = _line((60, "Io "), (80, "☐"), (90, _FULL), y=100)
    assert _labels(upper, _line((60, "nato il"), y=112), _line((200, "a"), y=112)) == [_FULL]
    assert _labels(upper, _line((90, "stessa"), y=112)) == [f"{_FULL} stessa"]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 0, 1, 2)], ids=["in order", "the last box first"])
def test_words_and_boxes_in_turns(order: tuple[int, ...]) -> None:
    """Words begin a line and a box alone ends it: each box is that of the words before it."""
    pieces = [
        _line((60, "Posta"), y=100),
        _line((120, "☐"), (140, "Sportello"), y=100),
        _line((240, "☐"), (260, "Telefono"), y=100),
        _line((360, "☐"), y=100),
    ]
    assert sorted(_labels(*(pieces[at] for at in order))) == ["Posta", "Sportello", "Telefono"]


def test_next_line_of_boxes_begins_anew_behind_a_box() -> None:
    """Labels before their boxes end with the last one; the next line, of labels behind, is one of its own."""
    full = _line((50, _FULL), y=60)
    first = _line(
        (50, "Nel nucleo vi sono: disabili "), (330, "☐"), (340, "minori a carico "), (515, "☐"), y=100
    )
    second = _line((50, "Rilasciata al "), (130, "☐"), (140, "padre "), (180, "☐"), (190, "tutore"), y=112)
    assert _labels(full, _joined(first, second)) == ["disabili", "minori a carico", "padre", "tutore"]


def test_line_before_the_last_option_at_a_tab_is_no_part_of_it() -> None:
    """Options at tabs go on below themselves: a line that begins far before the last of them is another."""
    full = _line((50, _FULL), y=60)
    options = _line((50, "☐"), (60, "reclamo\t"), (400, "☐"), (410, "elogio di un ufficio"), y=100)
    below = _line((50, "Oggetto della segnalazione"), y=112)
    assert _labels(full, _joined(options, below)) == ["reclamo", "elogio di un ufficio"]
