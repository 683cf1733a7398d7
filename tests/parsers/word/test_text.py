"""Text as it stands: its dress, its breaks, what is hidden and what was changed."""

from __future__ import annotations

import pytest

from parsers.document import Document, Emphasis, Text
from tests.parsers.word.builder import (
    lines,
    p,
    r,
    read,
    tc,
)


def _texts(document: Document) -> list[tuple[str, Emphasis]]:
    return [
        (inline.text, inline.emphasis)
        for paragraph in document.paragraphs()
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]


def test_text_of_one_dress_is_joined() -> None:
    """Runs of one dress make one text; a dress of its own parts it."""
    document = read(p("Al", "fa ", r("Beta", "<w:b/>"), r("!", '<w:b w:val="0"/>')))
    assert _texts(document) == [("Alfa ", Emphasis.NONE), ("Beta", Emphasis.BOLD), ("!", Emphasis.NONE)]


@pytest.mark.parametrize(
    ("properties", "emphasis"),
    [
        ('<w:u w:val="single"/>', Emphasis.UNDERLINED),
        ('<w:u w:val="none"/>', Emphasis.NONE),
        ('<w:highlight w:val="yellow"/>', Emphasis.HIGHLIGHTED),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', Emphasis.HIGHLIGHTED),
        ('<w:shd w:val="clear" w:fill="auto"/>', Emphasis.NONE),
        ("<w:strike/>", Emphasis.STRUCK),
        ('<w:dstrike w:val="true"/>', Emphasis.STRUCK),
        ('<w:color w:val="FF0000"/>', Emphasis.COLOURED),
        ('<w:color w:val="auto"/>', Emphasis.NONE),
        ('<w:color w:val="222222"/>', Emphasis.NONE),
        ('<w:color w:val="A6A6A6"/>', Emphasis.FAINT),
    ],
)
def test_emphasis_of_a_run(properties: str, emphasis: Emphasis) -> None:
    """What a person's hand does to a word is kept with it."""
    assert _texts(read(p(r("Alfa", properties)))) == [("Alfa", emphasis)]


def test_breaks_tabs_and_hyphens() -> None:
    """Line ends are breaks, tabs and hard hyphens characters, soft hyphens nothing."""
    run = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
    run += "<w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t><w:cr/>"
    assert lines(read(p(f"<w:r>{run}</w:r>"))) == ["a\tb/c-d/"]


def test_wrappers_are_looked_through() -> None:
    """Smart tags, links, custom elements and text controls hide nothing."""
    sdt = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('d')}</w:sdtContent></w:sdt>"
    body = p(f"<w:smartTag>{r('a')}</w:smartTag>", f"<w:hyperlink>{r('b')}</w:hyperlink>", sdt)
    assert lines(read(body)) == ["abd"]


def test_small_letters_over_a_word() -> None:
    """What stands over a word or a box in small letters is read behind it."""
    over = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase><w:smartTag>{}</w:smartTag></w:rubyBase></w:ruby></w:r>"
    assert lines(read(p(over.format(r("X"), r("☐")), " Alfa"))) == ["[☐]X Alfa"]


def test_hidden_text_is_not_read() -> None:
    """What Word does not show is no text."""
    assert lines(read(p("Alfa", r("Beta", "<w:vanish/>")))) == ["Alfa"]


def test_placeholder_is_no_answer() -> None:
    """A control that still shows its prompt marks it as such."""
    sdt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    for body in (p(sdt.format(r("Fare clic"))), sdt.format(p("Fare clic"))):
        assert _texts(read(body)) == [("Fare clic", Emphasis.PLACEHOLDER)]


def test_tracked_changes_are_dress() -> None:
    """Inserted text counts and says so; deleted text is kept as deleted."""
    deleted = "<w:del><w:r><w:delText>vecchio</w:delText></w:r></w:del>"
    body = p(deleted, f"<w:ins>{r('nuovo')}</w:ins>", f"<w:moveFrom>{r('via')}</w:moveFrom>")
    assert _texts(read(body)) == [
        ("vecchio", Emphasis.DELETED),
        ("nuovo", Emphasis.INSERTED),
        ("via", Emphasis.DELETED),
    ]


def test_deleted_row() -> None:
    """A row that a tracked change took out holds deleted text."""
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{tc('Alfa')}</w:tr></w:tbl>"
    assert _texts(read(row)) == [("Alfa", Emphasis.DELETED)]


def test_arrow_of_a_symbol_font() -> None:
    """The arrow that Word makes of two hyphens stays an arrow."""
    assert lines(read(p("a ", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', " b"))) == ["a → b"]
