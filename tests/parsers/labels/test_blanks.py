"""Short blanks typed for boxes, and the same blanks to write on."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from tests.parsers.word.builder import p, read, table

Labels = list[tuple[str, str]]


def _labels(*lines: str) -> Labels:
    body = "".join(p(line) for line in lines)
    return [(found.mark.state.value, found.label) for found in labelled(read(body))]


@pytest.mark.parametrize(("empty", "ticked"), [("___", "_X_"), ("(...)", "(.X.)"), ("|   |", "| X |")])
def test_a_blank_before_each_option(empty: str, ticked: str) -> None:
    """Blanks that begin the lines of a list are boxes."""
    found = _labels(f"{empty} proprietà", f"{ticked} locazione", f"{empty} comodato")
    assert found == [("empty", "proprietà"), ("ticked", "locazione"), ("empty", "comodato")]


@pytest.mark.parametrize("lines", [["1. ___ uso", "2. ___ nuda"], ["2.1 ___ uso", "2.2 ___ nuda"]])
def test_a_number_before_the_blank(lines: list[str]) -> None:
    """The number of the point stands before its box."""
    assert _labels(*lines) == [("empty", "uso"), ("empty", "nuda")]


def test_a_ticked_blank_tells_of_its_fellows() -> None:
    """Others as long in the line of a ticked blank are boxes, but for what is to be filled in."""
    found = _labels("in qualità di _X_ titolare ___ delegato, iscritto al n. ___")
    assert found == [("ticked", "titolare"), ("empty", "delegato, iscritto al n.")]


@pytest.mark.parametrize("line", ["Residente ___ SI ___ NO", "Residente: SI ___ NO ___"])
def test_a_blank_for_each_answer(line: str) -> None:
    """Blanks that stand behind or before yes and no are boxes."""
    assert _labels(line) == [("empty", "SI"), ("empty", "NO")]


def test_a_blank_alone_among_known_ones() -> None:
    """A line that is nothing but such a blank is a box where the list has others."""
    found = _labels("___ mattina", "___ pomeriggio", "___ 14.30 - 16.30")
    assert found == [("empty", "mattina"), ("empty", "pomeriggio"), ("empty", "14.30 - 16.30")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Il ___/___/____ a ____ n. ____"],
        ["figli ___ di cui minori ___"],
        ["persone di cui: n. __ minori; n. __ disabili"],
        ["______ Firma del dichiarante"],
        ["n. ______ del ______", "n. ______ del ______"],
        ["Lettere: W | X | Y | Z"],
        ["Omesso (...) come sopra"],
    ],
)
def test_blanks_to_write_on(lines: list[str]) -> None:
    """A blank to be filled in, an alphabet and an omission are no boxes."""
    assert _labels(*lines) == []


def test_blanks_alone_beside_a_ticked_one() -> None:
    """A blank alone in its cell is a box where another cell has a ticked one."""
    rows = [("___", "Ricorso", "_X_", "Istanza"), ("___", "Reclamo", "___", "Segnalazione")]
    found = [(one.mark.state.value, one.label) for one in labelled(read(table(*rows)))]
    assert found == [
        *(("empty", "Ricorso"), ("ticked", "Istanza"), ("empty", "Reclamo"), ("empty", "Segnalazione"))
    ]
