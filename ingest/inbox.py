"""What lies in the inbox and is ready to be read; files are looked at here, never touched.

A file that is still being copied is left for the next pass. It is ready when its structural end is
there, or when nobody has changed it for a while.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from ingest import names

QUIET = 5.0
"""Seconds without a change after which a file without a known end is taken as complete."""
EMPTY_QUIET = 900.0
"""The same for an empty file: whoever makes it may be about to fill it."""

_TAIL = 66_000  # a zip's end record may be followed by a comment of 65,535 bytes


@dataclass(frozen=True, slots=True)
class Arrival:
    """A regular file in the inbox, as it was when looked at."""

    path: Path
    source: str
    """Its path seen from the inbox, with ``/``."""
    group: str
    """The sub-folder it lies in, with ``/``, or ``""``."""
    size: int
    """In bytes."""
    changed: float
    """Seconds since 1970, never later than the look itself."""

    @property
    def name(self) -> str:
        """The file's name alone."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Inbox:
    """What one look found, each in the order of arrival (time of change, then name)."""

    ready: tuple[Arrival, ...]
    waiting: tuple[Arrival, ...]


def scan(
    folder: Path,
    now: datetime,
    quiet: float = QUIET,
    empty_quiet: float = EMPTY_QUIET,
    complete: frozenset[str] = frozenset(),
) -> Inbox:
    """Look once through the inbox and its sub-folders; symbolic links and litter are passed over.

    `now` has a time zone; `quiet` and `empty_quiet` are seconds; `complete` names the sources
    (as in `Arrival.source`) known to be whole because the program itself put them there.
    """
    ready: list[Arrival] = []
    waiting: list[Arrival] = []
    for arrival in sorted(_arrivals(folder, now.timestamp()), key=_order):
        patience = quiet if arrival.size else empty_quiet
        is_old = now.timestamp() - arrival.changed >= patience
        is_ready = arrival.source in complete or is_old or has_end(arrival.path)
        (ready if is_ready else waiting).append(arrival)
    return Inbox(tuple(ready), tuple(waiting))


def files(folder: Path) -> Iterator[Path]:
    """Every regular file under a folder but litter and what symbolic links lead to, in sorted order."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if names.ignored(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def has_end(path: Path) -> bool:
    """Whether the file's content ends as its kind ends: a quick look at its first and last bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(1024)
            size = file.seek(0, os.SEEK_END)
            start = file.seek(max(0, size - _TAIL))
            tail = file.read()
    except OSError:
        return False
    return _ends(head, tail, start)


def _arrivals(folder: Path, now: float) -> Iterator[Arrival]:
    for path in files(folder):
        try:
            status = path.lstat()
        except FileNotFoundError:
            continue  # taken away between the listing and the look
        if stat.S_ISREG(status.st_mode):
            source = PurePosixPath(path.relative_to(folder).as_posix())
            group = source.parent.as_posix()
            yield Arrival(
                path, str(source), "" if group == "." else group, status.st_size, _changed(status, now)
            )


def _changed(status: os.stat_result, now: float) -> float:
    """The time of the last change; a time that has not come yet says nothing, so another is taken."""
    if status.st_mtime <= now:
        return status.st_mtime
    return status.st_ctime if status.st_ctime <= now else 0.0


def _order(arrival: Arrival) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    # Whole seconds: files unpacked or copied together arrive together, and are told apart by name.
    return int(arrival.changed), names.natural(arrival.source)


def _ends(head: bytes, tail: bytes, start: int) -> bool:
    if head.startswith(b"PK\x03\x04"):
        return _zip_ends(tail, start)
    if b"%PDF-" in head:
        return b"%%EOF" in tail[-1024:]
    if head.startswith(b"{\\rtf"):
        return tail.rstrip(b"\x00\r\n \t").endswith(b"}")
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"IEND" in tail[-16:]
    if head.startswith(b"\xff\xd8\xff"):
        return tail.rstrip(b"\x00").endswith(b"\xff\xd9")
    return False


def _zip_ends(tail: bytes, start: int) -> bool:
    """Whether the end record stands there and the directory it points to lies before it."""
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        return False
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    offset = int.from_bytes(tail[at + 16 : at + 20], "little")
    return offset == 0xFFFFFFFF or offset + size <= start + at
