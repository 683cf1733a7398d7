"""Reads Word files (docx, docm, dotx) into a Document."""

from __future__ import annotations

import zipfile
from io import BytesIO

from parsers.document import Document, Note
from parsers.errors import Unreadable
from parsers.package import ZIP_START, Package, is_encrypted_office, open_package, xml
from parsers.word_names import W, transitional
from parsers.word_walk import Walk

_TYPES = "[content_types].xml"
_FIRST_PARTS = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
_USUAL_MAIN_PART = b"word/document.xml"
_DIRECTORY = 16_384
"""How many bytes from the end on the list of parts is looked for."""
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MAIN_TYPES_WITH_MACROS = (
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
)


class WordReader:
    """The reader of Word's XML packages. Old .doc files are not its business."""

    kind = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

    def claims(self, data: bytes) -> bool:
        """Whether it is a Word package, whole or cut short, or an Office file behind a password."""
        if is_encrypted_office(data):
            return True
        if not data.startswith(ZIP_START):
            return False
        if data.startswith(_FIRST_PARTS, 30) and _USUAL_MAIN_PART in data[-_DIRECTORY:]:
            # As every office program writes it: no need to read the list of parts twice.
            return True
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            return data[30:].startswith(_FIRST_PARTS) and b"word/" in data
        return _TYPES in names and any(name.startswith("word/") for name in names)

    def read(self, data: bytes) -> Document:
        """The document. Raises FileError when the bytes cannot be read."""
        package = open_package(data)
        main = main_part(package)
        content = package.part(main)
        if content is None:
            raise Unreadable("damaged")
        body = xml(transitional(content)).find(W + "body")
        if body is None:
            raise Unreadable("damaged")
        walk = Walk(package, main)
        blocks = tuple(walk.walk(body))
        return Document(self.kind, blocks, notes=_notes(package, walk))


def main_part(package: Package) -> str:
    """The name of the part that holds the document. Raises Unreadable when there is none."""
    for found in package.relationships():
        if found.kind == "officeDocument" and not found.external and found.target.lower() in package.names:
            return found.target
    types = package.part(_TYPES)
    if types is not None:
        for element in xml(types):
            content_type = element.get("ContentType", "").lower()
            if content_type.endswith(_MAIN_TYPES) or content_type in _MAIN_TYPES_WITH_MACROS:
                return element.get("PartName", "")
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise Unreadable("damaged")


def _notes(package: Package, walk: Walk) -> tuple[Note, ...]:
    """What is to be said of the file as a whole."""
    notes = [Note("macros")] if any(name.endswith("vbaproject.bin") for name in package.names) else []
    return (*notes, *(Note("unexpected-content", name) for name in walk.unread))
