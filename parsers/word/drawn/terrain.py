"""Where the shapes of a Word document lie: from their anchors to the paragraph and line under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.document import Emphasis, Image, Mark, Paragraph
from parsers.word.drawn.ground import Ground
from parsers.word.drawn.laid import JUDGED, LIKELY, Corner, Laid
from parsers.word.drawn.pictures import Looks
from parsers.word.drawn.shapes import Drawing
from parsers.word.drawn.strip import Strip, strip
from parsers.word.names import Element

GUESSED, DOUBTED = 0.4, 0.7


@dataclass(frozen=True, slots=True)
class Held:
    """A drawing with its stand-in among the inlines; a picture stands in for itself."""

    inline: Mark | Image
    drawing: Drawing
    dress: Emphasis


@dataclass(frozen=True, slots=True)
class Under:
    """What a shape lies on."""

    element: Element
    line: int
    rise: float
    """Where in the line its middle is: 0 at the top, 1 at the bottom."""
    sure: float


class Terrain:
    """The paragraphs of a document with what is drawn over them."""

    def __init__(
        self, paragraphs: Sequence[tuple[Paragraph, Element]], held: Mapping[int, Held], ground: Ground
    ) -> None:
        self.held = held
        self.ground = ground
        self.paragraphs = {element: paragraph for paragraph, element in paragraphs}
        self._strips: dict[Element, Strip] = {}
        self._looks = Looks()

    def homes(self) -> list[tuple[Element, Paragraph]]:
        """The paragraphs in which something is anchored."""
        return [
            (element, paragraph)
            for element, paragraph in self.paragraphs.items()
            if any(id(inline) in self.held for inline in paragraph.inlines)
        ]

    def strip(self, element: Element) -> Strip:
        """Where the words and boxes of a paragraph stand."""
        known = self._strips.get(element)
        if known is None:
            paragraph = self.paragraphs[element]
            widths = {
                at: _width(self.held[id(inline)].drawing) if self._in_line(inline) else 0.0
                for at, inline in enumerate(paragraph.inlines)
                if id(inline) in self.held
            }
            setting, room = self.ground.setting(element), self.ground.width(element)
            known = self._strips[element] = strip(paragraph, setting, room, widths)
        return known

    def _in_line(self, inline: object) -> bool:
        return self.held[id(inline)].drawing.anchor.inline

    def lay(self, element: Element, paragraph: Paragraph) -> Iterator[Laid]:
        """The shapes anchored in a paragraph. Those that float from its corner are counted together."""
        corners: dict[object, Corner] = {}
        for at, inline in enumerate(paragraph.inlines):
            held = self.held.get(id(inline))
            if held is None:
                continue
            anchor = held.drawing.anchor
            by_letter = anchor.across == "character" and anchor.down == "line" and not anchor.inline
            x, y = self._across(element, at, held.drawing), self._down(element, held.drawing)
            shared = (
                at if anchor.inline or by_letter else (x is None and anchor.across, y is None and anchor.down)
            )
            made = Corner(element, at, anchor.inline, y is not None, x is not None, by_letter)
            corner = corners.setdefault(shared, made)
            look = self._looks.of(inline.data) if isinstance(inline, Image) else None
            x, y = _offset(anchor.x) if x is None else x, _offset(anchor.y) if y is None else y
            for shape in held.drawing.shapes:
                yield Laid(
                    shape.moved(x, y),
                    corner,
                    held.dress,
                    anchor.over_text,
                    look,
                    held.drawing.with_text,
                    id(inline),
                )

    def _across(self, element: Element, at: int, drawing: Drawing) -> float | None:
        """How far a drawing is from the left of its paragraph's text area; None where not known."""
        anchor = drawing.anchor
        if anchor.inline:
            return 0.0
        if isinstance(anchor.x, str):
            share = {"left": 0.0, "center": 0.5, "right": 1.0}.get(anchor.x)
            room = self.ground.width(element) - _width(drawing)
            return share * room if share is not None and anchor.across == "column" else None
        if anchor.across == "column":
            return anchor.x
        if anchor.across == "character":
            here = 0.0 if anchor.down == "line" else self.strip(element).starts.get(at, 0.0)
            return anchor.x + here
        margin = self.ground.margin(element)
        if margin is None:
            return None
        return {"margin": anchor.x, "page": anchor.x - margin}.get(anchor.across)

    def _down(self, element: Element, drawing: Drawing) -> float | None:
        """How far a drawing is from the top of its paragraph; None where not known."""
        anchor = drawing.anchor
        if anchor.inline:
            return 0.0
        if anchor.down not in ("paragraph", "line"):
            return None
        if not isinstance(anchor.y, str):
            return anchor.y
        high = max(shape.frame[3] for shape in drawing.shapes)
        return (self.ground.setting(element).line - high) / 2 if anchor.down == "line" else None

    def under(self, one: Laid) -> Under:
        """The paragraph and line a shape lies on, from its own paragraph's corner."""
        home = one.corner.home
        setting = self.ground.setting(home)
        x, y = one.shape.middle
        off = min((y - setting.line / 2 - before for before in (0.0, setting.before)), key=abs)
        if abs(off) <= 0.5 * setting.line:
            return Under(home, 0, off / setting.line + 0.5, 1.0)
        if abs(off) <= 0.7 * setting.line:
            return Under(home, 0, off / setting.line + 0.5, DOUBTED)
        found = self.ground.at(home, x if one.corner.across else None, y)
        if found.paragraph not in self.paragraphs:
            return Under(home, 0, 0.5, GUESSED)
        strip, setting = self.strip(found.paragraph), self.ground.setting(found.paragraph)
        down = (found.down - setting.before) / setting.line
        line = min(max(int(down), 0), strip.lines - 1)
        rise = down - line
        sure = found.sure
        if strip.lines > 1:
            sure = min(sure, JUDGED if strip.wraps else LIKELY)
        return Under(found.paragraph, line, rise, sure if 0.1 <= rise <= 0.9 else min(sure, JUDGED))

    def lies_on(self, one: Laid, words_too: bool) -> bool:
        """Whether a floating shape lies on a box of the text, or on its words if so asked."""
        if not one.corner.known or not one.corner.across:
            return False
        under = self.under(one)
        strip = self.strip(under.element)
        left, _, right, _ = one.shape.frame
        for stop in strip.in_line(under.line):
            if stop.boxed and stop.left - 3 <= (left + right) / 2 <= stop.right + 3:
                return True
            if words_too and min(right, stop.right) - max(left, stop.left) >= 0.5 * (right - left):
                return True
        return False


def _width(drawing: Drawing) -> float:
    """How wide a drawing is, in points."""
    return max(shape.frame[2] for shape in drawing.shapes)


def _offset(value: float | str) -> float:
    return 0.0 if isinstance(value, str) else value
