"""A PDF written object by object, so that it can say anything, be it false."""

from __future__ import annotations

import zlib

PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
TEXT = b"BT /F1 10 Tf 50 780 Td (Cooperativa) Tj ET"
"""The entries of a page, the font of its resources and the word that stands on it."""


def file(*objects: bytes | str) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body)
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(places) + 1} /Root 1 0 R  >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def stream(data: bytes, head: str = "") -> bytes:
    """A stream object's body."""
    return f"<< {head} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def flat(data: bytes, head: str = "") -> bytes:
    """A stream object's body whose data are packed already."""
    return stream(data, f"{head} /Filter /FlateDecode")


def packed(byte: int, count: int, start: bytes = b"", end: bytes = b"") -> bytes:
    """One byte so many times between others, packed without ever being there as a whole."""
    machine, piece = zlib.compressobj(6), bytes((byte,)) * 1_000_000
    out = [machine.compress(start)]
    out += [machine.compress(piece[: count - done]) for done in range(0, count, len(piece))]
    return b"".join((*out, machine.compress(end), machine.flush()))


def one_page(
    content: bytes, resources: str = "", more: str = "", *others: bytes | str, page: str = PAGE
) -> bytes:
    """A file of one page: catalogue 1, tree 2, page 3, content 4, the others from 5."""
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {page} /Contents 4 0 R /Resources << {FONT} {resources} >> {more} >>",
        content,
        *others,
    )
