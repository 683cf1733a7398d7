"""An X typed in the place of a box, or beside one, among the boxes of a list or of a line."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from tests.parsers.word.builder import p, read


def _labels(*lines: str) -> list[tuple[str, str]]:
    body = "".join(p(line) for line in lines)
    return [(found.mark.state.value, found.label) for found in labelled(read(body))]


def test_an_x_for_a_numbered_box() -> None:
    """The number of the point stands before the X as it does before the boxes."""
    found = _labels("a) ☐ in corso", "b) X concluse", "c) ☐ sospese")
    assert found == [("empty", "in corso"), ("ticked", "concluse"), ("empty", "sospese")]


def test_an_x_behind_the_words() -> None:
    """In a list with the boxes behind, an X at a line's end stands for one."""
    found = _labels("essere residente ☐", "essere iscritto X", "essere in regola ☐")
    assert found == [
        ("empty", "essere residente"),
        ("ticked", "essere iscritto"),
        ("empty", "essere in regola"),
    ]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Autorizza X il Comune ☐ la scuola", ["il Comune", "la scuola"]),
        ("L'ente ☐ è X non è seguito", ["è", "non è seguito"]),
        ("celibe ☐, coniugato X, vedovo ☐", ["celibe", "coniugato", "vedovo"]),
        ("Età: ☐ 18-30 X 31-45 ☐ oltre 45", ["18-30", "31-45", "oltre 45"]),
        ("Fila: X 1ª ☐ 2ª ☐ 3ª", ["1ª", "2ª", "3ª"]),
    ],
)
def test_an_x_in_a_line_of_boxes(line: str, labels: list[str]) -> None:
    """An X between the options of a line stands for a box."""
    found = _labels(line)
    assert [label for _, label in found] == labels
    assert [state for state, _ in found].count("ticked") == 1


@pytest.mark.parametrize(
    "line", ["☐ di avere fatto i raggi X lo scorso anno", "☐ che il fattore X è noto", "☐ 3 X 4 metri"]
)
def test_an_x_that_is_a_name(line: str) -> None:
    """Rays and factors have an X for a name."""
    assert [state for state, _ in _labels(line)] == ["empty"]


def test_a_cross_that_stands_alone_among_boxes() -> None:
    """A cross begins no line as a bullet: where boxes are near it is one that is ticked."""
    found = _labels("✘ Abitazione", "Foglio 12", "☐ Cantina")
    assert found == [("ticked", "Abitazione"), ("empty", "Cantina")]


def test_a_question_before_boxes_that_end_their_line() -> None:
    """The label of the last box stands on the next line."""
    found = _labels("Chiede la sala: ☐ grande ☒ piccola ☐", "palestra")
    assert found == [("empty", "grande"), ("ticked", "piccola"), ("empty", "palestra")]


@pytest.mark.parametrize(
    "line",
    ["2.1 [ ] in area vincolata", "B.1 [ ] in economia", "- [ ] ente", "[ ] di cui alla lettera c);"],
)
def test_brackets_of_a_form(line: str) -> None:
    """Points, dashes and closing brackets of a sentence make no code of typed boxes."""
    assert [state for state, _ in _labels(line)] == ["empty"]


def test_short_options_between_brackets() -> None:
    """A single letter with a dash behind it is an option."""
    assert _labels("Sesso [ ] M - [X] F") == [("empty", "M"), ("ticked", "F")]


def test_a_bullet_before_the_x() -> None:
    """An X behind a bullet stands where the others of its list have their boxes."""
    assert _labels("• ☐ visura", "• X planimetria") == [("empty", "visura"), ("ticked", "planimetria")]


@pytest.mark.parametrize("line", ["[ ] SI[X] NO", "SI[ ] NO[X]"])
def test_brackets_that_touch_an_answer(line: str) -> None:
    """Brackets right behind a yes are no code."""
    assert _labels(line) == [("empty", "SI"), ("ticked", "NO")]


def test_brackets_with_a_long_text_between() -> None:
    """Options of a long sentence are boxes, however long the text is that parts them."""
    long = (
        "sita nel Comune, a conoscenza di quanto previsto dal regolamento e delle sanzioni in esso stabilite"
    )
    found = _labels(f"Quale [X] proprietario [ ] titolare, {long}, chiede [ ] il rilascio [X] il rinnovo")
    assert [state for state, _ in found] == ["ticked", "empty", "empty", "ticked"]


def test_a_question_behind_an_answer() -> None:
    """What asks for the next answers is no part of the one before it."""
    found = _labels("Sesso ☐ M ☒ F Tessera sanitaria ☐ sì ☐ no")
    assert [label for _, label in found] == ["M", "F", "sì", "no"]


def test_a_tick_that_a_heading_speaks_of() -> None:
    """A tick with a condition behind it says what the boxes mean."""
    assert _labels("(4) ✓ se minore", "☐ primo figlio") == [("empty", "primo figlio")]


def test_a_copyright_sign() -> None:
    """A ring around a c before a year is no box."""
    assert _labels("○ c 2009 Casa editrice", "☐ primo") == [("empty", "primo")]


def test_gaps_beside_an_x() -> None:
    """An X in a line of boxes parts its options as a box does: each label stands behind its own."""
    found = _labels("essere iscritto ☐", "essere residente ☐", "Titolo: ☐ Sig. X Sig.ra ☐ Dott. X Ing. ____")
    assert [label for _, label in found][2:] == ["Sig.", "Sig.ra", "Dott.", "Ing."]


def test_several_x_for_boxes_in_one_line() -> None:
    """A line of a list of boxes, all of whose boxes were replaced by an X."""
    assert _labels("☐ loculo", "X ossario X singolo X doppio", "☐ area") == [
        ("empty", "loculo"),
        *(("ticked", label) for label in ("ossario", "singolo", "doppio")),
        ("empty", "area"),
    ]
