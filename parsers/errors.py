"""Why a file as a whole could not be read: caught once a file and turned into an outcome."""

from __future__ import annotations


class FileError(Exception):
    """A file that cannot be read. `code` is a finding code; `facts` fill the sentence for people."""

    code = "unreadable"

    def __init__(self, reason: str = "damaged", **facts: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        """A stable word that picks the sentence: ``damaged``, ``empty``, ``truncated``, ``scan`` …"""
        self.facts = facts


class Unreadable(FileError):
    """Damaged, empty, cut short, or nothing in it that can be read."""


class Encrypted(FileError):
    """Needs a password to open."""

    code = "encrypted"


class TooLarge(FileError):
    """Larger, or unpacking to more, than any form can be."""

    code = "too-large"


class UnsupportedType(FileError):
    """A kind of file no reader takes."""

    code = "unsupported-type"
