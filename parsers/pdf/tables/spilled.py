"""Lines of a text that was put on a page afterwards, where they hang over the lower border of its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parsers.pdf.objects import Word
from parsers.pdf.tables.grid import GridCell
from parsers.pdf.text.tokens import Token

_HIGH = 0.72
"""How high letters are, in font sizes."""

_BREAK = 4
"""By so many characters the end of a line and the beginning of the next are apart at the most."""

_SLACK = 2.0


def pull_up(cells: Sequence[GridCell], inside: Mapping[int, list[Token]]) -> None:
    """Moves words that a border runs through into the cell above, where they go on with its text.

    What a program sets breaks its lines within the cell: only a text with a place of its own is found here.
    """
    for at, cell in enumerate(cells):
        top = cell.box[1]
        cut = [word for word in inside[at] if isinstance(word, Word) and _is_cut(word, top)]
        if cut and len(cut) < len(inside[at]):
            above = next((one for one, other in enumerate(cells) if _is_above(other, cell)), None)
            if above is not None:
                _move(sorted(cut, key=lambda word: word.at), inside[at], inside[above])


def _is_cut(word: Word, y: float) -> bool:
    return word.at >= 0 and word.baseline - _HIGH * word.style.size < y - 0.3 < word.baseline - 0.6


def _is_above(one: GridCell, two: GridCell) -> bool:
    level = abs(one.box[3] - two.box[1]) < _SLACK
    return level and abs(one.box[0] - two.box[0]) < _SLACK and abs(one.box[2] - two.box[2]) < _SLACK


def _move(words: Sequence[Word], own: list[Token], above: list[Token]) -> None:
    known = [token for token in above if isinstance(token, Word)]
    for word in words:
        if any(0 < word.at - one.at - len(one.text) <= _BREAK and one.style == word.style for one in known):
            known.append(word)
            above.append(word)
            own.remove(word)
