"""The paragraph of a Word document that is being read: its pieces, and what is known of it so far."""

from __future__ import annotations

from parsers.document import AsideKind, Place
from parsers.word.dress import DELETED, PLAIN, Dress
from parsers.word.fields import Fields
from parsers.word.names import Element, W
from parsers.word.pieces import Piece, Pointer, Role


class Line:
    """The paragraph being read. `begin` empties it for the next; what goes on over paragraphs stays."""

    __slots__ = (
        "_refers",
        "base",
        "boxes",
        "fields",
        "joins",
        "number",
        "pieces",
        "place",
        "pointers",
        "style",
        "styled",
        "unread",
    )

    def __init__(self, *, refers: bool) -> None:
        self._refers = refers
        """Whether references to comments and notes are followed."""
        self.place = Place()
        self.number = 0
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        """The text boxes anchored in it."""
        self.style = ""
        self.base: Dress = PLAIN
        """What its style says of hidden text."""
        self.styled = 0
        """What its style gives its runs, the value of an Emphasis."""
        self.joins = False
        """Whether a tracked change took out its end."""
        self.fields = Fields()
        self.pointers: list[Pointer] = []
        """Its references; those that stand before a paragraph belong to it."""
        self.unread: list[str] = []
        """What stands in the document and was not read: kinds such as ``picture``."""

    def begin(self, place: Place, carried: list[Piece]) -> None:
        """Empties it for a paragraph at that place; `carried` is what the one before leaves to it."""
        self.place = place
        self.number += 1
        self.pieces, self.boxes = [*self.pointers, *carried], []
        self.style, self.styled, self.base = "", 0, PLAIN
        self.joins = False

    def add(self, piece: Piece) -> None:
        """Adds a piece where it belongs: to the paragraph, or to the field that it stands in."""
        (self.fields.sink(self.pieces) if self.fields.open else self.pieces).append(piece)

    def point(self, kind: AsideKind, element: Element, role: Role, dressed: int) -> None:
        """Keeps where the text refers to a comment or a note."""
        if self._refers:
            pointer = Pointer(kind, element.get(W + "id", ""), role, bool(dressed & DELETED))
            self.pointers.append(pointer)
            self.add(pointer)
