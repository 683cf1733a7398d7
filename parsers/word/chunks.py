"""Files that a Word document embeds whole (``w:altChunk``): which of them are read, and as what."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message

from parsers.errors import FileError
from parsers.kinds import kind_of
from parsers.package import Held, Package, Relationship, open_flat, open_package
from parsers.word.hypertext import Page, from_hypertext, from_text
from parsers.word.main import body_of, is_flat, main_part
from parsers.word.names import Element

MAX_LEVEL = 3
"""How deep files may be embedded in one another."""
_MAX_FILES = 40
_MAX_BYTES = 20 * 2**20
_MAX_PIECES = 400
_PAGES = ("html", "htm", "xhtml")


@dataclass(frozen=True, slots=True)
class Chunk:
    """An embedded file, ready to be walked."""

    body: Element
    package: Package
    part: str
    """The part that the body's references belong to."""
    lost: bool = False
    """Whether something that it shows did not come with it."""


class Chunks:
    """The embedded files of one document, as many and as large as a form can hold."""

    def __init__(self) -> None:
        self._files = _MAX_FILES
        self._bytes = _MAX_BYTES

    def opened(self, package: Package, relationship: Relationship | None, level: int) -> Chunk | str:
        """The embedded file, or the kind of one that is not read; ``missing`` where it is not there.

        `level` says how deep it is embedded.
        """
        data = package.part(relationship.target) if relationship and not relationship.external else None
        if relationship is None or data is None:
            return "missing"
        self._files -= 1
        self._bytes -= len(data)
        if level >= MAX_LEVEL or self._files < 0 or self._bytes < 0:
            return "large"
        try:
            return self._chunk(data, relationship.target)
        except FileError as error:
            return error.reason

    def _chunk(self, data: bytes, name: str) -> Chunk | str:
        if is_flat(data) or data.startswith(b"PK"):
            return self._document(data)
        kind = kind_of(data)
        suffix = name.rpartition(".")[2].lower()
        if kind == "mht" or (kind == "eml" and suffix in ("mht", "mhtml")):
            return _archive(data)
        if kind == "html" or (kind == "text" and suffix in _PAGES):
            return _of_page(from_hypertext(data))
        if kind == "text":
            return _of_page(Page(from_text(data)))
        return kind

    def _document(self, data: bytes) -> Chunk:
        package = open_flat(data) if is_flat(data) else open_package(data)
        main = main_part(package)
        self._bytes -= len(package.part(main) or b"")
        return Chunk(body_of(package, main), package, main)


def _archive(data: bytes) -> Chunk | str:
    """The page of a web archive: its first part of HTML, else of text, with the pictures beside it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pieces = [piece for piece, _ in zip(message.walk(), range(_MAX_PIECES), strict=False)]
    inside = dict(_pictures(pieces))
    for wanted in ("text/html", "application/xhtml+xml", "text/plain"):
        for piece in pieces:
            content = piece.get_payload(decode=True)
            if piece.get_content_type() == wanted and isinstance(content, bytes):
                charset = str(piece.get_content_charset() or "")
                if wanted == "text/plain":
                    return _of_page(Page(from_text(content, charset)))
                return _of_page(from_hypertext(content, charset, inside))
    return "mht"


def _pictures(pieces: Sequence[Message]) -> Iterator[tuple[str, bytes]]:
    """The pictures of a web archive, by each of their addresses."""
    for piece in pieces:
        content = piece.get_payload(decode=True) if piece.get_content_maintype() == "image" else None
        if isinstance(content, bytes):
            address = str(piece.get("Content-Location", ""))
            yield address, content
            yield address.rpartition("/")[2], content
            yield "cid:" + str(piece.get("Content-ID", "")).strip("<> "), content


def _of_page(page: Page) -> Chunk:
    """A page as a small package of its own, in which its pictures are parts."""
    names = {f"p{number}": f"p{number}" for number in range(1, len(page.pictures) + 1)}
    relations = "".join(f'<r Id="{name}" Type="image" Target="{name}"/>' for name in names)
    parts = dict(zip(names, page.pictures, strict=True))
    parts["_rels/page.rels"] = f"<r>{relations}</r>".encode()
    return Chunk(page.body, Package(Held(parts)), "page", page.lost)
