"""Rows of two groups side by side that a page's end parted from their heads."""

from __future__ import annotations

import pytest

from tests.parsers.visit_form import confidence, ticks

HEAD = """
| Compagni all’andata: | Compagni al ritorno: |
| ☒ Nessuno | ☐ Nessuno |
| ☐ Vicini di casa | ☒ Vicini di casa |

Pagina seguente

"""


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("| ☐ Colleghi d’ufficio | V «Colleghi d’ufficio» |", (["nessuno"], ["vicini", "colleghi"])),
        ("| ☒ Colleghi d’ufficio | ☐ Colleghi d’ufficio |", (["nessuno", "colleghi"], ["vicini"])),
    ],
)
def test_a_row_apart_holds_an_option_of_either_group(row: str, told: tuple[list[str], list[str]]) -> None:
    """The left one is the first group's, the right one the second's."""
    read = ticks(HEAD + row)
    assert (read["andata"], read["ritorno"]) == told


def test_the_ticks_of_a_row_apart_are_no_loose_ones_of_the_other_group() -> None:
    """They stand among the lines of the second group, but are those of the first one's options."""
    drawing = HEAD + "| ☐ X Colleghi d’ufficio | ☐ X Colleghi d’ufficio |"
    assert confidence(drawing, "ritorno") >= 0.8
