"""The zip archive that an Office file is: looked at before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
from functools import lru_cache
from io import BytesIO
from urllib.parse import unquote

from parsers.errors import Encrypted, TooLarge, Unreadable

MAX_ENTRIES = 2_000
MAX_TOTAL = 200 * 2**20
MAX_PART = 50 * 2**20
MAX_RATIO = 200
"""Unpacked to packed; looked at above one mebibyte, since small parts of blanks pack better."""

_BLANK_PICTURES = (".emf", ".wmf", ".bmp", ".tif", ".tiff")
"""Pictures that are stored as they are drawn: nothing in them is parsed, and they pack a thousandfold."""

ZIP_START = b"PK\x03\x04"
ZIP_EMPTY = b"PK\x05\x06"
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def is_encrypted_office(data: bytes) -> bool:
    """Whether this is an Office file behind a password: a package inside an OLE container."""
    return data.startswith(OLE_START) and _ENCRYPTED_STREAM in data


@lru_cache(maxsize=1024)
def part_name(name: str) -> str:
    """A part's name as it is compared; packages use the same few names again and again."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The zip archive, nothing unpacked. Raises Unreadable."""
    if not data or data.startswith(ZIP_EMPTY):
        raise Unreadable("empty")
    try:
        return zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError) as error:
        # The list of parts is the last thing in a zip: without it the file was cut short.
        reason = "damaged" if ZIP_EMPTY in data[-66_000:] else "truncated"
        raise Unreadable(reason) from error


def check(archive: zipfile.ZipFile, size: int) -> None:
    """Refuses what would unpack to too much, is locked or is built to deceive; `size` in bytes."""
    entries = archive.infolist()
    if not entries:
        raise Unreadable("empty")
    if len(entries) > MAX_ENTRIES:
        raise TooLarge("too-many-parts")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Encrypted("password")
    if len({part_name(entry.filename) for entry in entries}) < len(entries):
        raise Unreadable("duplicate-parts")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL or any(map(_is_bomb, entries)):
        raise TooLarge("unpacks-too-large")
    _check_overlap(entries, size)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    """Whether a part unpacks to more than a form's part can; drawings and bitmaps are mostly blank."""
    if entry.file_size > MAX_PART:
        return True
    if entry.filename.lower().endswith(_BLANK_PICTURES):
        return False
    return entry.file_size > 2**20 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _check_overlap(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuses parts that share bytes or reach past the file's end."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise Unreadable("overlapping-parts")
        # A local header has 30 bytes, then the name, then at least nothing else.
        end = entry.header_offset + 30 + entry.compress_size
    if end > size:
        raise Unreadable("truncated")
