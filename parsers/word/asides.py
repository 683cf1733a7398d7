"""What a Word document's text refers to: comments, footnotes and endnotes, each where its reference stands.

Their parts are opened only when a reference comes by. Who wrote a comment is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsers.document import (
    Aside,
    AsideKind,
    Block,
    Break,
    Emphasis,
    Image,
    Inline,
    Mark,
    Paragraph,
    Place,
    State,
    Text,
    paragraphs_of,
)
from parsers.markup import xml
from parsers.package import Package, Relationship
from parsers.word.names import W14, W15, Element, W, is_on, transitional
from parsers.word.pieces import Piece, Pointer, Role, Span, inlines

Blocks = Callable[[str, Element], list[Block]]
"""From a part's name and an element of it to the blocks in that element."""

_PARTS = {
    AsideKind.COMMENT: ("comments", W + "comment"),
    AsideKind.FOOTNOTE: ("footnotes", W + "footnote"),
    AsideKind.ENDNOTE: ("endnotes", W + "endnote"),
}
_OUT = Emphasis.DELETED | Emphasis.PLACEHOLDER


@dataclass(frozen=True, slots=True)
class _Written:
    text: str
    ticked: bool


class Asides:
    """The comments and notes of one document, each given out once."""

    def __init__(self, package: Package, related: Iterable[Relationship], read: Blocks) -> None:
        self._package = package
        self._related = {found.kind: found.target for found in related if not found.external}
        self._read = read
        self._elements: dict[AsideKind, dict[str, Element]] = {}
        self._done: frozenset[str] | None = None
        self._given: set[tuple[AsideKind, str]] = set()
        self.begun: set[str] = set()
        """The comments whose range began in an earlier paragraph."""

    def placed(self, pieces: list[Piece], pointers: Sequence[Pointer], place: Place) -> tuple[Inline, ...]:
        """A paragraph's inlines with the asides that `pointers`, all of its references, lead to.

        Marks are found as if nothing stood between their characters.
        """
        spots, end = _spots(pieces)
        found: list[tuple[int, Aside]] = []
        for pointer in pointers:
            at = spots.get(pointer, end)
            if pointer.role is Role.REFERENCE:
                aside = self._aside(pointer, spots, at, place)
                if aside is not None:
                    found.append(
                        (at if aside.kind is not AsideKind.COMMENT else _end(pointer, spots, at), aside)
                    )
        self.begun.update(pointer.id for pointer in pointers if pointer.role is Role.START)
        kept: list[Piece] = [piece for piece in pieces if not isinstance(piece, Pointer)]
        return tuple(_among(inlines(kept, place), sorted(found, key=lambda one: one[0])))

    def _aside(self, pointer: Pointer, spots: Mapping[Pointer, int], at: int, place: Place) -> Aside | None:
        written = self._written(pointer.kind, pointer.id)
        if written is None:
            return None
        if pointer.kind is not AsideKind.COMMENT:
            return Aside(pointer.kind, written.text, place, ticked=written.ticked)
        start = spots.get(Pointer(AsideKind.COMMENT, pointer.id, Role.START))
        wide = start is None and pointer.id in self.begun
        stop = _end(pointer, spots, at)
        reach = stop if wide else max(0, stop - start) if start is not None else 0
        settled = pointer.deleted or pointer.id in self._settled()
        return Aside(pointer.kind, written.text, place, reach, wide, settled, written.ticked)

    def _written(self, kind: AsideKind, name: str) -> _Written | None:
        """What the comment or note says; None where it is not there, is empty or was given out before."""
        if (kind, name) in self._given:
            return None
        self._given.add((kind, name))
        part, tag = _PARTS[kind]
        if kind not in self._elements:
            data = self._package.part(self._related.get(part, "")) if part in self._related else None
            found = xml(transitional(data)).iter(tag) if data is not None else ()
            self._elements[kind] = {one.get(W + "id", ""): one for one in found}
        element = self._elements[kind].get(name)
        if element is None:
            return None
        paragraphs = list(paragraphs_of(self._read(self._related[part], element)))
        text = "\n".join(filter(None, (said(paragraph) for paragraph in paragraphs)))
        ticked = any(_is_ticked(inline) for paragraph in paragraphs for inline in paragraph.inlines)
        return _Written(text, ticked) if text or ticked else None

    def _settled(self) -> frozenset[str]:
        """The comments that were marked as done with, alone or with the thread they belong to."""
        if self._done is None:
            self._done = frozenset(self._settled_ids())
        return self._done

    def _settled_ids(self) -> Iterator[str]:
        target = self._related.get("commentsExtended")
        data = self._package.part(target) if target is not None else None
        if data is None or b"done=" not in data:
            return
        threads = list(xml(data).iter(W15 + "commentEx"))
        done = {
            one.get(W15 + "paraId")
            for one in threads
            if W15 + "done" in one.attrib and is_on(one.get(W15 + "done"))
        }
        done |= {one.get(W15 + "paraId") for one in threads if one.get(W15 + "paraIdParent") in done}
        for name, element in self._elements[AsideKind.COMMENT].items():
            if any(paragraph.get(W14 + "paraId", "") in done for paragraph in element.iter(W + "p")):
                yield name


def said(paragraph: Paragraph) -> str:
    """The words of a paragraph with marks as they look, without what was deleted."""
    return "".join(_words(inline) for inline in paragraph.inlines).strip()


def _words(inline: Inline) -> str:
    match inline:
        case Text(text, dress):
            return "" if dress & _OUT else text
        case Mark():
            return "" if inline.emphasis & _OUT else inline.raw
        case Break():
            return "\n"
        case Image():
            return "[image]"
        case _:
            return ""


def _is_ticked(inline: Inline) -> bool:
    return isinstance(inline, Mark) and inline.state is State.TICKED and not inline.emphasis & _OUT


def _end(pointer: Pointer, spots: Mapping[Pointer, int], at: int) -> int:
    return spots.get(Pointer(pointer.kind, pointer.id, Role.END), at)


def _spots(pieces: Iterable[Piece]) -> tuple[dict[Pointer, int], int]:
    """Where each pointer stands, in characters as `_length` counts them, and how many there are."""
    spots: dict[Pointer, int] = {}
    at = 0
    for piece in pieces:
        if isinstance(piece, Pointer):
            spots.setdefault(piece, at)
        else:
            at += len(piece.text) if isinstance(piece, Span) else _length(piece)
    return spots, at


def _length(inline: Inline) -> int:
    """How many characters of the runs an inline is made of, near enough."""
    match inline:
        case Text(text):
            return len(text)
        case Mark(raw=raw):
            return max(1, len(raw))
        case Aside():
            return 0
        case _:
            return 1


def _among(found: Iterable[Inline], asides: Sequence[tuple[int, Aside]]) -> Iterator[Inline]:
    """The inlines with the asides put in at their places; no mark is cut."""
    at = number = 0
    for one in found:
        inline = one
        end = at + _length(inline)
        while number < len(asides) and asides[number][0] < end:
            cut = asides[number][0] - at
            if isinstance(inline, Text) and cut > 0:
                yield Text(inline.text[:cut], inline.emphasis, inline.box)
                inline = Text(inline.text[cut:], inline.emphasis, inline.box)
                at += cut
            yield asides[number][1]
            number += 1
        yield inline
        at = end
    for _, aside in asides[number:]:
        yield aside
