"""The Word reader: marks in every encoding, text as it stands, tables as they lie."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.document import Document, Emphasis, Image, Mark, Method, Note, Place, State, Table, Text
from parsers.errors import FileError, Unreadable
from parsers.package import OLE_START
from parsers.word.reader import WordReader
from tests.parsers.word.builder import (
    PIXEL,
    checkbox,
    document_xml,
    field,
    lines,
    p,
    packed,
    r,
    read,
    relationships,
    states,
    table,
    tc,
    word,
)

_CHECK = "<w:ffData><w:checkBox><w:sizeAuto/>{}</w:checkBox></w:ffData>"
_DRAWING = '<w:r><w:drawing><a:blip r:embed="{}"/></w:drawing></w:r>'
_MAIN_RELS = "word/_rels/document.xml.rels"


def _texts(document: Document) -> list[tuple[str, Emphasis]]:
    return [
        (inline.text, inline.emphasis)
        for paragraph in document.paragraphs()
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]


def _mark(document: Document) -> Mark:
    (mark,) = document.marks()
    return mark


def _first_table(document: Document) -> Table:
    found = document.blocks[0]
    assert isinstance(found, Table)
    return found


# Whose files


def test_claims_a_file_of_python_docx() -> None:
    """A file that python-docx writes is a Word file and reads."""
    made = docx.Document()
    made.add_paragraph("☒ Alfa")
    buffer = BytesIO()
    made.save(buffer)
    assert WordReader().claims(buffer.getvalue())
    assert lines(WordReader().read(buffer.getvalue())) == ["[☒] Alfa"]


def test_claims_a_cut_word_file() -> None:
    """A Word file that lost its end is still one, so that it is named as cut short."""
    assert WordReader().claims(word(p("a"))[:-30])


def test_claims_a_locked_office_file() -> None:
    """A file behind a password is claimed, so that it is named as encrypted."""
    assert WordReader().claims(OLE_START + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}),
        packed({"word/scheda.docx": b"a"}),
        OLE_START + bytes(600),
    ],
)
def test_claims_nothing_else(data: bytes) -> None:
    """Spreadsheets, archives, old Word files and the rest are others' business."""
    assert not WordReader().claims(data)


def test_main_part_of_another_name() -> None:
    """The main part is found through the relationships, whatever its name."""
    assert lines(WordReader().read(word(p("Alfa"), main="word/document2.xml"))) == ["Alfa"]


def test_strict_namespace() -> None:
    """A file of the Strict standard reads like any other."""
    xml = document_xml(p("☒ Alfa"))
    strict = xml.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    data = packed({"[Content_Types].xml": "<a/>", "word/document.xml": strict})
    assert lines(WordReader().read(data)) == ["[☒] Alfa"]


def test_macros_are_noted() -> None:
    """A file with macros says so."""
    assert read(p("a"), {"word/vbaProject.bin": b"x"}).notes == (Note("macros"),)


def test_no_main_part() -> None:
    """A package without a document is unreadable."""
    with pytest.raises(Unreadable):
        WordReader().read(packed({"[Content_Types].xml": "<a/>", "word/styles.xml": "<a/>"}))


def test_deep_nesting() -> None:
    """Tables nested beyond any form are refused, not followed."""
    body = p("a")
    for _ in range(70):
        body = table((tc(body),))
    with pytest.raises(Unreadable) as caught:
        read(body)
    assert caught.value.reason in ("nesting", "damaged")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_end_in_a_document_or_a_file_error(data: st.DataObject) -> None:
    """Whatever bytes are changed, the reader returns or raises a FileError, nothing else."""
    whole = bytearray(word(table(("☐ Alfa", p(checkbox("", r("☐"))))) + p(field("FORMCHECKBOX"))))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    reader = WordReader()
    reader.claims(bytes(whole))
    with suppress(FileError):
        assert isinstance(reader.read(bytes(whole)), Document)


# Text


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


