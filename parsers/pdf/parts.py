"""The parts of a PDF as its bytes show them: what is written plainly, and packed data unpacked.

No table of contents is followed, so that a damaged one hides nothing.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsers.errors import TooLarge

MOST_UNPACKED = 64 * 2**20
"""Bytes of all packed parts together, pictures and attachments aside."""

_MOST_PARTS = 50_000
_MOST_FILTERS = 4
_PIECE = 1 << 16
_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10}+)\s++\d++\s++obj\b")
_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_ASIDE = re.compile(rb"/Subtype\s*+/Image\b|/Type\s*+/EmbeddedFile\b")
_ATTACHED = re.compile(rb"/Type\s*+/EmbeddedFile\b")
_HEAD = 4_000
"""What stands so many bytes before data says what it is."""

_FORM = re.compile(rb"/Subtype\s*+(?:/Form\b|\d)")
_FILTER = re.compile(rb"/(FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx|[A-Z]\w*Decode)\b")
_FLATE_NAMED = re.compile(rb"/(?:FlateDecode|Fl)\b|/Filter\s++\d")
_EMPTY = re.compile(rb"/Length\s++0(?!\d|\s++\d++\s++R)")
_PACKED_OBJECTS = re.compile(rb"/Type\s*+/ObjStm\b")
_FIRST = re.compile(rb"/First\s++(\d{1,10}+)")
_FLUSHED = b"\x00\x00\xff\xff"
"""Acrobat leaves packed data open: what it wrote is there, with neither an end nor a sum."""

_FLATE = (b"FlateDecode", b"Fl")
_SUM = 4
"""Bytes of the sum that packed data ends with."""

_PACKED = (b"x\x01", b"x^", b"x\x9c", b"x\xda")
_LETTERS = (b"ASCII85Decode", b"A85", b"ASCIIHexDecode", b"AHx")


@dataclass(slots=True)
class Parts:
    """A file taken apart."""

    plain: list[bytes] = field(default_factory=list)
    """What is written outside packed data, in the file's order, and the objects that were packed together."""
    streams: dict[int, bytes] = field(default_factory=dict)
    """Unpacked data by the number of its object; of several with one number the longest."""
    aside: set[int] = field(default_factory=set)
    """Pictures and attachments, which are not unpacked here."""
    forms: set[int] = field(default_factory=set)
    """Streams that others may paint."""
    torn: bool = False
    """Whether packed data ended too soon or does not add up."""
    unpacked: int = 0

    @property
    def secret(self) -> bool:
        """Whether data is enciphered, so that it cannot be unpacked here."""
        return any(b"/Encrypt" in text for text in self.plain)

    def numbers(self) -> set[int]:
        """Of all objects that are written."""
        return {int(number) for text in self.plain for number in _OBJECT.findall(text)}

    def bodies(self, last: bool = False) -> dict[int, bytes]:
        """What is written of each object, by its number: all of it, or the `last` only."""
        found: dict[int, bytes] = {}
        for text in self.plain:
            starts = list(_OBJECT.finditer(text))
            ends = [start.start() for start in starts[1:]] + [len(text)]
            for start, end in zip(starts, ends, strict=False):
                number, body = int(start[1]), text[start.end() : end]
                found[number] = body if last else found.get(number, b"") + body
        return found


def parts(data: bytes) -> Parts:
    """Takes a file apart. Raises TooLarge (``unpacks-too-large``, ``too-many-parts``)."""
    found = Parts()
    at = count = 0
    while begun := _STREAM.search(data, at):
        count += 1
        if count > _MOST_PARTS:
            raise TooLarge("too-many-parts")
        head = named(data[at : begun.start()])
        found.plain.append(head)
        at = _take(data, begun.end(), head, found)
    found.plain.append(named(data[at:]))
    return found


def attached(data: bytes) -> list[bytes]:
    """The files that are attached, as far as they unpack. Raises TooLarge (``unpacks-too-large``)."""
    found: list[bytes] = []
    at, room = 0, MOST_UNPACKED + 1
    while begun := _STREAM.search(data, at):
        words = named(data[max(at, begun.start() - _HEAD) : begun.start()])
        end = data.find(b"endstream", begun.end())
        at = len(data) if end < 0 else end
        if _ATTACHED.search(words[words.rfind(b"obj") :]):
            filters = _FILTER.findall(words[words.rfind(b"obj") :])[:_MOST_FILTERS]
            unpacked, at, _ = _unpacked(data, begun.end(), at, filters, room)
            room -= len(unpacked)
            found.append(unpacked)
        if room <= 0:
            raise TooLarge("unpacks-too-large")
    return found


def named(text: bytes) -> bytes:
    """The text with the signs as they are that names are spelt with by number (``#58``)."""
    if b"#" not in text:
        return text
    return _ESCAPE.sub(lambda sign: bytes((int(sign[1], 16),)), text)


