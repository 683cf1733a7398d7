"""The zip container of an Office file: checked before anything is unpacked, then read part by part.

It knows parts, relationships and safe XML; what the parts mean is the reader's.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Protocol
from urllib.parse import unquote

from lxml import etree

from parsers.errors import Encrypted, TooLarge, Unreadable

MAX_ENTRIES = 2_000
MAX_TOTAL = 200 * 2**20
MAX_PART = 50 * 2**20
MAX_RATIO = 200
"""Unpacked to packed; looked at above one mebibyte, since small parts of blanks pack better."""
MAX_ELEMENTS = 2_000_000
"""Opening and closing tags of one part: each costs some hundred bytes once parsed."""

_TAG = re.compile(rb"<(?P<end>/?)(?P<name>[^\s<>/!?]+)[^<>]*?(?P<empty>/?)>")
_XML = (".xml", ".rels")
_BLANK_PICTURES = (".emf", ".wmf", ".bmp", ".tif", ".tiff")
"""Pictures that are stored as they are drawn: nothing in them is parsed, and they pack a thousandfold."""

ZIP_START = b"PK\x03\x04"
ZIP_EMPTY = b"PK\x05\x06"
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part refers to."""

    id: str
    kind: str
    """The last word of its type: ``image``, ``officeDocument``, ``numbering`` …"""
    target: str
    """The name of a part, or the address where `external`."""
    external: bool


class Store(Protocol):
    """Where the parts of a package are kept."""

    def names(self) -> Iterable[str]:
        """The names of all parts as written, in the package's order."""
        ...

    def read(self, name: str) -> bytes:
        """The bytes of the part of that name, as written. Raises Unreadable for a damaged one."""
        ...


class Zipped:
    """The parts of a zip archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises Unreadable."""
        try:
            with self._archive.open(name) as stream:
                return stream.read(MAX_PART)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
        ) as error:
            raise Unreadable("damaged") from error


class Held:
    """Parts that are at hand already."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts

    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self._parts

    def read(self, name: str) -> bytes:
        """A part's bytes."""
        return self._parts[name]


class Flat:
    """The parts of a package that is written as one XML file."""

    def __init__(self, root: etree._Element) -> None:
        self._parts = {part.get(_PKG + "name", ""): part for part in root.iterchildren(_PKG + "part")}

    def names(self) -> Iterable[str]:
        """The names of all parts."""
        return self._parts

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises Unreadable."""
        part = self._parts[name]
        content = part.find(_PKG + "xmlData")
        if content is not None and len(content):
            return etree.tostring(content[0], encoding="utf-8")
        try:
            return base64.b64decode(part.findtext(_PKG + "binaryData") or "")
        except (binascii.Error, ValueError) as error:
            raise Unreadable("damaged") from error


class Package:
    """The parts of an open package by name: ``word/document.xml``. Case and a leading slash do not matter."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: Mapping[str, str] = {_name(name): name for name in store.names()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, lower case, in the package's order."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return _name(name) in self._entries

    def sound(self) -> Package | None:
        """The same package with its damaged parts mended or left out; None where none is damaged."""
        damaged = {name for name in self._entries if not self._is_sound(name)}
        if not damaged:
            return None
        parts = {
            entry: self._mended(entry) if name in damaged else self._store.read(entry)
            for name, entry in self._entries.items()
        }
        return Package(Held({entry: data for entry, data in parts.items() if data is not None}))

    def _is_sound(self, name: str) -> bool:
        try:
            data = self.part(name)
            if name.endswith(_XML) and data is not None:
                xml(data)
        except Unreadable as error:
            return error.reason != "damaged"
        return True

    def _mended(self, entry: str) -> bytes | None:
        """A part of which only the tags did not match; None for any other."""
        try:
            data = _with_matching_tags(self._store.read(entry))
            if data is not None:
                xml(data)
        except Unreadable:
            return None
        return data

    def part(self, name: str) -> bytes | None:
        """A part's bytes, or None when there is no such part. Raises Unreadable for a damaged one."""
        entry = self._entries.get(_name(name))
        return self._store.read(entry) if entry is not None else None

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """What a part refers to; the package itself for ``""``."""
        folder, name = posixpath.split(part)
        data = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return ()
        return tuple(_relationship(element, folder) for element in xml(data) if element.get("Target"))


@lru_cache(maxsize=1024)
def _name(name: str) -> str:
    """A part's name as it is compared; packages use the same few names again and again."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()


def _relationship(element: etree._Element, folder: str) -> Relationship:
    """A relationship from its element; targets are relative to the part's folder."""
    target = element.get("Target", "")
    external = element.get("TargetMode", "").lower() == "external"
    if not external:
        target = _resolved(folder, target)
    kind = element.get("Type", "").rstrip("/").rsplit("/", 1)[-1]
    return Relationship(element.get("Id", ""), kind, target, external)


@lru_cache(maxsize=512)
def _resolved(folder: str, target: str) -> str:
    """The name of a part that a part of that folder refers to; most packages use the same few names."""
    path = unquote(target).partition("#")[0].replace("\\", "/")
    return posixpath.normpath(posixpath.join("/" + folder, path)).lstrip("/")


def xml(data: bytes) -> etree._Element:
    """The root element of a part. No entity, no DTD, no network. Raises Unreadable or TooLarge."""
    if b"<!DOCTYPE" in data:
        raise Unreadable("dtd")
    if len(data) > 2**20 and data.count(b"<") > MAX_ELEMENTS:
        raise TooLarge("too-many-elements")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged") from error
    info = root.getroottree().docinfo
    if info is not None and info.internalDTD is not None:
        raise Unreadable("dtd")
    return root


def _with_matching_tags(data: bytes) -> bytes | None:
    """The part without the end tags that close nothing; None where one is missing, as in a part cut short.

    A known fault of an office program. XML parsers that go on after it close too much and lose text.
    """
    kept, opened, at = bytearray(), list[bytes](), 0
    for tag in _TAG.finditer(data):
        kept += data[at : tag.start()]
        at = tag.end()
        if tag["end"] and (not opened or opened[-1] != tag["name"]):
            continue
        if tag["end"]:
            opened.pop()
        elif not tag["empty"]:
            opened.append(tag["name"])
        kept += tag[0]
    return bytes(kept + data[at:]) if not opened else None


def is_encrypted_office(data: bytes) -> bool:
    """Whether this is an Office file behind a password: a package inside an OLE container."""
    return data.startswith(OLE_START) and _ENCRYPTED_STREAM in data


def open_package(data: bytes) -> Package:
    """The package these bytes are, after a look at its list of parts.

    Raises Unreadable (``empty``, ``truncated``, ``damaged``), Encrypted or TooLarge.
    """
    if is_encrypted_office(data):
        raise Encrypted("password")
    archive = open_archive(data)
    check(archive, len(data))
    return Package(Zipped(archive))


def open_flat(data: bytes) -> Package:
    """The package that one XML file is (``pkg:package``). Raises Unreadable or TooLarge."""
    if len(data) > MAX_PART:
        raise TooLarge("unpacks-too-large")
    root = xml(data)
    names = [part.get(_PKG + "name", "") for part in root.iterchildren(_PKG + "part")]
    if len(names) > MAX_ENTRIES:
        raise TooLarge("too-many-parts")
    if len(set(map(_name, names))) < len(names):
        raise Unreadable("duplicate-parts")
    return Package(Flat(root))


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
    if len({_name(entry.filename) for entry in entries}) < len(entries):
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
