"""The choice of a reader: content decides, and what no reader takes is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.errors import FileError, Unreadable, UnsupportedType
from parsers.readers import Reader, reader_for, readers
from tests.parsers.word.builder import p, packed, word

SAMPLES = Path(__file__).parents[2] / "samples"
STRANGE = {
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8),
    "rtf": b"{\\rtf1 ciao}",
    "image": b"\xff\xd8\xff\xe0" + bytes(8),
    "html": b"\xef\xbb\xbf \n<!DOCTYPE html><p>ciao",
    "zip": packed({"elenco.txt": "ciao"}),
    "text": b"cari colleghi, ecco la scheda",
    "unknown": bytes(range(256)),
}


def page() -> bytes:
    """A PDF of one of the samples."""
    return (SAMPLES / "twins" / "01-completa.pdf").read_bytes()


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.kind)
def test_every_reader_claims_its_own_and_nothing_strange(reader: Reader) -> None:
    """One reader, and only one, takes a file of its kind; none takes another kind."""
    own = {"docx": word(p("ciao")), "pdf": page()}
    claimed = [kind for kind, data in {**own, **STRANGE}.items() if reader.claims(data)]
    assert claimed == [reader.kind]


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.kind)
def test_every_reader_says_how_its_files_end(reader: Reader) -> None:
    """Suffixes are in lower case and begin with a dot."""
    assert reader.suffixes == tuple(s.lower() for s in reader.suffixes if s.startswith("."))


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.kind)
def test_every_reader_refuses_what_is_cut_short(reader: Reader) -> None:
    """A file cut short is a FileError, never another exception."""
    whole = word(p("ciao" * 500)) if reader.kind == "docx" else page()
    with pytest.raises(FileError):
        reader.read(whole[: len(whole) // 3])


@pytest.mark.parametrize(("kind", "data"), [("docx", word(p("ciao"))), ("pdf", page())])
def test_the_reader_is_chosen_by_content(kind: str, data: bytes) -> None:
    """The bytes say which reader is meant; no name is asked for."""
    assert reader_for(data).kind == kind


@pytest.mark.parametrize(("kind", "data"), STRANGE.items())
def test_what_no_reader_takes_is_named(kind: str, data: bytes) -> None:
    """The error says what kind of file it is, so that people can be told what to do."""
    with pytest.raises(UnsupportedType) as caught:
        reader_for(data)
    assert (caught.value.code, caught.value.facts) == ("unsupported-type", {"kind": kind})


def test_an_empty_file_is_unreadable() -> None:
    """No bytes at all are no kind of file."""
    with pytest.raises(Unreadable, match="empty"):
        reader_for(b"")


def test_blank_bytes_are_an_empty_file() -> None:
    """What a broken copy or an online folder leaves in place of a file holds nothing."""
    with pytest.raises(Unreadable, match="empty"):
        reader_for(bytes(5000))
