"""Pictures and text boxes, each once and where it hangs."""

from __future__ import annotations

from parsers.document import Image, Place
from tests.parsers.word.builder import (
    PIXEL,
    lines,
    p,
    read,
    relationships,
)

_MAIN_RELS = "word/_rels/document.xml.rels"
_DRAWING = '<w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r>'


def test_picture() -> None:
    """A picture comes with its name, kind and bytes."""
    parts = {_MAIN_RELS: relationships(("i", "image", "media/a.bin")), "word/media/a.bin": PIXEL}
    document = read(p(_DRAWING.format("i")), parts)
    (paragraph,) = document.paragraphs()
    assert paragraph.inlines == (Image("a.bin", "image/png", PIXEL, Place(paragraph=1)),)


def test_picture_that_is_not_there() -> None:
    """A picture whose part is missing is left out."""
    assert lines(read(p(_DRAWING.format("i"), "Alfa"))) == ["Alfa"]


def test_placeholder_picture_is_no_picture() -> None:
    """The icon that a picture control shows while empty is the program's."""
    parts = {_MAIN_RELS: relationships(("i", "image", "media/a.png")), "word/media/a.png": PIXEL}
    sdt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert lines(read(p(sdt.format(_DRAWING.format("i"))), parts)) == [""]


def test_text_box_once_after_its_anchor() -> None:
    """A text box that is written in two ways is read once, after the paragraph it hangs on."""
    box = f"<w:txbxContent>{p('X')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(p(both, "Alfa") + p("Beta"))
    assert lines(document) == ["Alfa", "X", "Beta"]
    assert [paragraph.apart for paragraph in document.paragraphs()] == [False, True, False]


def test_text_box_around_whole_runs_is_read_once() -> None:
    """The same holds where the alternatives stand around runs."""
    box = f"<w:txbxContent>{p('X')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:r><w:drawing>{box}</w:drawing></w:r></mc:Choice>"
        f"<mc:Fallback><w:r><w:pict>{box}</w:pict></w:r></mc:Fallback></mc:AlternateContent>"
    )
    assert lines(read(p(both))) == ["", "X"]
