"""How high and wide a Word document's paragraphs will be set: an estimate, for what lies under a drawing.

Word files hold no lines. Font sizes, spacing and widths give their heights to some ten per cent, which is
good for a line or two; how far it can be trusted is said with every answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parsers.word.drawn.setting import DEPTH, TWIPS, Setting, Settings, number, width_of
from parsers.word.names import MC, VAL, Element, W

_USUAL_WIDTH = 480.0
_CELL_PADDING = 10.8
_BLOCKS = frozenset((W + "p", W + "tbl"))
_HOLDERS = frozenset((W + "body", W + "tc", W + "txbxContent"))


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a spot."""

    paragraph: Element
    across: float | None
    """Where in the paragraph's text area the spot is, in points from its left; None where not known."""
    down: float
    """From the paragraph's top, in points."""
    sure: float


@dataclass(frozen=True, slots=True)
class _Column:
    """The blocks of a cell, text box or body, set one below the other."""

    blocks: list[Element]
    tops: list[float]
    height: float
    places: Mapping[Element, int]


class Ground:
    """The estimated places of a document's paragraphs."""

    def __init__(self, styles: bytes | None) -> None:
        self._styles = Settings(styles)
        self._settings: dict[Element, Setting] = {}
        self._laid: dict[Element, _Column] = {}
        self._rows: dict[Element, float] = {}
        self._widths: dict[Element, float] = {}

    def setting(self, paragraph: Element) -> Setting:
        """How a paragraph is set."""
        known = self._settings.get(paragraph)
        if known is None:
            known = self._settings[paragraph] = self._styles.setting(paragraph)
        return known

    def width(self, paragraph: Element) -> float:
        """How wide the paragraph's lines can be, in points."""
        return self._wide(_holder(paragraph))

    def _wide(self, holder: Element) -> float:
        known = self._widths.get(holder)
        if known is None:
            known = self._widths[holder] = _width(holder)
        return known

    def margin(self, paragraph: Element) -> float | None:
        """How far the paragraph's text area is from the paper's left; None in cells and text boxes."""
        holder = _holder(paragraph)
        margins = holder.find(f"{W}sectPr/{W}pgMar")
        return number(margins, W + "left") / TWIPS if margins is not None else None

    def at(self, anchor: Element, across: float | None, down: float) -> Found:
        """What lies so far from an anchor paragraph's left and top."""
        holder = _holder(anchor)
        sure, y = 1.0, self._top(holder, anchor) + down
        slack = self.setting(anchor).line * 0.6
        for _ in range(DEPTH):
            height = self._column(holder).height
            row = holder.getparent()
            if -slack <= y <= height + slack or holder.tag != W + "tc" or row is None:
                break
            # Beyond its cell only a guess is left.
            sure = 0.4
            outer, dx, dy = self._outward(holder)
            if outer is None:
                break
            holder, y = outer, y + dy
            across = None if across is None else across + dx
        return self._down(holder, anchor, across, y, sure)

    def _down(self, holder: Element, anchor: Element, across: float | None, y: float, sure: float) -> Found:
        """The paragraph at a height of a holder, in its tables too."""
        for _ in range(DEPTH):
            column = self._column(holder)
            if not column.blocks:
                break
            index = max(0, bisect_right(column.tops, y) - 1)
            block = column.blocks[index]
            if block.tag == W + "p":
                near = column.places.get(anchor, index)
                trust = 1.0 if block is anchor else self._trust(column.blocks, near, index)
                return Found(block, across, y - column.tops[index], min(sure, trust))
            y, sure = y - column.tops[index], 0.4
            cell, across, y = self._cell_at(block, across, y)
            if cell is None:
                break
            holder = cell
        return Found(anchor, across, 0.0, 0.4)

    def _trust(self, blocks: list[Element], near: int, index: int) -> float:
        """How far the estimate holds from one block of a holder to another."""
        between = blocks[min(near, index) : max(near, index)]
        if len(between) > 3:
            return 0.6
        plain = all(block.tag == W + "p" and self._lines(block) == 1 for block in between)
        return 0.85 if plain else 0.6

    def _outward(self, cell: Element) -> tuple[Element | None, float, float]:
        """What a cell's table stands in, and where the cell stands in that."""
        row, table = _up(cell, W + "tr"), _up(cell, W + "tbl")
        if row is None or table is None:
            return None, 0.0, 0.0
        dx = 0.0
        for other in _members(row, W + "tc"):
            if other is cell:
                break
            dx += self._wide(other) + _CELL_PADDING
        dy = 0.0
        for line in _members(table, W + "tr"):
            if line is row:
                break
            dy += self._row_height(line)
        holder = _holder(table)
        return holder, dx, dy + self._top(holder, table)

    def _cell_at(
        self, table: Element, across: float | None, y: float
    ) -> tuple[Element | None, float | None, float]:
        """The cell at a spot of a table, and the spot in it."""
        rows = list(_members(table, W + "tr"))
        for row in rows:
            height = self._row_height(row)
            if y < height or row is rows[-1]:
                cell = None
                for cell in _members(row, W + "tc"):
                    wide = self._wide(cell) + _CELL_PADDING
                    if across is None or across < wide:
                        break
                    across -= wide
                return cell, across, y
            y -= height
        return None, across, y

    def _top(self, holder: Element, block: Element) -> float:
        column = self._column(holder)
        at = column.places.get(block)
        return column.tops[at] if at is not None else 0.0

    def _column(self, holder: Element) -> _Column:
        """The blocks of a holder, set one below the other."""
        known = self._laid.get(holder)
        if known is None:
            blocks, tops, y = list(_blocks(holder)), [], 0.0
            for block in blocks:
                tops.append(y)
                y += self._height(block)
            places = {block: at for at, block in enumerate(blocks)}
            known = self._laid[holder] = _Column(blocks, tops, y, places)
        return known

    def _height(self, block: Element) -> float:
        if block.tag == W + "tbl":
            return sum(map(self._row_height, _members(block, W + "tr")))
        setting = self.setting(block)
        return setting.before + self._lines(block) * setting.line + setting.after

    def _lines(self, paragraph: Element) -> int:
        """How many lines a paragraph will take."""
        setting = self.setting(paragraph)
        text = "".join(part.text or "" for part in paragraph.iter(W + "t"))
        breaks = sum(1 for _ in paragraph.iter(W + "br"))
        room = max(self.width(paragraph) - setting.left, 20.0)
        return 1 + breaks + int(width_of(text, setting.size) / room)

    def _row_height(self, row: Element) -> float:
        known = self._rows.get(row)
        if known is None:
            heights = [self._column(cell).height for cell in _members(row, W + "tc")]
            asked = row.find(f"{W}trPr/{W}trHeight")
            known = self._rows[row] = max([number(asked, VAL) / TWIPS, *heights])
        return known


