"""The zip container: refused before it is unpacked, or read part by part."""

from __future__ import annotations

import struct
import warnings
import zipfile
from io import BytesIO

import pytest

from parsers import archive, markup
from parsers.errors import Encrypted, FileError, TooLarge, Unreadable
from parsers.package import open_package
from tests.parsers.word.builder import packed, relationships


def _reason(error: type[FileError], data: bytes) -> str:
    with pytest.raises(error) as caught:
        open_package(data)
    return caught.value.reason


def test_part_by_any_spelling() -> None:
    """A part is found whatever the case, slash or escape of its name."""
    opened = open_package(packed({"Word/A b.xml": b"x"}))
    assert [opened.part(name) for name in ("word/a b.xml", "/word/A%20b.xml", "word/c")] == [b"x", b"x", None]


def test_relationships_are_relative_to_the_part() -> None:
    """Targets of a part's relationships are names of parts."""
    rels = relationships(
        ("a", "image", "media/x.png"),
        ("b", "image", "/word/y.png"),
        ("c", "image", "../z.png"),
        ("d", "image", "media\\x%20y.png"),
        ("e", "image", "../../../etc/z.png"),
    )
    opened = open_package(packed({"word/_rels/document.xml.rels": rels}))
    found = opened.relationships("word/document.xml")
    assert [one.target for one in found] == [
        "word/media/x.png",
        "word/y.png",
        "z.png",
        "word/media/x y.png",
        "etc/z.png",
    ]


def test_external_relationship() -> None:
    """A target outside the package is no part."""
    rels = relationships(("a", "hyperlink", "https://example.org/a"), mode='TargetMode="External"')
    (found,) = open_package(packed({"_rels/.rels": rels})).relationships()
    assert (found.external, found.target) == (True, "https://example.org/a")


def test_empty_file() -> None:
    """No bytes at all is an empty file."""
    assert _reason(Unreadable, b"") == "empty"


def test_zip_without_parts() -> None:
    """A zip with nothing in it is an empty file."""
    assert _reason(Unreadable, packed({})) == "empty"


def test_cut_file() -> None:
    """A zip that lost its end is cut short."""
    data = packed({"word/document.xml": b"x" * 5000})
    assert _reason(Unreadable, data[:-40]) == "truncated"


def test_locked_office_file() -> None:
    """An Office file behind a password is named so."""
    data = archive.OLE_START + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert _reason(Encrypted, data) == "password"


def test_encrypted_entry() -> None:
    """A zip with a locked part is encrypted."""
    data = bytearray(packed({"word/document.xml": b"x"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert _reason(Encrypted, bytes(data)) == "password"


def test_too_many_parts() -> None:
    """More parts than any form has are refused."""
    assert _reason(TooLarge, packed({f"{n}": b"" for n in range(2001)})) == "too-many-parts"


def test_bomb() -> None:
    """A part that packs beyond belief is refused before it is unpacked."""
    assert _reason(TooLarge, packed({"word/document.xml": bytes(2**21)})) == "unpacks-too-large"


def test_lying_total() -> None:
    """A declared size above the limit is refused, whatever is really there."""
    data = bytearray(packed({"a": b"x"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 60 * 2**20)
    assert _reason(TooLarge, bytes(data)) == "unpacks-too-large"


def test_duplicate_parts() -> None:
    """Two parts of one name are refused: readers would differ on which one counts."""
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "a")
        archive.writestr("word/Document.xml", "b")
    assert _reason(Unreadable, buffer.getvalue()) == "duplicate-parts"


def test_overlapping_parts() -> None:
    """Two parts that share their bytes are refused."""
    data = bytearray(packed({"a": b"x" * 100, "b": b"y" * 100}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 42 : at + 46] = struct.pack("<I", 0)
    assert _reason(Unreadable, bytes(data)) == "overlapping-parts"


def test_damaged_part() -> None:
    """A part whose bytes do not unpack is damage, said when it is read."""
    data = bytearray(packed({"a": bytes(range(256)) * 8}))
    data[40:60] = bytes(20)
    with pytest.raises(Unreadable):
        open_package(bytes(data)).part("a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_type(encoding: str) -> None:
    """A part with a document type is refused in any encoding."""
    text = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    with pytest.raises(Unreadable) as caught:
        markup.xml(text.encode(encoding))
    assert caught.value.reason == "dtd"


def test_too_many_elements() -> None:
    """A part of countless tiny elements is refused before it is parsed."""
    with pytest.raises(TooLarge):
        markup.xml(b"<a>" + b"<b/>" * 2_000_001 + b"</a>")


def test_a_drawing_may_be_mostly_blank() -> None:
    """Pictures stored as they are drawn pack a thousandfold, and nothing of them is parsed."""
    data = packed({"word/document.xml": b"x", "word/media/image1.emf": bytes(2**21)})
    assert open_package(data).has("word/media/image1.emf")
