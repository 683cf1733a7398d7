"""PDFs that no office program makes: huge, circular, nested, packed to bursting.

Each is small enough to be made in a moment; what it asks of a reader is not. `HOSTILE` lists them
with what a reader may say of them.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
_FONT = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
_LARGE = 100_000_000
"""Bytes that a bomb unpacks to."""

_TEXT = b"BT /F1 10 Tf 50 780 Td (Cooperativa) Tj ET"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One such file."""

    make: Callable[[], bytes]
    refused: str
    """The refusal that is right, as ``code/reason``; ``""`` where it is to be read."""
    notes: frozenset[str] = frozenset()
    """The codes that a reading of it must carry."""


def file(*objects: bytes | str, trailer: str = "") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body)
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(places) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def stream(data: bytes, head: str = "") -> bytes:
    """A stream object's body."""
    return f"<< {head} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _flat(packed: bytes, head: str = "") -> bytes:
    return stream(packed, f"{head} /Filter /FlateDecode")


def _packed(byte: int, count: int, start: bytes = b"", end: bytes = b"") -> bytes:
    """One byte so many times between others, packed without ever being there as a whole."""
    machine, piece = zlib.compressobj(6), bytes((byte,)) * 1_000_000
    out = [machine.compress(start)]
    out += [machine.compress(piece[: count - done]) for done in range(0, count, len(piece))]
    return b"".join((*out, machine.compress(end), machine.flush()))


def _one_page(
    content: bytes, resources: str = "", more: str = "", *others: bytes | str, page: str = _PAGE
) -> bytes:
    """A file of one page: catalogue 1, tree 2, page 3, content 4, the others from 5."""
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {page} /Contents 4 0 R /Resources << {_FONT} {resources} >> {more} >>",
        content,
        *others,
    )


def _many_pages(count: int) -> bytes:
    kids = " ".join(f"{at} 0 R" for at in range(4, count + 4))
    page = f"<< {_PAGE} /Contents 3 0 R /Resources << {_FONT} >> >>"
    head = ("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>")
    return file(*head, stream(_TEXT), *[page] * count)


def _few_pages(count: int, said: int) -> bytes:
    """A tree that says another number of pages than it has."""
    kids = " ".join(f"{at} 0 R" for at in range(4, count + 4))
    page = f"<< {_PAGE} /Contents 3 0 R /Resources << {_FONT} >> >>"
    head = ("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {said} >>")
    return file(*head, stream(_TEXT), *[page] * count)


def _circular_tree() -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 5 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 2 0 R >>",
    )


def _deep_tree(depth: int) -> bytes:
    nodes = [f"<< /Type /Pages /Kids [{at + 3} 0 R] /Count 1 >>" for at in range(depth)]
    page = f"<< /Type /Page /MediaBox [0 0 595 842] /Resources << {_FONT} >> /Contents {depth + 3} 0 R >>"
    return file("<< /Type /Catalog /Pages 2 0 R >>", *nodes, page, stream(_TEXT))


def _operators(one: bytes, count: int) -> bytes:
    return _one_page(_flat(zlib.compress(_TEXT + b"\n" + one * count, 6)))


def _itself() -> bytes:
    head = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    return _one_page(stream(_TEXT + b" /X Do"), "/XObject << /X 5 0 R >>", "", stream(b"/X Do /X Do", head))


def _nested(depth: int, times: int) -> bytes:
    """A form in a form in a form, each painted several times in the next: as many as their product."""
    forms = []
    for at in range(depth):
        inner = f"/X {at + 6} 0 R" if at < depth - 1 else ""
        head = (
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            f" /Resources << {_FONT} /XObject << {inner} >> >>"
        )
        forms.append(stream(b"/X Do " * times if at < depth - 1 else b"1 1 5 5 re S", head))
    return _one_page(stream(_TEXT + b" /X Do"), "/XObject << /X 5 0 R >>", "", *forms)


def _page_size(side: str) -> bytes:
    return _one_page(stream(_TEXT), page=_PAGE.replace("[0 0 595 842]", f"[0 0 {side} {side}]"))


def _many_notes(count: int, note: str) -> bytes:
    refs = " ".join(["5 0 R"] * count)
    return _one_page(stream(_TEXT), "", f"/Annots [{refs}]", note)


def _own_notes(count: int, note: str) -> bytes:
    refs = " ".join(f"{at} 0 R" for at in range(5, count + 5))
    return _one_page(stream(_TEXT), "", f"/Annots [{refs}]", *[note] * count)


def _circular_field() -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {_PAGE} /Contents 4 0 R /Resources << {_FONT} >> /Annots [5 0 R 6 0 R] >>",
        stream(_TEXT),
        "<< /T (a) /Kids [6 0 R] /Parent 6 0 R >>",
        "<< /Type /Annot /Subtype /Widget /T (b) /Kids [5 0 R 6 0 R] /Parent 5 0 R /Rect [50 700 150 712] >>",
    )


