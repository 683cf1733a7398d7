"""A row of tokens to a line. What a line means for paragraphs is `pdf.text.flow`'s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers import marks
from parsers.document import Box, Inline, Mark, Text
from parsers.pdf.objects import Word, around
from parsers.pdf.text.dress import PLAIN, Dress
from parsers.pdf.text.inlines import blanks, inlines_of
from parsers.pdf.text.tokens import Token, baseline, size_of


@dataclass(frozen=True, slots=True)
class Line:
    """Words and boxes on one baseline, from the left."""

    page: int
    box: Box
    baseline: float
    size: float
    """The font size of most of it."""
    inlines: tuple[Inline, ...]
    first: str
    """Its first word, up to a blank."""
    first_width: float
    last: str
    """Its last word."""
    single: bool
    """Whether its first word is its last."""
    soft: bool
    """Whether it ends with a soft hyphen."""
    bold: bool
    """Whether all its words are, signs left out."""
    marked: bool
    """Whether a box or a tick is the first thing in it."""
    worded: bool
    """Whether there is a word in it, and not boxes and crosses alone."""
    text: str
    tied: bool = False
    """Whether an address goes on in the next line."""
    slanted: bool = False
    """Whether it begins and ends in italics."""

    @property
    def boxes(self) -> int:
        """How many boxes stand in it."""
        return sum(isinstance(inline, Mark) for inline in self.inlines)

    @property
    def boxed(self) -> bool:
        """Whether a box comes last in it, with a cross after it perhaps."""
        end = self.inlines[-1]
        if isinstance(end, Text) and len(self.inlines) > 1 and not _is_wording(end.text.strip()):
            end = self.inlines[-2]
        return isinstance(end, Mark)

    @property
    def tailed(self) -> bool:
        """The same, where no box stands before its first word."""
        return self.boxed and not (self.marked and self.worded)

    @property
    def lone(self) -> bool:
        """Whether it is a box alone: its label stands on another line."""
        return self.marked and not self.worded

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.box[2]


def line(row: Sequence[Token], page: int, dress: Dress = PLAIN) -> Line:
    """The line that a row of tokens makes."""
    box = around([token.box for token in row])
    words = [token for token in row if isinstance(token, Word)]
    size = _common_size(words) if words else size_of(row[0])
    parted = blanks(row)
    chunks = _chunks(row, parted)
    inlines = tuple(inlines_of(row, parted, page, box, dress))
    first, last = chunks[0], chunks[-1]
    return Line(
        page,
        box,
        max((token.baseline for token in words if token.style.size >= size), default=baseline(row[0])),
        size,
        inlines,
        _plain(first),
        first[-1].box[2] - first[0].box[0],
        _plain(last),
        len(chunks) == 1,
        isinstance(row[-1], Word) and row[-1].soft,
        _is_bold(words),
        _is_marked(inlines),
        any(isinstance(inline, Text) and _is_wording(inline.text.strip()) for inline in inlines),
        " ".join(_plain(chunk) for chunk in chunks),
        slanted=_is_slanted(words),
    )


def _is_bold(words: Sequence[Word]) -> bool:
    """Whether all that has letters is: a sign may come from another font, which has no bold ones."""
    lettered = all(word.style.bold or not any(map(str.isalnum, word.text)) for word in words)
    return lettered and any(word.style.bold for word in words)


def _is_slanted(words: Sequence[Word]) -> bool:
    return bool(words) and _leans(words[0].style.font) and _leans(words[-1].style.font)


def _leans(font: str) -> bool:
    return font.endswith(("Italic", "Oblique", "It"))


def leads(lines: Sequence[Line]) -> bool:
    """Whether boxes stand nearer to the words behind them than to those before, as a rule."""
    before, behind = _gaps(lines)
    return bool(before and behind) and sum(behind) * len(before) < sum(before) * len(behind)


def trails(lines: Sequence[Line]) -> bool:
    """Whether they stand nearer to those before."""
    before, behind = _gaps(lines)
    return bool(before and behind) and sum(before) * len(behind) < sum(behind) * len(before)


def _gaps(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The gaps between boxes and the words before them, and behind them."""
    before: list[int] = []
    behind: list[int] = []
    for line in lines:
        for one, two in pairwise(line.inlines):
            if isinstance(one, Text) and isinstance(two, Mark):
                before.append(_width(one.text[len(one.text.rstrip()) :]))
            elif isinstance(one, Mark) and isinstance(two, Text):
                behind.append(_width(two.text[: len(two.text) - len(two.text.lstrip())]))
    return before, behind


def _width(blanks: str) -> int:
    """How wide blanks are; a tab is wider than they are."""
    return len(blanks) + 20 * blanks.count("\t")


def _is_wording(text: str) -> bool:
    return len(text) > 1 or (text != "" and marks.typed(text) is None)


def _is_marked(inlines: Sequence[Inline]) -> bool:
    """Whether a box comes first, or an X or a tick and then its box."""
    first = inlines[0] if inlines else None
    if isinstance(first, Text) and len(inlines) > 1 and not _is_wording(first.text.strip()):
        first = inlines[1]
    return isinstance(first, Mark)


def _common_size(words: Sequence[Word]) -> float:
    """The font size of most characters."""
    first = words[0].style.size
    if all(word.style.size == first for word in words):
        return first
    counts: dict[float, int] = {}
    for word in words:
        counts[word.style.size] = counts.get(word.style.size, 0) + len(word.text)
    return max(counts, key=lambda size: counts[size])


def _chunks(row: Sequence[Token], blanks: Sequence[str]) -> list[list[Token]]:
    """The row's words as people see them: whatever no blank parts."""
    found: list[list[Token]] = [[]]
    for blank, token in zip(blanks, row, strict=True):
        if blank:
            found.append([])
        found[-1].append(token)
    return found


def _plain(chunk: Sequence[Token]) -> str:
    return "".join(token.text if isinstance(token, Word) else token.raw for token in chunk)
