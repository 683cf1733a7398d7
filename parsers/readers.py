"""The readers there are, and the choice of the one that a file's content asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from parsers.document import Document, Leaf
from parsers.errors import Unreadable, UnsupportedType
from parsers.kinds import kind_of


class Reader(Protocol):
    """Turns one kind of file into a Document."""

    kind: str
    suffixes: tuple[str, ...]
    """The endings such files usually carry, lower case with the dot; only to say when a name misleads."""

    def claims(self, data: bytes) -> bool:
        """Whether these bytes are of this kind, told by content and not by name. Cheap."""
        ...

    def read(self, data: bytes) -> Document:
        """The document. Raises FileError when the bytes cannot be read."""
        ...


def readers() -> tuple[Reader, ...]:
    """Every reader. Imported here and not above: a Word file needs nothing of PDF."""
    from parsers.word.reader import WordReader

    return (WordReader(), _LatePdfReader())


class _LatePdfReader:
    """The PDF reader, whose libraries are slow to import, behind the cheap question."""

    kind = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def claims(self, data: bytes) -> bool:
        return b"%PDF-" in data[:1024]

    def read(self, data: bytes) -> Document:
        from parsers.pdf.reader import PdfReader

        return PdfReader().read(data)


def read_in_order(data: bytes, pages: Sequence[Leaf]) -> Document:
    """A PDF with its pages in another order, but where that tears a sentence apart. Raises FileError."""
    from parsers.pdf.reader import PdfReader

    return PdfReader().read(data, pages)


def reader_for(data: bytes) -> Reader:
    """The one reader that takes these bytes. Raises FileError when there is none."""
    if data[:1] in (b"", b"\0") and not data.strip(b"\0"):
        raise Unreadable("empty")
    for reader in readers():
        if reader.claims(data):
            return reader
    kind = kind_of(data)
    raise UnsupportedType(kind, kind=kind)
