"""The walk over a Word document's main part: one pass from XML elements to blocks.

It knows the nesting of paragraphs, tables and what is wrapped around them; what stands in a paragraph is
read by `word.inlines`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from parsers.document import AsideKind, Block, Paragraph, Place
from parsers.errors import Unreadable
from parsers.package import Package
from parsers.word.asides import Asides
from parsers.word.bullets import Items
from parsers.word.chunks import MAX_LEVEL, Chunk, Chunks
from parsers.word.controls import Control, control, placeholder, shows_sign, ticked
from parsers.word.drawn.drawings import Drawings
from parsers.word.drawn.overlay import Overlays, rebuilt
from parsers.word.dress import DELETED
from parsers.word.inlines import (
    ALTERNATIVE,
    COMMENT_START,
    MAX_DEPTH,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    WRAPPERS,
    Inlines,
)
from parsers.word.line import Line
from parsers.word.lost_fonts import restored
from parsers.word.names import Element, R, W, child_of
from parsers.word.pieces import Piece, Role, Span, inlines
from parsers.word.places import Spot
from parsers.word.sources import Sources
from parsers.word.tables import Grid, merge, row_properties

_P, _TBL, _TR, _TC = (W + name for name in ("p", "tbl", "tr", "tc"))
_ALT_CHUNK, _ROW_PROPERTIES, _CELL_PROPERTIES = W + "altChunk", W + "trPr", W + "tcPr"


class Walk:
    """One walk over one part; `walk` is its way in."""

    def __init__(self, package: Package, part: str, chunks: Chunks | None = None, level: int = 0) -> None:
        self._package = package
        self._chunks = chunks or Chunks()
        self._level = level
        self._sources = Sources(package, part)
        # What a note says refers to no further notes.
        self._line = Line(refers=level <= MAX_LEVEL)
        self._overlays = Overlays()
        self._items = Items()
        drawings = Drawings(self._sources, self._line, self._overlays)
        self._inlines = Inlines(self._sources, self._line, drawings, self._items)
        self._controls: dict[Element, list[Control]] = {}
        """Checkbox controls around blocks, by the paragraph that shows their sign."""
        self._values: dict[Element, str] = {}
        """What controls around blocks are bound to, by their first paragraph."""
        self._carried: list[Piece] = []
        """What a paragraph holds whose end was taken out: it goes on in the next one."""
        self._depth = 0
        self.embedded: list[Chunk] = []
        """The files embedded in it that were read."""

    @property
    def unread(self) -> list[str]:
        """What stands in it and was not read: the kinds of such files."""
        return self._line.unread

    @cached_property
    def _asides(self) -> Asides:
        def read(part: str, element: Element) -> list[Block]:
            return Walk(self._package, part, self._chunks, MAX_LEVEL + 1).walk(element)

        return Asides(self._package, self._sources.relationships.values(), read)

    def walk(self, body: Element) -> list[Block]:
        """The blocks of the document's body."""
        return restored(self._settled(self._blocks(body, Spot(), 0)))

    def _settled(self, blocks: list[Block]) -> list[Block]:
        """The blocks with the marks that show when all is known: bullets, and what is drawn over them."""
        listed = self._items.changed(blocks)
        if listed:
            blocks = [rebuilt(block, listed) for block in blocks]
            self._overlays.replaced(listed)
        return self._overlays.settled(blocks, lambda: self._sources.related("styles"))

    def _deeper(self) -> None:
        """One level further in. Raises Unreadable where no form can be that deep."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unreadable("nesting")

    def _blocks(self, parent: Element, spot: Spot, dress: int) -> list[Block]:
        """The blocks among an element's children."""
        found: list[Block] = []
        self._deeper()
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, spot, dress, found)
            elif tag == _TBL:
                found.append(self._table(child, spot, dress))
            elif tag == SDT:
                content, added = self._control_content(child)
                if content is not None:
                    found.extend(self._blocks(content, spot, dress | added))
            elif tag in WRAPPERS:
                found.extend(self._blocks(child, spot, dress | WRAPPERS[tag]))
            elif tag == ALTERNATIVE:
                read = (self._blocks(branch, spot, dress) for branch in child)
                found.extend(next(filter(None, read), ()))
            elif tag == _ALT_CHUNK:
                found.extend(self._chunk(child, spot, dress))
            elif tag == COMMENT_START:
                self._line.point(AsideKind.COMMENT, child, Role.START, dress)
        self._depth -= 1
        return found

    def _chunk(self, element: Element, spot: Spot, dress: int) -> list[Block]:
        """The blocks of a file that is embedded whole; where it cannot be read, its kind is kept."""
        relationship = self._sources.relationships.get(element.get(R + "id", ""))
        chunk = self._chunks.opened(self._package, relationship, self._level)
        if isinstance(chunk, str):
            self.unread.append(chunk)
            return []
        walk = Walk(chunk.package, chunk.part, self._chunks, self._level + 1)
        blocks = walk._settled(walk._blocks(chunk.body, spot, dress))
        self.embedded += [chunk, *walk.embedded]
        self.unread.extend([*walk.unread, "picture"] if chunk.lost else walk.unread)
        return blocks

    def _control_content(self, sdt: Element) -> tuple[Element | None, int]:
        """The content of a control around blocks, rows or cells, and the dress it adds."""
        properties, content = child_of(sdt, SDT_PROPERTIES), child_of(sdt, SDT_CONTENT)
        box = control(properties)
        shown = shows_sign(content, box) if box is not None and content is not None else None
        if box is not None and shown is not None:
            self._controls.setdefault(shown, []).insert(0, box)
        value = self._sources.bindings.value(properties) if box is None else None
        first = next(content.iter(_P), None) if value and content is not None else None
        if value and first is not None:
            self._values[first] = value
        return content, placeholder(properties)

    def _paragraph(self, element: Element, spot: Spot, dress: int, found: list[Block]) -> None:
        """Adds a paragraph, and after it the paragraphs of the text boxes anchored in it."""
        line, place = self._line, spot.paragraph()
        line.begin(place, self._carried)
        self._carried = []
        self._inlines.read(element, dress)
        line.fields.close_broken(line.pieces, line.number, place)
        if element in self._values:
            line.pieces = self._inlines.bound(line.pieces, self._values.pop(element))
        for checkbox in self._controls.pop(element, ()):
            line.pieces = ticked(checkbox, line.pieces, place)
        if line.joins and self._goes_on(element):
            self._carried = line.pieces
            return
        if line.pointers:
            pointers, line.pointers = line.pointers, []
            read = self._asides.placed(line.pieces, pointers, place)
        else:
            read = inlines(line.pieces, place)
        paragraph = Paragraph(read, place, spot.apart)
        found.append(paragraph)
        self._overlays.paragraph(paragraph, element)
        self._items.paragraph(paragraph)
        for box in line.boxes:
            found.extend(self._blocks(box, spot.box(place), dress))

    def _goes_on(self, element: Element) -> bool:
        """Whether a paragraph whose end was taken out has something to go on with, and where."""
        following, line = element.getnext(), self._line
        if following is None or following.tag != _P or line.boxes or line.pointers:
            return False
        return any(isinstance(piece, Span) and not piece.dress & DELETED for piece in line.pieces)

    def _table(self, element: Element, spot: Spot, dress: int) -> Block:
        """A table with all rows and cells, whatever they are wrapped in."""
        path = spot.next_table()
        grid = Grid()
        self._deeper()
        for row, (tr, row_dress) in enumerate(self._members(element, _TR, dress), start=1):
            skipped, added = row_properties(child_of(tr, _ROW_PROPERTIES))
            grid.begin_row(skipped)
            for cell, (tc, cell_dress) in enumerate(self._members(tr, _TC, row_dress | added), start=1):
                place = Place(path, row, cell)
                inside = Spot(path, row, cell, place, apart=spot.apart)
                how = merge(child_of(tc, _CELL_PROPERTIES))
                grid.add(how, self._blocks(tc, inside, cell_dress | how.dress), place)
        self._depth -= 1
        return grid.table(Place(path))

    def _members(self, parent: Element, wanted: str, dress: int) -> Iterator[tuple[Element, int]]:
        """The rows of a table or the cells of a row, through what is wrapped around them."""
        for child in parent:
            tag = child.tag
            if tag == wanted:
                yield child, dress
            elif tag == SDT:
                content, added = self._control_content(child)
                if content is not None:
                    yield from self._members(content, wanted, dress | added)
            elif tag in WRAPPERS:
                yield from self._members(child, wanted, dress | WRAPPERS[tag])
            elif tag == ALTERNATIVE and len(child):
                yield from self._members(child[0], wanted, dress)
