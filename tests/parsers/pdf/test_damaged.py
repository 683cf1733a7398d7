"""A damaged PDF is refused, or read with a word of warning: never another record without one."""

from __future__ import annotations

import hashlib
import re
import zlib
from pathlib import Path

import pytest

from ingest.pipeline import read
from ingest.record import Outcome
from parsers.definition import built_in
from parsers.document import Note, Text
from parsers.errors import FileError, Unreadable
from parsers.pdf.reader import PdfReader
from parsers.pdf.survey import survey
from samples.bare_pdf import file, stream
from tests.parsers.pdf.builder import leaf, pdf

FORMS = built_in()
PRINT = Path(__file__).parents[3] / "samples" / "returned" / "31-stampata.pdf"
CONTENT = b"BT /F1 10 Tf 50 700 Td (Testo) Tj ET"
WHOLE = pdf(leaf().text(50, 60, "Testo"))


def notes(data: bytes) -> list[Note]:
    return list(PdfReader().read(data).notes)


def texts(data: bytes) -> list[str]:
    """What stands on the pages."""
    parts = PdfReader().read(data).paragraphs()
    return [inline.text for part in parts for inline in part.inlines if isinstance(inline, Text)]


def is_said(data: bytes) -> bool:
    """Whether a file is refused or said to be damaged."""
    try:
        return any(note.code == "damaged" for note in notes(data))
    except FileError:
        return True


