"""The few elements of a Word document that a returned form is built of."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from docx.oxml.ns import nsmap
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element

Element: TypeAlias = _Element

WIDTH = 10200
"""The width of the text area, in twentieths of a point."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def clark(name: str) -> str:
    """The name with its namespace written out: ``w:val`` → ``{…}val``."""
    prefix, _, local = name.partition(":")
    return f"{{{nsmap[prefix]}}}{local}"


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element such as ``w:sz``; attributes are of the ``w`` namespace."""
    made: Element = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(clark(f"w:{name}"), value)
    made.extend(children)
    return made


def text(words: str, tag: str = "w:t") -> Element:
    """A text element that keeps its spaces."""
    made = element(tag)
    made.text = words
    made.set(SPACE, "preserve")
    return made


def run(words: str, *dress: Element, font: str = "") -> Element:
    """A run of text; a tab and a line feed become the elements they are in Word."""
    pieces: list[Element] = []
    for number, line in enumerate(words.split("\n")):
        if number:
            pieces.append(element("w:br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                pieces.append(element("w:tab"))
            if part:
                pieces.append(text(part))
    return dressed(pieces, *dress, font=font)


def dressed(pieces: Iterable[Element], *dress: Element, font: str = "") -> Element:
    """A run of those pieces, in that font and with those properties."""
    made = element("w:r")
    if font:
        dress = (element("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font), *dress)
    if dress:
        made.append(element("w:rPr", *dress))
    made.extend(pieces)
    return made


def paragraph(*inlines: Element, style: str = "") -> Element:
    """A paragraph of runs and whatever may stand beside them."""
    made = element("w:p")
    if style:
        made.append(element("w:pPr", element("w:pStyle", val=style)))
    made.extend(inlines)
    return made


def listed(number: str, *inlines: Element) -> Element:
    """An item of the list of that number."""
    made = paragraph(*inlines)
    level = element("w:numPr", element("w:ilvl", val="0"), element("w:numId", val=number))
    made.insert(0, element("w:pPr", level))
    return made


def words(line: str, *dress: Element) -> Element:
    """A paragraph of one run."""
    return paragraph(run(line, *dress)) if line else paragraph()


def bold() -> Element:
    """The property of bold text."""
    return element("w:b")


def symbol(font: str, char: str) -> Element:
    """A run that holds a symbol of a font; `char` is hexadecimal."""
    return dressed([element("w:sym", font=font, char=char)])


def inserted(*runs: Element) -> Element:
    """Runs that a tracked change put in."""
    return element("w:ins", *runs, id="901", author="Segreteria", date="2025-03-04T09:30:00Z")


def deleted(words: str) -> Element:
    """Text that a tracked change took out."""
    gone = element("w:r", text(words, "w:delText"))
    return element("w:del", gone, id="902", author="Segreteria", date="2025-03-04T09:30:00Z")


def control(properties: Sequence[Element], *content: Element) -> Element:
    """A content control around runs, paragraphs or whatever the content is."""
    return element("w:sdt", element("w:sdtPr", *properties), element("w:sdtContent", *content))


def field(instruction: str, result: Sequence[Element], data: Element | None = None) -> list[Element]:
    """A field as Word writes it: begin, instruction, separator, result, end."""
    begin = element("w:fldChar", fldCharType="begin")
    if data is not None:
        begin.append(data)
    return [
        dressed([begin]),
        dressed([text(f" {instruction} ", "w:instrText")]),
        dressed([element("w:fldChar", fldCharType="separate")]),
        *result,
        dressed([element("w:fldChar", fldCharType="end")]),
    ]


def cell(blocks: Sequence[Element], width: int, span: int = 1, merge: str = "") -> Element:
    """A cell; `merge` is ``restart`` for the first of cells merged down, ``continue`` for the others."""
    properties = element("w:tcPr", element("w:tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=str(span)))
    if merge:
        properties.append(element("w:vMerge", val=merge))
    made = element("w:tc", properties, *blocks)
    if not blocks or blocks[-1].tag != clark("w:p"):
        made.append(paragraph())
    return made


class Slot(tuple[Sequence[Element], int, str]):
    """What goes in a cell of a row: its blocks, the grid columns it covers, its merging down."""

    __slots__ = ()


def slot(blocks: Sequence[Element], span: int = 1, merge: str = "") -> Slot:
    """A slot of a row."""
    return Slot((blocks, span, merge))


Row = tuple[Slot, ...]


def row(*slots: Slot | Sequence[Element]) -> Row:
    """A row of slots; bare blocks make a slot of one column."""
    return tuple(one if isinstance(one, Slot) else slot(one) for one in slots)


def table(rows: Sequence[Row], width: int = WIDTH) -> Element:
    """A ruled table; every row covers the same number of grid columns, of equal width."""
    columns = max(sum(span for _, span, _ in line) for line in rows)
    each = width // columns
    made = element(
        "w:tbl",
        element("w:tblPr", element("w:tblStyle", val="TableGrid"), element("w:tblW", w="0", type="auto")),
        element("w:tblGrid", *(element("w:gridCol", w=str(each)) for _ in range(columns))),
    )
    for line in rows:
        made.append(
            element("w:tr", *(cell(blocks, each * span, span, merge) for blocks, span, merge in line))
        )
    return made


def inlines(block: Element) -> list[Element]:
    """What a paragraph holds, its properties left out."""
    return [copy.deepcopy(child) for child in block if child.tag != clark("w:pPr")]


def said(block: Element) -> str:
    """The text of a paragraph, as far as it is typed."""
    return "".join(part.text or "" for part in block.iter(clark("w:t")))


def plain(one: Element) -> bool:
    """Whether it is a run of bare text, with no dress and nothing but text in it."""
    return one.tag == clark("w:r") and all(child.tag == clark("w:t") for child in one)


def joined(runs: Sequence[Element]) -> list[Element]:
    """The same inlines with neighbouring plain runs made one."""
    kept: list[Element] = []
    for one in runs:
        if kept and plain(kept[-1]) and plain(one):
            both = "".join(part.text or "" for part in (*kept[-1], *one))
            kept[-1] = run(both)
        else:
            kept.append(one)
    return kept
