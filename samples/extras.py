"""What comes with a returned form that is no answer: letterheads, letters, frames, a program's own traces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docx.document import Document as WordDocument

from samples.answers import Expected
from samples.asides import commented, footnoted, headed
from samples.wordml import Element, clark, control, element, paragraph, row, slot, table, words

Change: TypeAlias = Callable[[WordDocument, list[Element]], list[Element]]
"""From the document and its blocks to the blocks as they are returned."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Something about the document as a whole, with what a right reading says of it."""

    change: Change
    notes: Expected = ()
    """Findings of severity info about the file as a whole; their field is None."""


UNEXPECTED: Expected = ((None, "unexpected-content"),)


def _nothing(document: WordDocument, blocks: list[Element]) -> list[Element]:
    return blocks


def _letterhead(document: WordDocument, blocks: list[Element]) -> list[Element]:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Cooperativa – via dei Tigli Inventati 5 – tel. 0522 000999"
    section.footer.paragraphs[0].text = "ufficio@carta-intestata.it"
    return blocks


def _letter(document: WordDocument, blocks: list[Element]) -> list[Element]:
    said = (
        "Gentile segreteria,",
        "vi rimandiamo la scheda compilata.",
        "Cordiali saluti",
    )
    return [*(words(line) for line in said), *blocks]


def _signature(document: WordDocument, blocks: list[Element]) -> list[Element]:
    return [*blocks, paragraph(), words("Data 04/03/2025"), words("Firma: il presidente")]


def _framed(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """The whole form in the only cell of a table, as when it is pasted from an e-mail."""
    return [table([row(blocks)]), paragraph()]


def _in_columns(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """The whole form beside an empty column."""
    return [table([row(slot(blocks, 9), slot([], 1))]), paragraph()]


def _tables_controlled(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """Every table in a content control."""
    return [_controlled(block) if block.tag == clark("w:tbl") else block for block in blocks]


def _rows_controlled(document: WordDocument, blocks: list[Element]) -> list[Element]:
    return _each_controlled(blocks, "w:tr")


def _cells_controlled(document: WordDocument, blocks: list[Element]) -> list[Element]:
    return _each_controlled(blocks, "w:tc")


def _each_controlled(blocks: list[Element], tag: str) -> list[Element]:
    for block in blocks:
        for found in list(block.iter(clark(tag))):
            parent = found.getparent()
            if parent is not None:
                place = parent.index(found)
                parent.insert(place, _controlled(found))
    return blocks


def _controlled(content: Element) -> Element:
    return control([element("w:id", val="70099999")], content)


def _traces(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """Bookmarks, spelling marks, page breaks as last shown, smart tags: what Word leaves in a file."""
    for block in blocks:
        for number, run in enumerate(list(block.iter(clark("w:r")))):
            parent = run.getparent()
            if parent is not None and parent.tag == clark("w:p"):
                _trace(parent, run, number)
    return blocks


def _trace(parent: Element, run: Element, number: int) -> None:
    place = parent.index(run)
    if number % 3 == 0:
        parent.insert(place, element("w:proofErr", type="spellStart"))
        parent.insert(place + 2, element("w:proofErr", type="spellEnd"))
    elif number % 3 == 1:
        parent.insert(place, element("w:bookmarkStart", id=str(number), name=f"_Segno{number}"))
        parent.insert(place + 2, element("w:bookmarkEnd", id=str(number)))
    elif run.find(clark("w:fldChar")) is None:
        parent.insert(place, element("w:smartTag", run, element="luogo", uri="schemas-inventate"))


EXTRAS: Mapping[str, Extra] = {
    "none": Extra(_nothing),
    "letterhead": Extra(_letterhead, UNEXPECTED),
    "letterhead-table": Extra(headed, UNEXPECTED),
    "commented": Extra(commented),
    "footnoted": Extra(footnoted),
    "letter": Extra(_letter, UNEXPECTED),
    "signature": Extra(_signature, UNEXPECTED),
    "framed": Extra(_framed),
    "in-columns": Extra(_in_columns),
    "tables-controlled": Extra(_tables_controlled),
    "rows-controlled": Extra(_rows_controlled),
    "cells-controlled": Extra(_cells_controlled),
    "traces": Extra(_traces),
}
"""Which of these comes with the form."""
