"""Files attached to a PDF are named; a portfolio is read where it holds one form."""

from __future__ import annotations

import zlib

import pytest

from ingest.messages import CATALOGUE, failure_message, message
from ingest.pipeline import read
from ingest.record import finding
from ingest.texts import Texts
from parsers.definition import built_in
from parsers.document import Note, Text
from parsers.errors import UnsupportedType
from parsers.pdf.reader import PdfReader
from samples.bare_pdf import file, stream
from tests.parsers.pdf.builder import leaf, pdf

COVER = b"BT /F1 10 Tf 50 780 Td (Aprire con Acrobat) Tj ET"


def holding(*attached: tuple[str, bytes], root: str = "") -> bytes:
    """A PDF of one page with these files attached; `root` goes into its catalogue."""
    named = " ".join(f"({name}) {at} 0 R" for at, (name, _) in zip(range(5, 99, 2), attached, strict=False))
    files: list[bytes | str] = []
    for at, (name, data) in zip(range(6, 99, 2), attached, strict=False):
        files.append(f"<< /Type /Filespec /F ({name}) /UF ({name}) /EF << /F {at} 0 R >> >>")
        files.append(stream(zlib.compress(data), "/Type /EmbeddedFile /Filter /FlateDecode"))
    return file(
        f"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [{named}] >> >> {root} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        stream(COVER),
        *files,
    )


def portfolio(*attached: tuple[str, bytes]) -> bytes:
    return holding(*attached, root="/Collection << /View /D >>")


def texts(data: bytes) -> list[str]:
    parts = PdfReader().read(data).paragraphs()
    return [inline.text for part in parts for inline in part.inlines if isinstance(inline, Text)]


INNER = pdf(leaf().text(50, 60, "Alfa"))


def test_attached_files_are_named() -> None:
    """What they are called tells whether they have to be opened."""
    data = holding(("bilancio.xlsx", b"PK"), ("statuto.txt", b"testo"))
    assert texts(data) == ["Aprire con Acrobat"]
    assert PdfReader().read(data).notes == (
        Note("unexpected-content", "attachment", "bilancio.xlsx, statuto.txt"),
    )


def test_an_attached_form_is_not_read_where_the_pages_are_one() -> None:
    """The pages are what was sent; what hangs on them is named."""
    assert texts(holding(("altra.pdf", INNER))) == ["Aprire con Acrobat"]


def test_the_only_form_of_a_portfolio_is_read() -> None:
    """Its own page only says what to open it with."""
    data = portfolio(("scheda.pdf", INNER), ("logo.png", b"\x89PNG"))
    assert texts(data) == ["Alfa"]
    assert [(note.code, note.detail) for note in PdfReader().read(data).notes] == [
        ("unexpected-content", "portfolio")
    ]


@pytest.mark.parametrize(
    "attached",
    [(), (("a.txt", b"a"),), (("a.pdf", INNER), ("b.pdf", INNER)), (("a.pdf", portfolio(("b.pdf", INNER))),)],
)
def test_a_portfolio_of_none_or_several_is_refused(attached: tuple[tuple[str, bytes], ...]) -> None:
    """Nobody but a person can say which is meant; one inside another is not followed."""
    with pytest.raises(UnsupportedType, match="portfolio"):
        PdfReader().read(portfolio(*attached))


@pytest.mark.parametrize("language", ["it", "en"])
def test_people_are_told_what_to_do(language: str) -> None:
    """Both sentences name the thing."""
    sentences = Texts(language, CATALOGUE)
    refused = read(portfolio(), "a.pdf", built_in()).failure
    assert refused is not None
    assert "portfolio" in failure_message(refused, sentences)
    told = finding("unexpected-content", None, None, None, detail="attachment", text="a.xlsx")
    assert "a.xlsx" in message(told, None, sentences)


def test_what_a_pdf_would_run_is_never_run() -> None:
    """Scripts, programs to start and addresses to call stay where they are."""
    actions = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); this.getField\\('a'\\).value = 'b';) >>"
        " /AA << /WC << /S /Launch /F (alfa.exe) >> >>"
        " /URI << /Base (http://alfa.example/) >>"
    )
    assert texts(holding(root=actions)) == ["Aprire con Acrobat"]
