"""What keeps the program from doing its work: wrong set-up, or work that could not be finished.

Not for files that cannot be read: those are outcomes, and the run goes on.
"""

from __future__ import annotations

import errno
from enum import IntEnum


class Exit(IntEnum):
    """The program's exit status."""

    DONE = 0
    """Done; what the forms say is data, not failure."""
    LOOK = 1
    """Done, and with --strict something needs a person or a file was rejected."""
    USE = 2
    """Wrong use or set-up."""
    UNFINISHED = 3
    """Could not finish, nothing lost."""


class Trouble(Exception):
    """`key` picks the sentence in the table ``trouble`` of ingest/texts/cli, `facts` fill it."""

    status = Exit.UNFINISHED

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts


class SetUp(Trouble):
    """A folder, a setting or a definition that is not as it has to be."""

    status = Exit.USE


class Unfinished(Trouble):
    """Work that stopped half way and can be taken up again by the same command."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def of_system(error: OSError) -> Trouble:
    """The trouble behind an error of the operating system."""
    path = str(error.filename or "")
    if error.errno in _FULL:
        return Unfinished("full", path=path)
    if error.errno in _CLOSED:
        return SetUp("closed", path=path)
    return Unfinished("system", path=path, reason=error.strerror or type(error).__name__)


def is_full(error: OSError) -> bool:
    """Whether there is no space left: no further file can be taken in."""
    return error.errno in _FULL
