"""The package that an Office file is, read part by part.

It knows parts and relationships; what the parts mean is the reader's.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from urllib.parse import unquote

from lxml import etree

from parsers.archive import MAX_ENTRIES, MAX_PART, check, is_encrypted_office, open_archive, part_name
from parsers.errors import Encrypted, TooLarge, Unreadable
from parsers.markup import with_matching_tags, xml

_XML = (".xml", ".rels")
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


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
        self._entries: Mapping[str, str] = {part_name(name): name for name in store.names()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, lower case, in the package's order."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return part_name(name) in self._entries

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
            data = with_matching_tags(self._store.read(entry))
            if data is not None:
                xml(data)
        except Unreadable:
            return None
        return data

    def part(self, name: str) -> bytes | None:
        """A part's bytes, or None when there is no such part. Raises Unreadable for a damaged one."""
        entry = self._entries.get(part_name(name))
        return self._store.read(entry) if entry is not None else None

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """What a part refers to; the package itself for ``""``."""
        folder, name = posixpath.split(part)
        data = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return ()
        return tuple(_relationship(element, folder) for element in xml(data) if element.get("Target"))


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
    if len(set(map(part_name, names))) < len(names):
        raise Unreadable("duplicate-parts")
    return Package(Flat(root))
