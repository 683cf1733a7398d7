"""Whose files the Word reader claims, and that whatever they hold ends in a document or a refusal."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.archive import OLE_START
from parsers.document import Document, Note
from parsers.errors import FileError, Unreadable
from parsers.word.reader import WordReader
from tests.parsers.word.builder import (
    checkbox,
    document_xml,
    field,
    lines,
    p,
    packed,
    r,
    read,
    table,
    tc,
    word,
)


def test_claims_a_file_of_python_docx() -> None:
    """A file that python-docx writes is a Word file and reads."""
    made = docx.Document()
    made.add_paragraph("☒ Alfa")
    buffer = BytesIO()
    made.save(buffer)
    assert WordReader().claims(buffer.getvalue())
    assert lines(WordReader().read(buffer.getvalue())) == ["[☒] Alfa"]


def test_claims_a_cut_word_file() -> None:
    """A Word file that lost its end is still one, so that it is named as cut short."""
    assert WordReader().claims(word(p("a"))[:-30])


def test_claims_a_locked_office_file() -> None:
    """A file behind a password is claimed, so that it is named as encrypted."""
    assert WordReader().claims(OLE_START + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
        packed({"word/scheda.docx": b"a"}),
        OLE_START + bytes(600),
    ],
)
def test_claims_nothing_else(data: bytes) -> None:
    """Spreadsheets, archives, old Word files and the rest are others' business."""
    assert not WordReader().claims(data)


def test_main_part_of_another_name() -> None:
    """The main part is found through the relationships, whatever its name."""
    assert lines(WordReader().read(word(p("Alfa"), main="word/document2.xml"))) == ["Alfa"]


def test_strict_namespace() -> None:
    """A file of the Strict standard reads like any other."""
    xml = document_xml(p("☒ Alfa"))
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = packed({"[Content_Types].xml": "<a/>", "word/document.xml": strict})
    assert lines(WordReader().read(data)) == ["[☒] Alfa"]


def test_macros_are_noted() -> None:
    """A file with macros says so."""
    assert read(p("a"), {"word/vbaProject.bin": b"x"}).notes == (Note("macros"),)


def test_no_main_part() -> None:
    """A package without a document is unreadable."""
    with pytest.raises(Unreadable):
        WordReader().read(packed({"[Content_Types].xml": "<a/>", "word/styles.xml": "<a/>"}))


def test_deep_nesting() -> None:
    """Tables nested beyond any form are refused, not followed."""
    body = p("a")
    for _ in range(70):
        body = table((tc(body),))
    with pytest.raises(Unreadable) as caught:
        read(body)
    assert caught.value.reason in ("nesting", "damaged")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_end_in_a_document_or_a_file_error(data: st.DataObject) -> None:
    """Whatever bytes are changed, the reader returns or raises a FileError, nothing else."""
    whole = bytearray(word(table(("☐ Alfa", p(checkbox("", r("☐"))))) + p(field("FORMCHECKBOX"))))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    reader = WordReader()
    reader.claims(bytes(whole))
    with suppress(FileError):
        assert isinstance(reader.read(bytes(whole)), Document)
