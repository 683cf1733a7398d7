"""The headers and footers of a Word document: those that pages show, each once, in the order of sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.document import Aside, Block, Image, Inline, Margin, Mark, Paragraph, Place, Table, Text
from parsers.markup import xml
from parsers.package import Package, Relationship
from parsers.word.main import root_of
from parsers.word.names import Element, R, W, has, transitional
from parsers.word.walk import Walk

_KINDS = {W + "headerReference": "header", W + "footerReference": "footer"}
_MOST = 24
"""So many different ones are read: three a kind for a few sections."""


def margins(package: Package, main: str, body: Element) -> tuple[Margin, ...]:
    """The headers and footers that the main part's sections show and that hold anything."""
    shown = dict.fromkeys(_shown(package, main, body))
    if not shown:
        return ()
    parts = {one.id: one for one in package.relationships(main) if not one.external}
    read = (_margin(package, kind, parts[name]) for kind, name in list(shown)[:_MOST] if name in parts)
    return tuple(margin for margin in read if margin is not None)


def _shown(package: Package, main: str, body: Element) -> Iterator[tuple[str, str]]:
    """Kind and relationship of every header and footer that some page shows."""
    for section in body.iter(W + "sectPr"):
        for reference in section:
            kind = _KINDS.get(str(reference.tag))
            if kind is None:
                continue
            pages = reference.get(W + "type", "default")
            if pages == "first" and not has(section, W + "titlePg"):
                continue
            if pages == "even" and not _has_even_pages(package, main):
                continue
            yield kind, reference.get(R + "id", "")


def _has_even_pages(package: Package, main: str) -> bool:
    """Whether even pages have headers of their own."""
    for found in package.relationships(main):
        if found.kind == "settings" and not found.external:
            data = package.part(found.target)
            return data is not None and has(xml(transitional(data)), W + "evenAndOddHeaders")
    return False


def _margin(package: Package, kind: str, part: Relationship) -> Margin | None:
    """A header or footer that holds anything at all."""
    if not package.has(part.target):
        return None
    blocks = Walk(package, part.target).walk(root_of(package, part.target))
    if not any(_is_written(block) for block in blocks):
        return None
    return Margin(kind, tuple(_moved(blocks, kind)))


def _is_written(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return any(not isinstance(inline, Text) or inline.text.strip() for inline in block.inlines)
    return any(_is_written(inner) for cell in block.cells for inner in cell.blocks)


def _moved(blocks: Iterable[Block], part: str) -> Iterator[Block]:
    """The blocks with places that say which part they stand in."""
    for block in blocks:
        place = _in(block.place, part)
        if isinstance(block, Table):
            cells = (
                replace(cell, place=_in(cell.place, part), blocks=tuple(_moved(cell.blocks, part)))
                for cell in block.cells
            )
            yield Table(tuple(cells), place)
        else:
            yield Paragraph(tuple(_moved_inline(inline, part) for inline in block.inlines), place)


def _moved_inline(inline: Inline, part: str) -> Inline:
    if isinstance(inline, Mark | Image | Aside):
        return replace(inline, place=_in(inline.place, part))
    return inline


def _in(place: Place, part: str) -> Place:
    return replace(place, part=part)
