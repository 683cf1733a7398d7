"""Files embedded whole in a Word document, and web pages read as one."""

from __future__ import annotations

import base64

import pytest

from parsers.document import Document, Emphasis, Image, Note, Table, Text
from parsers.word.reader import WordReader
from tests.parsers.word.builder import PIXEL, lines, p, read, relationships, states, word

UNREAD = (Note("low-confidence", "embedded"),)
LACKING = (Note("low-confidence", "picture"),)


def embedding(data: bytes | str, name: str = "pezzo.bin", body: str = "") -> bytes:
    """A Word file that embeds these bytes between two paragraphs."""
    rels = relationships(("k", "aFChunk", name))
    chunk = f'{p("prima")}{body}<w:altChunk r:id="k"/>{p("dopo")}'
    return word(chunk, {"word/_rels/document.xml.rels": rels, f"word/{name}": data})


def chunk(data: bytes | str, name: str = "pezzo.bin") -> Document:
    """What is read of a document that embeds these bytes."""
    return WordReader().read(embedding(data, name))


def page(body: str) -> Document:
    """The same, for a web page."""
    return chunk(f"<html><body>{body}</body></html>")


def archive(html: str, *further: str) -> bytes:
    """A web archive of a page and further parts."""
    encoded = base64.encodebytes(html.encode()).decode()
    first = f"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{encoded}"
    pieces = "".join(f"--x\r\n{piece}\r\n" for piece in (first, *further))
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    return f"{head}{pieces}--x--\r\n".encode()


def only_table(document: Document) -> Table:
    """The one table of a document."""
    (found,) = (block for block in document.blocks if isinstance(block, Table))
    return found


@pytest.mark.parametrize(
    "data",
    [
        word(p("alfa ☒")),
        "<p>alfa &#9746;</p>",
        "<?xml version='1.0' encoding='utf-8'?><html><body><p>alfa ☒</p></body></html>",
        "alfa ☒".encode("utf-16"),
        "alfa ☒",
        archive("<p>alfa ☒</p>"),
    ],
    ids=["docx", "html", "xhtml", "wide text", "text", "web archive"],
)
def test_an_embedded_file_is_read_in_its_place(data: bytes | str) -> None:
    """Its blocks stand where it is embedded, with their marks, and nothing needs saying."""
    document = chunk(data)
    assert (lines(document), states(document), document.notes) == (
        ["prima", "alfa [☒]", "dopo"],
        ["ticked"],
        (),
    )


