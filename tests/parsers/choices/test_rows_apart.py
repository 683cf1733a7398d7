"""Rows of two groups side by side that a page's end parted from their heads."""

from __future__ import annotations

import pytest

from tests.parsers.visit_form import ticks

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
