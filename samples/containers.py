"""The same document in other containers: what programs make of a Word file that people never see."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable, Mapping

Parts = dict[str, bytes]

_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (_OFFICE, b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (b"http://schemas.openxmlformats.org/drawingml/2006/", b"http://purl.oclc.org/ooxml/drawingml/"),
)
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def parts_of(data: bytes) -> Parts:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def _each(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """The change done to every part that is XML."""

    def changed(data: bytes) -> bytes:
        parts = parts_of(data).items()
        return packed({name: change(part) if _is_xml(name) else part for name, part in parts})

    return changed


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _strict(part: bytes) -> bytes:
    for usual, strict in _STRICT:
        part = part.replace(usual, strict)
    return part


def _wide(part: bytes) -> bytes:
    """Two bytes a character."""
    text = _DECLARATION.sub(b"", part.removeprefix(b"\xef\xbb\xbf")).decode()
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


def _marked(part: bytes) -> bytes:
    """A byte order mark before it."""
    return b"\xef\xbb\xbf" + part.removeprefix(b"\xef\xbb\xbf")


def _renamed(data: bytes) -> bytes:
    """Another folder, and another name for the main part."""
    parts = parts_of(data).items()
    return packed({_moved(name): _pointing(part) if _is_xml(name) else part for name, part in parts})


def _moved(name: str) -> str:
    return name.replace("document.xml", "principale.xml").replace("word/", "testo/")


def _pointing(part: bytes) -> bytes:
    part = part.replace(b"word/document.xml", b"testo/principale.xml")
    return part.replace(b'"/word/', b'"/testo/').replace(b'"word/', b'"testo/')


def _typed(data: bytes) -> bytes:
    """Only the types of the parts tell which is the main one."""
    return packed({name: part for name, part in parts_of(_renamed(data)).items() if name != "_rels/.rels"})


def _flat(data: bytes) -> bytes:
    """One XML file."""
    parts: list[str] = []
    for name, part in parts_of(data).items():
        if name == "[Content_Types].xml":
            continue
        if _is_xml(name):
            content = f"<pkg:xmlData>{_DECLARATION.sub(b'', part).decode()}</pkg:xmlData>"
        else:
            content = f"<pkg:binaryData>{base64.encodebytes(part).decode()}</pkg:binaryData>"
        parts.append(f'<pkg:part pkg:name="/{name}">{content}</pkg:part>')
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{_PACKAGE}">{"".join(parts)}</pkg:package>'.encode()


def _embedded(data: bytes) -> bytes:
    """The whole document as a file inside another one."""
    parts = parts_of(data)
    main, relations = "word/document.xml", "word/_rels/document.xml.rels"
    head = re.sub(rb"<w:document", b'<w:document xmlns:k="' + _OFFICE + b'"', parts[main], count=1)
    chunk = b'<w:body><w:altChunk k:id="intero"/></w:body></w:document>'
    related = b'<Relationship Id="intero" Type="' + _OFFICE + b'/aFChunk" Target="/word/intero.docx"/>'
    return packed(
        {
            **parts,
            main: head[: head.index(b"<w:body>")] + chunk,
            relations: parts[relations].replace(b"</Relationships>", related + b"</Relationships>"),
            "word/intero.docx": data,
        }
    )


def _led(data: bytes) -> bytes:
    """Lines of a transfer before the file's own bytes."""
    return b"Content-Type: application/octet-stream\r\n\r\n" + data


CONTAINERS: Mapping[str, Callable[[bytes], bytes]] = {
    "strict": _each(_strict),
    "wide": _each(_wide),
    "strict-wide": _each(lambda part: _wide(_strict(part))),
    "marked": _each(_marked),
    "renamed": _renamed,
    "typed": _typed,
    "flat": _flat,
    "embedded": _embedded,
    "led": _led,
    "stored": lambda data: packed(parts_of(data), zipfile.ZIP_STORED),
    "backslashes": lambda data: packed({n.replace("/", "\\"): part for n, part in parts_of(data).items()}),
}
"""Containers that change nothing of what is read."""
