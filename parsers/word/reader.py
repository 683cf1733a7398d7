"""Reads Word files (docx, docm, dotx, and the same as one XML file) into a Document."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

from parsers.archive import ZIP_START, is_encrypted_office
from parsers.document import Document, Note
from parsers.errors import Unreadable
from parsers.package import Package, open_flat, open_package
from parsers.word.main import TYPES, body_of, is_flat, is_main_type, main_part
from parsers.word.margins import margins
from parsers.word.walk import Walk

_FIRST_PARTS = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/")
_USUAL_MAIN_PART = b"word/document.xml"
_DIRECTORY = 16_384
"""How many bytes from the end on the list of parts is looked for."""
_LEAD = 1_024
"""How many strange bytes may stand before a zip's own."""
_LARGEST_TYPES = 1_000_000


class WordReader:
    """The reader of Word's XML packages. Old .doc files are not its business."""

    kind = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

    def claims(self, data: bytes) -> bool:
        """Whether it is a Word package, whole or cut short, or an Office file behind a password."""
        if is_encrypted_office(data):
            return True
        if not data.startswith(ZIP_START):
            if is_flat(data):
                return b"wordprocessingml" in (data.replace(b"\0", b"") if b"\0" in data[:8] else data)
            if ZIP_START not in data[:_LEAD] or b"%PDF-" in data[:_LEAD]:
                return False
        elif data.startswith(_FIRST_PARTS, 30) and _USUAL_MAIN_PART in data[-_DIRECTORY:]:
            # As every office program writes it: no need to read the list of parts twice.
            return True
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return _is_word(archive)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ):
            return data[30:].startswith(_FIRST_PARTS) and b"word/" in data

    def read(self, data: bytes) -> Document:
        """The document. Raises FileError when the bytes cannot be read."""
        package = open_flat(data) if is_flat(data) else open_package(data)
        try:
            return self._read(package)
        except Unreadable as error:
            sound = package.sound() if error.reason == "damaged" else None
            if sound is None:
                raise
            document = self._read(sound)
            return replace(document, notes=(Note("damaged", "part"), *document.notes))

    def _read(self, package: Package) -> Document:
        main = main_part(package)
        body = body_of(package, main)
        walk = Walk(package, main)
        blocks = tuple(walk.walk(body))
        around = [*margins(package, main, body)]
        for chunk in walk.embedded:
            around += margins(chunk.package, chunk.part, chunk.body)
        return Document(self.kind, blocks, notes=_notes(package, walk), margins=tuple(around))


def _is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a zip is a Word package: by its folder, else by the types of its parts."""
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    if TYPES not in names:
        return _USUAL_MAIN_PART.decode() in names
    if any(name.startswith("word/") for name in names):
        return True
    types = archive.getinfo(names[TYPES])
    if types.file_size > _LARGEST_TYPES:
        return False
    with archive.open(types) as stream:
        content = stream.read(_LARGEST_TYPES).replace(b"\0", b"")
    return any(is_main_type(word) for word in content.decode("ascii", "replace").split('"'))


def _notes(package: Package, walk: Walk) -> tuple[Note, ...]:
    """What is to be said of the file as a whole."""
    notes = [Note("macros")] if any(name.endswith("vbaproject.bin") for name in package.names) else []
    # Part of the form may stand in it: what was read is then less than what was sent.
    lost = (kind if kind in ("picture", "bound") else "embedded" for kind in walk.unread)
    return (*notes, *(Note("low-confidence", kind) for kind in dict.fromkeys(lost)))
