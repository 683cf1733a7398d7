"""Pages that are one picture: said where others have text, refused where there is nothing else."""

from __future__ import annotations

import pytest

from parsers.document import Image, Note
from parsers.errors import Unreadable
from parsers.pdf.reader import PdfReader
from samples.bare_pdf import file, stream
from tests.parsers.pdf.builder import Leaf, leaf, pdf

SCANNED = Note("low-confidence", "scanned-page")


def paper(light: int, *words: str) -> bytes:
    """A file of two pages: text on the first, on the second a picture of one grey, with words on it."""
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    said = " ".join(words)
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << {font} >> >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
        f" /Resources << {font} /XObject << /I 7 0 R >> >> >>",
        stream(b"BT /F1 10 Tf 50 780 Td (Prima pagina) Tj ET"),
        stream(f"q 595 0 0 842 0 0 cm /I Do Q BT /F1 9 Tf 50 20 Td ({said}) Tj ET".encode()),
        stream(
            bytes((light,)),
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    )


def pictures(data: bytes) -> int:
    parts = PdfReader().read(data).paragraphs()
    return sum(isinstance(inline, Image) for part in parts for inline in part.inlines)


def test_a_scanned_page_among_others_is_said() -> None:
    """Its text was not read, and no other finding would tell."""
    assert PdfReader().read(paper(240)).notes == (SCANNED,)
    assert pictures(paper(240)) == 0


def test_a_stamp_on_a_scanned_page_changes_nothing() -> None:
    """A number that an office puts on every page it receives."""
    assert SCANNED in PdfReader().read(paper(240, "Prot. n. 123 del 4 marzo")).notes


def test_text_over_a_picture_is_a_page_like_others() -> None:
    """Letter paper is a picture under the text."""
    assert PdfReader().read(paper(240, *(f"p{at}" for at in range(40)))).notes == ()


def test_a_page_of_letter_paper_with_little_on_it_is_no_scan() -> None:
    """The last page may hold a line or two."""
    pages = [leaf().image(0, 0, 595, 842, last=250), leaf().image(0, 0, 595, 842, last=250)]
    pages[0].lines(50, 60, *["Il progetto coinvolge le famiglie del territorio."] * 12)
    pages[1].text(50, 60, "Firma")
    assert PdfReader().read(pdf(*pages)).notes == ()


def test_a_photograph_as_large_as_the_page_is_a_picture() -> None:
    """It may be the photo that the form asks for."""
    assert PdfReader().read(paper(60)).notes == ()
    assert pictures(paper(60)) == 1


@pytest.mark.parametrize("stamp", ["", "Prot. 123"])
def test_scans_alone_are_refused(stamp: str) -> None:
    """There is nothing on them that can be read; a stamp is no form."""

    def page() -> Leaf:
        return leaf().image(0, 0, 595, 842, last=250).text(400, 30, stamp)

    with pytest.raises(Unreadable, match="scan"):
        PdfReader().read(pdf(page(), page()))
