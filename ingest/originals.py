"""Bytes on the disk: copied while hashing, placed without overwriting, replaced whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingest import names

_CHUNK = 1 << 20
# Neither followed nor waited for: a link or a pipe that took the file's place since it was listed.
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Unstable(OSError):
    """The file changed while it was being copied."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy in the spool."""

    path: Path
    sha256: str
    size: int
    """In bytes."""


def spool(source: Path, folder: Path) -> Copy:
    """Copy a file into `folder` under its SHA-256, safe on the disk when this returns.

    Raises Unstable when the source changes meanwhile, OSError when it cannot be read or there is no room.
    """
    draft = folder / "incoming.tmp"
    with os.fdopen(os.open(source, _OPEN), "rb") as file:
        before = os.fstat(file.fileno())
        sha256, size = _write(file, draft)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or size != after.st_size:
        draft.unlink()
        raise Unstable(source)
    os.utime(draft, ns=(after.st_atime_ns, after.st_mtime_ns))
    path = folder / sha256
    draft.replace(path)
    settle(folder)
    return Copy(path, sha256, size)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with os.fdopen(os.open(path, _OPEN), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def place(source: Path, sha256: str, folder: Path, name: str) -> Path:
    """Put a copy of `source` into `folder` under that name, or with a number where another file has it.

    A file of the same bytes under the name is the copy already: a step done twice changes nothing.
    """
    for candidate in names.numbered(names.safe(name)):
        path = folder / candidate
        try:
            _put(source, path)
        except FileExistsError:
            if not path.is_file() or path.is_symlink() or sha256_of(path) != sha256:
                continue
        settle(folder)
        return path
    raise AssertionError("numbers do not end")


def place_text(text: str, folder: Path, name: str, draft: Path) -> Path:
    """Put a text file (UTF-8) into `folder` likewise; `draft` is a free path on the same disk."""
    data = text.encode("utf-8", "backslashreplace")
    draft.write_bytes(data)
    try:
        return place(draft, hashlib.sha256(data).hexdigest(), folder, name)
    finally:
        draft.unlink(missing_ok=True)


def replaced(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a new file beside `path`, then put it in its place in one step.

    Raises PermissionError where another program holds the file; the old one is whole in any case.
    """
    draft = path.with_name(f".{path.stem}.new{path.suffix}")
    try:
        write(draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Make the folder's list of names safe on the disk, where the system knows how."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(file: BinaryIO, path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as copy:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest(), size


def _put(source: Path, path: Path) -> None:
    """A second name for the same bytes; where the disk knows none, a copy. Raises FileExistsError."""
    try:
        os.link(source, path)
    except FileExistsError:
        raise
    except OSError:
        _copy_new(source, path)


def _copy_new(source: Path, path: Path) -> None:
    with path.open("xb") as copy:
        try:
            with source.open("rb") as file:
                shutil.copyfileobj(file, copy, _CHUNK)
            copy.flush()
            os.fsync(copy.fileno())
        except BaseException:
            path.unlink()
            raise
    shutil.copystat(source, path)