def packed(content: bytes) -> bytes:
    """A file of one page whose content is packed like this."""
    return file(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        stream(content, "/Filter /FlateDecode"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def same(one: Outcome, other: Outcome) -> bool:
    assert other.record is not None
    return one.record is not None and one.record.values() == other.record.values()


@pytest.mark.parametrize("part", range(2, 12))
def test_cut_short(part: int) -> None:
    """A print cut off anywhere is refused: its list of pages stood at the end."""
    data = PRINT.read_bytes()
    outcome = read(data[: len(data) * part // 12 + 40], PRINT.name, FORMS)
    assert outcome.failure is not None
    assert (outcome.failure.code, outcome.failure.reason) == ("unreadable", "truncated")


def test_cut_short_behind_its_list_of_pages() -> None:
    """Without its table of contents a file is read, and said to be damaged."""
    data = PRINT.read_bytes()
    whole = read(data, PRINT.name, FORMS)
    outcome = read(data[: data.rindex(b"startxref")], PRINT.name, FORMS)
    assert same(outcome, whole)
    assert "damaged" in {finding.code for finding in outcome.findings}


def test_a_changed_byte_of_packed_data_is_said() -> None:
    """The library shows what torn data unpacks to as though it were whole."""
    data = PRINT.read_bytes()
    streams = re.finditer(rb"obj\n<<([^\x80-\xff]*?)>>\nstream\n(.*?)\nendstream", data, re.S)
    spans = [found.span(2) for found in streams if b"/Image" not in found[1]]
    assert len(spans) > 5
    for at in (place for start, end in spans for place in range(start, end - 6, max((end - start) // 7, 1))):
        torn = bytearray(data)
        torn[at] ^= 1 << at % 8
        assert survey(bytes(torn)).is_damaged(9), at


def test_a_whole_print_is_not_said_to_be_damaged() -> None:
    """Every sample is whole."""
    for path in sorted(PRINT.parent.glob("*.pdf")):
        assert not survey(path.read_bytes()).is_damaged(60), path.name


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("cut", [1, 2, 3, 4])
def test_data_without_the_sum_at_its_end_is_whole(end: bytes, cut: int) -> None:
    """Some programs leave out the sum, or a part of it."""
    assert notes(packed(zlib.compress(CONTENT)[:-cut] + end)) == []


def test_data_that_was_left_open_is_whole() -> None:
    """Acrobat writes what it has and does not end it."""
    machine = zlib.compressobj()
    assert notes(packed(machine.compress(CONTENT) + machine.flush(zlib.Z_SYNC_FLUSH))) == []


def test_a_stream_of_nothing_is_whole() -> None:
    """What qpdf leaves of the empty picture of a box that is off: a filter, and no data."""
    empty = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 /Filter /FlateDecode >>"
    for end in ("stream\nendstream", "stream\n\nendstream"):
        assert not survey(file(f"{empty}\n{end}")).parts.torn
    assert survey(file(f"{empty.replace('0 /F', '9 /F')}\nstream\nendstream")).parts.torn


def test_data_of_another_sum_is_torn() -> None:
    """What unpacks to something else than was packed says so."""
    assert is_said(packed(zlib.compress(CONTENT)[:-4] + b"alfa"))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"/FlateDecode", b"/FlateDacode"),
        (b"/FlateDecode", b"/FlateDecod\x05"),
        (b"/Filter", b"/Fi\x8cter"),
        (b"\nstream\n", b"\nstreal\n"),
        (b"\nendstream", b"\nendstreem"),
        (b"<< /Filter", b"<\x1c /Filter"),
        (b"5 0 obj\n<<", b"5 0 obj\n<-"),
        (b"/Contents 4 0", b"/Contents 6 0"),
        (b"f \n0000000009", b"f \n0000000309"),
    ],
)
def test_what_was_lost_outside_packed_data_is_said(right: bytes, wrong: bytes) -> None:
    """An object that cannot be found or understood counts for nothing with the library, unsaid."""
    data = packed(zlib.compress(CONTENT))
    assert right in data
    assert notes(data) == []
    assert is_said(data.replace(right, wrong, 1))


def test_a_page_that_is_gone_is_said() -> None:
    """The tree names a page that the file does not have; the others are read."""
    data = pdf(leaf().text(50, 60, "Alfa"), leaf().text(50, 90, "Beta"))
    torn = data.replace(b"/Count 2", b"/Count 3")
    document = PdfReader().read(torn)
    assert [note.code for note in document.notes] == ["damaged"]
    assert document.pages == 2


def test_comments_between_objects_are_no_damage() -> None:
    """Whoever writes a file by hand may say something between its parts."""
    assert not survey(WHOLE.replace(b"<<  /Length", b"% page content\n<<  /Length")).parts.torn


@pytest.mark.parametrize("more", [b"\x00" * 900, b"X-Mailer: alfa\r\n\r\n"])
def test_bytes_before_the_beginning_and_after_the_end(more: bytes) -> None:
    """Mail programs leave such bytes; the file is read as it is."""
    assert texts(more + WHOLE + b"\n" + more) == ["Testo"]


def test_cut_short_is_told_from_damaged() -> None:
    """A file whose end did not arrive is asked for again."""
    with pytest.raises(Unreadable, match="truncated"):
        PdfReader().read(WHOLE[: len(WHOLE) // 2])


def digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def arcfour(key: bytes, data: bytes) -> bytes:
    """RC4, which old PDFs are enciphered with."""
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def enciphered(user: bytes) -> bytes:
    """The file of one page, enciphered as PDF 1.3 does it, for whoever knows the user's password."""
    name = bytes(16)
    owner = arcfour(digest((b"padrone" + PADDING)[:32])[:5], (user + PADDING)[:32])
    key = digest((user + PADDING)[:32] + owner + b"\xfc\xff\xff\xff" + name)[:5]
    extra = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{arcfour(key, PADDING).hex()}>"
        f" /P -4 >> /ID [<{name.hex()}> <{name.hex()}>]"
    )
    data = pdf(leaf().text(50, 60, "Testo"), extra=extra)
    found = re.search(rb"(\d+) 0 obj\n<<  /Length \d+ >>\nstream\n(.*?)\nendstream", data, re.S)
    assert found is not None
    own = digest(key + int(found[1]).to_bytes(3, "little") + bytes(2))[:10]
    start, end = found.span(2)
    return data[:start] + arcfour(own, found[2]) + data[end:]


def test_a_password_for_changing_it_only_does_not_keep_a_file_from_being_read() -> None:
    """The user's password is empty: every viewer shows the file."""
    assert texts(enciphered(b"")) == ["Testo"]
    assert notes(enciphered(b"")) == []


def test_a_password_for_opening_it_does() -> None:
    """Nobody can read it without."""
    with pytest.raises(FileError) as caught:
        PdfReader().read(enciphered(b"segreto"))
    assert caught.value.code == "encrypted"
