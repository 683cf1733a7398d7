"""What a Word document's styles give: symbol fonts, emphasis, hidden text and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parsers.markup import xml
from parsers.word.dress import BOLD, PLAIN, STRUCK, Dress, dress, shade
from parsers.word.names import VAL, Element, W, transitional
from parsers.word.tables import TINT

_DEPTH = 12
_TOGGLES = BOLD | STRUCK
"""A style that sets one of these takes it back where the paragraph's style has set it already."""

LONE_LETTERS = frozenset("acglmnopqrxOPQRSTUV¡¢£¤¥¦¨þýüû")
"""What boxes and ticks look like when their symbol font is dropped."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with what it takes from those it is based on."""

    dress: Dress = PLAIN
    number: tuple[str, str] | None = None
    """The list and the level that its paragraphs are items of; no level where it names none."""


NO_STYLE = Style()

_START, _END = b"<w:style ", b"</w:style>"
_OF_TABLES = b'<w:style w:type="table"'


def styles_in(part: bytes) -> Element:
    """The root of a styles part without those of tables: no paragraph has one, and they are most of Word's.

    Raises Unreadable or TooLarge.
    """
    pieces = transitional(part).split(_END)
    kept = (one for one in pieces if not one.lstrip().startswith(_OF_TABLES) or one.count(_START) > 1)
    return xml(_END.join(kept))


class Styles:
    """The styles of a document by id. Nothing is read before one is asked for."""

    def __init__(self, part: bytes | None) -> None:
        self._part = part
        self._elements: Mapping[str, Element] | None = None
        self._known: dict[str, Style] = {"": NO_STYLE}

    def style(self, name: str) -> Style:
        """The style of that id; one that says nothing where there is none."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = self._read(name, 0)
        return found

    def emphasis(self, paragraph: str, run: str) -> int:
        """The emphasis that a paragraph's and a run's style give together."""
        of_paragraph, of_run = self.style(paragraph).dress, self.style(run).dress
        if not of_run.given:
            return of_paragraph.emphasis
        kept = of_paragraph.emphasis & ~(of_run.given & ~_TOGGLES)
        toggled = (kept ^ of_run.emphasis) & _TOGGLES
        return ((kept | of_run.emphasis) & ~_TOGGLES) | toggled

    def _read(self, name: str, depth: int) -> Style:
        element = self._all().get(name)
        if element is None or depth > _DEPTH:
            return NO_STYLE
        based = element.find(W + "basedOn")
        base = self._read(based.get(VAL, ""), depth + 1) if based is not None else NO_STYLE
        properties = element.find(W + "rPr")
        own = dress(properties) if properties is not None else PLAIN
        block = element.find(W + "pPr")
        behind = block.find(W + "shd") if block is not None else None
        shaded = shade(behind, TINT) if behind is not None else 0
        number = item_of(block.find(W + "numPr")) if block is not None else None
        return Style(
            Dress(
                (base.dress.emphasis & ~own.given) | own.emphasis | shaded,
                base.dress.given | own.given | shaded,
                own.font or ("" if own.lettered else base.dress.font),
                own.private_font or base.dress.private_font,
                own.lettered or base.dress.lettered,
                base.dress.hidden if own.hidden is None else own.hidden,
                own.bordered or base.dress.bordered,
            ),
            number or base.number,
        )

    def _all(self) -> Mapping[str, Element]:
        if self._elements is None:
            root = styles_in(self._part) if self._part is not None else ()
            self._elements = {one.get(W + "styleId", ""): one for one in root if one.tag == W + "style"}
        return self._elements


def item_of(properties: Element | None) -> tuple[str, str] | None:
    """The list and the level that a ``w:numPr`` names; ``""`` for a level that it does not."""
    if properties is None:
        return None
    number, level = properties.find(W + "numId"), properties.find(W + "ilvl")
    if number is None:
        return None
    return number.get(VAL, ""), level.get(VAL, "0") if level is not None else ""