def _members(parent: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through what is wrapped around them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag not in (W + "tc", W + "tr", W + "p"):
            yield from _members(child, wanted)


def _blocks(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of a holder, through what is wrapped around them."""
    for child in holder:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _blocks(child[0]) if len(child) else ()
        elif child.tag not in (W + "tcPr", W + "sectPr"):
            yield from _blocks(child)


def _up(element: Element, tag: str) -> Element | None:
    return next(element.iterancestors(tag), None)


def _holder(block: Element) -> Element:
    """The cell, text box or body that a block stands in."""
    return next((one for one in block.iterancestors() if one.tag in _HOLDERS), block)


def _width(holder: Element) -> float:
    """How wide a holder's lines can be, in points."""
    if holder.tag == W + "tc":
        asked = holder.find(f"{W}tcPr/{W}tcW")
        if asked is not None and asked.get(W + "type", "dxa") == "dxa":
            width = number(asked, W + "w") / TWIPS - _CELL_PADDING
            if width > 0:
                return width
        return _USUAL_WIDTH / 4
    section = holder.find(W + "sectPr")
    if section is None:
        return _USUAL_WIDTH
    page, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    sides = number(margins, W + "left") + number(margins, W + "right")
    return (number(page, W + "w", 11_906) - sides) / TWIPS
