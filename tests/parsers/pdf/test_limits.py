"""Hostile PDFs are read or refused by name, in little time and memory."""

from __future__ import annotations

import time
import zlib

import pytest

from parsers.errors import FileError, TooLarge
from parsers.pdf.reader import PdfReader
from parsers.pdf.survey import MOST_PAINTED, survey
from samples.bare_pdf import file, stream
from samples.hostile import HOSTILE
from tests.parsers.pdf.builder import leaf, pdf

SECONDS = 10.0


def told(data: bytes) -> str:
    """The refusal as ``code/reason``, or ``""``."""
    try:
        PdfReader().read(data)
    except FileError as error:
        return f"{error.code}/{error.reason}"
    return ""


@pytest.mark.parametrize("name", [name for name, one in HOSTILE.items() if one.refused])
def test_refused_by_name_and_soon(name: str) -> None:
    """What no form can be is refused with its code, long before it has been unpacked or painted."""
    data = HOSTILE[name].make()
    began = time.perf_counter()
    assert told(data) == HOSTILE[name].refused
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("name", [name for name, one in HOSTILE.items() if not one.refused])
def test_read_and_said(name: str) -> None:
    """What is odd and can be read is read soon, and what is lost of it is said."""
    data = HOSTILE[name].make()
    began = time.perf_counter()
    document = PdfReader().read(data)
    assert time.perf_counter() - began < SECONDS
    assert {note.code for note in document.notes} == HOSTILE[name].notes


@pytest.mark.parametrize("spelling", ["/X", "/#58"])
def test_forms_that_paint_each_other_twice_are_counted_however_they_are_named(spelling: str) -> None:
    """A name may be spelt with numbers; what it stands for is found all the same."""
    data = HOSTILE["form-in-itself"].make().replace(b"/X Do", spelling.encode() + b" Do")
    with pytest.raises(TooLarge):
        survey(data).weigh()


def test_forms_that_share_their_names_with_others_are_not_taken_for_them() -> None:
    """Acrobat calls the form of each field alike, one inside the other, and each stands for another."""
    inner = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    outer = inner + " /Resources << /XObject << /Fm0 {} 0 R >> >>"
    data = file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R"
        " /Resources << /XObject << /Fm0 5 0 R >> >> >>",
        stream(b"/Fm0 Do " * 3),
        stream(b"/Fm0 Do " * 3, outer.format(6)),
        stream(b"/Fm0 Do " * 3, outer.format(7)),
        stream(b"1 1 5 5 re S", inner),
    )
    survey(data).weigh()


def test_a_page_that_paints_much_is_no_bomb() -> None:
    """Drawings of a few thousand lines are read."""
    page = leaf().text(50, 60, "Testo").raw("10 10 m 20 20 l S " * 5_000)
    assert told(pdf(page)) == ""


def test_a_large_drawing_of_few_strokes_is_no_bomb() -> None:
    """What counts is what is painted, not how long its outline is."""
    page = leaf().text(50, 60, "Testo").raw("10 10 m " + "200.12345 300.12345 l " * MOST_PAINTED + "S")
    assert told(pdf(page)) == ""


def test_attachments_are_not_unpacked() -> None:
    """A large file that is attached costs nothing: nobody opens it."""
    packed = zlib.compress(bytes(80_000_000), 1)
    data = file(
        "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        stream(b"BT /F1 10 Tf 50 780 Td (Testo) Tj ET"),
        "<< /Type /Filespec /F (a) /EF << /F 6 0 R >> >>",
        stream(packed, "/Type /EmbeddedFile /Filter /FlateDecode"),
    )
    assert [(note.code, note.detail) for note in PdfReader().read(data).notes] == [
        ("unexpected-content", "attachment")
    ]


@pytest.mark.parametrize(
    "text", [b"/Contents [" * 50_000, b"1 0 " * 100_000, b"9" * 300_000, b"/X " * 100_000]
)
def test_looking_through_takes_time_by_the_size_only(text: bytes) -> None:
    """What begins like something many times over does not make the search begin anew each time."""
    data = pdf(leaf().text(50, 60, "Testo")) + text
    began = time.perf_counter()
    survey(data).weigh()
    assert time.perf_counter() - began < 2.0
