"""Reads what stands in a Word paragraph and is drawn: pictures, text boxes, shapes, embedded objects."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.word.activex import control, shown
from parsers.word.drawn.candidates import drawn
from parsers.word.drawn.media import alternative, contents, image, is_missing, is_text_box, words_of
from parsers.word.drawn.overlay import Overlays
from parsers.word.drawn.shapes import Drawing
from parsers.word.dress import PLACEHOLDER, emphasis
from parsers.word.line import Line
from parsers.word.names import Element, O, W
from parsers.word.sources import Sources

_CONTROL, _OBJECT = W + "control", O + "OLEObject"


class Drawings:
    """Puts pictures and the stand-ins of shapes into the line, and keeps its text boxes for later."""

    def __init__(self, sources: Sources, line: Line, overlays: Overlays) -> None:
        self._sources = sources
        self._line = line
        self._overlays = overlays

    def drawing(self, element: Element, dressed: int) -> None:
        """Reads the pictures and marks of a drawing."""
        if not self._hold_marks(element, dressed):
            self._hold(list(contents(element)), dressed)

    def alternative(self, element: Element, dressed: int) -> bool:
        """Reads a drawing that is there in several ways once; says whether it is one."""
        if self._hold_marks(element, dressed):
            return True
        found = alternative(element)
        self._hold(found, dressed)
        return bool(found)

    def object(self, element: Element, dressed: int) -> None:
        """Reads an embedded object by its picture; a control by its data, as its picture may be stale."""
        saved = next(element.iter(_CONTROL, _OBJECT), None)
        sources = self._sources
        found = control(saved, sources.relationships, sources.package) if saved is not None else None
        if found is None:
            self.drawing(element, dressed)
            return
        for piece in shown(found, self._line.place, emphasis(dressed)):
            self._line.add(piece)

    def _hold_marks(self, element: Element, dressed: int) -> bool:
        """Keeps a drawing with shapes that may be marks, and reads what else is in it."""
        found = drawn(element) if not dressed & PLACEHOLDER else ()
        for one in found:
            if one.marks is not None:
                self._line.add(self._overlays.stand_in(one.marks, dressed, self._line.place))
            self._hold(one.rest, dressed, one.icon)
        return bool(found)

    def _hold(self, found: Sequence[Element], dressed: int, icon: Drawing | None = None) -> None:
        """Adds pictures; a placeholder's picture is the program's own."""
        line, relationships, package = self._line, self._sources.relationships, self._sources.package
        for element in found:
            if is_text_box(element):
                line.boxes.append(element)
            elif (words := words_of(element, relationships, package)) is not None:
                line.boxes.append(words)
            elif not dressed & PLACEHOLDER:
                picture = image(element, relationships, package, line.place)
                if picture is not None:
                    line.add(picture)
                    if icon is not None:
                        self._overlays.icon(picture, icon, dressed)
                elif is_missing(element):
                    line.unread.append("picture")
