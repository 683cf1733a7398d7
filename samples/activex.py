"""ActiveX controls as Word saves them, from a few values: the stream of a control and its compound file."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BINARY = "http://schemas.microsoft.com/office/2006/relationships/activeXControlBinary"
_CLASSES = {"check": "40", "option": "50"}
CONTROLS: Mapping[tuple[str, bool], str] = {
    (kind, on): f"rIdControl{number}{int(on)}" for number, kind in enumerate(_CLASSES) for on in (False, True)
}
"""The relationship by which the document refers to a control, by its kind and whether it is ticked."""

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SIZES = {0: 4, 1: 4, 4: 1, 6: 1, 9: 2, 21: 1, 22: 4, 23: 4, 26: 4, 32: 4}


def add_controls(document: WordDocument) -> None:
    """Puts the controls of `CONTROLS` into the package."""
    for number, ((kind, on), name) in enumerate(CONTROLS.items(), start=1):
        stem = f"/word/activeX/activeX{number}"
        binary = Part(
            PackURI(f"{stem}.bin"),
            "application/vnd.ms-office.activeX",
            compound({"contents": morph("1" if on else "0", "", "Gruppo")}),
            document.part.package,
        )
        xml = (
            f'<ax:ocx ax:classid="{{8BD21D{_CLASSES[kind]}-EC42-11CE-9E0D-00AA006002F3}}" '
            'ax:persistence="persistStorage" r:id="rId1" '
            'xmlns:ax="http://schemas.microsoft.com/office/2006/activeX" '
            f'xmlns:r="{_TYPES}"/>'
        )
        control = Part(
            PackURI(f"{stem}.xml"),
            "application/vnd.ms-office.activeX+xml",
            xml.encode(),
            document.part.package,
        )
        control.load_rel(_BINARY, binary, "rId1")
        document.part.load_rel(f"{_TYPES}/control", control, name)


def morph(value: str | None, caption: str = "", group: str = "", packed: bool = True) -> bytes:
    """The stream of a Forms 2.0 control; `packed` texts take a byte a character."""
    texts = {22: value, 23: caption or None, 32: group or None}
    lengths = {number: len(_encoded(text, packed)) for number, text in texts.items() if text is not None}
    there = {0, 1, 4, 6, 9, 21, 26, 8, *lengths}
    data = b""
    for number, size in _SIZES.items():
        if number in there:
            data += bytes(-len(data) % size)
            length = lengths.get(number, 1) | (0x80000000 if packed and number in lengths else 0)
            data += length.to_bytes(size, "little")
    data += bytes(-len(data) % 4) + struct.pack("<II", 2540, 847)
    for number in sorted(lengths):
        text = _encoded(texts[number] or "", packed)
        data += text + bytes(-len(text) % 4)
    mask = sum(1 << number for number in there) | 1 << 31
    return struct.pack("<BBHQ", 0, 2, 8 + len(data), mask) + data


def label(caption: str) -> bytes:
    """The stream of a label."""
    text = _encoded(caption, packed=True)
    data = struct.pack("<II", 0x80000012, len(text) | 0x80000000) + text + bytes(-len(text) % 4)
    return struct.pack("<BBHI", 0, 2, 4 + len(data), 0b1001) + data


def _encoded(text: str, packed: bool) -> bytes:
    return text.encode("latin-1" if packed else "utf-16-le")


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with those small streams at its root."""
    small = b""
    small_table: list[int] = []
    entries = [_entry("Root Entry", 5, 3, 0)]
    for name, data in streams.items():
        first, count = len(small) // 64, max(-(-len(data) // 64), 1)
        small_table += [*range(first + 1, first + count), _END]
        small += data + bytes(count * 64 - len(data))
        entries.append(_entry(name, 2, first, len(data)))
    entries[0] = _entry("Root Entry", 5, 3, len(small))
    sectors = -(-len(small) // _SECTOR)
    table = [_TABLE, _END, _END, *(range(4, 3 + sectors)), _END]
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16),
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        2,
        1,
        _END,
        0,
    )
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    parts = [_padded(_numbers(table)), _padded(b"".join(entries)), _padded(_numbers(small_table)), small]
    return header + b"".join(parts) + bytes(-len(small) % _SECTOR)


def _numbers(values: list[int]) -> bytes:
    whole = [*values, *(_FREE for _ in range(128 - len(values)))]
    return struct.pack(f"<{len(whole)}I", *whole)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _SECTOR)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text + bytes(64 - len(text)) + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, _FREE)
    return head + bytes(36) + struct.pack("<IQ", start, size)
