"""The OLE compound file: streams by name, in bounded time and memory.

Only what an embedded control needs: the streams that stand at the root. [MS-CFB]
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_STREAM = 2**20
"""Bytes of a stream; a control's are a few hundred."""
MAX_SECTORS = 2**16
_IN_HEADER = 109
_LAST = 0xFFFFFFFA
"""Sector numbers from here on mean an end, a free sector or a table's own."""
_ENTRY = 128
_ROOT, _STREAM = 5, 2


@dataclass(frozen=True, slots=True)
class _Entry:
    """A directory entry."""

    name: str
    kind: int
    start: int
    size: int


def streams(data: bytes) -> dict[str, bytes]:
    """The streams of a compound file by name; none where the bytes are no such file, or damaged."""
    try:
        return _streams(data) if data.startswith(START) else {}
    except (struct.error, IndexError, ValueError):
        return {}


def _streams(data: bytes) -> dict[str, bytes]:
    size, small_size = 1 << _short(data, 30), 1 << _short(data, 32)
    if size not in (512, 4096) or small_size != 64:
        raise ValueError("sector size")
    table = _table(data, size)
    directory = _joined(data, _chain(table, _long(data, 48)), size, size)
    entries = [_entry(directory[at : at + _ENTRY]) for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    root = next(entry for entry in (*entries, _Entry("", _ROOT, _LAST, 0)) if entry.kind == _ROOT)
    small_table = _numbers(_joined(data, _chain(table, _long(data, 60)), size, size))
    small = _joined(data, _chain(table, root.start), size, size)
    cutoff = _long(data, 56)
    found: dict[str, bytes] = {}
    for entry in entries:
        if entry.kind != _STREAM or entry.size > MAX_STREAM:
            continue
        if entry.size < cutoff:
            whole = _joined(small, _chain(small_table, entry.start), small_size, 0)
        else:
            whole = _joined(data, _chain(table, entry.start), size, size)
        found.setdefault(entry.name, whole[: entry.size])
    return found


def _table(data: bytes, size: int) -> Sequence[int]:
    """The number of the next sector for every sector."""
    sectors = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    following = _long(data, 68)
    for _ in range(_long(data, 72) if following < _LAST else 0):
        if len(sectors) > MAX_SECTORS or following >= _LAST:
            break
        *more, following = _numbers(data[(following + 1) * size : (following + 2) * size])
        sectors += more
    own = [sector for sector in sectors if sector < _LAST]
    return _numbers(_joined(data, own[: MAX_SECTORS * 4 // size + 1], size, size))


def _chain(table: Sequence[int], start: int) -> list[int]:
    """The sectors of a chain; it ends where it comes round."""
    found: list[int] = []
    seen: set[int] = set()
    while start < _LAST and start not in seen and start < len(table):
        seen.add(start)
        found.append(start)
        start = table[start]
    return found


def _joined(data: bytes, sectors: Sequence[int], size: int, first: int) -> bytes:
    """The bytes of these sectors, which lie behind a header of `first` bytes."""
    limit = 2 * MAX_STREAM // size
    return b"".join(data[first + sector * size : first + (sector + 1) * size] for sector in sectors[:limit])


def _entry(data: bytes) -> _Entry:
    length = min(_short(data, 64), 64)
    name = data[: max(length - 2, 0)].decode("utf-16-le", "replace")
    return _Entry(name, data[66], _long(data, 116), _long(data, 120))


def _numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _short(data: bytes, at: int) -> int:
    (value,) = struct.unpack_from("<H", data, at)
    return int(value)


def _long(data: bytes, at: int) -> int:
    (value,) = struct.unpack_from("<I", data, at)
    return int(value)
