"""Word files of which a part is damaged: what is whole is read, and it is said."""

from __future__ import annotations

import pytest

from parsers.document import Document
from parsers.errors import Unreadable
from parsers.word.reader import WordReader
from tests.parsers.word.builder import document_xml, lines, p, relationships, word

RELS = relationships(
    ("r1", "styles", "styles.xml"), ("r2", "numbering", "numbering.xml"), ("r3", "comments", "comments.xml")
)
LISTED = (
    "<w:p><w:pPr><w:pStyle w:val='A'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>Alfa</w:t></w:r></w:p>"
)
BROKEN = '<w:styles ingdings lvlText w:val="\uf0a8"><w:style></w:styles>'


def said(document: Document) -> list[str]:
    """The codes of the notes on the file."""
    return [note.code for note in document.notes]


@pytest.mark.parametrize("part", ["styles.xml", "numbering.xml", "_rels/document.xml.rels"])
def test_a_damaged_part_beside_the_text_costs_itself_only(part: str) -> None:
    """The form is read without it, with a note that the file was damaged."""
    document = WordReader().read(
        word(p("☒ Beta") + LISTED, {"word/_rels/document.xml.rels": RELS, f"word/{part}": BROKEN})
    )
    assert lines(document) == ["[☒] Beta", "Alfa"]
    assert said(document) == ["damaged"]


def test_a_part_that_packs_wrongly_is_left_out() -> None:
    """Its bytes do not fit their sum; the text's do."""
    data = word(LISTED, {"word/_rels/document.xml.rels": RELS, "word/numbering.xml": "<!--lvlText-->" * 9})
    at = data.index(b"word/numbering.xml") + len(b"word/numbering.xml")
    broken = data[:at] + bytes(3) + data[at + 3 :]
    document = WordReader().read(broken)
    assert lines(document) == ["Alfa"]
    assert said(document) == ["damaged"]


def test_tags_that_close_nothing_are_passed_over() -> None:
    """A known fault of an office program: all text is kept, and the file is said to be damaged."""
    body = "<w:p><w:r><w:t>Uno</w:t></w:r></w:sdtContent></w:sdt></w:p>" + p("☒ Due")
    document = WordReader().read(word(body))
    assert lines(document) == ["Uno", "[☒] Due"]
    assert said(document) == ["damaged"]


def test_a_text_that_was_cut_short_is_refused() -> None:
    """What follows is not known: half a form is not passed off as one."""
    whole = document_xml(p("Uno") + p("Due"))
    with pytest.raises(Unreadable):
        WordReader().read(word("", {"word/document.xml": whole[: whole.index("Due")]}))


def test_a_whole_file_is_not_said_to_be_damaged() -> None:
    """No note without cause."""
    assert said(WordReader().read(word(p("Uno")))) == []