def _nested_fields(depth: int) -> bytes:
    chain = [f"<< /T (a) /Kids [{at + 6} 0 R] /Parent {at + 4} 0 R >>" for at in range(1, depth)]
    return file(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {_PAGE} /Contents 4 0 R /Resources << {_FONT} >> /Annots [{depth + 5} 0 R] >>",
        stream(_TEXT),
        "<< /T (a) /Kids [6 0 R] >>",
        *chain,
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /V (x) /Parent {depth + 4} 0 R /Rect [50 700 150 712] >>",
    )


def _blanks(size: int) -> bytes:
    return _one_page(_flat(_packed(32, size, _TEXT)))


def _filters(size: int) -> bytes:
    data = base64.a85encode(zlib.compress(_packed(32, size, _TEXT), 9)) + b"~>"
    return _one_page(stream(data, "/Filter [/ASCII85Decode /FlateDecode /FlateDecode]"))


def _run_lengths(size: int) -> bytes:
    """Each pair of bytes unpacks to 128 blanks, and the pairs are packed once more."""
    data = zlib.compress(b"\x81 " * (size // 128) + b"\x80", 9)
    return _one_page(stream(data, "/Filter [/FlateDecode /RunLengthDecode]"))


def _lzw(rounds: int) -> bytes:
    """Blanks packed by LZW: each round of some 5,000 bytes unpacks to seven million."""
    bits, count, width = 0, 0, 9
    for code in [256, 32, *range(258, 4093)]:
        bits, count = bits << width | code, count + width
        width = 9 if code < 258 else max(9, (code + 2).bit_length())
    bits, count = bits << 12 | 256, count + 12
    bits <<= -count % 8
    return bits.to_bytes((count + 7) // 8, "big") * rounds


def _lzw_blanks(rounds: int) -> bytes:
    return _one_page(stream(_lzw(rounds), "/Filter /LZWDecode"))


def _index(size: int) -> bytes:
    """A table of contents that is itself packed, and mostly of noughts."""
    data = _one_page(stream(_TEXT))
    table = _flat(_packed(0, size), "/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R")
    start = data.rindex(b"xref\n0")
    return data[:start] + b"9 0 obj\n" + table + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()


def _many_streams(count: int, size: int) -> bytes:
    refs = " ".join(["5 0 R"] * count)
    more = f"<< {_PAGE} /Contents [{refs}] /Resources << {_FONT} >> >>"
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        more,
        stream(_TEXT),
        _flat(_packed(32, size, _TEXT)),
    )


def _false_picture() -> bytes:
    """The page's content says that it is a picture, which nobody but us minds."""
    return _one_page(_flat(_packed(32, _LARGE, _TEXT), "/Subtype /Image"))


def _picture(side: int, data: bytes, head: str) -> bytes:
    image = stream(
        data, f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8 {head}"
    )
    content = stream(_TEXT + b" q 400 0 0 400 50 100 cm /I Do Q")
    return _one_page(content, "/XObject << /I 5 0 R >>", "", image)


def _object_stream(size: int) -> bytes:
    packed = _flat(_packed(32, size, b"4 0 << /A (", b") >>"), "/Type /ObjStm /N 1 /First 4")
    return _one_page(stream(_TEXT), "", "", packed)


def _deep_arrays(depth: int) -> bytes:
    return _one_page(stream(_TEXT), "", "/X " + "[" * depth + "]" * depth)


def _deep_content(depth: int) -> bytes:
    return _one_page(stream(_TEXT + b" q" * depth + b" [" * depth))


def _font(head: str, packed: bytes) -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {_PAGE} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(_TEXT),
        f"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Rotto /FirstChar 32 /LastChar 34 {head}"
        " /FontDescriptor 6 0 R >>",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Rotto /Flags 4 /FontFile2 7 0 R >>",
        _flat(packed),
    )


def _xref_loop() -> bytes:
    data = _one_page(stream(_TEXT))
    start = data.index(b"xref\n0")
    return data.replace(b"/Root 1 0 R ", f"/Root 1 0 R /Prev {start} ".encode())


def _colours(depth: int) -> bytes:
    """Colour spaces that are each based on the next, the last on the first."""
    spaces = [
        f"[/Indexed {6 + at if at < depth - 1 else 5} 0 R 1 <000000FFFFFF>]".encode() for at in range(depth)
    ]
    content = stream(_TEXT + b" /C cs 1 sc 10 10 50 50 re f")
    return _one_page(content, "/ColorSpace << /C 5 0 R >>", "", *spaces)


def _numbers() -> bytes:
    operators = b" 1e308 -1e308 99999999999999999999 0 re S 2147483648 -2147483649 l S nan inf m 1 1 l S"
    return _one_page(stream(_TEXT + operators))


_WIDGET = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [50 700 150 712] /P 3 0 R >>"
_NOTE = "<< /Type /Annot /Subtype /FreeText /Contents (x) /Rect [50 700 150 712] >>"


def _read(make: Callable[[], bytes], *notes: str) -> Hostile:
    return Hostile(make, "", frozenset(notes))


def _refused(make: Callable[[], bytes], why: str) -> Hostile:
    return Hostile(make, why)


_GREY = "/ColorSpace /DeviceGray /Filter /FlateDecode"
_JPEG = "/ColorSpace /DeviceRGB /Filter /DCTDecode"

HOSTILE: Mapping[str, Hostile] = {
    "pages": _refused(lambda: _many_pages(10_000), "too-large/pages"),
    "pages-fewer-than-said": _read(lambda: _few_pages(3, 40), "damaged"),
    "pages-more-than-said": _read(lambda: _few_pages(3, 2), "damaged"),
    "pages-said-below-nought": _read(lambda: _few_pages(3, -1)),
    "pages-said-without-end": _read(lambda: _few_pages(3, 2_000_000_000)),
    "tree-circular": _refused(_circular_tree, "unreadable/damaged"),
    "tree-deep": _refused(lambda: _deep_tree(3_000), "unreadable/damaged"),
    "operators-rectangles": _refused(lambda: _operators(b"1 1 5 5 re S ", 1_000_000), "too-large/objects"),
    "operators-points": _read(lambda: _operators(b"1 1 l ", 1_000_000)),
    "operators-letters": _refused(
        lambda: _operators(b"BT /F1 9 Tf 9 9 Td (a) Tj ET ", 1_000_000), "too-large/objects"
    ),
    "operators-words": _read(lambda: _operators(b"(a b c d e) ", 1_000_000)),
    "operators-saved": _refused(lambda: _operators(b"q ", 2_000_000), "too-large/objects"),
    "operators-clips": _read(lambda: _operators(b"1 1 5 5 re W n ", 200_000)),
    "form-in-itself": _refused(_itself, "too-large/unpacks-too-large"),
    "forms-multiplied": _refused(lambda: _nested(12, 10), "too-large/unpacks-too-large"),
    "forms-deep": _read(lambda: _nested(3_000, 1)),
    "page-size": _refused(lambda: _page_size("1000000000"), "too-large/page-size"),
    "page-size-nought": _read(lambda: _page_size("0")),
    "page-size-beyond-numbers": _read(lambda: _page_size("9" * 60)),
    "notes": _refused(lambda: _many_notes(1_000_000, _NOTE), "too-large/objects"),
    "widgets": _refused(lambda: _many_notes(1_000_000, _WIDGET), "too-large/objects"),
    "notes-each-its-own": _refused(lambda: _own_notes(30_000, _NOTE), "too-large/objects"),
    "widgets-each-its-own": _refused(lambda: _own_notes(30_000, _WIDGET), "too-large/objects"),
    "field-circular": _read(_circular_field),
    "fields-deep": _read(lambda: _nested_fields(3_000)),
    "bomb-blanks": _refused(lambda: _blanks(_LARGE), "too-large/unpacks-too-large"),
    "bomb-filters": _refused(lambda: _filters(_LARGE), "too-large/unpacks-too-large"),
    "bomb-run-lengths": _refused(lambda: _run_lengths(4 * _LARGE), "unreadable/empty"),
    "bomb-lzw": _refused(lambda: _lzw_blanks(60), "unreadable/empty"),
    "bomb-index": _refused(lambda: _index(_LARGE), "too-large/unpacks-too-large"),
    "bomb-many-streams": _refused(lambda: _many_streams(400, 5_000_000), "too-large/unpacks-too-large"),
    "bomb-objects": _refused(lambda: _object_stream(_LARGE), "too-large/unpacks-too-large"),
    "bomb-in-the-name-of-a-picture": _refused(_false_picture, "too-large/unpacks-too-large"),
    "picture": _read(lambda: _picture(30_000, _packed(0, 90_000_000), _GREY), "low-confidence"),
    "picture-of-nothing": _read(lambda: _picture(30_000, b"", "/ColorSpace /DeviceRGB"), "low-confidence"),
    "picture-torn": _read(lambda: _picture(300, b"\xff\xd8\xff\xe0torn", _JPEG)),
    "arrays-deep": _read(lambda: _deep_arrays(100_000)),
    "content-deep": _read(lambda: _deep_content(100_000)),
    "font-torn": _read(lambda: _font("", zlib.compress(b"\x00\x01\x00\x00torn"))),
    "font-bomb": _refused(lambda: _font("", _packed(0, _LARGE)), "too-large/unpacks-too-large"),
    "index-in-a-circle": _read(_xref_loop, "damaged"),
    "colours-in-a-circle": _read(lambda: _colours(4)),
    "numbers": _read(_numbers),
}
"""Every such file by its name."""


def dense(pages: int) -> bytes:
    """A PDF of so many full pages, text and ruled tables: large, and nothing else."""
    line = "Il progetto coinvolge famiglie, scuole e associazioni del territorio, ogni settimana."
    text = "".join(f"BT /F1 8 Tf 40 {800 - 12 * at} Td ({line} {at}) Tj ET\n" for at in range(62))
    rules = "".join(f"35 {796 - 12 * at} 520 12 re S\n" for at in range(62))
    contents = [stream((text + rules + f"% {at}").encode()) for at in range(pages)]
    kids = " ".join(f"{at + 3} 0 R" for at in range(pages))
    leaves = [f"<< {_PAGE} /Contents {pages + at + 3} 0 R /Resources << {_FONT} >> >>" for at in range(pages)]
    head = ("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")
    return file(*head, *leaves, *contents)
