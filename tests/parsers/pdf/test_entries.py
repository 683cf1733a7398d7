"""The fields of interactive PDF forms, and what a file carries beside its pages."""

from __future__ import annotations

import pytest

from parsers.document import Method, State
from parsers.errors import UnsupportedType
from parsers.pdf.reader import PdfReader, read_pages
from tests.parsers.pdf.builder import Leaf, leaf, pdf
from tests.parsers.pdf.test_reader import read, texts

BOX = "/Subtype /Widget /Rect [50 700 62 712]"
WIDE = "/Subtype /Widget /Rect [50 700 250 716]"


def page(*fields: str) -> Leaf:
    made = leaf().text(50, 60, "Testo")
    made.fields.extend(fields)
    return made


def values(*fields: str) -> list[str]:
    return [entry.value for entry in read_pages(pdf(page(*fields))).pages[0].entries]


def ticked(*fields: str) -> list[bool]:
    return [entry.ticked for entry in read_pages(pdf(page(*fields))).pages[0].entries]


@pytest.mark.parametrize("name", ["0", "No", "Off#20", "S#EC", "Choice1", "N"])
def test_a_box_is_on_under_any_name(name: str) -> None:
    """Only Off is off, whatever the on-state's name says in words."""
    assert ticked(f"{BOX} /FT /Btn /T (a) /V /{name} /AS /{name}") == [True]


@pytest.mark.parametrize(("more", "state"), [("/V /Yes", True), ("/V /Off", False), ("", False)])
def test_a_box_without_a_shown_state(more: str, state: bool) -> None:
    """Its field's value decides; with none it is empty."""
    assert ticked(f"{BOX} /FT /Btn /T (a) {more}") == [state]


@pytest.mark.parametrize("field", ["/FT /Btn /Ff 65536 /T (p)", "/FT /Sig /T (s)"])
def test_buttons_and_places_to_sign_are_no_answers(field: str) -> None:
    """They hold nothing that was filled in."""
    assert values(f"{WIDE} {field}") == []


def test_a_list_gives_what_it_shows() -> None:
    """The label and not the code it is exported as."""
    assert values(f"{WIDE} /FT /Ch /Ff 131072 /T (c) /V (um) /Opt [[(um) (Umbria)] [(er) (Emilia)]]") == [
        "Umbria"
    ]


def test_a_list_with_a_text_of_ones_own() -> None:
    """A text that is none of the list's is kept."""
    assert values(f"{WIDE} /FT /Ch /Ff 393216 /T (c) /V (Altrove) /Opt [(Umbria) (Lazio)]") == ["Altrove"]


def test_a_list_with_several_chosen() -> None:
    """Each stands on a line."""
    field = f"{WIDE} /FT /Ch /Ff 2097152 /T (c) /V [(Alfa) (Gamma)] /Opt [(Alfa) (Beta) (Gamma)]"
    assert values(field) == ["Alfa\nGamma"]


def test_lines_of_a_field_in_a_cell_keep_their_order() -> None:
    """A tall field of several lines is read from its first line on."""
    made = leaf().grid([50, 150, 400], [50, 120]).text(55, 68, "Note")
    made.entry((160, 52, 390, 118), "n", "uno\\rdue\\rtre")
    assert texts(read(made)) == ["Note", "uno", "due", "tre"]


def test_a_small_text_field_with_an_x_is_a_box() -> None:
    """Some forms have text fields for boxes; the printed one below counts once."""
    made = leaf().box(50, 50, 62, 62).text(66, 60, "Alfa").entry((50, 50, 62, 62), "a", "X")
    made.box(50, 80, 62, 92).text(66, 90, "Beta").entry((50, 80, 62, 92), "b", "")
    found = [(mark.state, mark.method) for mark in read(made).marks()]
    assert found == [(State.TICKED, Method.ACROFORM), (State.EMPTY, Method.DRAWING)]


def test_a_form_that_only_acrobat_shows() -> None:
    """A page that asks to wait is none of the form: the file is refused by name."""
    data = pdf(leaf().text(50, 60, "Please wait...")).replace(
        b"/Type /Catalog", b"/Type /Catalog /NeedsRendering true /AcroForm << /XFA [] /Fields [] >>"
    )
    with pytest.raises(UnsupportedType, match="xfa"):
        PdfReader().read(indexed(data))


def indexed(data: bytes) -> bytes:
    """The file without its index: the library makes it anew."""
    return data[: data.rindex(b"xref\n0")] + data[data.index(b"trailer") :]


@pytest.mark.parametrize(("value", "codes"), [("Aurora", []), ("Borea", ["low-confidence"])])
def test_two_sets_of_answers(value: str, codes: list[str]) -> None:
    """Where the form's own data and its fields say different things, a person must look."""
    data = f"<xfa:datasets xmlns:xfa='x'><data><nome>{value}</nome></data></xfa:datasets>"
    made = page(f"{WIDE} /FT /Tx /T (nome) /V (Aurora)")
    stream = f"90 0 obj\n<< /Length {len(data)} >>\nstream\n{data}\nendstream\nendobj\ntrailer".encode()
    raw = pdf(made).replace(b"/AcroForm <<", b"/AcroForm << /XFA [(datasets) 90 0 R]")
    raw = indexed(raw).replace(b"trailer", stream, 1)
    notes = [note.code for note in PdfReader().read(raw).notes if note.code != "damaged"]
    assert notes == codes


def test_attached_files_are_said() -> None:
    """They are not read."""
    names = b"/Names << /EmbeddedFiles << /Names [(a.txt) << /Type /Filespec /F (a.txt) >>] >> >>"
    raw = pdf(page()).replace(b"/Type /Catalog", b"/Type /Catalog " + names)
    notes = [(note.code, note.detail) for note in PdfReader().read(indexed(raw)).notes]
    assert ("unexpected-content", "attachment") in notes


def test_an_empty_place_to_sign_is_no_signature() -> None:
    """Only what is signed is said to be."""
    assert read(page(f"{WIDE} /FT /Sig /T (s)")).notes == ()


def test_a_signed_file_says_so() -> None:
    """The signature is not checked."""
    signed = page(f"{WIDE} /FT /Sig /T (s) /V << /Type /Sig /Contents <308201> /ByteRange [0 1 2 3] >>")
    assert [note.code for note in read(signed).notes] == ["signature-not-verified"]
