"""Makes a pasted form plain: what an e-mail program or a web page left in it that nobody wrote.

Invisible characters and accents that stand apart are put right, one huge paragraph is parted at its
line breaks, and the quotation marks or bullets that begin every line are taken off.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.document import Block, Break, Document, Inline, Paragraph, Table, Text

MANY_BREAKS = 6
"""From how many line breaks on a paragraph may hold several questions."""
QUOTED = 0.6
"""What share of the lines a quotation mark begins where the whole is a quotation."""
BULLETED = 0.95
"""The same for bullets, which people use in their answers, too."""
FEW = 10
"""Fewer lines than this say nothing of all."""

_ODD = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_PREFIX = re.compile(r"[ \t\u00a0]*((?:>[ \t\u00a0]?)+|[-–•·▪*][ \t\u00a0]+)")


def plain(document: Document) -> Document:
    """The document as a person sees it; the same one where there is nothing to put right."""
    blocks = document.blocks
    if any(map(_is_odd, document.paragraphs())):
        blocks = tuple(_cleaned(blocks))
    prefix = _common_prefix(blocks)
    if prefix:
        blocks = tuple(
            _unprefixed(block, prefix) if isinstance(block, Paragraph) else block for block in blocks
        )
    return document if blocks is document.blocks else replace(document, blocks=blocks)


def _is_odd(paragraph: Paragraph) -> bool:
    breaks = 0
    for inline in paragraph.inlines:
        if isinstance(inline, Break):
            breaks += 1
        elif isinstance(inline, Text) and not inline.text.isascii() and _ODD.search(inline.text):
            return True
    return breaks >= MANY_BREAKS


def _cleaned(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table):
            cells = (replace(cell, blocks=tuple(_cleaned(cell.blocks))) for cell in block.cells)
            yield replace(block, cells=tuple(cells))
        elif _is_odd(block):
            yield from _parted(replace(block, inlines=tuple(map(_visible, block.inlines))))
        else:
            yield block


def _visible(inline: Inline) -> Inline:
    if not isinstance(inline, Text):
        return inline
    return replace(inline, text=unicodedata.normalize("NFC", _INVISIBLE.sub("", inline.text)))


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph a line, where it has many."""
    if sum(isinstance(inline, Break) for inline in paragraph.inlines) < MANY_BREAKS:
        yield paragraph
        return
    line: list[Inline] = []
    for inline in paragraph.inlines:
        if isinstance(inline, Break):
            yield replace(paragraph, inlines=tuple(line))
            line = []
        else:
            line.append(inline)
    yield replace(paragraph, inlines=tuple(line))


def _common_prefix(blocks: Iterable[Block]) -> str:
    """The sign that begins the lines outside tables, where nearly all have it."""
    signs: Counter[str] = Counter()
    lines = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.inlines:
            lines += 1
            found = _prefix(block)
            if found is not None:
                signs[found[1][0]] += 1
    if lines < FEW or not signs:
        return ""
    sign, count = signs.most_common(1)[0]
    return sign if count >= (QUOTED if sign == ">" else BULLETED) * lines else ""


def _prefix(paragraph: Paragraph) -> re.Match[str] | None:
    first = paragraph.inlines[0] if paragraph.inlines else None
    return _PREFIX.match(first.text) if isinstance(first, Text) else None


def _unprefixed(paragraph: Paragraph, sign: str) -> Paragraph:
    first, found = paragraph.inlines[0] if paragraph.inlines else None, _prefix(paragraph)
    if not isinstance(first, Text) or found is None or found[1][0] != sign:
        return paragraph
    return replace(
        paragraph, inlines=(replace(first, text=first.text[found.end() :]), *paragraph.inlines[1:])
    )
