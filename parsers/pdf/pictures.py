"""Pictures of a PDF as files of their own: JPEG as it is stored, all others as PNG."""

from __future__ import annotations

import ctypes
import struct
import zlib

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdf.objects import Picture

_MOST_PIXELS = 40_000_000
_STORED = {"DCTDecode": "image/jpeg", "JPXDecode": "image/jp2"}


def picture(item: object, box: Box) -> Picture | None:
    """The picture of an image object, or None where it has no pixels or too many to unpack."""
    media_type = _STORED.get(_last_filter(item))
    if media_type is not None:
        data = _stored(item)
        return Picture(box, media_type, data) if data else None
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item, width, height)
    if not 0 < width.value * height.value <= _MOST_PIXELS:
        return None
    bitmap = pdfium.FPDFImageObj_GetBitmap(item)
    if not bitmap:
        return None
    try:
        return Picture(box, "image/png", png(bitmap))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _last_filter(item: object) -> str:
    """The filter that makes the pixels, where it is the only one; else ``""``."""
    if pdfium.FPDFImageObj_GetImageFilterCount(item) != 1:
        return ""
    buffer = ctypes.create_string_buffer(32)
    pdfium.FPDFImageObj_GetImageFilter(item, 0, buffer, 32)
    return buffer.value.decode("ascii", "replace")


def _stored(item: object) -> bytes:
    length = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, length)
    return buffer.raw


def png(bitmap: object) -> bytes:
    """A bitmap of the library as a PNG file, in grey or in colour; transparency is left out."""
    width, height = pdfium.FPDFBitmap_GetWidth(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    grey = pdfium.FPDFBitmap_GetFormat(bitmap) == pdfium.FPDFBitmap_Gray
    size = {pdfium.FPDFBitmap_Gray: 1, pdfium.FPDFBitmap_BGR: 3}.get(pdfium.FPDFBitmap_GetFormat(bitmap), 4)
    rows = bytearray()
    for at in range(0, stride * height, stride):
        rows.append(0)
        rows += _row(pixels[at : at + width * size], width, size)
    head = struct.pack(">IIBBBBB", width, height, 8, 0 if grey else 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _row(line: bytes, width: int, size: int) -> bytes:
    """A row of pixels with red first: the library keeps blue first."""
    if size == 1:
        return line
    turned = bytearray(3 * width)
    turned[0::3], turned[1::3], turned[2::3] = line[2::size], line[1::size], line[0::size]
    return bytes(turned)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