# Marks


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("☒ Alfa ☐ Beta"), ["ticked", "empty"]),
        (p("[", r("X", "<w:b/>"), "] Alfa"), ["ticked"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), ["ticked"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>'), ["empty"]),
        (p('<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>'), ["ticked"]),
        (p(r("þ", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), " Alfa"), ["ticked"]),
        (p(r("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>')), ["ticked"]),
        (p(r("\uf0a8"), " Alfa"), ["empty"]),
        (p(r("\uf052", '<w:rFonts w:cs="Wingdings 2"/>')), ["ticked"]),
    ],
)
def test_printed_marks(body: str, expected: list[str]) -> None:
    """Signs, brackets cut into runs, symbols and symbol fonts are marks."""
    assert states(read(body)) == expected


def test_bracket_whose_x_was_deleted() -> None:
    """What a tracked change took out of a bracket does not tick it."""
    body = p("[", "<w:del><w:r><w:delText>X</w:delText></w:r></w:del>", "<w:ins>" + r(" ") + "</w:ins>", "]")
    assert states(read(body)) == ["empty"]


def test_tracked_tick() -> None:
    """A box replaced with a tracked change is there twice: deleted and inserted."""
    body = p("<w:del><w:r><w:delText>☐</w:delText></w:r></w:del>", f"<w:ins>{r('☒')}</w:ins>", "Alfa")
    found = [(mark.state, mark.emphasis) for mark in read(body).marks()]
    assert found == [(State.EMPTY, Emphasis.DELETED), (State.TICKED, Emphasis.INSERTED)]


def test_symbol_font_of_a_style() -> None:
    """A lone letter whose style is set in a symbol font is a box."""
    styles = document_xml("").replace("<w:body></w:body>", "").replace("w:document", "w:styles")
    styles = styles.replace(
        "</w:styles>",
        '<w:style w:styleId="Casella"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style></w:styles>',
    )
    parts = {"word/styles.xml": styles, _MAIN_RELS: relationships(("s", "styles", "styles.xml"))}
    assert states(read(p(r("o", '<w:rStyle w:val="Casella"/>'), " Alfa"), parts)) == ["empty"]


@pytest.mark.parametrize(
    ("checked", "sign", "state"),
    [
        ("", "☐", "empty"),
        ('<w14:checked w14:val="0"/>', "☐", "empty"),
        ('<w14:checked w14:val="false"/>', "☐", "empty"),
        ('<w14:checked w14:val="1"/>', "☒", "ticked"),
        ('<w14:checked w14:val="on"/>', "☑", "ticked"),
        ("<w14:checked/>", "☒", "ticked"),
    ],
)
def test_checkbox_control(checked: str, sign: str, state: str) -> None:
    """A control's state is read in all its spellings, without doubt where its sign agrees."""
    mark = _mark(read(p(checkbox(checked, r(sign)), "Alfa")))
    assert (mark.state, mark.method, mark.conflict) == (state, Method.CONTENT_CONTROL, "")


@pytest.mark.parametrize("sign", ["þ", "\uf0fe"])
def test_checkbox_control_with_its_own_signs(sign: str) -> None:
    """The signs that a control declares are compared with what it shows."""
    signs = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/><w14:uncheckedState w14:val="00A8"/>'
    run = r(sign, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    mark = _mark(read(p(checkbox('<w14:checked w14:val="1"/>', run, signs))))
    assert (mark.state, mark.raw, mark.conflict) == (State.TICKED, "☒", "")


@pytest.mark.parametrize("sign", ["X", "☒"])
def test_checkbox_control_typed_over(sign: str) -> None:
    """A control whose sign was typed over shows ticked, and says that its state disagrees."""
    mark = _mark(read(p(checkbox('<w14:checked w14:val="0"/>', r(sign)))))
    assert (mark.state, mark.raw, mark.conflict) == (State.TICKED, sign, f"state 0, text {sign}")
    assert mark.confidence < 0.8


def test_checkbox_control_that_holds_its_label() -> None:
    """What else was typed into a control is text after its mark."""
    assert lines(read(p(checkbox('<w14:checked w14:val="1"/>', r("☒ Alfa"))))) == ["[☒] Alfa"]


def test_checkbox_control_around_blocks() -> None:
    """A control around a paragraph, a cell or a row is read like one in the line."""
    on = '<w14:checked w14:val="1"/>'
    row = f"<w:tr>{tc('☒')}{tc('Gamma')}</w:tr>"
    for body in (
        checkbox(on, p("☒ Alfa")),
        f"<w:tbl><w:tr>{checkbox(on, tc('☒'))}{tc('Beta')}</w:tr></w:tbl>",
        f"<w:tbl>{checkbox(on, row)}</w:tbl>",
    ):
        assert [mark.method for mark in read(body).marks()] == [Method.CONTENT_CONTROL]


@pytest.mark.parametrize(
    ("inside", "state"),
    [
        ("", "empty"),
        ('<w:default w:val="0"/>', "empty"),
        ('<w:default w:val="1"/>', "ticked"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "empty"),
        ('<w:default w:val="0"/><w:checked/>', "ticked"),
    ],
)
def test_legacy_checkbox(inside: str, state: str) -> None:
    """A legacy box says `checked`, else its default, else it is empty."""
    mark = _mark(read(p(field("FORMCHECKBOX", data=_CHECK.format(inside)), " Alfa")))
    assert (mark.state, mark.method) == (state, Method.LEGACY_FIELD)


def test_legacy_checkbox_in_pieces() -> None:
    """An instruction cut into runs and a nested field do not hide the box or leak words."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{_CHECK.format("<w:checked/>")}</w:fldChar></w:r>'
    cut = "<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:instrText>CHECKBOX</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert lines(read(p(begin + cut + field("REF a", r("nascosto")) + end, "Alfa"))) == ["[☒]Alfa"]


def test_field_without_an_end() -> None:
    """A field that never ends hides nothing of the next paragraphs."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert lines(read(p(begin) + p("Alfa"))) == ["", "Alfa"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (field(" FORMTEXT ", r("Alfa")), "Alfa"),
        (field(" FORMTEXT ", r("\u2002\u2002\u2002\u2002\u2002")), ""),
        (field(' HYPERLINK "mailto:a@example.org" ', r("a@example.org")), "a@example.org"),
        (field(" PAGE ", r("1")), "1"),
        (f'<w:fldSimple w:instr=" DATE ">{r("oggi")}</w:fldSimple>', "oggi"),
        (
            field(
                "FORMDROPDOWN",
                data='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/>'
                '<w:listEntry w:val="B"/></w:ddList></w:ffData>',
            ),
            "B",
        ),
    ],
)
def test_fields_show_their_result(body: str, expected: str) -> None:
    """A field is its result, never its instruction; an empty text field is empty."""
    assert lines(read(p(body))) == [expected]


def test_toggle_button_and_overstrike() -> None:
    """A macro button's symbol and a tick printed over a box are marks."""
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    button = field("MACROBUTTON ToggleOff ").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{sign}")
    assert states(read(p(button, " Alfa ", field(r"eq \o\ac(□,√)"), " Beta"))) == ["ticked", "ticked"]


def _numbering(text: str, font: str) -> str:
    level = (
        f'<w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="4">{level}</w:abstractNum>'
    numbers = '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
    return document_xml("").replace("<w:body></w:body>", lists + numbers)


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("\uf0a8", "Wingdings", ["empty"]),
        ("\uf0fe", "Wingdings", ["ticked"]),
        ("\uf0a3", "Wingdings 2", ["empty"]),
        ("☐", "MS Gothic", ["empty"]),
        ("\uf0b7", "Symbol", []),
        ("\uf06e", "Wingdings", []),
        ("o", "Courier New", []),
    ],
)
def test_box_bullets(text: str, font: str, expected: list[str]) -> None:
    """A list bullet that is a box is a mark; an ordinary bullet is none."""
    parts = {
        "word/numbering.xml": _numbering(text, font),
        _MAIN_RELS: relationships(("n", "numbering", "numbering.xml")),
    }
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    assert states(read(p(numbered, "Alfa"), parts)) == expected


# Tables and places


def test_grid_with_merges() -> None:
    """Cells merged across and down stand once, with their place in the grid."""
    across, start, on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table((tc("a", start), tc("b", across)), (tc("", on), tc("c"), tc("d")))
    found = [
        (cell.row, cell.column, cell.row_span, cell.column_span, cell.place.cell)
        for cell in _first_table(read(body)).cells
    ]
    assert found == [(0, 0, 2, 1, 1), (0, 1, 1, 2, 2), (1, 1, 1, 1, 2), (1, 2, 1, 1, 3)]


def test_text_in_a_merged_cell_is_kept() -> None:
    """What stands in the lower part of a merged cell belongs to the cell."""
    body = table((tc("a", '<w:vMerge w:val="restart"/>'),), (tc("b", "<w:vMerge/>"),))
    assert lines(read(body)) == ["a", "b"]


def test_row_that_starts_later() -> None:
    """Columns left free before a row are counted."""
    body = f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc("a")}</w:tr></w:tbl>'
    assert _first_table(read(body)).cells[0].column == 2


def test_old_merge_across() -> None:
    """The old way to merge in a row makes one cell too."""
    body = table((tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "b"))
    assert [(c.column, c.column_span) for c in _first_table(read(body)).cells] == [(0, 2), (2, 1)]


def test_rows_and_cells_in_wrappers() -> None:
    """Rows and cells inside controls and tracked changes are rows and cells."""
    cell = f"<w:sdt><w:sdtContent>{tc('a')}</w:sdtContent></w:sdt>"
    body = f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell}{tc('b')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    assert lines(read(body)) == ["a", "b"]


def test_places() -> None:
    """Paragraphs and tables are counted from 1, nested tables by their path."""
    nested = tc(p("b") + table(("c",)) + p(""))
    document = read(p("x") + table(("y",)) + table(("a",), ("a", nested)) + p("z"))
    assert [paragraph.place for paragraph in document.paragraphs()] == [
        Place(paragraph=1),
        Place("1", 1, 1),
        Place("2", 1, 1),
        Place("2", 2, 1),
        Place("2", 2, 2),
        Place("2.2.2/1", 1, 1),
        Place("2", 2, 2),
        Place(paragraph=2),
    ]


# Drawings


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
