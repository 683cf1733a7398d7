"""Content controls bound to values in an XML part of the file."""

from __future__ import annotations

import pytest

from parsers.document import Document, Note
from tests.parsers.word.builder import lines, p, r, read, relationships, tc

_STORE = "{0F1E2D3C-0000-4000-8000-123456789ABC}"
_DATA = '<scheda xmlns="urn:prova"><nome>Alfa Beta</nome><voce n="b">2</voce></scheda>'
_PROPERTIES = (
    f'<ds:datastoreItem ds:itemID="{_STORE.lower()}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)
_PARTS: dict[str, bytes | str] = {
    "word/_rels/document.xml.rels": relationships(("x", "customXml", "../customXml/item1.xml")),
    "customXml/item1.xml": _DATA,
    "customXml/_rels/item1.xml.rels": relationships(("p", "customXmlProps", "itemProps1.xml")),
    "customXml/itemProps1.xml": _PROPERTIES,
}


def _sdt(content: str, path: str = "/ns0:scheda[1]/ns0:nome[1]", more: str = "", store: str = _STORE) -> str:
    binding = (
        f'<w:dataBinding w:prefixMappings="xmlns:ns0=\'urn:prova\'" w:xpath="{path}" '
        f'w:storeItemID="{store}"/>'
    )
    return f"<w:sdt><w:sdtPr>{binding}{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _read(body: str) -> Document:
    return read(body, _PARTS)


def _live(document: Document) -> list[str]:
    return [line for line in lines(document) if line]


@pytest.mark.parametrize("content", ["", r(" ")])
def test_value_in_place_of_a_missing_text(content: str) -> None:
    """Word shows the value where the text was never written."""
    assert _read(p("Nome: ", _sdt(content))).notes == ()
    assert lines(_read(p("Nome:", _sdt(content)))) == ["Nome:Alfa Beta"]


def test_value_in_place_of_a_prompt() -> None:
    """A prompt that is still there gives way to the value."""
    assert lines(_read(p(_sdt(r("Fare clic qui"), more="<w:showingPlcHdr/>")))) == ["Alfa Beta"]


@pytest.mark.parametrize("body", [_sdt(p("")), f"<w:tbl><w:tr>{_sdt(tc(''))}</w:tr></w:tbl>"])
def test_value_of_a_control_around_blocks(body: str) -> None:
    """The same holds for controls around paragraphs and cells."""
    assert _live(_read(body)) == ["Alfa Beta"]


def test_text_that_agrees() -> None:
    """A text that says the same is read as it stands."""
    document = _read(p(_sdt(r("Alfa  Beta"))))
    assert (lines(document), document.notes) == (["Alfa  Beta"], ())


def test_text_that_disagrees() -> None:
    """A text that says something else is kept, and a person is asked to look."""
    document = _read(p(_sdt(r("Gamma"))))
    assert (lines(document), document.notes) == (["Gamma"], (Note("low-confidence", "bound"),))


def test_value_of_a_list() -> None:
    """A list is bound to the value of an entry, and shows its words."""
    entries = '<w:dropDownList><w:listItem w:displayText="Due" w:value="2"/></w:dropDownList>'
    assert lines(_read(p(_sdt("", "/ns0:scheda/ns0:voce", entries)))) == ["Due"]


def test_value_of_an_attribute() -> None:
    """A control may be bound to an attribute."""
    assert lines(_read(p(_sdt("", "/ns0:scheda/ns0:voce/@n")))) == ["b"]


@pytest.mark.parametrize(
    "path", ["//*", "/ns0:scheda/ns0:altro", "/ns0:scheda[last()]", "", "/ns0:scheda/ns0:nome[0]"]
)
def test_path_that_leads_nowhere(path: str) -> None:
    """Only plain paths are followed; where they lead nowhere the text stands."""
    document = _read(p(_sdt(r("Gamma"), path)))
    assert (lines(document), document.notes) == (["Gamma"], ())


def test_store_that_is_not_there() -> None:
    """A control bound to another file's store is read by its text."""
    document = _read(p(_sdt(r("Gamma"), store="{00000000-0000-0000-0000-000000000000}")))
    assert (lines(document), document.notes) == (["Gamma"], ())
