"""Reading one file so that whatever is wrong with it, or with a reader, costs that file only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from ingest.record import Failure
from parsers.errors import FileError

Told: TypeAlias = Callable[[Exception], None]
"""Takes note of a bug."""

LARGEST = 200_000_000
"""Bytes; a larger file is not even opened. Readers have limits of their own below it."""

_Read = TypeVar("_Read")


def attempt(path: Path, read: Callable[[bytes], _Read], told: Told) -> _Read | Failure:
    """What `read` makes of the file's bytes, or why it cannot. Raises OSError when they cannot be had."""
    size = path.stat().st_size
    if size > LARGEST:
        return Failure("too-large", "", (("size", size),))
    data = path.read_bytes()
    try:
        return read(data)
    except FileError as error:
        return Failure(error.code, error.reason, tuple(error.facts.items()))
    except Exception as error:  # a fault in a reader must not keep the other files from being read
        told(error)
        return Failure("unreadable", "bug")