@pytest.mark.parametrize(
    "data", [b"{\\rtf1 alfa}", b"PK\x03\x04 alfa", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1alfa", b"\x00\x01\x02"]
)
def test_an_embedded_file_that_is_not_read_is_said(data: bytes) -> None:
    """Part of the form may stand in it, so the whole wants a look."""
    assert chunk(data).notes == UNREAD


def test_an_embedded_file_that_is_missing_is_said() -> None:
    """Its name alone is no content."""
    assert read('<w:altChunk r:id="k"/>').notes == UNREAD


def test_a_subdocument_is_said() -> None:
    """Its content stands in a file that did not come along."""
    assert read(p('<w:subDoc r:id="k"/>')).notes == UNREAD


def test_files_embedded_in_one_another_end() -> None:
    """So many levels no form has."""
    data = word(p("alfa"))
    for _ in range(6):
        data = embedding(data)
    document = WordReader().read(data)
    assert ("alfa" in lines(document), document.notes) == (False, UNREAD)


def test_many_embedded_files_end() -> None:
    """The same file embedded again and again is not read again and again."""
    document = WordReader().read(embedding("alfa", body='<w:altChunk r:id="k"/>' * 200))
    assert (lines(document).count("alfa") < 100, document.notes) == (True, UNREAD)


def test_cells_of_a_page_keep_their_spans() -> None:
    """Cells merged across and down stand once in the grid."""
    rows = "<tr><td rowspan=2>alfa</td><td colspan=2>beta</td></tr><tr><td>gamma</td><td>delta</td></tr>"
    cells = only_table(page(f"<table>{rows}</table>")).cells
    assert [(c.row, c.column, c.row_span, c.column_span) for c in cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_table_that_claims_huge_spans_is_read() -> None:
    """Spans beyond the table are cut to it."""
    cells = "<td rowspan=60000 colspan=60000>alfa</td>" * 50
    document = page("<table>" + f"<tr>{cells}</tr>" + "<tr></tr>" * 2_000 + "</table>")
    assert "alfa" in lines(document)


def test_a_page_too_deep_to_be_read_whole_is_said() -> None:
    """What stands further in would be missing without a word."""
    assert page("<span>" * 900 + "alfa").notes == UNREAD


BOXES = {
    "<input type=checkbox checked> sì": "ticked",
    "<input type=checkbox> sì": "empty",
    "<input type=radio checked> sì": "ticked",
    "☒ sì": "ticked",
    "<span style='font-family:Wingdings'>þ</span> sì": "ticked",
    "<font face=Wingdings>o</font> sì": "empty",
}


@pytest.mark.parametrize("box", BOXES)
def test_boxes_of_a_page(box: str) -> None:
    """Fields, signs and letters of symbol fonts are marks."""
    assert states(page(f"<p>{box}</p>")) == [BOXES[box]]


def test_lines_of_a_page() -> None:
    """Blocks are paragraphs, blanks are one, breaks are breaks; what is hidden is not there."""
    body = (
        "<div>alfa\n  beta<br>gamma</div><ul><li>delta<li>epsilon</ul>"
        "<p style='display:none'>zeta</p><script>eta</script><pre>a\nb</pre>"
    )
    assert lines(page(body)) == ["prima", "alfa beta/gamma", "delta", "epsilon", "a/b", "dopo"]


DRESS = {
    "<b>alfa</b>": Emphasis.BOLD,
    "<s>alfa</s>": Emphasis.STRUCK,
    "<span style='text-decoration:line-through'>alfa</span>": Emphasis.STRUCK,
    "<span style='background:yellow'>alfa</span>": Emphasis.HIGHLIGHTED,
    "<u>alfa</u>": Emphasis.UNDERLINED,
}


@pytest.mark.parametrize("words", DRESS)
def test_dress_of_a_page(words: str) -> None:
    """What is bold, struck or highlighted on a page is so in the document."""
    inlines = [one for paragraph in page(f"<p>{words}</p>").paragraphs() for one in paragraph.inlines]
    (found,) = (one for one in inlines if isinstance(one, Text) and one.text == "alfa")
    assert found.emphasis == DRESS[words]


def test_what_was_filled_in_on_a_page() -> None:
    """Fields of a page show what they hold."""
    chosen = "<select><option>no<option selected>beta</select>"
    body = f"<p><input value='alfa'> {chosen} <textarea>gamma</textarea></p>"
    assert lines(page(body))[1:-1] == ["alfa beta gamma"]


def pictures(document: Document) -> list[Image]:
    """The pictures of a document."""
    return [one for q in document.paragraphs() for one in q.inlines if isinstance(one, Image)]


def test_pictures_inside_a_page() -> None:
    """A picture written into the page is one of the document."""
    document = page(f"<p><img src='data:image/png;base64,{base64.b64encode(PIXEL).decode()}'></p>")
    assert ([one.data for one in pictures(document)], document.notes) == ([PIXEL], ())


@pytest.mark.parametrize("address", ["cid:uno@x", "figure/uno.png", "uno.png"])
def test_pictures_of_a_web_archive(address: str) -> None:
    """Pictures in the same envelope are found by id or address."""
    part = (
        "Content-Type: image/png\r\nContent-ID: <uno@x>\r\nContent-Location: file:///C:/figure/uno.png\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(PIXEL).decode()}"
    )
    document = chunk(archive(f"<p><img src='{address}'></p>", part))
    assert ([one.data for one in pictures(document)], document.notes) == ([PIXEL], ())


def test_a_picture_that_did_not_come_along_is_said() -> None:
    """A logo may be missing; the specks that pages are spaced with are none."""
    assert page("<p><img src='logo.png'></p>").notes == LACKING
    assert page("<p><img src='punto.gif' width=1 height=1></p>").notes == ()


def test_a_picture_missing_in_the_file_is_said() -> None:
    """A document that lost its picture does not look as if it had none."""
    drawing = '<w:r><w:drawing><a:blip r:embed="g"/></w:drawing></w:r>'
    assert read(p(drawing)).notes == LACKING
