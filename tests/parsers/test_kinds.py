"""Files that no reader takes are called by what they are, under whatever name they come."""

from __future__ import annotations

import base64
import zipfile
from functools import partial

import pytest

from ingest.messages import CATALOGUE, failure_message
from ingest.record import Failure
from ingest.texts import LANGUAGES, Texts
from parsers.kinds import kind_of
from samples.containers import packed as samples_packed
from tests.parsers.word.builder import packed

stored = partial(samples_packed, method=zipfile.ZIP_STORED)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(stream: str) -> bytes:
    """A container of the old Office programs with a stream of that name."""
    return OLE + bytes(600) + stream.encode("utf-16-le")


MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--"
KINDS = {
    "doc": [ole("WordDocument"), OLE, b"\xdb\xa5-\x00\x01", b"1\xbe\x00\x00\x00\xab"],
    "xlsx": [ole("Workbook"), packed({"[Content_Types].xml": "", "xl/workbook.xml": ""})],
    "pptx": [ole("PowerPoint Document"), packed({"[Content_Types].xml": "", "ppt/presentation.xml": ""})],
    "msg": [ole("__properties_version1.0")],
    "works": [ole("MatOST")],
    "wpd": [b"\xffWPC\x10"],
    "rtf": [b"{\\rtf1 ciao}", b"\r\n{\\rtf1 ciao}"],
    "odt": [
        stored({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}),
        packed({"content.xml": "", "META-INF/manifest.xml": ""}),
        b'<?xml version="1.0"?><office:document xmlns:office="urn:o">',
    ],
    "pages": [packed({"Index/Document.iwa": "", "Metadata/Properties.plist": ""})],
    "epub": [stored({"mimetype": b"application/epub+zip", "a.opf": b""})],
    "html": [
        b"<!DOCTYPE html><p>ciao",
        b"\xef\xbb\xbf <HTML xmlns:o='urn:o'>",
        "<html>".encode("utf-16"),
        b"<?xml version='1.0'?><html>",
        b"<!-- nota --><table><tr>",
    ],
    "mht": [MAIL, b"From: <Saved by Blink>\r\nSubject: a\r\n" + MAIL],
    "eml": [b"From: a@example.org\r\nSubject: b\r\n\r\nciao", b"Received: by x\r\n\ty\r\n" + MAIL],
    "wordxml": [b'<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w">'],
    "p7m": [b"\x30\x82\x05\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0"],
    "image": [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00\x00\x00\x18ftypheic",
    ],
    "zip": [packed({"elenco.txt": "ciao"}), b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c"],
    "link": [b'{"url": "https://docs.google.com/document/d/x"}', b"[InternetShortcut]\r\nURL=x"],
    "text": [b"cari colleghi", "perché no: città".encode("latin-1"), ("è" * 5000).encode()],
    "unknown": [bytes(range(256)), b""],
}
CASES = [(kind, data) for kind, found in KINDS.items() for data in found]


@pytest.mark.parametrize(("kind", "data"), CASES, ids=[f"{k}-{n}" for n, (k, _) in enumerate(CASES)])
def test_a_file_is_called_by_its_content(kind: str, data: bytes) -> None:
    """The first bytes, the list of parts or the names of streams tell."""
    assert kind_of(data) == kind


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "unknown"])
def test_every_kind_has_a_sentence_of_its_own(kind: str, language: str) -> None:
    """People are told what the file is and what to do with it."""
    texts = Texts(language, CATALOGUE)
    said = failure_message(Failure("unsupported-type", kind, (("kind", kind),)), texts)
    assert said != failure_message(Failure("unsupported-type", "unknown"), texts)


@pytest.mark.parametrize("size", [0, 1, 7, 40, 4096, 5000])
def test_any_bytes_have_a_kind(size: int) -> None:
    """Whatever the bytes, the answer is a word and never an exception."""
    data = base64.b64encode(bytes(range(256)) * 20)[:size]
    assert kind_of(data).isalnum()
