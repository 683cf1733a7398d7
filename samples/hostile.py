"""PDFs that no office program makes: huge, circular, nested, packed to bursting.

Each is small enough to be made in a moment; what it asks of a reader is not. `HOSTILE` lists them
with what a reader may say of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from samples import bombs
from samples.bare_pdf import FONT, PAGE, TEXT, file, flat, one_page, packed, stream
from samples.bombs import LARGE


@dataclass(frozen=True, slots=True)
class Hostile:
    """One such file."""

    make: Callable[[], bytes]
    refused: str
    """The refusal that is right, as ``code/reason``; ``""`` where it is to be read."""
    notes: frozenset[str] = frozenset()
    """The codes that a reading of it must carry."""


def _pages(count: int, said: int | None = None) -> bytes:
    """So many pages in a tree that may say another number of them."""
    kids = " ".join(f"{at} 0 R" for at in range(4, count + 4))
    page = f"<< {PAGE} /Contents 3 0 R /Resources << {FONT} >> >>"
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count if said is None else said} >>"
    return file("<< /Type /Catalog /Pages 2 0 R >>", tree, stream(TEXT), *[page] * count)


def _circular_tree() -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 5 /Parent 3 0 R >>",
        "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 /Parent 2 0 R >>",
    )


def _deep_tree(depth: int) -> bytes:
    nodes = [f"<< /Type /Pages /Kids [{at + 3} 0 R] /Count 1 >>" for at in range(depth)]
    page = f"<< /Type /Page /MediaBox [0 0 595 842] /Resources << {FONT} >> /Contents {depth + 3} 0 R >>"
    return file("<< /Type /Catalog /Pages 2 0 R >>", *nodes, page, stream(TEXT))


def _operators(one: bytes, count: int) -> bytes:
    return one_page(flat(zlib.compress(TEXT + b"\n" + one * count, 6)))


def _itself() -> bytes:
    head = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    return one_page(stream(TEXT + b" /X Do"), "/XObject << /X 5 0 R >>", "", stream(b"/X Do /X Do", head))


def _nested(depth: int, times: int) -> bytes:
    """A form in a form in a form, each painted several times in the next: as many as their product."""
    forms = []
    for at in range(depth):
        inner = f"/X {at + 6} 0 R" if at < depth - 1 else ""
        head = (
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
            f" /Resources << {FONT} /XObject << {inner} >> >>"
        )
        forms.append(stream(b"/X Do " * times if at < depth - 1 else b"1 1 5 5 re S", head))
    return one_page(stream(TEXT + b" /X Do"), "/XObject << /X 5 0 R >>", "", *forms)


def _page_size(side: str) -> bytes:
    return one_page(stream(TEXT), page=PAGE.replace("[0 0 595 842]", f"[0 0 {side} {side}]"))


def _many_notes(count: int, note: str) -> bytes:
    refs = " ".join(["5 0 R"] * count)
    return one_page(stream(TEXT), "", f"/Annots [{refs}]", note)


def _own_notes(count: int, note: str) -> bytes:
    refs = " ".join(f"{at} 0 R" for at in range(5, count + 5))
    return one_page(stream(TEXT), "", f"/Annots [{refs}]", *[note] * count)


def _circular_field() -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 4 0 R /Resources << {FONT} >> /Annots [5 0 R 6 0 R] >>",
        stream(TEXT),
        "<< /T (a) /Kids [6 0 R] /Parent 6 0 R >>",
        "<< /Type /Annot /Subtype /Widget /T (b) /Kids [5 0 R 6 0 R] /Parent 5 0 R /Rect [50 700 150 712] >>",
    )


def _nested_fields(depth: int) -> bytes:
    chain = [f"<< /T (a) /Kids [{at + 6} 0 R] /Parent {at + 4} 0 R >>" for at in range(1, depth)]
    return file(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 4 0 R /Resources << {FONT} >> /Annots [{depth + 5} 0 R] >>",
        stream(TEXT),
        "<< /T (a) /Kids [6 0 R] >>",
        *chain,
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /V (x) /Parent {depth + 4} 0 R /Rect [50 700 150 712] >>",
    )


def _picture(side: int, data: bytes, head: str) -> bytes:
    image = stream(
        data, f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 8 {head}"
    )
    content = stream(TEXT + b" q 400 0 0 400 50 100 cm /I Do Q")
    return one_page(content, "/XObject << /I 5 0 R >>", "", image)


def _deep_arrays(depth: int) -> bytes:
    return one_page(stream(TEXT), "", "/X " + "[" * depth + "]" * depth)


def _deep_content(depth: int) -> bytes:
    return one_page(stream(TEXT + b" q" * depth + b" [" * depth))


def _font(data: bytes) -> bytes:
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {PAGE} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(TEXT),
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Rotto /FirstChar 32 /LastChar 34 "
        " /FontDescriptor 6 0 R >>",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Rotto /Flags 4 /FontFile2 7 0 R >>",
        flat(data),
    )


def _xref_loop() -> bytes:
    data = one_page(stream(TEXT))
    start = data.index(b"xref\n0")
    return data.replace(b"/Root 1 0 R ", f"/Root 1 0 R /Prev {start} ".encode())


def _colours(depth: int) -> bytes:
    """Colour spaces that are each based on the next, the last on the first."""
    spaces = [
        f"[/Indexed {6 + at if at < depth - 1 else 5} 0 R 1 <000000FFFFFF>]".encode() for at in range(depth)
    ]
    content = stream(TEXT + b" /C cs 1 sc 10 10 50 50 re f")
    return one_page(content, "/ColorSpace << /C 5 0 R >>", "", *spaces)


def _numbers() -> bytes:
    operators = b" 1e308 -1e308 99999999999999999999 0 re S 2147483648 -2147483649 l S nan inf m 1 1 l S"
    return one_page(stream(TEXT + operators))


_WIDGET = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [50 700 150 712] /P 3 0 R >>"
_NOTE = "<< /Type /Annot /Subtype /FreeText /Contents (x) /Rect [50 700 150 712] >>"


def _read(make: Callable[[], bytes], *notes: str) -> Hostile:
    return Hostile(make, "", frozenset(notes))


def _refused(make: Callable[[], bytes], why: str) -> Hostile:
    return Hostile(make, why)


_GREY = "/ColorSpace /DeviceGray /Filter /FlateDecode"
_JPEG = "/ColorSpace /DeviceRGB /Filter /DCTDecode"

HOSTILE: Mapping[str, Hostile] = {
    "pages": _refused(lambda: _pages(10_000), "too-large/pages"),
    "pages-fewer-than-said": _read(lambda: _pages(3, 40), "damaged"),
    "pages-more-than-said": _read(lambda: _pages(3, 2), "damaged"),
    "pages-said-below-nought": _read(lambda: _pages(3, -1)),
    "pages-said-without-end": _read(lambda: _pages(3, 2_000_000_000)),
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
    "bomb-blanks": _refused(lambda: bombs.blanks(LARGE), "too-large/unpacks-too-large"),
    "bomb-filters": _refused(lambda: bombs.filters(LARGE), "too-large/unpacks-too-large"),
    "bomb-run-lengths": _refused(lambda: bombs.run_lengths(4 * LARGE), "unreadable/empty"),
    "bomb-lzw": _refused(lambda: bombs.lzw_blanks(60), "unreadable/empty"),
    "bomb-index": _refused(lambda: bombs.index(LARGE), "too-large/unpacks-too-large"),
    "bomb-many-streams": _refused(lambda: bombs.many_streams(400, 5_000_000), "too-large/unpacks-too-large"),
    "bomb-objects": _refused(lambda: bombs.object_stream(LARGE), "too-large/unpacks-too-large"),
    "bomb-in-the-name-of-a-picture": _refused(bombs.false_picture, "too-large/unpacks-too-large"),
    "picture": _read(lambda: _picture(30_000, packed(0, 90_000_000), _GREY), "low-confidence"),
    "picture-of-nothing": _read(lambda: _picture(30_000, b"", "/ColorSpace /DeviceRGB"), "low-confidence"),
    "picture-torn": _read(lambda: _picture(300, b"\xff\xd8\xff\xe0torn", _JPEG)),
    "arrays-deep": _read(lambda: _deep_arrays(100_000)),
    "content-deep": _read(lambda: _deep_content(100_000)),
    "font-torn": _read(lambda: _font(zlib.compress(b"\x00\x01\x00\x00torn"))),
    "font-bomb": _refused(lambda: _font(packed(0, LARGE)), "too-large/unpacks-too-large"),
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
    leaves = [f"<< {PAGE} /Contents {pages + at + 3} 0 R /Resources << {FONT} >> >>" for at in range(pages)]
    head = ("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")
    return file(*head, *leaves, *contents)
