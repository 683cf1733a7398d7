"""What people leave beside a form's text: comments, footnotes, letterheads with tables and page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.section import _Footer, _Header
from lxml import etree

from samples.wordml import Element, clark, dressed, element, field, paragraph, row, run, said, table, words

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def commented(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """Comments of somebody who looked the form over, on the first words and on the longest text."""
    part = element("w:comments")
    for number, one in enumerate((_first(blocks), _longest(blocks)), start=1):
        note = element("w:comment", words("Visto in ufficio."), id=str(number), author="Segreteria")
        part.append(note)
        place = 1 if len(one) and one[0].tag == clark("w:pPr") else 0
        one.insert(place, element("w:commentRangeStart", id=str(number)))
        one.append(element("w:commentRangeEnd", id=str(number)))
        one.append(dressed([element("w:commentReference", id=str(number))]))
    _attach(document, part, "comments", _COMMENTS)
    return blocks


def footnoted(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """A footnote to the longest text."""
    _longest(blocks).append(dressed([element("w:footnoteReference", id="1")]))
    line = element("w:footnote", paragraph(element("w:r", element("w:separator"))), type="separator", id="0")
    note = element("w:footnote", words("Dati riferiti all’anno scorso."), id="1")
    _attach(document, element("w:footnotes", line, note), "footnotes", _FOOTNOTES)
    return blocks


def headed(document: WordDocument, blocks: list[Element]) -> list[Element]:
    """A letterhead in a table, and the number of the page."""
    section = document.sections[0]
    name = [words("Consorzio dei Tigli Inventati"), words("tel. 0522 000999 – info@tigli-inventati.it")]
    _fill(section.header, table([row(name, [words("Reggio nell’Emilia")])]))
    _fill(section.footer, paragraph(run("Pagina "), *field("PAGE", [run("1")])))
    return blocks


def _fill(margin: _Header | _Footer, block: Element) -> None:
    """Puts a block before the paragraph that a header or footer always has."""
    margin.paragraphs[0]._p.addprevious(block)


def _attach(document: WordDocument, root: Element, kind: str, content_type: str) -> None:
    """Adds a part that the main part refers to."""
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(f"/word/{kind}.xml"), content_type, data, document.part.package)
    document.part.relate_to(part, f"{RELATIONSHIP_TYPE.COMMENTS.rpartition('/')[0]}/{kind}")


def _first(blocks: list[Element]) -> Element:
    return next(one for one in _paragraphs(blocks) if said(one).strip())


def _longest(blocks: list[Element]) -> Element:
    return max(_paragraphs(blocks), key=lambda one: len(said(one)))


def _paragraphs(blocks: list[Element]) -> Iterator[Element]:
    for block in blocks:
        yield from block.iter(clark("w:p"))
