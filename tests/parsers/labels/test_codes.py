"""Numbers behind boxes that are keys for whoever types the form in."""

from __future__ import annotations

import pytest

from parsers.labels.label import labelled
from tests.parsers.word.builder import p, read


def _labels(*lines: str) -> list[str]:
    return [one.label for one in labelled(read("".join(p(line) for line in lines)))]


def test_keys_of_a_line() -> None:
    """Numbers that count up behind boxes are in no label; the labels stand before."""
    assert _labels("Tessitrice ☐ 1 Fornaio / Pasticciere ☐ 2 Casaro ☐ 3") == [
        "Tessitrice",
        "Fornaio / Pasticciere",
        "Casaro",
    ]


def test_keys_go_on() -> None:
    """A line goes on with the keys of the one before, if only with one."""
    assert _labels("Casaro ☐ 1", "Pastore ☐ 2", "Altro mestiere ☐ 3") == [
        "Casaro",
        "Pastore",
        "Altro mestiere",
    ]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["Voto ☐ 1 ☐ 2 ☐ 3"], ["1", "2", "3"]),
        (["Figli: ☐ 1 figlio ☐ 2"], ["1 figlio", "2"]),
        (["Durata ☐ 1 anno ☐ 3"], ["1 anno", "3"]),
        (["per anni ☐ 5"], ["5"]),
    ],
)
def test_numbers_that_are_labels(lines: list[str], labels: list[str]) -> None:
    """Figures to choose from, numbers that do not count up and a lone one are labels."""
    assert _labels(*lines) == labels
