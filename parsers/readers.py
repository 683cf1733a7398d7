"""The readers there are, and the choice of the one that a file's content asks for."""

from __future__ import annotations

from typing import Protocol

from parsers.document import Document


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
