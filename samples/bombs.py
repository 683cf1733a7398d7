"""PDFs that are small, and unpack to more than any form is; `size` is in bytes."""

from __future__ import annotations

import base64
import zlib

from samples.bare_pdf import FONT, PAGE, TEXT, file, flat, one_page, packed, stream

LARGE = 100_000_000
"""Bytes that a bomb unpacks to."""


def blanks(size: int) -> bytes:
    """A page of so many blanks."""
    return one_page(flat(packed(32, size, TEXT)))


def filters(size: int) -> bytes:
    """The same, packed twice and written in letters."""
    data = base64.a85encode(zlib.compress(packed(32, size, TEXT), 9)) + b"~>"
    return one_page(stream(data, "/Filter [/ASCII85Decode /FlateDecode /FlateDecode]"))


def run_lengths(size: int) -> bytes:
    """Each pair of bytes unpacks to 128 blanks, and the pairs are packed once more."""
    data = zlib.compress(b"\x81 " * (size // 128) + b"\x80", 9)
    return one_page(stream(data, "/Filter [/FlateDecode /RunLengthDecode]"))


def _lzw(rounds: int) -> bytes:
    """Blanks packed by LZW: each round of some 5,000 bytes unpacks to seven million."""
    bits, count, width = 0, 0, 9
    for code in [256, 32, *range(258, 4093)]:
        bits, count = bits << width | code, count + width
        width = 9 if code < 258 else max(9, (code + 2).bit_length())
    bits, count = bits << 12 | 256, count + 12
    bits <<= -count % 8
    return bits.to_bytes((count + 7) // 8, "big") * rounds


def lzw_blanks(rounds: int) -> bytes:
    """A page of blanks packed by LZW in so many rounds."""
    return one_page(stream(_lzw(rounds), "/Filter /LZWDecode"))


def index(size: int) -> bytes:
    """A table of contents that is itself packed, and mostly of noughts."""
    data = one_page(stream(TEXT))
    table = flat(packed(0, size), "/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R")
    start = data.rindex(b"xref\n0")
    return data[:start] + b"9 0 obj\n" + table + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()


def many_streams(count: int, size: int) -> bytes:
    """A page whose content is the same blanks so many times."""
    refs = " ".join(["5 0 R"] * count)
    more = f"<< {PAGE} /Contents [{refs}] /Resources << {FONT} >> >>"
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        more,
        stream(TEXT),
        flat(packed(32, size, TEXT)),
    )


def false_picture() -> bytes:
    """The page's content says that it is a picture, which nobody but us minds."""
    return one_page(flat(packed(32, LARGE, TEXT), "/Subtype /Image"))


def object_stream(size: int) -> bytes:
    """Blanks within an object that is packed among others."""
    held = flat(packed(32, size, b"4 0 << /A (", b") >>"), "/Type /ObjStm /N 1 /First 4")
    return one_page(stream(TEXT), "", "", held)
