"""The Word file around the blocks: the same blocks give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from random import Random

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm

from samples.activex import add_controls
from samples.drawn_parts import bound
from samples.marks import BULLETS, SYMBOL_STYLE, WAYS
from samples.pictures import picture
from samples.wordml import Element, clark, dressed, element

WHEN = (2025, 3, 4, 9, 30, 0)
"""The time of every part, since the clock's would make each file another."""


def opened() -> WordDocument:
    """An empty document on A4 paper with narrow margins."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(15)
    document.styles.add_style(SYMBOL_STYLE, WD_STYLE_TYPE.CHARACTER).font.name = "Wingdings"
    _add_bullets(document, _EVERYWHERE)
    return document


_EVERYWHERE = ("bullet-tick", "bullet-cross", "bullet-ballot")
"""The lists that every document has; further ones only where they are used, so that no sample changes."""


def _add_bullets(document: WordDocument, names: Iterable[str]) -> None:
    """The lists whose bullets serve as boxes."""
    lists = document.part.numbering_part.element
    for name in names:
        for number, (font, bullet) in zip(WAYS[name].numbering or (), BULLETS[name], strict=True):
            lists.insert(0, _abstract_list(number, font, bullet))
            lists.append(element("w:num", element("w:abstractNumId", val=number), numId=number))


def _used_bullets(blocks: Iterable[Element]) -> list[str]:
    used = {one.get(clark("w:val")) for block in blocks for one in block.iter(clark("w:numId"))}
    further = (name for name in BULLETS if name not in _EVERYWHERE)
    return [name for name in further if used.intersection(WAYS[name].numbering or ())]


def _abstract_list(number: str, font: str, bullet: str) -> Element:
    level = element(
        "w:lvl",
        element("w:start", val="1"),
        element("w:numFmt", val="bullet"),
        element("w:lvlText", val=bullet),
        element("w:rPr", element("w:rFonts", ascii=font, hAnsi=font, hint="default")),
        ilvl="0",
    )
    return element("w:abstractNum", level, abstractNumId=number)


def drawings(document: WordDocument, counts: Mapping[str, int], random: Random) -> dict[str, list[Element]]:
    """So many pictures of each field, put into the package, a run each."""
    return {field: [_drawing(document, random) for _ in range(count)] for field, count in counts.items()}


def _drawing(document: WordDocument, random: Random) -> Element:
    inline = document.part.new_pic_inline(io.BytesIO(picture(random)), Mm(24))
    return dressed([element("w:drawing", inline)])


def saved(document: WordDocument, blocks: Iterable[Element]) -> bytes:
    """The document with those blocks, as bytes."""
    blocks = list(blocks)
    _add_bullets(document, _used_bullets(blocks))
    body = document.element.body
    for place, block in enumerate(bound(document, blocks)):
        body.insert(place, block)
    if next(body.iter(clark("w:control")), None) is not None:
        add_controls(document)
    written = io.BytesIO()
    document.save(written)
    return steady(written.getvalue())


def steady(data: bytes) -> bytes:
    """The same package with the times of its parts taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, WHEN)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
