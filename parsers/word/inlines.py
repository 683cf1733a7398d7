"""Reads what a Word paragraph holds: its properties, runs, content controls, fields, equations."""

from __future__ import annotations

from collections.abc import Callable

from parsers.document import AsideKind
from parsers.errors import Unreadable
from parsers.word.bindings import bound
from parsers.word.bullets import Items
from parsers.word.controls import control, picked, placeholder, ticked
from parsers.word.drawn.drawings import Drawings
from parsers.word.dress import DELETED, HIDDEN, INSERTED, PLAIN, framed, shade
from parsers.word.line import Line
from parsers.word.names import MC, VAL, Element, M, W, child_of
from parsers.word.pieces import Piece, Role, Span
from parsers.word.runs import Runs
from parsers.word.sources import Sources
from parsers.word.styles import item_of
from parsers.word.tables import TINT

MAX_DEPTH = 64

SDT, SDT_PROPERTIES, SDT_CONTENT = W + "sdt", W + "sdtPr", W + "sdtContent"
ALTERNATIVE, COMMENT_START = MC + "AlternateContent", W + "commentRangeStart"
WRAPPERS = {
    **dict.fromkeys((W + "ins", W + "moveTo"), INSERTED),
    **dict.fromkeys((W + "del", W + "moveFrom"), DELETED),
    **dict.fromkeys((W + name for name in ("smartTag", "customXml", "hyperlink", "dir", "bdo")), 0),
    M + "oMathPara": 0,
}
"""Elements that add nothing but, for tracked changes, a dress."""
_R, _PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = W + "r", W + "pPr", W + "rPr"
_STYLE, _NUMBER, _SHADE, _FRAME = W + "pStyle", W + "numPr", W + "shd", W + "pBdr"


class Inlines:
    """Reads the elements of a paragraph into the line; `read` is its way in."""

    def __init__(self, sources: Sources, line: Line, drawings: Drawings, items: Items) -> None:
        self._sources = sources
        self._line = line
        self._run = Runs(sources, line, drawings, self.read).run
        self._items = items
        self._depth = 0

    def read(self, parent: Element, dress: int) -> None:
        """Reads what a paragraph, or a wrapper in it, holds. Raises Unreadable where it is too deep."""
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, dress)
            elif tag == _PARAGRAPH_PROPERTIES:
                self._properties(child, dress)
            elif tag in WRAPPERS:
                self._deeper()
                self.read(child, dress | WRAPPERS[tag])
                self._depth -= 1
            elif tag in _INLINE:
                self._deeper()
                _INLINE[tag](self, child, dress)
                self._depth -= 1

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable("nesting")

    def _properties(self, element: Element, dress: int) -> None:
        """Notes a paragraph's style and its own dress, and reads a box that is its bullet."""
        line, item = self._line, None
        for child in element:
            tag = child.tag
            if tag == _STYLE:
                line.style = child.get(VAL, "")
                style = self._sources.styles.style(line.style)
                item = style.number
                line.styled |= style.dress.emphasis
                line.base = HIDDEN if style.dress.hidden else PLAIN
            elif tag == _NUMBER:
                item = item_of(child) or item
            elif tag == _SHADE:
                line.styled |= shade(child, TINT)
            elif tag == _FRAME:
                line.styled |= framed(child)
            elif tag == _RUN_PROPERTIES:
                line.joins = child.find(W + "del") is not None
        if item is not None:
            mark = self._items.mark(self._sources.bullets, item, line.style, dress, line.place)
            if mark is not None:
                line.pieces.append(mark)

    def bound(self, pieces: list[Piece], value: str) -> list[Piece]:
        """A control's content beside the value that it is bound to; notes where they disagree."""
        found, disagree = bound(pieces, value)
        if disagree and "bound" not in self._line.unread:
            self._line.unread.append("bound")
        return found

    def _control(self, sdt: Element, dress: int) -> None:
        """Reads a content control in the line: a checkbox's mark, any other's content."""
        properties, content = child_of(sdt, SDT_PROPERTIES), child_of(sdt, SDT_CONTENT)
        if content is None:
            return
        box = control(properties)
        sink = self._line.fields.sink(self._line.pieces)
        start = len(sink)
        if box is None:
            self.read(content, dress | placeholder(properties))
            sink[start:] = picked(properties, sink[start:])
            value = self._sources.bindings.value(properties)
            if value:
                sink[start:] = self.bound(sink[start:], value)
            return
        self.read(content, dress)
        if not dress & DELETED:
            sink[start:] = ticked(box, sink[start:], self._line.place)

    def _simple_field(self, element: Element, dress: int) -> None:
        """Reads a field that is written in one element."""
        line = self._line
        line.fields.begin(element.find(W + "ffData"), dress)
        line.fields.instruct(element.get(W + "instr", ""), dress)
        line.fields.separate(line.pieces, line.number)
        self.read(element, dress)
        line.fields.end(line.pieces, line.number, line.place)

    def _alternative(self, element: Element, dress: int) -> None:
        """Reads the first alternative with anything to read."""
        line = self._line
        before = len(line.pieces) + len(line.boxes)
        for branch in element:
            self.read(branch, dress)
            if len(line.pieces) + len(line.boxes) > before:
                return

    def _maths(self, element: Element, dress: int) -> None:
        """Reads the letters of an equation in their order."""
        text = "".join(part.text or "" for part in element.iter(M + "t"))
        self._line.add(Span(text, dress))

    def _comment_start(self, element: Element, dress: int) -> None:
        self._line.point(AsideKind.COMMENT, element, Role.START, dress)

    def _comment_end(self, element: Element, dress: int) -> None:
        self._line.point(AsideKind.COMMENT, element, Role.END, dress)

    def _subdocument(self, _: Element, _dress: int) -> None:
        """A document kept in a file of its own: what it says did not come along."""
        self._line.unread.append("subdocument")


_INLINE: dict[str, Callable[[Inlines, Element, int], None]] = {
    SDT: Inlines._control,
    W + "fldSimple": Inlines._simple_field,
    COMMENT_START: Inlines._comment_start,
    W + "commentRangeEnd": Inlines._comment_end,
    W + "subDoc": Inlines._subdocument,
    ALTERNATIVE: Inlines._alternative,
    M + "oMath": Inlines._maths,
}