def _take(data: bytes, start: int, head: bytes, found: Parts) -> int:
    """Adds the data that begins there; gives where it ends."""
    begun = next(reversed([*_OBJECT.finditer(head)]), None)
    words = head[begun.end() :] if begun is not None else head
    end = data.find(b"endstream", start)
    end = len(data) if end < 0 else end
    number = int(begun[1]) if begun is not None else -1
    if not data[start:end].strip() and _EMPTY.search(words):
        # Nothing, whatever was to pack it: the picture of an empty box, as qpdf writes it.
        found.streams.setdefault(number, b"")
        return end
    found.torn |= _is_odd(data, start, words) or head.count(b"endstream") > min(len(found.plain) - 1, 1)
    if _ASIDE.search(words):
        found.aside.add(number)
        return end
    filters = _FILTER.findall(words)[:_MOST_FILTERS]
    if data[start : start + 2] in _PACKED and not filters:
        filters = [_FLATE[0]]  # named elsewhere, or not legibly
    unpacked, end, whole = _unpacked(data, start, end, filters, MOST_UNPACKED + 1 - found.unpacked)
    found.torn |= not whole
    found.unpacked += len(unpacked)
    if found.unpacked > MOST_UNPACKED:
        raise TooLarge("unpacks-too-large")
    if len(unpacked) >= len(found.streams.get(number, b"")):
        found.streams[number] = unpacked
    if _FORM.search(words):
        found.forms.add(number)
    if _PACKED_OBJECTS.search(words):
        found.plain.extend(_objects(unpacked, words))
    return end


def _is_odd(data: bytes, start: int, words: bytes) -> bool:
    """Whether what is said of data is no whole dictionary, or does not name the filter that packed it."""
    if b"%" not in words and not (words.lstrip().startswith(b"<<") and words.rstrip().endswith(b">>")):
        return True
    return data[start : start + 2] in _PACKED and _FLATE_NAMED.search(words) is None


def _unpacked(data: bytes, start: int, end: int, filters: list[bytes], room: int) -> tuple[bytes, int, bool]:
    """The data without its filters, as far as those are known, where it ends, and whether it is whole."""
    whole = True
    if not filters or filters[0] not in _FLATE:
        unpacked = data[start:end]
    else:
        unpacked, whole, end = _inflated(data, start, end, room)
        filters = filters[1:]
    for name in filters:
        if name in _LETTERS:
            unpacked = _letters(unpacked, name)
        elif name in _FLATE:
            unpacked, inner, _ = _inflated(unpacked, 0, len(unpacked), room)
            whole = whole and inner
        else:
            break
    return unpacked, end, whole


def _inflated(data: bytes, start: int, end: int, room: int) -> tuple[bytes, bool, int]:
    """The unpacked data up to so many bytes, whether it is whole, and where the packed data ends."""
    machine, at = zlib.decompressobj(), end
    try:
        unpacked = machine.decompress(data[start:end], room)
        if machine.eof or len(unpacked) >= room or _is_complete(data[start:end], room):
            return unpacked, True, end
        while not machine.eof and len(unpacked) < room and at < len(data):
            # The word that ends it may stand in the middle of it by chance, or by malice.
            unpacked += machine.decompress(data[at : at + _PIECE], room - len(unpacked))
            at += _PIECE
    except zlib.error:
        return _salvaged(data[start:end], room), _is_complete(data[start:end], room), end
    return (unpacked, True, at) if machine.eof else (unpacked, len(unpacked) >= room, end)


def _salvaged(packed: bytes, room: int) -> bytes:
    """What of torn data unpacks."""
    machine, out = zlib.decompressobj(-zlib.MAX_WBITS), bytearray()
    try:
        for at in range(2, len(packed), _PIECE):
            out += machine.decompress(packed[at : at + _PIECE], room - len(out))
            if len(out) >= room:
                break
    except zlib.error:
        return bytes(out)
    return bytes(out)


def _is_complete(packed: bytes, room: int) -> bool:
    """Whether data lacks no more than its end mark and the sum after it, which some programs leave out."""
    packed = packed.rstrip(b"\r\n")
    if packed.endswith(_FLUSHED):
        return True
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        machine.decompress(packed[2:], room)
    except zlib.error:
        return False
    return machine.eof and len(machine.unused_data) < _SUM


def _letters(data: bytes, name: bytes) -> bytes:
    """Data that is written in letters; what is none of these is left as it is."""
    try:
        if name in (b"ASCII85Decode", b"A85"):
            return base64.a85decode(b"".join(data.split()).partition(b"~>")[0])
        return binascii.unhexlify(b"".join(data.split()).partition(b">")[0])
    except (ValueError, binascii.Error):
        return data


def _objects(data: bytes, words: bytes) -> Iterator[bytes]:
    """The objects that were packed together, written as those outside are."""
    first = _FIRST.search(words)
    begin = int(first[1]) if first is not None else 0
    numbers = [int(number) for number in data[:begin].split() if number.isdigit()]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [offset for _, offset in pairs[1:]] + [len(data)]
    for (number, offset), end in zip(pairs, ends, strict=False):
        yield b"%d 0 obj " % number + named(data[begin + offset : begin + end])
