"""How programs write a line of letters: in which pieces, with or without blanks, at which size."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TypeAlias

from samples.printed.book import Font
from samples.printed.leaves import Colour, Letter

Line: TypeAlias = Sequence[Letter]

BLANK = 0.15
"""From this many font sizes on, a gap between two letters is a blank."""


@dataclass(slots=True)
class Pen:
    """Hands out codes for letters, and holds the fonts they are in."""

    kind: str = "cid"
    fonts: dict[str, Font] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def font(self, letter: Letter) -> str:
        """The name that a letter's font has on the page; a font that is full goes on in another one."""
        name = self._names.get(letter.font)
        if name is None or self.fonts[name].full():
            name = self._names[letter.font] = f"F{len(self.fonts)}"
            self.fonts[name] = Font(letter.font.replace(" ", ""), self.kind)
        return name

    def code(self, letter: Letter) -> str:
        """The letter's code in its font."""
        return self.fonts[self._names[letter.font]].code(letter.text, 1000 * letter.advance / letter.size)


Writer: TypeAlias = Callable[[Line, Pen], str]


def words(line: Line) -> list[list[Letter]]:
    """A line's letters parted at its blanks."""
    found = [[line[0]]]
    for before, letter in pairwise(line):
        if letter.x - before.x - before.advance > BLANK * letter.size:
            found.append([])
        found[-1].append(letter)
    return found


def _dressed(line: Line) -> list[tuple[str, list[Letter]]]:
    """A line's letters in stretches of one font, size, colour and angle, with the operators that set them."""
    made = []
    for key, part in groupby(line, key=lambda one: (one.font, one.size, one.colour, round(one.angle, 3))):
        made.append((_ink(key[2]), list(part)))
    return made


def _ink(colour: Colour) -> str:
    return " ".join(f"{part / 255:.3f}" for part in colour) + " rg"


def _matrix(letter: Letter, scale: float = 1.0) -> str:
    a, b = scale * math.cos(letter.angle), scale * math.sin(letter.angle)
    return f"{a:.4g} {b:.4g} {-b:.4g} {a:.4g} {letter.x:.3f} {letter.y:.3f} Tm"


def letter_by_letter(line: Line, pen: Pen) -> str:
    """Each letter is placed by itself."""
    said = []
    for ink, part in _dressed(line):
        said.append(f"BT {ink}")
        for letter in part:
            name = pen.font(letter)
            said.append(f"/{name} {letter.size} Tf {_matrix(letter)} <{pen.code(letter)}> Tj")
        said.append("ET")
    return "\n".join(said)


def each_alone(line: Line, pen: Pen) -> str:
    """Each letter is a text of its own."""
    return "\n".join(letter_by_letter([letter], pen) for letter in line)


def by_gaps(line: Line, pen: Pen) -> str:
    """One string a stretch, with no blank in it: what stands apart is moved apart."""
    said = []
    for ink, part in _dressed(line):
        name = pen.font(part[0])
        said.append(f"BT {ink} /{name} {part[0].size} Tf {_matrix(part[0])} {_strings(part, pen)} ET")
    return "\n".join(said)


def at_size_one(line: Line, pen: Pen) -> str:
    """The same, with the font set at one point and enlarged by the matrix."""
    said = []
    for ink, part in _dressed(line):
        name, size = pen.font(part[0]), part[0].size
        said.append(f"q {ink} BT {_matrix(part[0], size)} /{name} 1 Tf {_strings(part, pen)} ET Q")
    return "\n".join(said)


def flipped(line: Line, pen: Pen) -> str:
    """The same on a page that is turned upside down twice and counts pixels, as browsers write."""
    said = []
    for ink, part in _dressed(line):
        name, first = pen.font(part[0]), part[0]
        x, y, size = first.x / 0.75, -first.y / 0.75, first.size / 0.75
        said.append(
            f"q .75 0 0 -.75 0 0 cm {ink} BT /{name} {size:.3f} Tf 1 0 0 -1 {x:.3f} {y:.3f} Tm"
            f" {_strings(part, pen)} ET Q"
        )
    return "\n".join(said)


def _strings(part: Line, pen: Pen, *, blanks: bool = False) -> str:
    """The strings of a stretch with the moves between them, in thousandths of the font size."""
    size = part[0].size
    said, end = [], part[0].x
    for letter in part:
        gap = letter.x - end
        if blanks and gap > BLANK * size:
            blank = Letter(" ", end, letter.y, 0.25 * size, size, letter.font)
            said.append(f"<{pen.code(blank)}>")
            gap -= 0.25 * size
        if abs(gap) > 0.002 * size:
            said.append(f"{-1000 * gap / size:.1f}")
        code = pen.code(letter)
        said.append(f"<{code}>")
        # Widths are kept in whole thousandths: what is left over is moved with the next letter.
        end = letter.x + round(1000 * letter.advance / size) * size / 1000
    return f"[{''.join(said)}] TJ"


def in_runs(line: Line, pen: Pen) -> str:
    """With blanks, in pieces of a few letters, each marked and cut out to the line's room."""
    said = []
    for ink, part in _dressed(line):
        name, size = pen.font(part[0]), part[0].size
        for at in range(0, len(part), 7):
            piece = part[at : at + 7]
            left, width = piece[0].x - size, piece[-1].x - piece[0].x + 3 * size
            room = f"{left:.2f} {piece[0].y - size:.2f} {width:.2f} {3 * size:.2f} re W* n"
            strings = _strings(piece, pen, blanks=True)
            text = f"BT {ink} /{name} {size} Tf {_matrix(piece[0])} {strings} ET"
            said.append(f"/P <</MCID 0>> BDC q {room} {text} Q EMC")
    return "\n".join(said)


def spelt_out(line: Line, pen: Pen) -> str:
    """Word by word, the line marked with what it says, as programs tag a page."""
    found = words(line)
    meant = " ".join("".join(letter.text for letter in word) for word in found).encode("utf-16-be").hex()
    texts = [by_gaps(word, pen) for word in found]
    return "\n".join([f"/Span <</ActualText <FEFF{meant}>>> BDC", *texts, "EMC"])


def word_by_word(line: Line, pen: Pen) -> str:
    """Each word is a text of its own, with a blank behind it."""
    said = []
    for word in words(line):
        last = word[-1]
        blank = Letter(" ", last.x + last.advance, last.y, 0.25 * last.size, last.size, last.font)
        said.append(by_gaps([*word, blank], pen))
    return "\n".join(said)


def twice(line: Line, pen: Pen) -> str:
    """Painted twice, a little apart: bold where there is no bold font."""
    again = [Letter(*_shifted(letter, 0.3)) for letter in line]
    return by_gaps(line, pen) + "\n" + by_gaps(again, pen)


def shadowed(line: Line, pen: Pen) -> str:
    """Painted once in grey a little lower, and over it once in its colour."""
    grey = [
        Letter(
            letter.text,
            letter.x + 0.6,
            letter.y - 0.6,
            letter.advance,
            letter.size,
            letter.font,
            (180, 180, 180),
        )
        for letter in line
    ]
    return by_gaps(grey, pen) + "\n" + by_gaps(line, pen)


def _shifted(letter: Letter, by: float) -> tuple[str, float, float, float, float, str, Colour, float]:
    x = letter.x + by
    return (letter.text, x, letter.y, letter.advance, letter.size, letter.font, letter.colour, letter.angle)
